"""What the tests of the window share: a real window over a real store."""

from tests.support.windows import (
    SAMPLE,
    TODAY,
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
    "SAMPLE",
    "TODAY",
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
