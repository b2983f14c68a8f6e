"""The foot of the quick check's end: the paper first, going on second, a chat third."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QPushButton, QWidget
from shiboken6 import isValid

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.page import empty
from merchant_guard.desktop.pages.sent_tasks import sending_tasks
from merchant_guard.desktop.printing import Printer
from merchant_guard.desktop.saving import saved_words
from merchant_guard.desktop.sending import made_plan
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.focusing import give_focus
from merchant_guard.desktop.widgets.labels import icon_label
from merchant_guard.desktop.widgets.page_footer import FooterNote, PageFooter
from merchant_guard.desktop.widgets.send_button import send_button
from merchant_guard.desktop.widgets.wrap_row import WrapRow
from merchant_guard.domain.paper import FIRST_THREE, PageSize, tasks_of
from merchant_guard.domain.stage import Stage
from merchant_guard.services.make_papers import make_paper, save_in


class QuickEndFoot(PageFooter):
    """With tasks the primary puts them on paper: out of a printer, or into a file where there is none."""

    def __init__(self, desk: Desk, low: bool, side: int, width: int, save_in: Callable[[], Path]) -> None:
        super().__init__(low, side, width)
        self._desk, self._look, self._folder = desk, desk.look, save_in
        self._first = tasks_of(FIRST_THREE.id, desk.plan)
        self._has_printer = True
        self._saved: Path | None = None
        self._fill()

    def look_for_printers(self, find: Callable[[], tuple[Printer, ...]]) -> None:
        """Offer a file in place of the printer where there is none."""
        self._desk.in_background(find, lambda found: self._show_printers(found) if isValid(self) else None)

    def _show_printers(self, found: tuple[Printer, ...]) -> None:
        if found or not self._first:
            return
        had_focus = self.main.hasFocus()
        self._has_printer = False
        self._fill()
        if had_focus:
            give_focus(self.main)

    # --- what stands there --------------------------------------------------------------------------

    def _fill(self) -> None:
        empty(self.row)
        holder = QWidget()
        row = WrapRow(holder, gap=10)
        buttons = list(self._buttons())
        self.main: QWidget = buttons[0]
        """What most people press next."""
        for made in buttons:
            row.addWidget(made)
        row.begin_tail()
        for widget in self._end():
            row.addWidget(widget)
        self.row.addWidget(holder)
        holder.show()  # a layout would only show it later, and what is hidden takes no focus

    def _buttons(self) -> Iterator[QWidget]:
        words, look = self._look.words, self._look
        if self._first and self._has_printer:
            yield self._print_button()
        elif self._first:
            said = words("Save a PDF for the print shop")
            yield button(look, said, "save", self._save, kind="primary", picture="file-down")
        yield self._go_on_button()
        send = partial(sending_tasks, self._desk, self._first)
        if send() is not None:
            yield send_button(look, "send", send, kind="plain")

    def _end(self) -> Iterator[QWidget]:
        if self._saved is not None:
            yield from saved_words(self._look, self._saved)
        else:
            yield icon_label(self._look, "circle-check", 16, "ok")
            yield FooterNote(self._look, self._look.words("Saved; nothing is asked twice"))

    def _print_button(self) -> QWidget:
        words = self._look.words
        said = words("Print this one") if len(self._first) == 1 else words("Print these {count}")
        printing = partial(self._desk.go_to_paper, FIRST_THREE.id)
        said = said.format(count=len(self._first))
        return button(self._look, said, "print", printing, kind="primary", picture="printer")

    def _go_on_button(self) -> QWidget:
        desk, words = self._desk, self._look.words
        left = replace(desk.open_check.interview, stage=Stage.FULL).minutes_left
        rest = words("Go on with the rest, about {minutes} min") if left else words("See the result")
        return button(
            self._look,
            rest.format(minutes=left),
            "go_on",
            desk.walk.begin_full if left else desk.walk.finish,
            kind="" if self._first else "primary",
            picture="arrow-right",
            after=True,
        )

    # --- the file -----------------------------------------------------------------------------------

    def _save(self) -> None:
        made, folder, language = made_plan(self._desk), self._folder(), self._look.language

        def work() -> Path:
            return save_in(make_paper(made, FIRST_THREE.id, PageSize.A4, language), folder, made)

        self._desk.in_background(work, lambda place: self._say_saved(place) if isValid(self) else None)

    def _say_saved(self, place: Path) -> None:
        self._saved = place
        self._fill()
        if open_folder := self.findChild(QPushButton, "open_folder"):
            give_focus(open_folder)
