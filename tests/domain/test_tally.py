import pytest
from hypothesis import given

from merchant_guard.domain.tally import Tally, groups_worst_first, tally
from tests.support import banks
from tests.support.banks import answer, question
from tests.support.strategies import World, worlds

FIVE = banks.bank(
    *(question(f"access.{name}") for name in ("a", "b", "c", "d", "e", "f")),
    question("staff.a"),
    question("staff.b"),
    question("waybill.a"),
)


def test_every_answer_is_counted_in_its_place() -> None:
    given_answers = {
        "access.a": "yes",
        "access.b": "partly",
        "access.c": "no",
        "access.d": "unsure",
        "access.e": answer("not_applicable", reason="none here"),
    }
    counts = tally(banks.sheet_of(FIVE, given_answers), "access")
    assert counts == Tally(1, 1, 1, 1, 1, 1)
    assert counts.counted == 5
    assert not counts.is_complete


@pytest.mark.parametrize(
    ("first", "second", "complete"),
    [("yes", "yes", True), ("yes", "not_applicable", True), ("yes", None, False), ("yes", "unsure", False)],
)
def test_a_group_is_complete_when_all_that_fits_is_done(
    first: str, second: str | None, complete: bool
) -> None:
    given_answers = {"staff.a": first} | ({"staff.b": second} if second else {})
    assert tally(banks.sheet_of(FIVE, given_answers), "staff").is_complete is complete


def test_a_group_where_nothing_fits_is_not_called_complete() -> None:
    sheet = banks.sheet_of(FIVE, {"waybill.a": answer("not_applicable", reason="no parcels")})
    assert not tally(sheet, "waybill").is_complete


def test_groups_stand_worst_first_and_those_where_nothing_fits_last() -> None:
    sheet = banks.sheet_of(FIVE, {"access.a": "yes", "access.b": "yes", "waybill.a": "not_applicable"})
    assert [group.id for group, _ in groups_worst_first(sheet)] == ["staff", "access", "waybill"]


@given(worlds())
def test_the_groups_add_up_to_the_whole(world: World) -> None:
    sheet = world.sheet
    whole = tally(sheet)
    groups = [counts for _, counts in groups_worst_first(sheet)]
    for name in Tally.__slots__:
        assert getattr(whole, name) == sum(getattr(counts, name) for counts in groups)
    assert whole.counted + whole.not_applicable == len(sheet.questions)
