"""The self-check in hand: a value that every change makes anew, with what follows from it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from merchant_guard.domain.answers import Answer, Progress, SelfCheck
from merchant_guard.domain.findings import Assessment, assess
from merchant_guard.domain.interview import Interview
from merchant_guard.domain.kept_days import keep_days, release_days
from merchant_guard.domain.plan import RemediationPlan, make_plan
from merchant_guard.domain.question_bank import QuestionBank
from merchant_guard.domain.shop import Shop, WorkRhythm
from merchant_guard.domain.stage import Stage


@dataclass(frozen=True)
class OpenCheck:
    """The self-check in hand: a value that every change makes anew, with what follows from it."""

    shop_id: str
    check_id: int
    interview: Interview
    checked_on: date
    progress: Mapping[str, Progress] = field(default_factory=dict)
    previous: SelfCheck | None = None
    finished_on: date | None = None
    place: str | None = None

    @property
    def bank(self) -> QuestionBank:
        """The content it speaks of."""
        return self.interview.bank

    @property
    def shop(self) -> Shop:
        """The shop it is about."""
        return self.interview.shop

    @cached_property
    def assessment(self) -> Assessment:
        """What the answers say so far."""
        return assess(self.interview.sheet)

    @cached_property
    def previous_score(self) -> int | None:
        """Last year's score, None where there is no earlier check."""
        if self.previous is None:
            return None
        return assess(replace(self.interview, answers=self.previous.answers).sheet).shown_score

    def plan(self, today: date) -> RemediationPlan:
        """The plan as it stands on a day."""
        return make_plan(self.assessment, today, self.checked_on, self.progress)

    def with_answer(self, question_id: str, answer: Answer | None) -> "OpenCheck":
        """The check after an answer."""
        return replace(self, interview=self.interview.with_answer(question_id, answer))

    def with_shop(self, shop: Shop) -> "OpenCheck":
        """The check after the shop said something of itself."""
        return replace(self, interview=replace(self.interview, shop=shop))

    def with_rhythm(self, rhythm: WorkRhythm) -> "OpenCheck":
        """The check after hours, quiet day or busy times were set."""
        return self.with_shop(replace(self.shop, rhythm=rhythm))

    def with_progress(self, item_id: str, progress: Progress) -> "OpenCheck":
        """The check after something was decided or done about a plan item."""
        return replace(self, progress={**self.progress, item_id: progress})

    def with_days_kept(self, today: date) -> "OpenCheck":
        """The check whose plan keeps the days that it shows today."""
        return replace(self, progress=keep_days(self.plan(today), self.progress))

    def with_days_laid_anew(self, today: date) -> "OpenCheck":
        """The check whose plan keeps new days for all that is not overdue and was not given one."""
        return replace(self, progress=release_days(self.progress, today)).with_days_kept(today)

    def at(self, place: str | None, stage: Stage) -> "OpenCheck":
        """The check with the screen a person is on."""
        return replace(self, place=place, interview=replace(self.interview, stage=stage))
