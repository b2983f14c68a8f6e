"""Keep a self-check while it is being answered: every change is on the disk before it is called saved."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property

from merchant_guard.domain.answers import Answer, Progress, SelfCheck
from merchant_guard.domain.findings import Assessment, assess
from merchant_guard.domain.interview import Interview, Stage
from merchant_guard.domain.plan import RemediationPlan, make_plan
from merchant_guard.domain.question_bank import QuestionBank
from merchant_guard.domain.shop import Shop, WorkRhythm
from merchant_guard.services.workspace import Workspace


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

    def at(self, place: str | None, stage: Stage) -> "OpenCheck":
        """The check with the screen a person is on."""
        return replace(self, place=place, interview=replace(self.interview, stage=stage))


def open_latest(workspace: Workspace) -> OpenCheck | None:
    """Open the latest self-check of the first shop; None where there is none yet."""
    for shop in workspace.shops.list():
        stored = workspace.checks.list(shop.id)
        if stored:
            latest = stored[0]
            check = workspace.checks.load(latest.id)
            place, stage = workspace.checks.load_place(latest.id)
            interview = Interview(
                workspace.bank, workspace.shops.load(shop.id), check.answers, Stage(stage or "full")
            )
            return OpenCheck(
                shop_id=shop.id,
                check_id=latest.id,
                interview=interview,
                checked_on=check.checked_on or workspace.bank.checked_on,
                progress=check.progress,
                previous=check.previous,
                finished_on=latest.finished_on,
                place=place,
            )
    return None


def begin_check(workspace: Workspace, shop: Shop, today: date) -> OpenCheck:
    """Begin the first self-check of a shop that has just said what it is."""
    shop_id = workspace.shops.save(shop)
    check_id = workspace.checks.save(
        shop_id, SelfCheck(checked_on=today), bank_version=workspace.bank.version
    )
    return OpenCheck(shop_id, check_id, Interview(workspace.bank, shop, {}, Stage.QUICK), today)


def save_answer(workspace: Workspace, check: OpenCheck, question_id: str, moment: datetime) -> None:
    """Save the answer that the check holds for a question."""
    workspace.checks.save_answer(check.check_id, question_id, check.interview.answers[question_id], moment)


def save_shop(workspace: Workspace, check: OpenCheck) -> None:
    """Save the shop with its profile and rhythm."""
    workspace.shops.save(check.shop, check.shop_id)


def save_progress(workspace: Workspace, check: OpenCheck, item_id: str) -> None:
    """Save what the check holds about a plan item."""
    workspace.checks.save_progress(check.check_id, item_id, check.progress[item_id])


def save_place(workspace: Workspace, check: OpenCheck) -> None:
    """Remember the screen a person is on."""
    workspace.checks.save_place(check.check_id, check.place, check.interview.stage)


def finish_check(workspace: Workspace, check: OpenCheck, today: date) -> OpenCheck:
    """Note that the whole self-check has been answered."""
    workspace.checks.save_finished(check.check_id, today)
    return replace(check, finished_on=today)
