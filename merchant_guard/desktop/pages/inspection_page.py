"""有人来检查: what to do step by step for whoever comes, and which papers are at hand."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.page import Page, column, empty
from merchant_guard.desktop.pages.visit_materials import VisitMaterials
from merchant_guard.desktop.panels.law_chip import Wanted, law_chip
from merchant_guard.desktop.screens import Screen
from merchant_guard.desktop.theme.tokens import TEXT_SCALES
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.labels import text_label
from merchant_guard.desktop.widgets.page_head import PageHead
from merchant_guard.desktop.widgets.scroll_area import ScrollArea
from merchant_guard.desktop.widgets.segmented import Segmented
from merchant_guard.desktop.widgets.side_by_side import SideBySide
from merchant_guard.desktop.widgets.spoken import announce, listed
from merchant_guard.desktop.widgets.step_card import StepCard, StepList
from merchant_guard.desktop.widgets.tab_order import lead_through
from merchant_guard.domain.inspection_visit import VisitStep, VisitWay
from merchant_guard.domain.question import Citation

GUIDE = "inspection-guide"
"""The paper that says what this page says."""
SHARES = (38, 23)
TWO_COLUMNS_FROM = 760
_CHIP_ROOM = 360


class InspectionPage(Page):
    """Who comes lies on the desk; choosing somebody else shows their steps in place."""

    def __init__(self, desk: Desk, low: bool, wide: bool) -> None:
        super().__init__(desk, low, wide)
        self._content = content = QWidget()
        side = 26 if low else 28
        layout = column(content, (side, 12 if low else 20, side, 16))
        self._head = QVBoxLayout()
        layout.addLayout(self._head)
        layout.addSpacing(8 if low else 12)
        layout.addLayout(self._who())
        layout.addSpacing(8 if low else 12)
        self._body = QVBoxLayout()
        layout.addLayout(self._body)
        layout.addStretch(1)
        column(self, (0, 0, 0, 0)).addWidget(ScrollArea(content))
        self._show()
        desk.check_changed.connect(self._on_check_changed)

    def first_focus(self) -> QWidget | None:
        """Printing, which is what there is to do first."""
        return self.findChild(QPushButton, "print_folder") or self.findChild(QPushButton, "print_page")

    def announcement(self) -> str:
        """Where we are, and who it is about."""
        visitor = self.desk.visit.visitor
        return listed(
            self.look, self.words("Somebody comes to inspect"), visitor.label.pick(self.look.language)
        )

    def print_here(self) -> None:
        """The page itself."""
        self.desk.go_to_paper(GUIDE)

    # --- head ---------------------------------------------------------------------------------------

    def _who(self) -> QHBoxLayout:
        look, visit, row = self.look, self.desk.visit, QHBoxLayout()
        row.setSpacing(12)
        asked = self.words("Who comes")
        row.addWidget(text_label(look, asked, "body", "text2", wrap=False))
        options = [(one.id, one.label.pick(look.language)) for one in visit.visitors]
        row.addWidget(Segmented(look, "visitor", asked, options, visit.visitor.id, self._choose, wraps=True))
        row.addStretch(1)
        return row

    def _choose(self, visitor_id: str) -> None:
        self.desk.visit.choose(visitor_id)
        self._show()
        announce(self, self.announcement())

    def _show(self) -> None:
        """Show what there is for whoever comes."""
        self._shown = self.desk.check
        visit, language = self.desk.visit, self.look.language
        ways = visit.guide.ways_for(visit.visitor.id)
        empty(self._head)
        head = PageHead(self.look, self._buttons())
        lead = visit.visitor.lead.filled(count=len(ways)).pick(language)
        head.show_words(self.words("Somebody comes to inspect"), lead)
        self._head.addWidget(head)
        head.show()
        empty(self._body)
        cards = [self._card(number, *way) for number, way in enumerate(ways, start=1)]
        least = round(TWO_COLUMNS_FROM * TEXT_SCALES[self.look.text_size])
        both = SideBySide(StepList(cards), VisitMaterials(self.desk), SHARES, 14, least)
        self._body.addWidget(both)
        both.show()
        lead_through(self._content)

    def _buttons(self) -> list[QPushButton]:
        look, words, folder = self.look, self.words, self.desk.visit.visitor.paper
        kind = "" if folder else "primary"
        page = button(
            look, words("Print this page"), "print_page", self.print_here, kind=kind, picture="printer"
        )
        if folder is None:
            return [page]
        go = partial(self.desk.go_to_paper, folder)
        return [
            page,
            button(look, words("Print the papers"), "print_folder", go, kind="primary", picture="printer"),
        ]

    def _on_check_changed(self) -> None:
        if self.desk.check is not None and self.desk.check is not self._shown and self.isVisible():
            self._show()

    # --- steps --------------------------------------------------------------------------------------

    def _card(self, number: int, step: VisitStep, way: VisitWay) -> QWidget:
        look, laws = self.look, self.desk.open_check.bank.laws
        room = round(_CHIP_ROOM * TEXT_SCALES[look.text_size])
        card = StepCard(
            look,
            number,
            way.title.pick(look.language),
            [line.pick(look.language) for line in way.lines],
            chips=[law_chip(look, laws, one, self._open_law, room) for one in way.citations],
            act=self._act(step),
        )
        card.setObjectName(f"step_{step.id}")
        return card

    def _act(self, step: VisitStep) -> QWidget | None:
        if not step.notes_it:
            return None
        look, words, visit = self.look, self.words, self.desk.visit
        if visit.visitor.authority is None:
            go = partial(self.desk.go, Screen.INCIDENT)
            made = button(look, words("Something may have leaked"), "may_have_leaked", go, picture="siren")
        else:
            made = button(look, words("Note this visit"), "note_visit", visit.note_it, picture="notebook-pen")
        made.setProperty("k", "row")
        return made

    def _open_law(self, citation: Citation) -> None:
        from merchant_guard.desktop.panels.law_panel import LawPanel  # noqa: PLC0415 (rarely looked up)

        self.panel_wanted.emit(LawPanel(self.look, self.desk.open_check.bank.laws, Wanted(citation)))
