"""A question with what was answered, and the way to it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.labels import text_label
from merchant_guard.desktop.widgets.spoken import named

INDENT = 20


class AnswerLine(QWidget):
    """Title, the answer beside it, and a link named `open_<id>` with a verb such as 改 or 去看."""

    def __init__(  # noqa: PLR0913, PLR0917 (each is a word of the row)
        self,
        look: Look,
        name: str,
        title: str,
        said: str,
        verb: str,
        on_open: Callable[[], object],
        indent: int,
    ) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(indent, 5, 14, 5)
        row.setSpacing(16)
        row.addWidget(text_label(look, title), 1)
        if said:
            label = text_label(look, said, "note", "text2", wrap=False)
            row.addWidget(label, 0, Qt.AlignmentFlag.AlignVCenter)
        opening = button(
            look, verb, f"open_{name}", on_open, kind="link", accessible=named(look, verb, title)
        )
        row.addWidget(opening, 0, Qt.AlignmentFlag.AlignVCenter)
