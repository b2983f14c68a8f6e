"""The start of the window: the frame shows before anything heavy is read; then the store opens."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from merchant_guard.services.due_file import write_due_file
from merchant_guard.services.keep_check import open_latest
from merchant_guard.services.what_is_due import what_is_due
from merchant_guard.services.workspace import open_workspace
from merchant_guard.system.clock import today

ROOT = Path(__file__).resolve().parents[2]
HEAVY = {
    "cryptography",
    "sqlcipher3",
    "reportlab",
    "jinja2",
    "jsonschema",
    "pypdfium2",
    "platformdirs",
    "icalendar",
    "dateutil",
    "PySide6.QtPrintSupport",
    "merchant_guard.storage",
    "merchant_guard.content",
    "merchant_guard.documents",
    "merchant_guard.exchange",
    "merchant_guard.reminders",
}
DOMAIN_OF_THE_FRAME = {"merchant_guard.domain.errors", "merchant_guard.domain.stage"}
SERVICES_OF_THE_FRAME = {"merchant_guard.services.due_glance", "merchant_guard.services.due_day"}
# The app itself, told when its first frame is out and when it shows another screen.
WATCHER = """
import json, sys, threading, weakref
from merchant_guard import app
from merchant_guard.desktop import application
from PySide6 import QtGui, QtWidgets
from PySide6.QtCore import QCoreApplication, QTimer

seen = {}
make_window = application.make_window

windows = []

class Circle:
    pass

def head(window):
    title = window.findChild(QtWidgets.QLabel, "page_title")
    if title is None:
        return "", []
    place = title.mapTo(window, title.rect().topLeft())
    return title.accessibleName(), [place.x(), place.y(), title.height()]

def watched(qt, desk):
    window = make_window(qt, desk)
    windows.append(window)
    window.first_painted.connect(painted)
    desk.save_failed.connect(lambda words: QCoreApplication.exit(2))
    desk.went.connect(shown)
    return window

def painted():
    seen["at_first_paint"] = sorted(sys.modules)
    seen["waiting"], seen["waiting_at"] = head(windows[0])
    seen["classes_at_first_paint"] = [*vars(QtGui), *vars(QtWidgets)]

def shown(screen):
    seen["screen"], seen["at_home"] = str(screen), sorted(sys.modules)
    QTimer.singleShot(0, leave)

def leave():
    windows[0].findChild(QtWidgets.QWidget, "page").grab()
    seen["home"], seen["home_at"] = head(windows[0])
    # A circle of its own, many lists later: gone once the window has looked for garbage.
    circle = Circle()
    circle.itself = circle
    windows.append([[number] for number in range(100_000)])
    weakref.finalize(circle, collected)

def collected():
    seen["collects_garbage"] = threading.current_thread().name
    QCoreApplication.quit()

application.make_window = watched
code = app.main()
print(json.dumps(seen))
sys.exit(code)
"""


def start(folder: Path) -> dict[str, list[str]]:
    """Start the window over a data folder; returns what it had imported, and the screen it came to."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "MERCHANT_GUARD_HOME": str(folder)}
    done = subprocess.run(
        [sys.executable, "-c", WATCHER],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    seen: dict[str, list[str]] = json.loads(done.stdout)
    return seen


@pytest.fixture(scope="module")
def used_folder(filled_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder in which the window has been used: what is due was written down, today."""
    folder = Path(shutil.copytree(filled_folder, tmp_path_factory.mktemp("used") / "data"))
    with open_workspace(folder) as workspace:
        check = open_latest(workspace)
    assert check is not None
    write_due_file(folder, what_is_due(check, today()), today())
    return folder


@pytest.fixture(scope="module")
def started(used_folder: Path) -> dict[str, list[str]]:
    """What a start with a shop in the store saw."""
    return start(used_folder)


def test_the_first_paint_needs_nothing_heavy(started: dict[str, list[str]]) -> None:
    assert HEAVY.isdisjoint(started["at_first_paint"])


def test_the_first_paint_needs_almost_nothing_of_the_domain(started: dict[str, list[str]]) -> None:
    domain = {name for name in started["at_first_paint"] if name.startswith("merchant_guard.domain.")}
    assert domain == DOMAIN_OF_THE_FRAME


def test_the_first_paint_needs_of_the_services_only_what_reads_without_the_key(
    started: dict[str, list[str]],
) -> None:
    services = {name for name in started["at_first_paint"] if name.startswith("merchant_guard.services.")}
    assert services == SERVICES_OF_THE_FRAME


def test_the_first_paint_says_what_home_is_going_to_say_and_where(started: dict[str, list[str]]) -> None:
    assert started["waiting"].startswith("店主，这周 ")
    assert (started["waiting"], started["waiting_at"]) == (started["home"], started["home_at"])


def test_nothing_is_said_before_anything_was_written_down(filled_folder: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(filled_folder, tmp_path / "data"))
    assert not start(folder)["waiting"]


def test_the_first_paint_gets_only_the_classes_ready_that_it_needs(started: dict[str, list[str]]) -> None:
    """The binding gets all of them ready to find out what an object is that Qt made, not we: 35 ms."""
    unneeded = {"QCalendarWidget", "QWizard", "QMdiArea", "QProxyStyle", "QAccessible"}
    assert unneeded.isdisjoint(started["classes_at_first_paint"])


def test_after_the_start_garbage_is_collected_on_the_windows_thread(started: dict[str, str]) -> None:
    assert started["collects_garbage"] == "MainThread"


def test_then_the_store_opens_and_home_shows(started: dict[str, list[str]]) -> None:
    assert started["screen"] == "home"
    assert "sqlcipher3" in started["at_home"]


def test_home_needs_no_paper(started: dict[str, list[str]]) -> None:
    heavy = {"reportlab", "jinja2", "pypdfium2", "PySide6.QtPrintSupport", "icalendar", "dateutil"}
    assert heavy.isdisjoint(started["at_home"])


def test_home_opens_no_kept_file(started: dict[str, list[str]]) -> None:
    assert "cryptography" not in started["at_home"]


def test_a_locked_store_says_what_is_due_first_and_then_asks_for_its_password(
    used_folder: Path, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(used_folder, tmp_path / "data"))
    with open_workspace(folder) as workspace:
        workspace.keys.keep_under_password("correct horse")
    seen = start(folder)
    assert HEAVY.isdisjoint(seen["at_first_paint"])
    assert seen["waiting"].startswith("店主，这周 ")
    assert seen["screen"] == "unlock"
    assert "cryptography" not in seen["at_home"], "there is nothing to unlock yet"
    assert seen["collects_garbage"] == "MainThread"


def test_a_store_whose_key_is_gone_leads_to_its_own_screen_and_stays_as_it_is(
    used_folder: Path, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(used_folder, tmp_path / "data"))
    (folder / "store.key").unlink()
    store = (folder / "store.db").read_bytes()
    assert start(folder)["screen"] == "rescue"
    assert (folder / "store.db").read_bytes() == store
    assert not (folder / "store.key").exists(), "no key is made for a store that has one"


def test_an_empty_store_leads_to_the_first_run(tmp_path: Path) -> None:
    assert start(tmp_path / "data")["screen"] == "first_run"


def test_what_was_copied_for_a_chat_is_gone_at_the_next_start(tmp_path: Path) -> None:
    (tmp_path / "to-send").mkdir()
    (tmp_path / "to-send" / "list.pdf").touch()
    start(tmp_path)
    assert not (tmp_path / "to-send").exists()
