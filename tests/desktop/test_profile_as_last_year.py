"""和去年一样吗？: last year's choices are shown, and count only once somebody said so."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QAbstractButton, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.main_window import MainWindow
from merchant_guard.desktop.screens import Screen
from merchant_guard.domain.answers import SelfCheck
from merchant_guard.domain.interview import ProfileStep
from merchant_guard.domain.shop import Profile, Shop
from merchant_guard.services.open_check import OpenCheck
from tests.support.pressing import find, there_is, write

Press = Callable[[QWidget, str], None]
Stored = Callable[[], OpenCheck]

QUICK: Profile = {
    "kinds": frozenset({"online_shop", "beauty"}),
    "team": 4,
    "computer": True,
    "cameras": False,
    "members": True,
    "minors": False,
}
STAFF: Profile = {"staff_kinds": frozenset({"full_time", "part_time"})}


@pytest.fixture
def again(desk: Desk) -> Desk:
    """A shop that begins this year's check, of which last year's profile is known."""
    lay(desk, QUICK | STAFF)
    return desk


def lay(desk: Desk, last_year: Profile | None) -> None:
    check = desk.open_check
    interview = replace(check.interview, shop=Shop("小店"), answers={})
    previous = SelfCheck(check.previous.checked_on, check.previous.answers, profile=last_year)
    desk.check = replace(check, interview=interview, previous=previous, finished_on=None)


def go(desk: Desk, door: str | None) -> None:
    steps = (step for step in desk.open_check.interview.path if isinstance(step, ProfileStep))
    desk.go_to_step(next(step for step in steps if step.door == door))


def words(window: MainWindow, field: str) -> str:
    return find(window, f"last_year_{field}").accessibleName()


def test_it_is_asked_in_words_and_nothing_counts_yet(
    again: Desk, show_window: Callable[[Desk], MainWindow], stored: Stored
) -> None:
    go(again, None)
    window = show_window(again)
    assert [words(window, field) for field in QUICK] == ["网店、理发、美容", "4", "是", "否", "是", "否"]
    assert not there_is(window, "kinds_online_shop") and not there_is(window, "go_on")
    assert window.page.first_focus() is find(window, "same_as_last_year")
    assert again.open_check.shop.profile == {}


def test_the_same_takes_all_of_it_over_and_goes_on(
    again: Desk, show_window: Callable[[Desk], MainWindow], stored: Stored, press: Press
) -> None:
    go(again, None)
    press(show_window(again), "same_as_last_year")
    assert again.open_check.shop == Shop("小店", QUICK)
    assert again.screen is not Screen.PROFILE or again.step.door is not None
    assert stored().shop.profile == QUICK


def test_with_a_change_the_fields_are_filled_and_only_the_change_is_made(
    again: Desk, show_window: Callable[[Desk], MainWindow], stored: Stored, press: Press
) -> None:
    go(again, None)
    window = show_window(again)
    press(window, "changed_since")
    marked = {name for name in ("computer", "cameras", "members", "minors") if is_on(window, name)}
    assert marked == {"computer", "members"}
    assert is_on(window, "kinds_beauty") and window.findChild(QSpinBox, "team").value() == 4
    assert again.open_check.shop.profile == {}, "it still is to be confirmed"
    press(window, "cameras")
    assert stored().shop.profile == {"cameras": True}
    press(window, "kinds_beauty")
    assert stored().shop.profile == {"cameras": True, "kinds": frozenset({"online_shop"})}
    window.show_screen()
    assert is_on(window, "computer") and is_on(window, "cameras") and not is_on(window, "kinds_beauty")
    press(window, "go_on")
    assert stored().shop.profile == {**QUICK, "cameras": True, "kinds": frozenset({"online_shop"})}


def is_on(window: MainWindow, name: str) -> bool:
    return find(window, name, QAbstractButton).isChecked()


def test_something_changed_stays_open_when_the_page_is_built_again(
    again: Desk, show_window: Callable[[Desk], MainWindow], press: Press
) -> None:
    go(again, None)
    window = show_window(again)
    press(window, "changed_since")
    window.show_screen()
    assert there_is(window, "go_on") and is_on(window, "kinds_online_shop")


def test_a_door_asks_for_what_stands_there(
    again: Desk, show_window: Callable[[Desk], MainWindow], press: Press
) -> None:
    again.check = again.open_check.with_shop(Shop("小店", QUICK))
    go(again, "staff")
    window = show_window(again)
    assert words(window, "staff_kinds") == "正式员工、兼职、临时工"
    press(window, "same_as_last_year")
    assert again.open_check.shop.profile == {**QUICK, **STAFF}


def test_a_field_that_is_new_this_year_is_still_asked(
    again: Desk, show_window: Callable[[Desk], MainWindow], press: Press
) -> None:
    lay(again, {key: value for key, value in QUICK.items() if key != "team"})
    go(again, None)
    window = show_window(again)
    assert not there_is(window, "last_year_team")
    press(window, "same_as_last_year")
    assert again.screen is Screen.PROFILE
    assert is_on(window, "kinds_beauty") and window.findChild(QSpinBox, "team").value() == 0
    press(window, "go_on")
    assert find(window, "error_team").accessibleName() == "写上几个人，只有你自己就写 1"


@pytest.mark.parametrize("known", [None, {}, STAFF])
def test_without_last_years_choices_there_is_no_such_question(
    desk: Desk, show_window: Callable[[Desk], MainWindow], known: Profile | None
) -> None:
    lay(desk, known)
    go(desk, None)
    window = show_window(desk)
    assert not there_is(window, "last_year") and there_is(window, "go_on")


def test_what_is_answered_this_year_is_shown_as_it_is(
    again: Desk, show_window: Callable[[Desk], MainWindow]
) -> None:
    again.check = again.open_check.with_shop(Shop("小店", {**QUICK, "computer": False}))
    go(again, None)
    window = show_window(again)
    assert not there_is(window, "last_year") and not is_on(window, "computer")


def test_a_name_of_spaces_is_refused_here_too(
    again: Desk, show_window: Callable[[Desk], MainWindow], press: Press, qtbot: QtBot
) -> None:
    go(again, None)
    window = show_window(again)
    write(window, "shop_name", "\u3000 ")
    press(window, "same_as_last_year")
    assert find(window, "error_shop_name").accessibleName() == "店名里只有空格。把店名写上。"
    assert again.open_check.shop.profile == {}
