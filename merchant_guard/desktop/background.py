"""One worker beside the window: whatever touches the disk runs there, in the order it was asked for."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QThread, Signal, Slot

Work = Callable[[], Any]
Done = Callable[[Any], None]
Failed = Callable[[BaseException], None]


class _Worker(QObject):
    finished = Signal(object, object, object)

    @Slot(object, object, object)
    def run(self, work: Work, done: Done, failed: Failed) -> None:
        try:
            outcome = work()
        except Exception as error:  # noqa: BLE001 (carried to the window, which says it)
            self.finished.emit(failed, error, None)
        else:
            self.finished.emit(done, outcome, None)


class Background(QObject):
    """Runs work on its own thread and brings the outcome back to the window's thread."""

    _asked = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = QThread(self)
        self._thread.setObjectName("background")
        self._worker = _Worker()
        self._worker.moveToThread(self._thread)
        self._asked.connect(self._worker.run)
        self._worker.finished.connect(self._bring_back)
        self._thread.start()
        self._waiting = 0

    @property
    def is_idle(self) -> bool:
        """Whether nothing is waiting or running."""
        return self._waiting == 0

    def submit(self, work: Work, done: Done, failed: Failed) -> None:
        """Run `work` there, then `done` with its outcome or `failed` with its error here."""
        self._waiting += 1
        self._asked.emit(work, done, failed)

    @Slot(object, object, object)
    def _bring_back(self, answer: Callable[[Any], None], outcome: object, _nothing: object) -> None:
        self._waiting -= 1
        answer(outcome)

    def stop(self) -> None:
        """Finish what was asked for, then end the thread."""
        # Told from here to quit, the thread would leave what still waits for it undone.
        self.submit(self._thread.quit, lambda _outcome: None, lambda _error: None)
        self._thread.wait()
