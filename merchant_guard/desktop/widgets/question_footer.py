"""Under a question: back, what is saved, next. It stands under the content, or pinned in a low window."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from merchant_guard.desktop.pages.page import column, in_column
from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.labels import frame

COLUMN_WIDTH = 720


def steps_row(
    look: Look,
    state: QLabel,
    on_back: Callable[[], object],
    on_next: Callable[[], object],
    again: QWidget | None = None,
) -> QWidget:
    """Back at the left edge of the column, what is saved and next at its right.

    `again` stands before next: what says once more what was said last year.
    """
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(16)
    row.addWidget(button(look, look.words("Back"), "previous_question", on_back, picture="arrow-left"))
    row.addStretch(1)
    row.addWidget(state)
    if again is not None:
        row.addWidget(again)
    onward = look.words("Next")
    row.addWidget(
        button(look, onward, "next_question", on_next, kind="primary", picture="arrow-right", after=True)
    )
    return box


def below(row: QWidget) -> QWidget:
    """The footer under a hairline, directly under the content."""
    box = QWidget()
    layout = column(box, (0, 14, 0, 0))
    layout.addWidget(frame("rule"))
    layout.addSpacing(18)
    layout.addWidget(row)
    return box


def pinned(row: QWidget, side: int) -> QWidget:
    """The footer as a bar of its own; `side` is the page's margin."""
    box = QWidget()
    box.setObjectName("footer")
    box.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    box.setFixedHeight(60)
    # The scroll bar's gutter keeps the buttons on the edges of the column above.
    column(box, (side, 0, side + 10, 0)).addWidget(in_column(row, COLUMN_WIDTH))
    return box
