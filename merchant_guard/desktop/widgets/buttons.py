"""Buttons with verb and object; a click never asks back what a word could have said."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy

from merchant_guard.desktop.theme.icons import icon
from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.keyboard_focus import KeyboardFocus

_ICON_COLOURS = {
    "primary": "on_primary",
    "link": "primary",
    "chip": "primary",
    "plain": "text2",
    "picture_place": "text2",
}


class Button(KeyboardFocus, QPushButton):
    """A button with a ring of its own: a border from the stylesheet would make it wider and push others."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the ring over the button."""
        super().paintEvent(event)
        if self.property("keyfocus"):
            is_primary = self.property("k") == "primary"
            roles, inside = QPalette.ColorRole, 4 if is_primary else 1
            role = roles.HighlightedText if is_primary else roles.Link
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.palette().color(role), 2))
            box = QRectF(self.rect()).adjusted(inside, inside, -inside, -inside)
            painter.drawRoundedRect(box, 6 - inside / 2, 6 - inside / 2)


def button(  # noqa: PLR0913 (each is a word of the design; all but four have defaults)
    look: Look,
    text: str,
    name: str,
    on_click: Callable[[], object],
    *,
    kind: str = "",
    picture: str = "",
    after: bool = False,
    accessible: str = "",
) -> Button:
    """A button.

    `kind` is primary, quiet, link, plain or chip, empty for an outlined one; `picture` an icon, `after` the
    text where it points onward; `name` the objectName tests press; `accessible` what a screen reader says
    beyond the text.
    """
    made = Button(f" {text}" if picture and not after else text)
    made.setObjectName(name)
    made.setProperty("k", kind)
    made.setAccessibleName(accessible or text)
    made.setFont(look.font("answer" if kind == "primary" else "note" if kind == "chip" else "body"))
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    made.setAutoDefault(False)
    if picture:
        made.setIcon(icon(picture, look.colour(_ICON_COLOURS.get(kind, "text"))))
        made.setIconSize(QSize(18, 18))
    if after:
        made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        made.setText(f"{text} ")
    made.clicked.connect(lambda _checked=False: on_click())
    return made


def shorten(made: QPushButton, room: int) -> None:
    """Cut the words of a button to `room` pixels; its tooltip and its name have them whole."""
    words = made.text()
    said = made.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
    if said != words:
        made.setText(said)
        made.setToolTip(words.strip())
