"""`due.json` as the window writes it, made by hand."""

import json
from datetime import date
from pathlib import Path
from typing import Any

TODAY = date(2026, 11, 30)


def due_item(id_: str, kind: str, due: date, lead: int = 3, **more: Any) -> dict[str, Any]:
    """One line of the file."""
    plain = {"id": id_, "kind": kind, "due": due.isoformat(), "lead": lead, "minutes": 10, "at_home": True}
    return {**plain, **more}


def write_due(folder: Path, *items: dict[str, Any], shown: Any = None, made_on: date = TODAY) -> Path:
    """Write the file; returns its place."""
    plain = {
        "format": "merchant-guard/due",
        "version": 1,
        "made_on": made_on.isoformat(),
        "items": list(items),
        "home": None,
        "shown": shown,
    }
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "due.json"
    file.write_text(json.dumps(plain), "utf-8")
    return file
