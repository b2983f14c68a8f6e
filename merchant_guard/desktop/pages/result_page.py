"""The result: how the shop stands, what to mend first, what to ask, and why mending early helps."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.page import Page, column
from merchant_guard.desktop.pages.result_asking import ResultAsking
from merchant_guard.desktop.pages.result_first import LAW_ROOM, ResultFirst
from merchant_guard.desktop.pages.result_groups import ResultGroups
from merchant_guard.desktop.pages.result_summary import ResultSummary
from merchant_guard.desktop.panels.law_chip import Wanted, law_chip
from merchant_guard.desktop.screens import Screen
from merchant_guard.desktop.theme.tokens import TEXT_SCALES
from merchant_guard.desktop.verdict_words import verdict
from merchant_guard.desktop.what_follows import is_small
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.labels import frame, icon_label, text_label
from merchant_guard.desktop.widgets.page_head import PageHead
from merchant_guard.desktop.widgets.scroll_area import ScrollArea
from merchant_guard.desktop.widgets.side_by_side import SideBySide
from merchant_guard.desktop.widgets.years_card import years_card
from merchant_guard.domain.paper import PLAN
from merchant_guard.domain.question import Citation

FIRST = 3
SHARES = (11, 9)
TWO_COLUMNS_FROM = 940
_SMALL_HANDLERS = Citation("small-processor-simplified-measures", "18")
_EVERYBODY = Citation("administrative-penalty-law", "33")


class ResultPage(Page):
    """Built from the self-check as it stands; the first rows are those of the plan."""

    def __init__(self, desk: Desk, low: bool, wide: bool) -> None:
        super().__init__(desk, low, wide)
        self._first = desk.plan.open_items[:FIRST]
        content = QWidget()
        side = 26 if low else 32
        layout = column(content, (side, 14 if low else 18, side, 16), 12)
        layout.addWidget(self._head())
        layout.addWidget(ResultSummary(desk, self._first, low))
        gap = 14 if low else 18
        layout.addWidget(
            SideBySide(
                self._left(),
                self._right(),
                SHARES,
                gap,
                round(TWO_COLUMNS_FROM * TEXT_SCALES[self.look.text_size]),
            )
        )
        layout.addLayout(self._disclaimer())
        layout.addStretch(1)
        column(self, (0, 0, 0, 0)).addWidget(ScrollArea(content))

    def first_focus(self) -> QWidget | None:
        """The way on."""
        return self.findChild(QPushButton, "see_plan")

    def print_here(self) -> None:
        """The paper of this page."""
        self._print()

    def announcement(self) -> str:
        """The score and the verdict."""
        said = verdict(self.look, self.desk.open_check.assessment, self.desk.plan)
        score = self.desk.open_check.assessment.shown_score
        if score is None:
            return said
        return f"{self.words('Self-check score {score}, out of 100').format(score=score)}. {said}"

    # --- building -----------------------------------------------------------------------------------

    def _head(self) -> PageHead:
        words, check = self.words, self.desk.open_check
        export = words("Print / export")
        see = words("See what to do")
        head = PageHead(
            self.look,
            [
                button(self.look, export, "print_result", self._print, picture="printer"),
                button(
                    self.look,
                    see,
                    "see_plan",
                    lambda: self.desk.go(Screen.PLAN),
                    kind="primary",
                    picture="arrow-right",
                    after=True,
                ),
            ],
        )
        title = words("{year} self-check result").format(year=check.checked_on.year)
        head.show_words(title, " · ".join(filter(None, (check.shop.name, self._counts(), self._day()))))
        return head

    def _print(self) -> None:
        self.desk.go_to_paper(PLAN.id)

    def _counts(self) -> str:
        score = self.desk.open_check.assessment.score
        if score.answered < score.applicable:
            told = self.words("{answered} of {applicable} answered")
            return told.format(answered=score.answered, applicable=score.applicable)
        return self.words("{count} questions").format(count=score.applicable)

    def _day(self) -> str:
        check = self.desk.open_check
        return (check.finished_on or check.checked_on).isoformat()

    def _left(self) -> QWidget:
        box = QWidget()
        layout = column(box, (0, 0, 0, 0), 12)
        layout.addWidget(ResultFirst(self.desk, self._first, self._open_law))
        if find_outs := self.desk.open_check.assessment.find_outs:
            layout.addWidget(ResultAsking(self.desk, find_outs), 1)
        else:
            layout.addStretch(1)
        return box

    def _right(self) -> QWidget:
        box = QWidget()
        layout = column(box, (0, 0, 0, 0), 12)
        layout.addWidget(ResultGroups(self.desk))
        layout.addWidget(self._early())
        if years := years_card(self.desk):
            layout.addWidget(years)
        layout.addStretch(1)
        return box

    def _early(self) -> QFrame:
        """What mending early is worth, and what not. Beyond 100,000 people the general law says it."""
        look, words = self.look, self.words
        box = frame("soft")
        box.setObjectName("early")
        layout = QVBoxLayout(box)
        layout.setContentsMargins(18, 12, 18, 12)
        layout.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(icon_label(look, "shield-check", 18, "primary"))
        head.addWidget(text_label(look, words("What mending early is worth"), "answer"), 1)
        layout.addLayout(head)
        said = words(
            "Slight, mended in time and harmless: shall not be punished. A first time with slight harm, "
            "mended in time: may go unpunished. What counts is the dates and the proof of mending; a "
            "self-check alone excuses nothing, and a gap known and left open counts against the shop. "
            "This is about administrative penalties, not compensation."
        )
        layout.addWidget(text_label(look, said))
        citation = _SMALL_HANDLERS if is_small(self.desk.open_check.shop) else _EVERYBODY
        laws = self.desk.open_check.bank.laws
        chip = law_chip(look, laws, citation, lambda one: self._open_law(Wanted(one)), LAW_ROOM)
        layout.addWidget(chip, 0, Qt.AlignmentFlag.AlignLeft)
        return box

    def _disclaimer(self) -> QHBoxLayout:
        look = self.look
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(icon_label(look, "info", 16, "text2"))
        said = look.words(
            "The score only helps you see what to mend first; it is no finding of an authority and no "
            "lawyer’s opinion."
        )
        words = text_label(look, said, "note", "text2")
        words.setObjectName("disclaimer")
        row.addWidget(words, 1)
        return row

    def _open_law(self, wanted: Wanted) -> None:
        # The panel is built only when somebody wants the law.
        from merchant_guard.desktop.panels.law_panel import LawPanel  # noqa: PLC0415

        self.panel_wanted.emit(LawPanel(self.look, self.desk.open_check.bank.laws, wanted))
