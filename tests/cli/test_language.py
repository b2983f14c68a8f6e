"""Which language a command speaks: `--lang`, else the setting, else Chinese."""

import json
from pathlib import Path

import pytest

from merchant_guard.localization import LANGUAGES
from tests.support.command_line import run, shell, told

UNKNOWN_LAW = {told("law.unknown", language, law="none"): language for language in LANGUAGES}


def set_to(home: Path, text: str) -> None:
    home.mkdir()
    (home / "settings.json").write_text(text, encoding="utf-8")


def spoken(*words: str) -> str:
    said = run(*words)
    assert said.code == 1
    return UNKNOWN_LAW[said.err]


@pytest.mark.parametrize(
    ("words", "language"),
    [
        (["law", "none"], "zh"),
        (["--lang", "en", "law", "none"], "en"),
        (["--lang=en", "law", "none"], "en"),
        (["law", "--lang", "en", "none"], "en"),
        (["law", "none", "--lang", "en"], "en"),
        (["law", "none", "--lang=en"], "en"),
        (["--lang", "zh", "law", "none", "--lang", "en"], "en"),
        (["--lang", "en", "law", "none", "--lang", "zh"], "zh"),
    ],
    ids=lambda part: " ".join(part) if isinstance(part, list) else part,
)
def test_lang_stands_before_or_after_the_command_and_the_last_one_wins(
    words: list[str], language: str
) -> None:
    assert spoken(*words) == language


@pytest.mark.parametrize("language", ["zh", "en"])
def test_without_lang_the_setting_decides(home: Path, language: str) -> None:
    set_to(home, json.dumps({"language": language, "theme": "dark"}))
    assert spoken("law", "none") == language


def test_lang_wins_over_the_setting(home: Path) -> None:
    set_to(home, '{"language": "en"}')
    assert spoken("law", "none", "--lang", "zh") == "zh"


@pytest.mark.parametrize("text", ["{", "[]", '{"language": "fr"}', "", "[" * 100_000], ids=lambda t: t[:20])
def test_damaged_settings_are_told_once_left_alone_and_chinese_is_spoken(home: Path, text: str) -> None:
    set_to(home, text)
    said = run("law", "personal-information-protection-law:51")
    assert said.code == 0
    assert said.err == told("settings.damaged")
    assert said.out.startswith("中华人民共和国个人信息保护法")
    assert (home / "settings.json").read_text(encoding="utf-8") == text


def test_with_lang_given_damaged_settings_do_not_matter(home: Path) -> None:
    set_to(home, "{")
    assert run("law", "--lang", "en", "--json").err == ""


def test_a_real_process_reads_the_setting_too(home: Path) -> None:
    set_to(home, '{"language": "en"}')
    assert "show today's reminder" in shell("--help").out
