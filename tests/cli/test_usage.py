"""The words of the command line: what is taken, what is refused, and in whose language."""

import re
from pathlib import Path

import pytest

from tests.support.command_line import ENTRY_POINT, MODULE, Said, run, shell

COMMANDS = (
    *("questions", "assess", "plan", "papers", "law", "due", "remind"),
    *("export", "import", "backup", "restore", "self-check"),
)
CHINESE = re.compile("[\u4e00-\u9fff]")

BAD_WORDS = [
    (["bogus"], "bogus"),
    (["Law"], "Law"),
    (["--bogus"], "--bogus"),
    (["law", "--bogus"], "--bogus"),
    (["law", "one", "two"], "two"),
    (["law", "--js"], "--js"),
    (["assess"], "FILE"),
    (["plan", "shop.json"], "--out"),
    (["plan", "--out", "folder"], "FILE"),
    (["plan", "shop.json", "--out"], "--out"),
    (["import"], "FILE"),
    (["export"], "FILE"),
    (["export", "shop.json", "--shop"], "--shop"),
    (["questions", "--shop"], "--shop"),
    (["assess", "shop.json", "--date", "2026-02-30"], "2026-02-30"),
    (["assess", "shop.json", "--date", "20261121"], "20261121"),
    (["assess", "shop.json", "--date", "2026-W47-6"], "2026-W47-6"),
    (["import", "shop.json", "--date", "9999-12-31"], "9999-12-31"),
    (["plan", "shop.json", "--out", "folder", "--formats", "png"], "png"),
    (["plan", "shop.json", "--out", "folder", "--formats", "pdf,doc,exe"], "doc, exe"),
    (["plan", "shop.json", "--out", "folder", "--formats", ","], "--formats"),
    (["self-check", "now"], "now"),
]


def in_both(words: list[str]) -> tuple[Said, Said]:
    return run("--lang", "zh", *words), run("--lang", "en", *words)


@pytest.mark.parametrize(("words", "named"), BAD_WORDS, ids=" ".join)
def test_bad_usage_ends_with_2_and_names_the_word_in_the_user_s_language(
    words: list[str], named: str
) -> None:
    chinese, english = in_both(words)
    assert (chinese.code, english.code) == (2, 2)
    assert (chinese.out, english.out) == ("", "")
    assert named in chinese.lines[0] and CHINESE.search(chinese.err)
    assert named in english.lines[0] and not CHINESE.search(english.err)
    assert "merchant-guard-cli" in chinese.lines[1]


@pytest.mark.parametrize("given", ["fr", "", "ZH"])
def test_a_language_the_app_does_not_speak_is_bad_usage(given: str) -> None:
    assert run("--lang", given, "law").code == 2
    assert run("law", f"--lang={given}").code == 2


def test_no_command_prints_the_help_and_ends_with_2() -> None:
    chinese, english = in_both([])
    assert (chinese.code, english.code) == (2, 2)
    assert (chinese.err, english.err) == ("", "")
    for command in COMMANDS:
        assert command in chinese.out and command in english.out
    assert "从不联网" in chinese.out
    assert "never uses the network" in english.out and not CHINESE.search(english.out)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_its_help(command: str) -> None:
    chinese, english = in_both([command, "--help"])
    assert (chinese.code, english.code) == (0, 0)
    assert chinese.out.startswith(f"写法：merchant-guard-cli {command}")
    assert english.out.startswith(f"usage: merchant-guard-cli {command}") and not CHINESE.search(english.out)


@pytest.mark.parametrize("words", [["bogus"], ["bogus", "law"], ["-h"], ["-h", "law"]])
def test_every_command_is_listed_whatever_else_stands_there(words: list[str]) -> None:
    said = run(*words)
    assert all(command in said.out + said.err for command in COMMANDS)


def test_the_version_is_the_project_s() -> None:
    said = run("--version")
    assert said.code == 0
    assert re.fullmatch(r"\d+\.\d+\.\d+\n", said.out)


@pytest.mark.parametrize("start", [MODULE, ENTRY_POINT], ids=["module", "entry point"])
def test_both_ways_of_starting_are_the_same_command(start: tuple[str, ...], tmp_path: Path) -> None:
    assert shell("--lang", "en", start=start).code == 2
    article = shell("law", "personal-information-protection-law:51", start=start)
    assert (article.code, article.err) == (0, "")
    assert article == run("law", "personal-information-protection-law:51")


def test_control_characters_of_what_was_typed_do_not_reach_the_terminal() -> None:
    for words in (["law", "a\x1b[2Jb"], ["\x1b[2J"], ["assess", "\x1b[2J.json"], ["law", "a", "\x1b[2J"]):
        said = run(*words)
        assert said.code in (1, 2)
        assert "\x1b" not in said.err
