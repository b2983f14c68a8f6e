"""An answer file is read as it was meant, and writing loses nothing."""

import codecs
import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from merchant_guard.domain.answers import Answer, Progress, SelfCheck
from merchant_guard.domain.evidence import Evidence, MediaType
from merchant_guard.domain.question import Choice
from merchant_guard.domain.question_bank import QuestionBank
from merchant_guard.domain.shop import BusyTime, Shop, StaffMember, WorkRhythm
from merchant_guard.domain.text import Text
from merchant_guard.domain.wording import QuestionWords, Wording
from merchant_guard.exchange.answer_file import AnswerFile, read_answer_file, write_answer_file
from tests.support.answer_files import (
    ANSWER_FILES,
    FILE_ID,
    FULL,
    SMALLEST,
    as_bytes,
    file_with,
    schema_example,
)
from tests.support.small_bank import SMALL_BANK


def read(plain: object) -> AnswerFile:
    return read_answer_file(as_bytes(plain), SMALL_BANK)


def test_everything_in_a_full_file_is_read() -> None:
    shop = Shop(
        name="小满女装",
        profile={
            "kinds": frozenset({"online_shop", "beauty"}),
            "team": 4,
            "computer": True,
            "members": False,
            "people_held": "from_10k",
        },
        staff=(StaffMember("小满", "owner", date(2024, 2, 29)), StaffMember("阿青", "packing")),
        rhythm=WorkRhythm(0.5, 7, (BusyTime((11, 1), (11, 15)), BusyTime((12, 20), (2, 29)))),
    )
    wording = Wording(
        questions={
            "access.own-accounts": QuestionWords(
                "access",
                Text("各用各的账号吗？", "Has everybody an account?"),
                {Choice.NO: Text("大家共用", "Shared")},
                {"one-each": Text("一人一个", "One each")},
            )
        },
        groups={"access": Text("账号和密码", "Accounts and passwords")},
        actions={"access.close-leavers": Text("停掉离职的账号", "Close leavers’ accounts")},
        score=58,
    )
    check = SelfCheck(
        checked_on=date(2026, 11, 21),
        answers={
            "access.own-accounts": Answer(
                Choice.PARTLY,
                frozenset({"one-each", "leavers"}),
                note="主账号还有两个人知道\n\t下周改",
                evidence=("子账号名单.png",),
            ),
            "marketing.never-sell": Answer(Choice.NOT_APPLICABLE, reason="只做批发，没有顾客资料"),
        },
        progress={
            "access.guard-main-account": Progress(
                "小满", date(2026, 11, 24), date(2026, 11, 22), ("绑定手机.png",)
            ),
            "access.close-leavers": Progress(
                due=date(2026, 12, 1),
                reason="他还没回店",
                interim="先改了密码",
                proposed=date(2026, 11, 28),
            ),
        },
        previous=SelfCheck(
            checked_on=date(2025, 11, 18),
            answers={"access.own-accounts": Answer(Choice.NO)},
            progress={"access.close-leavers": Progress(done_on=date(2025, 12, 1))},
            previous=SelfCheck(answers={"access.screen-lock": Answer(Choice.UNSURE)}),
            profile={
                "kinds": frozenset({"online_shop"}),
                "team": 3,
                "computer": False,
                "people_held": "from_10k",
            },
            wording=wording,
            finished_on=date(2025, 11, 18),
            waiting={"access.screen-lock": ("去年的锁屏.png",)},
        ),
        profile=shop.profile,
        wording=wording,
        finished_on=date(2026, 11, 22),
        waiting={"access.screen-lock": ("锁屏.png", FILE_ID)},
    )
    kept_at = datetime(2026, 11, 30, 1, 15, tzinfo=UTC)
    file = Evidence(FILE_ID, MediaType.PNG, "锁屏.png", "0" * 64, 4096, kept_at)

    assert read(FULL) == AnswerFile(shop, check, files=(file,))


def test_the_smallest_file_is_a_shop_that_has_said_nothing() -> None:
    assert read(SMALLEST) == AnswerFile(Shop(), SelfCheck(profile={}))


def test_what_a_schedule_leaves_out_is_as_usual() -> None:
    assert read(file_with("schedule", {"quiet_day": 5})).shop.rhythm == WorkRhythm(quiet_day=5)


def test_a_byte_order_mark_does_no_harm() -> None:
    assert read_answer_file(codecs.BOM_UTF8 + as_bytes(FULL), SMALL_BANK) == read(FULL)


@pytest.mark.parametrize("hours", [0.5, 1, 2, 3.75, 40])
def test_hours_are_any_number_of_a_week(hours: float) -> None:
    rhythm = read(file_with("schedule hours_per_week", hours)).shop.rhythm

    assert rhythm.hours_per_week == hours
    assert rhythm.share_minutes >= 30


def test_a_whole_number_may_be_written_with_a_point() -> None:
    profile = read(file_with("shop team", 4.0)).shop.profile
    assert type(profile["team"]) is int


def test_a_note_of_two_thousand_characters_is_kept() -> None:
    note = "记" * 1000 + "𬎆" * 1000
    assert (
        read(file_with("answers access.own-accounts note", note)).check.answers["access.own-accounts"].note
        == note
    )


@pytest.mark.parametrize("choice", list(Choice))
def test_ticks_are_kept_under_any_choice(choice: Choice) -> None:
    plain = file_with("answers access.own-accounts choice", choice.value)
    answer = read(plain).check.answers["access.own-accounts"]

    assert answer.done == {"one-each", "leavers"}
    assert answer.choice is choice


def test_answers_to_questions_that_do_not_apply_are_kept() -> None:
    plain = file_with("shop", {"computer": False})
    assert "access.own-accounts" in read(plain).check.answers


@given(ANSWER_FILES, st.sampled_from([None, SMALL_BANK]))
def test_what_is_written_is_read_back_the_same(held: AnswerFile, bank: QuestionBank | None) -> None:
    assert (
        read_answer_file(write_answer_file(held.shop, held.check, bank, files=held.files), SMALL_BANK) == held
    )


@pytest.mark.parametrize("plain", [FULL, schema_example()], ids=["full", "schema example"])
def test_a_whole_file_is_written_again_value_for_value(plain: dict[str, object]) -> None:
    held = read(plain)
    written = json.loads(write_answer_file(held.shop, held.check, SMALL_BANK, files=held.files))

    assert written == json.loads(as_bytes(plain))


def test_equal_checks_give_equal_bytes_whatever_the_order_they_were_answered_in() -> None:
    held = read(FULL)
    turned = replace(
        held.check,
        answers=dict(reversed(held.check.answers.items())),
        progress=dict(reversed(held.check.progress.items())),
    )
    shop = replace(held.shop, profile=dict(reversed(held.shop.profile.items())))

    assert write_answer_file(shop, turned) == write_answer_file(held.shop, held.check)
    assert write_answer_file(shop, turned, SMALL_BANK) == write_answer_file(held.shop, held.check, SMALL_BANK)


def test_with_a_bank_everything_stands_in_the_order_of_the_bank() -> None:
    shop = Shop(profile={"team": 2, "kinds": frozenset({"beauty", "online_shop", "courier_outlet"})})
    check = SelfCheck(
        answers={
            "marketing.opt-out": Answer(Choice.YES),
            "access.own-accounts": Answer(Choice.PARTLY, frozenset({"main-account", "leavers", "one-each"})),
        }
    )

    plain = json.loads(write_answer_file(shop, check, SMALL_BANK))
    assert list(plain["shop"]) == ["name", "kinds", "team"]
    assert plain["shop"]["kinds"] == ["online_shop", "courier_outlet", "beauty"]
    assert list(plain["answers"]) == ["access.own-accounts", "marketing.opt-out"]
    assert plain["answers"]["access.own-accounts"]["done"] == ["one-each", "main-account", "leavers"]

    without = json.loads(write_answer_file(shop, check))
    assert without["shop"]["kinds"] == ["beauty", "courier_outlet", "online_shop"]


def test_the_file_is_plain_to_read() -> None:
    written = write_answer_file(Shop(name="小满女装", rhythm=WorkRhythm(2.0)), SelfCheck()).decode("utf-8")

    assert '  "shop": {\n    "name": "小满女装"\n  }' in written
    assert '"hours_per_week": 2,' in written
    assert written.endswith("}\n")
