"""Hold the locked dependencies against the advisories of PyPI, for `make audit`; needs the internet.

What was found is recorded in `installer/lock/audit.json` with the day and the SHA-256 of the lock, but only
when every dependency was looked up: a source that does not answer is a fault, not a clean result.
"""

import hashlib
import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

LOCK = Path(__file__).resolve().parent / "lock"
RECORD = LOCK / "audit.json"


def main() -> None:
    """Audit the dependencies of development, which hold those of the app; end with 1 for anything open."""
    lock = LOCK / "dev.txt"
    options = (
        "--strict",
        "--require-hashes",
        "--disable-pip",
        "--progress-spinner",
        "off",
        "--format",
        "json",
    )
    done = subprocess.run(
        [sys.argv[1], *options, "--requirement", str(lock)], check=False, text=True, capture_output=True
    )
    try:
        looked_up = json.loads(done.stdout)["dependencies"]
    except (ValueError, KeyError):
        looked_up = []
    if not looked_up or any("skip_reason" in one for one in looked_up):
        sys.exit("Not audited: the source of advisories did not tell of every dependency.\n" + done.stderr)
    open_ones = {
        f"{one['name']} {one['version']}": [known["id"] for known in one["vulns"]]
        for one in looked_up
        if one["vulns"]
    }
    record = {
        "audited_on": datetime.now(UTC).date().isoformat(),
        "lock": {"file": lock.name, "sha256": hashlib.sha256(lock.read_bytes()).hexdigest()},
        "dependencies": len(looked_up),
        "known_vulnerabilities": open_ones,
    }
    RECORD.write_text(json.dumps(record, indent=2) + "\n", encoding="utf-8")
    print(f"{len(looked_up)} dependencies, known vulnerabilities: {open_ones or 'none'}")
    sys.exit(1 if open_ones else 0)


if __name__ == "__main__":
    main()
