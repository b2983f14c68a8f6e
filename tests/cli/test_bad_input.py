"""Whatever stands in a file or behind a command: a few lines that say what to mend, never a traceback."""

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.command_line import run, told
from tests.support.shops import full_shop, write_plain, write_shop

MOST_LINES = 4
TAKING_A_FILE = (
    ["assess"],
    ["import"],
    ["plan", "--out", "out"],
    ["questions", "--shop"],
)
every_command = pytest.mark.parametrize("command", TAKING_A_FILE, ids=lambda words: words[0])


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def many_faults(folder: Path, count: int) -> Path:
    return write_plain(folder, answers={f"access.none-{n}": {"choice": "yes"} for n in range(count)})


@every_command
@pytest.mark.parametrize("count", [1, 3, 4, 5, 60])
def test_many_faults_are_told_in_four_lines_the_last_says_how_many_more(
    command: list[str], count: int, tmp_path: Path
) -> None:
    said = run(*command, many_faults(tmp_path, count), "--lang", "en")
    assert (said.code, said.out) == (1, "")
    assert len(said.lines) == min(count, MOST_LINES)
    for number, line in enumerate(said.lines[:3]):
        assert f"access.none-{number}" in line
    if count > MOST_LINES:
        assert said.lines[-1] == f"… and {count - 3} more"


def test_the_last_line_is_chinese_for_a_chinese_owner(tmp_path: Path) -> None:
    assert re.search("[\u4e00-\u9fff].*57", run("assess", many_faults(tmp_path, 60)).lines[-1])


@pytest.mark.parametrize(
    ("parts", "written", "meant"),
    [
        (
            {"answers": {"access.own-acounts": {"choice": "yes"}}},
            "access.own-acounts",
            "access.own-accounts",
        ),
        ({"answers": {"access.own-accounts": {"choice": "yess"}}}, "yess", "yes"),
        ({"answers": {"access.own-accounts": {"chioce": "yes"}}}, "chioce", "choice"),
        ({"shop": {"name": "小店", "compter": True}}, "compter", "computer"),
        ({"shedule": {}}, "shedule", "schedule"),
        ({"plan": {"access.close-leaver": {}}}, "access.close-leaver", "access.close-leavers"),
    ],
)
def test_what_is_nearly_right_is_told_with_what_was_meant(
    parts: dict[str, Any], written: str, meant: str, tmp_path: Path
) -> None:
    said = run("assess", write_plain(tmp_path, **parts), "--lang", "en")
    assert said.code == 1
    assert any(written in line and line.endswith(f"Did you mean {meant}?") for line in said.lines)


@every_command
def test_a_file_that_is_none_is_told_by_its_name(command: list[str], tmp_path: Path) -> None:
    missing = tmp_path / "缺.json"
    assert run(*command, missing) == (1, "", told("file.missing", file=missing))
    assert run(*command, tmp_path) == (1, "", told("file.folder", file=tmp_path))


@every_command
@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "json.not_json"),
        (b"{", "json.not_json"),
        (b'{"format": \xff}', "json.not_utf8"),
        ("{“format”: 1}".encode(), "json.not_json"),
        (b"[" * 5000, "json.too_deep"),
        (b'{"format": "other", "version": 1}', "answer_file.other_format"),
        (b"[]", "answer_file.other_format"),
        (b'{"format": "merchant-guard/self-check", "version": 2}', "answer_file.newer"),
        (b" " * (9 * 1024 * 1024), "file.too_big"),
    ],
    ids=lambda part: part if isinstance(part, str) else "",
)
def test_a_file_that_is_no_answer_file_is_told_in_one_line(
    command: list[str], data: bytes, code: str, tmp_path: Path
) -> None:
    path = tmp_path / "file.json"
    path.write_bytes(data)
    params = {
        "json.not_json": {"line": 1, "column": {b"": 1}.get(data, 2)},
        "json.too_deep": {"limit": 40},
        "answer_file.other_format": {"format": "merchant-guard/self-check"},
        "answer_file.newer": {"version": 2},
        "file.too_big": {"limit": 8},
    }.get(code, {})
    assert run(*command, path) == (1, "", told(code, **params))


def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert run("assess", tmp_path / "pipe") == (1, "", told("file.not_ordinary", file=tmp_path / "pipe"))


WORDS = st.sampled_from(
    [
        *("questions", "assess", "plan", "law", "import", "export", "papers", "remind", "due", "backup"),
        *("--lang", "zh", "en", "--lang=en", "--json", "--shop", "--out", "--date", "--formats", "--", "-"),
        *(
            "-h",
            "--version",
            "2026-11-21",
            "2026-02-30",
            "json",
            "json,docx",
            "docx",
            "folder",
            "in the/file",
        ),
        *("good.json", "bad.json", "missing.json", "out.json", "out.zip", "out", ".", "file"),
        *("personal-information-protection-law", "personal-information-protection-law:51", "civil-code:0"),
    ]
)
JUNK = st.text(st.characters(exclude_characters="/\\.", exclude_categories=("Cs",)), max_size=12)
STARTS = st.sampled_from(["questions", "assess", "plan", "law", "import", "export", "due"])
ARGUMENTS = st.one_of(
    st.lists(st.one_of(WORDS, WORDS, JUNK), max_size=7),
    st.builds(lambda start, rest: [start, *rest], STARTS, st.lists(st.one_of(WORDS, JUNK), max_size=5)),
)


@given(words=ARGUMENTS)
def test_no_words_whatever_end_in_a_traceback(
    words: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.getbasetemp() / "random-words"
    if not folder.exists():
        folder.mkdir()
        write_shop(folder, name="good.json")
        many_faults(folder, 6).rename(folder / "bad.json")
        (folder / "file").write_text("a file", encoding="utf-8")
    before = Path.cwd()
    os.chdir(folder)
    try:
        said = run(*words)
    finally:
        os.chdir(before)
    # 3 would mean that the system was in the way, which it is not: even “unexpected” counts as a fault.
    assert said.code in (0, 1, 2)
    assert "Traceback" not in said.out + said.err
    if said.code == 1:
        assert 1 <= len(said.lines) <= MOST_LINES
    if said.code == 2:
        assert said.out or said.err


@given(data=st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_no_file_whatever_ends_in_a_traceback(data: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.getbasetemp() / "random.json"
    path.write_bytes(data)
    said = run("assess", path)
    assert said.code == 1
    assert 1 <= len(said.lines) <= MOST_LINES


@given(cut=st.floats(0, 1), put=st.binary(max_size=3))
def test_no_damage_to_a_good_file_ends_in_a_traceback(
    cut: float, put: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.getbasetemp()
    good = folder / "good-before-damage.json"
    data = good.read_bytes() if good.exists() else write_shop(folder, full_shop(), good.name).read_bytes()
    at = int(cut * len(data))
    path = folder / "damaged.json"
    path.write_bytes(data[:at] + put + data[at + len(put) :])
    said = run("assess", path, "--json")
    assert said.code in (0, 1)
    if said.code == 0:
        assert json.loads(said.out)["applicable"]
    else:
        assert 1 <= len(said.lines) <= MOST_LINES
