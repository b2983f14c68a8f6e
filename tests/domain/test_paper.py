"""Which papers are offered: those with something on them, about a register or an entry that is there."""

from datetime import date

import pytest

from merchant_guard.domain.paper import (
    LEAVER_HANDOVER,
    PAPERS,
    REGISTER_LIST,
    About,
    OfferedPaper,
    offered_papers,
)
from merchant_guard.domain.registers.book import Book
from merchant_guard.localization.labels import LABELS
from tests.support.books import book, entry, moment
from tests.support.kept_registers import LEAVER, kept_book, plan

DAY = date(2026, 11, 30)


def offered(held: Book | None = None, **chosen: str) -> dict[str, OfferedPaper]:
    """The papers about registers, by id; `register_list` stands for `register-list`."""
    made = plan()
    wanted = {paper_id.replace("_", "-"): subject for paper_id, subject in chosen.items()}
    papers = offered_papers(made.assessment, made.plan, kept_book() if held is None else held, wanted)
    return {paper.id: paper for paper in papers if paper.about is not About.SHOP}


def test_a_shop_without_registers_is_offered_what_it_was_before() -> None:
    made = plan()
    assert offered_papers(made.assessment, made.plan) == offered_papers(made.assessment, made.plan, Book())
    assert offered(Book()) == {}


def test_the_list_is_that_of_the_register_wanted_last_even_while_it_is_empty() -> None:
    assert offered(register_list="requests")[REGISTER_LIST.id].subject == "requests"
    assert offered(Book(), register_list="requests")[REGISTER_LIST.id].subject == "requests"


@pytest.mark.parametrize("wanted", ["", "no such register"])
def test_where_none_was_wanted_it_is_the_first_that_holds_something(wanted: str) -> None:
    assert offered(register_list=wanted)[REGISTER_LIST.id].subject == "staff"
    only = book([entry("checks", DAY, {"on": DAY, "kind": "drill"})])
    assert offered(only, register_list=wanted)[REGISTER_LIST.id].subject == "checks"


def test_a_handover_is_for_the_person_it_was_wanted_for() -> None:
    assert offered(leaver_handover=LEAVER)[LEAVER_HANDOVER.id].subject == LEAVER
    assert offered()[LEAVER_HANDOVER.id].subject == LEAVER, "who left is the first it is thought of for"
    assert offered(leaver_handover="")[LEAVER_HANDOVER.id].subject == ""


def test_nobody_crossed_out_gone_or_of_another_register_gets_one() -> None:
    for wanted in ("staff-d", "nobody", "account-0"):
        assert offered(leaver_handover=wanted)[LEAVER_HANDOVER.id].subject == LEAVER
    struck = kept_book().entries[LEAVER].crossed_out("错", moment(DAY))
    assert offered(kept_book().with_entry(struck), leaver_handover=LEAVER)[LEAVER_HANDOVER.id].subject == ""


def test_every_paper_has_an_id_a_title_and_a_page() -> None:
    assert [paper.id for paper in PAPERS.values()] == list(PAPERS)
    assert set(PAPERS) <= set(LABELS["paper"])
    assert all(paper.sizes for paper in PAPERS.values())
    assert {paper.id for paper in offered().values()} <= set(PAPERS)
