"""The first three on one sheet: what stands on it, how large, in black, on one page whatever the words."""

import re
from datetime import timedelta
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from merchant_guard.documents.page_format import A4, LABEL_100X180, PageFormat
from merchant_guard.documents.papers import PaperSource, paper_pdf
from merchant_guard.domain.answers import Answer, Progress
from merchant_guard.domain.question import Choice, RedLine
from merchant_guard.domain.sheet import gravest
from merchant_guard.localization import LANGUAGES, Language
from tests.support.pdfs import Pdf, squeezed
from tests.support.plans import CHECKED_ON, MADE_ON, Made, made, made_with_all
from tests.support.real_content import bank
from tests.support.shops import full_shop

BOTH_SIZES = pytest.mark.parametrize("page", [A4, LABEL_100X180], ids=lambda page: page.name)
BOTH_LANGUAGES = pytest.mark.parametrize("language", LANGUAGES)
HEAD = {"zh": "先改这3件", "en": "Mendthese3first"}


def source(plan: Made, language: Language = "zh") -> PaperSource:
    return PaperSource(plan.assessment, plan.plan, CHECKED_ON, language)


def sheet(plan: Made, page: PageFormat, language: Language = "zh") -> Pdf:
    return Pdf(paper_pdf("first-three", page.name, source(plan, language)).data)


def content(pdf: Pdf) -> bytes:
    data: bytes = pdf.reader.pages[0].get_contents().get_data()
    return data


def gaps() -> Made:
    return made_with_all(bank(), Choice.NO)


@BOTH_SIZES
@BOTH_LANGUAGES
def test_the_sheet_says_what_who_and_when_of_the_first_three_of_the_plan(
    page: PageFormat, language: Language
) -> None:
    plan = gaps()
    text = sheet(plan, page, language).text()
    assert HEAD[language] in text
    for row in plan.view(language)["items"][:3]:
        assert squeezed(row["title"]) in text
        assert squeezed(row["due"]) in text
    fourth = plan.view(language)["items"][3]
    assert squeezed(fourth["title"]) not in text


@BOTH_SIZES
def test_every_task_has_a_box_a_day_and_a_signature(page: PageFormat) -> None:
    pdf = sheet(gaps(), page)
    assert pdf.text().count("哪天改好签名") == 3
    boxes = [
        (left, bottom, right, top)
        for left, bottom, right, top in pdf.edges(0)
        if 7.5 < right - left < 8.6 and 7.5 < top - bottom < 8.6
    ]
    assert len(boxes) == 3


@BOTH_SIZES
def test_the_type_is_as_large_as_the_print_design_says(page: PageFormat) -> None:
    sizes = [float(size) for size in re.findall(rb"/F\d+ ([\d.]+) Tf", content(sheet(gaps(), page)))]
    assert max(sizes) == 21
    assert sizes.count(15) == 3
    assert min(sizes) >= 9.5


def test_fewer_than_three_are_called_fewer() -> None:
    everything = gaps()
    ids = [item.id for item in everything.plan.items]
    done = {item_id: Progress(done_on=MADE_ON - timedelta(days=1)) for item_id in ids[1:]}
    assert "先改这1件" in sheet(made_with_all(bank(), Choice.NO, done), LABEL_100X180).text()


@BOTH_SIZES
def test_what_is_to_be_found_out_is_counted_once(page: PageFormat) -> None:
    answers = {one.id: Answer(Choice.NO) for one in bank().questions if not one.crime}
    shown = gaps().assessment.sheet
    harmless = [one for one in shown.questions if gravest(one, shown.ticks(one)) is RedLine.NONE]
    unsure = [one.id for one in harmless[:2]]
    plan = made(bank(), full_shop().shop, answers | {one: Answer(Choice.UNSURE) for one in unsure})
    assert "还有2件去问清楚" in sheet(plan, page).text()


@BOTH_SIZES
def test_next_to_a_crime_stands_no_talk_of_photos_but_where_to_go_first(page: PageFormat) -> None:
    crime = next(one.id for one in bank().questions if one.crime)
    harmless = [one.id for one in bank().questions if not one.crime and one.red_line is RedLine.NONE]
    plan = made(bank(), full_shop().shop, dict.fromkeys([crime, *harmless[:3]], Answer(Choice.NO)))
    first = [question for item in plan.plan.items[:3] for question in item.remedy.questions]
    assert {question.crime for question in first} == {True, False}
    text = sheet(plan, page).text()
    assert "不在这里写经过；先问律师或公安机关" in text
    assert "留张照片" not in text


def test_an_inquiry_among_the_three_is_not_counted_again() -> None:
    question = next(one for one in bank().questions if one.red_line == "none")
    plan = made(bank(), full_shop().shop, {question.id: Answer(Choice.UNSURE)})
    assert "去问清楚" not in sheet(plan, LABEL_100X180).text().replace("把不确定的事问清楚", "")


@BOTH_SIZES
@BOTH_LANGUAGES
def test_any_three_tasks_of_the_content_fit_one_page(page: PageFormat, language: Language) -> None:
    """The tasks with the most words, each done by somebody with the longest name there may be."""
    everything = gaps()
    items = sorted(everything.plan.items, key=lambda item: -len(item.remedy.action.title.pick(language)))
    longest = {item.id for item in islice(items, 3)}
    progress = {
        item.id: Progress(owner="名" * 50)
        if item.id in longest
        else Progress(done_on=MADE_ON - timedelta(days=1))
        for item in everything.plan.items
    }
    pdf = sheet(made_with_all(bank(), Choice.NO, progress), page, language)
    assert pdf.pages == 1
    for item in everything.plan.items:
        if item.id in longest:
            assert squeezed(item.remedy.action.title.pick(language)) in pdf.text()


@given(name=st.text(max_size=100))
def test_whatever_the_shop_is_called_the_label_stays_one_page(name: str) -> None:
    plan = made(bank(), full_shop().shop, {bank().questions[0].id: Answer(Choice.NO)})
    named = PaperSource(plan.assessment, plan.plan, CHECKED_ON, "zh")
    view = named.view.first_three(2) | {"shop": name, "is_label": True, "words_width": 80}
    from merchant_guard.documents.markup import parse  # noqa: PLC0415
    from merchant_guard.documents.pdf import write_pdf  # noqa: PLC0415
    from merchant_guard.documents.templates import fill  # noqa: PLC0415

    assert write_pdf(parse(fill("first_three.xml", "zh", view)), LABEL_100X180).pages == 1


def test_a_paper_or_a_size_there_is_not_is_refused() -> None:
    for wish in (("first-three", "a3"), ("letter", "a4")):
        with pytest.raises(KeyError):
            paper_pdf(*wish, source(gaps()))
