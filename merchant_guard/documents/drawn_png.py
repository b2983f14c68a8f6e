"""One of our own drawings as a PNG file, for files that hold pictures."""

from datetime import date

from merchant_guard.documents.blocks import Picture
from merchant_guard.documents.drawings import drawing
from merchant_guard.documents.file_properties import CREATOR
from merchant_guard.documents.fonts import FontStack
from merchant_guard.documents.page_format import A4
from merchant_guard.documents.pages import page_picture
from merchant_guard.documents.painter import FileProperties, Painter
from merchant_guard.documents.png import png
from merchant_guard.documents.units import MM

_DPI = 300
_SOME_DAY = date(2026, 1, 1)


def drawn_png(picture: Picture) -> bytes:
    """Draw it so high. The same drawing makes the same bytes.

    Not for two threads at once. Raises FileNotFoundError for a drawing there is not.
    """
    drawn = drawing(picture.name)
    height = picture.height * MM
    page = A4._replace(width=drawn.width * height / drawn.height, height=height)
    painter = Painter(FileProperties("", "", "zh", CREATOR, _SOME_DAY), FontStack("zh"), page)
    painter.picture(drawn, 0, 0, height)
    painter.end_page()
    return png(page_picture(painter.finish(), 0, _DPI), _DPI)
