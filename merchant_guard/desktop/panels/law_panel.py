"""An article of law: what it means in plain words, and what it says."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.labels import boxed, frame, selectable_label, text_label
from merchant_guard.desktop.widgets.scroll_area import reading
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


class LawPanel(QWidget):
    """Shows one article with its force, its standing and the days that matter."""

    def __init__(
        self, look: Look, law: Law, article: Article, force: str, on_back: Callable[[], object] | None
    ) -> None:
        super().__init__()
        self.setObjectName("law_panel")
        self.setAccessibleName(cite(look, law, article.number))
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(24, 20, 20, 20)
        layout.setSpacing(10)
        if on_back is not None:
            back = button(
                look,
                look.words("Back to the help"),
                "back_to_help",
                on_back,
                kind="link",
                picture="arrow-left",
            )
            layout.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(text_label(look, law.title.pick(look.language), "section"))
        layout.addWidget(text_label(look, articles(look.language, [article.number]).capitalize(), "h2"))
        layout.addLayout(_badges(look, law, force))
        layout.addWidget(_plain_words(look, article))
        if article.quotation:
            layout.addWidget(text_label(look, look.words("The text"), "caption", "text2"))
            layout.addWidget(_quotation(look, article.quotation))
        days = look.words("In force since {day}; text checked on {checked}.")
        dates = days.format(day=law.effective.isoformat(), checked=law.checked_on.isoformat())
        layout.addWidget(text_label(look, dates, "caption", "text3"))
        layout.addWidget(_copy_button(look, law, article), 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        area = reading(content, cite(look, law, article.number))
        outer.addWidget(area)
        self.setFocusProxy(area)


def cite(look: Look, law: Law, number: str) -> str:
    """Name an article shortly: 《个人信息保护法》第 51 条."""
    named = articles(look.language, [number])
    return f"{law.short_title.en} {named}" if look.language == "en" else f"《{law.short_title.zh}》{named}"


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
