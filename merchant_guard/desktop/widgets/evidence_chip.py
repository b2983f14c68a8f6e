"""A kept file as a chip: a small picture and its name, which open it, and the sign that takes it out."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QIcon, QImage, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy

from merchant_guard.desktop.theme.icons import icon
from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.spoken import named

THUMBNAIL = 24
"""Pixels, each way, of the small picture."""
_NAME_ROOM = 150
"""Pixels of a name that are shown; the tooltip has it whole."""


class EvidenceChip(QFrame):
    """Shows one file. `picture` is an icon until its thumbnail is there."""

    pressed = Signal()
    removed = Signal()

    def __init__(self, look: Look, reference: str, name: str, picture: str) -> None:
        super().__init__()
        self._look = look
        self.setProperty("k", "proof")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        words = look.words
        shown = QFontMetrics(look.font("note")).elidedText(name, Qt.TextElideMode.ElideMiddle, _NAME_ROOM)
        self.open_button = button(
            look,
            shown,
            f"evidence_{reference}",
            self.pressed.emit,
            kind="proof",
            picture=picture,
            accessible=named(look, words("Look at"), name),
        )
        self.open_button.setFont(look.font("note"))
        self.open_button.setToolTip(name)
        out = named(look, words("Take out"), name)
        self._out = button(
            look, "", f"take_out_{reference}", self.removed.emit, kind="proof_x", picture="x", accessible=out
        )
        self._out.setText("")
        self._out.setToolTip(words("Take out"))
        self._out.setIconSize(QSize(16, 16))
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        row.addWidget(self.open_button)
        row.addWidget(self._out)

    def show_problem(self, why: str) -> None:
        """Show that the file cannot be read, and why."""
        self.open_button.setIcon(icon("circle-alert", self._look.colour("danger")))
        self.open_button.setToolTip(why)
        self.open_button.setAccessibleDescription(why)

    def show_thumbnail(self, image: QImage) -> None:
        """Show a small picture in place of the icon."""
        image.setDevicePixelRatio(self.devicePixelRatioF())
        self.open_button.setIcon(QIcon(QPixmap.fromImage(image)))
        self.open_button.setIconSize(QSize(THUMBNAIL, THUMBNAIL))
