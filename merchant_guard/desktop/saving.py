"""A paper into a file where people look for it, and the word that says where it lies."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel

from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.buttons import Button, button
from merchant_guard.desktop.widgets.labels import text_label

_PLACES = (
    QStandardPaths.StandardLocation.DesktopLocation,
    QStandardPaths.StandardLocation.DocumentsLocation,
    QStandardPaths.StandardLocation.HomeLocation,
)


def usual_folder() -> Path:
    """The desktop, where people look for a file first; where there is none, their documents or their home."""
    places = [Path(QStandardPaths.writableLocation(place)) for place in _PLACES]
    return next((place for place in places if place.is_dir()), places[-1])


def is_desktop(folder: Path) -> bool:
    """Whether a folder is the desktop."""
    return folder == Path(QStandardPaths.writableLocation(_PLACES[0]))


def saved_words(look: Look, place: Path, count: int = 1) -> tuple[QLabel, Button]:
    """Where a file lies, and the button that leads there; a screen reader hears both with the button.

    `count` files of one paper are told by the first of them.
    """
    words = look.words
    said = words("Saved to the desktop") if is_desktop(place.parent) else words("Saved: {file}")
    said = said.format(file=place.name)
    if count > 1:
        said = words("Saved {count} pictures: {file} and on").format(count=count, file=place.name)
    label = text_label(look, said, "note", "ok", wrap=False)
    label.setObjectName("saved")
    label.setToolTip(str(place))
    open_folder = partial(QDesktopServices.openUrl, QUrl.fromLocalFile(str(place.parent)))
    name = words("Open the folder")
    return label, button(look, name, "open_folder", open_folder, kind="link", accessible=f"{said} · {name}")
