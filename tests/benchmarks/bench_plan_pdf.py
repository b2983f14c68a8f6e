"""What a plan of 30 pages costs as a PDF: in a process of its own, a second time in it, and as a command.

The view, plain as JSON, is written beforehand: filling the template, setting and drawing are measured.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import count, cycle, islice
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

PAGES, ROWS, CHARACTERS = 30, 300, 25_000
ROWS_A_DAY, STEPS_EVERY = 25, 10
"""Every tenth row of the list has a step under it: with more, 300 rows would not leave room for the rest."""
RUNS = 9
GOAL = "goal ≤ 0.30 s, ≤ 45 MiB, ≤ 250 kB"
SECOND_GOAL = "goal ≤ 0.15 s"
SAMPLES = sorted((ROOT / "resources" / "samples").glob("*.json"))

View = dict[str, Any]


class Usage(NamedTuple):
    """CPU seconds of user and system together, peak memory in MiB, and what the process said."""

    cpu: float
    peak: float
    said: str


def run(*words: str) -> Usage:
    """Run Python in a process of its own.

    This one stays small: Linux counts what the parent held as part of a child's peak.
    """
    # Installed apps have their bytecode.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, *words]
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)
    assert process.stdout
    said = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(words)} ended with {process.returncode}")
    return Usage(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, said)


def several(*words: str) -> list[Usage]:
    """Run it once to warm up (bytecode, disk), then as often as a median takes."""
    run(*words)
    return [run(*words) for _ in range(RUNS)]


def write_pdf_of(view: Path, target: Path) -> int:
    """What is measured: view → words → blocks → pages → file. Returns the number of pages."""
    from merchant_guard.documents.markup import parse  # noqa: PLC0415
    from merchant_guard.documents.pdf import write_pdf  # noqa: PLC0415
    from merchant_guard.documents.templates import fill  # noqa: PLC0415

    plain = json.loads(view.read_text("utf-8"))
    file = write_pdf(parse(fill("plan.xml", "zh", plain)))
    target.write_bytes(file.data)
    return file.pages


def write_pdf_twice(view: Path, target: Path) -> None:
    """Write it, write it again, and say how much CPU that took."""
    write_pdf_of(view, target)
    begin = process_time()
    write_pdf_of(view, target)
    print(process_time() - begin)


def write_view(view: Path) -> None:
    """Write the view of a plan of 30 pages, of the first sample shop's own rows, items and laws, repeated."""
    target = view.with_suffix(".pdf")
    for plain in longer_and_longer(view_of_sample()):
        previous = view.read_bytes() if view.exists() else b""
        view.write_text(json.dumps(plain, ensure_ascii=False), encoding="utf-8")
        if write_pdf_of(view, target) > PAGES:
            break
    view.write_bytes(previous)
    check(view, target)


def view_of_sample() -> View:
    from merchant_guard.documents.plan_view import PlanView  # noqa: PLC0415
    from merchant_guard.services.load_content import load_content  # noqa: PLC0415
    from merchant_guard.services.make_plan import make_plan  # noqa: PLC0415
    from merchant_guard.services.read_answers import read_answers  # noqa: PLC0415
    from merchant_guard.services.run_self_check import run_self_check  # noqa: PLC0415

    bank = load_content()
    file = read_answers(SAMPLES[0], bank, date.max)
    today = file.check.checked_on or date(2026, 11, 21)
    made = make_plan(run_self_check(bank, file.shop, file.check), file.check, today)
    return PlanView(made.assessment, made.plan, made.checked_on, "zh").plain()


def longer_and_longer(view: View) -> Iterator[View]:
    """300 rows and ever more of the items in full and of the law."""
    every_row = cycle([row for band in view["bands"] for row in band["items"]])
    rows = [
        row | {"steps": row["steps"][:1] if number % STEPS_EVERY == 0 else []}
        for number, row in enumerate(islice(every_row, ROWS))
    ]
    days = cycle(view["bands"])
    bands = [next(days) | {"items": rows[start : start + ROWS_A_DAY]} for start in range(0, ROWS, ROWS_A_DAY)]
    for number in count(1):
        yield view | {
            "bands": bands,
            "items": first(number // 4, view["items"]),
            "laws": first(number, view["laws"]),
        }


def first(number: int, things: Sequence[Any]) -> list[Any]:
    """So many things, from the beginning again where there are not enough."""
    return list(islice(cycle(things), number))


def check(view: Path, target: Path) -> None:
    """See that the plan is what the goal speaks of."""
    import pypdfium2  # noqa: PLC0415

    pages = write_pdf_of(view, target)
    texts = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(target)]
    characters = sum(len("".join(text.split())) for text in texts)
    rows = sum(len(band["items"]) for band in json.loads(view.read_text("utf-8"))["bands"])
    if pages != PAGES or rows < ROWS or characters < CHARACTERS:
        raise SystemExit(f"not the plan to measure: {pages} pages, {rows} rows, {characters} characters")


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        view, target = Path(name) / "view.json", Path(name) / "plan.pdf"
        run(__file__, "view", str(view))
        uses = several(__file__, "once", str(view), str(target))
        kilobytes = target.stat().st_size / 1000
        seconds = [float(use.said) for use in several(__file__, "twice", str(view), str(target))]
        command = several(
            "-m", "merchant_guard.cli", "plan", str(SAMPLES[0]), "--out", name, "--formats", "pdf"
        )
    cpu, peak = median(use.cpu for use in uses), max(use.peak for use in uses)
    print(f"plan PDF of {PAGES} pages: {cpu:.2f} s CPU, {peak:.0f} MiB, {kilobytes:.0f} kB ({GOAL})")
    print(f"a second plan in the same process: {median(seconds):.2f} s CPU ({SECOND_GOAL})")
    print(
        f"the command plan for {SAMPLES[0].name}: {median(use.cpu for use in command):.2f} s CPU, "
        f"{max(use.peak for use in command):.0f} MiB"
    )


ROLES = {"view": write_view, "once": write_pdf_of, "twice": write_pdf_twice}

if __name__ == "__main__":
    if len(sys.argv) > 1:
        ROLES[sys.argv[1]](*map(Path, sys.argv[2:]))
    else:
        main()
