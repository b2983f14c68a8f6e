"""关于: what this is, which version, where the data lies, and what it is made of under which licences."""

from functools import partial

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from merchant_guard import version
from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.page import Page, column
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.labels import text_label
from merchant_guard.desktop.widgets.prose import WIDTH, ProseCard
from merchant_guard.desktop.widgets.scroll_area import reading
from merchant_guard.system import resources
from merchant_guard.system.paths import data_folder

_NOTICE_LINES = 16


class AboutPage(Page):
    """Cards to read, and one button to the data folder."""

    def __init__(self, desk: Desk, low: bool, wide: bool) -> None:
        super().__init__(desk, low, wide)
        content = QWidget()
        side = 26 if low else 32
        layout = column(content, (side, 14 if low else 28, side, 20), 12)
        layout.addWidget(text_label(self.look, self.words("About"), "title"))
        for card in (self._what_it_is(), self._data(), self._licences()):
            card.setMaximumWidth(WIDTH)
            layout.addWidget(card)
        layout.addStretch(1)
        column(self, (0, 0, 0, 0)).addWidget(reading(content, self.words("About")))

    def announcement(self) -> str:
        """Where we are."""
        return self.words("About")

    def _what_it_is(self) -> QWidget:
        words = self.words
        card = ProseCard(self.look, words("Merchant Guard"))
        card.say(words("Version {version}").format(version=version()), "text2").setObjectName("version")
        card.say(
            words(
                "A privacy self-check for small shops: questions, what to mend first, a plan with days and "
                "names, and the papers for it. It never uses the network."
            )
        )
        card.say(
            words(
                "It is no lawyer’s opinion and no official form. Laws are quoted as checked on the day "
                "that stands beside them; the official texts prevail."
            ),
            "text2",
        )
        return card

    def _data(self) -> QWidget:
        words = self.words
        card = ProseCard(self.look, words("Where your data is"))
        card.say(words("Everything you type is encrypted and stays in this folder:"))
        folder = self.desk.preferences.folder or data_folder()
        place = QLineEdit(str(folder))
        place.setObjectName("data_folder")
        place.setAccessibleName(words("Where your data is"))
        place.setFont(self.look.font("body"))
        place.setReadOnly(True)
        place.setCursorPosition(0)
        place.setToolTip(str(folder))
        card.layout_.addWidget(place)
        card.say(
            words(
                "A copy of this folder alone does not open elsewhere. For another disk or computer make a "
                "backup: Settings, Backup."
            ),
            "text2",
        )
        row = QHBoxLayout()
        open_folder = partial(QDesktopServices.openUrl, QUrl.fromLocalFile(str(folder)))
        words_on_it = words("Open the folder")
        row.addWidget(button(self.look, words_on_it, "open_folder", open_folder, picture="folder-open"))
        row.addStretch(1)
        card.layout_.addLayout(row)
        return card

    def _licences(self) -> QWidget:
        words = self.words
        card = ProseCard(self.look, words("Licences"))
        card.say(words("Merchant Guard is free software (Apache License 2.0). It uses these parts:"), "text2")
        notice = QPlainTextEdit(resources.notice())
        notice.setObjectName("licences")
        notice.setAccessibleName(words("Licences"))
        notice.setReadOnly(True)
        notice.setFont(self.look.font("caption"))
        notice.setTabChangesFocus(True)
        notice.setFixedHeight(_NOTICE_LINES * self.look.line_height("caption"))
        notice.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        card.layout_.addWidget(notice)
        return card
