"""What goes through a shell: UTF-8 whatever the locale, and calm when the other end is closed or full."""

import json
import os
import signal
import subprocess
from pathlib import Path

import pytest

from tests.support.command_line import ENTRY_POINT, MODULE, environment, shell, told
from tests.support.shops import write_shop

LOCALES: list[dict[str, str | None]] = [
    {"LANG": "C", "PYTHONIOENCODING": "ascii"},
    {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"PYTHONIOENCODING": "gbk:strict"},
]


def in_a_shell(script: str) -> subprocess.CompletedProcess[str]:
    """Run a line of shell in which `$cli` is the command."""
    line = f'cli="{ENTRY_POINT[0]}"; {script}'
    return subprocess.run(
        ["sh", "-c", line],
        env=environment({}),
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=60,
    )


@pytest.mark.parametrize("settings", LOCALES, ids=" ".join)
def test_output_is_utf8_in_every_locale(settings: dict[str, str | None]) -> None:
    said = shell("law", "--json", "criminal-law:253-1", start=MODULE, **settings)
    assert (said.code, said.err) == (0, "")
    assert json.loads(said.out)["title"] == "中华人民共和国刑法"
    assert shell("restore", "gone.mgbak", **settings) == (1, "", told("file.missing", file="gone.mgbak"))


def test_the_paths_of_a_plan_are_utf8_too(tmp_path: Path, shop_file: Path) -> None:
    said = shell(
        *("plan", shop_file, "--out", tmp_path / "整改", "--formats", "json"),
        LC_ALL="C",
        PYTHONIOENCODING="ascii",
    )
    assert said == (0, f"{tmp_path / '整改' / 'plan.json'}\n", "")


@pytest.mark.parametrize("reader", ["head -n 1", "true"])
def test_a_reader_who_leaves_early_is_no_reason_to_complain(reader: str) -> None:
    done = in_a_shell(f"{{ $cli questions --json; echo ended with $? >&2; }} | {reader}")
    assert done.stderr == "ended with 0\n"


@pytest.mark.parametrize("words", [["questions", "--json"], ["law"], ["--help"]], ids=" ".join)
def test_a_pipe_that_nobody_reads_is_no_reason_to_complain(words: list[str]) -> None:
    read_end, write_end = os.pipe()
    os.close(read_end)
    done = subprocess.run(
        [*ENTRY_POINT, *words], env=environment({}), stdout=write_end, stderr=subprocess.PIPE, check=False
    )
    os.close(write_end)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("command", ["questions --json", "law civil-code", "--help"])
def test_a_result_that_breaks_off_is_told(command: str, tmp_path: Path) -> None:
    done = in_a_shell(f"ulimit -f 0; $cli {command} > {tmp_path / 'result'}")
    assert (done.returncode, done.stderr) == (3, told("output.not_written"))


@pytest.mark.parametrize("command", ["questions --json", "--help"])
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
    for command, code in (("bogus", 2), ("assess nothing.json", 1)):
        done = in_a_shell(f"$cli {command} {away}")
        assert (done.returncode, done.stdout, done.stderr) == (code, "", "")


def test_half_characters_of_a_file_name_do_not_end_in_a_traceback(tmp_path: Path) -> None:
    said = shell("assess", os.fsdecode(bytes(tmp_path) + b"/\xff.json"))
    assert (said.code, said.out, len(said.lines)) == (1, "", 1)
    made = shell(
        "plan", write_shop(tmp_path), "--out", os.fsdecode(bytes(tmp_path) + b"/\xff"), "--formats", "json"
    )
    assert (made.code, made.err, len(made.out.splitlines())) == (0, "", 1)


def test_an_end_by_ctrl_c_is_no_traceback() -> None:
    # More is said than a pipe holds, so the command waits in the middle of it.
    with subprocess.Popen(
        [*ENTRY_POINT, "questions", "--json"],
        env=environment({}),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout
        assert process.stdout.read(1) == b"{"
        process.send_signal(signal.SIGINT)
        _, complaints = process.communicate()
    assert (process.returncode, complaints) == (130, b"")
