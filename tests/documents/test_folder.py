"""A folder for inspectors: behind its index the papers it lists, each on the page that the index says."""

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from merchant_guard.documents.enclosures import Enclosed, Enclosures
from merchant_guard.documents.folder import Folder
from merchant_guard.documents.paper_source import PaperSource
from merchant_guard.documents.papers import Draft, paper_draft
from merchant_guard.domain.paper import PageSize, PaperSubject
from merchant_guard.services.make_papers import MadePaper
from merchant_guard.services.shop_papers import PaperRun
from tests.support.own_papers import EMPTY, of_plain, sample, words
from tests.support.pdfs import Pdf
from tests.support.real_content import bank

FOLDERS = ("inspection-police", "inspection-market", "inspection-postal", "inspection-cac")
EVERY_FOLDER = pytest.mark.parametrize("paper_id", FOLDERS)
LISTED = {
    "管理规定": Enclosed("management-rules"),
    "信息清单": Enclosed("inventory"),
    "账号、设备登记": Enclosed("register-list", "accounts"),
    "员工登记": Enclosed("register-list", "staff"),
    "培训签到": Enclosed("register-list", "trainings"),
    "应急卡": Enclosed("emergency-card"),
}
"""How the lines begin that name a paper which the clothes shop has."""


def source_of(run: PaperRun) -> PaperSource:
    return PaperSource(run.made.assessment, run.made.plan, run.made.checked_on, "zh", PaperSubject(run.book))


def draft_of(run: PaperRun, paper_id: str = "inspection-police") -> Draft | Folder:
    return paper_draft(paper_id, "a4", source_of(run))


def folder_of(run: PaperRun, paper_id: str = "inspection-police") -> Folder:
    draft = draft_of(run, paper_id)
    assert isinstance(draft, Folder)
    return draft


@cache
def made(paper_id: str, number: str = "01") -> MadePaper:
    (paper,) = sample(number).make(paper_id, PageSize.A4, "zh")
    return paper


def index_pages(pdf: Pdf) -> list[int]:
    return [page for page in range(pdf.pages) if pdf.text(page).startswith("迎检材料")]


@EVERY_FOLDER
def test_its_pages_are_counted_through(paper_id: str) -> None:
    pdf = Pdf(made(paper_id, "02").pdf)
    said = [re.search(r"第(\d+)页/共(\d+)页", pdf.text(page)) for page in range(pdf.pages)]
    # A sign to hang up has no head, and so no number.
    assert all(
        one is None or one.groups() == (str(page + 1), str(pdf.pages)) for page, one in enumerate(said)
    )
    assert sum(one is None for one in said) <= 1


@pytest.mark.parametrize("start", LISTED)
def test_what_the_index_lists_stands_on_the_page_it_says(start: str) -> None:
    pdf = Pdf(made("inspection-police").pdf)
    index = "".join(pdf.text(page) for page in index_pages(pdf))
    place = index.index(start, index.index("材料目录"))
    number = int(re.search(r"第(\d+)页", index[place:]).group(1))  # type: ignore[union-attr]
    enclosed = LISTED[start]
    forms, registers = bank().paper_forms, bank().registers
    title = (
        forms[enclosed.paper_id].title.zh
        if enclosed.paper_id in forms
        else registers[enclosed.subject].title.zh
    )
    assert pdf.text(number - 1).startswith(title.replace(" ", ""))


def test_each_paper_is_in_it_once_and_begins_after_the_index() -> None:
    pdf = Pdf(made("inspection-police").pdf)
    assert index_pages(pdf) == list(range(len(index_pages(pdf))))
    enclosed = list(folder_of(sample("01")).enclosed)
    assert len(set(enclosed)) == len(enclosed)
    assert set(LISTED.values()) <= set(enclosed)
    assert pdf.pages >= len(index_pages(pdf)) + len(enclosed)


@EVERY_FOLDER
def test_nothing_that_stays_in_the_shop_or_shows_the_score_is_in_it(paper_id: str) -> None:
    for number in ("01", "02", "03", "04"):
        ids = {one.paper_id for one in folder_of(sample(number), paper_id).enclosed}
        assert not ids & {"internal-record", "external-summary", "plan", "plan-list", "audit-list"}


def test_what_the_shop_has_not_is_listed_and_not_put_in(tmp_path: Path) -> None:
    draft = draft_of(of_plain(EMPTY, tmp_path))
    assert isinstance(draft, Draft)
    pdf = Pdf(draft.pdf().data)
    assert index_pages(pdf) == list(range(pdf.pages))


def test_a_register_with_nothing_in_it_is_not_put_in() -> None:
    run = sample("01")
    without = replace(run, book=replace(run.book, entries={}))
    registers = {one.subject for one in folder_of(without).enclosed if one.subject}
    assert registers == set()


def test_what_can_be_changed_in_word_is_the_index_with_lines_for_the_pages() -> None:
    paper = made("inspection-police").blocks
    assert paper is not None
    assert not re.search(r"第\d+页", words(paper.blocks))
    assert "顾客信息保护和网络安全管理规定" not in words(paper.blocks)


def test_a_paper_there_is_not_and_one_that_does_not_fit_the_shop() -> None:
    enclosures = Enclosures(source_of(sample("01")))
    with pytest.raises(KeyError):
        enclosures.page("no-such-paper")
    assert enclosures.page("courier-closing-list") == "" and not enclosures.found


def test_the_same_folder_is_the_same_file() -> None:
    assert folder_of(sample("02")).pdf() == folder_of(sample("02")).pdf()
