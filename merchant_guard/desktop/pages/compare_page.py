"""明年对比: what got better, what got worse, what is new, and why the score moved."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.compare_words import CompareWords
from merchant_guard.desktop.pages.page import Page, column
from merchant_guard.desktop.screens import Screen
from merchant_guard.desktop.theme.tokens import TEXT_SCALES
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.compared_rows import ComparedRows
from merchant_guard.desktop.widgets.fold import Fold
from merchant_guard.desktop.widgets.labels import boxed, frame, icon_label, text_label
from merchant_guard.desktop.widgets.page_head import PageHead
from merchant_guard.desktop.widgets.score_ring import RingSize, ScoreRing
from merchant_guard.desktop.widgets.scroll_area import ScrollArea
from merchant_guard.desktop.widgets.side_by_side import SideBySide
from merchant_guard.desktop.widgets.spoken import named
from merchant_guard.desktop.widgets.wrap_row import WrapRow
from merchant_guard.domain.comparison import Change, ComparedAction, ComparedGroup, ComparedQuestion
from merchant_guard.domain.paper import COMPARISON

RING = RingSize(88, 9, 32)
SHARES = (12, 8)
TWO_COLUMNS_FROM = 980
MOST_REASONS = 6
_LOOKS = {Change.BETTER: "badge_ok", Change.WORSE: "badge_high"}


class ComparePage(Page):
    """Built from the check in hand and the one before it."""

    def __init__(self, desk: Desk, low: bool, wide: bool) -> None:
        super().__init__(desk, low, wide)
        comparison = desk.open_check.comparison
        if comparison is None:
            raise LookupError("there is no earlier self-check to compare with")
        self._compared, self._say = comparison, CompareWords(self.look, comparison)
        content = QWidget()
        side = 26 if low else 32
        layout = column(content, (side, 14 if low else 18, side, 16), 12)
        layout.addWidget(self._head())
        layout.addWidget(self._summary())
        least = round(TWO_COLUMNS_FROM * TEXT_SCALES[self.look.text_size])
        layout.addWidget(SideBySide(self._left(), self._right(), SHARES, 14 if low else 18, least))
        layout.addLayout(self._disclaimer())
        layout.addStretch(1)
        column(self, (0, 0, 0, 0)).addWidget(ScrollArea(content))

    def first_focus(self) -> QWidget | None:
        """The paper of this page."""
        return self.findChild(QPushButton, "print_comparison")

    def print_here(self) -> None:
        """The paper of this page."""
        self._print()

    def announcement(self) -> str:
        """The score beside last year's."""
        return self._say.score

    # --- top ----------------------------------------------------------------------------------------

    def _head(self) -> PageHead:
        look, words = self.look, self.words
        see = button(look, words("See the result"), "see_result", lambda: self.desk.go(Screen.RESULT))
        printing = button(
            look,
            words("Print"),
            "print_comparison",
            self._print,
            kind="primary",
            picture="printer",
            accessible=named(look, words("Print"), self._say.title),
        )
        head = PageHead(look, [see, printing])
        days = (self._compared.before_on, self._compared.now_on)
        span = " → ".join(day.isoformat() for day in days if day)
        head.show_words(self._say.title, " · ".join(filter(None, (self.desk.open_check.shop.name, span))))
        return head

    def _print(self) -> None:
        self.desk.go_to_paper(COMPARISON.id)

    def _summary(self) -> QFrame:
        look, box = self.look, frame("card")
        box.setObjectName("compared")
        row = QHBoxLayout(box)
        margin = 12 if self.low else 14
        row.setContentsMargins(24, margin, 24, margin)
        row.setSpacing(24)
        if self._compared.score_now is not None:
            ring = ScoreRing(look, self._compared.score_now, RING)
            row.addWidget(ring, 0, Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(6)
        score = text_label(look, self._say.score, "h2")
        score.setObjectName("compared_score")
        words.addWidget(score)
        if told := self._say.told_then:
            words.addWidget(text_label(look, told, "note", "text2"))
        if waiting := len(self._compared.waiting):
            left = self.words("{count} not answered yet; compared is what is answered")
            words.addWidget(text_label(look, left.format(count=waiting), "note", "text2"))
        words.addWidget(self._counts())
        row.addLayout(words, 1)
        return box

    def _counts(self) -> QWidget:
        box = QWidget()
        row = WrapRow(box, gap=8, line_gap=6)
        for change, said in self._say.counts:
            sign = boxed(self.look, said, _LOOKS.get(change, "badge_low"))
            sign.setObjectName(f"count_{change}")
            row.addWidget(sign)
        return box

    # --- left: the questions ------------------------------------------------------------------------

    def _left(self) -> QWidget:
        box, words, compared = QWidget(), self.words, self._compared
        layout = column(box, (0, 0, 0, 0), 12)
        moved = (
            (Change.WORSE, words("Worse than last year"), compared.worse),
            (Change.BETTER, words("Better than last year"), compared.better),
        )
        for change, title, those in moved:
            if those:
                layout.addWidget(self._card(change, title, those))
        if not compared.worse and not compared.better:
            nothing = frame("card")
            nothing.setObjectName("nothing_moved")
            inner = QVBoxLayout(nothing)
            inner.setContentsMargins(20, 14, 20, 14)
            inner.addWidget(text_label(self.look, words("Nothing got better or worse.")))
            layout.addWidget(nothing)
        folds = (
            (Change.NEW, words("New this time"), compared.new),
            (Change.GONE, words("Asked last time, not now"), compared.gone),
            (Change.CHANGED, words("Question changed, not compared"), compared.changed),
            (Change.SAME, words("Unchanged"), compared.same),
        )
        if any(those for _, _, those in folds):
            layout.addWidget(self._folds(folds))
        layout.addStretch(1)
        return box

    def _card(self, change: Change, title: str, those: Sequence[ComparedQuestion]) -> QFrame:
        card = frame("card")
        card.setObjectName(f"card_{change}")
        layout = QVBoxLayout(card)
        layout.setContentsMargins(2, 12, 2, 4)
        layout.setSpacing(2)
        head = text_label(self.look, self._counted(title, len(those)), "section")
        head.setContentsMargins(18, 0, 18, 0)
        layout.addWidget(head)
        layout.addWidget(ComparedRows(self._say, change, those))
        return card

    def _counted(self, title: str, count: int) -> str:
        return self.words("{title} ({count})").format(title=title, count=count)

    def _folds(self, folds: Sequence[tuple[Change, str, Sequence[ComparedQuestion]]]) -> QFrame:
        card = frame("card")
        layout = QVBoxLayout(card)
        layout.setContentsMargins(1, 3, 1, 4)
        layout.setSpacing(0)
        for change, title, those in folds:
            if not those:
                continue
            if layout.count():
                layout.addWidget(frame("rule"))
            remark = self.words("Questions: {count}").format(count=len(those))
            build = partial(ComparedRows, self._say, change, those)
            layout.addWidget(Fold(self.look, f"fold_{change}", title, remark, build))
        return card

    # --- right: the score, the groups, the tasks ----------------------------------------------------

    def _right(self) -> QWidget:
        box = QWidget()
        layout = column(box, (0, 0, 0, 0), 12)
        if self._compared.reasons:
            layout.addWidget(self._reasons())
        moved = [one for one in self._compared.groups if one.change is not Change.SAME]
        if moved:
            layout.addWidget(self._groups(moved))
        done = (self.words("Put right since"), "done_since", self._compared.done)
        left_open = (self.words("Still open from last year"), "left_open", self._compared.left_open)
        for title, name, actions in (done, left_open):
            if actions:
                layout.addWidget(self._actions(title, name, actions))
        layout.addStretch(1)
        return box

    def _titled(self, name: str, title: str) -> tuple[QFrame, QVBoxLayout]:
        card = frame("card")
        card.setObjectName(name)
        layout = QVBoxLayout(card)
        layout.setContentsMargins(20, 12, 20, 14)
        layout.setSpacing(4)
        layout.addWidget(text_label(self.look, title, "section"))
        return card, layout

    def _reasons(self) -> QFrame:
        card, layout = self._titled("reasons", self.words("Why the score moved"))
        first, rest = self._compared.reasons[:MOST_REASONS], self._compared.reasons[MOST_REASONS:]
        layout.addLayout(self._two_columns([self._say.reason(one) for one in first]))
        if rest:
            said = self.words("and {count} more, {points} points together")
            tenths = sum(one.tenths for one in rest)
            words = said.format(count=len(rest), points=f"{tenths / 10:+.1f}".replace("-", "−"))
            layout.addWidget(text_label(self.look, words, "note", "text2"))
        return card

    def _two_columns(self, rows: Sequence[tuple[str, str]]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for number, (short, long) in enumerate(rows):
            said = text_label(self.look, short, "note", "text2", wrap=False)
            grid.addWidget(said, number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(text_label(self.look, long, "note"), number, 1)
        return grid

    def _groups(self, groups: Sequence[ComparedGroup]) -> QFrame:
        card, layout = self._titled("compared_groups", self.words("By group"))
        for one in groups:
            row = QHBoxLayout()
            row.addWidget(text_label(self.look, one.group.label.pick(self.look.language)), 1)
            said = self.words("{before} → {now}").format(
                before="—" if one.score_before is None else one.score_before,
                now="—" if one.score_now is None else one.score_now,
            )
            row.addWidget(text_label(self.look, said, "note", "text2", wrap=False))
            look_of = _LOOKS.get(one.change, "badge_low")
            row.addWidget(boxed(self.look, self._say.badge(one.change), look_of))
            layout.addLayout(row)
        return card

    def _actions(self, title: str, name: str, actions: Sequence[ComparedAction]) -> QFrame:
        card, layout = self._titled(name, self._counted(title, len(actions)))
        language = self.look.language
        if name == "left_open":
            for one in actions:
                layout.addWidget(text_label(self.look, one.action.title.pick(language), "note"))
            return card
        rows = [
            (one.done_on.isoformat() if one.done_on else "", one.action.title.pick(language))
            for one in actions
        ]
        layout.addLayout(self._two_columns(rows))
        return card

    def _disclaimer(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(icon_label(self.look, "info", 16, "text2"))
        said = self.words(
            "The score only helps you see what to mend first; it is no finding of an authority and no "
            "lawyer’s opinion."
        )
        row.addWidget(text_label(self.look, said, "note", "text2"), 1)
        return row
