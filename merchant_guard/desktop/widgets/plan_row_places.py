"""Where everything stands in a row of the plan, for a width: pure reckoning, nothing is moved here."""

from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QSize

from merchant_guard.desktop.widgets.check_target import SIDE
from merchant_guard.desktop.widgets.plain_field import HEIGHT, PADDING
from merchant_guard.desktop.widgets.row_text import RowWords

TITLE = 50
TOP = 6
_LEFT, _RIGHT = 9, 14
_LEAST_TITLE = 230
_LEAST_HEIGHT = 58
_GAP = 8
_CLOCK = 20


class Columns(NamedTuple):
    """The widths of who and when, the same in every row of a list."""

    who: int
    day: int


class RowParts(NamedTuple):
    """What has to find its place: words, and the sizes of what is not painted."""

    title: RowWords
    meta: RowWords
    error: RowWords | None
    has_clock: bool
    badge: QSize
    buttons: list[QSize]
    columns: Columns


class RowPlaces:
    """Who, when and buttons stand beside the title while that leaves it room, else on lines below."""

    def __init__(self, parts: RowParts, width: int) -> None:
        self._parts, self._width = parts, width
        self.buttons: list[QRect] = []
        room = self._share_out()
        self.title = parts.title.laid(room)
        bottom = self._put_controls(self._put_words(room))
        self.error, self.error_top = parts.error.laid(room) if parts.error else None, bottom
        bottom += self.error.height if self.error else 0
        self.height = max(bottom + 7, _LEAST_HEIGHT)

    def _share_out(self) -> int:
        """Decide what stands beside the title, and return the width left for it."""
        parts = self._parts
        inner = self._width - TITLE - _RIGHT - SIDE - _GAP
        without_fields = inner - parts.columns.who - parts.columns.day - 2 * _GAP
        without_all = without_fields - sum(size.width() + _GAP for size in parts.buttons)
        self._buttons_beside = without_all >= _LEAST_TITLE
        self._fields_beside = without_fields >= _LEAST_TITLE
        if self._buttons_beside:
            return without_all
        return without_fields if self._fields_beside else inner

    def _put_words(self, room: int) -> int:
        """Place the badge behind the title or under it, then the second line; return where they end."""
        badge, line, below = self._parts.badge, self._parts.title.line, TOP + self.title.height
        self.clock_top = (self._parts.meta.line - 15) / 2
        clock = _CLOCK if self._parts.has_clock else 0
        after_title = round(self.title.last_width) + 10
        start = clock
        if badge.isEmpty() or after_title + badge.width() <= room:
            self.badge = QRect(QPoint(TITLE + after_title, below - (line + badge.height()) // 2), badge)
        else:
            self.badge = QRect(QPoint(TITLE, below + 1), badge)
            start += badge.width() + _GAP
            below += 3
        self.meta = self._parts.meta.laid(room - start)
        if start > clock and self.meta.lines > 1:
            below, start = self.badge.bottom() + 3, clock
            self.meta = self._parts.meta.laid(room - clock)
        self.meta_at = QPoint(TITLE + start, below)
        return max(below + self.meta.height, self.badge.bottom() + 1)

    def _put_controls(self, bottom: int) -> int:
        """Place box, arrow, fields and buttons; return where the row's content ends."""
        right = self._width - _RIGHT - SIDE
        middle = max(bottom + TOP, _LEAST_HEIGHT - 1) // 2
        self.check = QRect(_LEFT, middle - SIDE // 2, SIDE, SIDE)
        self.arrow = QRect(right, middle - SIDE // 2, SIDE, SIDE)
        columns = self._parts.columns
        if not self._fields_beside:
            self._put_fields(TITLE - PADDING, bottom + 2)
            left = TITLE + columns.who + columns.day + _GAP
            return self._buttons_below(left, bottom + 2, HEIGHT)
        left = right - columns.day - columns.who - 2 * _GAP
        self._put_fields(left, middle - HEIGHT // 2)
        if not self._buttons_beside:
            return self._buttons_below(TITLE, bottom + 2, 0)
        for size in reversed(self._parts.buttons):
            left -= size.width() + _GAP
            self.buttons.insert(0, QRect(QPoint(left, middle - size.height() // 2), size))
        return bottom

    def _put_fields(self, left: int, top: int) -> None:
        columns = self._parts.columns
        self.who = QRect(left, top, columns.who, HEIGHT)
        self.day = QRect(left + columns.who + _GAP, top, columns.day, HEIGHT)

    def _buttons_below(self, left: int, top: int, high: int) -> int:
        """Put the buttons on the line below, on a further one when the fields leave no room."""
        sizes = self._parts.buttons
        if left > TITLE and left + sum(size.width() + _GAP for size in sizes) > self._width - _RIGHT:
            left, top, high = TITLE, top + high + 4, 0
        for size in sizes:
            self.buttons.append(QRect(QPoint(left, top), size))
            left += size.width() + _GAP
        return top + max([high, *(size.height() for size in sizes)])
