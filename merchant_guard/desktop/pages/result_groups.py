"""各组做到多少: the groups, worst first; those complete or not applying folded in one line."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.result_summary import bar_parts
from merchant_guard.desktop.theme.icons import icon
from merchant_guard.desktop.theme.tokens import TEXT_SCALES
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.labels import frame, text_label
from merchant_guard.desktop.widgets.row_text import widest
from merchant_guard.desktop.widgets.stacked_bar import StackedBar
from merchant_guard.domain.shop import Labelled
from merchant_guard.domain.tally import Tally, groups_worst_first

BAR_HEIGHT = 8
LONGEST_NAME = 180
"""Pixels at which a group's name wraps rather than press its bar, at the standard text size."""


class ResultGroups(QFrame):
    """Every group that asks something, by how much of it is done."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("k", "card")
        self.setObjectName("groups")
        self._look = desk.look
        groups = groups_worst_first(desk.open_check.assessment.sheet)
        self._names = self._name_width([group for group, _ in groups])
        self._told_width = widest(self._look.font("note"), [self._told(counts) for _, counts in groups])
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 8, 20, 8)
        column.setSpacing(2)
        column.addLayout(self._head())
        column.addSpacing(4)
        for group, counts in groups:
            if counts.counted and not counts.is_complete:
                column.addWidget(self._row(group, counts))
        complete = [(group, counts) for group, counts in groups if counts.is_complete]
        aside = [group for group, counts in groups if not counts.counted]
        if complete or aside:
            column.addSpacing(6)
            column.addWidget(frame("rule"))
        if complete:
            self._fold_complete(column, complete)
        if aside:
            column.addWidget(self._aside(aside))
        column.addStretch(1)

    def _head(self) -> QHBoxLayout:
        look, words = self._look, self._look.words
        row = QHBoxLayout()
        row.addWidget(text_label(look, words("How much of each group is done"), "section"), 1)
        row.addWidget(text_label(look, words("worst first"), "caption", "text2", wrap=False))
        return row

    def _name_width(self, groups: list[Labelled]) -> int:
        """The same for all rows, so that the bars stand under each other."""
        names = [group.label.pick(self._look.language) for group in groups]
        longest = round(LONGEST_NAME * TEXT_SCALES[self._look.text_size])
        return min(widest(self._look.font("body"), names) + 6, longest)

    def _row(self, group: Labelled, counts: Tally) -> QWidget:
        look, box = self._look, QWidget()
        box.setObjectName(f"tally_{group.id}")
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(14)
        name = text_label(look, group.label.pick(look.language))
        name.setFixedWidth(self._names)
        row.addWidget(name)
        row.addWidget(StackedBar(look, bar_parts(look, counts), BAR_HEIGHT), 1)
        told = text_label(look, self._told(counts), "note", "text2", wrap=False)
        told.setMinimumWidth(self._told_width)
        told.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(told)
        return box

    def _told(self, counts: Tally) -> str:
        return self._look.words("{done} / {total} done").format(done=counts.done, total=counts.counted)

    def _fold_complete(self, column: QVBoxLayout, complete: list[tuple[Labelled, Tally]]) -> None:
        words, count = self._look.words, len(complete)
        said = words("1 group is complete") if count == 1 else words("{count} groups are complete")
        fold = button(
            self._look,
            said.format(count=count),
            "complete_groups",
            self._toggle,
            kind="plain",
            picture="chevron-down",
            after=True,
        )
        self._fold: QPushButton = fold
        self._complete = QWidget()
        rows = QVBoxLayout(self._complete)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2)
        for group, counts in complete:
            rows.addWidget(self._row(group, counts))
        self._complete.hide()
        column.addWidget(fold)
        column.addWidget(self._complete)

    def _toggle(self) -> None:
        shown = self._complete.isHidden()
        self._complete.setVisible(shown)
        picture = "chevron-up" if shown else "chevron-down"
        self._fold.setIcon(icon(picture, self._look.colour("text2")))

    def _aside(self, groups: list[Labelled]) -> QWidget:
        comma = "、" if self._look.language == "zh" else ", "
        names = comma.join(group.label.pick(self._look.language) for group in groups)
        words = self._look.words("Do not apply here ({count}): {names}")
        label = text_label(self._look, words.format(count=len(groups), names=names), "note", "text2")
        label.setObjectName("groups_aside")
        return label
