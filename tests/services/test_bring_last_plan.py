"""Last year's plan brought later: its answers stand beside the check in hand, or a sentence says why not."""

from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest

from merchant_guard.documents.plan_pdf import plan_pdf
from merchant_guard.domain.errors import InputError
from merchant_guard.domain.question import Choice
from merchant_guard.services.bring_last_plan import bring_last_plan, may_bring_plan
from merchant_guard.services.keep_check import open_latest
from merchant_guard.services.make_plan import make_plan
from merchant_guard.services.old_years import list_years
from merchant_guard.services.run_self_check import run_self_check
from merchant_guard.services.workspace import Workspace
from tests.support.checks import always, answered, begun
from tests.support.real_content import bank
from tests.support.shops import CHECKED_ON, SAMPLES, read_shop
from tests.support.stores import refused

TODAY = date(2027, 11, 30)
PROFILE = {"computer": True, "team": 1}


@cache
def plan_of_last_year() -> bytes:
    file = read_shop(SAMPLES[0])
    made = make_plan(run_self_check(bank(), file.shop, file.check), file.check, CHECKED_ON)
    return plan_pdf(made.assessment, made.plan, made.checked_on, "zh").data


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.pdf"
    path.write_bytes(plan_of_last_year())
    return path


def test_its_answers_stand_beside_a_check_that_has_begun_already(workspace: Workspace, plan: Path) -> None:
    check = answered(workspace, begun(workspace, {}, TODAY), PROFILE, always(Choice.YES))
    assert may_bring_plan(check)
    brought = bring_last_plan(workspace, check, plan, TODAY)
    assert brought.answers == len(read_shop(SAMPLES[0]).check.answers)
    assert brought.check.interview.answers == check.interview.answers
    assert brought.check.comparison is not None
    assert not may_bring_plan(brought.check)
    stored = open_latest(workspace)
    assert stored is not None
    assert stored.previous == brought.check.previous
    assert stored.interview.answers == check.interview.answers
    (year,) = list_years(workspace, check.shop_id)
    assert year.checked_on == CHECKED_ON
    assert len(year.questions) == brought.answers


def test_a_second_plan_is_not_needed(workspace: Workspace, plan: Path) -> None:
    check = begun(workspace, {}, TODAY)
    brought = bring_last_plan(workspace, check, plan, TODAY).check
    for held in (brought, check):  # another window does not know of the first
        with refused("plan_answers.has_previous", InputError):
            bring_last_plan(workspace, held, plan, TODAY)
    assert len(workspace.checks.list(check.shop_id)) == 2


@pytest.mark.parametrize("later", [0, -1])
def test_a_plan_of_the_check_itself_or_a_later_one_is_not_of_the_year_before(
    workspace: Workspace, plan: Path, later: int
) -> None:
    check = begun(workspace, {}, CHECKED_ON + timedelta(days=later))
    with refused("plan_answers.not_before", InputError):
        bring_last_plan(workspace, check, plan, TODAY)
    assert len(workspace.checks.list(check.shop_id)) == 1


def test_a_scan_or_a_missing_file_changes_nothing(workspace: Workspace, plan: Path) -> None:
    check = begun(workspace, {}, TODAY)
    with refused("file.missing", InputError):
        bring_last_plan(workspace, check, plan.with_name("fort.pdf"), TODAY)
    plan.write_bytes(b"%PDF-1.7 torn")
    with pytest.raises(InputError):
        bring_last_plan(workspace, check, plan, TODAY)
    found = open_latest(workspace)
    assert found is not None
    assert replace(found, book=check.book) == replace(check, interview=found.interview, place=found.place)
