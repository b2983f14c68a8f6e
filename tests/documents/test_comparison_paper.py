"""The comparison on paper: both years, all heads, reasons that add up, and nothing that tells of a crime."""

from dataclasses import replace
from datetime import date

import pytest

from merchant_guard.documents.comparison_view import comparison_view
from merchant_guard.documents.paper_source import PaperSource
from merchant_guard.documents.papers import paper_pdf
from merchant_guard.domain.answers import Answer, Progress, SelfCheck
from merchant_guard.domain.comparison import Change
from merchant_guard.domain.question import Choice
from merchant_guard.domain.text import Text
from merchant_guard.domain.wording import QuestionWords, Wording
from merchant_guard.localization import LANGUAGES, Language, translator
from merchant_guard.services.make_plan import MadePlan, make_plan
from merchant_guard.services.run_self_check import run_self_check
from tests.support.pdfs import Pdf, squeezed
from tests.support.real_content import bank
from tests.support.shops import SAMPLES, read_shop

TODAY = date(2026, 11, 30)
NEVER = ("违法", "违规", "承认", "没做到")


def made(answers: dict[str, Answer] | None = None, before: dict[str, Answer] | None = None) -> MadePlan:
    """The sample shop with last year's answers; some of this year's or last year's may be other ones."""
    file = read_shop(SAMPLES[0])
    previous = file.check.previous
    assert previous is not None
    previous = replace(previous, answers={**previous.answers, **(before or {})}, wording=WORDS)
    check = replace(file.check, answers={**file.check.answers, **(answers or {})}, previous=previous)
    return make_plan(run_self_check(bank(), file.shop, check), check, TODAY)


WORDS = Wording({"gone.question": QuestionWords("gone", Text("从前的题", "An old question"))}, score=38)


def source(plan: MadePlan, language: Language = "zh") -> PaperSource:
    return PaperSource(plan.assessment, plan.plan, plan.checked_on, language, comparison=plan.comparison)


def printed(plan: MadePlan, language: Language = "zh") -> Pdf:
    return Pdf(paper_pdf("comparison", "a4", source(plan, language)).data)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_prints_both_years_with_their_heads_and_foot(language: Language) -> None:
    plan = made(before={"gone.question": Answer(Choice.YES)})
    comparison, words = plan.comparison, translator(language)
    assert comparison is not None
    text = printed(plan, language).text()
    for day in (comparison.before_on, comparison.now_on):
        assert str(day) in text
    view = comparison_view(source(plan, language))
    heads = {
        "Better: %(count)s": len(view["better"]),
        "Worse: %(count)s": len(view["worse"]),
        "New: %(count)s": len(view["new"]),
        "No longer asked, or not for this shop: %(count)s": len(view["gone"]),
        "Unchanged: %(count)s": view["same"],
    }
    assert all(heads.values())
    for head, count in heads.items():
        assert squeezed(words(head) % {"count": count}) in text
    foot = "A comparison of two voluntary self-checks, not a finding of any authority."
    assert squeezed(words(foot)) in text
    assert squeezed(words("Shown at the time: %(score)s. ") % {"score": 38}) in text
    assert "\N{MINUS SIGN}" in text


def test_a_question_of_every_head_stands_on_it_and_unchanged_ones_do_not() -> None:
    plan = made()
    comparison = plan.comparison
    assert comparison is not None
    text = printed(plan).text()
    for one in comparison.questions:
        is_told = one.change is not Change.SAME or one.gained or one.lost
        if not one.question.crime:
            assert (squeezed(one.question.title.zh) in text) == bool(is_told)


def test_the_reasons_on_paper_add_up_to_the_scores() -> None:
    plan = made()
    view = comparison_view(source(plan))
    points = [float(row["points"].replace("\N{MINUS SIGN}", "-")) for row in view["reasons"]]
    assert round(sum(points), 1) == view["score_now"] - view["score_before"]
    assert {row["kind"] for row in view["reasons"]} >= {"better", "worse", "questions"}


def test_what_touches_a_crime_is_not_printed_but_counted() -> None:
    crime = next(one for one in bank().questions if one.crime and one.id in made().assessment.sheet.answers)
    plan = made({crime.id: Answer(Choice.NO)}, {crime.id: Answer(Choice.YES)})
    comparison = plan.comparison
    assert comparison is not None
    assert crime.id in {one.question.id for one in comparison.worse}
    text, view = printed(plan).text(), comparison_view(source(plan))
    assert squeezed(crime.title.zh) not in text
    for tick in crime.ticks:
        assert squeezed(tick.title.zh) not in text
        assert squeezed(bank().actions[tick.action].title.zh) not in text
    assert view["not_printed"] == 1
    assert squeezed("另有 1 题不印出来") in text
    assert view["score_now"] is None


def test_it_says_what_is_not_yet_in_place_without_judging() -> None:
    text = printed(made()).text()
    assert not [word for word in NEVER if word in text]
    assert "尚未做到" in text


def test_notes_reasons_and_names_stay_off_it() -> None:
    noted = {
        id_: replace(answer, note="备注里的话", reason="理由里的话")
        for id_, answer in read_shop(SAMPLES[0]).check.answers.items()
    }
    text = printed(made(noted, noted)).text()
    assert "备注里的话" not in text
    assert "理由里的话" not in text
    roles = {role.label.zh for role in bank().roles.values()}
    names = [member.name for member in read_shop(SAMPLES[0]).shop.staff if member.name not in roles]
    assert names
    assert not [name for name in names if name in text]


def test_what_was_done_between_stands_on_it_with_its_day() -> None:
    file = read_shop(SAMPLES[0])
    item = "access.lock-when-leaving"
    previous = SelfCheck(date(2025, 11, 20), {}, {item: Progress(done_on=date(2026, 3, 4))})
    check = replace(file.check, previous=previous)
    text = printed(make_plan(run_self_check(bank(), file.shop, check), check, TODAY)).text()
    assert squeezed(bank().actions[item].title.zh) in text
    assert "2026-03-04" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_an_earlier_check_it_says_so_on_one_page(language: Language) -> None:
    plan = made()
    pdf = printed(MadePlan(plan.assessment, plan.plan, plan.checked_on), language)
    assert (
        squeezed(translator(language)("There is no earlier self-check to compare this one with."))
        in pdf.text()
    )


def test_every_sample_with_an_earlier_year_prints() -> None:
    for sample in SAMPLES[:2]:
        file = read_shop(sample)
        assert file.check.previous is not None
        plan = make_plan(run_self_check(bank(), file.shop, file.check), file.check, TODAY)
        assert "→" in printed(plan).text()
