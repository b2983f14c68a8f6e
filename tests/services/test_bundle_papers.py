"""Several papers as one file: a cover that counts right, each paper with page numbers of its own."""

from datetime import date

import pytest

from merchant_guard.domain.paper import PageSize, PaperSubject
from merchant_guard.domain.registers.book import Book
from merchant_guard.domain.signing import TO_SIGN, UNSIGNED
from merchant_guard.services.bundle_papers import details_of, make_bundle, papers_in
from merchant_guard.services.make_papers import MadePaper, make_paper
from tests.support.books import book, entry
from tests.support.kept_registers import plan
from tests.support.pdfs import Pdf

DAY = date(2026, 11, 30)


def held(*roles: str) -> Book:
    return book(
        entry("staff", DAY, {"name": f"员工{number}", "role": role, "employment": "full_time"}, f"p{number}")
        for number, role in enumerate(roles)
    )


def bundle(of: Book, which: object = UNSIGNED) -> MadePaper:
    return make_bundle(plan(), which, "zh", PaperSubject(of))


def page_text(pdf: Pdf, number: int) -> str:
    return pdf.reader.pages[number].extract_text()


def test_the_cover_says_how_many_pages_there_are_and_what_is_in_it() -> None:
    made = bundle(held("packing", "customer_service", "courier"))
    pdf = Pdf(made.pdf)
    assert made.pages == len(pdf.reader.pages)
    cover = page_text(pdf, 0)
    assert f"共 {made.pages} 页，单面黑白" in cover
    for words in ("员工0", "员工1", "员工2", "打包", "快递员"):
        assert words in cover


def test_the_cover_says_which_papers_are_printed_twice() -> None:
    cover = page_text(Pdf(bundle(held("packing", "courier")).pdf), 0)
    assert "打两遍" in cover and "一式两份" in cover
    every = page_text(Pdf(bundle(held("packing", "courier"), TO_SIGN).pdf), 0)
    assert "两遍" in every and "一遍" in every


def test_every_paper_begins_with_page_one_of_its_own() -> None:
    of = held("packing", "courier")
    made = bundle(of)
    single = [
        make_paper(plan(), one.form.id, PageSize.A4, "zh", PaperSubject(of, one.entry_id)).pages
        for one in papers_in(UNSIGNED, plan(), of)
    ]
    pdf = Pdf(made.pdf)
    texts = [page_text(pdf, number) for number in range(made.pages)]
    assert len(texts) == 1 + sum(single)
    first = 1
    for pages in single:
        assert f"第 1 页 / 共 {pages} 页" in texts[first]
        first += pages


def test_the_same_papers_are_the_same_file() -> None:
    of = held("packing", "courier")
    assert bundle(of).pdf == bundle(of).pdf


def test_everything_to_sign_has_each_paper_of_the_shop_and_of_who_has_not_signed() -> None:
    of = held("packing", "customer_service")
    made = bundle(of, TO_SIGN)
    text = page_text(Pdf(made.pdf), 0)
    papers = papers_in(TO_SIGN, plan(), of)
    for one in papers:
        assert one.form.title.zh[:8] in text
    assert made.blocks is None
    assert made.title == "要签字的文件"
    assert "legal_name" in details_of(papers)


def test_where_nobody_has_to_sign_there_is_no_such_file() -> None:
    with pytest.raises(KeyError):
        bundle(Book())
