"""信息可能漏了: stop, write down, judge, tell; the clock running, the log beside the steps."""

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.entry_beside import EntryBeside
from merchant_guard.desktop.pages.incident_choice import IncidentChoice
from merchant_guard.desktop.pages.incident_log import IncidentLog
from merchant_guard.desktop.pages.incident_steps import IncidentSteps
from merchant_guard.desktop.pages.incident_words import noticed_words
from merchant_guard.desktop.pages.page import Page, column, empty
from merchant_guard.desktop.pages.shop_details_panel import ShopDetailsPanel
from merchant_guard.desktop.pages.telling_panel import TellingPanel, lacking_details
from merchant_guard.desktop.panels.law_chip import Wanted
from merchant_guard.desktop.panels.law_panel import LawPanel
from merchant_guard.desktop.theme.tokens import TEXT_SCALES
from merchant_guard.desktop.widgets.ask_box import AskBox
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.labels import frame, icon_label, set_text, text_label
from merchant_guard.desktop.widgets.page_head import PageHead
from merchant_guard.desktop.widgets.scroll_area import ScrollArea, keep_gutter
from merchant_guard.desktop.widgets.side_by_side import SideBySide
from merchant_guard.desktop.widgets.tab_order import lead_through
from merchant_guard.desktop.widgets.wrap_row import WrapRow
from merchant_guard.domain.incident import Standing
from merchant_guard.domain.incident_case import IncidentCase
from merchant_guard.domain.question import Citation, Force
from merchant_guard.localization.dates import day_with_weekday

CARD, RECORD = "emergency-card", "incident-record"
SHARES = (512, 310)
TWO_COLUMNS_FROM = 660
"""Pixels at the standard text size."""
CLOCK = 5_000
"""Milliseconds between two looks at the clock."""


class IncidentPage(Page):
    """Which incident is shown lies on the desk; the page follows it."""

    def __init__(self, desk: Desk, low: bool, wide: bool) -> None:
        super().__init__(desk, low, wide)
        desk.incidents.arrive()
        self._shown: IncidentCase | None = None
        self._steps: IncidentSteps | None = None
        self._log: IncidentLog | None = None
        self._beside = EntryBeside(self, self._open_form)
        content = QWidget()
        side = 26 if low else 28
        layout = column(content, (side, 12 if low else 20, side, 14), 0)
        self._head = PageHead(self.look, self._head_buttons())
        layout.addWidget(self._head)
        layout.addSpacing(8 if low else 12)
        layout.addWidget(self._banner())
        layout.addSpacing(10 if low else 14)
        self._body = column(holder := QWidget(), (0, 0, 0, 0), 6)
        layout.addWidget(holder)
        layout.addStretch(1)
        self._area = ScrollArea(content)
        keep_gutter(self._area)
        column(self, (0, 0, 0, 0)).addWidget(self._area)
        self._build()
        desk.incidents.changed.connect(self._on_changed)
        desk.check_changed.connect(self._on_changed)
        clock = QTimer(self)
        clock.timeout.connect(self.show_time)
        clock.start(CLOCK)

    # --- head ---------------------------------------------------------------------------------------

    def _head_buttons(self) -> list[QPushButton]:
        look, words = self.look, self.words
        card = partial(self.desk.go_to_paper, CARD)
        return [
            button(look, words("Print the emergency card"), "print_card", card, picture="printer"),
            button(
                look,
                words("Write reports and notices"),
                "write_reports",
                self.open_tellings,
                kind="primary",
                picture="send",
            ),
        ]

    def _banner(self) -> QWidget:
        box = frame("banner_info")
        box.setObjectName("incident_banner")
        row = QHBoxLayout(box)
        row.setContentsMargins(16, 7, 16, 7)
        row.setSpacing(12)
        row.addWidget(icon_label(self.look, "info", 18, "primary"))
        said = self.words(
            "Check and report at once, do not wait for certainty. Delete and change no records."
        )
        row.addWidget(text_label(self.look, said), 1)
        return box

    def show_time(self) -> None:
        """Say how long it has been known by now; nothing moves."""
        case = self.desk.incidents.case if self.desk.check is not None else None
        if case is None:
            return
        said = noticed_words(self.look, case, self.desk.incidents.clock())
        if self._head.below.accessibleName() != said:
            set_text(self.look, self._head.below, said)

    # --- what is shown ------------------------------------------------------------------------------

    def _build(self) -> None:
        empty(self._body)
        case, words = self.desk.incidents.case, self.words
        self._shown, self._steps, self._log = case, None, None
        title = words("Something may have leaked")
        if case is None:
            self._head.show_words(title, day_with_weekday(self.look.language, self.desk.today))
            self._add(IncidentChoice(self.desk))
            return
        self._head.show_words(title, noticed_words(self.look, case, self.desk.incidents.clock()))
        self._steps, self._log = IncidentSteps(self.desk, case), IncidentLog(self.desk, case)
        self._steps.asked.connect(self._ask)
        self._steps.tellings_wanted.connect(self.open_tellings)
        self._steps.law_wanted.connect(self._open_law)
        self._log.print_wanted.connect(partial(self._open_paper, RECORD))
        least = round(TWO_COLUMNS_FROM * TEXT_SCALES[self.look.text_size])
        self._add(SideBySide(self._steps, self._log, SHARES, 14, least))
        self._foot = column(foot := QWidget(), (0, 0, 0, 0))
        self._add(foot)
        self._show_foot(case)
        lead_through(self._area.widget())

    def _add(self, part: QWidget) -> None:
        self._body.addWidget(part)
        part.show()

    def _show_foot(self, case: IncidentCase) -> None:
        """What ends it, and the way to another one."""
        empty(self._foot)
        if not case.is_begun:
            return
        look, words, box = self.look, self.words, QWidget()
        row = WrapRow(box, gap=20)
        if not case.is_closed:
            over = words("This matter is over")
            row.addWidget(button(look, over, "close_incident", self._ask_closing, kind="link"))
        another = words("It is another one: begin it now")
        begin = self.desk.incidents.begin_another
        row.addWidget(button(look, another, "another_incident", begin, kind="link"))
        if case.is_closed and self.desk.incidents.hold(case) is not None:
            sign = words("Sign the end of the hold in the register")
            register = partial(self.desk.go_to_register, case.entry.register, case.entry.id)
            row.addWidget(button(look, sign, "sign_hold", register, kind="link"))
        self._foot.addWidget(box)
        box.show()

    def _on_changed(self) -> None:
        if self.desk.check is None:
            return
        case, shown = self.desk.incidents.case, self._shown
        if case == shown:
            return
        is_another = case is None or shown is None or case.entry.id != shown.entry.id
        if is_another or case is None or self._steps is None or self._log is None:
            self._build()
            return
        self._shown = case
        self._steps.show_case(case)
        self._log.show_case(case)
        self._show_foot(case)
        self.show_time()
        lead_through(self._area.widget())

    def announcement(self) -> str:
        """The title, and how long it has been known."""
        return f"{self._head.title.accessibleName()}. {self._head.below.accessibleName()}"

    def first_focus(self) -> QWidget | None:
        """The first thing to do."""
        return self.findChild(QWidget, "print_card") if self._steps is None else None

    # --- beside the page ----------------------------------------------------------------------------

    def open_tellings(self) -> None:
        """Whom to call, and what to write to them."""
        case = self.desk.incidents.case
        if case is None:
            return
        if self._steps is not None:
            self._steps.unfold(next(step.id for step in self.desk.incidents.guide.steps if step.tells))
        panel = TellingPanel(self.desk, case)
        panel.closed.connect(lambda: self.panel_wanted.emit(None))
        panel.paper_wanted.connect(self._open_paper)
        panel.law_wanted.connect(self._open_law)
        panel.details_wanted.connect(self._fill_numbers)
        self.panel_wanted.emit(panel)

    def _fill_numbers(self) -> None:
        case = self.desk.incidents.case
        wanted = lacking_details(self.desk, self.desk.incidents.who_is_told(case)) if case else ()
        if wanted:
            panel = ShopDetailsPanel(self.desk, wanted)
            panel.closed.connect(self.open_tellings)
            self.panel_wanted.emit(panel)

    def _open_law(self, citation: Citation, force: Force) -> None:
        laws = self.desk.open_check.bank.laws
        self.panel_wanted.emit(LawPanel(self.look, laws, Wanted(citation, force)))

    def _open_paper(self, paper_id: str) -> None:
        if (entry_id := self.desk.incidents.begin_writing()) is not None:
            self.desk.go_to_paper(paper_id, about=entry_id)

    def _ask(self) -> None:
        if (entry_id := self.desk.incidents.begin_writing()) is not None:
            self._open_form(entry_id)

    def _open_form(self, entry_id: str) -> None:
        if (entry := self.desk.ledger.entry(entry_id)) is not None:
            self._beside.open(entry, "kind")

    # --- closing ------------------------------------------------------------------------------------

    def _ask_closing(self) -> None:
        case, words, language = self.desk.incidents.case, self.words, self.look.language
        if case is None:
            return
        untold = [
            one.telling.who.pick(language)
            for one in self.desk.incidents.who_is_told(case)
            if one.standing is Standing.NOW and one.telling.id not in case.ticked
        ]
        told = words("Nothing may be destroyed yet all the same: the end of the hold is signed on its own.")
        if untold:
            lacking = words("Not ticked as told: {who}.").format(who=words(", ").join(untold))
            told = f"{lacking}\n{told}"
        AskBox(
            self.look,
            self,
            words("Is this matter really over?"),
            told,
            words("Close the matter"),
            words("Not now"),
            self.desk.incidents.close,
        ).ask()
