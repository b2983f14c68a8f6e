"""打印: which paper on which page, how it will look, and out of the printer or into a file."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.page import Page, column, empty, scrolling
from merchant_guard.desktop.printing import Printer, find_printers, image_of, print_paper, printer_for
from merchant_guard.desktop.widgets.choice_rows import RadioRow
from merchant_guard.desktop.widgets.labels import text_label
from merchant_guard.desktop.widgets.paper_foot import PaperFoot, desktop_folder
from merchant_guard.desktop.widgets.paper_preview import PaperPreview
from merchant_guard.desktop.widgets.printer_choice import PrinterChoice
from merchant_guard.desktop.widgets.segmented import Segmented
from merchant_guard.domain.paper import FIRST_THREE, OfferedPaper, PageSize, offered_papers
from merchant_guard.domain.stage import Stage
from merchant_guard.localization.sentences import sentence
from merchant_guard.services.make_papers import (
    MadePaper,
    copy_for_clipboard,
    file_name,
    make_paper,
    paper_title,
    save_paper,
)
from merchant_guard.services.make_plan import MadePlan

COPY_DPI = 200


class PrintPage(Page):
    """Papers at the left, the page itself at the right, what to do with it below."""

    def __init__(
        self, desk: Desk, low: bool, wide: bool, find: Callable[[], tuple[Printer, ...]] = find_printers
    ) -> None:
        super().__init__(desk, low, wide)
        check = desk.open_check
        self._made = MadePlan(check.assessment, desk.plan, check.checked_on)
        self._offered = offered_papers(check.assessment, desk.plan)
        self._chosen, self._size = self._choice()
        self._paper: MadePaper | None = None
        self._printers: tuple[Printer, ...] = ()
        self._build()
        language = self.look.language
        self._later(partial(make_paper, self._made, self._chosen.id, self._size, language), self._show_paper)
        self._later(find, self._show_printers)

    # --- what is chosen -----------------------------------------------------------------------------

    def _choice(self) -> tuple[OfferedPaper, PageSize]:
        """The paper chosen last; at first what the person has come for, on the page their printer takes."""
        quick = self.desk.open_check.interview.stage is Stage.QUICK
        wanted, size = self.desk.paper or (FIRST_THREE.id if quick else self._offered[0].id, None)
        paper = next((paper for paper in self._offered if paper.id == wanted), self._offered[0])
        usual = paper.sizes[-1] if self._only_labels() else paper.sizes[0]
        return paper, size if size in paper.sizes else usual

    def _only_labels(self) -> bool:
        """Whether the shop says that it has a waybill printer and no other."""
        return self.desk.open_check.shop.profile.get("printers") == frozenset({"label"})

    def _title(self, paper: OfferedPaper) -> str:
        return paper_title(self.look.language, paper.id, len(self._made.plan.open_items))

    @property
    def _printer(self) -> Printer | None:
        return printer_for(self._size, self._printers, self.desk.preferences.settings.printers)

    # --- building -----------------------------------------------------------------------------------

    def _build(self) -> None:
        side = 26 if self.low else 32
        outer = column(self, (0, 0, 0, 0))
        body = QHBoxLayout()
        body.setContentsMargins(side, 14 if self.low else 28, side, 10)
        body.setSpacing(18 if self.low else 24)
        left = scrolling(self._left())
        left.setFixedWidth(min(self.look.px("body") * 18, 400 if self.wide else 290))
        self._preview = PaperPreview(self.look, self._size)
        self._preview.wanted.connect(self._draw)
        body.addWidget(left)
        body.addWidget(self._preview, 1)
        outer.addLayout(body, 1)
        self._foot = PaperFoot(self.look, self._title(self._chosen), self._size, side)
        self._foot.print_wanted.connect(self._print)
        self._foot.save_wanted.connect(self._save)
        self._foot.picture_wanted.connect(self._copy_picture)
        self._foot.file_wanted.connect(self._copy_file)
        outer.addWidget(self._foot)

    def _left(self) -> QWidget:
        left = QWidget()
        layout = column(left, (0, 0, 10, 0), 8)
        layout.addWidget(text_label(self.look, self.words("Print"), "title"))
        self._rows = {}
        for paper in self._offered:
            row = RadioRow(self.look, self._title(paper), f"paper_{paper.id}")
            row.setChecked(paper == self._chosen)
            row.clicked.connect(lambda _on=False, one=paper: self.desk.go_to_paper(one.id))
            self._rows[paper.id] = row
            layout.addWidget(row)
        if len(self._chosen.sizes) > 1:
            layout.addWidget(self._caption(self.words("Page size")))
            layout.addWidget(self._sizes())
        layout.addWidget(self._caption(self.words("Printer")))
        self._printer_place = QVBoxLayout()
        layout.addLayout(self._printer_place)
        self._notice = text_label(self.look, "", "caption", "warn")
        self._notice.hide()
        layout.addWidget(self._notice)
        layout.addStretch(1)
        return left

    def _caption(self, words: str) -> QWidget:
        label = text_label(self.look, words, "caption", "text2", wrap=False)
        label.setContentsMargins(0, 8, 0, 0)
        return label

    def _sizes(self) -> Segmented:
        names = {PageSize.A4: "A4", PageSize.LABEL_100X180: self.words("100 × 180 label")}
        return Segmented(
            self.look,
            "size",
            self.words("Page size"),
            [(size.value, names[size]) for size in self._chosen.sizes],
            self._size.value,
            lambda size: self.desk.go_to_paper(self._chosen.id, PageSize(size)),
        )

    # --- what comes back from the background -----------------------------------------------------------

    def _later(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        """Do something beside the window; when it is ready this page may be gone."""
        self.desk.in_background(work, lambda outcome: done(outcome) if isValid(self) else None)

    def _show_paper(self, paper: MadePaper) -> None:
        self._paper = paper
        self._preview.show_paper(paper.title, paper.pages)
        if paper.unprintable:
            characters = " ".join(sorted(paper.unprintable))
            words = sentence(self.look.language, "document.unprintable", {"characters": characters})
            self._notice.setText(words)
            self._notice.show()

    def _draw(self, number: int, dpi: float) -> None:
        if self._paper is not None:
            self._later(partial(image_of, self._paper, number, dpi), partial(self._show_image, number))

    def _show_image(self, number: int, image: QImage) -> None:
        if number == self._preview.number:
            self._preview.show_image(image)

    def _show_printers(self, printers: tuple[Printer, ...]) -> None:
        self._printers = printers
        empty(self._printer_place)
        if self._printer is None:
            words = self.words("No A4 printer was found here. Save a PDF and take it to a print shop.")
            if self._size.is_label:
                words = self.words("No waybill printer was found here. Plug it in, or save a PDF.")
            self._printer_place.addWidget(text_label(self.look, words, "note", "text2"))
        else:
            choice = PrinterChoice(self.look, "printer", self.words("Printer"))
            names = [printer.name for printer in printers]
            choice.show_printers(names, self._printer.name, self._remember_printer)
            self._printer_place.addWidget(choice)
        self._foot.show_printer(self._printer is not None)

    def _remember_printer(self, name: str) -> None:
        settings = self.desk.preferences.settings
        chosen = {**settings.printers, self._size.value: name}
        self.desk.preferences.choose(replace(settings, printers=chosen))

    # --- what a person does ----------------------------------------------------------------------------

    def _print(self) -> None:
        printer = self._printer
        if self._paper is None or printer is None:
            return
        sent = self.words("Sent to {printer}").format(printer=printer.name)
        self._later(partial(print_paper, self._paper, printer.name), lambda _none: self.desk.said.emit(sent))

    def _save(self) -> None:
        """Ask where; the dialog is the system's own, and nothing waits for it."""
        if self._paper is None:
            return
        dialog = QFileDialog(self, self.words("Save as PDF"))
        dialog.setObjectName("save_dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("PDF (*.pdf)")
        dialog.setDefaultSuffix("pdf")
        dialog.setDirectory(desktop_folder())
        dialog.selectFile(file_name(self._paper, self._made))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._save_to)
        dialog.open()

    def _save_to(self, place: str) -> None:
        if self._paper is not None and place:
            self._later(partial(save_paper, self._paper, Path(place)), self._foot.show_saved)

    def _copy_picture(self) -> None:
        if self._paper is not None:
            work = partial(image_of, self._paper, self._preview.number, COPY_DPI)
            self._later(work, self._put_picture)

    def _put_picture(self, image: QImage) -> None:
        QGuiApplication.clipboard().setImage(image)
        self.desk.said.emit(self.words("Picture of this page copied. Paste it into a chat."))

    def _copy_file(self) -> None:
        if self._paper is not None:
            self._later(partial(copy_for_clipboard, self._paper, self._made), self._put_file)

    def _put_file(self, place: Path) -> None:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(place))])
        QGuiApplication.clipboard().setMimeData(data)
        self.desk.said.emit(self.words("File copied. Paste it into a chat or a folder."))

    # --- for the window --------------------------------------------------------------------------------

    def first_focus(self) -> QWidget:
        """The paper that is chosen."""
        return self._rows[self._chosen.id]

    def announcement(self) -> str:
        """Which paper is shown."""
        return f"{self.words('Print')} · {self._rows[self._chosen.id].text()}"
