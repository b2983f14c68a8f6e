"""A printed page as it will be, drawn on the screen; blank paper until its picture has come."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy

from merchant_guard.desktop.theme.look import Look

if TYPE_CHECKING:
    from merchant_guard.documents.pages import PagePicture


class SheetPicture(QLabel):
    """Paper of `millimetres`, as large as fits with its proportions kept; `words` say what is on it."""

    def __init__(self, look: Look, words: str, millimetres: tuple[int, int]) -> None:
        super().__init__()
        self._look, self._millimetres = look, millimetres
        self._image: QImage | None = None
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    @property
    def has_picture(self) -> bool:
        """Whether the page itself is shown."""
        return self._image is not None

    def show_picture(self, picture: "PagePicture") -> None:
        """Show the page."""
        shades = QImage.Format.Format_Grayscale8
        drawn = QImage(picture.pixels, picture.width, picture.height, picture.stride, shades)
        self._image = drawn.copy()  # the bytes are not kept
        self.update()

    def paper(self) -> QRectF:
        """Where the paper lies: at the top left."""
        wide, high = self._millimetres
        scale = min(self.width() / wide, self.height() / high)
        width, height = wide * scale, high * scale
        return QRectF(0, 0, width, height)

    def width_for(self, height: int) -> int:
        """How wide the paper is at a height."""
        return round(height * self._millimetres[0] / self._millimetres[1])

    def height_for(self, width: int) -> int:
        """How high the paper is at a width."""
        return round(width * self._millimetres[1] / self._millimetres[0])

    def sizeHint(self) -> QSize:  # noqa: N802
        """Large enough to be recognised; it takes what room there is beyond."""
        return QSize(self.width_for(200), 200)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Small, but not gone."""
        return QSize(self.width_for(120), 120)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw white paper with its edge and what is on it. Paper is white in the dark too."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        paper = self.paper()
        painter.fillRect(paper, Qt.GlobalColor.white)
        if self._image is not None:
            painter.drawImage(paper, self._scaled(paper))
        painter.setPen(QPen(self._look.colour("scroll"), 1))
        painter.drawRect(paper.adjusted(0.5, 0.5, -0.5, -0.5))

    def _scaled(self, paper: QRectF) -> QImage:
        """The picture at the dots of this screen: scaling it in one step would lose thin lines."""
        dots = QSize(
            round(paper.width() * self.devicePixelRatioF()), round(paper.height() * self.devicePixelRatioF())
        )
        smooth = Qt.TransformationMode.SmoothTransformation
        return self._image.scaled(dots, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
