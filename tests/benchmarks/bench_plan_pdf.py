"""What a plan of 30 pages costs as a PDF: a process of its own, a second plan in it, the whole command.

The view, as plain as JSON, is written beforehand: it is setting and drawing that is measured.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

PAGES = 30
ROWS = 300
CHARACTERS = 25_000
RUNS = 9
GOAL = "goal ≤ 0.30 s, ≤ 45 MiB, ≤ 250 kB"
SECOND_GOAL = "goal ≤ 0.15 s"

View = dict[str, Any]


class Usage(NamedTuple):
    """CPU seconds of user and system together, peak memory in MiB, and what the process said."""

    cpu: float
    peak: float
    said: str


def run(*words: str) -> Usage:
    """Run Python in a process of its own. This process stays small: a child's peak begins with its parent's."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    process = subprocess.Popen(
        [sys.executable, *words], cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout
    said = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(words)} ended with {process.returncode}")
    return Usage(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, said)


def several(*words: str) -> list[Usage]:
    """Run it once to warm up (bytecode, disk), then as often as the median takes."""
    run(*words)
    return [run(*words) for _ in range(RUNS)]


def print_view(view: Path, target: Path) -> None:
    """Once and once more; says how much CPU the second took."""
    from merchant_guard.documents.markup import parse  # noqa: PLC0415
    from merchant_guard.documents.pdf import write_pdf  # noqa: PLC0415
    from merchant_guard.documents.templates import fill  # noqa: PLC0415

    plain = json.loads(view.read_text("utf-8"))
    target.write_bytes(write_pdf(parse(fill("plan.xml", "zh", plain))).data)


def print_view_twice(view: Path, target: Path) -> None:
    """Says how much CPU the second time took."""
    print_view(view, target)
    begin = process_time()
    print_view(view, target)
    print(process_time() - begin)


def write_view(target: Path) -> None:
    """Write the view of a long plan: 300 rows, as many items in full as fill the pages, all the law."""
    from merchant_guard.documents.markup import parse  # noqa: PLC0415
    from merchant_guard.documents.pdf import write_pdf  # noqa: PLC0415
    from merchant_guard.documents.templates import fill  # noqa: PLC0415

    for view in views():
        markup = fill("plan.xml", "zh", view)
        file = write_pdf(parse(markup))

        if file.pages >= PAGES:
            break
    characters = sum(len(text.strip()) for text in parse_texts(markup))
    rows = markup.count("<row>")
    print(file.pages, rows, characters, len(view["items"]), len(view["laws"]))
    assert file.pages == PAGES and rows >= ROWS, (file.pages, rows, characters)
    target.write_text(json.dumps(view, ensure_ascii=False), encoding="utf-8")


def parse_texts(markup: str) -> Iterator[str]:
    from xml.etree import ElementTree as ET  # noqa: PLC0415

    return ET.fromstring(markup).itertext()


def views() -> Iterator[View]:
    """Ever longer plans of a shop that has everything and has done nothing of it."""
    from datetime import date  # noqa: PLC0415

    from merchant_guard.documents.plan_view import PlanView  # noqa: PLC0415
    from merchant_guard.domain.answers import Answer, SelfCheck  # noqa: PLC0415
    from merchant_guard.domain.question import Choice  # noqa: PLC0415
    from merchant_guard.domain.shop import FieldType, Shop, StaffMember  # noqa: PLC0415
    from merchant_guard.services.load_content import load_content  # noqa: PLC0415
    from merchant_guard.services.make_plan import make_plan  # noqa: PLC0415
    from merchant_guard.services.run_self_check import run_self_check  # noqa: PLC0415

    day = date(2026, 11, 30)
    bank = load_content()
    profile = {}
    for field in bank.profile_form:
        if field.type is FieldType.YES_NO:
            profile[field.id] = True
        elif field.type is FieldType.COUNT:
            profile[field.id] = 4
        elif field.type is FieldType.MANY:
            profile[field.id] = frozenset(option.id for option in field.options)
    shop = Shop("示例女装店", profile, (StaffMember("员工A", "owner"), StaffMember("员工B", "packing")))
    check = SelfCheck(day, {q.id: Answer(Choice.NO) for q in bank.questions})
    made = make_plan(run_self_check(bank, shop, check), check, day)
    view = PlanView(made.assessment, made.plan, day, "zh").plain()
    print(len(view["items"]), len(view["laws"]))
    rows = [row for band in view["bands"] for row in band["items"]]
    rows = (rows * ROWS)[:ROWS]
    from merchant_guard.documents.citations import law_list
    from merchant_guard.domain.question import Citation
    laws = law_list("zh", [Citation(law.id, a) for law in bank.laws.values() for a in law.articles], bank.laws)
    print(sum(len(l["articles"]) for l in laws))
    rows=[{**row,"steps":row["steps"][:1] if n%4==0 else []} for n,row in enumerate(rows)]
    for count in range(0,300,1):
        yield {
            **view,
            "bands": [
                {**view["bands"][0], "items": rows[start : start + 25]} for start in range(0, ROWS, 25)
            ],
            "items": view["items"][:0],"laws":laws[:count],
        }


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        view, target = Path(name) / "view.json", Path(name) / "plan.pdf"
        print(run(__file__, "write", str(view)).said)
        uses = several(__file__, "print", str(view), str(target))
        size = target.stat().st_size / 1000
        second = median(float(use.said) for use in several(__file__, "twice", str(view), str(target)))
    cpu, peak = median(use.cpu for use in uses), max(use.peak for use in uses)
    print(f"plan PDF of {PAGES} pages: {cpu:.2f} s CPU, {peak:.0f} MiB, {size:.0f} kB ({GOAL})")
    print(f"second plan in the same process: {second:.2f} s CPU ({SECOND_GOAL})")


ROLES = {"write": write_view, "print": print_view, "twice": print_view_twice}

if __name__ == "__main__":
    if len(sys.argv) > 1:
        ROLES[sys.argv[1]](*map(Path, sys.argv[2:]))
    else:
        main()
