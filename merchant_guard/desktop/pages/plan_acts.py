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


def leads_to_answer(desk: Desk, item_id: str) -> bool:
    """What was to be found out is done when it is answered, so its tick leads to the first answer."""
    row = next((item for item in desk.plan.items if item.id == item_id), None)
    if row is None or not row.remedy.is_inquiry:
        return False
    desk.walk.change_answer(row.remedy.questions[0].id)
    desk.said.emit(desk.look.words("Found out? Choose the answer here, then the task is gone"))
    return True


def tick(desk: Desk, item_id: str, on: bool) -> None:
    """Tick an item off as of today and offer the way back, or take its tick away."""
    if on and leads_to_answer(desk, item_id):
        return
    before = progress_of(desk, item_id).done_on
    decide(desk, item_id, done_on=desk.today if on else None)
    if on and progress_of(desk, item_id).done_on is not None:
        desk.undo_offered.emit(desk.look.words("Marked done"), _taking_back(desk, item_id, before))


def _taking_back(desk: Desk, item_id: str, before: date | None) -> Callable[[], None]:
    """What undoes a tick, even after the page is gone; what was decided since stays."""
    return lambda: decide(desk, item_id, done_on=before)
