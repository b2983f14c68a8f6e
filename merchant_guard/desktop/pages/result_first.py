"""先改这 3 件: the first rows of the plan, each with what it leads to if left, and the law behind it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.known_papers import PaperWay, paper_for_task
from merchant_guard.desktop.pages.plan_words import PlanWords
from merchant_guard.desktop.panels.law_chip import Wanted, law_chip
from merchant_guard.desktop.theme.icons import icon
from merchant_guard.desktop.what_follows import consequence_of_item, worth_of_mending
from merchant_guard.desktop.widgets.buttons import button, shorten
from merchant_guard.desktop.widgets.labels import frame, icon_label, text_label
from merchant_guard.desktop.widgets.plan_detail import LONGEST
from merchant_guard.desktop.widgets.spoken import named
from merchant_guard.desktop.widgets.titled_words import Line, TitledWords
from merchant_guard.desktop.widgets.wrap_row import WrapRow
from merchant_guard.domain.plan import PlanItem
from merchant_guard.domain.question import Citation

QUICK_MINUTES = 10
LAW_ROOM = 380
"""Pixels for the name of a law on the result."""
_NUMBER = 30
"""The width of the number before a row."""
OpenWanted = Callable[[Wanted], object]


class ResultFirst(QFrame):
    """`open_law` is called with the article of a chip that was pressed."""

    def __init__(self, desk: Desk, first: tuple[PlanItem, ...], open_law: OpenWanted) -> None:
        super().__init__()
        self.setProperty("k", "card")
        self.setObjectName("first")
        self._desk, self._look, self._open_law = desk, desk.look, open_law
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 1, 4)
        column.setSpacing(0)
        column.addLayout(self._head(len(first)))
        if not first:
            column.addWidget(frame("rule"))
            column.addLayout(self._nothing())
        quick = next((item.id for item in first if _is_quick(item)), None)
        for number, item in enumerate(first, start=1):
            column.addWidget(frame("rule"))
            column.addWidget(RankRow(desk, number, item, item.id == quick, open_law))
        column.addStretch(1)

    def _head(self, count: int) -> QHBoxLayout:
        look, words = self._look, self._look.words
        row = QHBoxLayout()
        row.setContentsMargins(19, 8, 19, 8)
        title = words("Mend these {count} first").format(count=count) if count else words("Nothing to mend")
        row.addWidget(text_label(look, title, "section"), 1)
        if count:
            same = words("the first {count} of what to do").format(count=count)
            row.addWidget(text_label(look, same, "caption", "text2", wrap=False))
        return row

    def _nothing(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(19, 16, 19, 16)
        row.setSpacing(12)
        row.addWidget(icon_label(self._look, "circle-check", 28, "ok"))
        said = self._look.words("No gap was found in what has been answered so far.")
        row.addWidget(text_label(self._look, said), 1)
        return row


class RankRow(QWidget):
    """A row with its number. The law unfolds under it."""

    def __init__(self, desk: Desk, number: int, item: PlanItem, quick: bool, open_law: OpenWanted) -> None:
        super().__init__()
        self.setObjectName(f"rank_{number}")
        self._desk, self._look, self._item, self._open_law = desk, desk.look, item, open_law
        self._say = PlanWords(self._look, desk.open_check.bank, desk.today)
        self._consequence = consequence_of_item(desk.open_check.bank, item)
        column = QVBoxLayout(self)
        column.setContentsMargins(19, 10, 16, 10)
        column.setSpacing(6)
        column.addLayout(self._row(number, quick))
        if way := paper_for_task(desk, item.remedy.action.papers):
            column.addWidget(self._paper(way))
        self._laws = self._law_row()
        self._laws.hide()
        below = QHBoxLayout()
        below.setContentsMargins(_NUMBER, 0, 0, 0)
        below.addWidget(self._laws)
        column.addLayout(below)

    def _row(self, number: int, quick: bool) -> QHBoxLayout:
        look, item, words = self._look, self._item, self._look.words
        row = QHBoxLayout()
        row.setSpacing(0)
        rank = text_label(look, str(number), "h2", "text3", wrap=False)
        rank.setFixedWidth(_NUMBER)
        row.addWidget(rank, 0, Qt.AlignmentFlag.AlignTop)
        lines = [Line(item.remedy.action.why.pick(look.language), "text2", "body")]
        if self._consequence:
            lines.append(Line(self._consequence.happens.pick(look.language), "text2", "note", "scale"))
        if quick:
            lines.append(Line(words("One that is mended in 10 minutes today"), "primary", "note", "clock"))
        said = self._say.row(item)
        row.addWidget(TitledWords(look, said.title, said.badge, lines), 1)
        row.addSpacing(12)
        if item.citations and not item.remedy.is_inquiry:
            self._fold = self._fold_button(said.title)
            row.addWidget(self._fold)
            row.addSpacing(8)
        row.addWidget(self._mend_button(said.title))
        return row

    def _mend_button(self, title: str) -> QPushButton:
        how = self._look.words("How to mend")
        return button(
            self._look,
            how,
            f"mend_{self._item.id}",
            lambda: self._desk.go_to_item(self._item.id),
            accessible=named(self._look, how, title),
        )

    def _paper(self, way: PaperWay) -> QWidget:
        """The paper that mends it, ready to be printed."""
        box = QWidget()
        row = WrapRow(box)
        box.setContentsMargins(_NUMBER, 0, 0, 0)
        name, title = f"paper_of_{self._item.id}", self._say.row(self._item).title
        said = named(self._look, way.words, title)
        made = button(self._look, way.words, name, way.go, kind="link", picture="printer", accessible=said)
        shorten(made, self._look.px("body") * LONGEST)
        row.addWidget(made)
        return box

    def _fold_button(self, title: str) -> QPushButton:
        words = self._look.words
        return button(
            self._look,
            words("Legal basis"),
            f"law_of_{self._item.id}",
            self._toggle,
            kind="plain",
            picture="chevron-down",
            after=True,
            accessible=words("Unfold the legal basis: {title}").format(title=title),
        )

    def _law_row(self) -> QWidget:
        box = QWidget()
        box.setObjectName(f"laws_{self._item.id}")
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        if worth := self._worth():
            column.addWidget(text_label(self._look, worth, "note", "text2"))
        chips, laws = QWidget(), self._desk.open_check.bank.laws
        row = WrapRow(chips, gap=8, line_gap=6)
        for citation in self._item.citations:
            row.addWidget(law_chip(self._look, laws, citation, self._want, LAW_ROOM))
        column.addWidget(chips)
        return box

    def _worth(self) -> str:
        if self._consequence is None:
            return ""
        shop, questions = self._desk.open_check.shop, self._item.remedy.questions
        return worth_of_mending(self._look, shop, questions, self._consequence)

    def _want(self, citation: Citation) -> None:
        self._open_law(Wanted(citation, self._item.remedy.action.force, self._consequence))

    def _toggle(self) -> None:
        shown = self._laws.isHidden()
        self._laws.setVisible(shown)
        words, title = self._look.words, self._say.row(self._item).title
        now = words("Fold the legal basis: {title}") if shown else words("Unfold the legal basis: {title}")
        self._fold.setAccessibleName(now.format(title=title))
        picture = "chevron-up" if shown else "chevron-down"
        self._fold.setIcon(icon(picture, self._look.colour("text2")))


def _is_quick(item: PlanItem) -> bool:
    """Whether it is mended in ten minutes; asking somebody mends nothing yet."""
    return item.remedy.minutes <= QUICK_MINUTES and not item.remedy.is_inquiry
