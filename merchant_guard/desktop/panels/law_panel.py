"""An article of law: what it means in plain words, what it says, and what follows if nothing is done."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from merchant_guard.desktop.panels.law_chip import Laws, Wanted, chip_name, cite, law_chip
from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.focusing import give_focus
from merchant_guard.desktop.widgets.labels import boxed, frame, selectable_label, text_label
from merchant_guard.desktop.widgets.scroll_area import reading
from merchant_guard.domain.consequence import Consequence
from merchant_guard.domain.law import Article, Law
from merchant_guard.domain.question import Citation
from merchant_guard.localization import mark
from merchant_guard.localization.articles import articles
from merchant_guard.localization.labels import label

_STATUS = {
    "in_force": mark("In force"),
    "amended": mark("Amended"),
    "superseded": mark("Replaced"),
    "repealed": mark("Repealed"),
}
Act = Callable[[], object]


class LawPanel(QWidget):
    """Shows one article; the penalty article named in it is shown in its place, with a way back."""

    def __init__(self, look: Look, laws: Laws, wanted: Wanted, on_back: Act | None = None) -> None:
        super().__init__()
        self.setObjectName("law_panel")
        self._look, self._laws, self._wanted, self._on_back = look, laws, wanted, on_back
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._shown: QWidget | None = None
        back = (look.words("Back to the help"), "back_to_help", on_back) if on_back else None
        self._show(_ArticleText(look, laws, wanted, back, self._open_penalty))

    def _open_penalty(self, citation: Citation) -> None:
        """The article that says how much, in place of this one."""
        came_from = cite(self._look, self._laws[self._wanted.citation.law], self._wanted.citation.article)
        words = self._look.words("Back to {article}").format(article=came_from)
        back = (words, "back_to_article", lambda: self._back_from(citation))
        self._show(_ArticleText(self._look, self._laws, Wanted(citation), back, self._open_penalty))
        give_focus(self)

    def _back_from(self, citation: Citation) -> None:
        back = (self._look.words("Back to the help"), "back_to_help", self._on_back)
        text = _ArticleText(
            self._look, self._laws, self._wanted, back if self._on_back else None, self._open_penalty
        )
        self._show(text)
        if chip := text.findChild(QWidget, chip_name(citation)):
            give_focus(chip)
