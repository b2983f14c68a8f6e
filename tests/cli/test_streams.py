"""What goes through a shell: UTF-8 whatever the locale, and calm when the other end is closed or full."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.support.command_line import ENTRY_POINT, MODULE, environment, shell, told
from tests.support.shops import write_shop

LOCALES: list[dict[str, str | None]] = [
    {"LANG": "C"},
    {"LC_ALL": "C"},
    {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"PYTHONIOENCODING": "ascii"},
    {"PYTHONIOENCODING": "gbk:strict"},
]


def in_a_shell(script: str) -> subprocess.CompletedProcess[str]:
    """Run a line of shell in which `$cli` is the command."""
    line = f'cli="{ENTRY_POINT[0]}"; {script}'
    return subprocess.run(
        ["sh", "-c", line], env=environment({}), capture_output=True, encoding="utf-8", timeout=60
    )


@pytest.mark.parametrize("settings", LOCALES, ids=lambda settings: " ".join(settings))
def test_output_is_utf8_in_every_locale(settings: dict[str, str | None]) -> None:
    said = shell("law", "--json", "criminal-law:253-1", start=MODULE, **settings)
    assert (said.code, said.err) == (0, "")
    assert json.loads(said.out)["title"] == "中华人民共和国刑法"
    assert shell("law", "none", **settings) == (1, "", told("law.unknown", law="none"))


def test_the_paths_of_a_plan_are_utf8_too(tmp_path: Path, shop_file: Path) -> None:
    said = shell(
        *("plan", shop_file, "--out", tmp_path / "整改", "--formats", "json"),
        LC_ALL="C",
        PYTHONIOENCODING="ascii",
    )
    assert said == (0, f"{tmp_path / '整改' / 'plan.json'}\n", "")


@pytest.mark.parametrize("command", ["questions --json", "law --json", "law", "--help"])
@pytest.mark.parametrize("reader", ["head -n 1", "true"])
def test_a_reader_who_leaves_early_is_no_reason_to_complain(command: str, reader: str) -> None:
    done = in_a_shell(f"{{ $cli {command}; echo ended with $? >&2; }} | {reader}")
    assert done.stderr == "ended with 0\n"


@pytest.mark.parametrize("command", ["law --json", "law", "self-check", "--help"])
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_result_that_does_not_fit_on_the_disk_is_told(command: str) -> None:
    done = in_a_shell(f"$cli {command} > /dev/full")
    assert (done.returncode, done.stderr) == (3, told("output.not_written"))


def test_without_a_stdout_the_command_is_carried_out(tmp_path: Path, shop_file: Path) -> None:
    done = in_a_shell(f'$cli plan "{shop_file}" --out "{tmp_path}" --formats json >&-')
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "plan.json").exists()


@pytest.mark.parametrize("away", ["2>&-", "2>/dev/full"])
def test_without_a_stderr_the_exit_code_still_tells(away: str) -> None:
    for command, code in (("law nothing", 1), ("bogus", 2), ("remind", 1)):
        done = in_a_shell(f"$cli {command} {away}")
        assert (done.returncode, done.stdout, done.stderr) == (code, "", "")


def test_half_characters_of_a_file_name_do_not_end_in_a_traceback(tmp_path: Path) -> None:
    said = shell("assess", os.fsdecode(bytes(tmp_path) + b"/\xff.json"))
    assert (said.code, said.out, len(said.lines)) == (1, "", 1)
    made = shell("plan", write_shop(tmp_path), "--out", os.fsdecode(bytes(tmp_path) + b"/\xff"))
    assert (made.code, made.err, len(made.out.splitlines())) == (0, "", 2)
