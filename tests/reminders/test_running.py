"""Programs of the system: how they end is an answer, never an error."""

import sys
from pathlib import Path

import pytest

from merchant_guard.reminders.running import Outcome, run

PYTHON = sys.executable


def test_what_a_program_says_and_how_it_ends() -> None:
    script = (
        "import sys; sys.stdout.buffer.write('对\\n'.encode()); sys.stderr.write('no\\nmore'); sys.exit(3)"
    )
    outcome = run([PYTHON, "-c", script])
    assert outcome == Outcome(3, "对\n", "no\nmore")
    assert (outcome.is_done, outcome.words) == (False, "no")
    assert run([PYTHON, "-c", "pass"]).is_done


def test_what_is_not_there_or_cannot_be_run_is_missing(tmp_path: Path) -> None:
    assert run([str(tmp_path / "nothing")]) == Outcome(None, is_missing=True)
    (tmp_path / "text").write_text("no program")
    assert run([str(tmp_path / "text")]).is_missing


def test_what_does_not_end_in_time_has_no_code() -> None:
    outcome = run([PYTHON, "-c", "import time; print('first', flush=True); time.sleep(60)"], limit=2)
    assert (outcome.code, outcome.is_missing) == (None, False)


def test_nothing_is_read_by_a_shell_and_nothing_waits_for_typing() -> None:
    script = "import sys; print(sys.argv[1:], sys.stdin.read())"
    assert run([PYTHON, "-c", script, "$HOME; exit 1", "*"]).out == "['$HOME; exit 1', '*'] \n"


@pytest.mark.parametrize(
    ("data", "text"), [("b'\\xff\\xfe'", "\ufffd\ufffd"), ("'a'.encode('utf-16-le')", "a")]
)
def test_what_is_not_utf8_is_no_reason_to_stop(data: str, text: str) -> None:
    assert run([PYTHON, "-c", f"import sys; sys.stdout.buffer.write({data})"]).out == text
