"""What a start of the command line may load: `remind` will pay for it every day on old laptops."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.command_line import environment

HEAVY = (
    "jinja2",
    "reportlab",
    "docx",
    "lxml",
    "xlsxwriter",
    "icalendar",
    "dateutil",
    "sqlcipher3",
    "cryptography",
    "jsonschema",
    "platformdirs",
    "importlib.metadata",
    "PySide6",
)
SLOW = ("dataclasses", "inspect", "typing", "pathlib", "traceback", "shutil", "contextlib")
"""Of the standard library; together they would take longer to load than all the rest of the start."""
EVERY_COMMAND = """
import sys
from merchant_guard.cli import main
codes = [main(words.split()) for words in (
    "questions --json", "remind", "assess shop.json", "plan shop.json --out out", "law", "import shop.json",
    "export out.json", "assess nothing.json", "bogus"
)]
qt = [name for name in sys.modules if name.partition(".")[0] in ("PySide6", "shiboken6")]
print("codes", *codes, "Qt", *qt, file=sys.stderr)
"""


def loaded(program: str, *words: str | Path, **settings: str | None) -> set[str]:
    """The modules in memory when a program ends."""
    program += "\nimport sys; print(*sys.modules, file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", program, *words],
        env=environment(settings),
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stderr.splitlines()[-1].split())


@pytest.mark.parametrize(
    "program",
    [
        "import merchant_guard.cli",
        "from merchant_guard.cli import main; main(['remind'])",
        "from merchant_guard.cli import main; main(['remind', '--date', '2026-11-21', '--lang', 'en'])",
    ],
)
def test_a_start_that_needs_nothing_loads_nothing_heavy(program: str) -> None:
    modules = loaded(program)
    assert modules.isdisjoint(HEAVY)
    assert modules.isdisjoint(SLOW)
    assert not any(name.startswith("merchant_guard.domain") for name in modules)


def test_only_who_names_no_data_folder_asks_the_system_for_the_usual_one() -> None:
    program = "from merchant_guard.cli import main; main(['remind'])"
    assert "platformdirs" in loaded(program, MERCHANT_GUARD_HOME=None)


def test_law_and_questions_load_neither_the_store_nor_what_sets_papers() -> None:
    modules = loaded("from merchant_guard.cli import main; main(['law']); main(['questions', '--json'])")
    assert modules.isdisjoint({"jinja2", "reportlab", "sqlcipher3", "jsonschema"})


def test_a_word_file_loads_neither_the_spreadsheets_nor_what_draws_pages(shop_file: Path) -> None:
    program = "import sys; from merchant_guard.cli import main; main(sys.argv[1:])"
    words = ("plan", str(shop_file), "--out", str(shop_file.parent), "--formats")
    drawing, sheets, word = {"reportlab", "pypdfium2"}, {"xlsxwriter"}, {"docx", "lxml"}
    calendars = {"icalendar", "dateutil"}
    assert loaded(program, *words, "docx").isdisjoint(drawing | sheets | calendars)
    assert loaded(program, *words, "xlsx").isdisjoint(drawing | word | calendars)
    assert loaded(program, *words, "pdf").isdisjoint(sheets | word | calendars)
    calendar = loaded(program, *words, "ics")
    assert calendar.isdisjoint(drawing | sheets | word)
    assert calendar >= calendars


def test_no_command_loads_qt(shop_file: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", EVERY_COMMAND],
        env=environment({}),
        cwd=shop_file.parent,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr.splitlines()[-1] == "codes 0 0 0 0 0 0 0 1 2 Qt"
