"""The window's command where there is no display, and what it does without one."""

import json
import sys
from datetime import date, time
from pathlib import Path

import pytest

from merchant_guard.services.set_reminders import turn_on
from tests.support.command_line import Said, shell, told
from tests.support.due_files import TODAY, due_item, write_due
from tests.support.fake_desktop import FakeDesktop, use_fake_desktop

WAYS = [(sys.executable, "-m", "merchant_guard"), (str(Path(sys.executable).with_name("merchant-guard")),)]


def started(start: tuple[str, ...], home: Path) -> Said:
    settings = {"MERCHANT_GUARD_HOME": str(home), "PYTHONIOENCODING": "ascii"}
    return shell(start=start, **settings, DISPLAY=None, WAYLAND_DISPLAY=None, QT_QPA_PLATFORM=None)


@pytest.mark.parametrize("start", WAYS, ids=["module", "entry point"])
def test_it_says_where_the_same_engine_is_found(start: tuple[str, ...], tmp_path: Path) -> None:
    settings = tmp_path / "settings.json"
    assert started(start, tmp_path) == (1, "", told("app.no_display"))
    settings.write_text('{"language": "en"}', encoding="utf-8")
    assert started(start, tmp_path) == (1, "", told("app.no_display", "en"))
    settings.write_text("{", encoding="utf-8")
    assert started(start, tmp_path) == (1, "", told("app.no_display"))


# --- what a scheduler, a notification and the setup start ------------------------------------------------

START = WAYS[1]


@pytest.fixture
def desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeDesktop:
    return use_fake_desktop(tmp_path, monkeypatch)


def without_display(*words: str | Path, home: Path) -> Said:
    nothing = {"DISPLAY": None, "WAYLAND_DISPLAY": None, "QT_QPA_PLATFORM": None}
    return shell(*words, start=START, MERCHANT_GUARD_HOME=str(home), **nothing)


def test_remind_shows_what_is_due_without_a_display_and_says_nothing_itself(
    tmp_path: Path, desktop: FakeDesktop
) -> None:
    write_due(tmp_path, due_item("waybill.bin", "task", TODAY, always_today=True))
    for _ in range(2):
        assert without_display("--remind", home=tmp_path) == (0, "", "")
    assert desktop.notifications == [["这周 1 件要做", "要改的 1"]]
    assert any("--action=default=打开" in word for call in desktop.calls for word in call)


def test_the_data_folder_may_be_named_by_the_scheduler(tmp_path: Path, desktop: FakeDesktop) -> None:
    named = tmp_path / "my data"
    write_due(named, due_item("waybill.bin", "task", TODAY, always_today=True))
    assert without_display("--remind", "--home", named, home=tmp_path / "other").code == 0
    assert len(desktop.notifications) == 1
    assert json.loads((named / "due.json").read_text("utf-8"))["shown"]["days"]


def test_who_chose_tomorrow_is_asked_again_tomorrow(tmp_path: Path, desktop: FakeDesktop) -> None:
    write_due(tmp_path, due_item("waybill.bin", "task", TODAY, always_today=True))
    desktop.choose("tomorrow")
    without_display("--remind", home=tmp_path)
    shown = json.loads((tmp_path / "due.json").read_text("utf-8"))["shown"]
    assert date.fromisoformat(shown["again_on"]) > date.fromisoformat(shown["days"][-1])


def test_the_button_of_a_toast_puts_it_off_by_a_start_of_its_own(tmp_path: Path) -> None:
    write_due(tmp_path, due_item("waybill.bin", "task", TODAY, always_today=True))
    assert without_display("--snooze", home=tmp_path) == (0, "", "")
    assert json.loads((tmp_path / "due.json").read_text("utf-8"))["shown"]["again_on"]


def test_an_owner_who_said_no_hears_nothing(tmp_path: Path, desktop: FakeDesktop) -> None:
    write_due(tmp_path, due_item("waybill.bin", "task", TODAY, always_today=True))
    (tmp_path / "settings.json").write_text('{"remind": false}')
    assert without_display("--remind", home=tmp_path) == (0, "", "")
    assert desktop.calls == []


def test_what_keeps_a_reminder_from_being_shown_is_told(tmp_path: Path, desktop: FakeDesktop) -> None:
    write_due(tmp_path, due_item("waybill.bin", "task", TODAY, always_today=True))
    desktop.refuse("notify-send", "gdbus")
    refused = told("remind.refused", said="no, said notify-send")
    assert without_display("--remind", home=tmp_path) == (3, "", refused)
    (tmp_path / "due.json").write_text("{")
    assert without_display("--remind", home=tmp_path) == (3, "", told("remind.damaged"))
    (tmp_path / "due.json").unlink()
    assert without_display("--remind", home=tmp_path) == (0, "", "")


def test_remind_loads_neither_qt_nor_what_the_store_needs(tmp_path: Path, desktop: FakeDesktop) -> None:
    write_due(tmp_path, due_item("waybill.bin", "task", TODAY, always_today=True))
    program = (
        "import sys; sys.argv[1:] = ['--remind']\n"
        "from merchant_guard.app import main; main(); print(*sys.modules)"
    )
    said = shell(start=(sys.executable, "-c", program), MERCHANT_GUARD_HOME=str(tmp_path))
    never = {"PySide6", "sqlcipher3", "cryptography", "keyring", "importlib.metadata", "reportlab", "jinja2"}
    assert never.isdisjoint(said.out.split())
    assert not any(name.startswith("merchant_guard.content") for name in said.out.split())
    assert len(desktop.notifications) == 1


def test_the_setup_can_take_reminders_out_of_the_system(tmp_path: Path, desktop: FakeDesktop) -> None:
    turn_on(tmp_path, time(9, 30), "zh")
    assert len(list((tmp_path / "config").rglob("*remind*"))) == 2
    assert without_display("--remove-reminders", home=tmp_path) == (0, "", "")
    assert list((tmp_path / "config").rglob("*remind*")) == []


@pytest.mark.parametrize("words", [["--show", "nowhere"], ["--show", "question"], ["--show"], ["--home"]])
def test_words_it_does_not_know_are_a_usage_error(words: list[str], tmp_path: Path) -> None:
    said = without_display(*words, home=tmp_path)
    assert (said.code, said.out, len(said.lines)) == (2, "", 1)


@pytest.mark.parametrize("words", [["--show", "due"], ["--show", "settings", "--home", "elsewhere"]])
def test_a_screen_to_begin_with_needs_a_display(words: list[str], tmp_path: Path) -> None:
    assert without_display(*words, home=tmp_path) == (1, "", told("app.no_display"))
