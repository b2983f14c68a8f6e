"""Keep a self-check while it is being answered: every change is on the disk before it is called saved."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from merchant_guard.domain.answers import SelfCheck
from merchant_guard.domain.evidence import Subject
from merchant_guard.domain.interview import Interview
from merchant_guard.domain.shop import Shop
from merchant_guard.domain.stage import Stage
from merchant_guard.exchange.plan_answers import PlanAnswers
from merchant_guard.services.due_glance import day_told
from merchant_guard.services.keep_words import (
    keep_missing_words,
    keep_words,
    keep_words_anew,
    keep_words_of_brought,
)
from merchant_guard.services.open_check import OpenCheck
from merchant_guard.services.workspace import Workspace


def open_latest(workspace: Workspace) -> OpenCheck | None:
    """Open the latest self-check of the first shop; None where there is none yet."""
    checks = (open_shop(workspace, shop.id) for shop in workspace.shops.list())
    return next((check for check in checks if check is not None), None)


def open_to_work(workspace: Workspace) -> OpenCheck | None:
    """Open the latest self-check of the first shop, as `open_latest` does, for the window to go on with.

    Finished checks that have no words of their own yet get those of now. The days that `due.json` named, and
    so the reminders, stay as if the window had shown them: after an import nobody may have opened it yet.
    """
    for shop in workspace.shops.list():
        keep_missing_words(workspace, shop.id)
    check, told = open_latest(workspace), day_told(workspace.folder)
    if check is None or told is None or workspace.moved_on is not None:
        return check
    kept = check.with_days_kept(told)
    if kept.progress != check.progress:
        CheckKeeper(workspace).save_plan(kept)
    return kept


def open_shop(workspace: Workspace, shop_id: str) -> OpenCheck | None:
    """Open the latest self-check of a shop; None where it has none."""
    stored = workspace.checks.list(shop_id)
    if not stored:
        return None
    latest = stored[0]
    check = workspace.checks.load(latest.id)
    place, stage = workspace.checks.load_place(latest.id)
    book = workspace.registers.load(shop_id)
    shop = replace(workspace.shops.load(shop_id), staff=book.staff)
    return OpenCheck(
        shop_id=shop_id,
        check_id=latest.id,
        interview=Interview(workspace.bank, shop, check.answers, Stage(stage or "full")),
        checked_on=check.checked_on or workspace.bank.checked_on,
        progress=check.progress,
        previous=check.previous,
        finished_on=latest.finished_on,
        place=place,
        waiting=workspace.checks.load_waiting(latest.id),
        kept={evidence.id: evidence for evidence in workspace.attachments.list()},
        book=book,
        duties_since=workspace.registers.load_since(shop_id),
    )


def begin_check(
    workspace: Workspace, shop: Shop, today: date, earlier: PlanAnswers | None = None
) -> OpenCheck:
    """Begin the first self-check here of a shop, after an earlier one where there is one; all or nothing.

    The draft becomes the shop. Raises SystemProblemError (`store.…`).
    """
    bank = workspace.bank
    with workspace.database.transaction():
        shop_id = workspace.shops.save(shop)
        before = _with_words(workspace, shop_id, earlier) if earlier else None
        check = SelfCheck(checked_on=today, profile=shop.profile)
        check_id = workspace.checks.save(shop_id, check, bank_version=bank.version)
        workspace.checks.save_place(check_id, None, Stage.QUICK)
        workspace.shops.delete_draft()
    interview = Interview(bank, shop, {}, Stage.QUICK)
    return OpenCheck(shop_id, check_id, interview, today, previous=before)


def _with_words(workspace: Workspace, shop_id: str, earlier: PlanAnswers) -> SelfCheck:
    """Save the check of a plan, in the words of now."""
    earlier_id = workspace.checks.save(shop_id, earlier.check, bank_version=earlier.bank_version)
    keep_words_of_brought(workspace, shop_id, earlier_id)
    return workspace.checks.load(earlier_id)


@dataclass(frozen=True, slots=True)
class CheckKeeper:
    """Saves what a check holds into the store. Every function raises SystemProblemError (`store.…`)."""

    workspace: Workspace

    def begin(self, shop: Shop, today: date) -> OpenCheck:
        """Begin the first self-check of a shop that has just said what it is."""
        return begin_check(self.workspace, shop, today)

    def save_draft(self, shop: Shop) -> None:
        """Save what a new shop has said of itself so far."""
        self.workspace.shops.save_draft(shop)

    def save_answer(self, check: OpenCheck, question_id: str, moment: datetime) -> None:
        """Save the answer that the check holds for a question."""
        answer = check.interview.answers[question_id]
        with self.workspace.database.transaction():
            self.workspace.checks.save_answer(check.check_id, question_id, answer, moment)
            keep_words_anew(self.workspace, check, question_id)

    def save_answers(self, check: OpenCheck, question_ids: tuple[str, ...], moment: datetime) -> None:
        """Save several answers that the check holds, all or none."""
        with self.workspace.database.transaction():
            for question_id in question_ids:
                self.save_answer(check, question_id, moment)

    def save_shop(self, check: OpenCheck) -> None:
        """Save the shop with its profile and rhythm; the check keeps the profile it is answered under."""
        with self.workspace.database.transaction():
            self.workspace.shops.save(check.shop, check.shop_id)
            self.workspace.checks.save_profile(check.check_id, check.shop.profile)
            keep_words_anew(self.workspace, check)

    def save_progress(self, check: OpenCheck, item_id: str) -> None:
        """Save what the check holds about a plan item."""
        self.workspace.checks.save_progress(check.check_id, item_id, check.progress[item_id])

    def save_plan(self, check: OpenCheck) -> None:
        """Save what the check holds about all its plan items."""
        self.workspace.checks.save_plan(check.check_id, check.progress)

    def save_evidence(self, check: OpenCheck, subject: Subject) -> None:
        """Save which files the check holds as proof of something."""
        if subject.kind == "entry":
            self.workspace.registers.save_evidence(subject.id, check.evidence_of(subject))
            return
        self.workspace.checks.save_evidence(check.check_id, subject, check.evidence_of(subject))

    def save_place(self, check: OpenCheck) -> None:
        """Remember the screen a person is on."""
        self.workspace.checks.save_place(check.check_id, check.place, check.interview.stage)

    def finish(self, check: OpenCheck, today: date) -> None:
        """Note that the whole self-check has been answered, in which words; duties begin with the first."""
        with self.workspace.database.transaction():
            self.workspace.checks.save_finished(check.check_id, today)
            keep_words(self.workspace, check)
            self.workspace.registers.save_since(check.shop_id, today)
