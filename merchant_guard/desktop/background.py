"""One worker beside the window: whatever touches the disk runs there, in the order it was asked for."""

import gc
from collections import deque
from collections.abc import Callable
from queue import SimpleQueue
from threading import Thread
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

Work = Callable[[], Any]
Done = Callable[[Any], None]
Failed = Callable[[BaseException], None]

_LOOK_FOR_GARBAGE = 1000
"""Milliseconds from one look to the next."""


class _Failure:
    """What work ended with that did not end well."""

    def __init__(self, error: BaseException) -> None:
        self.error = error


class Background(QObject):
    """Runs work on its own thread and brings the outcome back to the window's thread.

    While it is there, Python does not look for garbage by itself: it would do so on whichever thread is
    at work, and a widget that is destroyed beside the window waits for the window's thread, for ever when
    that one waits for the worker. `collect_garbage` has the window's thread do it.
    """

    # Without anything in it: what Python owns crosses in the queues, where no lock of Qt is held meanwhile.
    _ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._asked: SimpleQueue[Work | None] = SimpleQueue()
        self._outcomes: SimpleQueue[Any] = SimpleQueue()
        self._answers: deque[tuple[Done, Failed]] = deque()
        self._ended.connect(self._bring_back, Qt.ConnectionType.QueuedConnection)
        self._thread = Thread(target=self._work_off, name="background", daemon=True)
        self._thread.start()

    @property
    def is_idle(self) -> bool:
        """Whether nothing is waiting or running."""
        return not self._answers

    def submit(self, work: Work, done: Done, failed: Failed) -> None:
        """Run `work` there, then `done` with its outcome or `failed` with its error here."""
        self._answers.append((done, failed))
        self._asked.put(work)

    def collect_garbage(self) -> None:
        """From now on look for garbage now and then, but never again in what there is by now."""
        gc.freeze()
        timer = QTimer(self)
        timer.timeout.connect(_collect_due)
        timer.start(_LOOK_FOR_GARBAGE)

    def stop(self) -> None:
        """Finish what was asked for, then end the thread."""
        self._asked.put(None)
        self._thread.join()
        gc.enable()

    def _work_off(self) -> None:
        while (work := self._asked.get()) is not None:
            outcome = _outcome_of(work)
            # Let go of here before the window hears of it, nothing of the window's can end on this thread.
            del work
            self._outcomes.put(outcome)
            del outcome
            self._ended.emit()

    @Slot()
    def _bring_back(self) -> None:
        outcome = self._outcomes.get()
        done, failed = self._answers.popleft()
        if isinstance(outcome, _Failure):
            failed(outcome.error)
        else:
            done(outcome)


def _outcome_of(work: Work) -> Any:
    try:
        return work()
    except Exception as error:  # noqa: BLE001 (carried to the window, which says it)
        return _Failure(error)


def _collect_due() -> None:
    """Look where Python would have looked: in the oldest generation that has enough in it."""
    for generation, (count, threshold) in reversed(
        list(enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)))
    ):
        if count > threshold:
            gc.collect(generation)
            return
