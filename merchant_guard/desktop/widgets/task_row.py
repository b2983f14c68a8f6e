"""A task on the home page: box or picture, title with badge, who · date · minutes, and what to press."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.check_target import SIDE, CheckTarget
from merchant_guard.desktop.widgets.spoken import named
from merchant_guard.desktop.widgets.titled_words import Line, TitledWords

BUTTON_WIDTH = 124


class TaskText(NamedTuple):
    """The words of a task; `late` sets the second line in the warning tone.

    `badge_words` stand in the box of the badge in place of the word of its kind.
    """

    title: str
    badge: str
    meta: str
    late: bool = False
    done: bool = False
    badge_words: str = ""


class TaskButton(NamedTuple):
    """A button of a row; `name` is its objectName before the task's id."""

    text: str
    name: str
    on_click: Callable[[], object]
    picture: str = ""


class TaskRow(QFrame):
    """Ticking only says so (`ticked`); the row shows what it is told next and stays where it is.

    What is done by writing it down has no box to tick: `picture` stands in its place and leads there.
    """

    ticked = Signal(bool)

    def __init__(  # noqa: PLR0913, PLR0917 (what a row has)
        self,
        look: Look,
        item_id: str,
        text: TaskText,
        buttons: list[TaskButton],
        low: bool,
        picture: TaskButton | None = None,
    ) -> None:
        super().__init__()
        self._look = look
        self.setObjectName(f"task_{item_id}")
        row = QHBoxLayout(self)
        margin = 8 if low else 10
        row.setContentsMargins(11, margin, 18, margin)
        row.setSpacing(9)
        self._check: CheckTarget | None = None
        row.addWidget(
            self._box(item_id, text.title) if picture is None else self._picture(picture, item_id, text)
        )
        self._words = TitledWords(look, text.title, text.badge, _lines(text), text.badge_words)
        row.addWidget(self._words, 1)
        row.addSpacing(8)
        self._buttons = [self._button(one, item_id, text.title) for one in buttons]
        for made in self._buttons:
            row.addWidget(made)
        self.show_text(text)

    def show_text(self, text: TaskText) -> None:
        """Show the task as it stands: to do, or done and struck."""
        if self._check is not None:
            self._check.setChecked(text.done)
        self._words.show_lines(_lines(text), struck=text.done)
        for made in self._buttons:
            made.setVisible(not text.done)

    def _box(self, item_id: str, title: str) -> CheckTarget:
        self._check = CheckTarget(
            self._look, f"tick_{item_id}", self._look.words("Mended: {title}").format(title=title)
        )
        self._check.clicked.connect(self.ticked)
        return self._check

    def _picture(self, wanted: TaskButton, item_id: str, text: TaskText) -> QWidget:
        made = button(
            self._look,
            "",
            f"{wanted.name}_{item_id}",
            wanted.on_click,
            kind="picture_place",
            picture=wanted.picture,
            accessible=named(self._look, wanted.text, text.title),
        )
        made.setText("")
        made.setFixedSize(SIDE, SIDE)
        return made

    def _button(self, wanted: TaskButton, item_id: str, title: str) -> QWidget:
        made = button(
            self._look,
            wanted.text,
            f"{wanted.name}_{item_id}",
            wanted.on_click,
            kind="quiet",
            picture=wanted.picture,
            accessible=named(self._look, wanted.text, title),
        )
        if wanted.picture:
            made.setMinimumWidth(BUTTON_WIDTH)
        return made


def _lines(text: TaskText) -> list[Line]:
    return [Line(text.meta, "warn", picture="clock") if text.late else Line(text.meta)]
