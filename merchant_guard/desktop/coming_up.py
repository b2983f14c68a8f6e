"""The window that is open already comes up when it is started once more."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMainWindow

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.screens import DUTIES, TO_BEGIN_WITH, Screen


def come_up(window: QMainWindow, desk: Desk, wanted: str | None) -> None:
    """Bring the window before the others, on a screen where one is wanted and there is something to show.

    While it asks something, or shows the sample shop, it stays on its screen.
    """
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
    # Windows lets no program take the foreground by itself: there the taskbar shows that it wants it.
    QApplication.alert(window)
    is_free = QApplication.activeModalWidget() is None and not desk.is_sample
    if wanted in TO_BEGIN_WITH and desk.check is not None and is_free:
        show_wanted(desk, Screen(wanted))


def show_wanted(desk: Desk, screen: Screen) -> None:
    """Show a screen somebody asked for from outside, as by a click on a reminder."""
    if screen is Screen.REGISTERS:
        desk.go_to_register(DUTIES)
    else:
        desk.go(screen)
