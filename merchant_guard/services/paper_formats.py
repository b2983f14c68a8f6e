"""A paper in the formats it can be had in: to print, to change in Word, to send as pictures."""

from enum import StrEnum
from pathlib import Path

from merchant_guard.domain.paper import PageSize
from merchant_guard.services.make_papers import MadePaper
from merchant_guard.services.write_file import write_file


class PaperFormat(StrEnum):
    """The formats of papers; the value is also how a file's name ends."""

    PDF = "pdf"
    DOCX = "docx"
    PNG = "png"


def formats_on(size: PageSize) -> tuple[PaperFormat, ...]:
    """The formats a paper of a size can be had in: nobody prints labels from Word."""
    return tuple(one for one in PaperFormat if one is not PaperFormat.DOCX or not size.is_label)


def files_of(paper: MadePaper, wanted: PaperFormat) -> tuple[bytes, ...]:
    """Write a paper down: in one file, or as pictures in one for each page.

    Raises ValueError for a format that its size does not have. Pictures never on two threads at once.
    """
    if wanted not in formats_on(paper.size):
        raise ValueError(wanted)
    if wanted is PaperFormat.PDF:
        return (paper.pdf,)
    return (_docx(paper),) if wanted is PaperFormat.DOCX else _pictures(paper)


def write_paper(paper: MadePaper, wanted: PaperFormat, folder: Path, name: str) -> tuple[Path, ...]:
    """Write the files of a paper into a folder; pictures of several pages are numbered: `name-1.png`.

    All are made before the first is written. Raises InputError and SystemProblemError (`write.…`).
    """
    files = files_of(paper, wanted)
    numbers = [f"-{number}" for number in range(1, len(files) + 1)] if len(files) > 1 else [""]
    places = tuple(folder / f"{name}{number}.{wanted}" for number in numbers)
    for place, data in zip(places, files, strict=True):
        write_file(place, data)
    return places


def _docx(paper: MadePaper) -> bytes:
    # python-docx is heavy; only who wants a Word file pays for it.
    from merchant_guard.documents.docx import docx_of  # noqa: PLC0415

    if paper.blocks is None:
        raise ValueError(paper.id)
    return docx_of(paper.blocks)


def _pictures(paper: MadePaper) -> tuple[bytes, ...]:
    from merchant_guard.documents.page_format import FORMATS  # noqa: PLC0415
    from merchant_guard.documents.png import pages_as_png  # noqa: PLC0415

    return pages_as_png(paper.pdf, FORMATS[paper.size])
