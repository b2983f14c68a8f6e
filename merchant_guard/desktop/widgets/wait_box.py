"""While the store itself is changed nothing can be done: words over the window, and no way past them."""

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.labels import text_label
from merchant_guard.desktop.widgets.spoken import announce


class WaitBox(QDialog):
    """Goes when it is told to; neither Escape nor a cross closes it."""

    def __init__(self, look: Look, parent: QWidget, words: str) -> None:
        super().__init__(parent)
        self.setObjectName("wait_box")
        self.setWindowTitle(look.words("Merchant Guard"))
        self.setAccessibleName(words)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 24, 32, 24)
        layout.addWidget(text_label(look, words, "section", wrap=False))
        announce(self, words)

    def end(self) -> None:
        """It is over."""
        self.accept()
        self.deleteLater()

    def reject(self) -> None:
        """Nothing can be broken off."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """No key does anything."""
        event.accept()
