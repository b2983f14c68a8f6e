"""What a start of the command line costs beside a start of bare Python, in turns: A B A B …

`bench_remind.py` measures the command that runs every day the same way.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

RUNS = 21
CLI = str(Path(sys.executable).with_name("merchant-guard-cli"))
BARE = (sys.executable, "-c", "pass")
COMMANDS = {
    "start of the CLI": ((CLI, "--version"), ""),
    "one article of a law": ((CLI, "law", "personal-information-protection-law:51"), ""),
}


class Cost(NamedTuple):
    """Milliseconds on the clock, and of user and system together."""

    wall: float
    cpu: float


def cost_of(words: Sequence[str], environment: dict[str, str]) -> Cost:
    """Start a process, wait for its end, and ask the system what it took."""
    begin = perf_counter()
    process = subprocess.Popen(
        words, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd="/"
    )
    _, status, usage = os.wait4(process.pid, 0)
    wall = perf_counter() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    return Cost(wall * 1000, (usage.ru_utime + usage.ru_stime) * 1000)


def medians(costs: Sequence[Cost]) -> Cost:
    return Cost(median(cost.wall for cost in costs), median(cost.cpu for cost in costs))


def measure(words: Sequence[str], environment: dict[str, str]) -> tuple[Cost, Cost]:
    """The command and bare Python, in turns, after each has been started once to warm up."""
    for once in (words, BARE):
        cost_of(once, environment)
    pairs = [(cost_of(words, environment), cost_of(BARE, environment)) for _ in range(RUNS)]
    ours, bare = (medians(costs) for costs in zip(*pairs, strict=True))
    return ours, bare


def main() -> None:
    with tempfile.TemporaryDirectory() as home:
        # Written bytecode is part of an ordinary start.
        environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
        environment["MERCHANT_GUARD_HOME"] = home
        for name, (words, goal) in COMMANDS.items():
            ours, bare = measure(words, environment)
            print(
                f"{name}: {ours.wall:.0f} ms, {ours.wall / bare.wall:.1f} × bare Python{goal}; "
                f"CPU {ours.cpu:.0f} ms, {ours.cpu / bare.cpu:.1f} ×"
            )


if __name__ == "__main__":
    main()
