"""The column of papers at the left of the print page: the list, and what goes with the chosen one."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.page import column
from merchant_guard.desktop.pages.paper_list import PaperList
from merchant_guard.desktop.pages.paper_options import OptionActs, PaperOptions
from merchant_guard.desktop.pages.paper_words import listed_groups
from merchant_guard.desktop.paper_choice import PaperChoice
from merchant_guard.desktop.printing import Printer
from merchant_guard.desktop.widgets.focusing import give_focus
from merchant_guard.desktop.widgets.labels import set_text, text_label
from merchant_guard.desktop.widgets.scroll_area import ScrollArea

_NARROWEST, _LEAST_PREVIEW, _SIDES = 220, 230, 64
"""Pixels for this column, for the preview, and around both, where there is little room."""
_GAP = 6
"""Between a row and what stands under it."""


class PaperSide(ScrollArea):
    """`wanted` comes with the paper somebody chooses; `widest` is its width in pixels where there is room."""

    wanted = Signal(str)

    def __init__(self, desk: Desk, choice: PaperChoice, acts: OptionActs, widest: int) -> None:
        self._desk, self._choice, self._acts = desk, choice, acts
        self._widest = min(desk.look.px("body") * 20, widest)
        content = QWidget()
        super().__init__(content)
        layout = column(content, (0, 0, 10, 0), 8)
        layout.addWidget(text_label(desk.look, desk.look.words("Print"), "title"))
        self._list = PaperList(desk.look, listed_groups(desk.look.words, choice), choice.chosen.id)
        self._list.wanted.connect(self.wanted)
        self._list.searched.connect(lambda: QTimer.singleShot(0, self, self._show_top))
        layout.addWidget(self._list)
        layout.addStretch(1)
        self._options: PaperOptions | None = None
        self.setFixedWidth(self._widest)

    def fit(self, room: int) -> None:
        """Where a panel pushes the page, leave room for the preview; `room` is the width of the page."""
        self.setFixedWidth(max(_NARROWEST, min(self._widest, room - _SIDES - _LEAST_PREVIEW)))

    @property
    def focus(self) -> QWidget:
        """The paper that is chosen."""
        return self._list.row or self._list.find

    # --- what is chosen -----------------------------------------------------------------------------

    def show_choice(self) -> None:
        """Show what is chosen by now, with the focus where it was."""
        focus = self._list.window().focusWidget()
        name = focus.objectName() if focus is not None and self._list.isAncestorOf(focus) else ""
        self._options = PaperOptions(self._desk, self._choice, self._acts, self._widest)
        self._options.grew.connect(lambda: QTimer.singleShot(0, self, self._reveal))
        self._list.show_chosen(self._choice.chosen.id, self._options)
        gone = name and self._list.window().focusWidget() is not focus
        if gone and (widget := self._list.findChild(QWidget, name)):
            give_focus(widget)

    def list_again(self) -> None:
        """List the papers anew: what is offered has changed."""
        self._list.show_groups(listed_groups(self._desk.look.words, self._choice), self._choice.chosen.id)

    def show_printers(self, printers: Sequence[Printer], usual: Printer | None) -> None:
        """Show which printer is used for the chosen paper."""
        if self._options is not None:
            self._options.show_printers(printers, usual)

    def warn(self, sentence: str) -> None:
        """Say what is not right about the chosen paper."""
        if self._options is not None:
            set_text(self._desk.look, self._options.notice, sentence, "caption")
            self._options.notice.show()

    def _show_top(self) -> None:
        """What was found begins under the line it was typed in."""
        self.ensureWidgetVisible(self._list.find, 0, 8)

    def _reveal(self) -> None:
        """Scroll until what belongs to the chosen paper can be read, but never past its row."""
        row, options, focus = self._list.row, self._options, self.window().focusWidget()
        if row is None or options is None or not isValid(options) or not options.isVisibleTo(self):
            return
        if focus is not None and options.isAncestorOf(focus):
            return  # somebody is busy there, and sees it
        bar, high = self.verticalScrollBar(), self.viewport().height()
        top = row.mapTo(self.widget(), row.rect().topLeft()).y()
        bottom = top + row.height() + _GAP + options.height()
        if bottom > bar.value() + high or top < bar.value():
            bar.setValue(min(bottom - high + 8, top - 8))
