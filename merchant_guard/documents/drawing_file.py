"""A drawing as a picture file, for papers that take no lines of ours: Word files."""

from datetime import date
from functools import lru_cache

from merchant_guard.documents.drawings import drawing
from merchant_guard.documents.file_properties import CREATOR
from merchant_guard.documents.fonts import FontStack
from merchant_guard.documents.page_format import A4
from merchant_guard.documents.pages import page_picture
from merchant_guard.documents.painter import FileProperties, Painter
from merchant_guard.documents.png import png
from merchant_guard.documents.units import MM

DPI = 300


@lru_cache(maxsize=64)
def drawing_png(name: str, height: float) -> bytes:
    """A drawing so many mm high as a PNG at 300 dots an inch. The same drawing makes the same bytes.

    Raises FileNotFoundError for a drawing there is not. Not for two threads at once.
    """
    drawn = drawing(name)
    page = A4._replace(width=height * MM * drawn.width / drawn.height, height=height * MM)
    painter = Painter(FileProperties(name, "", "zh", CREATOR, date.min), FontStack("zh"), page)
    painter.picture(drawn, 0, 0, page.height)
    painter.end_page()
    return png(page_picture(painter.finish(), 0, DPI), DPI)


def drawing_width(name: str, height: float) -> float:
    """How wide (mm) a drawing so many mm high is."""
    drawn = drawing(name)
    return height * drawn.width / drawn.height
