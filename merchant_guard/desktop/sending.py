"""What goes into a chat: a picture, a file or words of a paper, by way of the clipboard."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.printing import image_of
from merchant_guard.domain.paper import OfferedPaper, PaperSubject
from merchant_guard.services.make_papers import MadePaper
from merchant_guard.services.make_plan import MadePlan
from merchant_guard.services.share_papers import keep_copy

DPI = 200
"""A label is then 787 dots wide: as sharp as a telephone shows it."""


@dataclass(frozen=True)
class Sending:
    """A paper that may go out, made when it is wanted (beside the window), and the same in words."""

    desk: Desk
    make: Callable[[], MadePaper]
    words: str

    def copy_picture(self) -> None:
        """Its pages under one another, as one picture."""
        self.desk.in_background(lambda: picture_of_all(self.make()), self._take_picture)

    def copy_file(self) -> None:
        """The PDF, as a file."""
        made = made_plan(self.desk)
        self.desk.in_store(
            lambda workspace: keep_copy(workspace.folder, self.make(), made),
            self._take_file,
            self.desk.tell_failure,
        )

    def copy_words(self) -> None:
        """The words alone."""
        QGuiApplication.clipboard().setText(self.words)
        self._say()

    def _take_picture(self, image: QImage) -> None:
        QGuiApplication.clipboard().setImage(image)
        self._say()

    def _take_file(self, place: Path) -> None:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(place))])
        QGuiApplication.clipboard().setMimeData(data)
        self._say()

    def _say(self) -> None:
        self.desk.said.emit(self.desk.look.words("Copied. Press Ctrl+V in WeChat"))


def made_plan(desk: Desk) -> MadePlan:
    """The plan of the check in hand as papers want it."""
    check = desk.open_check
    return MadePlan(check.assessment, desk.plan, check.checked_on, comparison=check.comparison)


def paper_subject(desk: Desk, paper: OfferedPaper) -> PaperSubject:
    """What of the registers goes on a paper; how entries stand is only known once duties have begun."""
    near = desk.ledger.near if desk.open_check.duties_since else None
    return PaperSubject(desk.ledger.book, paper.subject, near)


def picture_of_all(paper: MadePaper) -> QImage:
    """All pages of a paper under one another."""
    pages = [image_of(paper, number, DPI) for number in range(paper.pages)]
    whole = QImage(
        max(page.width() for page in pages), sum(page.height() for page in pages), QImage.Format.Format_RGB32
    )
    painter, top = QPainter(whole), 0
    for page in pages:
        painter.drawImage(0, top, page)
        top += page.height()
    painter.end()
    return whole
