"""Which files prove what: in their order, with or without an answer, gone with their self-check."""

import pytest

from merchant_guard.domain.answers import Answer, Progress, SelfCheck
from merchant_guard.domain.errors import InputError
from merchant_guard.domain.evidence import Subject
from merchant_guard.domain.question import Choice
from merchant_guard.domain.shop import Shop
from merchant_guard.storage.database import Database
from merchant_guard.storage.self_check_store import SelfCheckStore
from merchant_guard.storage.shop_store import ShopStore
from tests.support.stores import refused

QUESTION, ITEM = Subject("question", "access.lock"), Subject("plan_item", "access.lock")
ANSWER = Answer(Choice.YES, evidence=("one.jpg",))


@pytest.fixture
def checks(database: Database) -> SelfCheckStore:
    return SelfCheckStore(database)


@pytest.fixture
def check_id(checks: SelfCheckStore, database: Database) -> int:
    return checks.save(ShopStore(database).save(Shop("小店")), SelfCheck(), bank_version="1")


@pytest.mark.parametrize("subject", [QUESTION, ITEM])
def test_references_are_added_at_the_end_and_kept_apart(
    subject: Subject, checks: SelfCheckStore, check_id: int
) -> None:
    other = ITEM if subject is QUESTION else QUESTION
    for reference in ("b", "a", "b"):
        checks.add_evidence(check_id, subject, reference)
    checks.add_evidence(check_id, other, "c")
    assert checks.load_evidence(check_id, subject) == ("b", "a", "b")
    checks.save_evidence(check_id, subject, ("a",))
    assert checks.load_evidence(check_id, subject) == ("a",)
    assert checks.load_evidence(check_id, other) == ("c",)


def test_evidence_joins_the_answer_that_is_there(checks: SelfCheckStore, check_id: int) -> None:
    checks.save_answer(check_id, QUESTION.id, ANSWER)
    checks.add_evidence(check_id, QUESTION, "two.jpg")
    assert checks.load(check_id).answers[QUESTION.id].evidence == ("one.jpg", "two.jpg")
    assert checks.load_waiting(check_id) == {}


def test_evidence_waits_for_an_answer_that_is_not_there(checks: SelfCheckStore, check_id: int) -> None:
    checks.add_evidence(check_id, QUESTION, "one.jpg")
    assert checks.load_waiting(check_id) == {QUESTION.id: ("one.jpg",)}
    assert checks.load(check_id).answers == {}
    checks.save_answer(check_id, QUESTION.id, ANSWER)
    assert checks.load_waiting(check_id) == {}


def test_proof_of_a_plan_item_nothing_was_decided_about_is_kept(
    checks: SelfCheckStore, check_id: int
) -> None:
    checks.add_evidence(check_id, ITEM, "one.jpg")
    assert checks.load(check_id).progress == {ITEM.id: Progress(proof=("one.jpg",))}


def test_proof_leaves_what_was_decided_about_an_item(checks: SelfCheckStore, check_id: int) -> None:
    checks.save_progress(check_id, ITEM.id, Progress(owner="员工A"))
    checks.add_evidence(check_id, ITEM, "one.jpg")
    assert checks.load(check_id).progress == {ITEM.id: Progress(owner="员工A", proof=("one.jpg",))}


def test_a_self_check_that_is_gone_takes_nothing(checks: SelfCheckStore, check_id: int) -> None:
    checks.delete(check_id)
    for save in (
        lambda: checks.add_evidence(check_id, QUESTION, "one.jpg"),
        lambda: checks.save_evidence(check_id, QUESTION, ("one.jpg",)),
    ):
        with refused("store.no_self_check", InputError):
            save()
