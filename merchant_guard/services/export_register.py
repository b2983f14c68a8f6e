"""Write registers into a spreadsheet that other programs open."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from merchant_guard.domain.question_bank import QuestionBank
from merchant_guard.domain.registers.book import Book
from merchant_guard.localization import Language, translator
from merchant_guard.localization.labels import label
from merchant_guard.services.write_file import with_ending, write_beside, write_file

ENDING = ".xlsx"


def export_register(  # noqa: PLR0913 (what, in which words, as of when, and where to)
    book: Book,
    bank: QuestionBank,
    register_ids: Sequence[str] | None,
    language: Language,
    today: date,
    target: Path,
) -> Path:
    """Write registers into a file, all of them where none is named, and return where it lies.

    Raises KeyError for a register there is not, InputError and SystemProblemError (`write.…`).
    """
    place = with_ending(target, ENDING)
    write_file(place, _spreadsheet(book, bank, register_ids, language, today))
    return place


def export_register_in(  # noqa: PLR0913 (as above)
    book: Book,
    bank: QuestionBank,
    register_ids: Sequence[str] | None,
    language: Language,
    today: date,
    folder: Path,
) -> Path:
    """The same into a folder, under a name of its own and never over anything else."""
    usual = folder / register_file_name(bank, register_ids, language, today)
    return write_beside(usual, _spreadsheet(book, bank, register_ids, language, today))


def register_file_name(
    bank: QuestionBank, register_ids: Sequence[str] | None, language: Language, today: date
) -> str:
    """How the file is named that a person saves: 员工台账 2026-11-30.xlsx."""
    title = translator(language)("Registers")
    if register_ids is not None and len(register_ids) == 1:
        register = bank.registers[register_ids[0]].title.pick(language)
        title = label(language, "paper", "register-list").format(register=register)
    return f"{title} {today.isoformat()}{ENDING}"


def _spreadsheet(
    book: Book, bank: QuestionBank, register_ids: Sequence[str] | None, language: Language, today: date
) -> bytes:
    # XlsxWriter is heavy; only who exports pays for it.
    from merchant_guard.documents.register_view import register_view  # noqa: PLC0415
    from merchant_guard.documents.register_xlsx import register_xlsx  # noqa: PLC0415

    wanted = bank.registers if register_ids is None else register_ids
    views = [register_view(book, bank.registers, register_id, language) for register_id in wanted]
    return register_xlsx(views, language, today)
