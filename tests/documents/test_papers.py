"""The papers made of parts of the plan: the list to hang up, and the question sheet to take along."""

import pytest

from merchant_guard.documents.papers import PaperSource, paper_pdf
from merchant_guard.domain.question import Choice
from merchant_guard.localization import LANGUAGES, Language
from tests.support.pdfs import Pdf, squeezed
from tests.support.plans import CHECKED_ON, Made, made_with_all
from tests.support.real_content import bank

BOTH_LANGUAGES = pytest.mark.parametrize("language", LANGUAGES)


def printed(paper_id: str, plan: Made, language: Language = "zh") -> Pdf:
    source = PaperSource(plan.assessment, plan.plan, CHECKED_ON, language)
    return Pdf(paper_pdf(paper_id, "a4", source).data)


@BOTH_LANGUAGES
def test_the_list_has_every_task_and_nothing_of_the_report(language: Language) -> None:
    plan = made_with_all(bank(), Choice.NO)
    text = printed("plan-list", plan, language).text()
    view = plan.view(language)
    assert [row["title"] for row in view["items"] if squeezed(row["title"]) not in text] == []
    assert squeezed(view["summary"]["verdict"]) not in text
    assert all(squeezed(item["why"]) not in text for item in view["items"])


def test_the_list_brings_the_question_sheet_its_tasks_speak_of() -> None:
    assert "问话单" in printed("plan-list", made_with_all(bank(), Choice.UNSURE)).text()
    assert "问话单" not in printed("plan-list", made_with_all(bank(), Choice.NO)).text()


@BOTH_LANGUAGES
def test_the_question_sheet_asks_everything_that_is_not_known(language: Language) -> None:
    plan = made_with_all(bank(), Choice.UNSURE)
    text = printed("question-sheet", plan, language).text()
    asked = [question for inquiry in plan.view(language)["inquiries"] for question in inquiry["questions"]]
    assert asked
    assert [one["say"] for one in asked if squeezed(one["say"]) not in text] == []


def test_the_whole_report_is_the_file_that_the_command_line_writes() -> None:
    plan = made_with_all(bank(), Choice.NO)
    source = PaperSource(plan.assessment, plan.plan, CHECKED_ON, "zh")
    assert paper_pdf("plan", "a4", source).data == plan.pdf("zh").data
