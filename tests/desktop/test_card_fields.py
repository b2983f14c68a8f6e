"""The sixteen fields of a recovery card."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.card_fields import CardFields
from merchant_guard.domain.recovery_card import card_groups

CARD = card_groups(bytes(range(32)))
Make = Callable[..., CardFields]


@pytest.fixture
def make(qapp: QApplication, qtbot: QtBot) -> Make:
    def made(*groups: str) -> CardFields:
        fields = CardFields(Look(), groups)
        qtbot.addWidget(fields)
        fields.show()
        qtbot.waitExposed(fields)
        fields.activateWindow()
        qtbot.waitUntil(fields.isActiveWindow)
        return fields

    return made


def told(fields: CardFields) -> str:
    label = fields.findChild(QLabel, "card_slip")
    return label.accessibleName() if label.isVisible() else ""


def test_typing_through_a_card_needs_no_tab(make: Make, qtbot: QtBot) -> None:
    fields = make()
    fields.fields[0].setFocus()
    for digits in CARD:
        qtbot.keyClicks(QApplication.focusWidget(), digits)
    assert tuple(fields.groups) == CARD
    assert fields.is_ready and not told(fields)


def test_a_slip_is_told_by_its_number_at_once_and_goes_when_it_is_mended(make: Make, qtbot: QtBot) -> None:
    fields = make(*CARD[:2])
    third = fields.fields[2]
    wrong = CARD[2][:5] + str((int(CARD[2][5]) + 1) % 10)
    third.setFocus()
    qtbot.keyClicks(third, wrong)
    assert told(fields) == "第 3 组对不上，对着卡再看一遍。"
    assert QApplication.focusWidget() is third, "the next group waits"
    assert third.accessibleDescription() and third.property("wrong")
    qtbot.keyClick(third, Qt.Key.Key_Backspace)
    assert not told(fields)
    qtbot.keyClicks(third, CARD[2][5])
    assert (told(fields), third.accessibleDescription()) == ("", "")
    assert QApplication.focusWidget() is fields.fields[3]


def test_a_group_of_another_place_is_a_slip(make: Make) -> None:
    fields = make(CARD[1], CARD[0])
    assert fields.slips == [1, 2]
    assert told(fields) == "第 1、2 组对不上，对着卡再看一遍。"
    assert not fields.is_ready


@pytest.mark.parametrize("between", ["", " ", "-", "－", "\n", "、 "])
def test_a_card_pasted_whole_fills_every_group(make: Make, qtbot: QtBot, between: str) -> None:
    QApplication.clipboard().setText(between.join(CARD))
    fields = make()
    fields.fields[0].setFocus()
    fields.fields[0].paste()
    assert tuple(fields.groups) == CARD
    QApplication.clipboard().clear()


def test_what_is_missing_is_counted(make: Make) -> None:
    fields = make(*CARD[:14])
    assert not fields.is_ready
    assert told(fields) == "还差 2 组没填"
    assert QApplication.focusWidget() is fields.fields[14]


def test_backspace_in_an_empty_group_goes_back_and_letters_are_no_digits(make: Make, qtbot: QtBot) -> None:
    fields = make()
    fields.fields[1].setFocus()
    qtbot.keyClicks(fields.fields[1], "12a")
    fields.fields[1].insert("４")  # as an input method types it
    fields.fields[1].textEdited.emit(fields.fields[1].text())
    assert fields.fields[1].text() == "124"
    for _ in range(4):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backspace)
    assert QApplication.focusWidget() is fields.fields[0]
