"""An article of law: what it means in plain words, what it says, and what follows if nothing is done."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from merchant_guard.desktop.panels.law_chip import Laws, OpenLaw, Wanted, cite, law_chip
from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.labels import boxed, frame, selectable_label, text_label
from merchant_guard.domain.consequence import Consequence
from merchant_guard.domain.law import Article, Law
from merchant_guard.localization import mark
from merchant_guard.localization.articles import articles
from merchant_guard.localization.labels import label

_STATUS = {
    "in_force": mark("In force"),
    "amended": mark("Amended"),
    "superseded": mark("Replaced"),
    "repealed": mark("Repealed"),
}


class WayBack(NamedTuple):
    """A link to what was shown before: its words, its object name, and what it does."""

    words: str
    name: str
    act: Callable[[], object]


class ArticleText(QWidget):
    """One article with its force, its standing and the days that matter.

    `open_law` is called with the article that says what a penalty comes to, when its chip is pressed.
    """

    def __init__(
        self, look: Look, laws: Laws, wanted: Wanted, back: WayBack | None, open_law: OpenLaw
    ) -> None:
        super().__init__()
        self._look, self._laws = look, laws
        law = laws[wanted.citation.law]
        article = law.articles[wanted.citation.article]
        self._column = layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 20, 20)
        layout.setSpacing(10)
        if back is not None:
            link = button(look, back.words, back.name, back.act, kind="link", picture="arrow-left")
            layout.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(text_label(look, law.title.pick(look.language), "section"))
        layout.addLayout(_number(look, law, article))
        layout.addLayout(_badges(look, law, wanted.force))
        layout.addWidget(_plain_words(look, article))
        if article.quotation:
            layout.addWidget(text_label(look, look.words("The text"), "caption", "text2"))
            layout.addWidget(_quotation(look, article.quotation))
        if wanted.consequence is not None:
            self._add_consequence(wanted, wanted.consequence, open_law)
        days = look.words("In force since {day}; text checked on {checked}.")
        dates = days.format(day=law.effective.isoformat(), checked=law.checked_on.isoformat())
        layout.addWidget(text_label(look, dates, "caption", "text3"))
        layout.addWidget(_copy_button(look, law, article), 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)

    def _add_consequence(self, wanted: Wanted, consequence: Consequence, open_law: OpenLaw) -> None:
        """What an authority does, and the amounts with the article they stand in."""
        look, penalty = self._look, consequence.penalty
        self._column.addSpacing(4)
        self._column.addWidget(text_label(look, look.words("If nothing is done"), "answer"))
        self._column.addWidget(text_label(look, consequence.happens.pick(look.language)))
        if penalty == wanted.citation:
            return  # its plain words stand above
        amounts = self._laws[penalty.law].articles[penalty.article].plain.pick(look.language)
        self._column.addWidget(text_label(look, amounts, "note", "text2"))
        chip = law_chip(look, self._laws, penalty, open_law)
        self._column.addWidget(chip, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addSpacing(4)


def _number(look: Look, law: Law, article: Article) -> QVBoxLayout:
    """The article's number, and under it the one it had before."""
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addWidget(text_label(look, articles(look.language, [article.number]).capitalize(), "h2"))
    for former in law.formerly(article.number):
        told = look.words("{article} in the text of {year}")
        words = told.format(year=former.text.version.year, article=articles(look.language, [former.before]))
        column.addWidget(text_label(look, words.capitalize(), "caption", "text2"))
    return column


def _badges(look: Look, law: Law, force: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(boxed(look, label(look.language, "force", force), "badge_force"))
    row.addWidget(boxed(look, look.words(_STATUS[law.status]), "badge_ok"))
    row.addStretch(1)
    return row


def _plain_words(look: Look, article: Article) -> QFrame:
    box = frame("soft")
    layout = QVBoxLayout(box)
    layout.setContentsMargins(14, 12, 14, 12)
    layout.setSpacing(4)
    layout.addWidget(text_label(look, look.words("In plain words"), "answer", "primary"))
    layout.addWidget(text_label(look, article.plain.pick(look.language)))
    return box


def _quotation(look: Look, quotation: str) -> QFrame:
    box = frame("quotation")
    layout = QVBoxLayout(box)
    layout.setContentsMargins(12, 2, 0, 2)
    layout.addWidget(selectable_label(look, quotation))
    return box


def _copy_button(look: Look, law: Law, article: Article) -> QWidget:
    def copy() -> None:
        parts = [cite(look, law, article.number), article.quotation or article.plain.pick(look.language)]
        QGuiApplication.clipboard().setText("\n".join(parts))

    return button(look, look.words("Copy"), "copy_law", copy, kind="quiet", picture="copy")
