"""The owner of an outlet brings twelve couriers, sees who has not signed, and meets an incident."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.main_window import MainWindow
from merchant_guard.desktop.screens import Screen
from merchant_guard.domain.question import Choice
from merchant_guard.services.open_check import OpenCheck
from tests.support.pressing import find, press, there_is
from tests.support.windows import TODAY

NAMES = [f"跑件{letter}" for letter in "ABCDEFGHIJKL"]
COURIERS = "\n".join(
    f"{number}. {name} 快递员 1380013{number:04}" for number, name in enumerate(NAMES, start=1)
)


def settle() -> None:
    for _ in range(3):
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QApplication.processEvents()


def test_from_a_chat_list_to_who_has_signed_and_what_must_stay(
    qtbot: QtBot, desk: Desk, window: MainWindow, stored: Callable[[], OpenCheck]
) -> None:
    desk.go_on_with(replace(desk.open_check, duties_since=TODAY), in_interview=False)
    desk.go_to_register("staff")
    settle()
    press(qtbot, window, "paste_names")
    settle()
    panel = find(window, "names_panel")
    find(panel, "names_text", QPlainTextEdit).insertPlainText(f"#接龙\n新来的快递员\n\n{COURIERS}\n")
    qtbot.waitUntil(lambda: there_is(panel, "names_table"))
    assert "手机号 12 个" in find(panel, "names_left_out").accessibleName()
    press(qtbot, panel, "add_names")
    settle()

    couriers = [one for one in desk.ledger.book.of("staff") if one.said("name") in NAMES]
    assert len(couriers) == 12
    owing = {item.entry.id for item in desk.ledger.near if item.duty.id == "staff.agreement" and item.entry}
    assert {one.id for one in couriers} <= owing

    answered = desk.open_check.interview.answers["staff.agreement-signed"]
    for one in couriers[:9]:
        desk.ledger.write(one.id, "agreement_on", TODAY)
    question = desk.open_check.bank.by_id["staff.agreement-signed"]
    suggestion = desk.open_check.suggestion(question, TODAY)
    assert suggestion is not None and suggestion.choice is Choice.PARTLY
    assert desk.open_check.interview.answers["staff.agreement-signed"] == answered

    incident = desk.ledger.new_entry("incidents", {"kind": "labels_out"})
    desk.ledger.write(incident.id, "noticed_on", TODAY)
    desk.go(Screen.HOME)
    settle()
    assert there_is(window, "hold")
    press(qtbot, window, "hold_action")
    settle()
    assert desk.screen is Screen.INCIDENT
    assert desk.incidents.case.entry.id == incident.id

    kept = stored()
    assert len([one for one in kept.book.staff if one.name in NAMES]) == 12
    assert len(kept.holds) == 1
