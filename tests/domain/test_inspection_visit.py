"""Somebody comes to inspect: who is told what, which papers are at hand, what is rehearsed."""

from datetime import date, timedelta

import pytest

from merchant_guard.domain.answers import Answer, Answers
from merchant_guard.domain.applicability import Facts
from merchant_guard.domain.inspection_materials import AtHand, MaterialStanding, materials_for
from merchant_guard.domain.inspection_visit import MOST_TESTS, Visitor
from merchant_guard.domain.question import Choice
from merchant_guard.domain.registers.book import Book
from merchant_guard.domain.sheet import lay_out
from merchant_guard.domain.shop import ProfileValue, Shop
from tests.support.books import book, entry
from tests.support.real_content import bank

TODAY = date(2026, 11, 30)
GUIDE = bank().inspection
POLICE_LAW = "public-security-cyberspace-inspection-measures"
ONLINE: dict[str, ProfileValue] = {
    "kinds": frozenset({"online_shop"}),
    "team": 4,
    "computer": True,
    "partners": frozenset({"order_software"}),
}
OUTLET: dict[str, ProfileValue] = {
    "kinds": frozenset({"courier_outlet"}),
    "team": 12,
    "computer": True,
    "courier_licence": "licensed",
}
ALONE: dict[str, ProfileValue] = {"kinds": frozenset({"beauty"}), "team": 1, "computer": False}


def facts(profile: dict[str, ProfileValue]) -> Facts:
    return lay_out(bank(), Shop("", profile), {}).facts


def words(visitor_id: str) -> str:
    ways = [way for _, way in GUIDE.ways_for(visitor_id)]
    return "".join(part.zh for way in ways for part in (way.title, *way.lines))


def standings(
    visitor_id: str, held: Book, answers: Answers, *, is_finished: bool = True
) -> dict[str, MaterialStanding]:
    sheet = lay_out(bank(), Shop("", OUTLET if visitor_id == "postal" else ONLINE), answers)
    found = materials_for(GUIDE, visitor_id, AtHand(sheet, held, TODAY, is_finished))
    return {one.material.id: one for one in found}


# --- who comes --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("profile", "who"),
    [
        (ONLINE, ["police", "market", "cac", "other", "phone"]),
        (OUTLET, ["police", "market", "postal", "cac", "other", "phone"]),
        (ALONE, ["police", "market", "cac", "other", "phone"]),
    ],
)
def test_only_couriers_are_visited_by_the_postal_authority(
    profile: dict[str, ProfileValue], who: list[str]
) -> None:
    assert [one.id for one in GUIDE.visitors_for(facts(profile))] == who


@pytest.mark.parametrize("visitor", GUIDE.visitors, ids=lambda one: one.id)
def test_everybody_has_four_steps_and_the_last_one_writes_it_down(visitor: Visitor) -> None:
    steps = [step for step, _ in GUIDE.ways_for(visitor.id)]
    assert len(steps) == 4
    assert [step.notes_it for step in steps] == [False, False, False, True]


def test_of_the_police_two_officers_their_cards_and_the_notice_are_looked_at_first() -> None:
    _, way = GUIDE.ways_for("police")[0]
    said = way.lines[0].zh
    assert all(word in said for word in ("不少于 2 人", "人民警察证", "县级以上公安机关", "监督检查通知书"))
    assert [(one.law, one.article) for one in way.citations] == [(POLICE_LAW, "11")]


def test_only_of_the_police_the_law_files_say_how_many_come_and_that_they_charge_nothing() -> None:
    for visitor in GUIDE.visitors:
        cited = {one.law for _, way in GUIDE.ways_for(visitor.id) for one in way.citations}
        cited |= {one.law for note in visitor.notes for one in note.citations}
        assert (POLICE_LAW in cited) is (visitor.id == "police")
        assert ("2 人" in words(visitor.id)) is (visitor.id == "police")


@pytest.mark.parametrize("visitor_id", ["police", "market", "postal", "cac", "other"])
def test_at_the_door_one_cooperates_truthfully_and_notes_what_is_mended(visitor_id: str) -> None:
    said = words(visitor_id)
    assert all(word in said for word in ("不拦", "不当场删改", "当场改", "几点", "拍照", "哪天前"))


def test_who_asks_by_phone_gets_nothing_and_is_asked_to_come() -> None:
    said = words("phone")
    assert all(word in said for word in ("验证码", "一样都不给", "到店里来", "公布的电话", "不回拨"))
    phone = next(one for one in GUIDE.visitors if one.id == "phone")
    assert (phone.paper, phone.authority) == (None, None)


# --- the papers at hand -----------------------------------------------------------------------------


def test_of_an_empty_shop_nothing_is_at_hand() -> None:
    found = standings("police", book(), {}, is_finished=False)
    assert list(found) == [
        "plan", "self-check", "rules", "agreements", "trainings", "label-disposals", "partners",
    ]  # fmt: skip
    assert not any(one.is_ready for one in found.values())


def test_a_finished_check_is_a_plan_and_a_record() -> None:
    found = standings("police", book(), {})
    assert [id_ for id_, one in found.items() if one.is_ready] == ["plan", "self-check"]


@pytest.mark.parametrize(
    ("answer", "is_ready"),
    [
        (Answer(Choice.YES), True),
        (Answer(Choice.PARTLY, frozenset({"written", "named"})), True),
        (Answer(Choice.PARTLY, frozenset({"written"})), False),
        (Answer(Choice.UNSURE), False),
        (Answer(Choice.NO), False),
    ],
)
def test_rules_are_there_when_they_are_written_and_somebody_is_named(answer: Answer, is_ready: bool) -> None:
    assert standings("police", book(), {"audit.rules-and-person": answer})["rules"].is_ready is is_ready


@pytest.mark.parametrize(("signed", "unsigned", "is_ready"), [(4, 0, True), (3, 1, False), (0, 0, False)])
def test_agreements_are_counted_without_owner_and_leavers(signed: int, unsigned: int, is_ready: bool) -> None:
    people = [entry("staff", TODAY, {"name": f"s{n}", "agreement_on": TODAY}, f"s{n}") for n in range(signed)]
    people += [entry("staff", TODAY, {"name": f"u{n}"}, f"u{n}") for n in range(unsigned)]
    people.append(entry("staff", TODAY, {"name": "o", "role": "owner"}, "o"))
    people.append(entry("staff", TODAY, {"name": "l", "left_on": TODAY}, "l"))
    found = standings("police", book(people), {})["agreements"]
    assert (found.is_ready, found.there, found.total) == (is_ready, signed, signed + unsigned)


@pytest.mark.parametrize(("days", "is_ready"), [(0, True), (80, True), (100, False)])
def test_destroyed_labels_have_to_be_noted_of_late(days: int, is_ready: bool) -> None:
    on = TODAY - timedelta(days=days)
    held = book([entry("disposals", on, {"on": on, "what": "labels"})])
    assert standings("police", held, {})["label-disposals"].is_ready is is_ready


def test_only_software_firms_count_for_the_terms_with_them() -> None:
    courier = entry("partners", TODAY, {"name": "c", "kind": "courier", "contract_on": TODAY}, "c")
    software = entry("partners", TODAY, {"name": "s", "kind": "order_software"}, "s")
    assert not standings("police", book([courier]), {})["partners"].is_ready
    assert not standings("police", book([courier, software]), {})["partners"].is_ready
    signed = entry("partners", TODAY, {"name": "s", "kind": "order_software", "contract_on": TODAY}, "s")
    assert standings("police", book([signed]), {})["partners"].is_ready


def test_each_authority_asks_for_its_own_papers() -> None:
    assert {"stubs", "complaints"} <= set(standings("postal", book(), {}))
    assert {"inventory", "assessment", "audit-form"} <= set(standings("cac", book(), {}))
    assert {"rules-shown", "contact"} <= set(standings("market", book(), {}))
    assert not {"stubs", "inventory", "contact"} & set(standings("police", book(), {}))


# --- the rehearsal ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("profile", "there", "not_there"),
    [
        (ONLINE, {"lock_screen", "desktop_exports", "waste_bin", "leaver", "ask_staff"}, {"camera_password"}),
        (ONLINE | {"cameras": True}, {"camera_password", "lock_screen"}, {"paper_bin"}),
        (ALONE, {"paper_bin", "phone_call", "rules_at_hand"}, {"lock_screen", "leaver", "ask_staff"}),
        (OUTLET, {"waste_bin", "leaver", "ask_staff"}, {"counter", "paper_bin"}),
    ],
)
def test_the_tests_fit_the_shop(
    profile: dict[str, ProfileValue], there: set[str], not_there: set[str]
) -> None:
    tests = {one.id for one in GUIDE.tests_for(facts(profile))}
    assert there <= tests and not not_there & tests
    assert len(tests) <= MOST_TESTS
