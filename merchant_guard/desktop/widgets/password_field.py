"""A field for a password: what is typed is hidden until somebody asks to see it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from merchant_guard.desktop.theme.icons import icon
from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.form_field import FormField
from merchant_guard.desktop.widgets.spoken import named

_WIDTH = 300
"""Pixels at the standard text size."""


class PasswordEdit(QLineEdit):
    """`caps_seen` tells after each letter whether the capitals are locked, as far as a letter shows that."""

    caps_seen = Signal(bool)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """A capital without Shift, or a small letter with it, and Caps Lock is on."""
        text = event.text()
        if len(text) == 1 and text.isascii() and text.isalpha():
            has_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps_seen.emit(text.isupper() is not has_shift)
        elif event.key() == Qt.Key.Key_CapsLock:
            self.caps_seen.emit(False)
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Elsewhere nobody knows of the key."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.caps_seen.emit(False)


class PasswordField(FormField):
    """Label, what is wrong, the line with its eye, a hint below."""

    def __init__(self, look: Look, name: str, label: str, hint: str = "") -> None:
        self.line = PasswordEdit()
        self.line.setObjectName(name)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setFont(look.font("body"))
        self.line.setFixedWidth(round(_WIDTH * look.px("body") / 15))
        self.line.setMinimumHeight(38)
        shown = look.words("Show the password")
        self._eye = button(
            look,
            "",
            f"{name}_eye",
            self._turn,
            kind="quiet",
            picture="eye",
            accessible=named(look, shown, label),
        )
        self._eye.setText("")
        self._eye.setToolTip(shown)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.line)
        row.addWidget(self._eye)
        row.addStretch(1)
        super().__init__(look, name, label, self.line, holder)
        self._own_hint = hint
        self._label_words = label
        self.show_below(hint)
        self.line.caps_seen.connect(self._hint_at_capitals)

    @property
    def text(self) -> str:
        """What was typed."""
        return self.line.text()

    def clear(self) -> None:
        """Take out what was typed."""
        self.line.clear()

    def _turn(self) -> None:
        """Show what was typed, or hide it again."""
        hidden = self.line.echoMode() == QLineEdit.EchoMode.Password
        modes, words = QLineEdit.EchoMode, self._look.words
        self.line.setEchoMode(modes.Normal if hidden else modes.Password)
        said = words("Hide the password") if hidden else words("Show the password")
        self._eye.setIcon(icon("eye-off" if hidden else "eye", self._look.colour("text")))
        self._eye.setAccessibleName(named(self._look, said, self._label_words))
        self._eye.setToolTip(said)

    def _hint_at_capitals(self, are_locked: bool) -> None:
        words = self._look.words
        said = words("Capitals are locked (Caps Lock).")
        self.show_below(said if are_locked else self._own_hint, "warn" if are_locked else "text2")
