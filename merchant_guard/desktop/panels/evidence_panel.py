"""A kept file in the side panel: its picture, or its pages one at a time; a press makes it larger."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.evidence_pictures import evidence_picture
from merchant_guard.desktop.panels.evidence_copy import EvidenceCopy
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.labels import icon_label, set_text, text_label
from merchant_guard.desktop.widgets.spoken import announce
from merchant_guard.services.keep_evidence import KeptFile, pages_of

_ROOM = 276
"""Pixels that a picture may be wide in the panel."""
_HIGHEST = 3
"""Times its width that a picture may be high."""
_LARGER = 2.5

Shown = tuple[int, QImage]
"""How many pages there are, and the picture of one."""


class EvidencePanel(QWidget):
    """Reads the file beside the window; says why not where it cannot be shown.

    `on_close` puts it away; it leads `to_help` where the help stood in its place.
    """

    def __init__(
        self, desk: Desk, reference: str, on_close: Callable[[], object], to_help: bool = False
    ) -> None:
        super().__init__()
        self._desk, self._reference, self._number, self._pages = desk, reference, 0, 1
        self._is_large = False
        look, name = desk.look, desk.proofs.name_of(reference)
        self.setObjectName("evidence_panel")
        self.setAccessibleName(name)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 16, 16)
        layout.setSpacing(8)
        words = look.words("Back to the help") if to_help else look.words("Put it away")
        picture = "arrow-left" if to_help else "x"
        link = button(look, words, "close_evidence", on_close, kind="link", picture=picture)
        layout.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(text_label(look, name, "section"))
        layout.addWidget(text_label(look, self._about(), "caption", "text2"))
        layout.addWidget(self._error_row())
        self._picture = self._picture_button(name)
        self._area = _area(self._picture)
        self._picture.hide()  # until there is something to show; the area has shown it
        layout.addWidget(self._area, 1)
        layout.addWidget(self._turner())
        self._copy = EvidenceCopy(desk, reference)
        layout.addWidget(self._copy)
        layout.addStretch(0)
        self.setFocusProxy(self._picture)
        self._ask()

    # --- parts --------------------------------------------------------------------------------------

    def _about(self) -> str:
        """When it was kept and how large it is."""
        evidence = self._desk.open_check.kept.get(self._reference)
        if evidence is None:
            return ""
        words = self._desk.look.words("Kept on {day} · {size} · encrypted on this computer")
        day = evidence.imported_at.astimezone().date().isoformat()
        return words.format(day=day, size=_size(evidence.size))

    def _error_row(self) -> QWidget:
        self._error = QWidget()
        row = QHBoxLayout(self._error)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(icon_label(self._desk.look, "circle-alert", 18, "danger"), 0, Qt.AlignmentFlag.AlignTop)
        self._error_words = text_label(self._desk.look, "", "body", "danger")
        self._error_words.setObjectName("evidence_unreadable")
        row.addWidget(self._error_words, 1)
        self._error.hide()
        return self._error

    def _picture_button(self, name: str) -> QPushButton:
        return button(
            self._desk.look, "", "evidence_picture", self._change_size, kind="picture", accessible=name
        )

    def _turner(self) -> QWidget:
        look, self._turns = self._desk.look, QWidget()
        row = QHBoxLayout(self._turns)
        row.setContentsMargins(0, 0, 0, 0)
        self._place = text_label(look, "", "caption", "text2", wrap=False)
        row.addStretch(1)
        for step, name, picture, words in (
            (-1, "proof_page_before", "chevron-left", look.words("Page before")),
            (1, "proof_page_after", "chevron-right", look.words("Next page")),
        ):
            turn = button(look, "", name, lambda by=step: self._turn(by), kind="quiet", picture=picture)
            turn.setText("")
            turn.setAccessibleName(words)
            turn.setToolTip(words)
            row.addWidget(turn)
            if step < 0:
                row.addWidget(self._place)
        row.addStretch(1)
        self._turns.hide()
        return self._turns

    # --- what is done -------------------------------------------------------------------------------

    def _turn(self, by: int) -> None:
        if 0 <= self._number + by < self._pages:
            self._number += by
            self._ask()

    def _change_size(self) -> None:
        self._is_large = not self._is_large
        self._ask()

    def _ask(self) -> None:
        """Ask for the picture at the dots of this screen."""
        number = self._number
        wide = round(_ROOM * (_LARGER if self._is_large else 1) * self.devicePixelRatioF())

        def draw(file: KeptFile) -> Shown:
            return pages_of(file), evidence_picture(file, number, wide, wide * _HIGHEST)

        self._desk.proofs.look_at(self._reference, draw, self._show, self._tell)

    def _show(self, shown: Shown) -> None:
        if not isValid(self):
            return
        self._pages, image = shown
        image.setDevicePixelRatio(self.devicePixelRatioF())
        size = image.deviceIndependentSize().toSize()
        self._picture.setIcon(QPixmap.fromImage(image))
        self._picture.setIconSize(size)
        self._picture.setFixedSize(size + QSize(2, 2))
        words = self._desk.look.words
        self._picture.setToolTip(words("Make it smaller") if self._is_large else words("Make it larger"))
        self._picture.show()
        place = words("Page {page} of {pages}").format(page=self._number + 1, pages=self._pages)
        set_text(self._desk.look, self._place, place, "caption")
        self._turns.setVisible(self._pages > 1)

    def _tell(self, why: str) -> None:
        if not isValid(self):
            return
        set_text(self._desk.look, self._error_words, why)
        self._error.show()
        self._area.hide()
        self._copy.hide()
        announce(self, why, urgent=True)


def _area(picture: QPushButton) -> QScrollArea:
    """A place for a picture that, once large, is looked at bit by bit in both directions."""
    area = QScrollArea()
    area.setObjectName("evidence_area")
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setWidgetResizable(False)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    area.setWidget(picture)
    return area


def _size(count: int) -> str:
    return f"{count / 1024 / 1024:.1f} MB" if count >= 1024 * 1024 else f"{max(1, round(count / 1024))} KB"
