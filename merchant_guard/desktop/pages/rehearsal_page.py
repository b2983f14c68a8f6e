"""演练: the tests that inspectors make, one at a time, with what to do where one comes out badly."""

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.page import Page, column, empty
from merchant_guard.desktop.pages.rehearsal_test import RehearsalTestCard
from merchant_guard.desktop.screens import Screen
from merchant_guard.desktop.theme.tokens import TEXT_SCALES
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.choice_rows import may_grow
from merchant_guard.desktop.widgets.focusing import give_focus
from merchant_guard.desktop.widgets.labels import frame, text_label
from merchant_guard.desktop.widgets.link_row import LinkRow
from merchant_guard.desktop.widgets.page_footer import PageFooter
from merchant_guard.desktop.widgets.page_head import PageHead
from merchant_guard.desktop.widgets.scroll_area import ScrollArea
from merchant_guard.desktop.widgets.side_by_side import SideBySide
from merchant_guard.desktop.widgets.spoken import announce, listed
from merchant_guard.desktop.widgets.tab_order import lead_through
from merchant_guard.domain.rehearsal import TestResult

SHARES = (38, 23)
TWO_COLUMNS_FROM = 760
_ALL_THE_WIDTH = 16777215


class RehearsalPage(Page):
    """How far the rehearsal is lies on the desk."""

    def __init__(self, desk: Desk, low: bool, wide: bool) -> None:
        super().__init__(desk, low, wide)
        self._content = content = QWidget()
        side = 26 if low else 28
        layout = column(content, (side, 12 if low else 20, side, 16))
        head = PageHead(self.look, self._buttons())
        lead = self.words("Try it as inspectors do, a minute each.")
        head.show_words(self.words("Rehearse an inspection"), lead)
        layout.addWidget(head)
        layout.addSpacing(8 if low else 12)
        self._left, self._right = QWidget(), QWidget()
        self._card_place = column(self._left, (0, 0, 0, 0))
        self._list_place = column(self._right, (0, 0, 0, 0))
        least = round(TWO_COLUMNS_FROM * TEXT_SCALES[self.look.text_size])
        layout.addWidget(SideBySide(self._left, self._right, SHARES, 14, least))
        layout.addStretch(1)
        self._area = area = ScrollArea(content)
        self._foot = PageFooter(True, side, _ALL_THE_WIDTH)
        self._foot.follow(area)
        outer = column(self, (0, 0, 0, 0))
        outer.addWidget(area, 1)
        outer.addWidget(self._foot)
        self._show_test()

    def _buttons(self) -> list[QWidget]:
        look, words, visit = self.look, self.words, self.desk.visit
        back = words("Back to the inspection")
        go = partial(self.desk.go, Screen.INSPECTION)
        return [
            button(look, back, "back_to_visit", go, kind="quiet", picture="arrow-left"),
            button(
                look,
                words("Print the tests"),
                "print_rehearsal",
                visit.print_rehearsal,
                kind="quiet",
                picture="printer",
            ),
        ]

    def first_focus(self) -> QWidget:
        """The results."""
        return self._card.focus

    def announcement(self) -> str:
        """Which test it is."""
        rehearsal, words = self.desk.visit.rehearsal, self.words
        place = words("Test {number} of {total}")
        said = place.format(number=rehearsal.place + 1, total=len(rehearsal.tests))
        return listed(self.look, said, rehearsal.here.title.pick(self.look.language))

    def print_here(self) -> None:
        """The tests, to be filled in by hand."""
        self.desk.visit.print_rehearsal()

    def take_enter(self) -> None:
        """Go on."""
        self._next()

    # --- what is shown --------------------------------------------------------------------------------

    def _show_test(self) -> None:
        empty(self._card_place)
        self._card = RehearsalTestCard(self.desk)
        self._card.resulted.connect(self._show_list)
        self._card_place.addWidget(self._card)
        self._card.show()
        self._show_foot()
        self._show_list()

    def _show_foot(self) -> None:
        """Back and on; after the last test it is written down."""
        look, words, rehearsal = self.look, self.words, self.desk.visit.rehearsal
        row = self._foot.row
        empty(row)
        if rehearsal.place:
            row.addWidget(
                button(
                    look, words("Test before"), "test_back", self._back, kind="plain", picture="arrow-left"
                )
            )
        row.addStretch(1)
        if rehearsal.is_last:
            note = words("Note this rehearsal")
            go = button(look, note, "record", self._next, kind="primary", picture="notebook-pen")
        else:
            on = {"picture": "arrow-right", "after": True}
            go = button(look, words("Next test"), "test_next", self._next, kind="primary", **on)
        row.addWidget(go)

    def _show_list(self) -> None:
        empty(self._list_place)
        made = self._list()
        self._list_place.addWidget(made)
        made.show()
        lead_through(self._content)

    def _list(self) -> QWidget:
        look, words, rehearsal = self.look, self.words, self.desk.visit.rehearsal
        card = QFrame()
        card.setProperty("k", "card")
        card.setObjectName("test_list")
        layout = QVBoxLayout(card)
        layout.setContentsMargins(20, 13, 14, 12)
        layout.setSpacing(0)
        heading = words("{count} tests, about {count} min").format(count=len(rehearsal.tests))
        layout.addWidget(text_label(look, heading, "section"))
        layout.addSpacing(4)
        said = {TestResult.GOOD: words("Well"), TestResult.MEND: words("To mend")}
        for place, test in enumerate(rehearsal.tests):
            here = words("here") if place == rehearsal.place else ""
            result = rehearsal.results.get(test.id)
            remark = said[result] if result else here
            row = LinkRow(look, test.title.pick(look.language), remark)
            row.setObjectName(f"test_{test.id}")
            may_grow(row)
            row.clicked.connect(lambda _on=False, one=place: self._go_to(one))
            layout.addWidget(row)
        layout.addStretch(1)
        if rehearsal.results:
            self._add_sum(layout)
        return card

    def _add_sum(self, layout: QVBoxLayout) -> None:
        """How it stands, and to write it down, also before all is tried."""
        look, words, rehearsal = self.look, self.words, self.desk.visit.rehearsal
        layout.addSpacing(6)
        layout.addWidget(frame("rule"))
        layout.addSpacing(6)
        told = words("{good} well, {mend} to mend, {left} left").format(
            good=len(rehearsal.good),
            mend=len(rehearsal.to_mend),
            left=len(rehearsal.tests) - len(rehearsal.results),
        )
        said = text_label(look, told, "caption", "text2")
        said.setObjectName("rehearsal_sum")
        layout.addWidget(said)
        if not rehearsal.is_last:
            note = words("Note this rehearsal")
            made = button(look, note, "record", self.desk.visit.record, kind="link", picture="notebook-pen")
            layout.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)

    # --- on and back --------------------------------------------------------------------------------

    def _next(self) -> None:
        rehearsal = self.desk.visit.rehearsal
        if not rehearsal.is_last:
            self._go_to(rehearsal.place + 1)
        elif rehearsal.results:
            self.desk.visit.record()
        else:
            self.desk.said.emit(self.words("Try one of them first"))

    def _back(self) -> None:
        self._go_to(self.desk.visit.rehearsal.place - 1)

    def _go_to(self, place: int) -> None:
        self.desk.visit.go_to_test(place)
        QTimer.singleShot(0, self, self._show_next)  # what was pressed goes

    def _show_next(self) -> None:
        self._area.verticalScrollBar().setValue(0)
        self._show_test()
        give_focus(self._card.focus)
        announce(self, self.announcement())
