"""Moving to another computer: the copy that stays behind can only be read, until somebody takes that back."""

from datetime import date
from pathlib import Path

from merchant_guard.domain.errors import InputError, problem
from merchant_guard.services.due_day import NAME as DUE_NAME
from merchant_guard.services.write_file import telling_problems_of
from merchant_guard.storage.moved_mark import moved_on, set_mark, take_mark

__all__ = ["mark_moved", "moved_on", "refuse_when_moved", "stay_here"]


def mark_moved(folder: Path, day: date) -> None:
    """From now on the store here is only to be read, and nothing reminds of it.

    Raises SystemProblemError (`store.…`).
    """
    set_mark(folder, day)
    with telling_problems_of(folder / DUE_NAME):
        (folder / DUE_NAME).unlink(missing_ok=True)


def stay_here(folder: Path) -> None:
    """The store is worked with here after all. Raises SystemProblemError (`store.…`)."""
    take_mark(folder)


def refuse_when_moved(folder: Path) -> None:
    """Raise InputError `store.moved` where the store was moved to another computer."""
    if (day := moved_on(folder)) is not None:
        raise InputError(problem("store.moved", day=day.isoformat()))
