"""A question before something that cannot be done by the way: delete, restore, close an incident."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.focusing import give_focus, is_by_keyboard
from merchant_guard.desktop.widgets.labels import text_label
from merchant_guard.desktop.widgets.wrap_row import WrapRow

WIDTH = 420


class AskBox(QDialog):
    """Lies over the window until one of two buttons is pressed; nothing waits for it.

    `on_no` is called for Escape too. The focus is on the button that changes nothing.
    """

    def __init__(  # noqa: PLR0913, PLR0917 (a question, two answers and what each does)
        self,
        look: Look,
        parent: QWidget,
        question: str,
        told: str,
        yes: str,
        no: str,
        on_yes: Callable[[], object],
        on_no: Callable[[], object] = lambda: None,
    ) -> None:
        super().__init__(parent.window())
        self.setObjectName("ask_box")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(look.words("Merchant Guard"))
        self.setAccessibleName(question)
        self.setAccessibleDescription(told)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(10)
        for label in (text_label(look, question, "section"), text_label(look, told, "body", "text2")):
            label.setFixedWidth(round(WIDTH * look.px("body") / 15) - 48)
            layout.addWidget(label)
        layout.addSpacing(6)
        row = QWidget()
        buttons = WrapRow(row, gap=10)
        self._no = button(look, no, "ask_no", self.reject)
        buttons.addWidget(button(look, yes, "ask_yes", lambda: self._answer(on_yes)))
        buttons.addWidget(self._no)
        layout.addWidget(row)
        self.rejected.connect(on_no)

    def ask(self) -> None:
        """Show it."""
        by_keyboard = is_by_keyboard(self.parentWidget())
        self.open()
        give_focus(self._no, by_keyboard)

    def _answer(self, do: Callable[[], object]) -> None:
        self.accept()
        do()
