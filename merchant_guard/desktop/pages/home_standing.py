"""How the shop stands: score, verdict, what is mended since, what waits. The right side of the home page."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.home_state import HomeKind, HomeState
from merchant_guard.desktop.screens import Screen
from merchant_guard.desktop.verdict_words import verdict
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.labels import frame, text_label
from merchant_guard.desktop.widgets.link_row import LinkRow
from merchant_guard.desktop.widgets.score_ring import RingSize, ScoreRing
from merchant_guard.desktop.widgets.stacked_bar import Part, StackedBar
from merchant_guard.desktop.widgets.wrap_row import WrapRow
from merchant_guard.domain.estimate import estimated_score
from merchant_guard.domain.findings import Verdict

RING = RingSize(88, 9, 32)
MONTHS_EN = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class HomeStanding(QFrame):
    """Built anew whenever something changes; holds nothing of its own."""

    def __init__(self, desk: Desk, state: HomeState, low: bool) -> None:
        super().__init__()
        self.setProperty("k", "card")
        self.setObjectName("standing")
        self._desk, self._state, self._look = desk, state, desk.look
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 12 if low else 18, 22, 10)
        column.setSpacing(0)
        column.addLayout(self._score())
        if state.plan.items:
            column.addSpacing(8 if low else 14)
            column.addLayout(self._mended())
        waiting = self._waiting()
        if waiting:
            column.addSpacing(8 if low else 14)
            column.addWidget(frame("rule"))
            column.addSpacing(6)
            for row in waiting:
                column.addWidget(row)
        column.addSpacing(6)
        column.addStretch(1)
        column.addWidget(frame("rule"))
        column.addSpacing(4)
        column.addWidget(self._foot())

    # --- score --------------------------------------------------------------------------------------

    def _score(self) -> QHBoxLayout:
        look, assessment = self._look, self._state.check.assessment
        row = QHBoxLayout()
        row.setSpacing(16)
        if assessment.shown_score is not None:
            row.addWidget(ScoreRing(look, assessment.shown_score, RING))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        said = text_label(look, verdict(look, assessment, self._state.plan), "section")
        said.setObjectName("verdict")
        words.addWidget(said)
        if below := self._below_verdict():
            words.addWidget(text_label(look, below, "caption", "text2"))
        words.addStretch(1)
        row.addLayout(words, 1)
        return row

    def _below_verdict(self) -> str:
        words, assessment = self._look.words, self._state.check.assessment
        counts, score = assessment.score, assessment.shown_score
        if score is not None:
            return self._against_last_year(score)
        if assessment.verdict is Verdict.STOP_FIRST:
            return words("The score comes back once this is mended")
        if assessment.verdict is Verdict.TOO_EARLY:
            told = words("{answered} of {applicable} answered")
            return told.format(answered=counts.answered, applicable=counts.applicable)
        more = words("Answers still needed for a score: {answers_missing}")
        return more.format(answers_missing=counts.answers_missing)

    def _against_last_year(self, score: int) -> str:
        words, before = self._look.words, self._state.check.score_to_beat
        if before is None:
            return words("{score} of 100").format(score=score)
        if score == before:
            return words("{score} of 100, as last year").format(score=score)
        if score > before:
            more = words("{score} of 100, up {points} on last year")
            return more.format(score=score, points=score - before)
        return words("{score} of 100, down {points} on last year").format(score=score, points=before - score)

    # --- mended -------------------------------------------------------------------------------------

    def _mended(self) -> QVBoxLayout:
        look, words, plan = self._look, self._look.words, self._state.plan
        done, total = len(plan.done_items), len(plan.items)
        column = QVBoxLayout()
        column.setSpacing(4)
        row = QHBoxLayout()
        said = text_label(look, words("{done} of {total} put right").format(done=done, total=total))
        said.setObjectName("put_right")
        row.addWidget(said, 1)
        assessment = self._state.check.assessment
        estimate = estimated_score(assessment, plan) if done else None
        if estimate is not None:
            about = text_label(look, words("est. {score}").format(score=estimate), "body", wrap=False)
            about.setObjectName("estimate")
            font = about.font()
            font.setBold(True)
            about.setFont(font)
            row.addWidget(about)
        column.addLayout(row)
        parts = [Part("bar_ok", words("done"), done), Part("track", words("to do"), total - done)]
        column.addWidget(StackedBar(look, parts, 8))
        if estimate is not None:
            column.addSpacing(2)
            caption = words("An estimate until next year’s check")
            column.addWidget(text_label(look, caption, "caption", "text2"))
        return column

    # --- what waits ---------------------------------------------------------------------------------

    def _waiting(self) -> list[QWidget]:
        words, state, rows = self._look.words, self._state, []
        if asks := state.to_ask:
            count = sum(len(item.remedy.questions) for item in asks)
            text = words("1 thing to ask about") if count == 1 else words("{count} things to ask about")
            rows.append(self._row("to_ask", text.format(count=count), "circle-question-mark", asks[0].id))
        if bare := state.without_proof:
            text = words("1 thing without proof") if len(bare) == 1 else words("{count} things without proof")
            rows.append(self._row("without_proof", text.format(count=len(bare)), "camera", bare[0].id))
        return rows

    def _row(self, name: str, text: str, picture: str, item_id: str) -> LinkRow:
        row = LinkRow(self._look, text, picture=picture)
        row.setObjectName(name)
        row.clicked.connect(lambda _checked=False: self._desk.go_to_item(item_id))
        return row

    def _foot(self) -> QWidget:
        look, words = self._look, self._look.words
        box = QWidget()
        row = WrapRow(box, line_gap=0)
        see = button(
            look,
            words("See the result"),
            "see_result",
            lambda: self._desk.go(Screen.RESULT),
            kind="link",
            picture="chevron-right",
            after=True,
        )
        row.addWidget(see)
        if self._state.check.previous is not None and self._state.kind is not HomeKind.UNFINISHED:
            compare = words("Compare with last year")
            row.addWidget(
                button(look, compare, "compare", lambda: self._desk.go(Screen.COMPARE), kind="link")
            )
        row.begin_tail()
        if self._state.kind is not HomeKind.UNFINISHED:
            row.addWidget(text_label(look, self._next_check(), "caption", "text2", wrap=False))
        return box

    def _next_check(self) -> str:
        """A year after this one; a good habit, not a duty."""
        month, year = self._state.check.checked_on.month, self._state.check.checked_on.year + 1
        named = MONTHS_EN[month - 1] if self._look.language == "en" else month
        return self._look.words("Next check: {month} {year}").format(month=named, year=year)
