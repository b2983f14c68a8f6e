"""Text on the screen: labels with the type and line height of the design."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy

from merchant_guard.desktop.theme.icons import icon
from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.paragraph import Paragraph


def text_label(look: Look, text: str, style: str = "body", tone: str = "text", wrap: bool = True) -> QLabel:
    """A label in a type style (`theme.tokens.TYPE`) and tone (a text colour).

    Wrapped text has the line height of the design; a multiple of the font's own would jump between fonts.
    """
    label = Paragraph(look.line_height(style)) if wrap else QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    _dress(look, label, style, tone)
    set_text(look, label, text, style)
    return label


def selectable_label(look: Look, text: str, style: str = "body", tone: str = "text") -> QLabel:
    """Wrapped text that can be selected with the mouse, to be copied."""
    from html import escape  # noqa: PLC0415 (not for the first paint)

    label = QLabel()
    _dress(look, label, style, tone)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    lines, height = escape(text).replace("\n", "<br>"), look.line_height(style)
    label.setText(f'<p style="margin:0; line-height:{height}px; -qt-line-height-type:fixed">{lines}</p>')
    label.setAccessibleName(text)
    return label


def _dress(look: Look, label: QLabel, style: str, tone: str) -> None:
    label.setFont(look.font(style))
    label.setProperty("tone", tone)


def set_text(look: Look, label: QLabel, text: str, style: str = "body") -> None:
    """Change the text of a label made by `text_label`."""
    if isinstance(label, Paragraph):
        label.show_words(text, look.line_height(style))
    else:
        label.setText(text)
    label.setAccessibleName(text)


def badge(look: Look, kind: str) -> QLabel:
    """A boxed word: `red`, `severe`, `high`, `medium`, `low` or `ask`."""
    words = look.words
    texts = {
        "red": words("Red line"),
        "severe": words("Severe"),
        "high": words("High"),
        "medium": words("Medium"),
        "low": words("Low"),
        "ask": words("To ask"),
    }
    return boxed(look, texts[kind], f"badge_{kind}")


def boxed(look: Look, text: str, k: str) -> QLabel:
    """A short word in the box style `k` of the stylesheet."""
    label = text_label(look, text, "caption", wrap=False)
    font = label.font()
    font.setBold(True)
    label.setFont(font)
    label.setProperty("k", k)
    label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return label


def frame(k: str) -> QFrame:
    """A box of the style `k` of the stylesheet: card, sunken, soft, rule, banner_…"""
    box = QFrame()
    box.setProperty("k", k)
    return box


def icon_label(look: Look, name: str, size: int, colour: str) -> QLabel:
    """An icon that stands beside words and says nothing of its own."""
    label = QLabel()
    label.setPixmap(icon(name, look.colour(colour)).pixmap(size, size))
    label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return label
