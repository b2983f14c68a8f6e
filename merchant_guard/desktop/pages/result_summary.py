"""The top of the result: the score or what takes its place, the verdict, and the answers counted."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.verdict_words import verdict
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.labels import icon_label, text_label
from merchant_guard.desktop.widgets.score_ring import RingSize, ScoreRing
from merchant_guard.desktop.widgets.stacked_bar import Legend, Part, StackedBar
from merchant_guard.domain.estimate import score_when_done
from merchant_guard.domain.findings import Verdict
from merchant_guard.domain.plan import PlanItem
from merchant_guard.domain.question import RedLine
from merchant_guard.domain.tally import Tally, tally
from merchant_guard.localization import mark

RING = RingSize(104, 10, 34)
BAR_HEIGHT = 12
_STOP = mark(
    "Stop first; delete or change no records; do not write here what happened; "
    "first ask a lawyer or tell the public security organ."
)


class ResultSummary(QFrame):
    """`first` are the rows of the plan shown below it."""

    def __init__(self, desk: Desk, first: tuple[PlanItem, ...], low: bool) -> None:
        super().__init__()
        self.setProperty("k", "card")
        self.setObjectName("summary")
        self._desk, self._look, self._check, self._first = desk, desk.look, desk.open_check, first
        row = QHBoxLayout(self)
        margin = 12 if low else 14
        row.setContentsMargins(24, margin, 24, margin)
        row.setSpacing(24)
        row.addWidget(self._sign(), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(self._words(), 1)
        if self._check.assessment.score.answers_missing:
            go_on = self._look.words("Go on")
            row.addWidget(button(self._look, go_on, "go_on", desk.walk.begin_full))

    def _sign(self) -> QLabel:
        """The ring, or a sign where there is no score."""
        score = self._check.assessment.shown_score
        if score is not None:
            return ScoreRing(self._look, score, RING, self._look.words("of 100"))
        stop = self._check.assessment.verdict is Verdict.STOP_FIRST
        return icon_label(
            self._look, *(("siren", 48, "danger") if stop else ("clipboard-check", 48, "text2"))
        )

    def _words(self) -> QVBoxLayout:
        look, check = self._look, self._check
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addStretch(1)
        said = text_label(look, verdict(look, check.assessment, self._desk.plan), "h2")
        said.setObjectName("verdict")
        column.addWidget(said)
        if sentence := ("" if look.language == "zh" else " ").join(self._sentences()):
            below = text_label(look, sentence, "body", "text2")
            below.setObjectName("verdict_below")
            column.addWidget(below)
        column.addSpacing(8)
        parts = bar_parts(look, tally(check.assessment.sheet), always=True)
        column.addWidget(StackedBar(look, parts, BAR_HEIGHT))
        column.addSpacing(8)
        column.addWidget(Legend(look, parts))
        column.addStretch(1)
        return column

    # --- the sentence -------------------------------------------------------------------------------

    def _sentences(self) -> list[str]:
        words, assessment = self._look.words, self._check.assessment
        if assessment.verdict is Verdict.STOP_FIRST:
            crime = any(
                one.question.crime for one in assessment.findings if one.red_line is RedLine.FORBIDDEN
            )
            return [words(_STOP) if crime else words("The score comes back once this is mended")]
        missing = assessment.score.answers_missing
        if missing and assessment.verdict is not Verdict.TOO_EARLY:
            return [
                words("Answers still needed for a score: {answers_missing}").format(answers_missing=missing)
            ]
        return list(filter(None, (self._last_year(), self._if_mended())))

    def _last_year(self) -> str:
        words, score, before = (
            self._look.words,
            self._check.assessment.shown_score,
            self._check.score_to_beat,
        )
        if score is None or before is None:
            return ""
        if score == before:
            return words("As last year.")
        points = abs(score - before)
        if score > before:
            return words("Last year {before}, {points} more now.").format(before=before, points=points)
        return words("Last year {before}, {points} less now.").format(before=before, points=points)

    def _if_mended(self) -> str:
        """What mending the first three would bring."""
        words, assessment = self._look.words, self._check.assessment
        done = {item.remedy.action.id for item in self._desk.plan.done_items}
        estimate = score_when_done(assessment, done | {item.remedy.action.id for item in self._first})
        if estimate is None or not self._first or estimate <= (assessment.shown_score or 0):
            return ""
        red = sum(item.remedy.red_line is not RedLine.NONE for item in self._first)
        rest = len(self._first) - red
        if red and rest:
            told = words("Mend the red line today and {count} more below, and it is about {score}.")
        else:
            told, rest = words("Mend the {count} below, and it is about {score}."), len(self._first)
        return told.format(count=rest, score=estimate)


def bar_parts(look: Look, counts: Tally, always: bool = False) -> list[Part]:
    """The parts of a bar in their fixed order; `always` keeps the four answers also where none was given."""
    words = look.words
    four = [
        Part("bar_ok", words("done"), counts.done),
        Part("bar_part", words("partly"), counts.partly),
        Part("bar_no", words("not done"), counts.not_done),
        Part("bar_unk", words("not sure"), counts.unsure),
    ]
    rest = [
        Part("track", words("not answered"), counts.unanswered),
        Part("", words("does not apply"), counts.not_applicable),
    ]
    return [part for part in four if always or part.count] + [part for part in rest if part.count]
