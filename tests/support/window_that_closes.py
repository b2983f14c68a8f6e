"""The app as its owner starts it, which closes again once home was painted with the shop's content.

A process of its own: `python tests/support/window_that_closes.py`.
"""

import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from merchant_guard import app
from merchant_guard.desktop import application
from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.main_window import MainWindow

make_window = application.make_window


def watched(qt: QApplication, desk: Desk) -> MainWindow:
    """The window; when the desk has gone somewhere with the store open, there is nothing more to see."""
    window = make_window(qt, desk)
    desk.went.connect(lambda screen: QTimer.singleShot(500, lambda: finished(screen)))
    return window


def finished(screen: str) -> None:
    """Say which screen was seen, and close."""
    sys.stdout.write(f"{screen}\n")
    sys.stdout.flush()
    QApplication.quit()


if __name__ == "__main__":
    application.make_window = watched
    sys.argv = ["merchant-guard"]
    sys.exit(app.main())
