"""Says below a field that something was typed which has no place there: ID, card and phone numbers."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QWidget

from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.labels import icon_label, set_text, text_label
from merchant_guard.desktop.widgets.spoken import announce
from merchant_guard.domain.private_details import PrivateDetail, private_details
from merchant_guard.localization import mark

REST = 600
"""Milliseconds without a key after which typing rests."""
_SENTENCES = {
    PrivateDetail.IDENTITY_NUMBER: mark("This looks like an ID number. Take it out; it has no place here."),
    PrivateDetail.BANK_CARD: mark("This looks like a bank card number. Take it out; it has no place here."),
    PrivateDetail.PHONE_LIST: mark("These look like phone numbers. Take them out; keep no lists here."),
    PrivateDetail.PHONE: mark("This looks like a phone number. The last four digits are enough."),
}


def private_words(look: Look, text: str) -> str:
    """The warning about the gravest thing found in a text; empty when there is none."""
    found = next(iter(private_details(text)), None)
    return look.words(_SENTENCES[found]) if found else ""


class PrivateWarning(QWidget):
    """Watches fields and shows its warning once typing rests or a field is left. It never stops anybody."""

    def __init__(self, look: Look, *fields: QLineEdit | QPlainTextEdit) -> None:
        super().__init__()
        self._look, self._fields = look, fields
        self.sentence = ""
        """What it warns of, empty when of nothing."""
        self._said: QLabel | None = None
        self.hide()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self.look_now)
        for field in fields:
            field.textChanged.connect(self._rest.start)
            field.installEventFilter(self)

    def look_now(self) -> None:
        """Look at what stands in the fields, and say it once when something is found."""
        self._rest.stop()
        sentence = next(filter(None, (private_words(self._look, _text(one)) for one in self._fields)), "")
        if sentence == self.sentence:
            return
        self.sentence = sentence
        if sentence:
            set_text(self._look, self._said or self._build(), sentence, "note")
        self.setVisible(bool(sentence))
        for field in self._fields:
            is_meant = bool(sentence) and private_words(self._look, _text(field)) == sentence
            field.setAccessibleDescription(sentence if is_meant else "")
        if sentence:
            announce(self, sentence)

    def _build(self) -> QLabel:
        """Made when there is something to say: most people never see it."""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(icon_label(self._look, "triangle-alert", 15, "warn"), 0, Qt.AlignmentFlag.AlignTop)
        self._said = text_label(self._look, "", "note", "warn")
        self._said.setObjectName("private_warning")
        row.addWidget(self._said, 1)
        return self._said

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Look when a field is left."""
        if event.type() == QEvent.Type.FocusOut:
            self.look_now()
        return super().eventFilter(watched, event)


def _text(field: QLineEdit | QPlainTextEdit) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()
