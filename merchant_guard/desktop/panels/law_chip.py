"""Chips that name an article of law, and lead to it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QWidget

from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.domain.consequence import Consequence
from merchant_guard.domain.law import Law
from merchant_guard.domain.question import Citation, Force
from merchant_guard.localization.articles import articles

CHIP_TEXT = 226
"""As much text as a chip can hold in the panel, in pixels; the tooltip has it whole."""

Laws = Mapping[str, Law]
OpenLaw = Callable[[Citation], object]


@dataclass(frozen=True, slots=True)
class Wanted:
    """An article to be read, how binding the measure behind it is, and what follows if that is not done."""

    citation: Citation
    force: Force = Force.STATUTORY
    consequence: Consequence | None = None


def cite(look: Look, law: Law, number: str) -> str:
    """Name an article shortly: 《个人信息保护法》第 51 条."""
    named = articles(look.language, [number])
    return f"{law.short_title.en} {named}" if look.language == "en" else f"《{law.short_title.zh}》{named}"


def chip_name(citation: Citation) -> str:
    """What the chip of an article is called."""
    return f"law_{citation.law}_{citation.article}"


def law_chip(look: Look, laws: Laws, citation: Citation, open_law: OpenLaw, room: int = CHIP_TEXT) -> QWidget:
    """A chip that names an article, within `room` pixels, and opens it."""
    name = cite(look, laws[citation.law], citation.article)
    shown = QFontMetrics(look.font("note")).elidedText(name, Qt.TextElideMode.ElideMiddle, room)
    chip = button(
        look,
        shown,
        chip_name(citation),
        lambda: open_law(citation),
        kind="chip",
        picture="scale",
        accessible=name,
    )
    chip.setToolTip(name)
    return chip
