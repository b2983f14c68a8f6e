"""The head of the plan page: how much there is, what it does to the score, the rhythm and how far it is."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from merchant_guard.desktop.pages.calendar_saving import CalendarSaving
from merchant_guard.desktop.theme.icons import icon
from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.labels import set_text, text_label
from merchant_guard.desktop.widgets.progress_bars import DoneBar
from merchant_guard.desktop.widgets.rhythm_editor import RhythmEditor, rhythm_words
from merchant_guard.desktop.widgets.tab_order import put_behind
from merchant_guard.domain.errors import InputError
from merchant_guard.domain.estimate import estimated_score
from merchant_guard.domain.plan import RemediationPlan
from merchant_guard.domain.shop import WorkRhythm
from merchant_guard.domain.workdays import quiet_days
from merchant_guard.localization.sentences import lines
from merchant_guard.services.open_check import OpenCheck

_BAR = 240
_A_MONDAY = date(2026, 1, 5)


class PlanHead(QWidget):
    """Title, summary and rhythm. `on_rhythm` is told of a rhythm that leaves days free."""

    def __init__(
        self,
        look: Look,
        on_print: Callable[[], object],
        on_rhythm: Callable[[WorkRhythm], object],
        calendar: CalendarSaving,
    ) -> None:
        super().__init__()
        self._look, self._on_rhythm, self._calendar = look, on_rhythm, calendar
        self._editor: RhythmEditor | None = None
        self._rhythm = WorkRhythm()
        words = look.words
        self.print_button = button(look, words("Print the list"), "print_list", on_print, picture="printer")
        self._summary = text_label(look, "", "body", "text2")
        self._summary.setObjectName("plan_summary")
        self._line = text_label(look, "", "caption", "text2")
        self._line.setObjectName("plan_rhythm")
        change = words("Change the time, the day or the busy season")
        self._change = button(
            look, words("Change"), "change_rhythm", self._toggle_editor, kind="link", accessible=change
        )
        self._bar = DoneBar(look)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(2)
        self._layout.addLayout(self._upper())
        self._layout.addLayout(self._lower())
        self._layout.addWidget(calendar.note)

    @property
    def summary(self) -> str:
        """How much there is and how much is done, in words."""
        return self._summary.accessibleName()

    def _upper(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        left = QVBoxLayout()
        left.setSpacing(2)
        left.addWidget(text_label(self._look, self._look.words("To do"), "title"))
        left.addWidget(self._summary)
        row.addLayout(left, 1)
        for made in (self._calendar.button, self.print_button):
            row.addWidget(made, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _lower(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._line, 0)
        row.addWidget(self._change)
        row.addStretch(0)
        self._bar.setMaximumWidth(_BAR)
        self._bar.setMinimumWidth(60)
        row.addWidget(self._bar, 1)
        return row

    def refresh(self, check: OpenCheck, plan: RemediationPlan, row_open: bool) -> None:
        """Show the numbers of a plan; with a row open the primary button is there, else here."""
        words, done, total = self._look.words, len(plan.done_items), len(plan.items)
        parts = [words("{total} in all, {done} done").format(total=total, done=done)]
        parts += self._scores(check, plan)
        set_text(self._look, self._summary, " · ".join(parts))
        self._rhythm = check.shop.rhythm
        set_text(self._look, self._line, rhythm_words(self._look, self._rhythm), "caption")
        self._settle_line()
        self._bar.show_share(done / total if total else 0)
        _wear(self._look, self.print_button, "" if row_open or not total else "primary")

    def _settle_line(self) -> None:
        """As wide as the words, so that the link stands behind them; wrapped only where it is narrow."""
        words = QFontMetrics(self._line.font()).horizontalAdvance(self._line.accessibleName()) + 4
        room = self.width() - self._change.sizeHint().width() - self._bar.minimumWidth() - 18
        self._line.setFixedWidth(max(120, min(words, room)))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Give the rhythm the room there is."""
        super().resizeEvent(event)
        self._settle_line()

    def _scores(self, check: OpenCheck, plan: RemediationPlan) -> list[str]:
        words, score = self._look.words, check.assessment.shown_score
        if score is None:
            return []
        estimate = estimated_score(check.assessment, plan)
        if not plan.done_items or estimate is None:
            return [words("{score} points at the self-check").format(score=score)]
        both = words(
            "{score} points at the self-check, about {estimate} now (counts after next year’s check)"
        )
        return [both.format(score=score, estimate=estimate)]

    def _toggle_editor(self) -> None:
        if self._editor is None:
            self._open_editor("")
        else:
            self._close_editor()

    def _open_editor(self, problem: str) -> None:
        self._editor = RhythmEditor(self._look, self._rhythm, self._try)
        self._editor.tell_problem(problem)
        self._layout.addWidget(self._editor)
        put_behind(self._change, self._editor)

    def _close_editor(self) -> None:
        if self._editor is not None:
            self._editor.hide()
            self._layout.removeWidget(self._editor)
            self._editor.deleteLater()
            self._editor = None

    def _try(self, rhythm: WorkRhythm) -> None:
        """Hand a rhythm on; one whose busy times leave no day is refused, and the editor shows what holds."""
        try:
            next(quiet_days(rhythm, _A_MONDAY))
        except InputError as error:
            found = [(problem.code, problem.params) for problem in error.problems]
            self._close_editor()
            self._open_editor("\n".join(lines(self._look.language, found)))
            return
        if self._editor is not None:
            self._editor.tell_problem("")
        self._on_rhythm(rhythm)


def _wear(look: Look, made: QPushButton, kind: str) -> None:
    """Make a button the primary one, or an ordinary one."""
    if made.property("k") == kind:
        return
    made.setProperty("k", kind)
    made.setFont(look.font("answer" if kind else "body"))
    made.setIcon(icon("printer", look.colour("on_primary" if kind else "text")))
    made.style().unpolish(made)
    made.style().polish(made)
    made.updateGeometry()
