"""One of the first tasks with its number, and the way to how it is done."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.labels import text_label
from merchant_guard.desktop.widgets.spoken import named
from merchant_guard.desktop.widgets.titled_words import Line, TitledWords

_NUMBER = 24


class NumberedTask(QWidget):
    """Number, title with badge, who · when · minutes, and 怎么改 (named `how_<number>`)."""

    def __init__(  # noqa: PLR0913, PLR0917 (each is a word of the row)
        self, look: Look, number: int, title: str, badge: str, meta: str, on_how: Callable[[], object]
    ) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 8, 16, 8)
        row.setSpacing(8)
        count = text_label(look, str(number), "h2", "text2", wrap=False)
        count.setMinimumWidth(_NUMBER)
        row.addWidget(count)
        row.addWidget(TitledWords(look, title, badge, [Line(meta, style="note")]), 1)
        how = look.words("How to mend it")
        made = button(look, how, f"how_{number}", on_how, kind="link", picture="chevron-right", after=True)
        made.setAccessibleName(named(look, how, title))
        row.addWidget(made, 0, Qt.AlignmentFlag.AlignVCenter)
