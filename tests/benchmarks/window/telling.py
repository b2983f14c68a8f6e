"""What the processes of the benchmark tell the one that started them."""

import os
from collections.abc import Callable
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer

ONE_SECOND = 1000


class _Watch(QObject):
    """Calls once the first frame of what it watches is out."""

    def __init__(self, watched: QObject, then: Callable[[], None]) -> None:
        super().__init__(watched)
        self._then = then
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._then)
        return False


def when_painted(widget: QObject, then: Callable[[], None]) -> None:
    """Call `then` once the first frame of a widget is out."""
    _Watch(widget, then)


def tell(what: str) -> None:
    """Tell the milliseconds since the process was asked for."""
    print(what, (monotonic() - float(os.environ["BENCH_BEGIN"])) * 1000, flush=True)


def tell_memory() -> None:
    """Tell the MiB that are this process's, where the system knows them; then leave."""
    try:
        with Path("/proc/self/smaps_rollup").open(encoding="ascii") as rollup:
            pss = next(line for line in rollup if line.startswith("Pss:"))
        print("memory", int(pss.split()[1]) / 1024, flush=True)
    except FileNotFoundError:
        pass
    QCoreApplication.quit()
