"""A list of people into the register of staff: pasted or from a file, looked at, then taken in."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from shiboken6 import isValid

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.names_preview import NamesPreview
from merchant_guard.desktop.pages.page import column
from merchant_guard.desktop.widgets.buttons import Button, button
from merchant_guard.desktop.widgets.form_field import FormField
from merchant_guard.desktop.widgets.form_lines import NoteBox
from merchant_guard.desktop.widgets.labels import frame, text_label
from merchant_guard.desktop.widgets.scroll_area import ScrollArea, keep_gutter
from merchant_guard.desktop.widgets.spoken import announce
from merchant_guard.domain.errors import MerchantGuardError
from merchant_guard.domain.shop import StaffMember
from merchant_guard.services.read_names import NameList, read_names

WIDTH = 372
_PAUSE = 250
"""Milliseconds after the last change of what is pasted, until it is read."""
_TEXT_LINES = 6


class NamesPanel(QWidget):
    """Nothing is taken in before the button is pressed; `closed` comes when it is put away or done."""

    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("names_panel")
        self.setProperty("panel_width", WIDTH)
        self._desk, self._new, self._turn = desk, list[StaffMember](), 0
        words = desk.look.words
        self.setAccessibleName(words("Paste a list from Excel"))
        outer = column(self, (0, 0, 0, 0))
        outer.addLayout(self._head())
        content = QWidget()
        self._column = column(content, (24, 4, 24, 16), 12)
        self._column.addWidget(self._pasting())
        self._column.addWidget(self._choosing(), 0, Qt.AlignmentFlag.AlignLeft)
        self._preview = NamesPreview(desk)
        self._preview.hide()
        self._column.addWidget(self._preview)
        self._column.addStretch(1)
        area = ScrollArea(content)
        keep_gutter(area)
        outer.addWidget(area, 1)
        outer.addLayout(self._foot())
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self.read_text)
        self._text.textChanged.connect(self._timer.start)
        self.setFocusProxy(self._text)

    # --- parts --------------------------------------------------------------------------------------

    def _head(self) -> QHBoxLayout:
        look = self._desk.look
        row = QHBoxLayout()
        row.setContentsMargins(24, 14, 12, 8)
        row.addWidget(text_label(look, look.words("Paste a list from Excel"), "h2"), 1)
        close = button(look, "", "close_names", self.closed.emit, kind="plain", picture="x")
        close.setText("")
        close.setFixedWidth(36)
        close.setAccessibleName(look.words("Put it away"))
        close.setToolTip(close.accessibleName())
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _pasting(self) -> FormField:
        look, words = self._desk.look, self._desk.look.words
        self._text = NoteBox(look, "names_text", lines=_TEXT_LINES)
        self._text.setLineWrapMode(NoteBox.LineWrapMode.NoWrap)
        label = words("Paste here: cells from Excel, or a WeChat list with one person on each line")
        self._box = FormField(look, "names", label, self._text)
        self._box.show_below(words("Only name, job and first day are taken; ID and phone numbers stay out."))
        return self._box

    def _choosing(self) -> QWidget:
        look = self._desk.look
        return button(
            look,
            look.words("Choose a spreadsheet"),
            "choose_names",
            self._choose,
            kind="quiet",
            picture="file",
        )

    def _foot(self) -> QVBoxLayout:
        look, foot = self._desk.look, QVBoxLayout()
        foot.setContentsMargins(24, 0, 24, 14)
        foot.setSpacing(10)
        foot.addWidget(frame("rule"))
        self._told = text_label(look, look.words("Nothing is taken in yet"), "caption", "text2")
        self._told.setObjectName("names_told")
        foot.addWidget(self._told)
        self._add: Button = button(look, "", "add_names", self._take_in, kind="primary")
        self._add.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._add.hide()
        foot.addWidget(self._add)
        return foot

    # --- reading ------------------------------------------------------------------------------------

    def read_text(self) -> None:
        """Read what is pasted."""
        self._timer.stop()
        text = self._text.toPlainText()
        self._turn += 1
        if not text.strip():
            self._show_nothing("")
            return
        try:
            self._show(read_names(text))
        except MerchantGuardError as error:
            self._show_nothing(self._desk.sentences(error))

    def read_file(self, place: Path) -> None:
        """Read a file, beside the window."""
        self._turn += 1
        self._desk.in_background(partial(_read, place), partial(self._on_read, self._turn))

    def _on_read(self, turn: int, read: NameList | MerchantGuardError) -> None:
        if not isValid(self) or turn != self._turn:
            return
        if isinstance(read, MerchantGuardError):
            self._show_nothing(self._desk.sentences(read))
        else:
            self._show(read)

    def _choose(self) -> None:
        """Ask for a file; the dialog is the system's own, and nothing waits for it."""
        words = self._desk.look.words
        dialog = QFileDialog(self, words("Choose a spreadsheet"))
        dialog.setObjectName("names_dialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        usual, everything = words("Spreadsheets and text"), words("All files")
        dialog.setNameFilters([f"{usual} (*.xlsx *.csv *.txt)", f"{everything} (*)"])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda place: self.read_file(Path(place)))
        dialog.open()

    # --- what was read ------------------------------------------------------------------------------

    def _show_nothing(self, why: str) -> None:
        self._new = []
        self._box.show_error(why)
        if why:
            announce(self, why, urgent=True)
        self._preview.hide()
        self._add.hide()
        self._told.show()

    def _show(self, read: NameList) -> None:
        self._box.show_error("")
        self._new = self._preview.show_names(read)
        self._preview.show()
        words = self._desk.look.words
        said = words("Add {count} people").format(count=len(self._new))
        self._add.setText(said)
        self._add.setAccessibleName(said)
        self._add.setVisible(bool(self._new))
        self._told.setVisible(bool(self._new))
        announce(self, self._preview.summary)

    def _take_in(self) -> None:
        people = self._new
        if not self._desk.refuses_change():
            self._desk.ledger.add_staff(people)
            said = self._desk.look.words("{count} people added").format(count=len(people))
            self.closed.emit()
            self._desk.said.emit(said)


def _read(place: Path) -> NameList | MerchantGuardError:
    """A fault of the file is told in the panel, not as one of saving."""
    try:
        return read_names(place)
    except MerchantGuardError as error:
        return error
