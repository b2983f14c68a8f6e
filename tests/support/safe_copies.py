"""What the tests of backups in the window share: a window whose settings are kept, disks, answers given."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from merchant_guard.desktop import drives
from merchant_guard.desktop.background import Background
from merchant_guard.desktop.desk import Desk
from merchant_guard.services.workspace import Workspace
from merchant_guard.system.settings import Settings
from tests.support.every_screen import settle
from tests.support.pressing import find, there_is

PASSWORD = "毛毛雨 下了 3 天"
Wait = Callable[[], None]


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A USB stick, the only disk beside that of the data."""
    place = tmp_path / "KINGSTON"
    place.mkdir()
    monkeypatch.setattr(drives, "find_drives", lambda _data: (drives.Drive(place, "KINGSTON"),))
    monkeypatch.setattr(drives, "shares_disk", lambda _data, folder: folder != place)
    return place


@pytest.fixture
def kept(desk: Desk, folder: Path) -> Path:
    """The data folder, in which the settings are kept too."""
    desk.preferences.keep_in(folder, Settings())
    return folder


@pytest.fixture
def wait(background: Background, qtbot: QtBot) -> Wait:
    """Wait until everything asked for is done and shown."""

    def until_idle() -> None:
        qtbot.waitUntil(lambda: background.is_idle)
        settle(background)

    return until_idle


@pytest.fixture
def follow(desk: Desk, opened: list[Workspace], wait: Wait) -> Wait:
    """Have the store that is open now closed at the end of the test."""

    def note() -> None:
        desk.in_store(opened.append, lambda _none: None, desk.tell_failure)
        wait()

    return note


def told(window: QWidget, name: str) -> str:
    """What a label says; empty where it does not show."""
    return find(window, name, QLabel).accessibleName() if there_is(window, name) else ""


def drop(window: QWidget, *places: Path) -> bool:
    """Drag files over a window and let them go; whether it took them."""
    mime, action = QMimeData(), Qt.DropAction.CopyAction
    mime.setUrls([QUrl.fromLocalFile(str(place)) for place in places])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    where = window.rect().center()
    target = window.childAt(where) or window
    at = target.mapFrom(window, where)
    entering = QDragEnterEvent(QPoint(at), action, mime, buttons, keys)
    entering.ignore()
    QApplication.sendEvent(target, entering)
    if entering.isAccepted():
        QApplication.sendEvent(window, QDropEvent(where.toPointF(), action, mime, buttons, keys))
        QApplication.processEvents()
    return entering.isAccepted()


def choose(window: QWidget, dialog: str, place: Path) -> None:
    """Choose something in the system's dialog."""
    shown = window.findChild(QFileDialog, dialog)
    assert shown is not None
    shown.fileSelected.emit(str(place))
    shown.close()
    QApplication.processEvents()
