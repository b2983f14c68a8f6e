"""How pages are called on the screen."""

from merchant_guard.domain.paper import PageSize
from merchant_guard.localization import Translate


def size_name(words: Translate, size: PageSize) -> str:
    """A4, or a label by its millimetres: 100 × 180 标签."""
    width, height = size.millimetres
    return words("{size} label").format(size=f"{width} × {height}") if size.is_label else "A4"
