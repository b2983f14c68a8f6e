"""From the press on an answer to the next question on the screen; every answer is saved."""

import sys
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

import telling
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication

from merchant_guard import app
from merchant_guard.desktop import application
from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.main_window import MainWindow

ROUNDS = 80
WARM_UP = 20
make_window = application.make_window


class Person(QObject):
    """Answers question after question, from the first again after the last."""

    def __init__(self, desk: Desk, window: MainWindow) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self._round, self._begun = 0, 0.0

    def begin(self) -> None:
        steps = self._desk.open_check.interview.path
        self._desk.go_to_step(next(step for step in steps if not step.is_profile))
        telling.when_painted(self._window.page, self.answer)

    def answer(self) -> None:
        self._begun = perf_counter()
        self._press("answer_yes")
        self._press("next_question")
        if self._desk.step is None or self._desk.step.is_profile:
            self.begin()
        else:
            telling.when_painted(self._window.page, self.told)

    def told(self) -> None:
        cost = (perf_counter() - self._begun) * 1000
        self._round += 1
        if self._round > WARM_UP:
            print("next", cost, flush=True)
        if self._round < ROUNDS:
            QTimer.singleShot(0, self.answer)
        else:
            QApplication.quit()

    def _press(self, name: str) -> None:
        self._window.page.findChild(QAbstractButton, name).click()


def watched(qt: QApplication, desk: Desk) -> MainWindow:
    window = make_window(qt, desk)
    person = Person(desk, window)

    def home(_screen: str) -> None:
        desk.went.disconnect(connection)
        QTimer.singleShot(0, person.begin)

    connection = desk.went.connect(home)
    return window


application.make_window = watched
sys.argv = ["merchant-guard"]
app.main()
