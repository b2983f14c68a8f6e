from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QSpinBox

from merchant_guard.desktop.pages.profile_fields import in_boxes
from merchant_guard.desktop.screens import Screen
from merchant_guard.desktop.widgets.hiding_notice import MOST_NAMED
from merchant_guard.domain.applicability import FieldIs
from merchant_guard.domain.interview import ProfileStep
from merchant_guard.domain.shop import Shop
from merchant_guard.domain.stage import Stage
from merchant_guard.services.load_content import load_content
from tests.support.pressing import write


@pytest.fixture
def profile(new_desk, show_window):
    new_desk.go(Screen.PROFILE)
    return show_window(new_desk)


def step_of(desk, door):
    steps = (step for step in desk.open_check.interview.path if isinstance(step, ProfileStep))
    return next(step for step in steps if step.door == door)


def said(window, name) -> str:
    label = window.findChild(QLabel, name)
    return label.accessibleName() if label is not None and label.isVisible() else ""


def test_nothing_is_preselected(profile):
    assert not any(button.isChecked() for button in profile.page.findChildren(QAbstractButton))
    assert profile.findChild(QSpinBox, "team").value() == 0


def test_what_is_missing_is_said_under_its_label_and_takes_the_focus(profile, new_desk, press):
    press(profile, "go_on")
    assert new_desk.screen is Screen.PROFILE
    assert said(profile, "error_kinds") == "至少选一种店"
    assert said(profile, "error_team") == "写上几个人，只有你自己就写 1"
    assert profile.page.first_focus().hasFocus()
    press(profile, "kinds_online_shop")
    assert said(profile, "error_kinds") == ""
    press(profile, "go_on")
    assert profile.findChild(QSpinBox, "team").hasFocus()


def test_a_described_shop_begins_its_quick_check_and_is_saved(profile, new_desk, stored, qtbot, press):
    qtbot.keyClicks(profile.findChild(QLineEdit, "shop_name"), "Xiaoman")
    press(profile, "kinds_online_shop")
    press(profile, "kinds_street_shop")
    press(profile, "team_more")
    press(profile, "team_more")
    press(profile, "computer")
    press(profile, "go_on")
    qtbot.waitUntil(lambda: new_desk.screen is Screen.QUESTION)
    assert new_desk.open_check.interview.stage is Stage.QUICK
    kept = stored().shop
    assert kept.name == "Xiaoman"
    assert dict(kept.profile) == {
        "kinds": frozenset({"online_shop", "street_shop"}),
        "team": 2,
        "computer": True,
        "cameras": False,
        "members": False,
        "minors": False,
    }


def test_pressing_twice_begins_only_one_shop(profile, new_desk, background, qtbot, press):
    press(profile, "kinds_online_shop")
    press(profile, "team_more")
    go_on = profile.findChild(QAbstractButton, "go_on")
    go_on.click()
    go_on.click()
    qtbot.waitUntil(lambda: background.is_idle)
    counted = []
    new_desk.in_store(lambda workspace: workspace.shops.list(), counted.append, new_desk.tell_failure)
    qtbot.waitUntil(lambda: bool(counted))
    assert len(counted[0]) == 1


def test_what_was_said_is_still_there_when_the_page_is_built_again(profile, press):
    press(profile, "kinds_beauty")
    press(profile, "team_more")
    profile.show_screen()
    assert profile.findChild(QAbstractButton, "kinds_beauty").isChecked()
    assert profile.findChild(QSpinBox, "team").value() == 1


def test_a_shop_without_staff_is_told_what_it_need_not_answer(profile, press):
    press(profile, "kinds_online_shop")
    press(profile, "team_more")
    assert said(profile, "note_team") == "你没有员工，这组不用答：员工保密协议"
    press(profile, "team_more")
    assert said(profile, "note_team") == ""


def test_other_groups_that_fall_away_are_named(desk, show_window, press):
    bank = desk.open_check.bank
    about_cameras = replace(
        bank.questions[0], id="cameras.signs", group="cameras", applies_when=FieldIs("cameras", True)
    )
    interview = replace(
        desk.open_check.interview, bank=replace(bank, questions=(*bank.questions, about_cameras))
    )
    desk.check = replace(desk.open_check, interview=interview)
    desk.go_to_step(step_of(desk, None))
    window = show_window(desk)
    assert said(window, "skipped_groups") == "按你选的，这几组不用答：监控与人脸"
    press(window, "cameras")
    assert said(window, "skipped_groups") == ""


def test_back_from_the_first_screen_is_the_first_run(profile, new_desk, press):
    press(profile, "leave")
    assert new_desk.screen is Screen.FIRST_RUN


def test_answers_that_a_choice_would_put_aside_are_named_before_it_counts(desk, show_window, stored, press):
    desk.go_to_step(step_of(desk, None))
    window = show_window(desk)
    before = desk.open_check
    gone = before.interview.put_away_by(before.interview.with_profile({"computer": False}))
    assert len(gone) > MOST_NAMED
    press(window, "computer")
    assert desk.open_check == before and stored().shop == before.shop
    assert window.findChild(QAbstractButton, "computer").isChecked()
    sentence = said(window, "hiding_words")
    assert all(question.title.zh in sentence for question in gone[:MOST_NAMED])
    assert f"答过的 {len(gone)} 题" in sentence and f"还有 {len(gone) - MOST_NAMED} 题" in sentence
    assert window.findChild(QAbstractButton, "leave_as_it_was").hasFocus()

    press(window, "do_it_anyway")
    assert stored().shop.profile["computer"] is False
    assert not window.findChild(QAbstractButton, "computer").isChecked()
    assert said(window, "hiding_words") == ""
    press(window, "computer")
    assert desk.open_check.interview.sheet.answers == before.interview.sheet.answers, "they are back"


@pytest.mark.parametrize("way", ["leave_as_it_was", "go_on", "escape"])
def test_until_it_is_meant_nothing_is_changed_and_nobody_goes_on(
    desk, show_window, stored, qtbot, press, way
):
    desk.go_to_step(step_of(desk, None))
    window = show_window(desk)
    before = desk.open_check.shop
    press(window, "computer")
    if way == "escape":
        qtbot.keyClick(window, Qt.Key.Key_Escape)
    else:
        press(window, way)
    assert (said(window, "hiding_words") != "") is (way == "go_on")
    assert desk.screen is Screen.PROFILE
    assert (stored().shop, desk.open_check.shop) == (before, before)
    assert window.findChild(QAbstractButton, "computer").isChecked()


def test_a_new_shop_is_kept_from_the_first_tick(profile, new_desk, opened, background, qtbot, press):
    qtbot.keyClicks(profile.findChild(QLineEdit, "shop_name"), "Xiaoman")
    press(profile, "kinds_beauty")
    press(profile, "team_more")
    kept = []
    new_desk.in_store(lambda workspace: workspace.shops.load_draft(), kept.append, new_desk.tell_failure)
    qtbot.waitUntil(lambda: bool(kept))
    assert kept == [Shop("Xiaoman", {"kinds": frozenset({"beauty"}), "team": 1})]
    assert new_desk.check is None


def test_a_shop_that_was_being_described_is_gone_on_with(new_desk, opened, show_window, press):
    new_desk.open(opened[-1], None, Shop("Xiaoman", {"kinds": frozenset({"beauty"}), "members": True}))
    window = show_window(new_desk)
    assert new_desk.screen is Screen.PROFILE
    assert window.findChild(QLineEdit, "shop_name").text() == "Xiaoman"
    assert window.findChild(QAbstractButton, "kinds_beauty").isChecked()
    assert window.findChild(QAbstractButton, "members").isChecked()
    press(window, "leave")
    press(window, "begin")
    assert window.findChild(QAbstractButton, "kinds_beauty").isChecked()


@pytest.mark.parametrize("name", [" ", "\u3000\t", "\u200b"])
def test_a_name_of_spaces_is_refused_under_its_label(profile, new_desk, qtbot, press, name):
    press(profile, "kinds_online_shop")
    press(profile, "team_more")
    write(profile, "shop_name", name)
    press(profile, "go_on")
    assert new_desk.screen is Screen.PROFILE
    assert said(profile, "error_shop_name") == "店名里只有空格。把店名写上。"
    assert profile.findChild(QLineEdit, "shop_name").hasFocus()
    assert new_desk.draft.name == ""
    write(profile, "shop_name", " 小满 ")
    press(profile, "go_on")
    qtbot.waitUntil(lambda: new_desk.screen is Screen.QUESTION)
    assert new_desk.open_check.shop.name == "小满"


def test_every_change_is_saved_as_it_is_made(desk, show_window, stored, press):
    desk.go_to_step(step_of(desk, None))
    press(show_window(desk), "cameras")
    assert stored().shop.profile["cameras"] is True


def test_at_a_door_what_was_left_unticked_is_a_no(desk, show_window, press):
    shop = desk.open_check.shop
    unsaid = {key: value for key, value in shop.profile.items() if key not in ("holds", "own_site")}
    desk.describe_shop(type(shop)(shop.name, unsaid, shop.staff, shop.rhythm))
    desk.go_to_step(step_of(desk, "audit"))
    window = show_window(desk)
    assert not window.findChild(QAbstractButton, "own_site").isChecked()
    press(window, "go_on")
    assert desk.open_check.shop.profile["own_site"] is False
    assert desk.open_check.shop.profile["holds"] == frozenset()
    assert desk.screen is Screen.RESULT


def test_one_of_several_is_chosen_by_keyboard(desk, show_window, qtbot):
    desk.go_to_step(step_of(desk, "audit"))
    window = show_window(desk)
    row = window.findChild(QAbstractButton, "people_held_unknown")
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_Space)
    assert desk.open_check.shop.profile["people_held"] == "unknown"


def test_yes_no_fields_beside_each_other_stand_in_one_box():
    boxes = in_boxes([field for field in load_content().profile_form if field.is_quick])
    assert [[field.id for field in box] for box in boxes] == [
        ["kinds"],
        ["team"],
        ["computer", "cameras", "members", "minors"],
    ]
