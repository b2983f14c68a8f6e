"""The app as its owner starts it, which tells every screen it shows: `python watched_window.py [words…]`.

Each line is JSON: the screen, and how often the window has come up for another start. It ends when its
standard input does.
"""

import json
import sys
from threading import Thread

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QMainWindow

from merchant_guard import app
from merchant_guard.desktop import application, coming_up
from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.main_window import MainWindow

make_window, come_up = application.make_window, coming_up.come_up
came_up: list[str | None] = []


class Ending(QObject):
    """Standard input is read beside the window."""

    ended = Signal()

    def __init__(self) -> None:
        super().__init__()
        Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        sys.stdin.read()
        self.ended.emit()


def tell(window: QMainWindow, desk: Desk) -> None:
    """Say what shows now."""
    told = {
        "screen": desk.screen,
        "came_up": len(came_up),
        "minimized": window.isMinimized(),
        "register": desk.open_register[0],
    }
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()


def watched(qt: QApplication, desk: Desk) -> MainWindow:
    """The window; what it shows is told once it shows."""
    window = make_window(qt, desk)
    desk.went.connect(lambda _screen: QTimer.singleShot(0, window, lambda: tell(window, desk)))
    window.ending = Ending()
    window.ending.ended.connect(window.close)
    return window


def counted(window: QMainWindow, desk: Desk, wanted: str | None) -> None:
    """Come up as the window does, and say so."""
    came_up.append(wanted)
    come_up(window, desk, wanted)
    tell(window, desk)


if __name__ == "__main__":
    application.make_window = watched
    coming_up.come_up = counted
    sys.exit(app.main())
