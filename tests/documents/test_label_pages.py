"""Labels of every size: true size, margins, black, nothing small, nothing lost: what has no room goes on."""

import re
from functools import cache
from itertools import islice

import pytest

from merchant_guard.documents.page_format import FORMATS, LABEL_76X130, LABEL_100X150, LABEL_100X180
from merchant_guard.documents.pages import page_picture
from merchant_guard.documents.papers import PaperSource, paper_pdf
from merchant_guard.documents.units import MM
from merchant_guard.domain.answers import Progress
from merchant_guard.domain.paper import LABELS, PageSize
from merchant_guard.domain.question import Choice
from merchant_guard.localization import LANGUAGES, Language
from tests.support.pdfs import Pdf, squeezed
from tests.support.plans import CHECKED_ON, MADE_ON, Made, made_with_all
from tests.support.real_content import bank

PAPERS = pytest.mark.parametrize("paper_id", ["week-list", "first-three"])
SIZES = pytest.mark.parametrize("size", LABELS)
BOTH_LANGUAGES = pytest.mark.parametrize("language", LANGUAGES)
LINE_WIDTH = re.compile(rb"(?<![\d.])([\d.]+) w\b")
GRAY = re.compile(rb"([\d.]+) [gG]\b")
TYPE_SIZE = re.compile(rb"/F\d+ ([\d.]+) Tf")
DPI = 203.2


@cache
def plan() -> Made:
    """Everything is to be done, most of it this week, by people with the longest names there may be."""
    everything = made_with_all(bank(), Choice.NO)
    progress = {item.id: Progress(due=MADE_ON, owner="名" * 50) for item in everything.plan.items}
    return made_with_all(bank(), Choice.NO, progress)


def data(paper_id: str, size: PageSize, language: Language) -> bytes:
    return paper_pdf(paper_id, size, PaperSource(plan().assessment, plan().plan, CHECKED_ON, language)).data


@cache
def label(paper_id: str, size: PageSize, language: Language = "zh") -> Pdf:
    return Pdf(data(paper_id, size, language))


def content(pdf: Pdf) -> bytes:
    return b"".join(page.get_contents().get_data() for page in pdf.reader.pages)


def titles(paper_id: str, language: Language) -> list[str]:
    items = plan().plan.due_this_week if paper_id == "week-list" else plan().plan.items[:3]
    return [squeezed(item.remedy.action.title.pick(language)) for item in items]


def boxes(pdf: Pdf) -> int:
    edges = [edge for page in range(pdf.pages) for edge in pdf.edges(page)]
    return sum(7.5 < right - left < 8.6 and 7.5 < top - bottom < 8.6 for left, bottom, right, top in edges)


def test_domain_and_documents_know_the_same_pages() -> None:
    for size in PageSize:
        page = FORMATS[size]
        assert (round(page.width / MM), round(page.height / MM)) == size.millimetres
        assert page.is_label == size.is_label
    assert set(FORMATS) == set(PageSize)


@PAPERS
@SIZES
@BOTH_LANGUAGES
def test_every_task_stands_on_a_label_whole_and_once(
    paper_id: str, size: PageSize, language: Language
) -> None:
    pdf = label(paper_id, size, language)
    wanted = titles(paper_id, language)
    text = pdf.text()
    place = 0
    for title in wanted:
        place = text.index(title, place) + len(title)
    for page in range(pdf.pages):
        assert any(title in pdf.text(page) for title in wanted)
    assert boxes(pdf) == len(wanted)


@PAPERS
@SIZES
@BOTH_LANGUAGES
def test_a_label_is_the_size_of_a_label_and_its_margins_hold(
    paper_id: str, size: PageSize, language: Language
) -> None:
    pdf = label(paper_id, size, language)
    width, height = size.millimetres
    for number, page in enumerate(pdf.reader.pages):
        shown = [float(edge) / MM for edge in page.mediabox[2:]]
        assert shown == pytest.approx([width, height], abs=0.01)
        for left, bottom, right, top in pdf.edges(number):
            assert left >= 4 and right <= width - 4
            assert bottom >= 3.5 and top <= height - 4


@PAPERS
@SIZES
@BOTH_LANGUAGES
def test_nothing_is_made_smaller_to_fit(paper_id: str, size: PageSize, language: Language) -> None:
    sizes = {float(found) for found in TYPE_SIZE.findall(content(label(paper_id, size, language)))}
    assert sizes - {max(sizes)} <= {15, 11.5, 9.5}
    assert max(sizes) == 21 or (size is PageSize.LABEL_76X130 and 15 <= max(sizes) < 21)


@SIZES
def test_in_chinese_even_the_smallest_has_its_title_in_full_size(size: PageSize) -> None:
    for paper_id in ("week-list", "first-three"):
        assert max(map(float, TYPE_SIZE.findall(content(label(paper_id, size))))) == 21


@PAPERS
@SIZES
def test_a_label_has_no_fine_line_and_no_grey(paper_id: str, size: PageSize) -> None:
    drawn = content(label(paper_id, size))
    widths = [float(width) for width in LINE_WIDTH.findall(drawn)]
    assert widths
    assert min(widths) >= 0.4 * MM - 0.01
    assert {float(gray) for gray in GRAY.findall(drawn)} <= {0, 1}


@PAPERS
@SIZES
def test_a_label_comes_out_of_a_waybill_printer_dot_for_dot(paper_id: str, size: PageSize) -> None:
    picture = page_picture(data(paper_id, size, "zh"), 0, DPI, smooth=False)
    assert (picture.width, picture.height) == tuple(8 * side for side in size.millimetres)
    black = picture.pixels.count(0)
    assert black + picture.pixels.count(255) == len(picture.pixels)
    assert 0.01 < black / len(picture.pixels) < 0.14


@PAPERS
def test_a_smaller_label_holds_fewer_tasks_and_more_labels_follow(paper_id: str) -> None:
    pages = [
        label(paper_id, PageSize(page.name)).pages for page in (LABEL_100X180, LABEL_100X150, LABEL_76X130)
    ]
    assert pages == sorted(pages)
    assert pages[-1] > 1


def test_labels_are_numbered_where_there_are_several() -> None:
    several = label("week-list", PageSize.LABEL_100X180)
    assert all(f"{page + 1}/{several.pages}" in several.text(page) for page in range(several.pages))
    first = list(islice(plan().plan.items, 1))
    done = {item.id: Progress(done_on=CHECKED_ON) for item in plan().plan.items if item not in first}
    alone = made_with_all(bank(), Choice.NO, done)
    source = PaperSource(alone.assessment, alone.plan, CHECKED_ON, "zh")
    assert "1/1" not in Pdf(paper_pdf("week-list", "label-100x180", source).data).text()


@SIZES
def test_steps_are_left_out_before_a_label_grows_and_never_of_some_tasks_only(size: PageSize) -> None:
    """As many steps for each task: the fewest labels come first."""
    text = label("first-three", size).text()
    marks = [text.count(f"{number}.") for number in (1, 2, 3)]
    assert marks[0] in (0, 3) and marks[2] == 0
