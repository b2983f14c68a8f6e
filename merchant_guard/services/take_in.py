"""Take in what somebody brings to the first start: an exported self-check, or the PDF of last year's plan."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from merchant_guard.domain.errors import InputError, problem
from merchant_guard.domain.question_bank import QuestionBank
from merchant_guard.domain.shop import Shop
from merchant_guard.exchange.incoming_file import LARGEST_ANSWER_FILE, MIB, read_file, within
from merchant_guard.exchange.plan_answers import LARGEST_PLAN_ANSWERS, PlanAnswers, read_plan_answers
from merchant_guard.services.import_shop import import_shop
from merchant_guard.services.keep_check import begin_check, open_shop
from merchant_guard.services.keep_words import keep_missing_words
from merchant_guard.services.open_check import OpenCheck
from merchant_guard.services.read_answers import understand_answers
from merchant_guard.services.workspace import Workspace

LARGEST_PLAN = MIB
"""Bytes. Thirty pages of plan take a quarter of it."""
_PDF_BEGINS_WITHIN = 1024
_WHITE = b"\xef\xbb\xbf \t\r\n"


@dataclass(frozen=True, slots=True)
class TakenIn:
    """The self-check to go on with, how many answers came, and how many questions of a plan are gone."""

    check: OpenCheck
    is_plan: bool
    answers: int
    gone: int = 0


def take_in(workspace: Workspace, brought: Path | str, draft: Shop, today: date) -> TakenIn:
    """Take in a file, or text that was pasted: all of it or nothing.

    An exported self-check becomes the shop with its answers, plan and earlier years. A plan begins a new
    self-check of the shop in `draft`, with the plan's answers as those of last year. Raises InputError with
    one sentence for anything else, SystemProblemError (`store.…`). Never on two threads at once.
    """
    data = _read(brought)
    if data.lstrip(_WHITE).startswith(b"{"):
        return _take_shop(workspace, data, today)
    if b"%PDF-" in data[:_PDF_BEGINS_WITHIN]:
        plan = read_plan(data, workspace.bank, today)
        check = begin_check(workspace, draft, today, plan)
        return TakenIn(check, is_plan=True, answers=len(plan.check.answers), gone=plan.gone)
    raise _foreign()


def read_plan(data: bytes, bank: QuestionBank, today: date) -> PlanAnswers:
    """Read the answers out of a plan's PDF.

    Raises InputError `pdf.…` and `plan_answers.…`; a plan of a day after `today` is wrong too.
    """
    # PDFium is heavy; only who brings a plan pays for it.
    from merchant_guard.documents.attachments import attachment  # noqa: PLC0415
    from merchant_guard.documents.plan_answers import NAME  # noqa: PLC0415

    carried = attachment(within(data, LARGEST_PLAN), NAME, LARGEST_PLAN_ANSWERS)
    if carried is None:
        raise InputError(problem("plan_answers.none"))
    plan = read_plan_answers(carried, bank)
    day = plan.check.checked_on
    if day is not None and day > today:
        raise InputError(problem("plan_answers.day_to_come", day=day.isoformat(), today=today.isoformat()))
    return plan


def _read(brought: Path | str) -> bytes:
    if isinstance(brought, str):
        # Half of a character, as a clipboard may hold, is told like other text that is not UTF-8.
        return within(brought.encode("utf-8", "surrogatepass"), LARGEST_ANSWER_FILE)
    return read_file(brought, LARGEST_ANSWER_FILE)


def _take_shop(workspace: Workspace, data: bytes, today: date) -> TakenIn:
    try:
        file = understand_answers(data, workspace.bank, today)
    except InputError as error:
        if error.problems[0].code == "answer_file.other_format":
            raise _foreign() from error
        raise
    with workspace.database.transaction():
        imported = import_shop(workspace, file, today, may_be_nameless=True)
        workspace.shops.delete_draft()
        keep_missing_words(workspace, imported.shop_id)
    check = open_shop(workspace, imported.shop_id)
    if check is None:
        raise LookupError("a shop was taken in without a self-check")
    return TakenIn(check, is_plan=False, answers=len(check.interview.answers))


def _foreign() -> InputError:
    return InputError(problem("brought.foreign"))
