"""Make a paper as a PDF, draw its pages, and save it where the person says."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from merchant_guard.domain.paper import OfferedPaper, PageSize, PaperSubject
from merchant_guard.domain.registers.book import Book
from merchant_guard.localization import Language
from merchant_guard.localization.labels import label
from merchant_guard.services.make_plan import MadePlan
from merchant_guard.services.write_file import with_ending, write_beside, write_file

if TYPE_CHECKING:
    from merchant_guard.documents.blocks import Paper
    from merchant_guard.documents.pages import PagePicture

LABEL_DPI = 203.2
"""A waybill printer has eight dots a millimetre."""


@dataclass(frozen=True, slots=True)
class MadePaper:
    """A paper ready to be shown, saved and printed.

    `blocks` are what it was set from, of which a Word file can be made; None of what is only ever a picture.
    """

    id: str
    size: PageSize
    title: str
    pdf: bytes
    pages: int
    unprintable: frozenset[str]
    blocks: "Paper | None" = field(default=None, repr=False)


def make_paper(
    made: MadePlan, paper_id: str, size: PageSize, language: Language, subject: PaperSubject | None = None
) -> MadePaper:
    """Make a paper; `subject` says what of the registers it is about. Raises KeyError where that is gone."""
    # reportlab and jinja2 are heavy; only who prints pays for them.
    from merchant_guard.documents.paper_source import PaperSource  # noqa: PLC0415
    from merchant_guard.documents.papers import paper_draft  # noqa: PLC0415

    about = subject or PaperSubject()
    source = PaperSource(made.assessment, made.plan, made.checked_on, language, about, made.comparison)
    draft = paper_draft(paper_id, size, source)
    file = draft.pdf()
    title = paper_title(language, paper_id, made, about.id)
    return MadePaper(paper_id, size, title, file.data, file.pages, file.unprintable, draft.paper)


def paper_title(language: Language, paper_id: str, made: MadePlan, about: str = "") -> str:
    """What a paper is called as a file: the first three may be fewer, and one of a register says of which."""
    if form := made.assessment.sheet.bank.paper_forms.get(paper_id):
        return form.title.pick(language)
    register = made.assessment.sheet.bank.registers.get(about)
    return label(language, "paper", paper_id).format(
        count=min(len(made.plan.open_items), 3), register=register.title.pick(language) if register else ""
    )


def listed_title(language: Language, paper: OfferedPaper, made: MadePlan, book: Book) -> str:
    """What a paper is called in a list: one about an entry says about which."""
    title = paper_title(language, paper.id, made, paper.subject)
    entry = book.entries.get(paper.subject)
    if entry is None:
        return title
    name = entry.said(made.assessment.sheet.bank.registers[entry.register].name)
    return f"{title} · {name}"


def picture_of(paper: MadePaper, number: int, dpi: float) -> "PagePicture":
    """Draw a page of a paper, counted from 0; a label at a printer's dots is black and white only.

    Never on two threads at once.
    """
    from merchant_guard.documents.pages import page_picture  # noqa: PLC0415

    return page_picture(paper.pdf, number, dpi, smooth=not (paper.size.is_label and dpi >= LABEL_DPI - 1))


def file_name(paper: MadePaper, made: MadePlan) -> str:
    """How the file is named that a person saves: 整改计划 2026-11-30.pdf."""
    return f"{paper.title} {made.plan.made_on.isoformat()}.pdf"


def save_paper(paper: MadePaper, target: Path) -> Path:
    """Write a paper whole and return where it lies. Raises InputError and SystemProblemError."""
    place = with_ending(target, ".pdf")
    write_file(place, paper.pdf)
    return place


def save_in(paper: MadePaper, folder: Path, made: MadePlan) -> Path:
    """Write a paper into a folder under its own name, never over anything else, and return where it lies.

    Raises InputError and SystemProblemError.
    """
    return write_beside(folder / file_name(paper, made), paper.pdf)
