"""The row under the answers: the note, the chips of help and law, and putting the question aside."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.focusing import give_focus
from merchant_guard.desktop.widgets.labels import set_text, text_label
from merchant_guard.desktop.widgets.private_warning import PrivateWarning
from merchant_guard.desktop.widgets.spoken import named
from merchant_guard.desktop.widgets.wrap_row import WrapRow
from merchant_guard.domain.answers import Answer
from merchant_guard.domain.question import Choice, Question

PAUSE_BEFORE_SAVING = 600
"""Milliseconds without typing after which a note is saved."""


class AnswerRemarks(QWidget):
    """Asks for a note or a reason only when wanted. Crime-type questions take no free text at all."""

    note_changed = Signal(str)
    put_aside = Signal(str)
    photo_wanted = Signal()

    def __init__(
        self, look: Look, question: Question, chips: list[QWidget], was_put_aside: bool = False
    ) -> None:
        super().__init__()
        self._look, self._question, self._was_put_aside = look, question, was_put_aside
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._row(chips))
        self._note = QPlainTextEdit()
        self._note.setObjectName("note_text")
        self._note.setAccessibleName(look.words("Note"))
        self._note.setTabChangesFocus(True)
        self._note.setPlaceholderText(look.words("For yourself. No customers’ names or phone numbers here."))
        self._note.setFont(look.font("body"))
        self._note.setFixedHeight(2 * look.line_height("body") + 14)
        self._note.hide()
        layout.addWidget(self._note)
        self._aside = self._reason_row()
        self._aside.hide()
        layout.addWidget(self._aside)
        self._warning = PrivateWarning(look, self._note, self._reason)
        layout.addWidget(self._warning)
        self._said = text_label(look, "", "note", "text2")
        self._said.hide()
        layout.addWidget(self._said)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_BEFORE_SAVING)
        self._pause.timeout.connect(self._send_note)
        self._note.textChanged.connect(self._pause.start)
        self._note.installEventFilter(self)

    def _row(self, chips: list[QWidget]) -> QWidget:
        look, words, box = self._look, self._look.words, QWidget()
        row = WrapRow(box, line_gap=0)
        kept = (
            (words("Note"), "open_note", self._open_note, "message-square-text"),
            (words("Add a photo"), "add_photo", self.photo_wanted.emit, "image-plus"),
        )
        for text, name, on_click, picture in () if self._question.crime else kept:
            row.addWidget(button(look, text, name, on_click, kind="plain", picture=picture))
        for chip in chips:
            row.addWidget(chip)
        row.begin_tail()
        put_aside = button(
            look, words("Does not apply here"), "not_applicable", self._open_reason, kind="link"
        )
        if self._was_put_aside:
            put_aside.setAccessibleDescription(words("last year’s"))
            row.addWidget(text_label(look, words("last year’s"), "caption", "text2", wrap=False))
        row.addWidget(put_aside)
        return box

    def _reason_row(self) -> QWidget:
        look, words = self._look, self._look.words
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        self._reason = QLineEdit()
        self._reason.setObjectName("reason_text")
        self._reason.setMaxLength(200)
        self._reason.setAccessibleName(words("Why it does not apply"))
        self._reason.setPlaceholderText(words("Why it does not apply, for example: we ship nothing"))
        self._reason.setFont(look.font("body"))
        row.addWidget(self._reason, 1)
        said = named(look, words("Put aside"), self._question.title.pick(look.language))
        row.addWidget(button(look, words("Put aside"), "put_aside", self._send_reason, accessible=said))
        return box

    @property
    def fields(self) -> tuple[QWidget, ...]:
        """The fields for words."""
        return (self._note, self._reason)

    @property
    def note(self) -> str:
        """The note as it stands on the screen."""
        return self._note.toPlainText()

    def send_waiting(self) -> None:
        """Send what was typed and not sent yet."""
        if self._pause.isActive():
            self._pause.stop()
            self._send_note()

    def take_reason(self) -> bool:
        """Put the question aside when the reason is being written; False when it is not."""
        if not self._reason.hasFocus():
            return False
        self._send_reason()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """A note is not left behind: leaving its field sends it."""
        if event.type() == QEvent.Type.FocusOut:
            self.send_waiting()
        return super().eventFilter(watched, event)

    def show_answer(self, answer: Answer | None) -> None:
        """Show the note and whether the question was put aside."""
        if answer is None:
            return
        if answer.note and not self._note.toPlainText():
            self._note.blockSignals(True)
            self._note.setPlainText(answer.note)
            self._note.blockSignals(False)
            self._note.setVisible(not self._question.crime)
            self._warning.look_now()
        aside = answer.choice is Choice.NOT_APPLICABLE
        self._said.setVisible(aside)
        if aside:
            words = self._look.words("Put aside: {reason}").format(reason=answer.reason)
            set_text(self._look, self._said, words, "note")
            self._aside.hide()

    def _open_note(self) -> None:
        self._note.show()
        give_focus(self._note)

    def _open_reason(self) -> None:
        self._aside.show()
        give_focus(self._reason)

    def _send_note(self) -> None:
        self.note_changed.emit(self.note)

    def _send_reason(self) -> None:
        reason = self._reason.text().strip()
        if reason:
            self.put_aside.emit(reason)
        else:
            give_focus(self._reason)
            self._reason.setPlaceholderText(self._look.words("Write a few words first, then put it aside"))
