"""`plan.pdf` with the content that ships: order, edges, running lines, and what stands in the rows."""

import json
import re
from datetime import date
from functools import cache
from itertools import cycle, product

import pytest

from merchant_guard.documents.page_format import A4
from merchant_guard.documents.pdf import PdfFile
from merchant_guard.documents.units import MM
from merchant_guard.domain.answers import Answer, Progress
from merchant_guard.domain.plan import PlanItem, RemediationPlan
from merchant_guard.domain.question import Choice
from merchant_guard.domain.shop import Shop
from merchant_guard.localization import LANGUAGES, Language, translator
from tests.support.pdfs import Pdf, squeezed
from tests.support.plans import Made, made, made_with_all
from tests.support.real_content import bank
from tests.support.shops import full_shop
from tests.support.small_bank import SMALL_BANK

FOOT = {
    "zh": ("本计划是主动自查后的改进安排，不表示已被认定违法。", "不要在这张纸上写顾客的姓名和电话。"),
    "en": (
        "A voluntary plan for improvement. It does not mean that any breach of law was found.",
        "No customers’ names or phone numbers on this paper.",
    ),
}
SECTIONS = (
    *("The result at a glance", "What to do", "How to do it", "Question sheet: whom to ask what"),
    *("Put aside as not applying", "The law behind it"),
)
COLUMNS = {"zh": (18, 28, 103, 120, 147, 172, 192), "en": (18, 28, 97, 121, 148, 173, 192)}
"""Left edges of the columns of the list, in mm, and its right edge."""
BADGES = {"red": "红线", "severe": "严重", "high": "高", "medium": "中", "low": "低"}
BOTH = pytest.mark.parametrize("language", ["zh", "en"])


@cache
def longest(language: Language) -> Made:
    """The sixty things to do that need the longest line of words."""
    everything = made_with_all(bank(), Choice.NO)
    items = sorted(everything.plan.items, key=lambda item: -longest_text(item, language))[:60]
    chosen = tuple(item for item in everything.plan.items if item in items)
    return Made(everything.assessment, RemediationPlan(everything.plan.made_on, chosen))


def longest_text(item: PlanItem, language: Language) -> int:
    action = item.remedy.action
    texts = (action.title, action.why, action.proof, *(step.text for step in item.steps))
    return max(len(text.pick(language)) for text in texts)


@cache
def mixed(_language: Language = "zh") -> Made:
    """Gaps, things to find out, things put aside, and some of it done."""
    choices = cycle([Choice.NO, Choice.UNSURE, Choice.PARTLY, Choice.NOT_APPLICABLE, Choice.YES])
    answers = {
        question.id: Answer(choice, note="记一下", reason="没有这回事")
        for question, choice in zip(bank().questions, choices, strict=False)
    }
    shop = full_shop().shop
    ids = [item.id for item in made(bank(), shop, answers).plan.items]
    progress = {
        ids[2]: Progress(done_on=date(2026, 11, 24), proof=("图.png",)),
        ids[7]: Progress(done_on=date(2026, 11, 25)),
        ids[9]: Progress(due=date(2026, 11, 26)),
    }
    return made(bank(), shop, answers, progress)


@cache
def written(plan: str, language: Language) -> PdfFile:
    return {"longest": longest, "mixed": mixed}[plan](language).pdf(language)


@cache
def printed(plan: str, language: Language) -> Pdf:
    return Pdf(written(plan, language).data)


def say(language: Language, message: str) -> str:
    return translator(language)(message)


def sections(pdf: Pdf) -> list[str]:
    return [words for level, words in pdf.bookmarks if level == 0]


def section_pages(pdf: Pdf, words: str) -> range:
    """The pages from the bookmark of a section to that of the next, which may begin on the same page."""
    reader = pdf.reader
    starts = [
        (entry.title, reader.get_destination_page_number(entry) or 0)
        for entry in reader.outline
        if not isinstance(entry, list)
    ]
    place = [title for title, _ in starts].index(words)
    end = starts[place + 1][1] if place + 1 < len(starts) else pdf.pages - 1
    return range(starts[place][1], end + 1)


def body(pdf: Pdf, pages: range) -> str:
    """What stands between head and foot, text that runs over a page's end in one piece."""
    runs = (run.text for run in pdf.runs if run.page in pages and is_in_body(run.y))
    return squeezed("".join(runs))


def is_in_body(y: float) -> bool:
    return A4.body_bottom / MM < y < A4.body_top / MM


@BOTH
def test_nothing_stands_in_the_margins_of_any_page(language: Language) -> None:
    pdf = printed("longest", language)
    for page in range(pdf.pages):
        for left, bottom, right, top in pdf.edges(page):
            # The foot stands in the lower margin, as high as printers reach.
            assert left > 17.6 and right < 192.4 and bottom > 12.9 and top < 281


@BOTH
def test_no_cell_of_the_list_reaches_into_the_next(language: Language) -> None:
    pdf = printed("longest", language)
    pages = section_pages(pdf, say(language, "What to do"))
    for page in pages[:-2]:  # the last one holds the signatures, too, and then the next section begins
        for left, bottom, right, _ in pdf.edges(page):
            is_in_a_cell = left > COLUMNS[language][1] - 0.5 and is_in_body(bottom)
            is_on_a_band = left > 140 and right > 188
            if is_in_a_cell and not is_on_a_band:
                assert right < min(column for column in COLUMNS[language] if column > left + 0.7) + 0.3


@BOTH
def test_every_page_is_numbered_and_has_head_and_foot(language: Language) -> None:
    pdf = printed("longest", language)
    for page in range(pdf.pages):
        text = pdf.text(page)
        label = say(language, "Page {page} of {pages}").format(page=page + 1, pages=pdf.pages)
        assert squeezed(label) in text
        assert all(squeezed(sentence) in text for sentence in FOOT[language])
        assert squeezed("样样都有的店") in text and "2026-11-30" in text
        assert squeezed("只在店内使用") not in text


@BOTH
def test_sections_stand_in_their_order_with_the_law_last(language: Language) -> None:
    assert sections(printed("mixed", language)) == [say(language, section) for section in SECTIONS]
    early = squeezed(say(language, "What mending early is worth"))
    text = printed("mixed", language).text()
    place = text.rindex(early)
    assert (
        text.index(squeezed(say(language, SECTIONS[4])))
        < place
        < text.rindex(squeezed(say(language, SECTIONS[5])))
    )


@BOTH
def test_the_summary_is_a_page_of_its_own(language: Language) -> None:
    pdf = printed("mixed", language)
    assert list(section_pages(pdf, say(language, SECTIONS[0]))[:-1]) == [0]
    text = pdf.text(0)
    for message in ("The first three", "Group by group", "Self-check", "To find out"):
        assert squeezed(say(language, message)) in text
    for row in mixed().view(language)["summary"]["first"]:
        assert squeezed(row["title"]) in text


@BOTH
def test_every_task_is_in_the_list_with_who_and_by_when_and_again_with_its_steps(language: Language) -> None:
    pdf = printed("mixed", language)
    listed = body(pdf, section_pages(pdf, say(language, "What to do")))
    steps = body(pdf, section_pages(pdf, say(language, "How to do it")))
    view = mixed().view(language)
    place = 0
    for item in view["items"]:
        place = listed.index(squeezed(item["title"]), place)
        row = listed[place : place + 400]
        assert squeezed(item["owner"]) in row and squeezed(item["due"]) in row
        assert squeezed(item["title"]) in steps and squeezed(item["proof"]) in steps
        assert all(squeezed(step["text"]) in steps for step in item["steps"])


@BOTH
def test_what_is_done_stands_at_the_end_of_the_list_with_its_days(language: Language) -> None:
    pdf = printed("mixed", language)
    listed = body(pdf, section_pages(pdf, say(language, "What to do")))
    view = mixed().view(language)
    end = listed[listed.rindex(squeezed(view["bands"][-1]["items"][-1]["title"])) :]
    for item in view["done_items"]:
        assert squeezed(item["title"]) in end
        assert squeezed(item["done_on"]) in end and item["found_on"] in end
    assert end.count(squeezed(say(language, "done, no proof kept yet"))) == 1
    assert len(view["done_items"]) == 2


def test_tasks_have_their_badges_and_boxes_to_tick_sign_and_date() -> None:
    pdf = printed("mixed", "zh")
    pages = section_pages(pdf, "要做的事")[:-1]
    edges = [edge for page in pages for edge in pdf.edges(page)]
    boxes = [edge for edge in edges if edge[0] < 18 and 5 < edge[2] - edge[0] < 6 < 1 + edge[3] - edge[1]]
    lines = [edge for edge in edges if edge[3] - edge[1] < 0.7 and 18.5 < edge[2] - edge[0] < 20.5]
    plan = mixed().plan
    assert len(boxes) == len(plan.items)
    assert len(lines) == 2 * len(plan.open_items)
    listed = body(pdf, pages)
    for item in mixed().view()["items"]:
        if not item["count"]:
            assert squeezed(item["title"] + BADGES[item["badge"]]) in listed


@BOTH
def test_things_to_ask_are_on_the_question_sheet(language: Language) -> None:
    pdf = printed("mixed", language)
    sheet = body(pdf, section_pages(pdf, say(language, "Question sheet: whom to ask what")))
    for inquiry in mixed().view(language)["inquiries"]:
        assert squeezed(inquiry["who"]) in sheet
        assert all(squeezed(question["say"]) in sheet for question in inquiry["questions"])


@BOTH
def test_every_law_cited_is_in_the_list_at_the_end_word_for_word(language: Language) -> None:
    pdf = printed("mixed", language)
    text = body(pdf, section_pages(pdf, say(language, "The law behind it")))
    for law in mixed().view(language)["laws"]:
        assert squeezed(law["title"]) in text
        for article in law["articles"]:
            assert squeezed(article["name"]) in text
            assert squeezed(article["plain"]) in text
            assert squeezed(article["quotation"] or "") in text


def test_the_word_for_breaking_the_law_stands_in_the_foot_and_in_quotations_only() -> None:
    pdf = printed("longest", "zh")
    text = pdf.text()
    assert text.count(squeezed(FOOT["zh"][0])) == pdf.pages
    quoted = json.dumps(longest("zh").view("zh")["laws"], ensure_ascii=False)
    assert text.count("违法") - pdf.pages <= quoted.count("违法")
    assert text.count("承认") <= quoted.count("承认")


def test_english_titles_and_steps_hold_no_chinese() -> None:
    pdf = printed("longest", "en")
    names = {member.name for member in full_shop().shop.staff} | {"样样都有的店", "记一下"}
    text = pdf.text(*range(section_pages(pdf, "The law behind it").start))
    for name in names:
        text = text.replace(name, "")
    assert re.findall("[\u4e00-\u9fff]+", text) == []


@BOTH
def test_a_plan_without_anything_to_do_says_so(language: Language) -> None:
    answers = {question.id: Answer(Choice.YES) for question in SMALL_BANK.questions}
    file = made(SMALL_BANK, Shop("小店"), answers).pdf(language)
    pdf = Pdf(file.data)
    assert (file.pages, pdf.pages) == (2, 2)
    assert sections(pdf) == [say(language, section) for section in SECTIONS[:2]]
    assert squeezed(
        say(language, "Nothing to do for now. Look again in a year, or when something in the shop changes.")
    ) in pdf.text(1)


def test_a_plan_of_a_shop_that_answered_nothing_can_be_printed() -> None:
    pdf = Pdf(made(bank(), Shop(), {}).pdf("zh").data)
    assert pdf.reader.metadata is not None
    assert pdf.reader.metadata.title == "整改计划 2026"
    assert "· ·" not in " ".join(pdf.lines(0))


@BOTH
def test_the_same_plan_is_the_same_file_byte_for_byte(language: Language) -> None:
    assert mixed().pdf(language).data == written("mixed", language).data


@BOTH
def test_the_title_names_the_shop_and_the_year(language: Language) -> None:
    info = printed("mixed", language).reader.metadata
    assert info is not None
    assert info.title == f"{say(language, 'Remediation plan')} 样样都有的店 2026"
    assert info.subject == say(language, "Privacy self-check %(year)s") % {"year": 2026}


def test_all_of_it_can_be_printed() -> None:
    for plan, language in product(("mixed", "longest"), LANGUAGES):
        assert written(plan, language).unprintable == frozenset()
    assert len(longest("zh").plan.open_items) == 60
