"""How proof comes to a page: dragged onto it, pasted, or chosen as files."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import QFileDialog, QWidget

from merchant_guard.desktop.given_files import holds_files
from merchant_guard.desktop.pages.page import Page
from merchant_guard.desktop.restoring import holds_backup
from merchant_guard.desktop.widgets.drop_veil import DropVeil
from merchant_guard.domain.evidence import Subject

_ENDINGS = "*.jpg *.jpeg *.png *.webp *.pdf *.heic *.heif"
"""What can be chosen. HEIC is among them, though it cannot be kept: who chooses one is told the way."""


class Place(NamedTuple):
    """What a file proves that is dropped or pasted there, and the part of the page it belongs to."""

    subject: Subject
    rect: QRect


PlaceAt = Callable[[QPoint | None], Place | None]
"""The place under a point of the page; for None the one that a paste goes to. None where there is none."""


class EvidenceIntake(QObject):
    """Takes files for a page, which says by `place_at` what they prove."""

    kept = Signal()
    """All files given are on the disk."""

    def __init__(self, page: Page, place_at: PlaceAt) -> None:
        super().__init__(page)
        self._page, self._place_at = page, place_at
        self._veil = DropVeil(page.look, page)
        page.desk.proofs.kept.connect(self.kept)
        page.setAcceptDrops(True)
        page.installEventFilter(self)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), page, self.paste).setAutoRepeat(False)

    def leave_files_to_page(self, *fields: QWidget) -> None:
        """Fields for words leave files and pictures to the page, dropped or pasted."""
        for field in fields:
            field.setAcceptDrops(False)
            field.installEventFilter(self)

    # --- choosing -----------------------------------------------------------------------------------

    def choose(self, subject: Subject) -> None:
        """Ask for files; the dialog is the system's own, and nothing waits for it."""
        words = self._page.words
        dialog = QFileDialog(self._page, words("Choose photos or a PDF"))
        dialog.setObjectName("evidence_dialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        usual, everything = words("Photos and PDF"), words("All files")
        dialog.setNameFilters([f"{usual} ({_ENDINGS})", f"{everything} (*)"])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(lambda places: self._give(subject, places))
        dialog.open()

    def _give(self, subject: Subject, places: list[str]) -> None:
        self._page.desk.proofs.give(subject, [Path(place) for place in places])

    # --- pasting ------------------------------------------------------------------------------------

    def paste(self) -> None:
        """Take what lies on the clipboard."""
        if place := self._place_at(None):
            self._page.desk.proofs.give_from(place.subject, _clipboard())

    # --- dragging -----------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Follow what is dragged over the page; leave a paste of files to it."""
        kind = event.type()
        if watched is not self._page:
            return kind == QEvent.Type.ShortcutOverride and self._is_paste_of_files(event)
        if kind in (QEvent.Type.DragEnter, QEvent.Type.DragMove):
            self._drag(event)
            return True
        if kind == QEvent.Type.DragLeave:
            self._veil.hide()
        elif kind == QEvent.Type.Drop:
            self._drop(event)
            return True
        return False

    def _is_paste_of_files(self, event: QKeyEvent) -> bool:
        """Words beside a picture, as from a table, are for the field; then the picture stays behind."""
        mime = _clipboard()
        only_files = holds_files(mime) and (mime.hasUrls() or not mime.hasFormat("text/plain"))
        if not (event.matches(QKeySequence.StandardKey.Paste) and only_files):
            return False
        event.ignore()  # else the field would keep the key for itself
        return True

    def _drag(self, event: QDragMoveEvent) -> None:
        if holds_backup(event.mimeData()):
            event.ignore()  # it proves nothing, and is for the window
            return
        place = self._place_at(event.position().toPoint()) if _may_come(event.mimeData()) else None
        if place is None:
            self._veil.hide()
            event.ignore()
            return
        self._veil.lie_over(place.rect)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def _drop(self, event: QDropEvent) -> None:
        self._veil.hide()
        if place := self._place_at(event.position().toPoint()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self._page.desk.proofs.give_from(place.subject, event.mimeData())


def _clipboard() -> QMimeData:
    """What lies on the clipboard; some systems say None for nothing."""
    return QGuiApplication.clipboard().mimeData() or QMimeData()


def _may_come(mime: QMimeData) -> bool:
    """Pictures still on a web page are let in too: who drops one is told how to bring it."""
    return holds_files(mime) or mime.hasUrls()
