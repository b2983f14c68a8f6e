"""The real window with somebody at it: `python driven_window.py begin|answer|close|look` reports JSON.

`begin` says something of a new shop and waits to be killed once that is on the disk; `answer` describes a
shop, answers its first question and waits to be killed once it reads 已保存; `close` closes the window at
once after the answer; `look` says what the window opens on, and ends.
"""

import json
import sys
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit

from merchant_guard import app
from merchant_guard.desktop import application
from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.main_window import MainWindow
from merchant_guard.desktop.screens import Screen


class Driver:
    """Presses what a person would press as soon as a screen shows."""

    def __init__(self, task: str, desk: Desk, window: MainWindow) -> None:
        self._task, self._desk, self._window = task, desk, window
        desk.went.connect(lambda _screen: QTimer.singleShot(0, window, self._on_screen))

    def _on_screen(self) -> None:
        if self._task == "look":
            self._report()
            self._window.close()
        elif self._desk.screen is Screen.FIRST_RUN:
            self._press("begin")
        elif self._desk.screen is Screen.PROFILE and self._task == "begin":
            self._desk.saved.connect(self._report_once_all_is_saved)
            self._window.page.findChild(QLineEdit, "shop_name").insert("小满")
            for name in ("kinds_online_shop", "team_more", "computer"):
                self._press(name)
        elif self._desk.screen is Screen.PROFILE:
            for name in ("kinds_online_shop", "team_more", "team_more", "computer", "go_on"):
                self._press(name)
        elif self._desk.screen is Screen.QUESTION:
            self._answer()

    def _answer(self) -> None:
        if self._task == "close":
            self._press("answer_no")
            self._report()
            self._window.close()
            return
        self._press("answer_partly")
        self._press(self._ticks()[0].objectName())
        self._desk.saved.connect(self._report_once_saved)

    def _report_once_saved(self) -> None:
        if self._state().startswith("已保存"):
            self._report()

    def _report_once_all_is_saved(self) -> None:
        if self._desk.is_saved:
            self._report()

    def _report(self) -> None:
        check = self._desk.check
        answers = check.interview.answers if check else {}
        draft = self._desk.draft
        rows = self._window.page.findChildren(QAbstractButton)
        report = {
            "screen": self._desk.screen,
            "place": self._desk.step.id if self._desk.step else "",
            "answers": {one: [answer.choice, sorted(answer.done)] for one, answer in answers.items()},
            "checked": next(
                (r.objectName() for r in rows if r.isChecked() and "answer_" in r.objectName()), ""
            ),
            "described": [draft.name, sorted(draft.profile)] if draft else [],
            "on": [row.objectName() for row in rows if row.isCheckable() and row.isChecked()],
            "marked": [box.objectName().removeprefix("tick_") for box in self._ticks() if box.isChecked()],
            "state": self._state(),
        }
        print(json.dumps(report, ensure_ascii=False), flush=True)

    def _state(self) -> str:
        label = self._window.page.findChild(QLabel, "save_state")
        return label.text() if label else ""

    def _ticks(self) -> list[QAbstractButton]:
        boxes = self._window.page.findChildren(QAbstractButton)
        return [box for box in boxes if box.objectName().startswith("tick_")]

    def _press(self, name: str) -> None:
        self._window.page.findChild(QAbstractButton, name).click()


def main(task: str) -> int:
    """Open the window as the owner's command does, with a driver at it."""
    make_window, drivers = application.make_window, []

    def make_driven(task: str, running: QApplication, desk: Desk) -> MainWindow:
        window = make_window(running, desk)
        drivers.append(Driver(task, desk, window))
        return window

    application.make_window = partial(make_driven, task)
    sys.argv = sys.argv[:1]
    return app.main()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
