"""Write registers into a spreadsheet that other programs open."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from merchant_guard.domain.question_bank import QuestionBank
from merchant_guard.domain.registers.book import Book
from merchant_guard.localization import Language, translator
from merchant_guard.localization.labels import label
from merchant_guard.services.write_file import with_ending, write_beside, write_file

ENDING = ".xlsx"


class Spreadsheet(NamedTuple):
    """A spreadsheet and the name a person saves it under: 员工台账 2026-11-30.xlsx."""

    name: str
    data: bytes


def make_spreadsheet(
    book: Book, bank: QuestionBank, register_ids: Sequence[str] | None, language: Language, today: date
) -> Spreadsheet:
    """Put registers on sheets, all of them where none is named. Raises KeyError for one there is not."""
    # XlsxWriter is heavy; only who exports pays for it.
    from merchant_guard.documents.register_view import register_view  # noqa: PLC0415
    from merchant_guard.documents.register_xlsx import register_xlsx  # noqa: PLC0415

    wanted = list(bank.registers if register_ids is None else register_ids)
    views = [register_view(book, bank.registers, register_id, language) for register_id in wanted]
    title = translator(language)("Registers")
    if len(views) == 1:
        title = label(language, "paper", "register-list").format(register=views[0].title)
    return Spreadsheet(f"{title} {today.isoformat()}{ENDING}", register_xlsx(views, language, today))


def export_register(  # noqa: PLR0913, PLR0917 (what, in which words, as of when, and where to)
    book: Book,
    bank: QuestionBank,
    register_ids: Sequence[str] | None,
    language: Language,
    today: date,
    target: Path,
) -> Path:
    """Write registers into a file a person named, and return where it lies.

    Raises KeyError for a register there is not, InputError and SystemProblemError (`write.…`).
    """
    place = with_ending(target, ENDING)
    write_file(place, make_spreadsheet(book, bank, register_ids, language, today).data)
    return place


def save_spreadsheet_in(sheet: Spreadsheet, folder: Path) -> Path:
    """Write it into a folder under its own name, never over anything else, and return where it lies.

    Raises InputError and SystemProblemError (`write.…`).
    """
    return write_beside(folder / sheet.name, sheet.data)
