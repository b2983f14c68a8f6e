"""A row of the plan: box, title with badge, time, who, when, and the arrow that unfolds it."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from merchant_guard.desktop.theme.icons import paint_icon
from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.check_target import CheckTarget
from merchant_guard.desktop.widgets.labels import badge
from merchant_guard.desktop.widgets.plain_field import DayField, WhoField
from merchant_guard.desktop.widgets.plan_row_places import TITLE, TOP, Columns, RowParts, RowPlaces
from merchant_guard.desktop.widgets.row_text import RowWords
from merchant_guard.desktop.widgets.spoken import listed, named
from merchant_guard.desktop.widgets.unfold_arrow import UnfoldArrow


class RowText(NamedTuple):
    """The words of a row. `badge` is a kind of `labels.badge`; `late` warns in the second line.

    The day of a row that is not `day_open` cannot be changed, and neither can anything of one that is `done`;
    one that is `bare` has no proof yet.
    """

    title: str
    badge: str
    meta: str
    who: str
    day: str
    late: bool = False
    done: bool = False
    day_open: bool = True
    bare: bool = False


class PlanRow(QWidget):
    """One thing to do. Its words are painted; what can be pressed is a widget, made in the order of Tab.

    `names` are the people to choose from; `columns` how wide who and when stand.
    """

    ticked = Signal(bool)
    unfold_asked = Signal()
    who_chosen = Signal(str)
    day_entered = Signal(object)
    day_refused = Signal()
    proof_wanted = Signal()

    def __init__(self, look: Look, item_id: str, text: RowText, names: list[str], columns: Columns) -> None:
        super().__init__()
        self.look, self.item_id, self.text, self._columns = look, item_id, text, columns
        self.setObjectName(f"row_{item_id}")
        self.last = False
        self.check = CheckTarget(look, f"tick_{item_id}", text.title)
        self.check.setParent(self)
        self._badge = badge(look, text.badge)
        self._badge.setParent(self)
        self._keep = button(
            look, look.words("Keep proof"), f"keep_{item_id}", self.proof_wanted.emit, kind="link"
        )
        self._keep.setParent(self)
        self.extra: list[QPushButton] = []
        self.who = WhoField(look, f"who_{item_id}", names, self)
        self.day = DayField(look, f"day_{item_id}", self)
        self.arrow = UnfoldArrow(look, f"unfold_{item_id}", self)
        self.error = ""
        self._reckoned: dict[int, RowPlaces] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.check.clicked.connect(self.ticked)
        self.arrow.clicked.connect(self.unfold_asked)
        self.who.chosen.connect(self.who_chosen)
        self.day.entered.connect(self.day_entered)
        self.day.refused.connect(self.day_refused)
        self.show_text(text)

    def show_text(self, text: RowText) -> None:
        """Show other words in the same row."""
        self.text = text
        self._badge.setHidden(text.done)
        for one in self.extra:
            one.setHidden(text.done)
        self._keep.setHidden(not self._asks_proof)
        self.check.setChecked(text.done)
        self.who.set_open(not text.done)
        self.day.set_open(text.day_open and not text.done)
        self._name_parts()
        self._again()

    def add_button(self, words: str, name: str, on_click: Callable[[], object]) -> None:
        """Put a button before who and when."""
        accessible = named(self.look, words, self.text.title)
        made = button(self.look, words, f"{name}_{self.item_id}", on_click, accessible=accessible)
        made.setProperty("k", "row")
        made.setParent(self)
        QWidget.setTabOrder(self.extra[-1] if self.extra else self.check, made)
        self.extra.append(made)
        self._again()

    @property
    def _asks_proof(self) -> bool:
        return self.text.done and self.text.bare

    def _name_parts(self) -> None:
        """Say in full what each part is."""
        words, text = self.look.words, self.text
        said = (text.title, self._badge.text(), text.meta)
        self._keep.setAccessibleName(named(self.look, words("Keep proof"), text.title))
        self.check.setAccessibleName(listed(self.look, *said))
        self.who.show_value(text.who, words("Who: {who}. {title}").format(who=text.who, title=text.title))
        self.day.show_value(text.day, words("By: {day}. {title}").format(day=text.day, title=text.title))
        self.arrow.say(text.title)

    def show_error(self, words: str) -> None:
        """Say under the row what is wrong with what was typed; nothing when empty."""
        self.error = words
        self._again()

    def set_unfolded(self, unfolded: bool) -> None:
        """Turn the arrow."""
        self.arrow.set_open(unfolded)
        self.update()

    def _again(self) -> None:
        self._parts = self._measured()
        self._reckoned.clear()
        self._arrange(max(self.width(), 200))
        self.updateGeometry()
        self.update()

    # --- where things stand -------------------------------------------------------------------------

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Long titles make a row higher."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """The height for a width; nothing that is shown moves."""
        return self._reckon(width).height

    def sizeHint(self) -> QSize:  # noqa: N802
        """As wide as the list."""
        return QSize(640, self._places.height)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Narrow rows put who and when on a line of their own."""
        return QSize(240, 40)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Put everything in its place again."""
        super().resizeEvent(event)
        self._arrange(self.width())

    def _reckon(self, width: int) -> RowPlaces:
        """Layouts ask for many widths many times; each is reckoned once."""
        if width not in self._reckoned:
            self._reckoned[width] = RowPlaces(self._parts, width)
        return self._reckoned[width]

    @property
    def _buttons(self) -> list[QPushButton]:
        """The buttons that show."""
        if self.text.done:
            return [self._keep] if self._asks_proof else []
        return self.extra

    def _measured(self) -> RowParts:
        text, caption = self.text, self.look.font("caption")
        title, small = self.look.line_height("body"), self.look.line_height("caption")
        return RowParts(
            title=RowWords(text.title, self._title_font(), title),
            meta=RowWords(text.meta, caption, small),
            error=RowWords(self.error, caption, small) if self.error else None,
            has_clock=text.late,
            badge=QSize(0, 0) if text.done else self._badge.sizeHint(),
            buttons=[one.sizeHint() for one in self._buttons],
            columns=self._columns,
        )

    def _arrange(self, width: int) -> None:
        places = self._places = self._reckon(width)
        self._badge.setGeometry(places.badge)
        self.check.setGeometry(places.check)
        self.who.setGeometry(places.who)
        self.day.setGeometry(places.day)
        self.day.settle()
        self.arrow.setGeometry(places.arrow)
        for one, rect in zip(self._buttons, places.buttons, strict=False):
            one.setGeometry(rect)

    # --- what is seen -------------------------------------------------------------------------------

    def _title_font(self) -> QFont:
        """Body size in bold, struck when it is done."""
        font = self.look.font("body")
        font.setBold(True)
        font.setStrikeOut(self.text.done)
        return font

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw title, second line and the line under the row."""
        look, painter, places = self.look, QPainter(self), self._places
        if not self.last or self.arrow.is_open:
            painter.fillRect(0, self.height() - 1, self.width(), 1, look.colour("line"))
        painter.setPen(look.colour("text3" if self.text.done else "text"))
        places.title.paint(painter, TITLE, TOP)
        at = places.meta_at
        if self.text.late:
            paint_icon(
                painter, "clock", look.colour("warn"), QRectF(at.x() - 20, at.y() + places.clock_top, 15, 15)
            )
        painter.setPen(look.colour("warn" if self.text.late else "text2"))
        places.meta.paint(painter, at.x(), at.y())
        if places.error is not None:
            painter.setPen(look.colour("danger"))
            places.error.paint(painter, TITLE, places.error_top)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A press on the words unfolds."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.unfold_asked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter unfolds, except on a button, which it presses."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        pressed = next((one for one in self.extra if one.hasFocus()), None)
        if pressed is not None:
            pressed.click()
        else:
            self.unfold_asked.emit()
