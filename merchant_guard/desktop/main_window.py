"""The frame: navigation or step rail at the left, the page, the side panel that pushes, the toast."""

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractButton, QApplication, QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.page import LOW_HEIGHT, WIDE, Page
from merchant_guard.desktop.screens import BARE, WITH_STEPS, Screen, shown_as
from merchant_guard.desktop.widgets.focusing import LastInput, give_focus, is_by_keyboard, reveal
from merchant_guard.desktop.widgets.moved_banner import MovedBanner
from merchant_guard.desktop.widgets.navigation import Navigation
from merchant_guard.desktop.widgets.sample_banner import SampleBanner
from merchant_guard.desktop.widgets.side_panel import SidePanel
from merchant_guard.desktop.widgets.spoken import announce, listed
from merchant_guard.desktop.widgets.tab_order import put_last, tab_stops
from merchant_guard.desktop.widgets.toast import Toast
from merchant_guard.desktop.widgets.wait_box import WaitBox
from merchant_guard.desktop.window_place import place_of
from merchant_guard.services.due_glance import home_counts

NARROW = 960
PageMaker = Callable[[Screen, Desk, bool, bool], Page]
SECTIONS = (Screen.HOME, Screen.QUESTION, Screen.RESULT, Screen.PLAN, Screen.REGISTERS, Screen.PRINT)
"""What Ctrl+1 to Ctrl+6 lead to."""
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@runtime_checkable
class CollapsibleRail(Protocol):
    """A rail that can make itself narrow."""

    def set_collapsed(self, collapsed: bool) -> None:
        """Show circles only, or names too."""


@runtime_checkable
class FollowingRail(Protocol):
    """A rail that need not be built anew for the next step."""

    def follow(self) -> bool:
        """Show the step that is on the desk by now; False where that takes another rail."""


class MainWindow(QMainWindow):
    """Shows the screen that the desk says. Knows no page by name: `make_page` does."""

    first_painted = Signal()
    """The first frame is on the screen: what was put off for it may begin."""

    def __init__(self, desk: Desk, make_page: PageMaker, make_rail: Callable[[Desk], QWidget]) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.setMinimumSize(880, 420)
        self._desk, self._make_page, self._make_rail = desk, make_page, make_rail
        self._frame = QWidget()
        self._column = QVBoxLayout(self._frame)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._row = QHBoxLayout()
        self._row.setSpacing(0)
        self._column.addLayout(self._row, 1)
        self._banner: QWidget | None = None
        self._wait_box: WaitBox | None = None
        self.setCentralWidget(self._frame)
        self._rail: QWidget | None = None
        self._blank: QWidget | None = None
        self.page: Page | None = None
        self._is_painted = False
        self._panel = SidePanel(self)
        self._toast = Toast(self)
        self._panel.opened_or_closed.connect(lambda _open: self._settle_beside())
        desk.went.connect(lambda _screen: self.show_screen())
        desk.look_changed.connect(self._show_again)
        desk.said.connect(self._say)
        desk.undo_offered.connect(self._say)
        desk.save_failed.connect(self._tell_problem)
        desk.waiting.connect(self._wait)
        for number, screen in enumerate(SECTIONS, start=1):
            QShortcut(QKeySequence(f"Ctrl+{number}"), self, lambda s=screen: self._choose(s))
        QShortcut(QKeySequence("Ctrl+P"), self, self._print_here)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self._close_aside)
        self.setWindowTitle(desk.look.words("Merchant Guard"))
        self.setAcceptDrops(True)

    @property
    def is_low(self) -> bool:
        """Whether the window is too low for the roomy layout."""
        return self.height() < LOW_HEIGHT

    @property
    def is_wide(self) -> bool:
        """Whether there is room for the help beside the question."""
        return self.width() >= WIDE

    def show_waiting(self) -> None:
        """Show the frame with its navigation while the owner's data is being opened."""
        self._rail = Navigation(self._desk.look)
        self._rail.show_current(Screen.HOME)
        self._row.insertWidget(0, self._rail)
        self._fit_rail()
        self._blank = self._waiting_for_home() or QWidget()
        self._row.addWidget(self._blank, 1)
        self._row.addWidget(self._panel)  # where it says why the data cannot be opened

    def _waiting_for_home(self) -> QWidget | None:
        """What is known of the home page before the data is open; None where nothing is."""
        folder = self._desk.preferences.folder
        counts = home_counts(folder, self._desk.today) if folder else None
        if counts is None:
            return None
        from merchant_guard.desktop.pages.home_waiting import HomeWaiting  # noqa: PLC0415 (not at the first start)

        return HomeWaiting(self._desk.look, counts)

    def show_screen(self) -> None:
        """Build the screen the desk is on, with what stands beside it."""
        screen, by_keyboard = self._desk.screen, is_by_keyboard(self)
        self._panel.close_panel()
        if self._blank is not None:
            self._row.removeWidget(self._blank)
            self._blank.deleteLater()
            self._blank = None
        self._show_banner()
        self._show_rail(screen)
        old, self.page = self.page, self._make_page(screen, self._desk, self.is_low, self.is_wide)
        self.page.panel_wanted.connect(self._panel.show_widget)
        if old is not None:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._row.insertWidget(1 if self._rail else 0, self.page, 1)
        self._row.addWidget(self._panel)
        self.setWindowTitle(self._desk.look.words("Merchant Guard"))
        self.lead_tab()
        if focus := self.page.first_focus() or next(iter(tab_stops(self.page)), None):
            give_focus(focus, by_keyboard)
        self.page.show()  # a layout would only show it later, and set the rail in the middle until then
        QTimer.singleShot(0, self._toast, self._toast.settle)
        if words := self.page.announcement():
            announce(self.page, words)

    def _show_again(self) -> None:
        """Build the same screen anew, with the focus where it was."""
        focus = QApplication.focusWidget()
        was_here = focus is not None and self.page is not None and self.page.isAncestorOf(focus)
        name = focus.objectName() if focus is not None and was_here else ""
        by_keyboard = is_by_keyboard(self)
        self.show_screen()
        if name and self.page is not None and (widget := self.page.findChild(QWidget, name)):
            give_focus(widget, by_keyboard)

    def focusNextPrevChild(self, onward: bool) -> bool:  # noqa: N802
        """What was built since comes in its place, and what gets the focus can be seen."""
        self.lead_tab()
        has_gone = super().focusNextPrevChild(onward)
        if focus := QApplication.focusWidget():
            reveal(focus)
        return has_gone

    def lead_tab(self) -> None:
        """Tab goes through the page, then the panel, then the rail."""
        put_last(self._panel)
        if self._rail is not None:
            put_last(self._rail)

    def _settle_beside(self) -> None:
        """Make room for the panel, and lead Tab into it."""
        self._fit_rail()
        self.lead_tab()

    def _show_banner(self) -> None:
        """What is only to be looked at says so on every screen."""
        if self._banner is not None:
            self._column.removeWidget(self._banner)
            self._banner.deleteLater()
            self._banner = None
        desk = self._desk
        if desk.is_sample:
            self._banner = SampleBanner(desk.look, desk.leave_sample)
        elif desk.moved_on is not None and desk.check is not None:
            self._banner = MovedBanner(desk.look, desk.moved_on, desk.backups.stay_here)
        if self._banner is not None:
            self._column.insertWidget(0, self._banner)

    def _show_rail(self, screen: Screen) -> None:
        if self._stays(screen):
            self._fit_rail()
            return
        if self._rail is not None:
            self._row.removeWidget(self._rail)
            self._rail.deleteLater()
            self._rail = None
        if screen in BARE or self._desk.check is None or self._desk.is_describing:
            return
        if screen in WITH_STEPS:
            self._rail = self._make_rail(self._desk)
        else:
            self._rail = Navigation(self._desk.look)
            self._rail.chosen.connect(self._choose)
            self._rail.show_current(shown_as(screen))
        self._row.insertWidget(0, self._rail)
        self._fit_rail()

    def _stays(self, screen: Screen) -> bool:
        """Whether the rail that is there goes on to the next step."""
        has_steps = screen in WITH_STEPS and not self._desk.is_describing
        return has_steps and isinstance(self._rail, FollowingRail) and self._rail.follow()

    def _fit_rail(self) -> None:
        """A rail shows circles or icons only where the window is narrow, or the panel pushes the page."""
        if isinstance(self._rail, CollapsibleRail):
            pushed = self._panel.isVisibleTo(self) and not (self.is_wide and self._panel.has_wish)
            self._rail.set_collapsed(self.width() < NARROW or pushed)

    def _choose(self, screen: str) -> None:
        if self._desk.check is None:
            return
        if screen == Screen.QUESTION:
            self._desk.walk.begin_full()
        else:
            self._desk.go(Screen(screen))

    def _close_aside(self) -> None:
        if self._panel.isVisibleTo(self):
            self._panel.close_panel()
        elif self.page is not None:
            self.page.close_aside()

    def _print_here(self) -> None:
        if self.page is not None:
            self.page.print_here()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter presses what has the focus; what rail and panel do not want is for the page."""
        super().keyPressEvent(event)
        focus = QApplication.focusWidget()
        if event.key() in ENTER and not event.isAutoRepeat():
            if isinstance(focus, QAbstractButton) and not focus.isCheckable():
                focus.click()
            elif self.page is not None:
                self.page.take_enter()
        elif self.page is not None and not self.page.isAncestorOf(QApplication.focusWidget() or self):
            self.page.keyPressEvent(event)

    def _say(self, words: str, undo: Callable[[], object] | None = None) -> None:
        self._toast.show_words(self._desk.look, words, undo)
        may = self._desk.look.words("It can be undone") if undo else ""
        announce(self, listed(self._desk.look, words, may))

    def _wait(self, words: str) -> None:
        """Keep everybody from doing anything while there are words to wait by."""
        if self._wait_box is not None:
            self._wait_box.end()
            self._wait_box = None
        if words:
            self._wait_box = WaitBox(self._desk.look, self, words)
            self._wait_box.open()

    def _tell_problem(self, sentence: str) -> None:
        self._panel.tell_problem(self._desk.look, sentence)
        announce(self, sentence, urgent=True)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """From now on keys and clicks come in."""
        super().showEvent(event)
        if self.findChild(LastInput) is None:
            LastInput(self)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Remember where the window stood."""
        preferences = self._desk.preferences
        preferences.choose(replace(preferences.settings, window=place_of(self)))
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """At the first start a file may be dropped anywhere."""
        if self._desk.bringing.takes(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Take what was dropped."""
        event.acceptProposedAction()
        self._desk.bringing.bring_from(event.mimeData())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Tell of the first frame once it is out."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self, self.first_painted.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Build the page again when the window changes its class of size."""
        before = (event.oldSize().height() < LOW_HEIGHT, event.oldSize().width() >= WIDE)
        super().resizeEvent(event)
        self._toast.settle()
        self._fit_rail()
        if self.page is not None and before != (self.is_low, self.is_wide):
            QTimer.singleShot(0, self, self._show_again)
