"""Text on the screen: labels with the type and line height of the design."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy

from merchant_guard.desktop.theme.icons import icon
from merchant_guard.desktop.theme.look import Look


def text_label(look: Look, text: str, style: str = "body", tone: str = "text", wrap: bool = True) -> QLabel:
    """A label in a type style (`theme.tokens.TYPE`) and tone (a text colour).

    Wrapped text has the line height of the design; a multiple of the font's own would jump between fonts.
    """
    label = QLabel()
    label.setFont(look.font(style))
    label.setProperty("tone", tone)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
    label.setWordWrap(wrap)
    if wrap:
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        label.setSizePolicy(policy)
    set_text(look, label, text, style)
    return label


def set_text(look: Look, label: QLabel, text: str, style: str = "body") -> None:
    """Change the text of a label made by `text_label`."""
    if label.wordWrap():
        lines = escape(text).replace("\n", "<br>")
        height = look.line_height(style)
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setText(f'<p style="margin:0; line-height:{height}px; -qt-line-height-type:fixed">{lines}</p>')
    else:
        label.setTextFormat(Qt.TextFormat.PlainText)
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
