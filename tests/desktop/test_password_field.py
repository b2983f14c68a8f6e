"""The field for a password: hidden, shown when asked, and capitals are told."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.password_field import PasswordField
from tests.support.pressing import find, press
from tests.support.spoken_tree import hear

SECRET = "correct horse"


@pytest.fixture
def field(qapp: QApplication, qtbot: QtBot) -> PasswordField:
    made = PasswordField(Look(), "password", "密码", "——")
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def below(field: PasswordField) -> str:
    return field.findChild(QLabel, "below_password").accessibleName()


def test_what_is_typed_is_neither_shown_nor_read_out(field: PasswordField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field.line, SECRET)
    told = hear(field.line)
    assert SECRET not in told.value + told.name + told.description
    assert told.state.passwordEdit
    assert field.line.displayText() != SECRET


def test_the_eye_shows_it_and_hides_it_again(field: PasswordField, qtbot: QtBot) -> None:
    eye = find(field, "password_eye")
    assert eye.accessibleName() == "显示密码：密码"
    press(qtbot, field, "password_eye")
    assert field.line.echoMode() == QLineEdit.EchoMode.Normal
    assert eye.accessibleName() == "隐藏密码：密码"
    press(qtbot, field, "password_eye")
    assert field.line.echoMode() == QLineEdit.EchoMode.Password


@pytest.mark.parametrize(
    ("key", "text", "shift", "locked"),
    [
        (Qt.Key.Key_A, "a", False, False),
        (Qt.Key.Key_A, "A", True, False),
        (Qt.Key.Key_A, "A", False, True),
        (Qt.Key.Key_A, "a", True, True),
        (Qt.Key.Key_1, "1", False, False),
    ],
)
def test_capitals_are_told_by_a_letter_that_came_out_the_other_way(
    field: PasswordField, key: Qt.Key, text: str, shift: bool, locked: bool
) -> None:
    held = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(field.line, QKeyEvent(QEvent.Type.KeyPress, key, held, text))
    assert ("Caps Lock" in below(field)) is locked
    assert locked or below(field) == "——"
