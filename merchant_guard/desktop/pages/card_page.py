"""存一张恢复卡: what it is for, printed or saved; its digits show only when somebody asks for them."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QGridLayout, QVBoxLayout, QWidget

from merchant_guard.desktop.card_making import CardMaking
from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.page import Page, column, empty
from merchant_guard.desktop.paper_sizes import size_name
from merchant_guard.desktop.printing import Printer, find_printers
from merchant_guard.desktop.saving import saved_words, usual_folder
from merchant_guard.desktop.screens import Screen
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.card_sheet import CardSheet
from merchant_guard.desktop.widgets.focusing import give_focus
from merchant_guard.desktop.widgets.labels import icon_label, text_label
from merchant_guard.desktop.widgets.scroll_area import ScrollArea
from merchant_guard.desktop.widgets.segmented import Segmented
from merchant_guard.desktop.widgets.side_by_side import SideBySide
from merchant_guard.desktop.widgets.spoken import announce
from merchant_guard.desktop.widgets.wrap_row import WrapRow
from merchant_guard.domain.paper import PageSize
from merchant_guard.services.make_card import SIZES
from merchant_guard.services.paper_formats import PaperFormat

SHARES = (6, 5)
TWO_COLUMNS_FROM = 760
_NAMES = {PaperFormat.PDF: "PDF", PaperFormat.PNG: "PNG"}


class CardPage(Page):
    """Words and buttons at the left, the sheet at the right."""

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
        self._making = CardMaking(desk, find, self)
        self._saved: Path | None = None
        self._sheet = CardSheet(self.look, self._making.draw, self._making.note_copied)
        content = QWidget()
        side = 26 if low else 32
        layout = column(content, (side, 14 if low else 28, side, 16))
        least = round(TWO_COLUMNS_FROM * self.look.px("body") / 15)
        layout.addWidget(SideBySide(self._words_side(), self._sheet, SHARES, 24, least))
        layout.addStretch(1)
        column(self, (0, 0, 0, 0)).addWidget(ScrollArea(content))
        self._making.found.connect(self._fill_again)
        self._making.drawn.connect(self._sheet.show_picture)
        self._making.made.connect(self._show_made)

    # --- words --------------------------------------------------------------------------------------

    def _words_side(self) -> QWidget:
        box, look, words = QWidget(), self.look, self.words
        layout = column(box, (0, 0, 0, 0), 10 if self.low else 14)
        layout.addWidget(text_label(look, words("Make a recovery card"), "title"))
        told = words(
            "Sixteen groups of digits are the key to your data. With them it opens on any computer: after a "
            "theft, a broken disk, a new Windows, a forgotten password."
        )
        layout.addWidget(text_label(look, told, "body", "text2"))
        layout.addLayout(self._rules())
        self._choices = QVBoxLayout()
        self._choices.setSpacing(12)
        layout.addLayout(self._choices)
        self._fill_choices()
        back = partial(self.desk.go, Screen.SETTINGS)
        layout.addWidget(button(look, words("Back to the settings"), "leave_card", back, kind="link"))
        layout.addStretch(1)
        return box

    def _rules(self) -> QGridLayout:
        words = self.words
        rules = (
            words("Keep it outside the shop, at home for example, not beside the computer."),
            words("No photos of it online, none in the cloud album of a phone or in a chat."),
            words("Whoever has it can read the data."),
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for number, rule in enumerate(rules):
            sign = icon_label(self.look, "shield-check", 18, "primary")
            grid.addWidget(sign, number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(text_label(self.look, rule), number, 1)
        return grid

    # --- on which page, and how ---------------------------------------------------------------------

    def _fill_choices(self) -> None:
        empty(self._choices)
        label = self.words("Paper")
        sizes = [(size.value, size_name(self.words, size)) for size in SIZES]
        chosen = self._making.size.value
        self._choices.addWidget(Segmented(self.look, "card_size", label, sizes, chosen, self._choose_size))
        box = QWidget()
        row = WrapRow(box, gap=10)
        for made in self._buttons():
            row.addWidget(made)
        self._choices.addWidget(box)
        if self._saved is not None:
            self._choices.addWidget(self._saved_row(self._saved))

    def _fill_again(self) -> None:
        """Once the printers are known, the first button may be another one: the focus stays on the first."""
        focus = self.window().focusWidget()
        had_focus = focus is not None and focus is self.first_focus()
        self._fill_choices()
        if had_focus and (first := self.first_focus()):
            give_focus(first)

    def _buttons(self) -> list[QWidget]:
        look, words, making = self.look, self.words, self._making
        made: list[QWidget] = []
        if (printer := making.printer) is not None:
            do_print = partial(making.print_card, printer)
            said = words("Print the card")
            made.append(button(look, said, "print_card", do_print, kind="primary", picture="printer"))
        for wanted, said in (
            (PaperFormat.PDF, words("Save as PDF")),
            (PaperFormat.PNG, words("As a picture")),
        ):
            kind = "primary" if not made else ""
            ask = partial(self._ask_where, wanted)
            made.append(button(look, said, f"save_card_{wanted}", ask, kind=kind, picture="file-down"))
        return made

    def _saved_row(self, place: Path) -> QWidget:
        box = QWidget()
        layout = column(box, (0, 0, 0, 0), 2)
        line = QWidget()
        row = WrapRow(line, gap=10)
        for widget in saved_words(self.look, place):
            row.addWidget(widget)
        layout.addWidget(line)
        told = self.words("Move it to a USB stick or print it; on this computer it is of no use.")
        layout.addWidget(text_label(self.look, told, "note", "text2"))
        return box

    def _choose_size(self, value: str) -> None:
        self._making.size, self._saved = PageSize(value), None
        self._fill_choices()
        if chosen := self.findChild(QWidget, f"card_size_{value}"):
            give_focus(chosen)

    def _ask_where(self, wanted: PaperFormat) -> None:
        """The card is never put somewhere by itself: a desktop may be copied into a cloud."""
        dialog = QFileDialog(self, self.words("Where shall the card go? Best onto a USB stick."))
        dialog.setObjectName("save_dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(f"{_NAMES[wanted]} (*.{wanted})")
        dialog.setDefaultSuffix(wanted.value)
        dialog.setDirectory(str(self._save_in().parent))
        dialog.selectFile(f"{self.words('Recovery card')} {self.desk.today.isoformat()}.{wanted}")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda place: self._making.save_card(wanted, Path(place)))
        dialog.open()

    # --- what came of it ----------------------------------------------------------------------------

    def _show_made(self, place: Path | None) -> None:
        self._saved = place
        if place is not None:
            self._fill_choices()
            if found := self.findChild(QWidget, "open_folder"):
                give_focus(found)
            announce(self, self.words("Saved: {file}").format(file=place.name))

    def first_focus(self) -> QWidget | None:
        """What puts the card into the person's hands."""
        names = ("print_card", f"save_card_{PaperFormat.PDF}")
        return next(filter(None, (self.findChild(QWidget, name) for name in names)), None)

    def announcement(self) -> str:
        """What this is."""
        return self.words("Make a recovery card")
