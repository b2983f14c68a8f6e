"""Questions in both years, a row each: title, last year's answer, the one of now, and the change."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from merchant_guard.desktop.pages.compare_words import CompareWords
from merchant_guard.desktop.widgets.labels import boxed, frame, text_label
from merchant_guard.desktop.widgets.row_text import widest
from merchant_guard.desktop.widgets.spoken import listed
from merchant_guard.domain.comparison import Change, ComparedQuestion

_LOOKS = {Change.BETTER: "badge_ok", Change.WORSE: "badge_high"}
_TOP = Qt.AlignmentFlag.AlignTop


class ComparedRows(QWidget):
    """All of one change; the columns of the two years stand under each other."""

    def __init__(self, words: CompareWords, change: Change, those: Sequence[ComparedQuestion]) -> None:
        super().__init__()
        self._words, self._look, self._change = words, words.look, change
        said = [words.answer(one.before) for one in those] + [words.answer(one.now) for one in those]
        heads = [words.column_before, words.look.words("Now")]
        self._column = widest(self._look.font("note"), [*said, *heads]) + 4
        badge = boxed(self._look, words.badge(change), _LOOKS.get(change, ""))
        badge.ensurePolished()  # else it has no padding yet
        self._badge = badge.sizeHint().width() + 16 if change in _LOOKS else 0
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 2, 18, 6)
        layout.setSpacing(0)
        layout.addWidget(self._head(heads))
        for one in those:
            layout.addWidget(frame("rule"))
            layout.addWidget(self._row(one))

    def _head(self, heads: list[str]) -> QWidget:
        box = QWidget()
        grid = self._grid(box)
        grid.setContentsMargins(0, 0, 0, 2)
        for place, said in enumerate(heads, start=1):
            grid.addWidget(self._cell(said, "caption"), 0, place)
        if self._badge:
            grid.addWidget(QWidget(), 0, 3)  # the gap before an empty column would be missing
        return box

    def _grid(self, box: QWidget) -> QGridLayout:
        grid = QGridLayout(box)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)
        grid.setColumnMinimumWidth(1, self._column)
        grid.setColumnMinimumWidth(2, self._column)
        grid.setColumnMinimumWidth(3, self._badge)
        return grid

    def _cell(self, said: str, style: str = "note", tone: str = "text2") -> QLabel:
        return text_label(self._look, said, style, tone, wrap=False)

    def _row(self, one: ComparedQuestion) -> QWidget:
        words, box = self._words, QWidget()
        box.setObjectName(f"compared_{one.question.id}_{self._change}")
        column, head = QVBoxLayout(box), QWidget()
        column.setContentsMargins(0, 7, 0, 7)
        column.setSpacing(2)
        grid = self._grid(head)
        grid.setContentsMargins(0, 0, 0, 0)
        title = one.question.title.pick(self._look.language)
        grid.addWidget(text_label(self._look, title), 0, 0)
        before, now = words.answer(one.before), words.answer(one.now)
        grid.addWidget(self._cell(before), 0, 1, _TOP)
        grid.addWidget(self._cell(now, tone="text"), 0, 2, _TOP)
        if self._change in _LOOKS:
            sign = boxed(self._look, words.badge(self._change), _LOOKS[self._change])
            grid.addWidget(sign, 0, 3, _TOP | Qt.AlignmentFlag.AlignRight)
        column.addWidget(head)
        if ticks := words.ticks(one, self._change):
            column.addWidget(text_label(self._look, ticks, "caption", "text2"))
        box.setAccessibleName(listed(self._look, title, f"{before} → {now}", words.badge(self._change)))
        return box
