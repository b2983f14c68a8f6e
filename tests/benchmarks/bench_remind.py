"""What `merchant-guard-cli remind` costs on a day with nothing to say, beside bare Python, in turns.

It runs every day, and again every hour, on old laptops. The data folder holds what a year of a shop leaves in
`due.json`: a hundred items, a reminder shown yesterday, settings.
"""

import json
import os
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks.bench_cli_start import CLI, measure

GOAL = 3
ITEMS = 100


def fill(home: Path) -> None:
    """A data folder in which nothing is near."""
    today = date.today()  # noqa: DTZ011 (as the command reckons)
    item = {"kind": "task", "due": (today + timedelta(days=90)).isoformat(), "lead": 6, "minutes": 15}
    plain = {
        "format": "merchant-guard/due",
        "version": 1,
        "made_on": today.isoformat(),
        "items": [{"id": f"access.number-{number}", **item, "at_home": True} for number in range(ITEMS)],
        "home": None,
        "shown": {"days": [(today - timedelta(days=1)).isoformat()], "again_on": None},
    }
    (home / "due.json").write_text(json.dumps(plain, indent=1), "utf-8")
    (home / "settings.json").write_text('{"language": "zh", "remind": true, "remind_at": "09:30"}', "utf-8")


def main() -> None:
    with tempfile.TemporaryDirectory() as home:
        fill(Path(home))
        environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
        environment["MERCHANT_GUARD_HOME"] = home
        ours, bare = measure((CLI, "remind"), environment)
    print(
        f"remind, nothing due: {ours.wall:.0f} ms, {ours.wall / bare.wall:.1f} × bare Python"
        f" (goal ≤ {GOAL} ×); CPU {ours.cpu:.0f} ms, {ours.cpu / bare.cpu:.1f} ×"
    )


if __name__ == "__main__":
    main()
