"""The law beside a page: one article, and from it to the article that says what a penalty comes to."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from merchant_guard.desktop.panels.article_text import ArticleText, WayBack
from merchant_guard.desktop.panels.law_chip import Laws, Wanted, chip_name, cite
from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.focusing import give_focus, is_by_keyboard
from merchant_guard.desktop.widgets.scroll_area import ScrollArea, reading
from merchant_guard.domain.question import Citation
from merchant_guard.localization.articles import articles


class LawPanel(QWidget):
    """Shows the article that is wanted; the penalty article named there takes its place for a while."""

    def __init__(
        self, look: Look, laws: Laws, wanted: Wanted, on_back: Callable[[], object] | None = None
    ) -> None:
        super().__init__()
        self.setObjectName("law_panel")
        self._look, self._laws, self._wanted = look, laws, wanted
        self._to_help = WayBack(look.words("Back to the help"), "back_to_help", on_back) if on_back else None
        self._area: ScrollArea | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._show(wanted, self._to_help)

    def _show(self, wanted: Wanted, back: WayBack | None) -> None:
        name = cite(self._look, self._laws[wanted.citation.law], wanted.citation.article)
        area = reading(ArticleText(self._look, self._laws, wanted, back, self._open_penalty), name)
        if self._area is not None:
            self._column.removeWidget(self._area)
            self._area.hide()
            self._area.deleteLater()
        self._area = area
        self._column.addWidget(area)
        area.show()  # a layout would only show it later, and the focus would come without its ring
        self.setFocusProxy(area)
        self.setAccessibleName(name)

    def _open_penalty(self, citation: Citation) -> None:
        by_keyboard, cited = is_by_keyboard(self.window()), self._wanted.citation
        words = self._look.words("Back to {article}")
        name = articles(self._look.language, [cited.article])
        self._show(
            Wanted(citation),
            WayBack(words.format(article=name), "back_to_article", lambda: self._return_from(citation)),
        )
        give_focus(self, by_keyboard)

    def _return_from(self, citation: Citation) -> None:
        """The article again, with the focus on the chip that led away from it."""
        by_keyboard = is_by_keyboard(self.window())
        self._show(self._wanted, self._to_help)
        give_focus(self.findChildren(QWidget, chip_name(citation))[-1], by_keyboard)
