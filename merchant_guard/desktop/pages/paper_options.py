"""What stands under the chosen paper: for whom, how long it is kept, what is missing, on which page."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.page import column, empty
from merchant_guard.desktop.pages.register_words import RegisterWords
from merchant_guard.desktop.paper_choice import PaperChoice
from merchant_guard.desktop.printing import Printer
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.choice_list import ChoiceList
from merchant_guard.desktop.widgets.choice_rows import may_grow
from merchant_guard.desktop.widgets.labels import text_label
from merchant_guard.desktop.widgets.link_row import LinkRow
from merchant_guard.desktop.widgets.paper_law import PaperLaw
from merchant_guard.desktop.widgets.printer_choice import PrinterChoice
from merchant_guard.desktop.widgets.size_choice import SizeChoice
from merchant_guard.desktop.widgets.spoken import named
from merchant_guard.desktop.widgets.tab_order import lead_through
from merchant_guard.desktop.widgets.words_and_acts import WordsAndActs
from merchant_guard.domain.paper import About, PageSize, Share
from merchant_guard.domain.question import Citation
from merchant_guard.domain.registers.register import STAFF
from merchant_guard.domain.signing import UNSIGNED, is_staff_agreement

_TO_SOMEBODY = (STAFF, "partners")
"""The registers whose entries are people or firms that get the paper."""
_AROUND_LAW = 96
"""Margins and picture around the name of a law, in pixels."""
_LEAST_CHARACTERS = 6
"""A list may be so narrow; its tooltip has the words whole."""


class OptionActs(NamedTuple):
    """What somebody may change about the chosen paper."""

    size: Callable[[PageSize], object]
    about: Callable[[str], object]
    all_at_once: Callable[[], object]
    details: Callable[[], object]
    law: Callable[[Citation], object]
    printer: Callable[[str], object]


class PaperOptions(QFrame):
    """Built anew for every paper that is chosen; `room` is the width of the column it stands in.

    `grew` comes when more of it has to be seen.
    """

    grew = Signal()

    def __init__(self, desk: Desk, choice: PaperChoice, acts: OptionActs, room: int) -> None:
        super().__init__()
        self.setObjectName("paper_options")
        self.setProperty("k", "sunken")
        self._desk, self._look, self._choice, self._acts = desk, desk.look, choice, acts
        self._layout = column(self, (12, 8, 12, 10), 6)
        self._add_told()
        if choice.chosen.about is About.ENTRY and choice.chosen.register is not None:
            self._add_entries(choice.chosen.register)
        if choice.details():
            self._layout.addWidget(self._details_row())
        if len(choice.chosen.sizes) > 1:
            self._layout.addWidget(self._caption(desk.look.words("Page size")))
            sizes = choice.chosen.sizes
            self._layout.addWidget(SizeChoice(self._look, sizes, choice.size, choice.label, acts.size))
        self._add_printer()
        if choice.form is not None and choice.form.citations:
            laws, citations = choice.bank.laws, choice.form.citations
            self._layout.addWidget(PaperLaw(self._look, laws, citations, acts.law, room - _AROUND_LAW))
        self.notice = text_label(self._look, "", "caption", "warn")
        self.notice.hide()
        self._layout.addWidget(self.notice)

    def _caption(self, words: str) -> QLabel:
        return text_label(self._look, words, "caption", "text2", wrap=False)

    # --- what is told -------------------------------------------------------------------------------

    def _add_told(self) -> None:
        words, form = self._look.words, self._choice.form
        lines = []
        if form is not None:
            outside = form.share is Share.OUTSIDE
            lines.append(words("For people outside") if outside else words("For use in the shop only"))
            lines += [form.kept.pick(self._look.language)] if form.kept else []
        elif self._choice.is_bundle:
            count = len(self._choice.bundled(self._choice.chosen))
            lines.append(words("{count} papers behind a cover for the print shop").format(count=count))
        for number, line in enumerate(lines):
            label = text_label(self._look, line, "caption", "text2")
            label.setObjectName(f"paper_told_{number}")
            self._layout.addWidget(label)

    # --- about whom ---------------------------------------------------------------------------------

    def _add_entries(self, register: str) -> None:
        words, say = self._look.words, RegisterWords(self._look, self._desk.ledger, self._desk.today)
        entries, form = self._choice.entries(), self._choice.form
        told = words("For whom") if register in _TO_SOMEBODY else words("About which record")
        caption = self._caption(told)
        self._layout.addWidget(caption)
        about = ChoiceList(self._look, "paper_about", told, words("Blank, to fill in by hand"))
        options = [(entry.id, say.full_name(entry)) for entry in entries]
        about.show_options(options, self._choice.chosen.subject, self._acts.about)
        caption.setBuddy(about)
        self._layout.addWidget(about)
        about.setMinimumContentsLength(_LEAST_CHARACTERS)
        unsigned = self._choice.bundled(UNSIGNED) if form and is_staff_agreement(form) else ()
        if len(unsigned) > 1:
            every = words("The {count} who have not signed, in one go").format(count=len(unsigned))
            several = LinkRow(self._look, every, picture="users")
            several.setObjectName("all_unsigned")
            may_grow(several)
            several.clicked.connect(lambda _on=False: self._acts.all_at_once())
            self._layout.addWidget(several)

    # --- what the shop has not said -----------------------------------------------------------------

    def _details_row(self) -> QWidget:
        words, missing = self._look.words, self._choice.details_missing()
        said = words("Everything about the shop is filled in")
        if missing:
            said = words("{count} still empty; printed as a blank for now").format(count=missing)
        label = text_label(self._look, said, "caption", "warn" if missing else "text2")
        label.setObjectName("details_told")
        act = words("Fill in") if missing else words("Change")
        accessible = named(self._look, act, said)
        fill = button(self._look, act, "fill_details", self._acts.details, kind="link", accessible=accessible)
        beside = label.fontMetrics().horizontalAdvance(said) + fill.sizeHint().width() + 12
        return WordsAndActs(label, fill, beside, Qt.AlignmentFlag.AlignVCenter)

    # --- printer ------------------------------------------------------------------------------------

    def _add_printer(self) -> None:
        self._printer_caption = self._caption(self._look.words("Printer"))
        self._layout.addWidget(self._printer_caption)
        self._printer_place = QVBoxLayout()
        self._layout.addLayout(self._printer_place)

    def show_printers(self, printers: Sequence[Printer], usual: Printer | None) -> None:
        """Show which printer is used, or what to do without one."""
        words = self._look.words
        empty(self._printer_place)
        if usual is None:
            said = words("No A4 printer was found here. Save a PDF and take it to a print shop.")
            if self._choice.size.is_label:
                said = words("No waybill printer was found here. Plug it in, or save a PDF.")
            self._printer_place.addWidget(text_label(self._look, said, "note", "text2"))
            return
        choice = PrinterChoice(self._look, "printer", words("Printer"))
        choice.show_printers([one.name for one in printers], usual.name, self._acts.printer)
        choice.setMinimumContentsLength(_LEAST_CHARACTERS)
        self._printer_place.addWidget(choice)
        self._printer_caption.setBuddy(choice)
        lead_through(self)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Tell when something unfolded in it, or came later."""
        super().resizeEvent(event)
        if event.size().height() > event.oldSize().height():
            self.grew.emit()
