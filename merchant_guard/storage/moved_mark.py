"""The mark that a store was moved to another computer: a file with the day, readable without the key."""

from datetime import date, datetime
from pathlib import Path

from merchant_guard.storage import data_folder

MOVED_NAME = "moved-away"


def moved_on(folder: Path) -> date | None:
    """The day on which the store was moved away; None while it was not. Raises SystemProblemError.

    A mark that cannot be understood still counts, with the day on which the file was written.
    """
    mark = folder / MOVED_NAME
    with data_folder.file_problems(folder):
        if not mark.exists():
            return None
        try:
            return date.fromisoformat(mark.read_text("ascii").strip())
        except ValueError:
            return datetime.fromtimestamp(mark.stat().st_mtime).astimezone().date()


def set_mark(folder: Path, day: date) -> None:
    """Mark the store as moved away on a day. Raises SystemProblemError (`store.…`)."""
    with data_folder.file_problems(folder):
        data_folder.new_file_aside(folder / MOVED_NAME, f"{day.isoformat()}\n".encode()).replace(
            folder / MOVED_NAME
        )
        data_folder.sync_folder(folder)


def take_mark(folder: Path) -> None:
    """Take the mark away, if there is one. Raises SystemProblemError (`store.…`)."""
    with data_folder.file_problems(folder):
        (folder / MOVED_NAME).unlink(missing_ok=True)
        data_folder.sync_folder(folder)
