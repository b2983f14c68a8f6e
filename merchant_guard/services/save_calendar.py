"""Save the calendar of the shop in hand where people look for files."""

from datetime import date
from pathlib import Path

from merchant_guard.localization import Language, translator
from merchant_guard.services.calendar_memory import keep_memory, read_memory
from merchant_guard.services.make_calendar import ENDING, MadeCalendar, make_calendar
from merchant_guard.services.make_plan import MadePlan
from merchant_guard.services.open_check import OpenCheck
from merchant_guard.services.write_file import write_beside


def save_calendar(
    check: OpenCheck, today: date, language: Language, folder: Path, memory: Path | None
) -> Path:
    """Write the calendar into a folder, never over anything else, and return where it lies.

    `memory` is the data folder, which knows what earlier files brought; None for a shop that is nobody's.
    Raises InputError and SystemProblemError (`write.…`).
    """
    made = MadePlan(check.assessment, check.plan(today), check.checked_on, check.due)
    place = folder / calendar_name(today, language)
    if memory is None:
        return write_beside(place, make_calendar(made, check.shop_id, language, {}).data)
    before = read_memory(memory, check.shop_id)
    known = {uid: told.day for uid, told in before.items()}
    calendar: MadeCalendar = make_calendar(made, check.shop_id, language, known)
    written = write_beside(place, calendar.data)
    keep_memory(memory, check.shop_id, before, calendar.entries, today)
    return written


def calendar_name(today: date, language: Language) -> str:
    """The name a person saves it under: 要做的事 2026-11-30.ics."""
    return f"{translator(language)('To do')} {today.isoformat()}{ENDING}"
