"""The journeys through the window use the same window as its own tests."""

from tests.support.windows import (
    background,
    desk,
    empty_desk,
    filled_folder,
    folder,
    new_desk,
    opened,
    press,
    qapp,
    show_window,
    stored,
    window,
)

__all__ = [
    "background",
    "desk",
    "empty_desk",
    "filled_folder",
    "folder",
    "new_desk",
    "opened",
    "press",
    "qapp",
    "show_window",
    "stored",
    "window",
]
