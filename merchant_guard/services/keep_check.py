"""Keep a self-check while it is being answered: every change is on the disk before it is called saved."""

from dataclasses import dataclass
from datetime import date, datetime

from merchant_guard.domain.answers import SelfCheck
from merchant_guard.domain.interview import Interview
from merchant_guard.domain.shop import Shop
from merchant_guard.domain.stage import Stage
from merchant_guard.services.open_check import OpenCheck
from merchant_guard.services.workspace import Workspace


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


@dataclass(frozen=True, slots=True)
class CheckKeeper:
    """Saves what a check holds into the store. Every function raises SystemProblemError (`store.…`)."""

    workspace: Workspace

    def begin(self, shop: Shop, today: date) -> OpenCheck:
        """Begin the first self-check of a shop that has just said what it is."""
        bank = self.workspace.bank
        shop_id = self.workspace.shops.save(shop)
        check_id = self.workspace.checks.save(shop_id, SelfCheck(checked_on=today), bank_version=bank.version)
        return OpenCheck(shop_id, check_id, Interview(bank, shop, {}, Stage.QUICK), today)

    def save_answer(self, check: OpenCheck, question_id: str, moment: datetime) -> None:
        """Save the answer that the check holds for a question."""
        answer = check.interview.answers[question_id]
        self.workspace.checks.save_answer(check.check_id, question_id, answer, moment)

    def save_shop(self, check: OpenCheck) -> None:
        """Save the shop with its profile and rhythm."""
        self.workspace.shops.save(check.shop, check.shop_id)

    def save_progress(self, check: OpenCheck, item_id: str) -> None:
        """Save what the check holds about a plan item."""
        self.workspace.checks.save_progress(check.check_id, item_id, check.progress[item_id])

    def save_plan(self, check: OpenCheck) -> None:
        """Save what the check holds about all its plan items."""
        self.workspace.checks.save_plan(check.check_id, check.progress)

    def save_place(self, check: OpenCheck) -> None:
        """Remember the screen a person is on."""
        self.workspace.checks.save_place(check.check_id, check.place, check.interview.stage)

    def finish(self, check: OpenCheck, today: date) -> None:
        """Note that the whole self-check has been answered."""
        self.workspace.checks.save_finished(check.check_id, today)
