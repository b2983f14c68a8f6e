"""The rehearsal as an object: test by test, and what comes of it."""

from merchant_guard.domain.rehearsal import Rehearsal, TestResult, found
from tests.support.kept_registers import plan
from tests.support.real_content import bank

TESTS = bank().inspection.tests[:3]


def test_it_goes_from_test_to_test_and_never_past_the_end() -> None:
    rehearsal = Rehearsal(TESTS)
    assert rehearsal.here is TESTS[0] and not rehearsal.is_last
    assert rehearsal.at(2).here is TESTS[2] and rehearsal.at(2).is_last
    assert rehearsal.at(9).place == 2 and rehearsal.at(-4).place == 0


def test_results_are_kept_and_may_be_changed() -> None:
    rehearsal = Rehearsal(TESTS).with_result(TestResult.GOOD).at(1).with_result(TestResult.MEND)
    assert (rehearsal.good, rehearsal.to_mend) == ((TESTS[0],), (TESTS[1],))
    assert not rehearsal.is_complete and found(rehearsal) == "open"
    assert found(Rehearsal(TESTS).with_result(TestResult.GOOD)) is None
    mended = rehearsal.with_result(TestResult.GOOD).at(2).with_result(TestResult.GOOD)
    assert mended.is_complete and mended.to_mend == () and found(mended) == "all_well"


def test_what_came_out_badly_leads_to_the_row_of_the_plan_that_mends_it() -> None:
    test = next(one for one in bank().inspection.tests if one.id == "lock_screen")
    made = plan().plan
    item = test.item_in(made)
    assert item is not None and item.remedy.action.id == test.actions[0]
    without = [one for one in made.items if one.remedy.action.id not in test.actions]
    assert test.item_in(type(made)(made.made_on, tuple(without))) is None


def test_every_action_that_mends_a_test_is_asked_for_by_some_question() -> None:
    asked = {action for question in bank().questions for action in question.actions}
    assert [test.id for test in bank().inspection.tests if not set(test.actions) <= asked] == []
