"""A window over a real store: the clothes shop taken in, opened by the real background thread."""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from merchant_guard.desktop.application import make_application, make_window
from merchant_guard.desktop.background import Background
from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.main_window import MainWindow
from merchant_guard.desktop.theme.look import Look
from merchant_guard.domain.registers.book import Book
from merchant_guard.services import keep_check
from merchant_guard.services.import_shop import import_shop
from merchant_guard.services.load_content import load_content
from merchant_guard.services.open_check import OpenCheck
from merchant_guard.services.read_answers import read_answers
from merchant_guard.services.workspace import Workspace, open_for_window, open_workspace
from merchant_guard.system import resources

TODAY = date(2026, 11, 30)
SAMPLE = "01-clothes-shop"


@pytest.fixture(scope="session")
def qapp() -> Iterator[QApplication]:
    """The application with its fonts and its focus ring; without a desktop it draws into memory."""
    running = QApplication.instance()  # two rooms of tests share this fixture, and there is only one
    yield running if isinstance(running, QApplication) else make_application(["tests"])
    # What Python put there would be destroyed after Python itself has ended.
    QApplication.clipboard().clear()


@pytest.fixture(scope="session")
def filled_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the sample shop in it, to be copied."""
    folder = tmp_path_factory.mktemp("filled") / "data"
    with open_workspace(folder) as workspace:
        file = read_answers(resources.path(f"samples/{SAMPLE}.json"), load_content(), TODAY)
        # Tests write in the registers themselves; what the sample shop has in them would stand in their way.
        import_shop(workspace, replace(file, book=Book(), duties_since=None), TODAY)
    return folder


@pytest.fixture
def background(qapp: QApplication, qtbot: QtBot) -> Iterator[Background]:
    """The worker beside the window; it has done everything and ended when a test is over."""
    worker = Background()
    yield worker
    try:
        qtbot.waitUntil(lambda: worker.is_idle)
    finally:
        worker.stop()


@pytest.fixture
def opened(background: Background) -> Iterator[list[Workspace]]:
    """The stores opened by a test; they are closed on the thread that opened them."""
    stores: list[Workspace] = []
    yield stores
    for workspace in stores:
        background.submit(workspace.database.close, lambda _done: None, _fail)


@pytest.fixture
def empty_desk(background: Background) -> Desk:
    """A desk on which nothing lies."""
    return Desk(background, Look(), TODAY)


@pytest.fixture
def folder(filled_folder: Path, tmp_path: Path) -> Path:
    """A data folder of the test's own, with the sample shop in it."""
    return Path(shutil.copytree(filled_folder, tmp_path / "data"))


@pytest.fixture
def desk(
    empty_desk: Desk, background: Background, opened: list[Workspace], folder: Path, qtbot: QtBot
) -> Desk:
    """A desk with the sample shop's self-check."""

    def work() -> tuple[Workspace, OpenCheck | None]:
        workspace = open_for_window(folder)
        opened.append(workspace)
        return workspace, keep_check.open_latest(workspace)

    background.submit(work, lambda pair: empty_desk.open(*pair), _fail)
    qtbot.waitUntil(lambda: empty_desk.check is not None)
    return empty_desk


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, desk: Desk) -> MainWindow:
    """The main window over the desk, shown."""
    made = make_window(qapp, desk)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def stored(background: Background, opened: list[Workspace], qtbot: QtBot) -> Callable[[], OpenCheck | None]:
    """What is on the disk once everything asked for is saved."""

    def read() -> OpenCheck | None:
        found: list[OpenCheck | None] = []
        background.submit(lambda: keep_check.open_latest(opened[-1]), found.append, _fail)
        qtbot.waitUntil(lambda: bool(found))
        return found[0]

    return read


@pytest.fixture
def new_desk(
    empty_desk: Desk, background: Background, opened: list[Workspace], tmp_path: Path, qtbot: QtBot
) -> Desk:
    """A desk over a store with no shop in it: the first run."""

    def work() -> tuple[Workspace, None]:
        opened.append(open_for_window(tmp_path / "data"))
        return opened[-1], None

    with qtbot.waitSignal(empty_desk.went):
        background.submit(work, lambda pair: empty_desk.open(*pair), _fail)
    return empty_desk


@pytest.fixture
def show_window(qtbot: QtBot, qapp: QApplication) -> Callable[[Desk], MainWindow]:
    """Show the window on the screen that a desk is on."""

    def show(shown: Desk) -> MainWindow:
        made = make_window(qapp, shown)
        qtbot.addWidget(made)
        made.show()
        qtbot.waitExposed(made)
        made.show_screen()
        _settle(qapp)
        return made

    return show


@pytest.fixture
def press(qapp: QApplication) -> Callable[[QWidget, str], None]:
    """Press a control by its object name."""

    def press_named(inside: QWidget, name: str) -> None:
        _settle(qapp)
        control = inside.findChild(QAbstractButton, name)
        assert control is not None, f"nothing is called {name}"
        assert control.isVisible(), f"{name} does not show"
        control.click()
        _settle(qapp)

    return press_named


def _settle(application: QApplication) -> None:
    """Let the page that was left go, and the new one show."""
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    application.processEvents()


def _fail(error: BaseException) -> None:
    raise error
