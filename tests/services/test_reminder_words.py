"""What a reminder says: numbers and kinds, in words that tell nobody anything about anybody."""

from datetime import timedelta

import pytest

from merchant_guard.domain.duties import DutyKind
from merchant_guard.localization import Language
from merchant_guard.services.due_day import DueDay
from merchant_guard.services.load_content import load_content
from merchant_guard.services.reminder_words import _KINDS, body, title
from tests.support.due_files import TODAY


def due(thing: str, kind: str, late: int = 0, *, red: bool = False) -> DueDay:
    return DueDay(thing, TODAY - timedelta(days=late), 3, 10, always_today=red, kind=kind)


@pytest.mark.parametrize(
    ("lates", "zh", "en"),
    [
        ([0], "这周 1 件要做", "1 thing to do this week"),
        ([0, -2, -3], "这周 3 件要做", "3 things to do this week"),
        ([4], "有 1 件过了日子", "1 thing is past its day"),
        ([4, 1], "有 2 件过了日子", "2 things are past their day"),
        ([4, 0, -1], "3 件要做，其中 1 件过了日子", "3 things to do, 1 past their day"),
    ],
)
def test_how_much_and_how_much_of_it_is_late(lates: list[int], zh: str, en: str) -> None:
    near = [due(f"a.{number}", "task", late) for number, late in enumerate(lates)]
    assert (title("zh", near, TODAY), title("en", near, TODAY)) == (zh, en)


def test_a_red_line_is_never_called_late() -> None:
    assert title("zh", [due("a.b", "task", 9, red=True)], TODAY) == "这周 1 件要做"


def test_the_kinds_stand_in_the_order_of_how_pressing_they_are() -> None:
    near = [due("a.a", "review"), due("a.b", "destruction"), due("a.c", "leaver"), due("a.d", "review")]
    assert body("zh", near) == "收账号 1 · 毁面单 1 · 查一遍 2"
    assert body("en", near) == "accounts to close 1 · labels to destroy 1 · checks 2"


def test_what_is_asked_of_twelve_people_is_one_thing() -> None:
    near = [due("staff.agreement", "agreement") for _person in range(12)]
    assert (title("zh", near, TODAY), body("zh", near)) == ("这周 1 件要做", "签协议 1")


def test_more_kinds_than_fit_are_counted() -> None:
    near = [due(f"a.{kind}", kind) for kind in ("task", "find_out", "leaver", "logs", "drill", "from-later")]
    assert body("zh", near) == "收账号 1 · 要改的 1 · 去问 1 · 看登录记录 1 · 另外 2 件"
    assert body("en", near).endswith(" · 2 other things")


def test_every_kind_that_falls_due_has_words_of_its_own() -> None:
    spoken = {kind.value for kind in DutyKind if kind is not DutyKind.CONTENT}
    assert set(_KINDS) == spoken
    assert len(set(_KINDS.values())) == len(_KINDS)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_title_of_a_task_or_duty_is_ever_said_and_no_leak(language: Language) -> None:
    bank = load_content()
    titles = {duty.title.pick(language) for duty in bank.duties}
    for kind in DutyKind:
        near = [due("a.b", kind.value, 2)]
        said = f"{title(language, near, TODAY)} {body(language, near)}"
        assert not [words for words in titles if words in said]
        assert not [words for words in ("漏", "违法", "离职", "leak", "breach", "illegal") if words in said]
        assert len(said) <= 80
