"""Printing through Qt: pages at their true size, a printer chosen for each size, refusals told."""

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from merchant_guard.desktop.printing import Printer, find_printers, paint_paper, print_paper, printer_for
from merchant_guard.documents.pages import page_picture
from merchant_guard.domain.errors import SystemProblemError
from merchant_guard.domain.paper import LABELS as LABELS_THERE_ARE
from merchant_guard.domain.paper import PageSize
from merchant_guard.domain.question import Choice
from merchant_guard.services.make_papers import MadePaper, make_paper
from merchant_guard.services.make_plan import MadePlan
from merchant_guard.system.settings import LABELS as LABELS_OF_SETTINGS
from tests.support.plans import CHECKED_ON, made_with_all
from tests.support.real_content import bank

OFFICE, SECOND = Printer("Office", takes_a4=True), Printer("Second", takes_a4=True)
LABELS = Printer("KM-202", takes_a4=False)
POINTS = 72 / 25.4
DARK = bytes(int(shade < 128) for shade in range(256))
REFUSED = pytest.mark.qt_log_ignore("QPainter::begin")
"""Qt says this when a printer does not take anything."""


def paper(paper_id: str, size: PageSize) -> MadePaper:
    made = made_with_all(bank(), Choice.NO if paper_id == "week-list" else Choice.UNSURE)
    return make_paper(MadePlan(made.assessment, made.plan, CHECKED_ON), paper_id, size, "zh")


@pytest.mark.parametrize(
    ("size", "printers", "chosen", "wanted"),
    [
        (PageSize.A4, (), {}, None),
        (PageSize.A4, (OFFICE, SECOND, LABELS), {}, OFFICE),
        (PageSize.A4, (LABELS, SECOND), {}, SECOND),
        (PageSize.A4, (LABELS,), {}, None),
        (PageSize.A4, (LABELS,), {"a4": "KM-202"}, LABELS),
        (PageSize.A4, (OFFICE, SECOND), {"a4": "Second"}, SECOND),
        (PageSize.A4, (OFFICE,), {"a4": "gone"}, OFFICE),
        (PageSize.LABEL_100X180, (OFFICE, LABELS), {}, LABELS),
        (PageSize.LABEL_100X180, (OFFICE,), {}, OFFICE),
        (PageSize.LABEL_100X180, (OFFICE, LABELS), {"a4": "KM-202", "label-100x180": "Office"}, OFFICE),
        (PageSize.LABEL_100X180, (), {}, None),
        (PageSize.LABEL_76X130, (OFFICE, LABELS), {"label-76x130": "Office"}, OFFICE),
        (PageSize.LABEL_100X150, (OFFICE, LABELS), {"label-76x130": "Office"}, LABELS),
    ],
)
def test_each_size_has_its_printer(
    size: PageSize, printers: tuple[Printer, ...], chosen: dict[str, str], wanted: Printer | None
) -> None:
    assert printer_for(size, printers, chosen) == wanted


def test_printers_can_be_looked_for(qtbot: QtBot) -> None:
    assert all(printer.name for printer in find_printers())


@pytest.mark.parametrize(
    ("paper_id", "size", "dots"),
    [
        ("question-sheet", PageSize.A4, 203),
        ("first-three", PageSize.A4, 600),
        ("first-three", PageSize.LABEL_100X180, 203),
        ("first-three", PageSize.LABEL_100X180, 300),
        *(("week-list", size, 203) for size in PageSize),
        *(("week-list", size, 300) for size in PageSize),
    ],
)
def test_pages_come_out_at_their_true_size(
    qtbot: QtBot, tmp_path: Path, paper_id: str, size: PageSize, dots: int
) -> None:
    made = paper(paper_id, size)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    printer.setResolution(dots)
    assert paint_paper(made, printer)
    pages = PdfReader(tmp_path / "out.pdf").pages
    assert len(pages) == made.pages
    assert made.pages > 1 or paper_id == "first-three"
    width, height = size.millimetres
    for page in pages:
        assert float(page.mediabox.width) == pytest.approx(width * POINTS, abs=1)
        assert float(page.mediabox.height) == pytest.approx(height * POINTS, abs=1)
        assert printer.fullPage()


@pytest.mark.parametrize("size", list(PageSize))
@pytest.mark.parametrize("dots", [203, 600])
def test_what_is_drawn_stands_where_it_stands_in_the_file(
    qtbot: QtBot, tmp_path: Path, size: PageSize, dots: int
) -> None:
    """The ink of what comes out lies on the same millimetres as that of the paper itself."""
    made = paper("week-list", size)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    printer.setResolution(dots)
    assert paint_paper(made, printer)
    wanted, printed = ink(made.pdf), ink((tmp_path / "out.pdf").read_bytes())
    assert printed == pytest.approx(wanted, abs=0.3)


def ink(pdf: bytes) -> tuple[float, float, float, float]:
    """Left, top, right and bottom edge of what is black on the first page, in mm from its corner."""
    picture = page_picture(pdf, 0, 254)
    rows = [picture.pixels[row * picture.stride :][: picture.width] for row in range(picture.height)]
    dark = [row.translate(DARK) for row in rows]
    lefts = [row.index(1) for row in dark if 1 in row]
    rights = [row.rindex(1) for row in dark if 1 in row]
    marked = [number for number, row in enumerate(dark) if 1 in row]
    return min(lefts) / 10, min(marked) / 10, max(rights) / 10, max(marked) / 10


def test_the_labels_that_settings_know_are_those_there_are() -> None:
    assert tuple(size.value for size in LABELS_THERE_ARE) == LABELS_OF_SETTINGS


@pytest.mark.parametrize("size", [size for size in PageSize if size.is_label])
def test_the_dots_of_a_label_are_not_scaled(qtbot: QtBot, tmp_path: Path, size: PageSize) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    printer.setResolution(203)
    assert paint_paper(paper("first-three", size), printer)
    (image,) = PdfReader(tmp_path / "out.pdf").pages[0]["/Resources"]["/XObject"].values()
    assert (image.get_object()["/Width"], image.get_object()["/Height"]) == tuple(
        8 * side for side in size.millimetres
    )


@REFUSED
def test_a_place_that_takes_nothing_is_no_success(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "file" / "out.pdf"))
    assert not paint_paper(paper("first-three", PageSize.A4), printer)


@REFUSED
def test_a_printer_that_is_not_there_is_told(qtbot: QtBot) -> None:
    with pytest.raises(SystemProblemError) as caught:
        print_paper(paper("first-three", PageSize.A4), "Nowhere")
    assert caught.value.problems[0].code == "print.failed"
    assert caught.value.problems[0].params == {"printer": "Nowhere"}
