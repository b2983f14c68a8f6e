"""The owner saves the calendar, takes it into a telephone, does a thing, and takes the next one in."""

from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.main_window import MainWindow
from merchant_guard.desktop.pages import calendar_saving
from merchant_guard.desktop.screens import Screen
from merchant_guard.domain.registers.book import Outcome
from tests.support.calendars import days, events
from tests.support.pressing import press
from tests.support.registers import fill

LABELS = "集中毁掉废面单，记一笔"


class Telephone:
    """Takes files in by UID, as RFC 5546 has it: the higher SEQUENCE wins, what is cancelled goes."""

    def __init__(self) -> None:
        self._held: dict[str, tuple[int, str, frozenset[date]]] = {}

    def take(self, data: bytes, until: date) -> None:
        for event in events(data):
            uid, number = str(event["uid"]), int(event["sequence"])
            if uid in self._held and self._held[uid][0] > number:
                continue
            told = frozenset() if event["status"] == "CANCELLED" else frozenset(days(event, until))
            self._held[uid] = (number, str(event["summary"]), told)

    def days_of(self, title: str) -> list[date]:
        return sorted(day for _, said, told in self._held.values() if said == title for day in told)

    def titles(self) -> list[str]:
        return sorted(said for _, said, told in self._held.values() if told)


def settle() -> None:
    for _ in range(3):
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QApplication.processEvents()


def test_the_telephone_always_has_what_the_app_has(
    qtbot: QtBot, desk: Desk, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "desktop"
    place.mkdir()
    monkeypatch.setattr(calendar_saving, "usual_folder", lambda: place)
    fill(desk)
    telephone, until = Telephone(), desk.today + timedelta(days=60)

    def bring() -> None:
        with qtbot.waitSignal(desk.said):
            press(qtbot, window, "save_calendar")
        (file,) = place.iterdir()
        telephone.take(file.read_bytes(), until)
        file.unlink()
        settle()

    desk.go(Screen.PLAN)
    settle()
    bring()
    item = next(
        one for one in desk.plan.open_items
        if telephone.days_of(one.remedy.action.title.zh) == [max(one.due, desk.today)]
    )  # fmt: skip
    weekly = telephone.days_of(LABELS)
    assert {(later - earlier).days for earlier, later in pairwise(weekly)} == {7}
    assert len(set(telephone.titles())) > 20

    press(qtbot, window, f"tick_{item.id}")
    settle()
    duty = next(one for one in desk.ledger.items if one.duty.id == "disposals.labels")
    desk.ledger.settle(duty, Outcome.DONE, desk.today)
    desk.go_to_register("duties")
    settle()
    bring()

    title = item.remedy.action.title.zh
    assert item.id not in {one.id for one in desk.plan.open_items}
    assert telephone.days_of(title) == []
    again = next(one for one in desk.ledger.items if one.duty.id == "disposals.labels")
    assert again.due > duty.due
    assert telephone.days_of(LABELS)[0] == again.due

    desk.ledger.write(desk.ledger.new_entry("incidents").id, "noticed_on", desk.today)
    bring()
    assert telephone.days_of(LABELS) == [], "what may be evidence is not to be destroyed"
