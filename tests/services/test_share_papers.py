"""What goes into a chat: a sheet of tasks, and a file that only its owner can read and that does not stay."""

import os
from pathlib import Path

import pytest

from merchant_guard.domain.paper import PageSize, may_be_sent, tasks_of
from merchant_guard.domain.question import Choice
from merchant_guard.services.make_papers import make_paper
from merchant_guard.services.make_plan import MadePlan
from merchant_guard.services.share_papers import FOLDER, forget_copies, keep_copy, make_task_sheet
from tests.support.pdfs import Pdf, squeezed
from tests.support.plans import CHECKED_ON, made_with_all
from tests.support.real_content import bank
from tests.support.shops import full_shop


def plan() -> MadePlan:
    made = made_with_all(bank(), Choice.NO)
    return MadePlan(made.assessment, made.plan, CHECKED_ON)


@pytest.mark.parametrize(("is_week", "title"), [(True, "本周清单"), (False, "要做的事")])
def test_a_sheet_is_named_after_what_it_is_and_holds_the_tasks_given(is_week: bool, title: str) -> None:
    made = plan()
    items = made.plan.open_items[:2]
    sheet = make_task_sheet(made, items, "zh", is_week=is_week)
    text = Pdf(sheet.pdf).text()
    assert (sheet.title, sheet.size) == (title, PageSize.LABEL_100X180)
    assert text.startswith(title)
    told = [item for item in made.plan.items if squeezed(item.remedy.action.title.zh) in text]
    assert told == list(items)


def test_a_copy_is_the_paper_and_its_name_tells_nothing_of_the_shop(tmp_path: Path) -> None:
    made = plan()
    paper = make_task_sheet(made, made.plan.open_items[:2], "zh", is_week=True)
    place = keep_copy(tmp_path, paper, made)
    assert place == tmp_path / FOLDER / "本周清单 2026-11-30.pdf"
    assert place.read_bytes() == paper.pdf
    assert full_shop().shop.name not in place.name


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps a user's folders to that user by itself")
def test_only_its_owner_can_read_a_copy(tmp_path: Path) -> None:
    (tmp_path / FOLDER).mkdir(mode=0o755)
    made = plan()
    place = keep_copy(tmp_path, make_paper(made, "first-three", PageSize.A4, "zh"), made)
    assert place.stat().st_mode & 0o077 == 0
    assert place.parent.stat().st_mode & 0o077 == 0


def test_copies_are_forgotten_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "store.db").write_text("kept")
    made = plan()
    keep_copy(tmp_path, make_paper(made, "first-three", PageSize.A4, "zh"), made)
    forget_copies(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["store.db"]
    forget_copies(tmp_path)


def test_what_touches_a_crime_is_not_sent_and_everything_else_may_be() -> None:
    items = plan().plan.items
    held_back = [item for item in items if not may_be_sent(item)]
    assert held_back
    assert {q.id for item in held_back for q in item.remedy.questions} <= {
        q.id for q in bank().questions if q.crime
    }
    assert len(held_back) < len(items) / 4


def test_each_paper_knows_its_tasks() -> None:
    made = plan().plan
    assert tasks_of("plan-list", made) == made.open_items
    assert tasks_of("week-list", made) == made.due_this_week
    assert tasks_of("first-three", made) == made.open_items[:3]
    assert tasks_of("plan", made) == tasks_of("question-sheet", made) == ()
