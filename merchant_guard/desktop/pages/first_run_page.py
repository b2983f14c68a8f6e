"""The first screen a new owner sees: what five minutes give, and the two papers that come out of it."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.page import Page, column
from merchant_guard.desktop.screens import Screen
from merchant_guard.desktop.theme.tokens import TEXT_SCALES
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.labels import frame, icon_label, text_label
from merchant_guard.desktop.widgets.navigation import Shield
from merchant_guard.desktop.widgets.scroll_area import ScrollArea
from merchant_guard.desktop.widgets.segmented import Segmented
from merchant_guard.desktop.widgets.sheet_picture import SheetPicture
from merchant_guard.domain.paper import PageSize
from merchant_guard.services.sample_shop import sample_pictures


class FirstRunPage(Page):
    """Words at the left, the two papers at the right, language and text size at the top."""

    def __init__(self, desk: Desk, low: bool, wide: bool) -> None:
        super().__init__(desk, low, wide)
        outer = column(self, (0, 0, 0, 0))
        outer.addWidget(self._top())
        content = QWidget()
        row = QHBoxLayout(content)
        side = 40 if not wide else 64
        row.setContentsMargins(side, 0, 32 if not wide else 64, 16)
        row.setSpacing(32)
        row.addWidget(self._words_side(), 45)
        row.addWidget(self._papers_side(), 53)
        outer.addWidget(ScrollArea(content), 1)
        self._ask_for_papers()

    # --- top ----------------------------------------------------------------------------------------

    def _top(self) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        side = 40 if not self.wide else 64
        row.setContentsMargins(side, 14, 32 if not self.wide else 64, 8)
        row.setSpacing(10)
        row.addWidget(Shield(self.look))
        name = text_label(self.look, self.words("Merchant Guard"), "answer", wrap=False)
        row.addWidget(name)
        row.addStretch(1)
        row.addWidget(self._language_button())
        row.addSpacing(22)
        label = self.words("Text size")
        row.addWidget(text_label(self.look, label, "note", "text2", wrap=False))
        names = (self.words("Standard size"), self.words("Large"), self.words("Extra large"))
        sizes = list(zip(TEXT_SCALES, names, strict=True))
        row.addWidget(
            Segmented(self.look, "text_size", label, sizes, self.look.text_size, self._on_size_chosen)
        )
        return box

    def _language_button(self) -> QWidget:
        """The other language, in its own words."""
        other, name = ("en", "English") if self.look.language == "zh" else ("zh", "中文")
        look = replace(self.look, language=other)
        return button(
            self.look, name, "language", partial(self.desk.set_look, look), kind="plain", picture="languages"
        )

    def _on_size_chosen(self, size: str) -> None:
        self.desk.set_look(replace(self.look, text_size=size))

    # --- words --------------------------------------------------------------------------------------

    def _words_side(self) -> QWidget:
        box, look = QWidget(), self.look
        layout = column(box, (0, 0 if self.low else 32, 0, 0))
        layout.addStretch(1)
        headline = self.words("Five minutes first:\nthe 10 most pressing things")
        layout.addWidget(text_label(look, headline, "first"))
        layout.addSpacing(14 if self.low else 20)
        promise = self.words(
            "Print the most pressing 3 at once and stick them up at the packing table. Another 15 minutes, "
            "and you have a plan with names and dates."
        )
        layout.addWidget(text_label(look, promise, "body", "text2"))
        layout.addSpacing(14 if self.low else 24)
        layout.addLayout(self._ticks())
        layout.addSpacing(18 if self.low else 28)
        layout.addLayout(self._buttons())
        layout.addSpacing(8)
        layout.addWidget(self._bring())
        layout.addStretch(2)
        layout.addLayout(self._promise())
        return box

    def _ticks(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        lines = (
            self.words("No knowledge of law needed: choose what is so in your shop"),
            self.words("Not sure is an answer too; you are told whom to ask"),
            self.words("Stop at any time and go on later"),
        )
        for number, line in enumerate(lines):
            grid.addWidget(
                icon_label(self.look, "circle-check", 18, "ok"), number, 0, Qt.AlignmentFlag.AlignVCenter
            )
            grid.addWidget(text_label(self.look, line), number, 1)
        return grid

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        begin = self.words("Begin the quick check")
        self._begin = button(
            self.look,
            begin,
            "begin",
            partial(self.desk.go, Screen.PROFILE),
            kind="primary",
            picture="arrow-right",
            after=True,
        )
        row.addWidget(self._begin)
        row.addWidget(
            button(self.look, self.words("See a finished one"), "show_sample", self.desk.show_sample)
        )
        row.addStretch(1)
        return row

    def _bring(self) -> QWidget:
        words, begin = self.words("I have a backup or last year’s plan"), self.desk.bringing.begin
        return button(self.look, words, "bring", begin, kind="link", picture="history")

    def _promise(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(icon_label(self.look, "hard-drive", 15, "text3"))
        promise = self.words("Your data stays on this computer. Never online, never uploaded.")
        row.addWidget(text_label(self.look, promise, "caption", "text3"), 1)
        return row

    # --- papers -------------------------------------------------------------------------------------

    def _papers_side(self) -> QWidget:
        box = frame("sunken")
        layout = QVBoxLayout(box)
        layout.setContentsMargins(22, 12, 22, 14)
        layout.setSpacing(8)
        layout.addWidget(text_label(self.look, self.words("At the end you hold these two"), "note", "text2"))
        row = QHBoxLayout()
        row.setSpacing(24)
        label = self.words("After 5 minutes · on the label printer")
        plan = self.words("After 20 minutes · the plan")
        self._label = SheetPicture(self.look, label, PageSize.LABEL_100X180.millimetres)
        self._plan = SheetPicture(self.look, plan, PageSize.A4.millimetres)
        for paper, words, share in ((self._label, label, 5), (self._plan, plan, 8)):
            part = QVBoxLayout()
            part.setSpacing(6)
            part.addWidget(paper, 1)
            part.addWidget(text_label(self.look, words, "note", "text2"))
            row.addLayout(part, share)
        layout.addLayout(row, 1)
        return box

    def _ask_for_papers(self) -> None:
        def came(pictures) -> None:
            if isValid(self):
                self._label.show_picture(pictures[0])
                self._plan.show_picture(pictures[1])

        self.desk.in_background(partial(sample_pictures, self.look.language), came)

    def first_focus(self) -> QWidget:
        """The way in."""
        return self._begin

    def announcement(self) -> str:
        """What this is."""
        return self.words("Five minutes first:\nthe 10 most pressing things").replace("\n", " ")
