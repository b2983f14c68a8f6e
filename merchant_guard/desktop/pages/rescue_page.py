"""The store stands there and does not open: what is the matter, and the ways back in. Never a new store."""

from functools import partial

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.opening import Trouble
from merchant_guard.desktop.pages.page import Page, column, in_column
from merchant_guard.desktop.pages.rescue_backup import BACKUP_CONTROLS, RescueBackup
from merchant_guard.desktop.pages.rescue_card import RescueCard
from merchant_guard.desktop.pages.rescue_copy import RescueCopy
from merchant_guard.desktop.pages.rescue_words import rescue_title, rescue_told
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.labels import frame, icon_label, set_text, text_label
from merchant_guard.desktop.widgets.scroll_area import ScrollArea
from merchant_guard.desktop.widgets.segmented import Segmented
from merchant_guard.desktop.widgets.wrap_row import WrapRow

WIDTH = 720
_TRIED_AGAIN = (Trouble.KEYRING, Trouble.OTHER, Trouble.DAMAGED)
_WITH_WAYS = (Trouble.KEY_MISSING, Trouble.FORGOTTEN, Trouble.KEYRING)


class RescuePage(Page):
    """Head, where the data lies, then what can be done, the likeliest first."""

    def __init__(self, desk: Desk, low: bool, wide: bool) -> None:
        super().__init__(desk, low, wide)
        self._trouble = desk.opening.trouble
        content = QWidget()
        side = 26 if low else 32
        outer = column(content, (side, 14 if low else 36, side, 16))
        parts = QWidget()
        self._column = column(parts, (0, 0, 0, 0), 12 if low else 16)
        self._add_parts()
        outer.addWidget(in_column(parts, round(WIDTH * self.look.px("body") / 15)))
        outer.addStretch(1)
        column(self, (0, 0, 0, 0)).addWidget(ScrollArea(content))
        desk.opening.changed.connect(self._show_state)
        self._show_state()

    def _add_parts(self) -> None:
        opening = self.desk.opening
        self._column.addWidget(self._head())
        if self._trouble is Trouble.DAMAGED:
            self._column.addWidget(RescueCopy(self.desk))
        if self._trouble in _TRIED_AGAIN or self._trouble is Trouble.FORGOTTEN:
            self._column.addWidget(self._acts())
        if self._trouble in _WITH_WAYS:
            self._column.addWidget(self._ways())
            is_first = self._trouble is not Trouble.KEYRING
            way = RescueCard if opening.rescue.way == "card" else RescueBackup
            self._column.addWidget(way(self.desk, is_first=is_first))
        elif self._trouble is Trouble.DAMAGED:
            self._column.addWidget(RescueBackup(self.desk, is_first=opening.rescue.copy is None))

    # --- head ---------------------------------------------------------------------------------------

    def _head(self) -> QWidget:
        box, look, opening = QWidget(), self.look, self.desk.opening
        layout = column(box, (0, 0, 0, 0), 4)
        title = text_label(look, rescue_title(look, opening), "question")
        title.setObjectName("page_title")
        layout.addWidget(title)
        self._told = text_label(look, "", "body", "text2")
        self._told.setObjectName("page_below")
        layout.addWidget(self._told)
        if opening.folder is not None:
            layout.addSpacing(4)
            layout.addLayout(self._place(str(opening.folder)))
        return box

    def _place(self, folder: str) -> QHBoxLayout:
        look, words = self.look, self.words
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(icon_label(look, "hard-drive", 15, "text2"))
        said = words("Your data lies in {folder}, and nothing in it was changed.").format(folder=folder)
        label = text_label(look, "", "note", "text2")
        set_text(look, label, said.replace("/", "/\u200b").replace("\\", "\\\u200b"), "note")
        label.setAccessibleName(said)
        label.setObjectName("data_place")
        row.addWidget(label, 1)
        show = partial(QDesktopServices.openUrl, QUrl.fromLocalFile(folder))
        row.addWidget(button(look, words("Open the folder"), "open_folder", show, kind="link"))
        return row

    # --- what can be done ---------------------------------------------------------------------------

    def _acts(self) -> QWidget:
        look, words, opening = self.look, self.words, self.desk.opening
        box = QWidget()
        row = WrapRow(box, gap=10)
        if self._trouble is Trouble.FORGOTTEN:
            said = words("I remember it after all")
            row.addWidget(button(look, said, "remembered", opening.remember_password, kind="link"))
            return box
        kind = "link" if self._trouble is Trouble.DAMAGED else "primary"
        self._again = button(look, words("Try again"), "try_again", opening.try_again, kind=kind)
        row.addWidget(self._again)
        return box

    def _ways(self) -> QWidget:
        box = QWidget()
        layout = QVBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        if self._trouble is Trouble.KEYRING:
            layout.addWidget(frame("rule"))
            said = self.words("If it never opens again:")
            layout.addWidget(text_label(self.look, said, "body", "text2"))
        options = (("card", self.words("With the recovery card")), ("backup", self.words("From a backup")))
        opening = self.desk.opening
        label = self.words("Way to open the data")
        layout.addWidget(
            Segmented(self.look, "way", label, options, opening.rescue.way, opening.rescue.choose_way)
        )
        return box

    def _show_state(self) -> None:
        opening = self.desk.opening
        words = self.words("Trying …") if opening.is_trying else rescue_told(self.look, opening)
        is_waiting = opening.is_trying and self._trouble in _TRIED_AGAIN
        set_text(self.look, self._told, words if is_waiting else rescue_told(self.look, opening))

    def first_focus(self) -> QWidget | None:
        """Where it goes on."""
        if (card := self.findChild(RescueCard)) is not None and self._trouble is not Trouble.KEYRING:
            return card.first_focus()
        names = ("use_copy", "try_again", *BACKUP_CONTROLS)
        return next(filter(None, (self.findChild(QWidget, name) for name in names)), None)

    def announcement(self) -> str:
        """What is the matter."""
        return rescue_title(self.look, self.desk.opening)
