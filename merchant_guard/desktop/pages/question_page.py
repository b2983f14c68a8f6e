"""One question: its answers, and beside it the help. Choosing only selects; 下一题 goes on."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.page import Page, column, scrolling
from merchant_guard.desktop.panels.help_panel import HelpPanel, how_to_look, law_chip
from merchant_guard.desktop.panels.law_panel import LawPanel
from merchant_guard.desktop.widgets.answer_card import AnswerCard, RowText
from merchant_guard.desktop.widgets.answer_remarks import AnswerRemarks
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.labels import frame, set_text, text_label
from merchant_guard.desktop.widgets.progress_bars import SegmentBar
from merchant_guard.desktop.widgets.side_panel import PINNED_WIDTH
from merchant_guard.desktop.widgets.tick_box import TickBox
from merchant_guard.domain.answers import Answer
from merchant_guard.domain.interview import QuestionStep, Stage
from merchant_guard.domain.question import Choice, Citation, Question
from merchant_guard.localization.labels import label

CHOICES = (Choice.YES, Choice.PARTLY, Choice.NO, Choice.UNSURE)
COLUMN_WIDTH = 720


class QuestionPage(Page):
    """The screen of the question on the desk."""

    def __init__(self, desk: Desk, low: bool, wide: bool) -> None:
        super().__init__(desk, low, wide)
        if not isinstance(desk.step, QuestionStep):
            raise TypeError("there is no question on the desk")
        self.question: Question = desk.step.question
        self._cards: dict[Choice, AnswerCard] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._main(), 1)
        if wide:
            row.addWidget(self._aside())
        self._connect_keys()
        desk.saved.connect(self._on_saved)
        self._show_answer()

    # --- building -----------------------------------------------------------------------------------

    def _main(self) -> QWidget:
        box = QWidget()
        outer = column(box, (0, 0, 0, 0))
        content = QWidget()
        side = 26 if self.low else 32
        inner = column(content, (side, 12 if self.low else 36, side, 12))
        inner.addWidget(self._in_column(self._build_question()))
        if not self.low:
            inner.addWidget(self._in_column(self._build_footer()))
        inner.addStretch(1)
        outer.addWidget(scrolling(content), 1)
        if self.low:
            outer.addWidget(self._pinned_footer(side))
        return box

    def _in_column(self, widget: QWidget) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        widget.setMaximumWidth(COLUMN_WIDTH)
        row.addStretch(1)
        row.addWidget(widget, 1000)
        row.addStretch(1)
        return holder

    def _build_question(self) -> QWidget:
        box, look, language = QWidget(), self.look, self.look.language
        layout = column(box, (0, 0, 0, 0))
        layout.addLayout(self._captions())
        layout.addSpacing(6)
        layout.addWidget(self._segments())
        layout.addSpacing(8 if self.low else 22)
        layout.addWidget(text_label(look, self.question.title.pick(language), "question"))
        layout.addSpacing(2)
        layout.addWidget(text_label(look, self.question.hint.pick(language), "body", "text2"))
        layout.addSpacing(8 if self.low else 16)
        note_column = self._note_column()
        for number, choice in enumerate(CHOICES, start=1):
            layout.addWidget(self._card(number, choice, note_column))
            layout.addSpacing(8)
        self._hides = text_label(look, "", "note", "warn")
        self._hides.hide()
        layout.addWidget(self._hides)
        self._remarks = AnswerRemarks(look, self.question, self._chips())
        self._remarks.note_changed.connect(self._on_note_changed)
        self._remarks.put_aside.connect(self._on_put_aside)
        layout.addWidget(self._remarks)
        return box

    def _captions(self) -> QHBoxLayout:
        look, interview = self.look, self.desk.open_check.interview
        row = QHBoxLayout()
        if interview.stage is Stage.QUICK:
            numbers = [step.id for step in interview.path if isinstance(step, QuestionStep)]
            left = self.words("Quick check")
            place, total = numbers.index(self.question.id) + 1, len(numbers)
        else:
            here = interview.place(self.question)
            place, total = here.number, here.questions
            left = self.words("{head} · {group} · group {number} of {groups}").format(
                head=self._head_name(), group=self._group_name(), number=here.group_number, groups=here.groups
            )
        self._place, self._total = place, total
        row.addWidget(text_label(look, left, "caption", "text2", wrap=False))
        row.addStretch(1)
        right = self.words("Question {number} of {total}").format(number=place, total=total)
        row.addWidget(text_label(look, right, "caption", "text2", wrap=False))
        return row

    def _segments(self) -> SegmentBar:
        return SegmentBar(self.look, self._place, self._total)

    def _head_name(self) -> str:
        heads = self.desk.open_check.bank.heads
        head = next(h for h in heads if self.question.group in {group.id for group in h.groups})
        return head.label.pick(self.look.language)

    def _group_name(self) -> str:
        groups = self.desk.open_check.bank.groups
        return next(g for g in groups if g.id == self.question.group).label.pick(self.look.language)

    def _note_column(self) -> int:
        metrics = QFontMetrics(self.look.font("answer"))
        widest = max(metrics.horizontalAdvance(label(self.look.language, "choice", c)) for c in CHOICES)
        return 51 + widest + 24

    def _card(self, number: int, choice: Choice, note_column: int) -> AnswerCard:
        previous = self.desk.open_check.previous
        last_year = previous.answers.get(self.question.id) if previous else None
        remark = self.words("last year’s") if last_year and last_year.choice is choice else ""
        name, note = label(self.look.language, "choice", choice), self.question.notes[choice]
        text = RowText(number, name, note.pick(self.look.language), remark)
        card = AnswerCard(self.look, text, note_column, 52 if self.low else 58)
        card.row.setObjectName(f"answer_{choice}")
        card.row.setAutoExclusive(False)
        card.row.clicked.connect(partial(self._on_choice_clicked, choice))
        self._cards[choice] = card
        return card

    def _chips(self) -> list[QWidget]:
        if self.wide:
            return []
        look_chip = button(
            self.look,
            self.words("How to look on the spot"),
            "open_help",
            self._open_help,
            kind="chip",
            picture="lightbulb",
        )
        laws = self.desk.open_check.bank.laws
        return [look_chip, law_chip(self.look, laws, self.question.citations[0], self._open_law)]

    def _build_footer(self) -> QWidget:
        box = QWidget()
        layout = column(box, (0, 14, 0, 0))
        layout.addWidget(frame("rule"))
        layout.addSpacing(18)
        layout.addLayout(self._footer_row())
        return box

    def _pinned_footer(self, side: int) -> QWidget:
        box = QWidget()
        box.setObjectName("footer")
        box.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        box.setFixedHeight(60)
        inner = column(box, (side, 0, side + 10, 0))
        row = QWidget()
        row.setLayout(self._footer_row())
        inner.addWidget(self._in_column(row))
        return box

    def _footer_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        back = button(
            self.look, self.words("Back"), "previous_question", self.desk.previous_step, picture="arrow-left"
        )
        self._state = text_label(
            self.look, self.words("Saved when chosen; change it any time"), "caption", "text2", wrap=False
        )
        self._state.setObjectName("save_state")
        onward = button(
            self.look,
            self.words("Next"),
            "next_question",
            self.desk.next_step,
            kind="primary",
            picture="arrow-right",
            after=True,
        )
        row.addWidget(back)
        row.addStretch(1)
        row.addWidget(self._state)
        row.addWidget(onward)
        return row

    def _aside(self) -> QWidget:
        box = QWidget()
        box.setObjectName("panel")
        box.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        box.setFixedWidth(PINNED_WIDTH)
        self._aside_column = QVBoxLayout(box)
        self._aside_column.setContentsMargins(0, 0, 0, 0)
        self._aside_column.addWidget(self._help_panel())
        return box

    # --- side panel ---------------------------------------------------------------------------------

    def _help_panel(self) -> QWidget:
        check = self.desk.open_check
        ticks = check.interview.sheet.ticks(self.question)
        return HelpPanel(self.look, self.question, ticks, check.bank.laws, self._open_law)

    def _open_help(self) -> None:
        self._show_aside(self._help_panel())

    def _open_law(self, citation: Citation) -> None:
        law = self.desk.open_check.bank.laws[citation.law]
        article = law.articles[citation.article]
        self._show_aside(LawPanel(self.look, law, article, self.question.force, self._open_help))

    def _show_aside(self, panel: QWidget) -> None:
        if not self.wide:
            self.panel_wanted.emit(panel)
            return
        old = self._aside_column.takeAt(0).widget()
        old.deleteLater()
        self._aside_column.addWidget(panel)

    # --- answering ----------------------------------------------------------------------------------

    @property
    def _answer(self) -> Answer | None:
        return self.desk.open_check.interview.answers.get(self.question.id)

    def _on_choice_clicked(self, choice: Choice, _checked: bool = False) -> None:
        before = self._answer
        if before is not None and before.choice is choice:
            self._cards[choice].row.setChecked(True)
            return
        kept = before or Answer(choice)
        self._give(replace(kept, choice=choice))
        self._show_answer()

    def _give(self, answer: Answer) -> None:
        check = self.desk.open_check
        changed = check.interview.with_answer(self.question.id, answer)
        hidden = check.interview.hidden_by(changed)
        self._say_hidden([question.title.pick(self.look.language) for question in hidden])
        self._waiting = True
        self.desk.answer(self.question.id, answer)

    def _say_hidden(self, titles: list[str]) -> None:
        self._hides.setVisible(bool(titles))
        if titles:
            words = self.words(
                "With this answer these are not asked: {titles}. Change it and they come back."
            )
            set_text(self.look, self._hides, words.format(titles="；".join(titles)), "note")

    def _on_tick_clicked(self, tick_id: str, marked: bool) -> None:
        answer = self._answer or Answer(Choice.PARTLY)
        done = answer.done | {tick_id} if marked else answer.done - {tick_id}
        self._give(replace(answer, done=done))

    def _on_note_changed(self, note: str) -> None:
        if self._answer is not None and self._answer.note != note:
            self._give(replace(self._answer, note=note))

    def _on_put_aside(self, reason: str) -> None:
        self._give(
            replace(
                self._answer or Answer(Choice.NOT_APPLICABLE), choice=Choice.NOT_APPLICABLE, reason=reason
            )
        )
        self._show_answer()

    def _show_answer(self) -> None:
        """Show what is answered: the chosen card, with its ticks or with how to look."""
        answer = self._answer
        for choice, card in self._cards.items():
            chosen = answer is not None and answer.choice is choice
            card.row.setChecked(chosen)
            card.row.set_height(
                46 if self.low and answer and answer.choice is Choice.PARTLY else 52 if self.low else 58
            )
            if not chosen:
                card.close_extra()
        if answer and answer.choice is Choice.PARTLY:
            self._open_ticks(answer)
        elif answer and answer.choice is Choice.UNSURE:
            self._open_how_to_look()
        self._remarks.show_answer(answer)

    def _open_ticks(self, answer: Answer) -> None:
        ticks = []
        for tick in self.desk.open_check.interview.sheet.ticks(self.question):
            title = tick.title.pick(self.look.language)
            box = TickBox(self.look, title, self.words("Already done: {title}").format(title=title))
            box.setObjectName(f"tick_{tick.id}")
            box.setChecked(tick.id in answer.done)
            box.clicked.connect(partial(self._on_tick_clicked, tick.id))
            ticks.append(box)
        caption = self.words("Mark what is already done; the rest becomes a task")
        self._cards[Choice.PARTLY].open_ticks(caption, ticks)

    def _open_how_to_look(self) -> None:
        box = QWidget()
        layout = column(box, (51, 0, 18, 12))
        layout.addWidget(how_to_look(self.look, self.question))
        self._cards[Choice.UNSURE].open_widget(box)

    def _on_saved(self) -> None:
        if getattr(self, "_waiting", False):
            self._waiting = False
            self._state.setText(self._saved_words())
            self._state.setProperty("tone", "ok")

    def _saved_words(self) -> str:
        """What happens with this answer next."""
        finding = next(
            (f for f in self.desk.open_check.assessment.findings if f.question.id == self.question.id), None
        )
        answer = self._answer
        if finding is None:
            unsure = answer is not None and answer.choice is Choice.UNSURE
            return self.words("Saved; it goes on the list to ask") if unsure else self.words("Saved")
        if finding.red_line != "none":
            return self.words("Saved; it goes on today’s tasks")
        return self.words("Saved; {count} will be on the to-do list").format(count=len(finding.missing))

    # --- keyboard -----------------------------------------------------------------------------------

    def _connect_keys(self) -> None:
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            QShortcut(QKeySequence(key), self, self.desk.next_step)
        QShortcut(QKeySequence("Alt+Left"), self, self.desk.previous_step)
        QShortcut(QKeySequence("F1"), self, self._open_help)
        for card in self._cards.values():
            card.row.installEventFilter(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """1 to 4 choose; the same number again goes on."""
        number = event.text()
        if number in ("1", "2", "3", "4"):
            choice = CHOICES[int(number) - 1]
            self._show_key_caps(True)
            if self._answer is not None and self._answer.choice is choice:
                self.desk.next_step()
            else:
                self._cards[choice].row.setFocus(Qt.FocusReason.ShortcutFocusReason)
                self._on_choice_clicked(choice)
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """A double click goes on; the mouse takes the key caps away."""
        if event.type() == QEvent.Type.MouseButtonDblClick:
            self.desk.next_step()
            return True
        if event.type() == QEvent.Type.MouseMove:
            self._show_key_caps(False)
        return super().eventFilter(watched, event)

    def _show_key_caps(self, shown: bool) -> None:
        for card in self._cards.values():
            card.row.key_cap_shown = shown
            card.row.update()

    def first_focus(self) -> QWidget:
        """The chosen answer, else the first; nothing is selected by that."""
        answer = self._answer
        chosen = self._cards.get(answer.choice) if answer else None
        return (chosen or self._cards[Choice.YES]).row

    def announcement(self) -> str:
        """Where we are, and the question."""
        return self.words("Question {number} of {total}: {title}").format(
            number=self._place, total=self._total, title=self.question.title.pick(self.look.language)
        )
