"""Every fault of an answer file is named, with its place and the nearest valid id."""

import re
from pathlib import Path
from typing import Any

import pytest

from merchant_guard.domain.errors import InputError, Problem
from merchant_guard.exchange import answer_problems
from merchant_guard.exchange.answer_file import read_answer_file
from merchant_guard.exchange.answer_problems import MOST_PROBLEMS
from merchant_guard.localization.sentences import lines, sentence
from tests.support.answer_files import (
    CODES_OF_KEPT_FILES,
    CODES_OF_REGISTERS,
    FULL,
    SMALLEST,
    as_bytes,
    file_with,
    file_without,
)
from tests.support.small_bank import SMALL_BANK

CODE = re.compile(r'"(answer_file\.\w+)"')

Told = tuple[str, dict[str, object]]

OWN_ACCOUNTS = "answers access.own-accounts"
CHOICES = "yes, partly, no, unsure, not_applicable"


def problems_of(data: bytes) -> tuple[Problem, ...]:
    with pytest.raises(InputError) as caught:
        read_answer_file(data, SMALL_BANK)
    return caught.value.problems


# Where the full file is changed, what is put there, what is told.
UNKNOWN: dict[str, tuple[str, Any, Told]] = {
    "key": ("shcedule", {}, ("unknown_key_near", {"place": "shcedule", "nearest": "schedule"})),
    "key near none": (
        "schedule zzz",
        1,
        ("unknown_key", {"place": "schedule/zzz", "known": "hours_per_week, quiet_day, busy"}),
    ),
    "key of an answer": (
        f"{OWN_ACCOUNTS} notes",
        "x",
        ("unknown_key_near", {"place": "answers/access.own-accounts/notes", "nearest": "note"}),
    ),
    "key of a staff member": (
        "staff 1 phone",
        "x",
        ("unknown_key", {"place": "staff #2/phone", "known": "name, role, joined"}),
    ),
    "key of last year": (
        "previous shop",
        {},
        (
            "unknown_key",
            {
                "place": "previous/shop",
                "known": "checked_on, profile, finished_on, answers, waiting, plan, wording, previous",
            },
        ),
    ),
    "question": (
        "answers access.own-acounts",
        {"choice": "yes"},
        (
            "unknown_question_near",
            {"place": "answers", "value": "access.own-acounts", "nearest": "access.own-accounts"},
        ),
    ),
    "question near none": (
        "answers 12345",
        {"choice": "yes"},
        ("unknown_question", {"place": "answers", "value": "12345"}),
    ),
    "question of last year": (
        "previous answers marketing.optout",
        {"choice": "yes"},
        ("unknown_question_near", {"place": "previous/answers", "nearest": "marketing.opt-out"}),
    ),
    "tick": (
        f"{OWN_ACCOUNTS} done",
        ["leavers", "one-eech"],
        (
            "unknown_value_near",
            {"place": "answers/access.own-accounts/done #2", "value": "one-eech", "nearest": "one-each"},
        ),
    ),
    "tick of another question": (
        f"{OWN_ACCOUNTS} done",
        ["locks"],
        ("unknown_value", {"value": "locks", "known": "one-each, main-account, leavers"}),
    ),
    "profile field": (
        "shop compter",
        True,
        ("unknown_key_near", {"place": "shop/compter", "nearest": "computer"}),
    ),
    "option": (
        "shop people_held",
        "under10k",
        ("unknown_value_near", {"place": "shop/people_held", "nearest": "under_10k"}),
    ),
    "option of several": (
        "shop kinds",
        ["beauty", "Online_Shop"],
        ("unknown_value_near", {"place": "shop/kinds #2", "nearest": "online_shop"}),
    ),
    "role": (
        "staff 0 role",
        "店主",
        ("unknown_value", {"place": "staff #1/role", "value": "店主", "known": "owner, packing"}),
    ),
    "choice": (
        f"{OWN_ACCOUNTS} choice",
        "YES",
        ("unknown_value_near", {"place": "answers/access.own-accounts/choice", "nearest": "yes"}),
    ),
    "choice near none": (
        f"{OWN_ACCOUNTS} choice",
        "做到了",
        ("unknown_value", {"value": "做到了", "known": CHOICES}),
    ),
    "plan item": (
        "plan access.close-leaver",
        {},
        ("unknown_plan_item_near", {"place": "plan", "nearest": "access.close-leavers"}),
    ),
    "plan item near none": ("plan 12345", {}, ("unknown_plan_item", {"place": "plan", "value": "12345"})),
}

NOT_TEXT = "not_text"
WRONG_TYPE: dict[str, tuple[str, Any, Told]] = {
    "yes is not true": ("shop computer", "yes", ("not_yes_no", {"place": "shop/computer", "value": "yes"})),
    "one is not true": ("shop computer", 1, ("not_yes_no", {"value": "1"})),
    "true is no count": ("shop team", True, ("not_whole_number", {"place": "shop/team", "value": "true"})),
    "half a person": ("shop team", 2.5, ("not_whole_number", {"value": "2.5"})),
    "a count in quotation marks": ("shop team", "4", ("not_whole_number", {"value": "4"})),
    "one kind without brackets": ("shop kinds", "beauty", ("not_list", {"place": "shop/kinds"})),
    "a list for one option": ("shop people_held", ["unknown"], ("unknown_value", {"value": "[…]"})),
    "null for an option": ("shop people_held", None, ("unknown_value", {"value": "null"})),
    "a number for a tick": (f"{OWN_ACCOUNTS} done", [1], ("unknown_value", {"value": "1"})),
    "a number for a name": ("shop name", 5, (NOT_TEXT, {"place": "shop/name", "value": "5"})),
    "a list for a note": (f"{OWN_ACCOUNTS} note", [], (NOT_TEXT, {"value": "[]"})),
    "null for a note": (f"{OWN_ACCOUNTS} note", None, (NOT_TEXT, {"value": "null"})),
    "a number for evidence": (f"{OWN_ACCOUNTS} evidence", [1], (NOT_TEXT, {"value": "1"})),
    "a bare choice": (OWN_ACCOUNTS, "yes", ("not_object", {"place": "answers/access.own-accounts"})),
    "a list of answers": ("answers", [1], ("not_object", {"place": "answers", "value": "[…]"})),
    "a list for the shop": ("shop", [], ("not_object", {"place": "shop", "value": "[]"})),
    "null for last year": ("previous", None, ("not_object", {"place": "previous", "value": "null"})),
    "an object for the staff": ("staff", {"a": 1}, ("not_list", {"place": "staff", "value": "{…}"})),
    "a name for a staff member": ("staff", ["小满"], ("not_object", {"place": "staff #1"})),
    "true hours": ("schedule hours_per_week", True, ("not_number", {"value": "true"})),
    "a weekday's name": ("schedule quiet_day", "周二", ("not_whole_number", {"value": "周二"})),
    "version in quotation marks": (
        "version",
        "1",
        ("unknown_value_near", {"place": "version", "nearest": "1"}),
    ),
    "version true": ("version", True, ("unknown_value", {"value": "true", "known": "1"})),
    "version nought": ("version", 0, ("unknown_value", {"value": "0", "known": "1"})),
}

TOO_LONG = "too_long"
BAD_VALUES: dict[str, tuple[str, Any, Told]] = {
    "nobody in the shop": ("shop team", 0, ("out_of_range", {"value": "0", "low": 1, "high": 100000})),
    "a city in the shop": ("shop team", 100001, ("out_of_range", {"value": "100001"})),
    "no hours": ("schedule hours_per_week", 0, ("out_of_range", {"low": 0.5, "high": 40})),
    "less than half an hour": ("schedule hours_per_week", 0.49, ("out_of_range", {"value": "0.49"})),
    "too many hours": ("schedule hours_per_week", 40.5, ("out_of_range", {"value": "40.5"})),
    "day nought": ("schedule quiet_day", 0, ("out_of_range", {"low": 1, "high": 7})),
    "day eight": ("schedule quiet_day", 8, ("out_of_range", {"place": "schedule/quiet_day"})),
    "shop's name too long": ("shop name", "店" * 101, (TOO_LONG, {"length": 101, "limit": 100})),
    "staff name too long": ("staff 0 name", "满" * 51, (TOO_LONG, {"length": 51, "limit": 50})),
    "note too long": (f"{OWN_ACCOUNTS} note", "长" * 2001, (TOO_LONG, {"length": 2001, "limit": 2000})),
    "reason too long": (f"{OWN_ACCOUNTS} reason", "长" * 2001, (TOO_LONG, {"limit": 2000})),
    "reason for another day too long": (
        "plan access.guard-main-account reason",
        "长" * 2001,
        (TOO_LONG, {"limit": 2000}),
    ),
    "interim measure as a list": ("plan access.guard-main-account interim", [], ("not_text", {})),
    "evidence too long": (f"{OWN_ACCOUNTS} evidence", ["x" * 501], (TOO_LONG, {"limit": 500})),
    "too much evidence": (
        f"{OWN_ACCOUNTS} evidence",
        ["x"] * 101,
        ("too_many", {"place": "answers/access.own-accounts/evidence", "count": 101, "limit": 100}),
    ),
    "too many staff": (
        "staff",
        [{"name": "某", "role": "owner"}] * 501,
        ("too_many", {"place": "staff", "count": 501, "limit": 500}),
    ),
    "too many busy times": ("schedule busy", ["11-01/11-15"] * 51, ("too_many", {"limit": 50})),
    "nameless staff member": ("staff 0 name", "", ("empty", {"place": "staff #1/name"})),
    "nobody to do it": (
        "plan access.guard-main-account owner",
        "",
        ("empty", {"place": "plan/access.guard-main-account/owner"}),
    ),
    "bell": ("shop name", "店\a", ("strange_character", {"place": "shop/name", "character": "U+0007"})),
    "escape": (f"{OWN_ACCOUNTS} note", "\x1b[31m", ("strange_character", {"character": "U+001B"})),
    "zero": (f"{OWN_ACCOUNTS} reason", "a\0b", ("strange_character", {"character": "U+0000"})),
    "carriage return": (f"{OWN_ACCOUNTS} note", "a\r\nb", ("strange_character", {"character": "U+000D"})),
    "next line": ("staff 0 name", "a\x85", ("strange_character", {"character": "U+0085"})),
    "half a character": ("shop name", "店\ud83d", ("strange_character", {"character": "U+D83D"})),
}

NOT_A_DAY, NOT_BUSY = "not_a_day", "not_a_busy_time"
BAD_DAYS: dict[str, tuple[str, Any, Told]] = {
    "30 February": ("checked_on", "2026-02-30", (NOT_A_DAY, {"place": "checked_on", "value": "2026-02-30"})),
    "29 February of 2025": ("staff 0 joined", "2025-02-29", (NOT_A_DAY, {"place": "staff #1/joined"})),
    "month 13": ("previous checked_on", "2025-13-01", (NOT_A_DAY, {"place": "previous/checked_on"})),
    "slashes": ("checked_on", "2026/11/21", (NOT_A_DAY, {"value": "2026/11/21"})),
    "no dashes": ("checked_on", "20261121", (NOT_A_DAY, {"value": "20261121"})),
    "a week": ("checked_on", "2026-W47-6", (NOT_A_DAY, {"value": "2026-W47-6"})),
    "with a time": ("checked_on", "2026-11-21T00:00", (NOT_A_DAY, {})),
    "with a line break": ("checked_on", "2026-11-21\n", (NOT_A_DAY, {"value": "2026-11-21�"})),
    "full-width digits": ("checked_on", "２０２６-11-21", (NOT_A_DAY, {})),
    "year 9999": ("plan access.guard-main-account due", "9999-12-31", (NOT_A_DAY, {})),
    "year 1": ("plan access.guard-main-account done_on", "0001-01-01", (NOT_A_DAY, {})),
    "a number": ("checked_on", 20261121, (NOT_A_DAY, {"value": "20261121"})),
    "empty": ("checked_on", "", (NOT_A_DAY, {"value": ""})),
    "busy on 30 February": (
        "schedule busy",
        ["11-01/11-15", "02-30/03-01"],
        (NOT_BUSY, {"place": "schedule/busy #2", "value": "02-30/03-01"}),
    ),
    "busy on 31 April": ("schedule busy", ["04-01/04-31"], (NOT_BUSY, {"value": "04-01/04-31"})),
    "busy in month 13": ("schedule busy", ["12-01/13-01"], (NOT_BUSY, {})),
    "busy on day nought": ("schedule busy", ["01-00/01-05"], (NOT_BUSY, {})),
    "busy by name": ("schedule busy", ["双11"], (NOT_BUSY, {"value": "双11"})),
    "busy with a year": ("schedule busy", ["2026-11-01/2026-11-15"], (NOT_BUSY, {})),
    "busy with a line break": ("schedule busy", ["11-01/11-15\n"], (NOT_BUSY, {})),
    "busy as a number": ("schedule busy", [1101], (NOT_BUSY, {"value": "1101"})),
}

CASES = UNKNOWN | WRONG_TYPE | BAD_VALUES | BAD_DAYS


@pytest.mark.parametrize(("path", "value", "told"), CASES.values(), ids=CASES)
def test_a_fault_is_told_once_with_place_and_remedy(path: str, value: Any, told: Told) -> None:
    (found,) = problems_of(as_bytes(file_with(path, value)))

    code, params = told
    assert found.code == f"answer_file.{code}"
    assert {key: found.params[key] for key in params} == params
    assert sentence("en", found.code, found.params).isprintable()


def test_every_code_of_this_room_is_told_somewhere_here() -> None:
    room = Path(answer_problems.__file__).parent
    written = {code for part in room.glob("*.py") for code in CODE.findall(part.read_text("utf-8"))}
    told = {f"answer_file.{code}".removesuffix("_near") for _, _, (code, _) in CASES.values()}
    others = {f"answer_file.{code}" for code in ("other_format", "newer", "missing", "needs_reason")}

    elsewhere = {f"answer_file.{code}" for code in (*CODES_OF_REGISTERS, *CODES_OF_KEPT_FILES)}
    assert written == told | others | elsewhere


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("version", "version"),
        ("shop", "shop"),
        ("answers", "answers"),
        (f"{OWN_ACCOUNTS} choice", "answers/access.own-accounts/choice"),
        ("staff 1 role", "staff #2/role"),
    ],
)
def test_what_is_missing_is_named(path: str, place: str) -> None:
    (found,) = problems_of(as_bytes(file_without(path)))
    assert (found.code, found.params) == ("answer_file.missing", {"place": place})


def test_everything_wrong_is_told_at_once() -> None:
    plain = file_with("shop compter", True)
    plain["answers"]["access.own-acounts"] = {"choice": "yse"}
    plain["answers"]["access.screen-lock"] = {"choice": "yse"}
    plain["staff"] = [{}]
    plain["schedule"]["quiet_day"] = 9
    plain["previous"]["previous"]["checked_on"] = "?"

    told = sorted(
        (found.code.partition(".")[2], found.params["place"]) for found in problems_of(as_bytes(plain))
    )
    assert told == [
        ("missing", "staff #1/name"),
        ("missing", "staff #1/role"),
        ("not_a_day", "previous/previous/checked_on"),
        ("out_of_range", "schedule/quiet_day"),
        ("unknown_key_near", "shop/compter"),
        ("unknown_question_near", "answers"),
        ("unknown_value_near", "answers/access.screen-lock/choice"),
    ]


def test_a_long_value_is_cut_and_cannot_disturb_a_terminal() -> None:
    (found,) = problems_of(as_bytes(file_with("shop people_held", "\x1b[2J\ud800" + "长" * 100)))
    assert found.params["value"] == "�[2J�" + "长" * 34 + "…"


def test_a_long_key_is_cut() -> None:
    (found,) = problems_of(as_bytes(file_with("k" * 1000, 1)))
    assert found.params["place"] == "k" * 39 + "…"


@pytest.mark.parametrize(
    "plain", [[], None, 5, "text", {}, {"format": None}, {"format": "merchant-guard/plan"}]
)
def test_another_format_is_told_in_one_sentence(plain: Any) -> None:
    (found,) = problems_of(as_bytes(plain))
    assert found.code == "answer_file.other_format"


@pytest.mark.parametrize("version", [2, 3, 10**29])
def test_a_newer_version_is_told_in_one_sentence(version: int) -> None:
    (found,) = problems_of(as_bytes(file_with("version", version) | {"something": "new"}))
    assert (found.code, found.params) == ("answer_file.newer", {"version": str(version)})


def refused(question_id: str, reason: str | None, profile: dict[str, Any]) -> bytes:
    answer = {"choice": "not_applicable"} | ({} if reason is None else {"reason": reason})
    return as_bytes(dict(SMALLEST) | {"shop": profile, "answers": {question_id: answer}})


@pytest.mark.parametrize("reason", [None, "", " \n\t\u3000"])
def test_what_the_law_forbids_does_not_go_away_without_a_reason(reason: str | None) -> None:
    (found,) = problems_of(refused("marketing.never-sell", reason, {}))
    assert (found.code, found.params) == (
        "answer_file.needs_reason",
        {"place": "answers/marketing.never-sell"},
    )


def test_a_forbidden_tick_wants_a_reason_only_where_it_fits_the_shop() -> None:
    parcels = {"kinds": ["online_shop"], "team": 2}
    (found,) = problems_of(refused("waybill.masked", None, parcels))
    assert found.code == "answer_file.needs_reason"

    read_answer_file(refused("waybill.masked", None, parcels | {"team": 1}), SMALL_BANK)
    read_answer_file(refused("waybill.masked", None, {"team": 2}), SMALL_BANK)


def test_other_questions_may_be_put_aside_without_a_reason() -> None:
    read_answer_file(refused("access.screen-lock", None, {"computer": True}), SMALL_BANK)


@pytest.mark.parametrize(
    "busy",
    [["01-01/12-31"], ["03-01/02-29"], ["01-01/06-30", "07-01/12-31"], ["06-01/01-15", "01-01/07-01"]],
)
def test_a_year_without_a_free_day_is_refused(busy: list[str]) -> None:
    (found,) = problems_of(as_bytes(file_with("schedule busy", busy)))
    assert (found.code, found.params) == ("rhythm.always_busy", {})


def test_reasons_and_busy_times_are_told_together() -> None:
    plain = file_with("schedule busy", ["01-01/12-31"])
    plain["answers"]["marketing.never-sell"] = {"choice": "not_applicable"}

    assert [found.code for found in problems_of(as_bytes(plain))] == [
        "answer_file.needs_reason",
        "rhythm.always_busy",
    ]


def test_a_file_of_nothing_but_faults_is_told_in_four_lines() -> None:
    found = problems_of(as_bytes(dict(FULL) | {"answers": {f"no.{n}": 1 for n in range(20_000)}}))

    assert len(found) == MOST_PROBLEMS
    assert len(lines("en", [(one.code, one.params) for one in found])) == 4


def test_no_answer_or_name_stands_in_the_text_of_the_exception() -> None:
    with pytest.raises(InputError) as caught:
        read_answer_file(as_bytes(file_with("staff 0 name", "某人" * 100)), SMALL_BANK)
    assert "某人" not in str(caught.value)
