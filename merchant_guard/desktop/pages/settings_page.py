"""设置: language, text size, colours, who can open the data, reminders, printers. Saved at once."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.backup_part import BackupPart
from merchant_guard.desktop.pages.key_part import KeyPart
from merchant_guard.desktop.pages.page import Page, column
from merchant_guard.desktop.pages.reminder_part import ReminderPart
from merchant_guard.desktop.paper_sizes import size_name
from merchant_guard.desktop.printing import Printer, find_printers
from merchant_guard.desktop.screens import Screen
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.labels import frame, text_label
from merchant_guard.desktop.widgets.printer_choice import PrinterChoice
from merchant_guard.desktop.widgets.prose import WIDTH
from merchant_guard.desktop.widgets.scroll_area import ScrollArea
from merchant_guard.desktop.widgets.segmented import Segmented
from merchant_guard.desktop.widgets.spoken import named
from merchant_guard.desktop.widgets.tab_order import lead_through
from merchant_guard.domain.paper import PageSize

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute


class SettingsPage(Page):
    """Cards of choices, one row each."""

    def __init__(
        self, desk: Desk, low: bool, wide: bool, find: Callable[[], tuple[Printer, ...]] = find_printers
    ) -> None:
        super().__init__(desk, low, wide)
        content = QWidget()
        side = 26 if low else 32
        layout = column(content, (side, 14 if low else 28, side, 20), 4)
        layout.addWidget(text_label(self.look, self.words("Settings"), "title"))
        layout.addWidget(text_label(self.look, self.words("Saved as soon as you choose."), "body", "text2"))
        cards = (
            self._look_card(),
            self._key_card(),
            *((BackupPart(desk),) if desk.check is not None else ()),
            self._reminder_card(),
            self._printer_card(),
            self._about_card(),
        )
        for card in cards:
            card.setMaximumWidth(WIDTH)
            layout.addSpacing(8)
            layout.addWidget(card)
        layout.addStretch(1)
        column(self, (0, 0, 0, 0)).addWidget(ScrollArea(content))
        self._keys.filled.connect(partial(lead_through, content))
        desk.in_background(find, lambda printers: self._show_printers(printers) if isValid(self) else None)

    def first_focus(self) -> QWidget | None:
        """What was changed last, so that going on by keyboard goes on from there."""
        if self.desk.keeping.unfolded and (field := self._keys.first_focus()):
            return field
        touched = self.desk.preferences.touched or f"language_{self.look.language}"
        return self.findChild(QWidget, touched)

    def announcement(self) -> str:
        """Where we are."""
        return self.words("Settings")

    # --- how it looks -------------------------------------------------------------------------------

    def _look_card(self) -> QWidget:
        words, look = self.words, self.look
        sizes = (words("Standard size"), words("Large"), words("Extra large"))
        themes = (words("Like the system"), words("Light"), words("Dark"))
        return self._card(
            words("How it looks"),
            (
                self._choice(
                    "language",
                    words("Language"),
                    (("zh", "中文"), ("en", "English")),
                    look.language,
                    lambda value: self.desk.set_look(replace(look, language=value)),
                ),
                self._choice(
                    "text_size",
                    words("Text size"),
                    tuple(zip(("standard", "large", "huge"), sizes, strict=True)),
                    look.text_size,
                    lambda value: self.desk.set_look(replace(look, text_size=value)),
                ),
                self._choice(
                    "theme",
                    words("Colours"),
                    tuple(zip(("system", "light", "dark"), themes, strict=True)),
                    self.desk.preferences.settings.theme,
                    self.desk.set_theme,
                ),
            ),
        )

    def _choice(
        self,
        name: str,
        label: str,
        options: Sequence[tuple[str, str]],
        chosen: str,
        choose: Callable[[str], object],
    ) -> tuple[str, QWidget]:
        def on_choice(value: str) -> None:
            self.desk.preferences.touched = f"{name}_{value}"
            choose(value)

        return label, Segmented(self.look, name, label, options, chosen, on_choice)

    # --- the key ------------------------------------------------------------------------------------

    def _key_card(self) -> QWidget:
        self._keys = KeyPart(self.desk)
        return _within(self._keys, WIDTH)

    # --- reminders ----------------------------------------------------------------------------------

    def _reminder_card(self) -> QWidget:
        self._reminders = ReminderPart(self.desk)
        card = self._card(self.words("Reminders"), self._reminders.rows)
        for below in (self._reminders.told, self._reminders.trial):
            card.layout().addWidget(below)
        return _within(card, WIDTH)

    # --- printers -----------------------------------------------------------------------------------

    def _printer_card(self) -> QWidget:
        automatic = self.words("Whichever fits")
        sizes = [(size, size_name(self.words, size)) for size in PageSize]
        self._choices = {
            size: PrinterChoice(
                self.look, f"printer_{size}", named(self.look, self.words("Printer"), name), automatic
            )
            for size, name in sizes
        }
        return self._card(self.words("Printers"), tuple((name, self._choices[size]) for size, name in sizes))

    def _show_printers(self, printers: tuple[Printer, ...]) -> None:
        chosen = self.desk.preferences.settings.printers
        names = [printer.name for printer in printers]
        for size, choice in self._choices.items():
            choice.show_printers(
                names, chosen.get(size, ""), lambda name, size=size: self._choose_printer(size, name)
            )

    def _choose_printer(self, size: PageSize, name: str) -> None:
        settings = self.desk.preferences.settings
        others = {known: printer for known, printer in settings.printers.items() if known != size}
        printers = {**others, size.value: name} if name else others
        self.desk.preferences.choose(replace(settings, printers=printers))

    # --- the rest -----------------------------------------------------------------------------------

    def _about_card(self) -> QWidget:
        words = self.words
        about = button(
            self.look,
            words("Version, licences, where the data is"),
            "about",
            lambda: self.desk.go(Screen.ABOUT),
            kind="link",
            picture="chevron-right",
            after=True,
        )
        years = button(
            self.look,
            words("Earlier years"),
            "old_years",
            self.desk.next_year.show_years,
            kind="link",
            picture="chevron-right",
            after=True,
        )
        rows = [("", about)] if self.desk.check is None else [("", years), ("", about)]
        return self._card(words("About"), rows)

    def _card(self, head: str, rows: Sequence[tuple[str, QWidget]]) -> QWidget:
        card = frame("card")
        layout = QVBoxLayout(card)
        layout.setContentsMargins(20, 14, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(text_label(self.look, head, "section"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(1, 1)
        for number, (label, control) in enumerate(rows):
            if label:
                words = text_label(self.look, label, "body", "text2", wrap=False)
                words.setMinimumWidth(self.look.px("body") * 6)
                words.setBuddy(control)
                grid.addWidget(words, number, 0, Qt.AlignmentFlag.AlignVCenter)
            first = 1 if label else 0
            side = Qt.AlignmentFlag(0) if isinstance(control, PrinterChoice) else _LEFT
            grid.addWidget(control, number, first, 1, 2 - first, side)
        layout.addLayout(grid)
        return card


def _within(card: QWidget, width: int) -> QWidget:
    """Let a card with a paragraph be as high as that is in `width` pixels, not in all there is room for."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    card.setMaximumWidth(width)
    row.addWidget(card)
    return holder
