"""打印: which paper on which page, how it will look, and out of the printer or into a file."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from shiboken6 import isValid

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.page import Page, column, empty
from merchant_guard.desktop.pages.sent_tasks import sending_questions, sending_tasks
from merchant_guard.desktop.printing import Printer, find_printers, image_of, print_paper, printer_for
from merchant_guard.desktop.saving import usual_folder
from merchant_guard.desktop.sending import Sending, made_plan, paper_subject
from merchant_guard.desktop.widgets.choice_rows import RadioRow
from merchant_guard.desktop.widgets.labels import text_label
from merchant_guard.desktop.widgets.paper_foot import PaperFoot
from merchant_guard.desktop.widgets.paper_preview import PaperPreview
from merchant_guard.desktop.widgets.printer_choice import PrinterChoice
from merchant_guard.desktop.widgets.scroll_area import ScrollArea
from merchant_guard.desktop.widgets.size_choice import SizeChoice
from merchant_guard.desktop.widgets.tab_order import put_behind, tab_stops
from merchant_guard.domain.paper import (
    FIRST_THREE,
    QUESTION_SHEET,
    WEEK_LIST,
    OfferedPaper,
    PageSize,
    offered_papers,
    tasks_of,
)
from merchant_guard.domain.stage import Stage
from merchant_guard.localization.sentences import sentence
from merchant_guard.services.make_papers import (
    MadePaper,
    file_name,
    listed_title,
    make_paper,
    save_in,
    save_paper,
)


class PrintPage(Page):
    """Papers at the left, the page itself at the right, what to do with it below."""

    def __init__(
        self,
        desk: Desk,
        low: bool,
        wide: bool,
        find: Callable[[], tuple[Printer, ...]] = find_printers,
        save_in: Callable[[], Path] = usual_folder,
    ) -> None:
        super().__init__(desk, low, wide)
        self._save_in = save_in
        self._made = made_plan(desk)
        self._offered = offered_papers(
            desk.open_check.assessment, desk.plan, desk.ledger.book, desk.paper_subjects
        )
        self._chosen, self._size = self._choice()
        self._paper: MadePaper | None = None
        self._printers: tuple[Printer, ...] = ()
        self._build()
        make = partial(make_paper, self._made, self._chosen.id, self._size, self.look.language)
        self._later(partial(make, paper_subject(desk, self._chosen)), self._show_paper)
        self._later(find, self._show_printers)

    # --- what is chosen -----------------------------------------------------------------------------

    def _choice(self) -> tuple[OfferedPaper, PageSize]:
        """The paper chosen last; at first what the person has come for, on the page their printer takes."""
        quick = self.desk.open_check.interview.stage is Stage.QUICK
        wanted, size = self.desk.paper or (FIRST_THREE.id if quick else self._offered[0].id, None)
        paper = next((paper for paper in self._offered if paper.id == wanted), self._offered[0])
        usual = self._label if self._only_labels() else PageSize.A4
        return paper, next((one for one in (size, usual) if one in paper.sizes), paper.sizes[0])

    @property
    def _label(self) -> PageSize:
        """The labels the person has in the printer."""
        return PageSize(self.desk.preferences.settings.label)

    def _only_labels(self) -> bool:
        """Whether the shop says that it has a waybill printer and no other."""
        return self.desk.open_check.shop.profile.get("printers") == frozenset({"label"})

    def _title(self, paper: OfferedPaper) -> str:
        return listed_title(self.look.language, paper, self._made, self.desk.ledger.book)

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
        self._left_side = self._left()
        left = ScrollArea(self._left_side)
        left.setFixedWidth(min(self.look.px("body") * 18, 400 if self.wide else 290))
        self._preview = PaperPreview(self.look, self._size)
        self._preview.wanted.connect(self._draw)
        body.addWidget(left)
        body.addWidget(self._preview, 1)
        outer.addLayout(body, 1)
        send = self._sending if self._may_be_sent else None
        self._foot = PaperFoot(self.look, self._title(self._chosen), self._size, side, send)
        self._foot.print_wanted.connect(self._print)
        self._foot.save_wanted.connect(self._save)
        self._foot.elsewhere_wanted.connect(self._save_elsewhere)
        outer.addWidget(self._foot)
        for key, step in ((Qt.Key.Key_PageUp, -1), (Qt.Key.Key_PageDown, 1)):
            turn = QShortcut(QKeySequence(key), self, partial(self._preview.turn, step))
            turn.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

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
            sizes = self._chosen.sizes
            layout.addWidget(SizeChoice(self.look, sizes, self._size, self._label, self._take_size))
        self._printer_caption = self._caption(self.words("Printer"))
        layout.addWidget(self._printer_caption)
        self._printer_place = QVBoxLayout()
        layout.addLayout(self._printer_place)
        self._notice = text_label(self.look, "", "caption", "warn")
        self._notice.hide()
        layout.addWidget(self._notice)
        layout.addStretch(1)
        return left

    def _caption(self, words: str) -> QLabel:
        label = text_label(self.look, words, "caption", "text2", wrap=False)
        label.setContentsMargins(0, 8, 0, 0)
        return label

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
            self._printer_caption.setBuddy(choice)
            put_behind([one for one in tab_stops(self._left_side) if one is not choice][-1], choice)
        self._foot.show_printer(self._printer is not None)

    def _take_size(self, size: PageSize) -> None:
        """Show the paper on another page; the labels somebody has are remembered."""
        if size.is_label:
            self.desk.preferences.choose(replace(self.desk.preferences.settings, label=size.value))
        self.desk.go_to_paper(self._chosen.id, size)

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
        """To where people look for files; the page then says where that is."""
        if self._paper is not None:
            self._later(partial(save_in, self._paper, self._save_in(), self._made), self._foot.show_saved)

    def _save_elsewhere(self) -> None:
        """Ask where; the dialog is the system's own, and nothing waits for it."""
        if self._paper is None:
            return
        dialog = QFileDialog(self, self.words("Save as PDF"))
        dialog.setObjectName("save_dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("PDF (*.pdf)")
        dialog.setDefaultSuffix("pdf")
        dialog.setDirectory(str(self._save_in().parent))
        dialog.selectFile(file_name(self._paper, self._made))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._save_to)
        dialog.open()

    def _save_to(self, place: str) -> None:
        if self._paper is not None and place:
            self._later(partial(save_paper, self._paper, Path(place)), self._foot.show_saved)

    @property
    def _may_be_sent(self) -> bool:
        """Whether it may go into a chat: the whole report, with its risks and gaps, is not for others."""
        return self._chosen.id == QUESTION_SHEET.id or self._sending() is not None

    def _sending(self) -> Sending | None:
        """What goes out: the sheet for those who are asked, else the tasks of the paper."""
        if self._chosen.id == QUESTION_SHEET.id:
            paper = self._paper
            return sending_questions(self.desk, lambda: paper) if paper else None
        items = tasks_of(self._chosen.id, self._made.plan)
        return sending_tasks(self.desk, items, is_week=self._chosen.id == WEEK_LIST.id)

    # --- for the window --------------------------------------------------------------------------------

    def first_focus(self) -> QWidget:
        """The paper that is chosen."""
        return self._rows[self._chosen.id]

    def print_here(self) -> None:
        """Out of the printer, or into a file where there is none."""
        if self._printer is not None:
            self._print()
        else:
            self._save()

    def announcement(self) -> str:
        """Which paper is shown."""
        return f"{self.words('Print')} · {self._rows[self._chosen.id].text()}"
