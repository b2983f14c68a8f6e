"""The papers made of parts of the plan: the list to hang up, and the question sheet to take along."""

from datetime import date, timedelta

import pytest

from merchant_guard.documents.papers import PaperSource, paper_pdf, tasks_pdf
from merchant_guard.domain.answers import Progress
from merchant_guard.domain.paper import PageSize
from merchant_guard.domain.question import Choice, RedLine
from merchant_guard.localization import LANGUAGES, Language, translator
from tests.support.pdfs import Pdf, squeezed
from tests.support.plans import CHECKED_ON, MADE_ON, Made, made_with_all
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


# --- this week ------------------------------------------------------------------------------------------


def with_days(days: dict[int, date]) -> Made:
    """Everything is to be done; some rows, by their place in the plan, on a day of their own."""
    everything = made_with_all(bank(), Choice.NO)
    ordinary = [item for item in everything.plan.items if item.remedy.red_line is RedLine.NONE]
    later = {item.id: Progress(due=MADE_ON + timedelta(days=8)) for item in ordinary}
    own = {ordinary[place].id: Progress(due=day) for place, day in days.items()}
    return made_with_all(bank(), Choice.NO, later | own)


WEEK = {0: date(2026, 11, 24), 1: MADE_ON, 2: date(2026, 12, 6), 3: date(2026, 12, 7)}
"""Overdue, today, Sunday, and the Monday after."""


@BOTH_LANGUAGES
@pytest.mark.parametrize("size", list(PageSize))
def test_the_weeks_list_has_what_is_due_by_sunday_and_nothing_of_later(
    language: Language, size: PageSize
) -> None:
    plan = with_days(WEEK)
    source = PaperSource(plan.assessment, plan.plan, CHECKED_ON, language)
    text = Pdf(paper_pdf("week-list", size, source).data).text()
    this_week = {item.id for item in plan.plan.due_this_week}
    titles = {item.id: squeezed(item.remedy.action.title.pick(language)) for item in plan.plan.items}
    assert {item_id for item_id in titles if titles[item_id] in text} == this_week
    due = [item.due for item in plan.plan.due_this_week]
    ordinary = [item.due for item in plan.plan.due_this_week if item.remedy.red_line is RedLine.NONE]
    assert due == [*[WEEK[1]] * (len(due) - len(ordinary)), *ordinary], "red lines first"
    assert ordinary == sorted(ordinary)
    assert {WEEK[0], WEEK[1], WEEK[2]} <= set(due) and max(due) == WEEK[2]


def test_the_weeks_list_on_a4_looks_like_the_plan() -> None:
    plan = with_days(WEEK)
    text = printed("week-list", plan).text()
    minutes = sum(item.remedy.minutes for item in plan.plan.due_this_week)
    assert f"{len(plan.plan.due_this_week)}件，约{minutes}分钟" in text
    assert text.index("今天·11月30日周一") < text.index("过了日子·11月24日周二") < text.index("12月6日周日")
    row = plan.view("zh")["bands"][0]["items"][0]
    assert all(squeezed(step) in text for step in row["steps"])
    assert "哪天改好" in text and "签名" in text
    assert "怎么做" not in text and "看过这份计划" not in text


def test_a_week_with_nothing_due_has_no_list() -> None:
    everything = made_with_all(bank(), Choice.NO)
    done = {item.id: Progress(done_on=CHECKED_ON) for item in everything.plan.items}
    assert made_with_all(bank(), Choice.NO, done).plan.due_this_week == ()


# --- what is sent on ------------------------------------------------------------------------------------


@BOTH_LANGUAGES
def test_the_sheet_that_is_sent_holds_task_person_and_day_and_not_a_word_more(language: Language) -> None:
    plan = with_days(WEEK)
    items = plan.plan.due_this_week
    source = PaperSource(plan.assessment, plan.plan, CHECKED_ON, language)
    pdf = Pdf(tasks_pdf("label-100x180", source, items, "week").data)
    say = translator(language)
    rest = "".join(pdf.text(page).replace(f"{page + 1}/{pdf.pages}", "") for page in range(pdf.pages))
    view = {row["title"]: row for row in plan.view(language)["items"]}
    for item in items:
        row = view[item.remedy.action.title.pick(language)]
        today = f"{say('Today')} · " if item.due == MADE_ON else ""
        rest = rest.replace(squeezed(f"{row['title']}{row['owner']} · {today}{row['due']}"), "", 1)
    running = (say("This week’s list"), "样样都有的店 · 2026-11-30", say("Tick it when done."))
    for words in (*running, say("No customers’ names or phone numbers on this paper.")):
        rest = rest.replace(squeezed(words), "")
    assert rest == ""
    assert pdf.reader.attachments == {}


def test_the_question_sheet_that_is_sent_speaks_of_no_breach() -> None:
    assert "违法" not in printed("question-sheet", made_with_all(bank(), Choice.UNSURE)).text()
