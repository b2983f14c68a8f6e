"""What can be done to a row of the plan; each goes to the desk, which saves it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from merchant_guard.desktop.desk import Desk
from merchant_guard.domain.answers import Progress


def progress_of(desk: Desk, item_id: str) -> Progress:
    """What was decided or done about an item so far."""
    return desk.open_check.progress.get(item_id, Progress())


def decide(desk: Desk, item_id: str, **parts: object) -> None:
    """Change parts of what was decided about an item."""
    desk.decide(item_id, replace(progress_of(desk, item_id), **parts))


def tick(desk: Desk, item_id: str, on: bool) -> None:
    """Tick an item off as of today and offer the way back, or take its tick away."""
    before = progress_of(desk, item_id).done_on
    decide(desk, item_id, done_on=desk.today if on else None)
    if on and progress_of(desk, item_id).done_on is not None:
        desk.undo_offered.emit(desk.look.words("Marked done"), _taking_back(desk, item_id, before))


def _taking_back(desk: Desk, item_id: str, before: date | None) -> Callable[[], None]:
    """What undoes a tick, even after the page is gone; what was decided since stays."""
    return lambda: decide(desk, item_id, done_on=before)
