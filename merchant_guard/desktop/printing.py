"""Printers, and paper through them. QtPrintSupport is imported when it is first used.

Everything here may take its time: it runs beside the window.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter

from merchant_guard.domain.errors import SystemProblemError, problem
from merchant_guard.domain.paper import PageSize
from merchant_guard.services.make_papers import LABEL_DPI, MadePaper, picture_of

MM_PER_INCH = 25.4
MOST_DPI = 300
"""More dots show nothing more of our papers, and old computers have little memory."""
_NOT_ON_PAPER = ("pdf", "xps", "onenote", "fax", "传真")
"""Words in the names of printers that write files or send faxes."""


@dataclass(frozen=True, slots=True)
class Printer:
    """A printer of this computer, and whether it says that it takes A4."""

    name: str
    takes_a4: bool


def find_printers() -> tuple[Printer, ...]:
    """The printers that print on paper, the system's usual one first."""
    from PySide6.QtPrintSupport import QPrinterInfo  # noqa: PLC0415

    infos = [info for info in QPrinterInfo.availablePrinters() if _prints_on_paper(info.printerName())]
    infos.sort(key=lambda info: not info.isDefault())
    return tuple(
        Printer(info.printerName(), any(_is_a4(size) for size in info.supportedPageSizes())) for info in infos
    )


def _prints_on_paper(name: str) -> bool:
    return not any(word in name.lower() for word in _NOT_ON_PAPER)


def _is_a4(size: QPageSize) -> bool:
    return size.id() == QPageSize.PageSizeId.A4


def printer_for(size: PageSize, printers: Sequence[Printer], chosen: Mapping[str, str]) -> Printer | None:
    """The printer chosen for a size where it is there; else the first that fits; None where none does.

    A waybill printer seldom takes A4, so labels go to one that does not where there is one.
    """
    by_name = {printer.name: printer for printer in printers}
    if (remembered := chosen.get(size)) in by_name:
        return by_name[remembered]
    fitting = [printer for printer in printers if printer.takes_a4 is not size.is_label]
    return next(iter(fitting or (printers if size.is_label else ())), None)


def print_paper(paper: MadePaper, printer_name: str) -> None:
    """Print a paper. Raises SystemProblemError (`print.failed`) when the printer does not take it."""
    from PySide6.QtPrintSupport import QPrinter  # noqa: PLC0415

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPrinterName(printer_name)
    printer.setDocName(paper.title)
    if not printer.isValid() or not paint_paper(paper, printer):
        raise SystemProblemError(problem("print.failed", printer=printer_name))


def paint_paper(paper: MadePaper, printer) -> bool:
    """Put the pages of a paper on a QPrinter, each at its true size. False when it refuses."""
    width, height = paper.size.millimetres
    # Exactly: Qt would take a size that is nearly the same for another it knows.
    exact = QPageSize.SizeMatchPolicy.ExactMatch
    printer.setPageSize(QPageSize(QSizeF(width, height), QPageSize.Unit.Millimeter, "", exact))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0))
    painter = QPainter()
    if not painter.begin(printer):
        return False
    pages = range(paper.pages)
    went_well = all(
        (number == 0 or printer.newPage()) and _paint_page(paper, number, painter, printer.resolution())
        for number in pages
    )
    return painter.end() and went_well


def _paint_page(paper: MadePaper, number: int, painter: QPainter, dots: int) -> bool:
    """Draw a page. The dots of a label printer are met one by one: scaled letters would have grey edges."""
    if paper.size.is_label and abs(dots - LABEL_DPI) < 1:
        painter.drawImage(0, 0, image_of(paper, number, LABEL_DPI))
        return True
    width, height = paper.size.millimetres
    place = QRectF(0, 0, width / MM_PER_INCH * dots, height / MM_PER_INCH * dots)
    painter.drawImage(place, image_of(paper, number, min(dots, MOST_DPI)))
    return True


def image_of(paper: MadePaper, number: int, dpi: float) -> QImage:
    """A page of a paper as a picture that stands on its own."""
    picture = picture_of(paper, number, dpi)
    borrowed = QImage(
        picture.pixels, picture.width, picture.height, picture.stride, QImage.Format.Format_Grayscale8
    )
    return borrowed.copy()
