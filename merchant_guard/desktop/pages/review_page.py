"""检查答案: what is unanswered or unsure first, then every group with its answers; 改 comes back here."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.page import Page, column, in_column
from merchant_guard.desktop.screens import Screen
from merchant_guard.desktop.widgets.answer_line import INDENT, AnswerLine
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.fold import Fold
from merchant_guard.desktop.widgets.labels import frame, icon_label, text_label
from merchant_guard.desktop.widgets.page_footer import PageFooter
from merchant_guard.desktop.widgets.scroll_area import ScrollArea
from merchant_guard.desktop.widgets.step_rail import steps_of
from merchant_guard.desktop.widgets.years_card import years_card
from merchant_guard.domain.interview import QuestionStep, Step
from merchant_guard.domain.question import Choice
from merchant_guard.localization.labels import label

WIDTH = 720
LISTED = 6
"""As many open rows as are listed at once; the rest unfolds."""
UNDER_HEAD = 42


class ReviewPage(Page):
    """Built from the interview on the desk."""

    def __init__(self, desk: Desk, low: bool, wide: bool) -> None:
        super().__init__(desk, low, wide)
        self._interview = desk.open_check.interview
        path = self._interview.path
        self._open = [step for step in path if not self._interview.is_answered(step)]
        self._unsure = [step for step in path if self._choice(step) is Choice.UNSURE]
        side = 26 if low else 32
        outer = column(self, (0, 0, 0, 0))
        content = QWidget()
        inner = column(content, (side, 14 if low else 32, side, 12))
        inner.addWidget(in_column(self._build(), WIDTH))
        inner.addStretch(1)
        area = ScrollArea(content)
        outer.addWidget(area, 1)
        footer = self._footer(side)
        footer.follow(area)
        outer.addWidget(footer)

    def _choice(self, step: Step) -> Choice | None:
        answer = self._interview.sheet.answers.get(step.id)
        return answer.choice if answer else None

    # --- building -----------------------------------------------------------------------------------

    def _build(self) -> QWidget:
        box, gap = QWidget(), 12 if self.low else 20
        layout = column(box, (0, 0, 0, 0))
        layout.addWidget(text_label(self.look, self.words("Check your answers"), "title"))
        layout.addSpacing(2)
        layout.addLayout(self._state())
        layout.addSpacing(gap)
        if self._open or self._unsure:
            layout.addWidget(self._first_to_see())
            layout.addSpacing(gap)
        layout.addWidget(self._groups())
        if years := years_card(self.desk):
            layout.addSpacing(gap)
            layout.addWidget(years)
        return box

    def _state(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        picture, colour = ("info", "text2") if self._open else ("circle-check", "ok")
        row.addWidget(icon_label(self.look, picture, 18, colour))
        row.addWidget(text_label(self.look, self._state_words(), "body", "text2"), 1)
        return row

    def _state_words(self) -> str:
        unsure = self.words("{count} not sure").format(count=len(self._unsure))
        if not self._open:
            done = self.words("Everything is answered")
            return f"{done} · {unsure}" if self._unsure else done
        left = self.words("{count} not answered yet").format(count=len(self._open))
        return f"{left} · {unsure}" if self._unsure else left

    def _first_to_see(self) -> QWidget:
        steps = [*self._open, *self._unsure]
        box = frame("card")
        box.setObjectName("first_to_see")
        layout = QVBoxLayout(box)
        layout.setContentsMargins(1, 4, 1, 6)
        layout.setSpacing(0)
        layout.addWidget(self._lines(steps[:LISTED], self.words("Go and see"), INDENT))
        if rest := steps[LISTED:]:
            layout.addWidget(frame("rule"))
            title = self.words("{count} more").format(count=len(rest))
            rest_lines = partial(self._lines, rest, self.words("Go and see"), UNDER_HEAD)
            layout.addWidget(Fold(self.look, "more_to_see", title, "", rest_lines))
        return box

    def _groups(self) -> QWidget:
        box = frame("card")
        layout = QVBoxLayout(box)
        layout.setContentsMargins(1, 3, 1, 4)
        layout.setSpacing(0)
        for group in self._interview.bank.asked_groups:
            steps = steps_of(self._interview, group.id)
            questions = sum(isinstance(step, QuestionStep) for step in steps)
            if not steps:
                continue
            if layout.count():
                layout.addWidget(frame("rule"))
            title = group.label.pick(self.look.language)
            remark = self.words("Questions: {count}").format(count=questions)
            build = partial(self._lines, steps, self.words("Change"), UNDER_HEAD)
            layout.addWidget(Fold(self.look, f"group_{group.id}_answers", title, remark, build))
        return box

    def _lines(self, steps: Sequence[Step], verb: str, indent: int) -> QWidget:
        box = QWidget()
        layout = column(box, (0, 0, 0, 6))
        for step in steps:
            opening = partial(self.desk.walk.change_answer, step.id)
            line = AnswerLine(self.look, step.id, self._title(step), self._said(step), verb, opening, indent)
            layout.addWidget(line)
        return box

    def _title(self, step: Step) -> str:
        language = self.look.language
        if isinstance(step, QuestionStep):
            return step.question.title.pick(language)
        if step.door is None:
            return self.words("About your shop")
        group = next(group for group in self._interview.bank.groups if group.id == step.door)
        return self.words("About your shop: {group}").format(group=group.label.pick(language))

    def _said(self, step: Step) -> str:
        choice = self._choice(step)
        if choice is not None:
            return label(self.look.language, "choice", choice)
        return "" if self._interview.is_answered(step) else self.words("not answered")

    def _footer(self, side: int) -> PageFooter:
        # Pinned at any height: thirteen groups are longer than most windows, and the way on stays in sight.
        footer = PageFooter(True, side, WIDTH)
        footer.row.addStretch(1)
        saved = self.words("Saved as you choose; it can be changed at any time")
        footer.add_note(self.look, saved)
        words = self.words("See the result")
        self._see = button(
            self.look, words, "see_result", self._on_see, kind="primary", picture="arrow-right", after=True
        )
        footer.row.addWidget(self._see)
        return footer

    # --- going on -----------------------------------------------------------------------------------

    def _on_see(self) -> None:
        """With everything answered this finishes the self-check."""
        if self._open:
            self.desk.go(Screen.RESULT)
        else:
            self.desk.walk.finish()

    def first_focus(self) -> QWidget:
        """The way on."""
        return self._see

    def announcement(self) -> str:
        """What is left."""
        return f"{self.words('Check your answers')} {self._state_words()}"
