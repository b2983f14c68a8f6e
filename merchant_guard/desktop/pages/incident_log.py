"""经过: what was found and done, line after line, each with its time; below it what must not be destroyed."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.incident_note import IncidentNote
from merchant_guard.desktop.pages.incident_words import clock_words, stamp_words
from merchant_guard.desktop.pages.page import column, empty
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.focusing import give_focus, is_by_keyboard
from merchant_guard.desktop.widgets.fold import Fold
from merchant_guard.desktop.widgets.labels import frame, icon_label, text_label
from merchant_guard.desktop.widgets.wrap_row import WrapRow
from merchant_guard.domain.incident_case import IncidentCase
from merchant_guard.domain.registers.log_line import LogLine
from merchant_guard.localization.dates import day_with_weekday

MOST = 40
"""As many lines as are built at once; earlier ones are folded above them."""


class IncidentLog(QFrame):
    """`print_wanted` comes when somebody wants it on paper."""

    print_wanted = Signal()

    def __init__(self, desk: Desk, case: IncidentCase) -> None:
        super().__init__()
        self.setProperty("k", "card")
        self.setObjectName("incident_log")
        self._desk, self._look, self._case = desk, desk.look, case
        layout = column(self, (20, 14, 18, 10), 0)
        self._head = QHBoxLayout()
        layout.addLayout(self._head)
        self._form_place = column(holder := QWidget(), (0, 0, 0, 0))
        layout.addWidget(holder)
        layout.addSpacing(4)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        layout.addLayout(self._lines)
        layout.addStretch(1)
        layout.addSpacing(12)
        self._foot = QVBoxLayout()
        self._foot.setSpacing(4)
        layout.addLayout(self._foot)
        self._build()
        if desk.incidents.note and not self._is_silent:
            self._open_form(asks_words=True)

    @property
    def _is_silent(self) -> bool:
        return self._desk.incidents.guide.is_silent(self._case.entry)

    def show_case(self, case: IncidentCase) -> None:
        """Show the log as it is now; what is being typed stays."""
        self._case = case
        self._build()

    def _build(self) -> None:
        for part in (self._head, self._lines, self._foot):
            empty(part)
        self._build_head()
        self._build_lines()
        self._build_foot()
        if self._is_silent and self._desk.incidents.note == "":
            empty(self._form_place)
        for made in self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            made.setVisible(True)

    # --- head and form ------------------------------------------------------------------------------

    def _build_head(self) -> None:
        look, words = self._look, self._look.words
        self._head.addWidget(text_label(look, words("What happened"), "section"), 1)
        if self._is_silent:
            return
        add = partial(self._open_form, asks_words=True)
        self._head.addWidget(button(look, words("Add a line"), "add_line", add, kind="link", picture="plus"))

    def _open_form(self, asks_words: bool) -> None:
        if self._desk.refuses_change():
            return
        by_keyboard = is_by_keyboard(self.window())
        empty(self._form_place)
        form = IncidentNote(self._desk, asks_words)
        form.done.connect(partial(self._put_form_away, "add_line" if asks_words else "put_right"))
        self._form_place.addWidget(form)
        form.show()
        give_focus(form, by_keyboard)

    def _put_form_away(self, name: str) -> None:
        by_keyboard = is_by_keyboard(self.window())
        empty(self._form_place)
        if (came_from := self.findChild(QWidget, name)) is not None:
            give_focus(came_from, by_keyboard)

    # --- lines --------------------------------------------------------------------------------------

    def _build_lines(self) -> None:
        look, lines = self._look, self._case.chronicle
        if self._is_silent:
            silence = self._desk.incidents.guide.silence.pick(look.language)
            self._lines.addWidget(text_label(look, silence, "body", "warn"))
        if not lines:
            told = look.words("Each tick is stamped here. Add what was seen, done and said.")
            self._lines.addWidget(text_label(look, told, "body", "text2"))
            return
        earlier, late = lines[:-MOST], lines[-MOST:]
        if earlier:
            said = look.words("{count} earlier lines").format(count=len(earlier))
            self._lines.addWidget(Fold(look, "earlier_lines", said, "", partial(self._block, earlier)))
        self._lines.addWidget(self._block(late))

    def _block(self, lines: Sequence[LogLine]) -> QWidget:
        """Lines day by day; with one day, today, no day stands over them."""
        box = QWidget()
        layout = column(box, (0, 0, 0, 0), 8)
        days = [(day, list(held)) for day, held in groupby(lines, key=lambda line: line.happened_at.date())]
        for day, held in days:
            if len(days) > 1 or day != self._desk.today:
                said = day_with_weekday(self._look.language, day)
                layout.addWidget(text_label(self._look, said, "caption", "text2"))
            for line in held:
                layout.addWidget(self._line(line, day))
        return box

    def _line(self, line: LogLine, day: date) -> QWidget:
        look, words = self._look, self._look.words
        box = QWidget()
        box.setObjectName("log_line")
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        time = text_label(look, clock_words(line.happened_at), "caption", "text2", wrap=False)
        time.setFixedWidth(QFontMetrics(look.font("caption")).horizontalAdvance("00:00") + 6)
        time.setFixedHeight(look.line_height("body"))
        row.addWidget(time, 0, Qt.AlignmentFlag.AlignTop)
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(text_label(look, line.text))
        if line.is_late:
            when = stamp_words(line.written_at, day)
            told = words("Added later, written at {when}").format(when=when)
            said.addWidget(text_label(look, told, "caption", "warn"))
        row.addLayout(said, 1)
        return box

    # --- foot ---------------------------------------------------------------------------------------

    def _build_foot(self) -> None:
        look, words = self._look, self._look.words
        links = QWidget()
        row = WrapRow(links, gap=14)
        if self._case.is_begun:
            put_right = partial(self._open_form, asks_words=False)
            noticed = words("Other time of noticing")
            row.addWidget(button(look, noticed, "put_right", put_right, kind="link"))
            record = words("Print the record")
            row.addWidget(button(look, record, "print_record", self.print_wanted.emit, kind="link"))
            self._foot.addWidget(links)
        self._foot.addWidget(frame("rule"))
        held = QWidget()
        line = QHBoxLayout(held)
        line.setContentsMargins(0, 4, 0, 0)
        line.setSpacing(8)
        line.addWidget(icon_label(look, "clock", 15, "text2"), 0, Qt.AlignmentFlag.AlignTop)
        told = text_label(look, self._hold_words(), "caption", "text2")
        told.setObjectName("hold_words")
        line.addWidget(told, 1)
        self._foot.addWidget(held)

    def _hold_words(self) -> str:
        """What the real hold says, and nothing while there is none."""
        words, hold = self._look.words, self._desk.incidents.hold(self._case)
        if hold is None and not self._case.is_begun:
            return words("With the first tick or line, destroying and deleting stop.")
        if hold is None:
            return words("Somebody signed: nothing has to stay because of this any more.")
        if self._case.is_closed:
            return words("Destroying and deleting stay stopped until somebody signs in the register.")
        return words("Destroying and deleting are stopped until this is over")
