"""What all papers of a shop cost, in one process: as PDFs, and with Word files and pictures too."""

import json
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
COMMAND = [sys.executable, "-m", "merchant_guard.cli", "papers"]
SHOP = ROOT / "resources" / "samples" / "02-courier-outlet.json"


def every_id() -> list[str]:
    """The ids of all papers."""
    listed = subprocess.run([*COMMAND, "list", "--json"], capture_output=True, check=True, cwd=ROOT)
    return [paper["id"] for paper in json.loads(listed.stdout)]


def cpu_of(ids: list[str], formats: str, out: str) -> tuple[float, int]:
    """CPU seconds of user and system for making them, and how many files came out."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    words = ["make", *ids, "--shop", str(SHOP), "--out", out, "--formats", formats]
    said = subprocess.run([*COMMAND, *words], capture_output=True, check=True, cwd=ROOT)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return seconds, len(said.stdout.splitlines())


def main() -> None:
    """Print a line for each."""
    ids = every_id()
    for formats in ("pdf", "pdf,docx,png"):
        with tempfile.TemporaryDirectory() as out:
            seconds, files = cpu_of(ids, formats, out)
        print(
            f"all {len(ids)} papers of a shop, {formats}: {seconds:.2f} s CPU, {files} files (goal: none set)"
        )


if __name__ == "__main__":
    main()
