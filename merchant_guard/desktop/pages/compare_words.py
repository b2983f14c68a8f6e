"""What a comparison with last year says: how many got better, why the score moved, one line of a question."""

from dataclasses import dataclass

from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.last_year_said import titles
from merchant_guard.domain.answers import Answer
from merchant_guard.domain.comparison import Change, ComparedQuestion, Comparison, Reason, ReasonKind
from merchant_guard.localization.labels import label

SIGNS = {Change.BETTER: "↑", Change.WORSE: "↓", Change.NEW: "+"}


@dataclass(frozen=True)
class CompareWords:
    """Speaks of one comparison."""

    look: Look
    comparison: Comparison

    @property
    def title(self) -> str:
        """The two days."""
        words, comparison = self.look.words, self.comparison
        if comparison.before_on is None:
            return words("Beside last time")
        before, now = comparison.before_on, comparison.now_on or comparison.before_on
        if before.year == now.year:
            return words("{now} beside {before}").format(now=now.isoformat(), before=before.isoformat())
        return words("The year {now} beside {before}").format(now=now.year, before=before.year)

    @property
    def column_before(self) -> str:
        """What stands over last year's answers."""
        return self.look.words("Last year")

    # --- the score ----------------------------------------------------------------------------------

    @property
    def score(self) -> str:
        """The score beside that of last year, in one sentence."""
        words, now, before = self.look.words, self.comparison.score_now, self.comparison.score_before
        if now is None:
            return words("No score yet this time")
        if before is None:
            return words("{score} of 100; last time there was no score").format(score=now)
        if now == before:
            return words("{score} of 100, as last year").format(score=now)
        if now > before:
            return words("{score} of 100, up {points} on last year").format(score=now, points=now - before)
        return words("{score} of 100, down {points} on last year").format(score=now, points=before - now)

    @property
    def told_then(self) -> str:
        """Where another score was shown then, as the questions were others."""
        told, before = self.comparison.score_told, self.comparison.score_before
        if told is None or before is None or told == before:
            return ""
        words = self.look.words(
            "Then {told} was shown; by today’s questions it is {before}, so that both are measured alike."
        )
        return words.format(told=told, before=before)

    def reason(self, reason: Reason) -> tuple[str, str]:
        """By how much the score moved, with its sign, and why."""
        sign = "+" if reason.tenths > 0 else "−"
        points = self.look.words("{sign}{points} points").format(
            sign=sign, points=f"{abs(reason.tenths) / 10:.1f}"
        )
        if reason.question is not None:
            return points, reason.question.title.pick(self.look.language)
        if reason.kind is ReasonKind.ROUNDING:
            return points, self.look.words("Rounding to whole points")
        return points, self.look.words("Questions that count now and did not then, or the other way round")

    # --- counts -------------------------------------------------------------------------------------

    @property
    def counts(self) -> list[tuple[Change, str]]:
        """How many questions are what, those that are nothing left out."""
        words, compared = self.look.words, self.comparison
        told = (
            (Change.BETTER, words("↑ {count} better"), compared.better),
            (Change.WORSE, words("↓ {count} worse"), compared.worse),
            (Change.NEW, words("+ {count} new"), compared.new),
            (Change.GONE, words("{count} not asked any more"), compared.gone),
            (Change.CHANGED, words("{count} changed, not compared"), compared.changed),
            (Change.SAME, words("{count} unchanged"), compared.same),
        )
        always = (Change.BETTER, Change.WORSE)
        return [
            (change, said.format(count=len(those)))
            for change, said, those in told
            if those or change in always
        ]

    # --- one question -------------------------------------------------------------------------------

    def answer(self, answer: Answer | None) -> str:
        """What was answered; a dash where nothing was."""
        return "—" if answer is None else label(self.look.language, "choice", answer.choice)

    def badge(self, change: Change) -> str:
        """The sign and the word of a change."""
        words = self.look.words
        return {
            Change.BETTER: words("↑ better"),
            Change.WORSE: words("↓ worse"),
            Change.NEW: words("+ new"),
            Change.GONE: words("not asked any more"),
            Change.CHANGED: words("Question changed, not compared"),
            Change.SAME: words("unchanged"),
        }[change]

    def ticks(self, one: ComparedQuestion, change: Change) -> str:
        """What was gained, under better; what was lost, under worse."""
        if change is Change.BETTER and one.gained:
            return self.look.words("Done since: {ticks}").format(ticks=titles(self.look, one.gained))
        if change is Change.WORSE and one.lost:
            return self.look.words("Not any more: {ticks}").format(ticks=titles(self.look, one.lost))
        return ""
