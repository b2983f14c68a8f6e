"""A paper as it will come out: pictures of its pages, one at a time, as wide as there is room."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.labels import set_text, text_label
from merchant_guard.desktop.widgets.scroll_area import ScrollArea
from merchant_guard.desktop.widgets.spoken import announce
from merchant_guard.domain.paper import PageSize

SCREEN_DPI = 96
MM_PER_INCH = 25.4
_EDGE = 16


class PaperPreview(QFrame):
    """Shows one page and turns to others. `wanted` asks for the picture of a page at so many dots an inch."""

    wanted = Signal(int, float)

    def __init__(self, look: Look, size: PageSize) -> None:
        super().__init__()
        self._look, self._size = look, size
        self._title, self.number, self._pages = "", 0, 0
        self._asked: tuple[int, float] | None = None
        self.setProperty("k", "sunken")
        self.page = QLabel()
        self.page.setObjectName("preview_page")
        self.page.setProperty("k", "paper")
        self.page.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._area = _area(self.page)
        self._area.let_focus(look.words("Preview"))
        self._area.viewport().installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 2, 2, 6)
        column.setSpacing(2)
        column.addWidget(self._area, 1)
        column.addLayout(self._turner())

    def begin(self, size: PageSize) -> None:
        """Show nothing until another paper is made, which is set on pages of this size."""
        self._size, self._pages, self._asked, self.number = size, 0, None, 0
        self.page.clear()
        self.page.setFixedSize(0, 0)
        self.page.setAccessibleName("")

    def show_paper(self, title: str, pages: int) -> None:
        """Show a paper at its first page, or at the page that was read while it was made anew."""
        self._title, self._pages, self._asked = title, pages, None
        self._turn_to(min(self.number, pages - 1))

    def turn(self, step: int) -> None:
        """Go on or back some pages, and let a screen reader say which is shown now."""
        before = self.number
        self._turn_to(self.number + step)
        if self.number != before:
            announce(self, self.place.text())

    def show_image(self, image: QImage) -> None:
        """Show the picture that was asked for."""
        image.setDevicePixelRatio(self.devicePixelRatioF())
        self.page.setPixmap(QPixmap.fromImage(image))
        self.page.setFixedSize(self.page.pixmap().deviceIndependentSize().toSize())

    @property
    def _dots(self) -> float:
        """Dots an inch at which the page fills the width, but is never larger than in the hand."""
        width, _height = self._size.millimetres
        room = self._area.viewport().width() - 2 * _EDGE
        return min(room / width * MM_PER_INCH, SCREEN_DPI) * self.devicePixelRatioF()

    def _turner(self) -> QHBoxLayout:
        look = self._look
        self._before = _turn_button(look, "page_before", "chevron-left", look.words("Page before"))
        self._after = _turn_button(look, "page_after", "chevron-right", look.words("Next page"))
        self._before.clicked.connect(lambda: self.turn(-1))
        self._after.clicked.connect(lambda: self.turn(1))
        self.place = text_label(look, "", "caption", "text2", wrap=False)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        for widget in (self._before, self.place, self._after):
            row.addWidget(widget)
        row.addStretch(1)
        return row

    def _turn_to(self, number: int) -> None:
        if not 0 <= number < self._pages:
            return
        self.number = number
        words = self._look.words("Page {page} of {pages}").format(page=number + 1, pages=self._pages)
        set_text(self._look, self.place, words, "caption")
        self.page.setAccessibleName(f"{self._title} · {words}")
        self._before.setVisible(self._pages > 1)
        self._after.setVisible(self._pages > 1)
        self._area.verticalScrollBar().setValue(0)
        self._ask()

    def _ask(self) -> None:
        wish = (self.number, self._dots)
        if self._pages and self._dots > 0 and wish != self._asked:
            self._asked = wish
            self.wanted.emit(*wish)

    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:  # noqa: N802
        """Ask for a picture that fits when the room changes."""
        if isinstance(event, QResizeEvent):
            self._ask()
        return super().eventFilter(watched, event)


def _turn_button(look: Look, name: str, picture: str, accessible: str) -> QPushButton:
    made = button(look, "", name, lambda: None, kind="quiet", picture=picture, accessible=accessible)
    made.setText("")
    made.setToolTip(accessible)
    return made


def _area(page: QLabel) -> ScrollArea:
    holder = QWidget()
    holder.setObjectName("preview_holder")
    column = QVBoxLayout(holder)
    column.setContentsMargins(_EDGE, _EDGE, _EDGE, 8)
    column.addWidget(page, 0, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
    area = ScrollArea(holder)
    area.setObjectName("preview")
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    return area
