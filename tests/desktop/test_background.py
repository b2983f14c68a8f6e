"""The worker beside the window: everything in its order, and nothing of the window's ends on its thread."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from merchant_guard.desktop.background import Background


@pytest.fixture
def worker(qapp: QApplication) -> Iterator[Background]:
    made = Background()
    yield made
    made.stop()


def _fail(error: BaseException) -> None:
    raise error


def test_work_is_done_elsewhere_in_its_order_and_answered_here(qtbot: QtBot, worker: Background) -> None:
    worked: list[tuple[int, str]] = []
    answered: list[tuple[int, str]] = []

    def here() -> str:
        return threading.current_thread().name

    for number in range(20):
        worker.submit(
            lambda number=number: worked.append((number, here())) or number,
            lambda outcome: answered.append((outcome, here())),
            _fail,
        )
    qtbot.waitUntil(lambda: worker.is_idle)
    assert worked == [(number, "background") for number in range(20)]
    assert answered == [(number, "MainThread") for number in range(20)]


def test_what_went_wrong_is_told_and_the_next_work_is_done(qtbot: QtBot, worker: Background) -> None:
    told: list[str] = []

    def stumble() -> None:
        raise ValueError("stumbled")

    worker.submit(stumble, lambda _outcome: told.append("done"), lambda error: told.append(str(error)))
    worker.submit(lambda: "next", told.append, _fail)
    qtbot.waitUntil(lambda: worker.is_idle)
    assert told == ["stumbled", "next"]


def test_what_was_asked_for_before_the_end_is_done(worker: Background) -> None:
    done: list[int] = []
    for number in range(5):
        worker.submit(lambda number=number: done.append(number), lambda _outcome: None, _fail)
    worker.stop()
    assert done == [0, 1, 2, 3, 4]


class _InACircle(QWidget):
    """A window that only the search for garbage can end."""

    def __init__(self) -> None:
        super().__init__()
        self.itself = self


def test_no_window_ends_beside_the_windows_thread(qtbot: QtBot, worker: Background) -> None:
    """It would wait for the window's thread there, and that one for the worker when the application ends."""
    ended: list[str] = []
    gone = _InACircle()
    gone.show()
    gone.destroyed.connect(lambda _object: ended.append(threading.current_thread().name))
    del gone

    def make_much() -> int:
        return len([[number] for number in range(100_000)])

    worker.submit(make_much, lambda _outcome: None, _fail)
    worker.stop()
    assert ended == []
    gc.collect()
    assert ended == ["MainThread"]


def test_garbage_is_looked_for_once_it_is_allowed(qtbot: QtBot, worker: Background) -> None:
    ended: list[str] = []

    class Circle(QObject):
        def __init__(self) -> None:
            super().__init__()
            self.itself = self

    worker.collect_garbage()
    made = Circle()
    made.destroyed.connect(lambda _object: ended.append(threading.current_thread().name))
    del made
    held = [[number] for number in range(100_000)]
    qtbot.waitUntil(lambda: ended == ["MainThread"])
    assert len(held) == 100_000
    gc.unfreeze()
