"""The head of a profile screen: what it asks, and on the quick check's one also the shop's name."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from merchant_guard.desktop.pages.page import column
from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.focusing import give_focus
from merchant_guard.desktop.widgets.labels import set_text, text_label
from merchant_guard.desktop.widgets.side_by_side import SideBySide
from merchant_guard.domain.interview import Interview
from merchant_guard.domain.shop import ProfileField

LONGEST_NAME = 100
QUICK_PARTS = ((5, 3), 28, 860)
"""How the quick check's screen is parted in two: shares, gap, and from which width on."""


class ProfileHead(QWidget):
    """Built for the quick screen (no door) or a door; `alone` is the field that is the whole screen."""

    name_changed = Signal(str)

    def __init__(
        self, look: Look, interview: Interview, door: str | None, alone: ProfileField | None, low: bool
    ) -> None:
        super().__init__()
        self._look, self._low = look, low
        self._field: QLineEdit | None = None
        layout = column(self, (0, 0, 0, 0))
        self.heading, hint = self._quick_texts() if door is None else self._door_texts(alone)
        words = QWidget()
        texts = column(words, (0, 0, 0, 0 if door is None else 20))
        if door is not None:
            group = next(group for group in interview.bank.groups if group.id == door)
            texts.addWidget(text_label(look, group.label.pick(look.language), "caption", "text2"))
        texts.addWidget(text_label(look, self.heading, "question"))
        if hint:
            texts.addWidget(text_label(look, hint, "body", "text2"))
        texts.addStretch(1)
        layout.addWidget(
            SideBySide(words, self._name(interview.shop.name), *QUICK_PARTS) if door is None else words
        )

    @property
    def name(self) -> str:
        """The name as it is typed; empty where it is not asked."""
        return self._field.text() if self._field is not None else ""

    def show_error(self, sentence: str) -> None:
        """Say what is wrong with the name; nothing for an empty sentence."""
        if self._field is not None:
            set_text(self._look, self._error, sentence, "note")
            self._error.setVisible(bool(sentence))
            self._field.setAccessibleDescription(sentence)
            self._field.setProperty("wrong", bool(sentence))
            self._field.style().unpolish(self._field)
            self._field.style().polish(self._field)

    def focus_name(self) -> None:
        """Put the focus where the name is typed."""
        if self._field is not None:
            give_focus(self._field)

    def _quick_texts(self) -> tuple[str, str]:
        words = self._look.words
        return (
            words("First, something about your shop"),
            words("It decides which questions you are spared. Saved as you choose."),
        )

    def _door_texts(self, alone: ProfileField | None) -> tuple[str, str]:
        if alone is None:
            return self._look.words("Something about your shop first"), ""
        language = self._look.language
        return alone.title.pick(language), alone.hint.pick(language) if alone.hint else ""

    def _name(self, name: str) -> QWidget:
        box = QWidget()
        layout = column(box, (0, 0, 0, 4 if self._low else 22), 4)
        label = self._look.words("Name of the shop (may stay empty)")
        layout.addWidget(text_label(self._look, label, "answer"))
        self._error = text_label(self._look, "", "note", "danger")
        self._error.setObjectName("error_shop_name")
        self._error.hide()
        layout.addWidget(self._error)
        self._field = field = QLineEdit(name)
        field.setAcceptDrops(False)  # a dropped file is for the window
        field.setObjectName("shop_name")
        field.setAccessibleName(label)
        field.setMaxLength(LONGEST_NAME)
        field.setFont(self._look.font("body"))
        field.textEdited.connect(self.name_changed)
        layout.addWidget(field)
        layout.addStretch(1)
        return box
