"""A title with its badge and the lines under it, painted as one block that reads as one text."""

from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from merchant_guard.desktop.theme.icons import paint_icon
from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.labels import badge, boxed
from merchant_guard.desktop.widgets.row_text import LaidWords, RowWords
from merchant_guard.desktop.widgets.spoken import listed

_BADGE_GAP = 10
_BADGE_DOWN = 3
"""Room over and under a badge that stands below the title."""
_ICON, _ICON_GAP = 15, 6


class BadgePlace(Enum):
    """Where the badge stands."""

    AFTER_TITLE = 1
    BEFORE_LINE = 2
    BETWEEN = 3


class Line(NamedTuple):
    """A line under a title, in a type style and tone, with an icon before it where one is named."""

    text: str
    tone: str = "text2"
    style: str = "caption"
    picture: str = ""


class TitledWords(QLabel):
    """Wraps within its width, the badge after the last word of the title. A label, so it is read aloud."""

    def __init__(
        self, look: Look, title: str, badge_kind: str, lines: Sequence[Line], badge_words: str = ""
    ) -> None:
        """`badge_words` stand in the box of that kind in place of its own; no kind is no badge."""
        super().__init__()
        self._look, self._title = look, title
        self._badge = _badge(look, badge_kind, badge_words) if badge_kind else None
        if self._badge is not None:
            self._badge.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_lines(lines)

    def show_lines(self, lines: Sequence[Line], struck: bool = False) -> None:
        """Show other lines under the title, which is struck out when the thing is done."""
        look, self._lines, self._struck = self._look, tuple(lines), struck
        self._title_words = RowWords(self._title, self._font(), look.line_height("answer"))
        self._line_words = [
            RowWords(line.text, look.font(line.style), look.line_height(line.style)) for line in self._lines
        ]
        self._name()
        if self._badge is not None:
            self._badge.setVisible(not struck)
        self._place_badge()
        self.updateGeometry()
        self.update()

    def _name(self) -> None:
        boxed_word = self._badge.text() if self._badge is not None else ""
        said = (self._title, boxed_word, *(line.text for line in self._lines))
        self.setAccessibleName(listed(self._look, *said))

    # --- where things stand -------------------------------------------------------------------------

    @property
    def _badge_size(self) -> QSize:
        return self._badge.sizeHint() if self._badge is not None else QSize(0, 0)

    def _font(self) -> QFont:
        font = self._look.font("answer")
        font.setStrikeOut(self._struck)
        return font

    def _laid_title(self, width: int) -> LaidWords:
        return self._title_words.laid(width)

    def _laid_line(self, number: int, width: int) -> tuple[int, LaidWords]:
        """Where a line begins, and the line; the first one may share its place with the badge."""
        shared = number == 0 and self._badge_place(width) is BadgePlace.BEFORE_LINE
        left = self._badge_size.width() + _BADGE_GAP if shared else 0
        return left, self._line_words[number].laid(width - left - self._icon_room(number))

    def _icon_room(self, number: int) -> int:
        return _ICON + _ICON_GAP if self._lines[number].picture else 0

    def _badge_place(self, width: int) -> BadgePlace:
        """After the title's last word; else before the first line if that is short; else between them."""
        badge_width = self._badge_size.width() + _BADGE_GAP
        if self._badge is None or self._struck or self._laid_title(width).last_width + badge_width <= width:
            return BadgePlace.AFTER_TITLE
        if self._lines and self._line_words[0].width + self._icon_room(0) + badge_width <= width:
            return BadgePlace.BEFORE_LINE
        return BadgePlace.BETWEEN

    def _place_badge(self) -> None:
        if self._badge is None:
            return
        title, size = self._laid_title(self.width()), self._badge.sizeHint()
        place = self._badge_place(self.width())
        if place is BadgePlace.AFTER_TITLE:
            line = self._look.line_height("answer")
            left, top = round(title.last_width) + _BADGE_GAP, title.height - (line + size.height()) // 2
        else:
            height = self._line_words[0].line if place is BadgePlace.BEFORE_LINE else size.height()
            left, top = 0, title.height + (height - size.height()) // 2 + _BADGE_DOWN
        self._badge.setGeometry(left, top, size.width(), size.height())

    def _below_title(self, width: int) -> int:
        """Where the lines begin."""
        place, height = self._badge_place(width), self._laid_title(width).height
        if place is BadgePlace.BETWEEN:
            return height + self._badge_size.height() + 2 * _BADGE_DOWN
        return height + (_BADGE_DOWN if place is BadgePlace.BEFORE_LINE else 0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """The title with its badge, and the lines."""
        lines = sum(self._laid_line(number, width)[1].height for number in range(len(self._lines)))
        extra = _BADGE_DOWN if self._badge_place(width) is BadgePlace.BEFORE_LINE else 0
        return self._below_title(width) + lines + extra

    def sizeHint(self) -> QSize:  # noqa: N802
        """All on one line each."""
        title = self._title_words.width + _BADGE_GAP + self._badge_size.width() + 4
        width = max([title, *(words.width + _ICON + _ICON_GAP + 4 for words in self._line_words)])
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Words wrap."""
        return QSize(150, self._look.line_height("answer"))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the badge after the title."""
        super().resizeEvent(event)
        self._place_badge()

    # --- what is seen -------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw title and lines."""
        look, painter = self._look, QPainter(self)
        painter.setPen(look.colour("text3" if self._struck else "text"))
        self._laid_title(self.width()).paint(painter, 0, 0)
        top = self._below_title(self.width())
        for number, line in enumerate(self._lines):
            left, words = self._laid_line(number, self.width())
            if line.picture:
                middle = top + (look.line_height(line.style) - _ICON) / 2
                box = QRectF(left, middle, _ICON, _ICON)
                paint_icon(painter, line.picture, look.colour(line.tone), box)
                left += _ICON + _ICON_GAP
            painter.setPen(look.colour(line.tone))
            words.paint(painter, left, top)
            top += words.height


def _badge(look: Look, kind: str, words: str) -> QLabel:
    return boxed(look, words, f"badge_{kind}") if words else badge(look, kind)
