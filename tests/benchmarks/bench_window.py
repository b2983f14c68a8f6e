"""The window beside a bare five-page wizard of Qt, in turns: A B A B …; then the next question, then memory.

It is shown on the display named by DISPLAY, else drawn into memory. The store holds a year: sample shop 1.
"""

import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from statistics import median, quantiles
from time import monotonic

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from merchant_guard.services.import_shop import import_shop
from merchant_guard.services.load_content import load_content
from merchant_guard.services.read_answers import read_answers
from merchant_guard.services.workspace import open_workspace
from merchant_guard.system import resources
from merchant_guard.system.clock import today

RUNS = 11
FRAME_GOAL, CONTENT_GOAL, NEXT_GOAL, MEMORY_GOAL = 1.3, 2, 50, 68
Told = Mapping[str, Sequence[float]]


def prepare(folder: Path) -> None:
    """Make a store with a year of one shop."""
    sample = resources.path(resources.names("samples", ".json")[0])
    with open_workspace(folder) as workspace:
        import_shop(workspace, read_answers(sample, load_content(), date.max), today())


def run(name: str, environment: Mapping[str, str]) -> Told:
    """Start one of the processes beside; returns what it told."""
    words = [sys.executable, str(Path(__file__).with_name("window") / f"{name}.py")]
    begin = {**environment, "BENCH_BEGIN": str(monotonic())}
    done = subprocess.run(words, env=begin, check=True, stdout=subprocess.PIPE, text=True)
    told: dict[str, list[float]] = defaultdict(list)
    for what, value in (line.split() for line in done.stdout.splitlines()):
        told[what].append(float(value))
    return told


def middle(runs: Sequence[Told], what: str) -> float:
    return median(value for told in runs for value in told[what])


def measure(environment: Mapping[str, str]) -> None:
    """Print a line for each promise."""
    for name in ("ours", "bare"):
        run(name, environment)
    pairs = [(run("ours", environment), run("bare", environment)) for _ in range(RUNS)]
    mine, bare = ([pair[side] for pair in pairs] for side in (0, 1))
    floor = middle(bare, "frame")
    for name, what, goal in (
        ("window to its first frame", "frame", FRAME_GOAL),
        ("window to home's content", "content", CONTENT_GOAL),
    ):
        spent = middle(mine, what)
        print(f"{name}: {spent:.0f} ms, {spent / floor:.2f} × a bare wizard (goal ≤ {goal} ×)")
    costs = run("next_question", environment)["next"]
    p95 = quantiles(costs, n=20)[-1]
    print(f"next question p95: {p95:.0f} ms, half within {median(costs):.0f} (goal ≤ {NEXT_GOAL} ms)")
    if mine[0]["memory"]:
        pss, least = middle(mine, "memory"), middle(bare, "memory")
        print(f"memory a second after: {pss:.0f} MiB, a bare wizard {least:.0f} (goal ≤ {MEMORY_GOAL} MiB)")


def main() -> None:
    with tempfile.TemporaryDirectory() as home:
        # Written bytecode is part of an ordinary start.
        environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
        environment |= {"MERCHANT_GUARD_HOME": home, "PYTHONPYCACHEPREFIX": str(Path(home) / "bytecode")}
        if not environment.get("DISPLAY"):
            environment["QT_QPA_PLATFORM"] = "offscreen"
        prepare(Path(home))
        measure(environment)


if __name__ == "__main__":
    main()
