"""Make the recovery card of an open store: to print, or as a file. It is no paper of the shop's list."""

from datetime import date
from pathlib import Path

from merchant_guard.domain.paper import PageSize
from merchant_guard.localization import Language, translator
from merchant_guard.services.make_papers import MadePaper
from merchant_guard.services.paper_formats import PaperFormat, files_of
from merchant_guard.services.recover import groups_of
from merchant_guard.services.workspace import Workspace
from merchant_guard.services.write_file import with_ending, write_beside, write_file

SIZES = (PageSize.A4, PageSize.LABEL_100X150)
FORMATS = (PaperFormat.PDF, PaperFormat.PNG)


def make_card(workspace: Workspace, shop: str, size: PageSize, language: Language, today: date) -> MadePaper:
    """Set the card of an open store on a page; whoever has it can open the store."""
    # reportlab and jinja2 are heavy; only who prints pays for them.
    from merchant_guard.documents.recovery_card import CardWords, card_pdf  # noqa: PLC0415

    title = translator(language)("Recovery card")
    file = card_pdf(CardWords(groups_of(workspace), shop, today), size, language)
    return MadePaper("recovery-card", size, title, file.data, file.pages, file.unprintable)


def save_card(card: MadePaper, wanted: PaperFormat, folder: Path, today: date) -> Path:
    """Write a card into a folder, never over anything else. Raises InputError, SystemProblemError."""
    (data,) = files_of(card, wanted)
    return write_beside(folder / f"{card_name(card, today)}.{wanted}", data)


def save_card_at(card: MadePaper, wanted: PaperFormat, target: Path) -> Path:
    """Write a card where the person said. Raises InputError and SystemProblemError (`write.…`)."""
    (data,) = files_of(card, wanted)
    place = with_ending(target, f".{wanted}")
    write_file(place, data)
    return place


def card_name(card: MadePaper, today: date) -> str:
    """How its file is called, without the ending."""
    return f"{card.title} {today.isoformat()}"
