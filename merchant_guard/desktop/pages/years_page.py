"""往年的自查: the list of old years, and one of them in the words of its own day. Only to be read."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QVBoxLayout, QWidget
from shiboken6 import isValid

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.page import Page, column, empty
from merchant_guard.desktop.screens import Screen
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.empty_state import EmptyState
from merchant_guard.desktop.widgets.focusing import give_focus, is_by_keyboard
from merchant_guard.desktop.widgets.fold import Fold
from merchant_guard.desktop.widgets.labels import frame, text_label
from merchant_guard.desktop.widgets.link_row import LinkRow
from merchant_guard.desktop.widgets.old_answer_row import OldAnswerRow
from merchant_guard.desktop.widgets.page_head import PageHead
from merchant_guard.desktop.widgets.prose import WIDTH
from merchant_guard.desktop.widgets.scroll_area import ScrollArea
from merchant_guard.desktop.widgets.spoken import announce, listed

if TYPE_CHECKING:
    from merchant_guard.services.old_years import OldGroup, OldYear


class YearsPage(Page):
    """The years are read beside the window; nothing of them can be changed here."""

    def __init__(self, desk: Desk, low: bool, wide: bool) -> None:
        super().__init__(desk, low, wide)
        self._years: tuple[OldYear, ...] = ()
        content = QWidget()
        side = 26 if low else 32
        layout = column(content, (side, 14 if low else 18, side, 16), 12)
        back = button(self.look, self.words("Go back"), "back", self._go_back, picture="arrow-left")
        self._head = PageHead(self.look, [back])
        self._back = back
        self._head.show_words(self.words("Earlier years"), self.words("Reading …"))
        layout.addWidget(self._head)
        self._body = QVBoxLayout()
        self._body.setSpacing(12)
        layout.addLayout(self._body)
        layout.addStretch(1)
        column(self, (0, 0, 0, 0)).addWidget(ScrollArea(content))
        desk.next_year.read_years(lambda years: self._take(years) if isValid(self) else None)

    def first_focus(self) -> QWidget | None:
        """The way back, until the years are read."""
        return self._back

    def announcement(self) -> str:
        """Where we are."""
        return self.words("Earlier years")

    def _take(self, years: "tuple[OldYear, ...]") -> None:
        self._years = years
        self._show()

    @property
    def _open(self) -> "OldYear | None":
        wanted = self.desk.next_year.open_year
        return next((year for year in self._years if year.check_id == wanted), None)

    def _go_back(self) -> None:
        """From a year to the list, from the list to the result."""
        if self._open is None or len(self._years) == 1:
            self.desk.next_year.open_year = None
            self.desk.go(Screen.RESULT)
        else:
            left, self.desk.next_year.open_year = self._open, None
            self._show(f"year_{left.check_id}")

    def _open_year(self, check_id: int) -> None:
        self.desk.next_year.open_year = check_id
        self._show("back")

    def _show(self, focus: str = "") -> None:
        by_keyboard = is_by_keyboard(self.window())
        empty(self._body)
        year = self._open
        if year is None:
            self._show_list()
        else:
            self._show_year(year)
        if focus and (widget := self.findChild(QWidget, focus)):
            give_focus(widget, by_keyboard)
        announce(self, self._head.title.accessibleName())

    # --- the list -----------------------------------------------------------------------------------

    def _show_list(self) -> None:
        told = self.words("As they were answered then, in the words of then. Only to be read.")
        if not self._years:
            told = self.words("There is no earlier year here yet.")
        self._head.show_words(self.words("Earlier years"), told)
        if not self._years:
            self._show_none()
            return
        card = frame("card")
        card.setObjectName("old_year_list")
        card.setMaximumWidth(WIDTH)
        layout = QVBoxLayout(card)
        layout.setContentsMargins(18, 6, 18, 6)
        layout.setSpacing(0)
        for year in self._years:
            if layout.count():
                layout.addWidget(frame("rule"))
            row = LinkRow(self.look, self._title(year), self._told(year), "history", 44)
            row.setObjectName(f"year_{year.check_id}")
            row.clicked.connect(lambda _checked=False, id_=year.check_id: self._open_year(id_))
            layout.addWidget(row)
        self._body.addWidget(card)

    def _show_none(self) -> None:
        """What will be here; where only the plan of last year is left, its answers come from there."""
        if not self.desk.bringing.takes_plan:
            return
        words = self.words(
            "Is only last year’s plan left, as a PDF? Drop it on the window, or choose it here."
        )
        label = self.words("Choose last year’s plan")
        self._body.addWidget(EmptyState(self.look, "history", words, label, self._choose_plan))

    def _choose_plan(self) -> None:
        """The system's own dialog; the rest of the window stays alive behind it."""
        dialog = QFileDialog(self, self.words("Choose last year’s plan"))
        dialog.setObjectName("open_dialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.words("Plans (*.pdf)"), self.words("All files (*)")])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.desk.bringing.bring_plan(Path(name)))
        dialog.open()

    def _title(self, year: "OldYear") -> str:
        day = year.finished_on or year.checked_on
        if day is None:
            return self.words("A self-check without a day")
        return self.words("{year} self-check ({day})").format(year=day.year, day=day.isoformat())

    def _told(self, year: "OldYear") -> str:
        score = "" if year.score is None else self.words("{score} points").format(score=year.score)
        count = self.words("{count} questions").format(count=len(year.questions))
        return " · ".join(filter(None, (score, count)))

    # --- one year -----------------------------------------------------------------------------------

    def _show_year(self, year: "OldYear") -> None:
        read_only = self.words("Only to be read")
        self._head.show_words(self._title(year), " · ".join((self._told(year), read_only)))
        card = frame("card")
        card.setObjectName("old_year")
        card.setMaximumWidth(WIDTH)
        layout = QVBoxLayout(card)
        layout.setContentsMargins(1, 3, 1, 4)
        layout.setSpacing(0)
        for group in year.groups:
            if layout.count():
                layout.addWidget(frame("rule"))
            title = group.title.pick(self.look.language)
            remark = self.words("Questions: {count}").format(count=len(group.questions))
            layout.addWidget(
                Fold(self.look, f"old_group_{group.id}", title, remark, partial(self._answers, group))
            )
        self._body.addWidget(card)
        if year.done:
            self._body.addWidget(self._done(year))

    def _answers(self, group: "OldGroup") -> QWidget:
        box = QWidget()
        layout = column(box, (24, 0, 0, 6))
        for question in group.questions:
            layout.addWidget(OldAnswerRow(self.look, question))
        return box

    def _done(self, year: "OldYear") -> QWidget:
        card = frame("card")
        card.setObjectName("old_done")
        card.setMaximumWidth(WIDTH)
        layout = QVBoxLayout(card)
        layout.setContentsMargins(20, 12, 20, 14)
        layout.setSpacing(4)
        title = self.words("Put right after it: {count}").format(count=len(year.done))
        layout.addWidget(text_label(self.look, title, "section"))
        for task in year.done:
            layout.addWidget(self._line(task.done_on.isoformat(), task.title.pick(self.look.language)))
        return card

    def _line(self, day: str, title: str) -> QLabel:
        return text_label(self.look, listed(self.look, day, title), "note", "text2")
