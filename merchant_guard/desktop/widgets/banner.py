"""A banner at the top of a page: an icon, one sentence, one action. It stays."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.labels import icon_label, text_label
from merchant_guard.desktop.widgets.spoken import named
from merchant_guard.desktop.widgets.words_and_acts import WordsAndActs

_BESIDE = 420
"""Pixels at the standard text size from which the action stands beside the sentence."""
_PICTURES = {"warn": "clock", "danger": "triangle-alert", "info": "info"}


class Banner(QFrame):
    """`kind` is warn, danger or info; `more` stands in smaller words below the sentence."""

    def __init__(  # noqa: PLR0913, PLR0917 (what a banner has)
        self,
        look: Look,
        kind: str,
        name: str,
        sentence: str,
        action: str,
        on_action: Callable[[], object],
        more: str = "",
    ) -> None:
        super().__init__()
        self.setProperty("k", f"banner_{kind}")
        self.setObjectName(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 7, 8, 7)
        row.setSpacing(10)
        sign = icon_label(look, _PICTURES[kind], 18, "primary" if kind == "info" else kind)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignVCenter)
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        said = text_label(look, sentence)
        said.setObjectName(f"{name}_words")
        column.addWidget(said)
        if more:
            column.addWidget(text_label(look, more, "note", "text2"))
        made = button(
            look,
            action,
            f"{name}_action",
            on_action,
            kind="link",
            picture="chevron-right",
            after=True,
            accessible=named(look, action, sentence),
        )
        beside = round(_BESIDE * look.px("body") / 15)
        row.addWidget(WordsAndActs(words, made, beside, Qt.AlignmentFlag.AlignVCenter), 1)
