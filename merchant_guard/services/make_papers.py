"""Make a paper as a PDF, draw its pages, and save it where the person says."""

from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING

from merchant_guard.domain.paper import PageSize
from merchant_guard.localization import Language
from merchant_guard.localization.labels import label
from merchant_guard.services.make_plan import MadePlan
from merchant_guard.services.write_file import telling_problems_of, write_file

if TYPE_CHECKING:
    from merchant_guard.documents.pages import PagePicture

LABEL_DPI = 203.2
"""A waybill printer has eight dots a millimetre."""


@dataclass(frozen=True, slots=True)
class MadePaper:
    """A paper ready to be shown, saved and printed."""

    id: str
    size: PageSize
    title: str
    pdf: bytes
    pages: int
    unprintable: frozenset[str]


def make_paper(made: MadePlan, paper_id: str, size: PageSize, language: Language) -> MadePaper:
    """Make a paper."""
    # reportlab and jinja2 are heavy; only who prints pays for them.
    from merchant_guard.documents.papers import PaperSource, paper_pdf  # noqa: PLC0415

    source = PaperSource(made.assessment, made.plan, made.checked_on, language)
    file = paper_pdf(paper_id, size, source)
    title = paper_title(language, paper_id, len(made.plan.open_items))
    return MadePaper(paper_id, size, title, file.data, file.pages, file.unprintable)


def paper_title(language: Language, paper_id: str, open_items: int) -> str:
    """What a paper is called in lists and as a file; the first three may be fewer."""
    return label(language, "paper", paper_id).format(count=min(open_items, 3))


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
    place = target if target.suffix.lower() == ".pdf" else target.with_name(f"{target.name}.pdf")
    write_file(place, paper.pdf)
    return place


def save_in(paper: MadePaper, folder: Path, made: MadePlan) -> Path:
    """Write a paper into a folder under its own name and return where it lies.

    What lies there already is not written over: the name gets a number, unless it is this very paper. Raises
    InputError and SystemProblemError.
    """
    usual = folder / file_name(paper, made)
    numbered = (usual.with_stem(f"{usual.stem} ({number})") for number in count(2))
    place = next(place for place in chain((usual,), numbered) if _takes(place, paper.pdf))
    write_file(place, paper.pdf)
    return place


def _takes(place: Path, data: bytes) -> bool:
    """Whether nothing else lies at a place."""
    with telling_problems_of(place):
        return not place.exists() or (place.is_file() and place.read_bytes() == data)
