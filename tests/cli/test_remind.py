"""`remind`: what it says, how it ends, what it loads, and what it never reads."""

import json
import os
from datetime import timedelta
from pathlib import Path

import pytest

from tests.cli.test_start import HEAVY, SLOW, loaded
from tests.support.command_line import run, shell, told
from tests.support.due_files import TODAY, due_item, write_due
from tests.support.fake_desktop import FakeDesktop, use_fake_desktop

DATE = ("--date", TODAY.isoformat())


@pytest.fixture(autouse=True)
def desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeDesktop:
    return use_fake_desktop(tmp_path, monkeypatch)


pytestmark = pytest.mark.skipif(os.name == "nt", reason="the desktop stood in for is that of Linux")


def test_it_is_shown_and_said_once(home: Path, desktop: FakeDesktop) -> None:
    write_due(home, due_item("disposals.labels", "destruction", TODAY))
    assert run("remind", *DATE) == (0, "这周 1 件要做: 毁面单 1\n", "")
    assert run("remind", *DATE) == (0, "", "")
    assert desktop.notifications == [["这周 1 件要做", "毁面单 1"]]


def test_a_real_process_reckons_with_today_and_speaks_english(home: Path, desktop: FakeDesktop) -> None:
    write_due(home, due_item("a.b", "task", TODAY, always_today=True))
    assert shell("remind", "--lang", "en") == (0, "1 thing to do this week: tasks 1\n", "")
    assert shell("remind", "--lang", "en").out == ""


def test_nothing_due_is_no_notification(home: Path, desktop: FakeDesktop) -> None:
    write_due(home, due_item("a.b", "task", TODAY + timedelta(days=90)))
    assert run("remind", *DATE) == (0, "", "")
    assert desktop.calls == []


def test_without_a_file_there_is_nothing_yet_and_nothing_is_made(home: Path, desktop: FakeDesktop) -> None:
    assert run("remind", *DATE) == (0, "", "")
    assert not home.exists()


def test_a_damaged_file_is_a_problem_of_the_system(home: Path, desktop: FakeDesktop) -> None:
    home.mkdir()
    (home / "due.json").write_text("{")
    assert run("remind", *DATE) == (3, "", told("remind.damaged"))
    assert (home / "due.json").read_text() == "{"


@pytest.mark.parametrize("store", [None, b"not a database", b""])
def test_the_store_is_neither_needed_nor_touched(
    store: bytes | None, home: Path, desktop: FakeDesktop
) -> None:
    write_due(home, due_item("a.b", "task", TODAY))
    if store is not None:
        (home / "store.db").write_bytes(store)
        (home / "store.db").chmod(0o000)
    assert run("remind", *DATE).code == 0
    assert sorted(file.name for file in home.iterdir()) == [
        "due.json",
        *([] if store is None else ["store.db"]),
    ]


@pytest.mark.parametrize("settings", ["{", "[]", '{"language": "fr"}'])
def test_damaged_settings_are_told_and_it_speaks_chinese(
    settings: str, home: Path, desktop: FakeDesktop
) -> None:
    write_due(home, due_item("a.b", "task", TODAY))
    (home / "settings.json").write_text(settings)
    assert run("remind", *DATE) == (0, "这周 1 件要做: 要改的 1\n", told("settings.damaged"))
    assert (home / "settings.json").read_text() == settings


def test_what_the_desktop_refuses_is_told_and_comes_again(home: Path, desktop: FakeDesktop) -> None:
    write_due(home, due_item("a.b", "task", TODAY))
    desktop.refuse("notify-send", "gdbus")
    for _ in range(2):
        assert run("remind", *DATE) == (3, "", told("remind.refused", said="no, said notify-send"))


def test_words_it_does_not_know_are_a_usage_error(home: Path) -> None:
    assert run("remind", "now").code == 2
    assert run("remind", "--date", "2026-02-30").code == 2
    assert not home.exists()


@pytest.mark.parametrize("is_due", [True, False], ids=["something due", "nothing due"])
def test_it_loads_neither_qt_nor_the_store_nor_the_content(
    is_due: bool, home: Path, desktop: FakeDesktop
) -> None:
    write_due(home, due_item("a.b", "task", TODAY, always_today=is_due, lead=-5000))
    modules = loaded("from merchant_guard.cli import main; main(['remind'])")
    assert bool(desktop.notifications) is is_due
    never = {*HEAVY, "keyring"} - {"platformdirs"}
    assert modules.isdisjoint(never)
    rooms = {name.split(".")[1] for name in modules if name.startswith("merchant_guard.")}
    assert rooms.isdisjoint({"storage", "content", "documents", "exchange", "desktop"})
    if not is_due:
        assert modules.isdisjoint(SLOW)
        assert rooms.isdisjoint({"domain", "reminders"})


def test_a_file_of_the_first_version_that_kept_no_days_is_understood(
    home: Path, desktop: FakeDesktop
) -> None:
    file = write_due(home, due_item("a.b", "task", TODAY))
    plain = json.loads(file.read_text("utf-8"))
    del plain["shown"]
    file.write_text(json.dumps(plain), "utf-8")
    assert run("remind", *DATE).code == 0
    assert json.loads(file.read_text("utf-8"))["shown"] == {"days": ["2026-11-30"], "again_on": None}


def test_on_a_day_with_nothing_to_say_neither_parser_nor_words_are_loaded(home: Path) -> None:
    write_due(home, due_item("a.b", "task", TODAY, lead=-5000))
    assert loaded("from merchant_guard.cli import main; main(['remind'])").isdisjoint({"argparse", "gettext"})
