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
from merchant_guard.desktop.pages.paper_giving import foot_paper
from merchant_guard.desktop.pages.paper_options import OptionActs
from merchant_guard.desktop.pages.paper_printing import PaperPrinting
from merchant_guard.desktop.pages.paper_saving import PaperSaving
from merchant_guard.desktop.pages.paper_side import PaperSide
from merchant_guard.desktop.paper_choice import PaperChoice
from merchant_guard.desktop.printing import Printer, find_printers, image_of
from merchant_guard.desktop.saving import usual_folder
from merchant_guard.desktop.widgets.paper_foot import FootPaper, PaperFoot
from merchant_guard.desktop.widgets.paper_preview import PaperPreview
from merchant_guard.domain.paper import PageSize
from merchant_guard.domain.signing import UNSIGNED
from merchant_guard.localization.sentences import sentence
from merchant_guard.services.make_papers import MadePaper
from merchant_guard.services.paper_formats import PaperFormat


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
        self._wish: Callable[[], object] | None = None
        self._printing = PaperPrinting(desk, self._choice, find, self)
        self._printing.found.connect(self._show_printers)
        self._saving = PaperSaving(self, save_in)
        self._beside = PaperBeside(self, self._choice, self._redo, self._list_again)
        self._build()
        self._show_choice()

    # --- building -----------------------------------------------------------------------------------

    def _build(self) -> None:
        side = 26 if self.low else 32
        outer = column(self, (0, 0, 0, 0))
        body = QHBoxLayout()
        body.setContentsMargins(side, 14 if self.low else 28, side, 10)
        body.setSpacing(18 if self.low else 24)
        acts = OptionActs(
            self._take_size,
            self._take_entry,
            self._take_all_unsigned,
            self._beside.ask_details,
            self._beside.open_law,
            self._printing.remember,
        )
        self._side = PaperSide(self.desk, self._choice, acts, 420 if self.wide else 300)
        self._side.wanted.connect(self._choose)
        self._preview = PaperPreview(self.look, self._choice.size)
        self._preview.wanted.connect(self._draw)
        body.addWidget(self._side)
        body.addWidget(self._preview, 1)
        outer.addLayout(body, 1)
        self._foot = PaperFoot(self.look, self._foot_paper(), side)
        self._foot.print_wanted.connect(self._print)
        self._foot.save_wanted.connect(self._save)
        self._foot.elsewhere_wanted.connect(self._save_elsewhere)
        self._saving.saved.connect(self.saved_in)
        self._printing.sent.connect(self._beside.ask_who_signed)
        outer.addWidget(self._foot)
        for key, step in ((Qt.Key.Key_PageUp, -1), (Qt.Key.Key_PageDown, 1)):
            turn = QShortcut(QKeySequence(key), self, partial(self._preview.turn, step))
            turn.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """A panel may push the page."""
        super().resizeEvent(event)
        self._side.fit(self.width())

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
        self._foot.begin(self._foot_paper(), self._printing.usual is not None)
        self._show_choice()

    def _redo(self) -> None:
        """Make the same paper again: what is printed of the shop has changed."""
        self._choice.refresh()
        self._show_choice()

    def _list_again(self) -> None:
        """List the papers again: what is offered has changed."""
        before = self._choice.chosen.id
        self._choice.refresh()
        self._side.list_again()
        self._preview.begin(self._choice.size)
        if self._choice.chosen.id != before:
            self._foot.begin(self._foot_paper(), self._printing.usual is not None)
        self._show_choice()

    def _show_choice(self) -> None:
        """Show what is chosen, and make it beside the window."""
        self._side.show_choice()
        if self._printing.printers is not None:
            self._side.show_printers(self._printing.printers, self._printing.usual)
        self._turn += 1
        self._paper = self._wish = None
        self._later(self._choice.making(), partial(self._show_paper, self._turn))

    def _show_printers(self) -> None:
        self._side.show_printers(self._printing.printers or (), self._printing.usual)
        self._foot.show_printer(self._printing.usual is not None)

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
            self._side.warn(words)
        if (wish := self._wish) is not None:
            self._wish = None
            wish()

    def _draw(self, number: int, dpi: float) -> None:
        if self._paper is not None:
            self._later(
                partial(image_of, self._paper, number, dpi), partial(self._show_image, self._turn, number)
            )

    def _show_image(self, turn: int, number: int, image: QImage) -> None:
        if (turn, number) == (self._turn, self._preview.number):
            self._preview.show_image(image)

    # --- what a person does ----------------------------------------------------------------------------

    def _print(self) -> None:
        printer = self._printing.usual
        if printer is not None and not self._waits_for_paper(self._print):
            self._printing.print_paper(self._paper, printer)

    def _waits_for_paper(self, do: Callable[[], object]) -> bool:
        """Whether the paper is still being made; then something is done once it is there."""
        self._wish = do if self._paper is None else None
        return self._paper is None

    def _save(self, wanted: str = PaperFormat.PDF.value) -> None:
        if not self._waits_for_paper(partial(self._save, wanted)):
            self._saving.save(self._paper, self._choice.made, wanted)

    def _save_elsewhere(self) -> None:
        if not self._waits_for_paper(self._save_elsewhere):
            self._saving.ask_where(self._paper, self._choice.made)

    def saved_in(self, places: tuple[Path, ...]) -> None:
        """Say where files lie; agreements that go out to be signed come back."""
        self._foot.show_saved(places)
        self._beside.ask_who_signed()

    def _foot_paper(self) -> FootPaper:
        return foot_paper(self.desk, self._choice, lambda: self._paper)

    # --- for the window --------------------------------------------------------------------------------

    def first_focus(self) -> QWidget:
        """The paper that is chosen."""
        return self._side.focus

    def print_here(self) -> None:
        """Out of the printer, or into a file where there is none."""
        if self._printing.usual is not None:
            self._print()
        else:
            self._save()

    def announcement(self) -> str:
        """Which paper is shown."""
        return f"{self.words('Print')} · {self._choice.title(self._choice.chosen)}"
