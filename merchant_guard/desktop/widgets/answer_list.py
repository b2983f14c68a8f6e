"""The four answers of a question; the partly done one opens its ticks, the unsure one how to look."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QVBoxLayout, QWidget

from merchant_guard.desktop.panels.help_panel import how_to_look
from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.answer_card import AnswerCard, RowText
from merchant_guard.desktop.widgets.tick_box import TickBox
from merchant_guard.domain.answers import Answer
from merchant_guard.domain.question import Choice, Question, Tick
from merchant_guard.domain.suggestions import Suggestion
from merchant_guard.localization.labels import label

CHOICES = (Choice.YES, Choice.PARTLY, Choice.NO, Choice.UNSURE)
HEIGHT, LOW_HEIGHT, LOW_HEIGHT_WITH_TICKS = 58, 52, 46


class AnswerList(QWidget):
    """Nothing is chosen until a person chooses. The same key again, or a double click, goes on."""

    chosen = Signal(str)
    ticked = Signal(str, bool)
    onward = Signal()

    def __init__(  # noqa: PLR0913, PLR0917 (what stands in the rows)
        self,
        look: Look,
        question: Question,
        ticks: tuple[Tick, ...],
        last_year: Answer | None,
        low: bool,
        suggestion: Suggestion | None = None,
    ) -> None:
        super().__init__()
        self._look, self._question, self._ticks, self._low = look, question, ticks, low
        self._choice: Choice | None = None
        self._last_year, self._suggestion = last_year, suggestion
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 8)
        layout.setSpacing(8)
        metrics = QFontMetrics(look.font("answer"))
        widest = max(metrics.horizontalAdvance(label(look.language, "choice", choice)) for choice in CHOICES)
        self._cards = {
            choice: self._card(number, choice, 51 + widest + 24)
            for number, choice in enumerate(CHOICES, start=1)
        }
        for card in self._cards.values():
            layout.addWidget(card)

    def _card(self, number: int, choice: Choice, note_column: int) -> AnswerCard:
        look = self._look
        text = RowText(
            number,
            label(look.language, "choice", choice),
            self._question.notes[choice].pick(look.language),
            self._remark(choice),
        )
        card = AnswerCard(look, text, note_column, LOW_HEIGHT if self._low else HEIGHT)
        card.row.setObjectName(f"answer_{choice}")
        card.row.clicked.connect(partial(self._on_row_clicked, choice))
        card.row.installEventFilter(self)
        return card

    def _remark(self, choice: Choice) -> str:
        """Whether it was last year's answer, and whether the registers point to it."""
        words, suggestion = self._look.words, self._suggestion
        was_last_year = self._last_year is not None and choice is self._last_year.choice
        is_suggested = suggestion is not None and choice is suggestion.choice
        if was_last_year and is_suggested:
            return words("last year’s, and so the registers say")
        if is_suggested:
            return words("so the registers say")
        return words("last year’s") if was_last_year else ""

    @property
    def focus_row(self) -> QWidget:
        """The row that takes the focus: the chosen one, else the first."""
        return self._cards[self._choice or Choice.YES].row

    def show_answer(self, answer: Answer | None) -> None:
        """Show what is answered."""
        self._choice = answer.choice if answer and answer.choice in CHOICES else None
        ticks_open = self._choice is Choice.PARTLY
        low_height = LOW_HEIGHT_WITH_TICKS if ticks_open else LOW_HEIGHT
        for choice, card in self._cards.items():
            card.row.show_chosen(choice is self._choice)
            card.row.set_height(low_height if self._low else HEIGHT)
            card.close_extra()
        if answer and ticks_open:
            self._open_ticks(answer)
        elif self._choice is Choice.UNSURE:
            box = QWidget()
            layout = QVBoxLayout(box)
            layout.setContentsMargins(51, 0, 18, 12)
            layout.addWidget(how_to_look(self._look, self._question))
            self._cards[Choice.UNSURE].open_widget(box)

    def press_number(self, number: int) -> None:
        """What the key of an answer does."""
        choice = CHOICES[number - 1]
        self._show_key_caps(True)
        if choice is self._choice:
            self.onward.emit()
        else:
            self._cards[choice].row.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.chosen.emit(choice)

    def _on_row_clicked(self, choice: Choice, _checked: bool = False) -> None:
        if choice is self._choice:
            self._cards[choice].row.show_chosen(True)
        else:
            self.chosen.emit(choice)

    def _open_ticks(self, answer: Answer) -> None:
        boxes = []
        for tick in self._ticks:
            title = tick.title.pick(self._look.language)
            spoken = self._look.words("Already done: {title}").format(title=title)
            box = TickBox(self._look, title, spoken, self._remark_of(tick))
            box.setObjectName(f"tick_{tick.id}")
            box.setChecked(tick.id in answer.done)
            box.clicked.connect(lambda marked, tick_id=tick.id: self.ticked.emit(tick_id, marked))
            boxes.append(box)
        caption = self._look.words("Mark what is already done; the rest becomes a task")
        self._cards[Choice.PARTLY].open_ticks(caption, boxes)

    def _remark_of(self, tick: Tick) -> str:
        """Whether the registers hold it, else whether last year it was marked as done under 做到一部分."""
        if self._suggestion is not None and tick.id in self._suggestion.done:
            return self._look.words("noted in the registers")
        last_year = self._last_year
        marked = last_year is not None and last_year.choice is Choice.PARTLY and tick.id in last_year.done
        return self._look.words("last year’s") if marked else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """A double click goes on; the mouse takes the key caps away."""
        if event.type() == QEvent.Type.MouseButtonDblClick and self._choice is not None:
            self.onward.emit()
            return True
        if event.type() == QEvent.Type.MouseMove:
            self._show_key_caps(False)
        return super().eventFilter(watched, event)

    def _show_key_caps(self, shown: bool) -> None:
        for card in self._cards.values():
            card.row.key_cap_shown = shown
            card.row.update()
