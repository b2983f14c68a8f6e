"""Settings: what was chosen comes back, what others wrote stays, what is damaged is put aside, never lost."""

import json
import stat
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from merchant_guard.system.language import SettingsDamagedError, read_language
from merchant_guard.system.problems import FileProblemError
from merchant_guard.system.settings import LABELS, Settings, WindowPlace, load_settings, save_settings

CHOSEN = Settings(
    language="en",
    theme="dark",
    text_size="huge",
    printers={"a4": "HP 打印机", "label-100x180": "KM-202"},
    window=WindowPlace(10, -20, 1100, 700, maximized=True),
    label="label-76x130",
    remind=True,
    remind_at="20:00",
)
DAMAGED = [
    "",
    "{",
    "[]",
    '"zh"',
    '{"language": "fr"}',
    '{"language": ["zh"]}',
    '{"theme": "sepia"}',
    '{"text_size": 3}',
    '{"label": "label-1x1"}',
    '{"remind": "yes"}',
    '{"remind": 1}',
    '{"remind_at": "9:30"}',
    '{"remind_at": "24:00"}',
    '{"remind_at": 9}',
    '{"printers": ["HP"]}',
    '{"printers": {"a4": 1}}',
    '{"window": [0, 0, 1, 1]}',
    '{"window": {"x": 0}}',
    '{"window": {"x": 0, "y": 0, "width": "wide", "height": 1}}',
    '{"window": {"x": 0, "y": 0, "width": 1, "height": 1, "maximized": 1}}',
    "[" * 100_000,
]
damaged = pytest.mark.parametrize("text", DAMAGED, ids=lambda text: text[:30])


def written(folder: Path) -> dict[str, object]:
    values: dict[str, object] = json.loads((folder / "settings.json").read_text("utf-8"))
    return values


def test_without_a_file_the_app_is_as_it_comes(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "nowhere") == Settings()


def test_what_was_chosen_comes_back(tmp_path: Path) -> None:
    save_settings(tmp_path / "data", CHOSEN)
    assert load_settings(tmp_path / "data") == CHOSEN
    assert read_language(tmp_path / "data") == "en"


@given(
    settings=st.builds(
        Settings,
        language=st.sampled_from(["zh", "en"]),
        theme=st.sampled_from(["system", "light", "dark"]),
        text_size=st.sampled_from(["standard", "large", "huge"]),
        printers=st.dictionaries(st.text(), st.text()),
        label=st.sampled_from(LABELS),
        remind=st.sampled_from([None, True, False]),
        ways_back=st.dictionaries(st.text(), st.text()),
        remind_at=st.times().map(lambda at: at.strftime("%H:%M")),
        window=st.none() | st.builds(WindowPlace, *[st.integers()] * 4, st.booleans()),
    )
)
def test_whatever_is_chosen_comes_back(tmp_path_factory: pytest.TempPathFactory, settings: Settings) -> None:
    folder = tmp_path_factory.mktemp("settings")
    save_settings(folder, settings)
    assert load_settings(folder) == settings


def test_what_another_version_wrote_stays(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"language": "en", "reminders": {"hour": 9}}', "utf-8")
    save_settings(tmp_path, Settings(language="zh", theme="light"))
    assert written(tmp_path)["reminders"] == {"hour": 9}
    assert (written(tmp_path)["language"], written(tmp_path)["theme"]) == ("zh", "light")


def test_what_was_left_out_is_as_the_app_comes(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('\ufeff{"text_size": "large"}', "utf-8")
    assert load_settings(tmp_path) == Settings(text_size="large")


@damaged
def test_a_damaged_file_is_told_and_left_as_it_is(tmp_path: Path, text: str) -> None:
    (tmp_path / "settings.json").write_text(text, "utf-8")
    with pytest.raises(SettingsDamagedError):
        load_settings(tmp_path)
    assert (tmp_path / "settings.json").read_text("utf-8") == text


@damaged
def test_a_damaged_file_is_put_aside_before_anything_is_written(tmp_path: Path, text: str) -> None:
    (tmp_path / "settings.json").write_text(text, "utf-8")
    save_settings(tmp_path, CHOSEN)
    assert (tmp_path / "settings.damaged.json").read_text("utf-8") == text
    assert load_settings(tmp_path) == CHOSEN


def test_a_file_put_aside_earlier_stays_too(tmp_path: Path) -> None:
    for text in ("{", "[", "?"):
        (tmp_path / "settings.json").write_text(text, "utf-8")
        save_settings(tmp_path, Settings())
    aside = ("settings.damaged.json", "settings.damaged-2.json", "settings.damaged-3.json")
    assert [(tmp_path / name).read_text("utf-8") for name in aside] == ["{", "[", "?"]


def test_a_place_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("", "utf-8")
    with pytest.raises(FileProblemError):
        save_settings(tmp_path / "data", Settings())


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_the_file_is_the_owners_only(tmp_path: Path) -> None:
    save_settings(tmp_path, CHOSEN)
    assert stat.S_IMODE((tmp_path / "settings.json").stat().st_mode) == 0o600
