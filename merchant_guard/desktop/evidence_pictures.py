"""Pictures of kept files, as large as they are shown. Everything here runs beside the window."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader

from merchant_guard.domain.errors import SystemProblemError, problem
from merchant_guard.services.keep_evidence import KeptFile, page_of


def evidence_picture(file: KeptFile, number: int, width: int, height: int) -> QImage:
    """Draw a picture, or a page of a PDF counted from 0, within so many dots.

    Raises SystemProblemError `attachment.damaged` for bytes that are no picture after all.
    """
    if not file.evidence.media_type.is_picture:
        return _page(file, number, QSize(width, height))
    bytes_ = QByteArray(file.data)
    buffer = QBuffer(bytes_)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    # By its bytes, never by its name; turned as the camera was held.
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    turned = reader.transformation() & QImageIOHandler.Transformation.TransformationRotate90
    box = QSize(height, width) if turned else QSize(width, height)
    if reader.size().width() > box.width() or reader.size().height() > box.height():
        reader.setScaledSize(reader.size().scaled(box, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        raise SystemProblemError(problem("attachment.damaged", file=file.evidence.name))
    return image


def _page(file: KeptFile, number: int, box: QSize) -> QImage:
    picture = page_of(file, number, box.width())
    borrowed = QImage(
        picture.pixels, picture.width, picture.height, picture.stride, QImage.Format.Format_Grayscale8
    )
    page = borrowed.copy()
    if page.height() > box.height():
        smooth = Qt.TransformationMode.SmoothTransformation
        return page.scaled(box, Qt.AspectRatioMode.KeepAspectRatio, smooth)
    return page
