"""Word files read back: by their XML, by python-docx, and as LibreOffice sets them."""

import io
import shutil
import subprocess
import zipfile
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from docx import Document

from merchant_guard.documents.blocks import (
    Band,
    Block,
    Columns,
    Frame,
    Heading,
    PageBreak,
    Paper,
    Paragraph,
    Table,
    Words,
)
from merchant_guard.documents.units import MM
from tests.support.pdfs import squeezed

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FONTS = Path(__file__).resolve().parents[2] / "resources" / "fonts"
OFFICE = shutil.which("soffice")
SIGNS = "☐☑■▨□"
"""Signs for what the PDF draws."""
FONT_SETTINGS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><dir>/usr/share/fonts</dir><cachedir>{cache}</cachedir>
<alias binding="same"><family>微软雅黑</family><prefer><family>Noto Sans SC</family></prefer></alias>
<alias binding="same"><family>Segoe UI</family><prefer><family>Noto Sans</family></prefer></alias>
</fontconfig>"""
"""Our own fonts in the place of those that are on every Windows."""

needs_office = pytest.mark.skipif(
    OFFICE is None, reason="LibreOffice (soffice) is not installed: the Word files are not opened here"
)


def opened(data: bytes) -> Any:
    """The file as python-docx opens it."""
    return Document(io.BytesIO(data))


def part(data: bytes, name: str) -> str:
    """A part of the file as text."""
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        return parts.read(name).decode()


def parts(data: bytes) -> dict[str, bytes]:
    """Every part of the file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def words_in(element: Any) -> str:
    """The words of an element in their order, line ends kept."""
    said = (one.text or "" if one.tag == f"{W}t" else "\n" for one in element.iter(f"{W}t", f"{W}br"))
    return "".join(said)


def body_words(data: bytes) -> str:
    """All words of the body without white space and without the signs for what the PDF draws."""
    return without_signs(words_in(opened(data).element.body))


def without_signs(words: str) -> str:
    return squeezed(words).translate(dict.fromkeys(map(ord, SIGNS)))


def paper_words(paper: Paper) -> list[str]:
    """The words of each line of a paper's blocks, in their order, without white space."""
    return [squeezed(words) for words in _block_words(paper.blocks) if squeezed(words)]


def _block_words(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph():
                yield _line_words(block)
            case Heading(text=text, badges=badges):
                yield text + "".join(badge.text for badge in badges)
            case Frame(blocks=inside) | Columns(blocks=inside):
                yield from _block_words(inside)
            case Table():
                yield from _table_words(block)
            case PageBreak():
                pass


def _table_words(table: Table) -> Iterator[str]:
    for row in (table.head, *table.rows):
        match row:
            case None:
                pass
            case Band(left=left, right=right):
                yield from (left, right)
            case _:
                yield from (_line_words(one) for cell in row.cells for one in cell)


def _line_words(line: Paragraph) -> str:
    said = (one.text for one in line.inlines if isinstance(one, Words) or hasattr(one, "look"))
    return line.mark + "".join(said)


class Converted:
    """A Word file as LibreOffice prints it."""

    def __init__(self, pdf: bytes) -> None:
        self._pdf = pypdfium2.PdfDocument(pdf)

    @property
    def pages(self) -> int:
        return len(self._pdf)

    @property
    def page_sizes(self) -> set[tuple[int, int]]:
        """Width and height in mm."""
        sizes = (page.get_size() for page in self._pdf)
        return {(round(width / MM), round(height / MM)) for width, height in sizes}

    @property
    def body(self) -> str:
        """What stands between head and foot of all pages, without white space."""
        found = (page.get_textpage().get_text_bounded(top=262 * MM, bottom=25 * MM) for page in self._pdf)
        # A hyphen at the end of a line is read as U+0002.
        return without_signs("".join(found)).replace("\x02", "-")

    def text(self, page: int) -> str:
        return squeezed(self._pdf[page].get_textpage().get_text_range())


def converted(data: bytes, folder: Path) -> Converted:
    """Let LibreOffice make a PDF of a Word file."""
    return all_converted({"paper": data}, folder)["paper"]


def all_converted(files: Mapping[str, bytes], folder: Path) -> dict[str, Converted]:
    """Let LibreOffice make PDFs of Word files, by their names, in one go."""
    for name, data in files.items():
        (folder / f"{name}.docx").write_bytes(data)
    (folder / "fonts.conf").write_text(FONT_SETTINGS.format(fonts=FONTS, cache=folder / "fonts"))
    done = subprocess.run(
        [
            *(OFFICE or "soffice", f"-env:UserInstallation=file://{_profile()}", "--headless"),
            *("--convert-to", "pdf", "--outdir", folder, *(folder / f"{name}.docx" for name in files)),
        ],
        env={"PATH": "/usr/bin:/bin", "HOME": str(folder), "FONTCONFIG_FILE": str(folder / "fonts.conf")},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    made = {name: folder / f"{name}.pdf" for name in files}
    assert all(place.exists() for place in made.values()), done.stdout + done.stderr
    return {name: Converted(place.read_bytes()) for name, place in made.items()}


@cache
def _profile() -> Path:
    """One profile for all conversions of a run, as LibreOffice takes seconds to make one."""
    import tempfile  # noqa: PLC0415

    return Path(tempfile.mkdtemp(prefix="office-"))


def in_order(lines: list[str], text: str) -> list[str]:
    """The lines that do not stand in a text, or not after the one before."""
    missing, place = [], 0
    for line in lines:
        found = text.find(line, place)
        if found < 0:
            missing.append(line)
        else:
            place = found + len(line)
    return missing
