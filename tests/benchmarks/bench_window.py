"""The window beside a bare five-page wizard of Qt, in turns: A B A B …; then the next question, then memory.

It is shown on the display named by DISPLAY, else drawn into memory. The store holds a year: sample shop 1.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from statistics import median, quantiles
from time import monotonic, perf_counter

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

RUNS = 5
QUESTIONS = 60
FRAME_GOAL, CONTENT_GOAL, NEXT_GOAL, MEMORY_GOAL = 1.3, 2, 50, 68
ONE_SECOND = 1000


# --- what each process does -----------------------------------------------------------------------------


def ours() -> None:
    """The app, telling its first frame, home's first frame with content, and its memory a second after."""
    from PySide6.QtCore import QCoreApplication, QTimer

    from merchant_guard import app
    from merchant_guard.desktop import application
    from merchant_guard.desktop.desk import Desk
    from merchant_guard.desktop.main_window import MainWindow

    make_window = application.make_window

    def watched(qt: QCoreApplication, desk: Desk) -> MainWindow:
        window = make_window(qt, desk)
        window.first_painted.connect(lambda: tell("frame"))
        # The page is built when `went` is told; what is posted then is drawn before a timer comes.
        desk.went.connect(lambda _screen: when_painted(window.page, finished))
        return window

    def finished() -> None:
        tell("content")
        QTimer.singleShot(ONE_SECOND, tell_memory)

    application.make_window = watched
    sys.argv = ["merchant-guard"]
    app.main()


def bare() -> None:
    """A wizard of five pages with a word and a field each, of Qt alone."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWizard, QWizardPage

    application = QApplication(["bare"])
    application.setStyle("Fusion")
    wizard = QWizard()
    for number in range(5):
        page = QWizardPage()
        page.setTitle(f"Page {number}")
        column = QVBoxLayout(page)
        column.addWidget(QLabel("What is asked"))
        column.addWidget(QLineEdit())
        wizard.addPage(page)
    wizard.resize(1366, 720)

    def finished() -> None:
        tell("frame")
        QTimer.singleShot(ONE_SECOND, tell_memory)

    when_painted(wizard, finished)
    wizard.show()
    application.exec()


def when_painted(widget: object, then: Callable[[], None]) -> None:
    """Call `then` once the first frame of a widget is out."""
    from PySide6.QtCore import QEvent, QObject, QTimer

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
            if event.type() == QEvent.Type.Paint:
                watched.removeEventFilter(self)
                QTimer.singleShot(0, then)
            return False

    assert isinstance(widget, QObject)
    widget.installEventFilter(Watch(widget))


def tell(what: str) -> None:
    """Milliseconds since the process was asked for."""
    print(what, (monotonic() - float(os.environ["BENCH_BEGIN"])) * 1000, flush=True)


def tell_memory() -> None:
    """MiB that are this process's alone, with its share of what is shared. Then leaves."""
    from PySide6.QtCore import QCoreApplication

    rollup = Path("/proc/self/smaps_rollup")
    if rollup.exists():
        pss = next(line for line in rollup.read_text().splitlines() if line.startswith("Pss:"))
        print("memory", int(pss.split()[1]) / 1024, flush=True)
    QCoreApplication.quit()


def next_questions() -> None:
    """From the press on an answer to the next question on the screen, in the real window; every answer saved."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QAbstractButton, QApplication

    from merchant_guard import app
    from merchant_guard.desktop import application
    from merchant_guard.desktop.desk import Desk
    from merchant_guard.desktop.main_window import MainWindow

    make_window = application.make_window
    kept: list[tuple[Desk, MainWindow]] = []
    begun = [0.0]
    costs: list[float] = []

    def watched(qt: QApplication, desk: Desk) -> MainWindow:
        window = make_window(qt, desk)
        kept.append((desk, window))
        first = desk.went.connect(lambda _screen: QTimer.singleShot(ONE_SECOND, begin))
        desk.disconnect_first = lambda: desk.went.disconnect(first)
        return window

    def begin() -> None:
        desk, window = kept[0]
        desk.disconnect_first()
        step = next(step for step in desk.open_check.interview.path if not step.is_profile)
        desk.go_to_step(step)
        when_painted(window.page, ask)

    def ask() -> None:
        if begun[0]:
            costs.append((perf_counter() - begun[0]) * 1000)
        if len(costs) == QUESTIONS:
            print("next", quantiles(costs, n=20)[-1], flush=True)
            QApplication.quit()
            return
        QTimer.singleShot(0, press)

    def press() -> None:
        desk, window = kept[0]
        step = desk.step
        begun[0] = perf_counter()
        window.findChild(QAbstractButton, "answer_yes").click()
        window.findChild(QAbstractButton, "next_question").click()
        if desk.step is None or desk.step is step or desk.step.is_profile:
            # At the end, and at the doors of groups, begin again at the first question.
            begun[0] = 0.0
            desk.go_to_step(next(one for one in desk.open_check.interview.path if not one.is_profile))
        when_painted(window.page, ask)

    application.make_window = watched
    sys.argv = ["merchant-guard"]
    app.main()


CHILDREN = {"ours": ours, "bare": bare, "next": next_questions}


# --- what is made of it ---------------------------------------------------------------------------------


def run(name: str, environment: Mapping[str, str]) -> dict[str, float]:
    """Start one of the processes; returns what it told."""
    words = [sys.executable, __file__, name]
    done = subprocess.run(
        words,
        env={**environment, "BENCH_BEGIN": str(monotonic())},
        check=True,
        capture_output=True,
        text=True,
    )
    return {what: float(value) for what, value in (line.split() for line in done.stdout.splitlines())}


def prepared(folder: Path) -> None:
    """Make a store with a year of one shop."""
    from merchant_guard.services.import_shop import import_shop
    from merchant_guard.services.load_content import load_content
    from merchant_guard.services.read_answers import read_answers
    from merchant_guard.services.workspace import open_workspace

    sample = sorted((ROOT / "resources" / "samples").glob("*.json"))[0]
    with open_workspace(folder) as workspace:
        import_shop(workspace, read_answers(sample, load_content(), date.max), date.today())


def middle(runs: Sequence[Mapping[str, float]], what: str) -> float:
    return median(run[what] for run in runs)


def main() -> None:
    with tempfile.TemporaryDirectory() as home:
        # Written bytecode is part of an ordinary start.
        environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
        environment["MERCHANT_GUARD_HOME"] = home
        environment["PYTHONPYCACHEPREFIX"] = str(Path(home) / "bytecode")
        if not environment.get("DISPLAY"):
            environment["QT_QPA_PLATFORM"] = "offscreen"
        prepared(Path(home))
        for name in ("ours", "bare"):
            run(name, environment)
        pairs = [(run("ours", environment), run("bare", environment)) for _ in range(RUNS)]
        mine, others = ([pair[side] for pair in pairs] for side in (0, 1))
        floor = middle(others, "frame")
        for name, what, goal in (
            ("window to its first frame", "frame", FRAME_GOAL),
            ("window to home's content", "content", CONTENT_GOAL),
        ):
            spent = middle(mine, what)
            print(f"{name}: {spent:.0f} ms, {spent / floor:.2f} × a bare wizard (goal ≤ {goal} ×)")
        print(f"next question p95: {run('next', environment)['next']:.0f} ms (goal ≤ {NEXT_GOAL} ms)")
        if "memory" in mine[0]:
            pss, least = middle(mine, "memory"), middle(others, "memory")
            print(f"memory a second after: {pss:.0f} MiB, bare wizard {least:.0f} (goal ≤ {MEMORY_GOAL} MiB)")


if __name__ == "__main__":
    CHILDREN[sys.argv[1]]() if len(sys.argv) > 1 else main()
