"""Where a toast stands: in the middle above the footer, and never over a button that is wanted next."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.toast import BOTTOM, Toast


@pytest.fixture
def frame(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(1000, 700)
    qtbot.addWidget(made)
    made.show()
    return made


def put(frame: QWidget, top: int) -> QPushButton:
    made = QPushButton("和去年一样", frame)
    made.setGeometry(450, top, 120, 40)
    made.show()
    return made


def told(frame: QWidget) -> QRect:
    toast = Toast(frame)
    toast.show_words(Look("zh"), "3 题已确认和去年一样，随时能改")
    return toast.geometry()


def test_it_stands_in_the_middle_above_the_footer(frame: QWidget) -> None:
    place = told(frame)
    assert (place.bottom() + 1, abs(place.center().x() - 500) <= 1) == (700 - BOTTOM, True)


@pytest.mark.parametrize("top", [570, 590, 610])
def test_it_makes_room_for_a_button(frame: QWidget, top: int) -> None:
    covered = put(frame, top).geometry()
    place = told(frame)
    assert not place.intersects(covered)
    assert frame.rect().contains(place)


def test_it_moves_once_a_page_brings_a_button_there(frame: QWidget, qtbot: QtBot) -> None:
    toast = Toast(frame)
    toast.show_words(Look("zh"), "已保存")
    covered = put(frame, 590).geometry()
    qtbot.waitUntil(lambda: not toast.geometry().intersects(covered))


def test_where_buttons_are_everywhere_it_stays(frame: QWidget) -> None:
    for top in range(0, 700, 20):
        put(frame, top)
    assert told(frame).bottom() + 1 == 700 - BOTTOM
