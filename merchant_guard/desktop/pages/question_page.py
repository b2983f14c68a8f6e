"""One question: its answers, and beside it the help. Choosing only selects; 下一题 goes on."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.evidence_intake import EvidenceIntake, Place
from merchant_guard.desktop.pages.evidence_part import EvidencePart
from merchant_guard.desktop.pages.page import Page, column, empty, in_column
from merchant_guard.desktop.panels.help_panel import HelpPanel
from merchant_guard.desktop.panels.law_chip import Wanted, chip_name, law_chip
from merchant_guard.desktop.panels.law_panel import LawPanel
from merchant_guard.desktop.widgets.answer_list import AnswerList
from merchant_guard.desktop.widgets.answer_remarks import AnswerRemarks
from merchant_guard.desktop.widgets.buttons import Button, button
from merchant_guard.desktop.widgets.focusing import give_focus, is_by_keyboard
from merchant_guard.desktop.widgets.hiding_notice import HidingNotice
from merchant_guard.desktop.widgets.labels import set_text, text_label
from merchant_guard.desktop.widgets.last_year_said import LastYearSaid
from merchant_guard.desktop.widgets.page_footer import FooterNote
from merchant_guard.desktop.widgets.question_footer import COLUMN_WIDTH, below, pinned, steps_row
from merchant_guard.desktop.widgets.question_head import QuestionHead, whereabouts
from merchant_guard.desktop.widgets.scroll_area import ScrollArea
from merchant_guard.desktop.widgets.side_panel import PINNED_WIDTH
from merchant_guard.desktop.widgets.spoken import announce, listed
from merchant_guard.desktop.widgets.suggestion_line import SuggestionLine, suggested_words
from merchant_guard.desktop.widgets.tab_order import put_behind
from merchant_guard.domain.answers import Answer
from merchant_guard.domain.as_last_year import Apart
from merchant_guard.domain.evidence import Subject
from merchant_guard.domain.interview import QuestionStep
from merchant_guard.domain.question import Choice, Citation, Question, RedLine
from merchant_guard.localization.labels import label


class QuestionPage(Page):
    """The screen of the question on the desk."""

    def __init__(self, desk: Desk, low: bool, wide: bool) -> None:
        super().__init__(desk, low, wide)
        if not isinstance(desk.step, QuestionStep):
            raise TypeError("there is no question on the desk")
        self.question: Question = desk.step.question
        self._at_first = desk.open_check.interview
        self._here = whereabouts(self.look, self._at_first, self.question)
        self._unsaved = False
        self._law_open: str | None = None
        self._came_from: QWidget | None = None
        self._make_parts()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._main(), 1)
        if wide:
            row.addWidget(self._aside())
        self._connect()
        self._show_answer()

    # --- building -----------------------------------------------------------------------------------

    def _make_parts(self) -> None:
        look, check = self.look, self.desk.open_check
        self._last_year = self.desk.next_year.last_year
        previous = self._last_year.answer(self.question) if self._last_year else None
        self._differs = self._last_year is not None and self._last_year.contradicts(self.question)
        ticks = check.interview.sheet.ticks(self.question)
        self._suggestion = check.suggestion(self.question, self.desk.today)
        self._answers = AnswerList(look, self.question, ticks, previous, self.low, self._suggestion)
        self._hides = text_label(look, "", "note", "warn")
        self._hides.hide()
        self._notice: HidingNotice | None = None
        self._notice_place = QVBoxLayout()
        self._notice_place.setContentsMargins(0, 0, 0, 0)
        was_put_aside = previous is not None and previous.choice is Choice.NOT_APPLICABLE
        chips = [] if self.wide else self._chips()
        self._remarks = AnswerRemarks(look, self.question, chips, was_put_aside)
        self._same = self._last_year.again(self.question) if self._last_year else None
        self._again = self._again_button() if self._same else None
        self._proves = Subject("question", self.question.id)
        self._proof = EvidencePart(self.desk, self._proves, self._open_evidence)
        state = self.words("Saved when chosen; change it any time")
        self._state = FooterNote(look, state, "caption")
        self._state.setObjectName("save_state")

    def _connect(self) -> None:
        self._answers.chosen.connect(self._on_answer_chosen)
        self._answers.ticked.connect(self._on_tick_changed)
        self._answers.onward.connect(self._go_on)
        self._remarks.note_changed.connect(self._on_note_changed)
        self._remarks.put_aside.connect(self._on_put_aside)
        if not self.question.crime:
            intake = EvidenceIntake(self, lambda _point: Place(self._proves, self.rect()))
            intake.leave_files_to_page(*self._remarks.fields)
            intake.kept.connect(lambda: self._say_state(self.words("Saved, encrypted on this computer")))
            self._remarks.photo_wanted.connect(lambda: intake.choose(self._proves))
        self.desk.saved.connect(self._on_saved)
        self.desk.save_failed.connect(self._on_save_failed)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            QShortcut(QKeySequence(key), self, self._on_enter).setAutoRepeat(False)
        QShortcut(QKeySequence("Alt+Left"), self, self._go_back).setAutoRepeat(False)
        QShortcut(QKeySequence("F1"), self, self._open_help)

    def _main(self) -> QWidget:
        box, content = QWidget(), QWidget()
        outer = column(box, (0, 0, 0, 0))
        self._area = ScrollArea(content)
        outer.addWidget(self._area, 1)
        side = 26 if self.low else 32
        inner = column(content, (side, 12 if self.low else 36, side, 12))
        inner.addWidget(in_column(self._question_column(), COLUMN_WIDTH))
        if not self.low:
            inner.addWidget(in_column(below(self._footer()), COLUMN_WIDTH))
        inner.addStretch(1)
        # The notice is only where it belongs once the layout has made room for it.
        self._area.verticalScrollBar().rangeChanged.connect(self._scroll_to_notice)
        if self.low:
            outer.addWidget(pinned(self._footer(), side))
        return box

    def _question_column(self) -> QWidget:
        box = QWidget()
        layout = column(box, (0, 0, 0, 0))
        layout.addWidget(QuestionHead(self.look, self.question, self._here, self.low, self._mark()))
        if self._suggestion is not None:
            layout.addWidget(
                SuggestionLine(self.look, self._suggestion, self._see_register, self.low, self._differs)
            )
            layout.addSpacing(2 if self.low else 12)
        layout.addWidget(self._answers)
        layout.addLayout(self._notice_place)
        layout.addWidget(self._hides)
        layout.addWidget(self._remarks)
        layout.addWidget(self._proof)
        if self._last_year is not None:
            layout.addWidget(LastYearSaid(self.look, self._last_year, self.question))
        return box

    def _mark(self) -> str:
        """That the question is new, or another one than last year."""
        why = self._last_year.apart(self.question) if self._last_year else None
        return {Apart.NEW: self.words("New question"), Apart.CHANGED: self.words("Question changed")}.get(
            why, ""
        )

    def _again_button(self) -> Button:
        """和去年一样, said with what that was."""
        words = self.words("As last year")
        choice = label(self.look.language, "choice", self._same.choice) if self._same else ""
        said = self.words("{label}: {choice}. Key 0").format(label=words, choice=choice)
        return button(self.look, words, "as_last_year", self._on_again, accessible=said)

    def _see_register(self) -> None:
        """Look at what the suggestion goes by; the question stays where it was."""
        self._remarks.send_waiting()
        rule = self.desk.open_check.bank.suggestions[self.question.suggested_by or ""]
        self.desk.go_to_register(rule.rule.register)

    def _chips(self) -> list[QWidget]:
        words, laws = self.words("How to look on the spot"), self.desk.open_check.bank.laws
        look_chip = button(self.look, words, "open_help", self._open_help, kind="chip", picture="lightbulb")
        return [look_chip, law_chip(self.look, laws, self.question.citations[0], self._open_law)]

    def _footer(self) -> QWidget:
        return steps_row(self.look, self._state, self._go_back, self._go_on, self._again)

    def _aside(self) -> QWidget:
        box = QWidget()
        box.setObjectName("panel")
        box.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        box.setFixedWidth(PINNED_WIDTH)
        self._aside_box = box
        self._aside_column = QVBoxLayout(box)
        self._aside_column.setContentsMargins(0, 0, 0, 0)
        return box

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The question shows first, then the help is built."""
        super().paintEvent(event)
        if self.wide and self._aside_column.isEmpty():
            QTimer.singleShot(0, self, self._fill_aside)

    def _fill_aside(self) -> None:
        """Lay the help beside the question, unless something else lies there by now."""
        if self._aside_column.isEmpty():
            self._lay_aside(self._help_panel())

    # --- side panel ---------------------------------------------------------------------------------

    def _help_panel(self) -> QWidget:
        return HelpPanel(self.look, self.desk.open_check, self.question, self._open_law)

    def _open_help(self) -> None:
        self._law_open = None
        self._show_aside(self._help_panel())

    def _open_law(self, citation: Citation) -> None:
        bank = self.desk.open_check.bank
        wanted = Wanted(citation, self.question.force, bank.consequence(self.question))
        self._law_open = chip_name(citation)
        self._show_aside(LawPanel(self.look, bank.laws, wanted, self._back_to_help))

    def _open_evidence(self, reference: str) -> None:
        from merchant_guard.desktop.panels.evidence_panel import EvidencePanel  # noqa: PLC0415 (rarely looked at)

        self._law_open = f"evidence_{reference}" if self.wide else None
        on_close = self._back_to_help if self.wide else partial(self.panel_wanted.emit, None)
        self._show_aside(EvidencePanel(self.desk, reference, on_close, to_help=self.wide))

    def _show_aside(self, panel: QWidget) -> None:
        """In a wide window the help gives way; in others the panel pushes the question aside."""
        if not self.wide:
            self.panel_wanted.emit(panel)
        else:
            focus = self.window().focusWidget()
            if focus is not None and not self._aside_box.isAncestorOf(focus):
                self._came_from = focus
            empty(self._aside_column)
            self._lay_aside(panel)
            give_focus(panel)

    def _lay_aside(self, panel: QWidget) -> None:
        self._aside_column.addWidget(panel)
        panel.show()  # a layout would only show it later, and the focus would come without its ring
        put_behind(self.findChild(QWidget, "next_question"), panel)

    def close_aside(self) -> None:
        """Nothing is changed; or in a wide window the law gives the help back, the focus to its chip."""
        if self._notice is not None:
            self._leave_answer()
            return
        focus = self.window().focusWidget()
        if not self.wide:
            return
        if self._law_open is not None:
            self._back_to_help()
        elif focus is not None and self._aside_box.isAncestorOf(focus):
            give_focus(self._came_from if self._came_from is not None else self._answers.focus_row)

    def _back_to_help(self) -> None:
        """The help again, with the focus on the chip that opened what stood in its place."""
        chip, self._law_open = self._law_open, None
        by_keyboard, panel = is_by_keyboard(self.window()), self._help_panel()
        self._show_aside(panel)
        if chip and (widget := panel.findChild(QWidget, chip) or self._proof.findChild(QWidget, chip)):
            give_focus(widget, by_keyboard)

    # --- answering ----------------------------------------------------------------------------------

    @property
    def _answer(self) -> Answer | None:
        return self.desk.open_check.interview.answers.get(self.question.id)

    def _on_answer_chosen(self, choice: str) -> None:
        self._choose(Choice(choice), reason="")

    def _on_tick_changed(self, tick_id: str, marked: bool) -> None:
        answer = self._answer or Answer(Choice.PARTLY)
        done = answer.done | {tick_id} if marked else answer.done - {tick_id}
        self._give_or_ask(replace(answer, done=done))

    def _on_note_changed(self, note: str) -> None:
        if self._answer is not None and self._answer.note != note:
            self._give(replace(self._answer, note=note))

    def _on_put_aside(self, reason: str) -> None:
        self._choose(Choice.NOT_APPLICABLE, reason)

    def _on_again(self) -> None:
        """Answer as last year; said once more it goes on, as the key of an answer does."""
        if self._same is None or self._is_again:
            self._go_on()
            return
        evidence = self._answer.evidence if self._answer else ()
        self._give_or_ask(replace(self._same, note=self._remarks.note, evidence=evidence))
        if self._notice is None:
            self._show_answer()
            give_focus(self._answers.focus_row)

    @property
    def _is_again(self) -> bool:
        """Whether what is answered is what was answered last year."""
        answer, same = self._answer, self._same
        if answer is None or same is None:
            return False
        return (answer.choice, answer.done, answer.reason) == (same.choice, same.done, same.reason)

    def _choose(self, choice: Choice, reason: str) -> None:
        """Take another choice; a note written before it counts from now on."""
        answer = replace(self._answer or Answer(choice), choice=choice, reason=reason)
        answer = replace(answer, note=self._remarks.note)
        self._give_or_ask(answer)

    def _give_or_ask(self, answer: Answer) -> None:
        """Give an answer; where it puts others aside, name them first and give it when that is meant."""
        self._drop_notice()
        now = self.desk.open_check.interview
        put_away = now.put_away_by(now.with_answer(self.question.id, answer))
        if not put_away:
            self._take(answer)
            return
        self._show_answer()  # as it was
        self._notice = HidingNotice(self.look, put_away, partial(self._take, answer), self._leave_answer)
        self._notice_place.addWidget(self._notice)
        self._notice_place.addSpacing(8)
        self._notice.take_focus()

    def _take(self, answer: Answer) -> None:
        was_asked = self._notice is not None
        same = self._answer is not None and self._answer.choice is answer.choice is Choice.PARTLY
        self._drop_notice()
        self._say_hidden(answer)
        self._give(answer)
        if was_asked or not same:  # ticks that only follow a click stay, and keep the focus
            self._show_answer()
        if was_asked:
            give_focus(self._answers.focus_row)

    def _leave_answer(self) -> None:
        self._drop_notice()
        self._show_answer()
        give_focus(self._answers.focus_row)

    def _drop_notice(self) -> None:
        self._notice = None
        empty(self._notice_place)

    def _scroll_to_notice(self, *_range: int) -> None:
        if self._notice is not None:
            self._area.ensureWidgetVisible(self._notice)

    def _say_hidden(self, answer: Answer) -> None:
        """Say which questions an answer keeps away that were asked before it."""
        now = self.desk.open_check.interview
        after = now.with_answer(self.question.id, answer)
        gone = (*self._at_first.hidden_by(after), *now.hidden_by(after))
        hidden = {question.id: question for question in gone}.values()
        self._hides.setVisible(bool(hidden))
        if hidden:
            titles = "；".join(question.title.pick(self.look.language) for question in hidden)
            words = self.words(
                "With this answer these are not asked: {titles}. Change it and they come back."
            )
            set_text(self.look, self._hides, words.format(titles=titles), "note")

    def _give(self, answer: Answer) -> None:
        self._unsaved = True
        self.desk.answer(self.question.id, answer)

    def _show_answer(self) -> None:
        if self._again is not None:
            self._again.setHidden(self._is_again)
        self._answers.show_answer(self._answer)
        self._remarks.show_answer(self._answer)

    def _on_saved(self) -> None:
        # Something asked for earlier, as the place, may be on the disk while the answer is not.
        if self._unsaved and self.desk.is_saved:
            self._say_state(self._saved_words())

    def _on_save_failed(self, _sentence: str) -> None:
        if self._unsaved:
            self._say_state(self.words("Not saved"))

    def _say_state(self, words: str) -> None:
        self._unsaved = False
        set_text(self.look, self._state, words, "caption")
        announce(self._state, words)

    def _saved_words(self) -> str:
        """What happens with this answer next."""
        findings = self.desk.open_check.assessment.findings
        finding = next((one for one in findings if one.question.id == self.question.id), None)
        if finding is None:
            unsure = self._answer is not None and self._answer.choice is Choice.UNSURE
            return self.words("Saved; it goes on the list to ask") if unsure else self.words("Saved")
        if finding.red_line is not RedLine.NONE:
            return self.words("Saved; it goes on today’s tasks")
        return self.words("Saved; {count} will be on the to-do list").format(count=len(finding.missing))

    # --- going on -----------------------------------------------------------------------------------

    def _go_on(self) -> None:
        if self._notice is not None:
            self._notice.take_focus()
            return
        self._remarks.send_waiting()
        self.desk.walk.next_step()

    def _go_back(self) -> None:
        self._remarks.send_waiting()
        self.desk.walk.previous_step()

    def _on_enter(self) -> None:
        """Enter answers what is asked first, presses a button, puts the question aside, and else goes on."""
        focus = self.window().focusWidget()
        if self._notice is not None:
            self._notice.press_focused()
        elif isinstance(focus, QAbstractButton) and not focus.isCheckable():
            focus.click()
        elif not self._remarks.take_reason():
            self._go_on()

    # --- keyboard and screen reader -----------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """1 to 4 choose, 0 says what was said last year, on the main keys and on the number pad."""
        if event.text() in ("1", "2", "3", "4"):
            if not event.isAutoRepeat():  # a key held down would answer the next question too
                self._answers.press_number(int(event.text()))
        elif event.text() == "0" and self._same is not None:
            if not event.isAutoRepeat():
                self._on_again()
        else:
            super().keyPressEvent(event)

    def first_focus(self) -> QWidget:
        """The chosen answer, else the first; nothing is selected by that."""
        return self._answers.focus_row

    def announcement(self) -> str:
        """Where we are, the question, and what the registers say about it."""
        here, title = self._here, self.question.title.pick(self.look.language)
        words = self.words("Group {group}, question {number}: {title}")
        if here.group is None:
            words = self.words("Quick check, question {number} of {total}: {title}")
        asked = words.format(group=here.group, number=here.number, total=here.total, title=title)
        hint = suggested_words(self.look, self._suggestion, self._differs) if self._suggestion else ""
        return listed(self.look, self._mark(), asked, hint)
