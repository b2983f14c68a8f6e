"""What the template of the plan gets: plain words, nothing of what must not be written down."""

import json
from dataclasses import replace
from datetime import date

import pytest

from merchant_guard.documents.plan_view import LONGEST_OWNER
from merchant_guard.domain.answers import Answer, Progress
from merchant_guard.domain.question import Choice
from merchant_guard.domain.shop import Shop, StaffMember, WorkRhythm
from merchant_guard.localization import Language
from tests.support import banks
from tests.support.plans import MADE_ON, Made, made, made_with_all
from tests.support.real_content import bank
from tests.support.small_bank import SMALL_BANK

CRIME = "marketing.never-sell"
SECRET = "谁也不该看到的话"
PROFILE = {"computer": True, "team": 4, "kinds": frozenset({"online_shop"}), "members": True}
SHOP = Shop("小店", PROFILE, (StaffMember("阿甲", "owner"),), WorkRhythm(0.5, 7))


def plan_of(
    answers: dict[str, Answer], progress: dict[str, Progress] | None = None, shop: Shop = SHOP
) -> Made:
    return made(SMALL_BANK, shop, answers, progress)


def no(note: str = "") -> Answer:
    return Answer(Choice.NO, note=note)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_view_is_plain_enough_for_json(language: Language) -> None:
    view = made_with_all(bank(), Choice.PARTLY).view(language)
    assert json.loads(json.dumps(view, ensure_ascii=False))["items"] == json.loads(json.dumps(view["items"]))


@pytest.mark.parametrize("choice", Choice)
def test_nothing_written_about_a_crime_is_ever_in_the_view(choice: Choice) -> None:
    view = plan_of({CRIME: Answer(choice, note=SECRET, reason=SECRET)}).view()
    assert SECRET not in json.dumps(view, ensure_ascii=False)


def test_a_crime_comes_with_the_advice_to_write_nothing() -> None:
    view = plan_of({CRIME: no(), "access.own-accounts": no("记一下")}).view()
    crimes = {item["crime"]: item for item in view["items"]}
    assert crimes[True]["notes"] == () and crimes[True]["badge"] == "red"
    assert crimes[False]["notes"] == ("记一下",)


def test_other_notes_and_reasons_are_in_it_as_typed() -> None:
    view = plan_of(
        {
            "access.own-accounts": no("一 & <b>二</b>\n{{ 三 }}"),
            "waybill.masked": Answer(Choice.NOT_APPLICABLE, reason="不发货 <i>"),
        }
    ).view()
    assert any(item["notes"] == ("一 & <b>二</b>\n{{ 三 }}",) for item in view["items"])
    assert view["not_applicable"] == [{"title": "说 waybill.masked", "reason": "不发货 <i>"}]


def test_what_is_done_is_listed_with_its_days_and_whether_proof_was_kept() -> None:
    progress = {
        "access.separate-accounts": Progress(done_on=date(2026, 11, 25), proof=("图.png",)),
        "access.close-leavers": Progress(done_on=date(2026, 11, 22)),
    }
    view = plan_of({"access.own-accounts": no()}, progress).view()
    assert [(row["found_on"], row["done_on"], row["has_proof"]) for row in view["done_items"]] == [
        ("2026-11-21", "11月22日 周日", False),
        ("2026-11-21", "11月25日 周三", True),
    ]
    assert (view["done"], view["total"], len(view["items"])) == (2, 3, 1)


def test_open_items_stand_under_their_days_and_the_first_three_are_the_first() -> None:
    view = plan_of({question.id: no() for question in SMALL_BANK.questions}).view()
    rows = [row for band in view["bands"] for row in band["items"]]
    assert [row["title"] for row in rows] == [item["title"] for item in view["items"]]
    assert [row["title"] for row in view["summary"]["first"]] == [row["title"] for row in rows[:3]]
    first, *later = view["bands"]
    assert (first["near"], first["day"], first["red"]) == ("today", "11月30日 周一", True)
    assert not any(band["red"] for band in later)


def test_a_task_past_its_day_stands_under_overdue() -> None:
    progress = {"access.guard-main-account": Progress(due=date(2026, 11, 25))}
    view = plan_of(
        {"access.own-accounts": Answer(Choice.PARTLY, frozenset({"one-each", "leavers"}))}, progress
    ).view()
    assert [(band["near"], band["day"]) for band in view["bands"]] == [("overdue", "11月25日 周三")]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("阿甲", "阿甲"),
        ("名" * LONGEST_OWNER, "名" * LONGEST_OWNER),
        ("名" * 300, "名" * (LONGEST_OWNER - 1) + "…"),
    ],
)
def test_the_owner_is_named_and_a_name_too_long_for_a_row_is_shortened(name: str, shown: str) -> None:
    progress = {action: Progress(owner=name) for action in SMALL_BANK.actions}
    view = plan_of({"access.own-accounts": no()}, progress).view()
    assert {row["owner"] for row in view["items"]} == {shown}


def test_without_a_name_the_role_stands_there() -> None:
    view = plan_of({"access.own-accounts": no()}, shop=Shop("小店", PROFILE)).view("en")
    assert {row["owner"] for row in view["items"]} == {"Says owner"}


def test_things_to_find_out_are_gathered_by_whom_to_ask() -> None:
    view = plan_of({CRIME: Answer(Choice.UNSURE), "access.own-accounts": Answer(Choice.UNSURE)}).view()
    (sheet,) = view["inquiries"]
    assert sheet["who"] == "说 platform"
    assert {question["title"] for question in sheet["questions"]} == {f"说 {CRIME}", "说 access.own-accounts"}


def test_a_row_of_things_to_ask_says_how_many_and_names_no_law() -> None:
    view = plan_of({CRIME: Answer(Choice.YES), "marketing.opt-out": Answer(Choice.UNSURE)}).view()
    assert [(row["badge"], row["count"], row["laws"]) for row in view["items"]] == [("ask", 1, [])]


MENU = {"product": banks.text("product"), "checked_on": "2025-11", "certainty": "verified"}


@pytest.mark.parametrize(("checked_on", "stale"), [("2026-11", False), ("2025-11", False), ("2025-10", True)])
def test_a_menu_path_checked_more_than_a_year_ago_says_so(checked_on: str, stale: bool) -> None:
    step = {**banks.text("step"), "menu": {**MENU, "checked_on": checked_on}}
    one = banks.bank(
        banks.question("alpha.a", banks.tick("t", action="alpha.do"), banks.tick("u", action="alpha.do")),
        actions=[banks.action("alpha.do", steps=[step])],
    )
    (item,) = made(one, banks.shop(), {"alpha.a": no()}).view()["items"]
    assert [(step["checked_on"], step["stale"]) for step in item["steps"]] == [(checked_on, stale)]


def test_a_row_shows_two_steps_and_the_item_all_of_them() -> None:
    view = made_with_all(bank(), Choice.NO).view()
    rows = [row for band in view["bands"] for row in band["items"]]
    assert max(len(row["steps"]) for row in rows) == 2
    assert max(len(item["steps"]) for item in view["items"]) == 5


def test_groups_stand_worst_first_and_add_up() -> None:
    answers = {question.id: Answer(Choice.YES) for question in SMALL_BANK.questions}
    answers["access.screen-lock"] = Answer(Choice.PARTLY, frozenset({"locks"}))
    groups = plan_of(answers).view()["summary"]["groups"]
    assert [(row["title"], row["done"], row["part"], row["total"]) for row in groups] == [
        ("说 access", 1, 1, 2),
        ("说 waybill", 1, 0, 1),
        ("说 marketing", 2, 0, 2),
    ]


def test_with_nothing_to_do_there_is_nothing_in_the_lists() -> None:
    view = plan_of({question.id: Answer(Choice.YES) for question in SMALL_BANK.questions}).view()
    empty = ("bands", "done_items", "items", "inquiries", "not_applicable", "laws")
    assert {name: list(view[name]) for name in empty} == {name: [] for name in empty}
    assert view["summary"]["last_day"] == "" and view["summary"]["first"] == []


def test_days_are_those_of_the_plan_and_of_the_check() -> None:
    view = plan_of({}).view()
    assert (view["printed_on"], view["checked_on"], view["year"]) == (MADE_ON.isoformat(), "2026-11-21", 2026)


def test_a_red_line_that_should_have_been_mended_says_since_when_without_a_weekday() -> None:
    view = plan_of({"access.own-accounts": no()}).view()
    late = {row["badge"]: row["late_since"] for row in view["items"]}
    assert late == {"red": "11月21日", "high": ""}


def test_a_red_line_of_an_earlier_year_says_the_year() -> None:
    this_year = plan_of({"access.own-accounts": no()})
    next_year = replace(this_year, plan=replace(this_year.plan, made_on=date(2027, 11, 23)))
    assert "2026-11-21" in {row["late_since"] for row in next_year.view()["items"]}
