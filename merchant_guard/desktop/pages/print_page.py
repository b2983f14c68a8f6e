"""打印: which paper on which page, how it will look, and out of the printer or into a file."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget
from shiboken6 import isValid

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.page import Page, column
from merchant_guard.desktop.pages.paper_beside import PaperBeside
from merchant_guard.desktop.pages.paper_list import PaperList
from merchant_guard.desktop.pages.paper_options import OptionActs, PaperOptions
from merchant_guard.desktop.pages.paper_saving import PaperSaving
from merchant_guard.desktop.pages.paper_words import listed_groups
from merchant_guard.desktop.pages.sent_tasks import sending_questions, sending_tasks
from merchant_guard.desktop.paper_choice import PaperChoice
from merchant_guard.desktop.printing import Printer, find_printers, image_of, print_paper, printer_for
from merchant_guard.desktop.saving import usual_folder
from merchant_guard.desktop.sending import Sending
from merchant_guard.desktop.widgets.focusing import give_focus
from merchant_guard.desktop.widgets.labels import set_text, text_label
from merchant_guard.desktop.widgets.paper_foot import FootPaper, PaperFoot
from merchant_guard.desktop.widgets.paper_preview import PaperPreview
from merchant_guard.desktop.widgets.scroll_area import ScrollArea
from merchant_guard.domain.paper import QUESTION_SHEET, WEEK_LIST, PageSize, tasks_of
from merchant_guard.domain.signing import UNSIGNED
from merchant_guard.localization.sentences import sentence
from merchant_guard.services.make_papers import MadePaper
from merchant_guard.services.paper_formats import PaperFormat, formats_on

_NARROWEST, _LEAST_PREVIEW, _NARROWEST_SIDE = 220, 230, 32
"""Pixels for the column of papers, for the preview, and beside them, where there is little room."""


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
        self._choice = PaperChoice(desk)
        self._paper: MadePaper | None = None
        self._turn = 0
        self._printers: tuple[Printer, ...] | None = None
        self._saving = PaperSaving(self, save_in)
        self._beside = PaperBeside(self, self._choice, self._redo, self._list_again)
        self._build()
        self._show_choice()
        self._later(find, self._show_printers)

    # --- building -----------------------------------------------------------------------------------

    def _build(self) -> None:
        side = 26 if self.low else 32
        outer = column(self, (0, 0, 0, 0))
        body = QHBoxLayout()
        body.setContentsMargins(side, 14 if self.low else 28, side, 10)
        body.setSpacing(18 if self.low else 24)
        self._preview = PaperPreview(self.look, self._choice.size)
        self._preview.wanted.connect(self._draw)
        body.addWidget(self._left())
        body.addWidget(self._preview, 1)
        outer.addLayout(body, 1)
        self._foot = PaperFoot(self.look, self._foot_paper(), side)
        self._foot.print_wanted.connect(self._print)
        self._foot.save_wanted.connect(self._save)
        self._foot.elsewhere_wanted.connect(self._save_elsewhere)
        self._saving.saved.connect(self.saved_in)
        outer.addWidget(self._foot)
        for key, step in ((Qt.Key.Key_PageUp, -1), (Qt.Key.Key_PageDown, 1)):
            turn = QShortcut(QKeySequence(key), self, partial(self._preview.turn, step))
            turn.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _left(self) -> QWidget:
        left = QWidget()
        layout = column(left, (0, 0, 10, 0), 8)
        layout.addWidget(text_label(self.look, self.words("Print"), "title"))
        self._list = PaperList(self.look, listed_groups(self.words, self._choice), self._choice.chosen.id)
        self._list.wanted.connect(self._choose)
        layout.addWidget(self._list)
        layout.addStretch(1)
        self._left_area = ScrollArea(left)
        self._left_area.setFixedWidth(self._usual_width)
        return self._left_area

    @property
    def _usual_width(self) -> int:
        """The width of the column of papers while nothing pushes the page."""
        return min(self.look.px("body") * 20, 420 if self.wide else 300)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Where a panel pushes the page the papers leave room for the preview."""
        super().resizeEvent(event)
        room = self.width() - 2 * _NARROWEST_SIDE - _LEAST_PREVIEW
        self._left_area.setFixedWidth(max(_NARROWEST, min(self._usual_width, room)))

    # --- what is chosen -----------------------------------------------------------------------------

    def _choose(self, paper_id: str) -> None:
        if paper_id != self._choice.chosen.id:
            self.desk.paper = (paper_id, None)
            self._choose_again()

    def _take_size(self, size: PageSize) -> None:
        """Show the paper on another page; the labels somebody has are remembered."""
        if size.is_label:
            self.desk.preferences.choose(replace(self.desk.preferences.settings, label=size.value))
        self.desk.paper = (self._choice.chosen.id, size)
        QTimer.singleShot(0, self, self._choose_again)  # what was pressed goes

    def _take_entry(self, entry_id: str) -> None:
        """Make the paper about another entry, or empty."""
        self.desk.paper_subjects[self._choice.chosen.id] = entry_id
        QTimer.singleShot(0, self, self._choose_again)

    def _take_all_unsigned(self) -> None:
        QTimer.singleShot(0, self, partial(self._choose, UNSIGNED.id))

    def _choose_again(self) -> None:
        """Show what lies on the desk now."""
        self._choice.refresh()
        self._preview.begin(self._choice.size)
        self._foot.begin(self._foot_paper(), self._printer is not None)
        self._show_choice()

    def _redo(self) -> None:
        """Make the same paper again: what is printed of the shop has changed."""
        self._choice.refresh()
        self._show_choice()

    def _list_again(self) -> None:
        """List the papers again: what is offered has changed."""
        before = self._choice.chosen.id
        self._choice.refresh()
        self._list.show_groups(listed_groups(self.words, self._choice), self._choice.chosen.id)
        self._preview.begin(self._choice.size)
        if self._choice.chosen.id != before:
            self._foot.begin(self._foot_paper(), self._printer is not None)
        self._show_choice()

    def _show_choice(self) -> None:
        """Show what is chosen, with the focus where it was, and make it beside the window."""
        focus = self.focusWidget()
        name = focus.objectName() if focus is not None and self._list.isAncestorOf(focus) else ""
        acts = OptionActs(
            self._take_size,
            self._take_entry,
            self._take_all_unsigned,
            self._beside.ask_details,
            self._beside.open_law,
            self._remember_printer,
        )
        self._options = PaperOptions(self.desk, self._choice, acts, self._usual_width)
        self._options.grew.connect(lambda: QTimer.singleShot(0, self, self._reveal_options))
        self._list.show_chosen(self._choice.chosen.id, self._options)
        if self._printers is not None:
            self._options.show_printers(self._printers, self._printer)
        if name and self.focusWidget() is not focus and (widget := self._list.findChild(QWidget, name)):
            give_focus(widget)
        self._turn += 1
        self._paper = None
        self._later(self._choice.making(), partial(self._show_paper, self._turn))

    def _reveal_options(self) -> None:
        """Scroll until what belongs to the chosen paper can be read, but never past its row."""
        row, options, focus = self._list.row, self._options, self.focusWidget()
        if focus is not None and isValid(options) and options.isAncestorOf(focus):
            return  # somebody is busy there, and sees it
        if row is None or not isValid(options) or not options.isVisibleTo(self):
            return
        bar, high = self._left_area.verticalScrollBar(), self._left_area.viewport().height()
        top = row.mapTo(self._left_area.widget(), row.rect().topLeft()).y()
        bottom = top + row.height() + 6 + options.height()
        if bottom > bar.value() + high or top < bar.value():
            bar.setValue(min(bottom - high + 8, top - 8))

    # --- what comes back from the background -----------------------------------------------------------

    def _later(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        """Do something beside the window; when it is ready this page may be gone."""
        self.desk.in_background(work, lambda outcome: done(outcome) if isValid(self) else None)

    def _show_paper(self, turn: int, paper: MadePaper) -> None:
        if turn != self._turn:
            return  # another was chosen meanwhile
        self._paper = paper
        self._preview.show_paper(paper.title, paper.pages)
        if paper.unprintable:
            characters = " ".join(sorted(paper.unprintable))
            words = sentence(self.look.language, "document.unprintable", {"characters": characters})
            set_text(self.look, self._options.notice, words, "caption")
            self._options.notice.show()

    def _draw(self, number: int, dpi: float) -> None:
        if self._paper is not None:
            self._later(
                partial(image_of, self._paper, number, dpi), partial(self._show_image, self._turn, number)
            )

    def _show_image(self, turn: int, number: int, image: QImage) -> None:
        if (turn, number) == (self._turn, self._preview.number):
            self._preview.show_image(image)

    # --- printers -----------------------------------------------------------------------------------

    @property
    def _printer(self) -> Printer | None:
        chosen = self.desk.preferences.settings.printers
        return printer_for(self._choice.size, self._printers or (), chosen)

    def _show_printers(self, printers: tuple[Printer, ...]) -> None:
        self._printers = printers
        self._options.show_printers(printers, self._printer)
        self._foot.show_printer(self._printer is not None)

    def _remember_printer(self, name: str) -> None:
        settings = self.desk.preferences.settings
        chosen = {**settings.printers, self._choice.size.value: name}
        self.desk.preferences.choose(replace(settings, printers=chosen))

    # --- what a person does ----------------------------------------------------------------------------

    def _print(self) -> None:
        printer = self._printer
        if self._paper is not None and printer is not None:
            sent = self.words("Sent to {printer}").format(printer=printer.name)
            self._later(partial(print_paper, self._paper, printer.name), partial(self._on_printed, sent))

    def _on_printed(self, sent: str, _none: object) -> None:
        self.desk.said.emit(sent)
        self._beside.ask_who_signed()

    def _save(self, wanted: str = PaperFormat.PDF.value) -> None:
        if self._paper is not None:
            self._saving.save(self._paper, self._choice.made, wanted)

    def _save_elsewhere(self) -> None:
        if self._paper is not None:
            self._saving.ask_where(self._paper, self._choice.made)

    def saved_in(self, places: tuple[Path, ...]) -> None:
        """Say where files lie; agreements that go out to be signed come back."""
        self._foot.show_saved(places)
        self._beside.ask_who_signed()

    def _foot_paper(self) -> FootPaper:
        """The whole report, with its risks and gaps, is not for a chat; several papers have no Word file."""
        choice = self._choice
        formats = formats_on(choice.size)
        if choice.is_bundle:
            formats = tuple(one for one in formats if one is not PaperFormat.DOCX)
        may_be_sent = choice.chosen.id == QUESTION_SHEET.id or self._sending() is not None
        send = self._sending if may_be_sent else None
        return FootPaper(choice.title(choice.chosen), choice.size.is_label, formats, send)

    def _sending(self) -> Sending | None:
        """What goes out: the sheet for those who are asked, else the tasks of the paper."""
        chosen = self._choice.chosen.id
        if chosen == QUESTION_SHEET.id:
            paper = self._paper
            return sending_questions(self.desk, lambda: paper) if paper else None
        items = tasks_of(chosen, self._choice.made.plan)
        return sending_tasks(self.desk, items, is_week=chosen == WEEK_LIST.id)

    # --- for the window --------------------------------------------------------------------------------

    def first_focus(self) -> QWidget:
        """The paper that is chosen."""
        return self._list.row or self._list.find

    def print_here(self) -> None:
        """Out of the printer, or into a file where there is none."""
        if self._printer is not None:
            self._print()
        else:
            self._save()

    def announcement(self) -> str:
        """Which paper is shown."""
        return f"{self.words('Print')} · {self._choice.title(self._choice.chosen)}"
