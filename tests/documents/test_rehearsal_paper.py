"""The sheet of the rehearsal: empty to be filled in by hand, or as a rehearsal came out."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from merchant_guard.documents.paper_source import PaperSource
from merchant_guard.documents.rehearsal_view import rehearsal_view
from merchant_guard.domain.paper import PageSize, PaperSubject
from merchant_guard.domain.registers.entry import Entry
from merchant_guard.domain.rehearsal import KIND, REGISTER
from merchant_guard.services.make_papers import make_paper
from tests.support.books import book, entry
from tests.support.kept_registers import plan
from tests.support.plans import MADE_ON

HELD = entry(
    REGISTER,
    MADE_ON,
    {"on": MADE_ON, "kind": KIND, "found": "open", "to_mend": frozenset({"phone_call"})},
    "held",
)


def text_of(pdf: bytes) -> str:
    """What copies out, without line ends."""
    return "".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).replace("\n", "")


def paper(size: PageSize, subject: PaperSubject | None = None) -> str:
    return text_of(make_paper(plan(), "inspection-rehearsal", size, "zh", subject).pdf)


@pytest.mark.parametrize("size", [PageSize.A4, PageSize.LABEL_100X180])
def test_every_test_of_the_shop_stands_on_one_page(size: PageSize) -> None:
    made = make_paper(plan(), "inspection-rehearsal", size, "zh")
    assert made.pages == 1
    tests = plan().assessment.sheet.bank.inspection.tests_for(plan().assessment.sheet.facts)
    said = text_of(made.pdf)
    assert [test.id for test in tests if test.title.zh not in said] == []


def test_what_came_out_badly_stands_on_it_with_what_to_do() -> None:
    told = paper(PageSize.A4, PaperSubject(book([HELD]), "held"))
    assert "讲一遍：名单、验证码，电话里都不给。" in told
    assert "讲一遍：名单、验证码，电话里都不给。" not in paper(PageSize.A4)


def test_only_a_rehearsal_without_anything_to_mend_says_that_all_is_well() -> None:
    def results(held: Entry) -> set[tuple[bool, bool]]:
        made, subject = plan(), PaperSubject(book([held]), "held")
        source = PaperSource(made.assessment, made.plan, made.checked_on, "zh", subject)
        return {(one["to_mend"], one["is_good"]) for one in rehearsal_view(source)}

    well = entry(REGISTER, MADE_ON, {"on": MADE_ON, "kind": KIND, "found": "all_well"}, "held")
    assert results(well) == {(False, True)}
    assert results(HELD) == {(True, False), (False, False)}
