"""Save a paper as the person wants it: the file as shown, a Word file, or a picture of every page."""

from pathlib import Path

from merchant_guard.services.make_papers import MadePaper, file_name
from merchant_guard.services.make_plan import MadePlan
from merchant_guard.services.paper_formats import PaperFormat, files_of, formats_on
from merchant_guard.services.write_file import with_ending, write_beside, write_file


def formats_of(paper: MadePaper) -> tuple[PaperFormat, ...]:
    """The formats a paper can be had in; of several papers in one file there is no Word file."""
    formats = formats_on(paper.size)
    return formats if paper.blocks is not None else tuple(one for one in formats if one != PaperFormat.DOCX)


def stem(paper: MadePaper, made: MadePlan) -> str:
    """How its files are named, without the ending."""
    return file_name(paper, made).removesuffix(".pdf")


def save_in_folder(paper: MadePaper, wanted: PaperFormat, folder: Path, made: MadePlan) -> tuple[Path, ...]:
    """Write a paper into a folder under its own name, never over anything else, and return where it lies.

    Raises InputError and SystemProblemError (`write.…`).
    """
    return _write_beside(paper, wanted, folder, stem(paper, made))


def save_at(paper: MadePaper, wanted: PaperFormat, target: Path) -> tuple[Path, ...]:
    """Write a paper where the person said; pictures of several pages are numbered, beside what is there.

    Raises InputError and SystemProblemError (`write.…`).
    """
    place = with_ending(target, f".{wanted}")
    files = files_of(paper, wanted)
    if len(files) > 1:
        return _write_beside(paper, wanted, place.parent, place.stem)
    write_file(place, files[0])
    return (place,)


def _write_beside(paper: MadePaper, wanted: PaperFormat, folder: Path, name: str) -> tuple[Path, ...]:
    files = files_of(paper, wanted)
    numbers = [f"-{number}" for number in range(1, len(files) + 1)] if len(files) > 1 else [""]
    return tuple(
        write_beside(folder / f"{name}{number}.{wanted}", data)
        for number, data in zip(numbers, files, strict=True)
    )
