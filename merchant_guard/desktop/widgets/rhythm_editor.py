"""How much time there is a week, on which day, and which weeks are full: asked on the plan, in place."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.labels import set_text, text_label
from merchant_guard.desktop.widgets.segmented import Segmented
from merchant_guard.desktop.widgets.tick_box import TickBox
from merchant_guard.desktop.widgets.wrap_row import WrapRow
from merchant_guard.domain.shop import BusyTime, WorkRhythm
from merchant_guard.localization import mark
from merchant_guard.localization.dates import month_and_day, weekday

HOURS = {"half": 0.5, "one": 1.0, "two": 2.0}
SEASONS = (
    ("double_11", mark("Double 11"), BusyTime((11, 1), (11, 15))),
    ("618", mark("618"), BusyTime((6, 1), (6, 20))),
    ("new_year_goods", mark("New Year goods sale"), BusyTime((1, 5), (2, 15))),
    ("school", mark("Back to school"), BusyTime((8, 20), (9, 10))),
)
"""Busy times that most shops know by name, with our own choice of days."""


def hours_words(hours: float) -> str:
    """½, 1, 2 or whatever number an answer file brought."""
    return "½" if hours == 0.5 else f"{hours:g}"


def season_name(look: Look, busy: BusyTime) -> str:
    """The name of a busy time, or its days."""
    name = next((name for _, name, known in SEASONS if known == busy), None)
    return look.words(name) if name else season_days(look, busy)


def season_days(look: Look, busy: BusyTime) -> str:
    """11月1日–11月15日."""
    return "–".join(month_and_day(look.language, *end) for end in (busy.start, busy.end))


def rhythm_words(look: Look, rhythm: WorkRhythm) -> str:
    """The rhythm in one line."""
    words = look.words
    comma = "、" if look.language == "zh" else ", "
    busy = comma.join(season_name(look, one) for one in rhythm.busy)
    parts = [
        words("{hours} h a week").format(hours=hours_words(rhythm.hours_per_week)),
        words("{day} is quiet").format(day=weekday(look.language, rhythm.quiet_day)),
        words("keeping out of {busy}").format(busy=busy) if busy else words("no busy season"),
    ]
    return " · ".join(parts)


class RhythmEditor(QFrame):
    """Three choices; each is handed on at once. Hours or seasons of another kind stay until chosen anew."""

    def __init__(self, look: Look, rhythm: WorkRhythm, on_change: Callable[[WorkRhythm], object]) -> None:
        super().__init__()
        self.setProperty("k", "card")
        self.setObjectName("rhythm_editor")
        self._look, self._rhythm, self._on_change = look, rhythm, on_change
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 12, 18, 14)
        choices = QWidget()
        blocks = WrapRow(choices, gap=28, line_gap=12)
        layout.addWidget(choices)
        words = look.words
        blocks.addWidget(self._block(words("Time a week"), self._hours(words("Time a week"))))
        blocks.addWidget(self._block(words("Quiet day"), self._days(words("Quiet day"))))
        seasons = [self._season(*season) for season in SEASONS]
        ticks = QWidget()
        row = WrapRow(ticks, gap=18, line_gap=0)
        for tick in seasons:
            row.addWidget(tick)
        layout.addWidget(text_label(look, words("Weeks to leave free"), "caption", "text2", wrap=False))
        layout.addWidget(ticks)
        self.problem = text_label(look, "", "note", "danger")
        self.problem.setObjectName("rhythm_problem")
        self.problem.hide()
        layout.addWidget(self.problem)

    def tell_problem(self, words: str) -> None:
        """Say why a choice was not taken, and show what holds; nothing when empty."""
        set_text(self._look, self.problem, words, "note")
        self.problem.setVisible(bool(words))

    def _block(self, label: str, control: QWidget) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(text_label(self._look, label, "caption", "text2", wrap=False))
        column.addWidget(control)
        return box

    def _hours(self, label: str) -> Segmented:
        words = self._look.words("{hours} h")
        options = [(key, words.format(hours=hours_words(hours))) for key, hours in HOURS.items()]
        chosen = next((key for key, hours in HOURS.items() if hours == self._rhythm.hours_per_week), None)
        return Segmented(
            self._look, "hours", label, options, chosen, lambda key: self._change(hours_per_week=HOURS[key])
        )

    def _days(self, label: str) -> Segmented:
        options = [(str(day), weekday(self._look.language, day)) for day in range(1, 8)]
        chosen = str(self._rhythm.quiet_day)
        return Segmented(
            self._look, "quiet", label, options, chosen, lambda day: self._change(quiet_day=int(day))
        )

    def _season(self, name: str, title: str, busy: BusyTime) -> TickBox:
        words = f"{self._look.words(title)} · {season_days(self._look, busy)}"
        tick = TickBox(self._look, words, words)
        tick.setObjectName(f"busy_{name}")
        tick.setChecked(busy in self._rhythm.busy)
        width = QFontMetrics(self._look.font("body")).horizontalAdvance(words) + 38
        tick.setFixedSize(width, tick.heightForWidth(width))
        tick.clicked.connect(lambda on: self._set_busy(busy, on))
        return tick

    def _set_busy(self, busy: BusyTime, on: bool) -> None:
        others = tuple(one for one in self._rhythm.busy if one != busy)
        self._change(busy=(*others, busy) if on else others)

    def _change(self, **parts: object) -> None:
        self._rhythm = replace(self._rhythm, **parts)
        self._on_change(self._rhythm)
