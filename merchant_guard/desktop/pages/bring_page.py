"""我有备份或去年的计划: a file is dropped, chosen or pasted, and the self-check goes on with it."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.page import Page, column, in_column
from merchant_guard.desktop.screens import Screen
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.focusing import give_focus
from merchant_guard.desktop.widgets.labels import frame, icon_label, set_text, text_label
from merchant_guard.desktop.widgets.scroll_area import ScrollArea
from merchant_guard.desktop.widgets.spoken import announce
from merchant_guard.desktop.widgets.top_bar import TopBar
from merchant_guard.desktop.widgets.wrap_row import WrapRow

WIDTH = 720


class BringPage(Page):
    """What can be brought, a place for it, and what is wrong with what was brought last."""

    def __init__(self, desk: Desk, low: bool, wide: bool) -> None:
        super().__init__(desk, low, wide)
        outer = column(self, (0, 0, 0, 0))
        place = self.words("First start")
        outer.addWidget(TopBar(self.look, self.words("Go back"), self._go_back, place))
        content = QWidget()
        side = 26 if low else 32
        layout = column(content, (side, 10 if low else 32, side, 16), 14 if low else 20)
        for part in (self._head(), self._error_row(), self._drop_place(), self._kinds()):
            layout.addWidget(in_column(part, WIDTH))
        layout.addStretch(1)
        outer.addWidget(ScrollArea(content), 1)
        QShortcut(QKeySequence.StandardKey.Paste, self, self._paste)
        desk.bringing.changed.connect(self._show_state)
        self._show_state()

    # --- building -----------------------------------------------------------------------------------

    def _head(self) -> QWidget:
        box = QWidget()
        layout = column(box, (0, 0, 0, 0), 4)
        layout.addWidget(text_label(self.look, self.words("Bring what you have"), "question"))
        hint = self.words("Bring the file here. It is only read on this computer, and stays as it is.")
        layout.addWidget(text_label(self.look, hint, "body", "text2"))
        return box

    def _error_row(self) -> QWidget:
        self._error = QWidget()
        row = QHBoxLayout(self._error)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(icon_label(self.look, "circle-alert", 18, "danger"))
        self._error_words = text_label(self.look, "", "body", "danger")
        self._error_words.setObjectName("bring_problem")
        row.addWidget(self._error_words, 1)
        return self._error

    def _drop_place(self) -> QWidget:
        box = frame("drop")
        box.setObjectName("drop_place")
        layout = column(box, (24, 14 if self.low else 26, 24, 16 if self.low else 26), 12)
        self._state = text_label(self.look, "", "answer")
        self._state.setObjectName("bring_state")
        layout.addWidget(self._state)
        buttons = QWidget()
        row = WrapRow(buttons, gap=10)
        choose, paste = self.words("Choose a file"), self.words("Paste it")
        self._choose = button(
            self.look, choose, "choose_file", self._choose_file, kind="primary", picture="folder-open"
        )
        row.addWidget(self._choose)
        row.addWidget(button(self.look, paste, "paste", self._paste, picture="copy"))
        layout.addWidget(buttons)
        return box

    def _kinds(self) -> QWidget:
        box = QWidget()
        layout = column(box, (0, 0, 0, 0), 10 if self.low else 16)
        words = self.words
        kinds = (
            (
                "hard-drive",
                words("A backup of this app (.mgbak)"),
                words("Everything as it was, photos too. You see what is in it before anything happens."),
            ),
            (
                "file-text",
                words("The plan or full report this app saved last year (.pdf)"),
                words("Beside each question stands what you chose. Names and notes do not come along."),
            ),
            (
                "file-down",
                words("A self-check exported from this app (.json)"),
                words("Shop, answers, plan and earlier years: all of it is back."),
            ),
        )
        for picture, title, what in kinds:
            layout.addWidget(self._kind(picture, title, what))
        return box

    def _kind(self, picture: str, title: str, what: str) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(icon_label(self.look, picture, 20, "text2"))
        texts = QWidget()
        layout = column(texts, (0, 0, 0, 0))
        layout.addWidget(text_label(self.look, title, "body"))
        layout.addWidget(text_label(self.look, what, "note", "text2"))
        row.addWidget(texts, 1)
        return box

    # --- bringing -----------------------------------------------------------------------------------

    def _show_state(self) -> None:
        bringing = self.desk.bringing
        reading, idle = self.words("Reading …"), self.words("Drop the file here, or")
        set_text(self.look, self._state, reading if bringing.is_reading else idle, "answer")
        set_text(self.look, self._error_words, bringing.problem)
        self._error.setVisible(bool(bringing.problem))
        if bringing.problem:
            announce(self, bringing.problem, urgent=True)
            give_focus(self._choose)

    def _choose_file(self) -> None:
        """The system's own dialog; the rest of the window stays alive behind it."""
        dialog = QFileDialog(self, self.words("Choose a file"))
        dialog.setObjectName("open_dialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [self.words("Backups, plans and self-checks (*.mgbak *.pdf *.json)"), self.words("All files (*)")]
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.desk.bringing.bring(Path(name)))
        dialog.open()

    def _paste(self) -> None:
        self.desk.bringing.bring_from(QGuiApplication.clipboard().mimeData())

    def _go_back(self) -> None:
        self.desk.go(Screen.FIRST_RUN)

    def first_focus(self) -> QWidget:
        """The button that works without a mouse."""
        return self._choose

    def announcement(self) -> str:
        """What this screen is for."""
        return self.words("Bring what you have")
