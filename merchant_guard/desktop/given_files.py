"""What was dropped or pasted: files by their place, or a picture without a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QMimeData
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from merchant_guard.services.keep_evidence import Pasted

_AS_THEY_ARE = {"image/png": "png", "image/jpeg": "jpg", "image/webp": "webp"}
"""Kinds of picture whose bytes are taken as they lie on the clipboard → ending of the name they get."""


def holds_files(mime: QMimeData) -> bool:
    """Whether there is something to keep: a file or a picture, not only words."""
    return mime.hasImage() or any(url.isLocalFile() for url in mime.urls())


def files_in(mime: QMimeData, name: str) -> list[Path | Pasted]:
    """Return the files, else the picture, which is called `name`; empty where there is neither."""
    files: list[Path | Pasted] = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    return files or _picture(mime, name)


def _picture(mime: QMimeData, name: str) -> list[Path | Pasted]:
    from merchant_guard.services.keep_evidence import Pasted  # noqa: PLC0415 (not for the first paint)

    for kind, ending in _AS_THEY_ARE.items():
        if mime.hasFormat(kind):
            return [Pasted(f"{name}.{ending}", mime.data(kind).data())]
    image = QImage(mime.imageData()) if mime.hasImage() else QImage()
    return [] if image.isNull() else [Pasted(f"{name}.png", _as_png(image))]


def _as_png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return buffer.data().data()
