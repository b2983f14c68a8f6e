"""Whom to tell, how to reach them, with which paper: beside the steps of an incident."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.incident_words import stamp_words
from merchant_guard.desktop.pages.page import column, empty
from merchant_guard.desktop.panels.law_chip import law_chip
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.labels import boxed, frame, text_label
from merchant_guard.desktop.widgets.link_row import LinkRow
from merchant_guard.desktop.widgets.panel_head import panel_head
from merchant_guard.desktop.widgets.scroll_area import ScrollArea, keep_gutter
from merchant_guard.desktop.widgets.spoken import named
from merchant_guard.desktop.widgets.wrap_row import WrapRow
from merchant_guard.domain.incident import Call, Standing, ToTell
from merchant_guard.domain.incident_case import IncidentCase
from merchant_guard.domain.paper_form import ShopDetail
from merchant_guard.localization.labels import label

WIDTH = 372
_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


class TellingPanel(QWidget):
    """Follows the incident while it is open.

    `closed` comes when it is put away, `paper_wanted` with a paper, `law_wanted` with an article and its
    force, `details_wanted` when local numbers are to be filled in.
    """

    closed = Signal()
    paper_wanted = Signal(str)
    law_wanted = Signal(object, object)
    details_wanted = Signal()

    def __init__(self, desk: Desk, case: IncidentCase) -> None:
        super().__init__()
        self.setObjectName("telling_panel")
        self.setProperty("panel_width", WIDTH)
        self._desk, self._look, self._case = desk, desk.look, case
        title = desk.look.words("Write reports and notices")
        self.setAccessibleName(title)
        outer = column(self, (0, 0, 0, 0))
        outer.addLayout(panel_head(self._look, title, "close_tellings", self.closed.emit))
        content = QWidget()
        self._layout = column(content, (24, 2, 24, 16), 12)
        self._fill()
        area = ScrollArea(content)
        keep_gutter(area)
        outer.addWidget(area, 1)
        self.setFocusProxy(next(iter(self.findChildren(LinkRow)), None))
        desk.incidents.changed.connect(self._on_changed)

    def _on_changed(self) -> None:
        """Somebody was told meanwhile, or something was found; another incident is another panel."""
        case = self._desk.incidents.case if self._desk.check is not None else None
        if case is not None and case.entry.id == self._case.entry.id and case != self._case:
            self._case = case
            empty(self._layout)
            self._fill()
            for part in self._layout.parentWidget().findChildren(QWidget, options=_DIRECT):
                part.show()

    def _fill(self) -> None:
        look, words = self._look, self._look.words
        said = words("All that is known so far goes into the papers as preliminary; they judge nothing.")
        self._layout.addWidget(text_label(look, said, "note", "text2"))
        told = self._desk.incidents.who_is_told(self._case)
        for one in told:
            self._layout.addWidget(frame("rule"))
            self._layout.addWidget(self._part(one))
        if lacking_details(self._desk, told):
            self._layout.addWidget(frame("rule"))
            fill = words("Fill in the local numbers")
            wanted = self.details_wanted.emit
            self._layout.addWidget(button(look, fill, "fill_numbers", wanted, kind="quiet", picture="pencil"))
        self._layout.addStretch(1)

    # --- one of them ----------------------------------------------------------------------------------

    def _part(self, one: ToTell) -> QWidget:
        look, language, telling = self._look, self._look.language, one.telling
        box = QWidget()
        box.setObjectName(f"part_{telling.id}")
        layout = column(box, (0, 0, 0, 0), 4)
        layout.addLayout(self._head(one))
        spared = one.standing is Standing.SPARED and telling.spared is not None
        said = telling.spared if spared else telling.say
        layout.addWidget(text_label(look, said.pick(language) if said else "", "note", "text2"))
        for call in one.calls:
            layout.addWidget(self._call(call))
        for paper in telling.papers:
            layout.addWidget(self._paper(paper, telling.who.pick(language)))
        if telling.citations:
            layout.addWidget(self._law(one))
        return box

    def _head(self, one: ToTell) -> QHBoxLayout:
        look, words, telling = self._look, self._look.words, one.telling
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(text_label(look, telling.who.pick(look.language), "answer"), 1)
        at = self._case.ticked_at(telling.id)
        if at is not None:
            when = words("told at {when}").format(when=stamp_words(at, self._desk.today))
            row.addWidget(text_label(look, when, "caption", "ok", wrap=False))
        elif one.standing is Standing.SPARED:
            row.addWidget(boxed(look, words("may be spared"), "badge_low"))
        else:
            row.addWidget(boxed(look, label(look.language, "force", telling.force), "badge_force"))
        return row

    def _call(self, call: Call) -> QWidget:
        look = self._look
        number = call.number or self._local(call)
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        said = text_label(look, number or look.words("not filled in"), "answer" if number else "note",
                          "text" if number else "text2", wrap=False)  # fmt: skip
        row.addWidget(said)
        row.addWidget(text_label(look, call.use.pick(look.language), "note", "text2"), 1)
        return box

    def _local(self, call: Call) -> str:
        return self._desk.open_check.shop.details.get(call.detail or "", "").strip()

    def _paper(self, paper_id: str, who: str) -> QWidget:
        look, form = self._look, self._desk.open_check.bank.paper_forms[paper_id]
        title = form.title.pick(look.language)
        row = LinkRow(look, title, picture="file-text")
        row.setObjectName(f"paper_{paper_id}")
        row.setAccessibleName(named(look, title, who))
        row.clicked.connect(lambda _checked=False: self.paper_wanted.emit(paper_id))
        return row

    def _law(self, one: ToTell) -> QWidget:
        look, laws, force = self._look, self._desk.open_check.bank.laws, one.telling.force
        box = QWidget()
        row = WrapRow(box, gap=8, line_gap=6)
        for citation in one.telling.citations:
            row.addWidget(
                law_chip(look, laws, citation, lambda cited, force=force: self.law_wanted.emit(cited, force))
            )
        return box


def lacking_details(desk: Desk, told: Sequence[ToTell]) -> tuple[ShopDetail, ...]:
    """The local numbers that calls want and the shop has not filled in."""
    wanted = {call.detail for one in told for call in one.calls}
    filled = desk.open_check.shop.details
    return tuple(
        one
        for one in desk.open_check.bank.paper_details
        if one.detail.id in wanted and not filled.get(one.detail.id, "").strip()
    )
