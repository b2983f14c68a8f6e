"""The app, telling its first frame, home's first frame with content, and its memory a second after."""

import gc
import sys
from pathlib import Path

gc.disable()  # as the app does before it loads Qt, which is loaded here to be watched
sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

import telling
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from merchant_guard import app
from merchant_guard.desktop import application
from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.main_window import MainWindow

make_window = application.make_window


def watched(qt: QApplication, desk: Desk) -> MainWindow:
    window = make_window(qt, desk)
    window.first_painted.connect(lambda: telling.tell("frame"))
    # The window hears it first: its page is there by now.
    desk.went.connect(lambda _screen: telling.when_painted(window.page, finished))
    return window


def finished() -> None:
    telling.tell("content")
    QTimer.singleShot(telling.ONE_SECOND, telling.tell_memory)


application.make_window = watched
sys.argv = ["merchant-guard"]
app.main()
