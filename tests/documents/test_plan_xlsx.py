"""The plan as a spreadsheet: a row for each task, days as days, words never formulas."""

import io
from datetime import date
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from merchant_guard.documents.plan_xlsx import plan_xlsx
from merchant_guard.domain.answers import Progress
from merchant_guard.domain.plan import RemediationPlan
from merchant_guard.domain.question import Choice, RedLine
from merchant_guard.localization import LANGUAGES, Language, translator
from merchant_guard.localization.labels import label
from tests.support.plans import MADE_ON, Made, made_with_all
from tests.support.real_content import bank

BOTH = pytest.mark.parametrize("language", LANGUAGES)
FORMULAS = ("=1+1", "+86", "-1", "@SUM(A1)", "00123", "http://example.com")


def written(made: Made, language: Language = "zh") -> bytes:
    return plan_xlsx(made.plan, bank(), language)


def rows(data: bytes) -> list[list[Any]]:
    (name,) = (book := CalamineWorkbook.from_filelike(io.BytesIO(data))).sheet_names
    return book.get_sheet_by_name(name).to_python()


def records(made: Made, language: Language = "zh") -> list[dict[str, Any]]:
    titles, *lines = rows(written(made, language))
    assert len(set(titles)) == 13
    return [dict(zip(TITLES, line, strict=True)) for line in lines]


TITLES = (
    *("number", "task", "risk", "red_line", "who", "due", "minutes", "cost", "status"),
    *("done_on", "proof", "questions", "law"),
)


@BOTH
def test_every_task_is_a_row_in_the_order_of_the_plan(language: Language) -> None:
    made = made_with_all(bank(), Choice.NO)
    lines = records(made, language)
    assert [line["number"] for line in lines] == list(range(1, len(made.plan.items) + 1))
    for line, item in zip(lines, made.plan.items, strict=True):
        assert line["task"] == item.remedy.action.title.pick(language)
        assert line["risk"] == label(language, "risk", item.remedy.risk)
        assert bool(line["red_line"]) == (item.remedy.red_line is not RedLine.NONE)
        assert (line["due"], line["minutes"]) == (item.due, item.remedy.minutes)
        assert line["cost"] == label(language, "cost", item.remedy.action.cost)
        assert line["who"] and line["law"]


def test_it_says_what_is_mended_to_do_and_overdue() -> None:
    ids = [
        one.id for one in made_with_all(bank(), Choice.NO).plan.items if one.remedy.red_line is RedLine.NONE
    ]
    progress = {
        ids[0]: Progress(done_on=date(2026, 11, 24), proof=("图.png", "单.pdf")),
        ids[1]: Progress(due=date(2026, 11, 25)),
    }
    made = made_with_all(bank(), Choice.NO, progress)
    by_id = dict(zip([item.id for item in made.plan.items], records(made), strict=True))
    done, late, other = (by_id[one] for one in ids[:3])
    words = translator("zh")
    assert (done["status"], done["done_on"], done["proof"]) == (words("Mended"), date(2026, 11, 24), 2)
    assert (late["status"], late["due"], late["done_on"]) == (words("Overdue"), date(2026, 11, 25), "")
    assert (other["status"], other["proof"]) == (words("To do"), 0)


def test_beside_a_crime_no_question_stands_and_beside_what_is_asked_no_law() -> None:
    for choice in (Choice.NO, Choice.UNSURE):
        made = made_with_all(bank(), choice)
        for line, item in zip(records(made), made.plan.items, strict=True):
            is_crime = any(question.crime for question in item.remedy.questions)
            assert bool(line["questions"]) == (not is_crime and bool(item.remedy.questions))
            assert bool(line["law"]) == (not item.remedy.is_inquiry and bool(item.citations))


@pytest.mark.parametrize("name", FORMULAS)
def test_names_stay_words_whatever_they_begin_with(name: str) -> None:
    first = made_with_all(bank(), Choice.NO).plan.items[0]
    made = made_with_all(bank(), Choice.NO, {first.id: Progress(owner=name)})
    assert name in [line["who"] for line in records(made)]


def test_a_plan_without_tasks_says_so() -> None:
    everything = made_with_all(bank(), Choice.NO)
    made = Made(everything.assessment, RemediationPlan(MADE_ON, ()))
    assert rows(written(made))[1][1] == translator("zh")("Nothing to do for now.")


def test_the_same_plan_is_the_same_file() -> None:
    made = made_with_all(bank(), Choice.NO)
    assert written(made) == written(made)
