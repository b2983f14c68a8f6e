"""What stands under the chosen paper: for whom, how long it is kept, what is missing, on which page."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.page import column, empty
from merchant_guard.desktop.pages.register_words import RegisterWords
from merchant_guard.desktop.paper_choice import PaperChoice
from merchant_guard.desktop.printing import Printer
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.choice_list import ChoiceList
from merchant_guard.desktop.widgets.labels import text_label
from merchant_guard.desktop.widgets.paper_law import PaperLaw
from merchant_guard.desktop.widgets.printer_choice import PrinterChoice
from merchant_guard.desktop.widgets.size_choice import SizeChoice
from merchant_guard.desktop.widgets.spoken import named
from merchant_guard.desktop.widgets.tab_order import lead_through
from merchant_guard.desktop.widgets.wrap_row import WrapRow
from merchant_guard.domain.paper import PageSize, Share
from merchant_guard.domain.paper_form import PaperForm
from merchant_guard.domain.question import Citation
from merchant_guard.domain.registers.register import STAFF
from merchant_guard.domain.signing import UNSIGNED, is_staff_agreement

_TO_SOMEBODY = (STAFF, "partners")
"""The registers whose entries are people or firms that get the paper."""


class OptionActs(NamedTuple):
    """What somebody may change about the chosen paper."""

    size: Callable[[PageSize], object]
    about: Callable[[str], object]
    all_at_once: Callable[[], object]
    details: Callable[[], object]
    law: Callable[[Citation], object]
    printer: Callable[[str], object]


class PaperOptions(QFrame):
    """Built anew for every paper that is chosen."""

    def __init__(self, desk: Desk, choice: PaperChoice, acts: OptionActs) -> None:
        super().__init__()
        self.setObjectName("paper_options")
        self.setProperty("k", "sunken")
        self._desk, self._look, self._choice, self._acts = desk, desk.look, choice, acts
        self._layout = column(self, (12, 8, 12, 10), 6)
        self._add_told()
        if choice.form is not None and choice.form.register is not None:
            self._add_entries(choice.form)
        if choice.details():
            self._layout.addWidget(self._details_row())
        if len(choice.chosen.sizes) > 1:
            self._layout.addWidget(self._caption(desk.look.words("Page size")))
            sizes = choice.chosen.sizes
            self._layout.addWidget(SizeChoice(self._look, sizes, choice.size, choice.label, acts.size))
        self._add_printer()
        if choice.form is not None and choice.form.citations:
            laws, citations = choice.bank.laws, choice.form.citations
            self._layout.addWidget(PaperLaw(self._look, laws, citations, acts.law))
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

    def _add_entries(self, form: PaperForm) -> None:
        words, say = self._look.words, RegisterWords(self._look, self._desk.ledger, self._desk.today)
        entries = self._choice.entries_of(form)
        told = words("For whom") if form.register in _TO_SOMEBODY else words("About which record")
        caption = self._caption(told)
        self._layout.addWidget(caption)
        about = ChoiceList(self._look, "paper_about", told, words("Blank, to fill in by hand"))
        options = [(entry.id, say.full_name(entry)) for entry in entries]
        about.show_options(options, self._choice.chosen.subject, self._acts.about)
        caption.setBuddy(about)
        self._layout.addWidget(about)
        unsigned = self._choice.bundled(UNSIGNED) if is_staff_agreement(form) else ()
        if len(unsigned) > 1:
            every = words("The {count} who have not signed, in one go").format(count=len(unsigned))
            several = button(self._look, every, "all_unsigned", self._acts.all_at_once, kind="link")
            self._layout.addWidget(several, 0, Qt.AlignmentFlag.AlignLeft)

    # --- what the shop has not said -----------------------------------------------------------------

    def _details_row(self) -> QWidget:
        words, missing, box = self._look.words, self._choice.details_missing(), QWidget()
        row = WrapRow(box, gap=8, line_gap=0)
        said = words("Everything about the shop is filled in")
        if missing:
            said = words("{count} still empty; printed as a blank for now").format(count=missing)
        label = text_label(self._look, said, "caption", "warn" if missing else "text2", wrap=False)
        label.setObjectName("details_told")
        row.addWidget(label)
        act = words("Fill in") if missing else words("Change")
        accessible = named(self._look, act, said)
        row.addWidget(
            button(self._look, act, "fill_details", self._acts.details, kind="link", accessible=accessible)
        )
        return box

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
        choice.show_printers([one.name for one in printers], usual.name, partial(self._acts.printer))
        self._printer_place.addWidget(choice)
        self._printer_caption.setBuddy(choice)
        lead_through(self)
