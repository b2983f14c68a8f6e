"""One question: what is chosen, typed and pressed, what is said about it, and what is on the disk."""

from collections.abc import Callable
from dataclasses import replace
from threading import Event

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from merchant_guard.desktop.background import Background
from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.main_window import MainWindow
from merchant_guard.desktop.screens import Screen
from merchant_guard.desktop.widgets.step_rail import steps_of
from merchant_guard.domain.answers import Answer
from merchant_guard.domain.applicability import AnswerAmong
from merchant_guard.domain.question import Choice, Question, RedLine
from merchant_guard.domain.stage import Stage
from merchant_guard.services.open_check import OpenCheck
from tests.support import pressing
from tests.support.pressing import find, said, there_is

Show = Callable[..., MainWindow]
Stored = Callable[[], OpenCheck]

ASKED = "access.own-accounts"
CRIME = "waybill.no-trading"
SIZES = {"wide": (1366, 696), "narrow": (1092, 542), "narrowest": (911, 440)}
CHOICES = (Choice.YES, Choice.PARTLY, Choice.NO, Choice.UNSURE)
LAW = "law_personal-information-protection-law_51"


@pytest.fixture
def show(desk: Desk, show_window: Callable[[Desk], MainWindow]) -> Show:
    """Show one question of the clothes shop; unless an answer is given, it has none yet."""

    def show_question(question: str = ASKED, answer: Answer | None = None, size: str = "wide") -> MainWindow:
        desk.check = desk.open_check.with_answer(question, answer)
        go(desk, question)
        window = show_window(desk)
        window.resize(*SIZES[size])
        window.activateWindow()
        settle()
        return window

    return show_question


def go(desk: Desk, question: str) -> None:
    desk.go_to_step(next(step for step in desk.open_check.interview.path if step.id == question))


def settle() -> None:
    """Let pages and panels that were left go, and the new ones show."""
    for _ in range(3):
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QApplication.processEvents()


def press(qtbot: QtBot, window: MainWindow, name: str) -> None:
    pressing.press(qtbot, window, name)
    settle()


def given(desk: Desk, question: str = ASKED) -> Answer | None:
    return desk.open_check.interview.answers.get(question)


def here(desk: Desk) -> str:
    return desk.step.id if desk.step else ""


def key(qtbot: QtBot, window: MainWindow, *keys: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
    """Press keys where the focus is."""
    for one in keys:
        target = QApplication.focusWidget() or window
        qtbot.keyClick(target, one, held or Qt.KeyboardModifier.NoModifier)
        settle()


def checked(window: MainWindow) -> list[str]:
    rows = (find(window, f"answer_{choice}", QAbstractButton) for choice in CHOICES)
    return [row.objectName() for row in rows if row.isChecked()]


def state(window: MainWindow) -> str:
    return find(window, "save_state", QLabel).text()


# --- choosing -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_preselected_and_last_years_answer_is_only_named(
    show: Show, desk: Desk, size: str
) -> None:
    window = show(size=size)
    assert checked(window) == []
    assert given(desk) is None
    last_year = [c for c in CHOICES if find(window, f"answer_{c}").accessibleDescription() == "去年选的"]
    assert last_year == [desk.open_check.previous.answers[ASKED].choice]


@pytest.mark.parametrize("choice", CHOICES)
def test_choosing_selects_saves_and_stays(
    show: Show, desk: Desk, stored: Stored, qtbot: QtBot, choice: Choice
) -> None:
    window = show()
    press(qtbot, window, f"answer_{choice}")
    assert checked(window) == [f"answer_{choice}"]
    assert here(desk) == ASKED
    assert stored().interview.answers[ASKED] == Answer(choice)


def test_every_answer_says_its_label_its_note_and_its_key(show: Show, desk: Desk) -> None:
    window, question = show(), desk.open_check.bank.by_id[ASKED]
    for number, choice in enumerate(CHOICES, start=1):
        name = find(window, f"answer_{choice}").accessibleName()
        assert question.notes[choice].zh in name
        assert str(number) in name


@pytest.mark.parametrize("size", SIZES)
def test_partly_opens_its_ticks_and_marks_are_saved(
    show: Show, desk: Desk, stored: Stored, qtbot: QtBot, size: str
) -> None:
    window = show(size=size)
    first, second = (tick.id for tick in desk.open_check.bank.by_id[ASKED].ticks[:2])
    assert not there_is(window, f"tick_{first}")
    press(qtbot, window, "answer_partly")
    for tick in (first, second, first):
        press(qtbot, window, f"tick_{tick}")
    assert stored().interview.answers[ASKED] == Answer(Choice.PARTLY, done=frozenset({second}))
    press(qtbot, window, "answer_no")
    assert not there_is(window, f"tick_{second}")


def test_ticks_are_marked_by_keyboard(show: Show, desk: Desk, qtbot: QtBot) -> None:
    window = show()
    key(qtbot, window, Qt.Key.Key_2, Qt.Key.Key_Tab)
    while not (focused := QApplication.focusWidget()).objectName().startswith("tick_"):
        key(qtbot, window, Qt.Key.Key_Tab)
    key(qtbot, window, Qt.Key.Key_Space)
    assert given(desk).done == {focused.objectName().removeprefix("tick_")}


def test_unsure_opens_how_to_look(show: Show, desk: Desk, qtbot: QtBot) -> None:
    window = show(size="narrow")
    assert "当场怎么看" not in said(window.page)
    press(qtbot, window, "answer_unsure")
    assert "当场怎么看" in said(window.page)
    assert desk.open_check.bank.by_id[ASKED].look[0].zh in said(window.page)


def test_a_given_answer_shows_with_its_marks_and_has_the_focus(show: Show, desk: Desk) -> None:
    tick = desk.open_check.bank.by_id[ASKED].ticks[1].id
    window = show(answer=Answer(Choice.PARTLY, frozenset({tick}), note="问过了"))
    assert checked(window) == ["answer_partly"]
    assert find(window, f"tick_{tick}", QAbstractButton).isChecked()
    assert find(window, "note_text", QPlainTextEdit).toPlainText() == "问过了"
    assert QApplication.focusWidget() is find(window, "answer_partly")


# --- keys -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("pad", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier])
def test_number_keys_choose_and_the_same_again_goes_on(
    show: Show, desk: Desk, qtbot: QtBot, pad: Qt.KeyboardModifier
) -> None:
    window = show(answer=Answer(Choice.UNSURE))
    for number, choice in zip("1234", CHOICES, strict=True):
        key(qtbot, window, Qt.Key(ord(number)), held=pad)
        assert (given(desk).choice, here(desk)) == (choice, ASKED)
    key(qtbot, window, Qt.Key.Key_4, held=pad)
    assert here(desk) != ASKED
    kept = given(desk, here(desk))
    assert checked(window) == [f"answer_{kept.choice}"], "the next question keeps its own answer"


def test_a_key_held_down_answers_only_once(show: Show, desk: Desk) -> None:
    window = show()
    for repeated in (False, True, True):
        event = QKeyEvent(
            QKeyEvent.Type.KeyPress, Qt.Key.Key_1, Qt.KeyboardModifier.NoModifier, "1", repeated
        )
        QApplication.sendEvent(find(window, "answer_yes"), event)
        settle()
    assert here(desk) == ASKED


def test_key_caps_come_with_the_first_key_and_go_with_the_mouse(show: Show, qtbot: QtBot) -> None:
    window = show()
    row = find(window, "answer_no")
    assert not row.key_cap_shown
    key(qtbot, window, Qt.Key.Key_1)
    assert row.key_cap_shown
    qtbot.mouseMove(row)
    qtbot.waitUntil(lambda: not row.key_cap_shown)


def test_a_double_click_chooses_and_goes_on(show: Show, desk: Desk, qtbot: QtBot) -> None:
    row = find(show(), "answer_no")
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    qtbot.mouseDClick(row, Qt.MouseButton.LeftButton)
    assert given(desk).choice is Choice.NO
    assert here(desk) != ASKED


@pytest.mark.parametrize("enter", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_goes_on_and_alt_left_comes_back(show: Show, desk: Desk, qtbot: QtBot, enter: Qt.Key) -> None:
    window, path = show(answer=Answer(Choice.YES)), [step.id for step in desk.open_check.interview.path]
    key(qtbot, window, enter)
    assert here(desk) == path[path.index(ASKED) + 1]
    key(qtbot, window, Qt.Key.Key_Left, held=Qt.KeyboardModifier.AltModifier)
    assert here(desk) == ASKED
    assert given(desk) == Answer(Choice.YES)


def test_the_buttons_go_the_same_ways(show: Show, desk: Desk, qtbot: QtBot) -> None:
    window = show(answer=Answer(Choice.YES))
    press(qtbot, window, "next_question")
    assert here(desk) != ASKED
    press(qtbot, window, "previous_question")
    assert here(desk) == ASKED


def test_after_the_last_open_question_nothing_answered_is_asked_again(
    show: Show, desk: Desk, qtbot: QtBot
) -> None:
    window = show()
    key(qtbot, window, Qt.Key.Key_1, Qt.Key.Key_Return)
    assert desk.screen is Screen.RESULT


def test_what_was_left_open_is_shown_at_the_end(show: Show, desk: Desk, qtbot: QtBot) -> None:
    key(qtbot, show(), Qt.Key.Key_Return)
    assert desk.screen is Screen.REVIEW


# --- note and putting aside -----------------------------------------------------------------------------


def type_note(qtbot: QtBot, window: MainWindow, note: str) -> None:
    press(qtbot, window, "open_note")
    find(window, "note_text", QPlainTextEdit).insertPlainText(note)


def test_a_note_is_saved_with_the_answer(show: Show, desk: Desk, stored: Stored, qtbot: QtBot) -> None:
    window = show(answer=Answer(Choice.NO))
    type_note(qtbot, window, "打印机是房东的")
    qtbot.waitUntil(lambda: given(desk).note == "打印机是房东的")
    assert stored().interview.answers[ASKED] == Answer(Choice.NO, note="打印机是房东的")


@pytest.mark.parametrize("way", ["next_question", "previous_question", "group_waybill", "save_and_leave"])
def test_a_note_is_kept_when_one_leaves_at_once(show: Show, stored: Stored, qtbot: QtBot, way: str) -> None:
    window = show(answer=Answer(Choice.NO))
    type_note(qtbot, window, "打印机是房东的")
    press(qtbot, window, way)
    assert stored().interview.answers[ASKED].note == "打印机是房东的"


def test_a_note_is_kept_when_one_leaves_by_keyboard(show: Show, desk: Desk, qtbot: QtBot) -> None:
    window = show(answer=Answer(Choice.NO))
    type_note(qtbot, window, "打印机是房东的")
    key(qtbot, window, Qt.Key.Key_Left, held=Qt.KeyboardModifier.AltModifier)
    assert here(desk) != ASKED
    assert given(desk).note == "打印机是房东的"


def test_a_note_written_first_belongs_to_the_answer_that_follows(
    show: Show, desk: Desk, qtbot: QtBot
) -> None:
    window = show()
    type_note(qtbot, window, "先问快递员")
    press(qtbot, window, "answer_unsure")
    assert given(desk) == Answer(Choice.UNSURE, note="先问快递员")


def test_numbers_and_enter_in_a_note_are_text(show: Show, desk: Desk, qtbot: QtBot) -> None:
    window = show()
    press(qtbot, window, "open_note")
    key(qtbot, window, Qt.Key.Key_1, Qt.Key.Key_Return, Qt.Key.Key_2)
    assert find(window, "note_text", QPlainTextEdit).toPlainText() == "1\n2"
    assert (given(desk), here(desk)) == (None, ASKED)


def test_crime_type_questions_take_no_note(show: Show) -> None:
    assert not there_is(show(CRIME), "open_note")


@pytest.mark.parametrize("by_enter", [True, False])
def test_putting_aside_needs_a_reason(
    show: Show, desk: Desk, stored: Stored, qtbot: QtBot, by_enter: bool
) -> None:
    window = show(answer=Answer(Choice.NO))

    def put_aside() -> None:
        if by_enter:
            key(qtbot, window, Qt.Key.Key_Return)
        else:
            press(qtbot, window, "put_aside")

    press(qtbot, window, "not_applicable")
    reason = find(window, "reason_text", QLineEdit)
    put_aside()
    assert reason.placeholderText() == "先写几个字的理由"
    assert (given(desk).choice, here(desk)) == (Choice.NO, ASKED)
    reason.setText("店里没有电脑")
    put_aside()
    assert stored().interview.answers[ASKED] == Answer(Choice.NOT_APPLICABLE, reason="店里没有电脑")
    assert here(desk) == ASKED
    assert "不适用：店里没有电脑" in said(window)
    assert checked(window) == []


def test_a_question_put_aside_comes_back_with_an_answer(show: Show, desk: Desk, qtbot: QtBot) -> None:
    window = show(answer=Answer(Choice.NOT_APPLICABLE, reason="没有"))
    press(qtbot, window, "answer_yes")
    assert given(desk) == Answer(Choice.YES)
    assert not any("不适用：" in words for words in said(window))


# --- what is said once it is saved ----------------------------------------------------------------------


def red_line_question(desk: Desk) -> str:
    """A question with a red line for today on it or on one of its ticks, that has no answer yet."""
    return next(
        question.id
        for question in desk.open_check.interview.sheet.questions
        if RedLine.TODAY in {question.red_line, *(tick.red_line for tick in question.ticks)}
    )


@pytest.mark.parametrize(
    ("choice", "words"),
    [
        (Choice.YES, "已保存"),
        (Choice.UNSURE, "已保存，会记进去问清楚的单子"),
        (Choice.NO, "已保存，{missing} 件会记进要做的事"),
    ],
)
def test_once_saved_it_says_what_happens_next(
    show: Show, desk: Desk, qtbot: QtBot, choice: Choice, words: str
) -> None:
    question = "staff.agreement-signed"
    window = show(question)
    assert state(window) == "选了就存，随时可以改"
    press(qtbot, window, f"answer_{choice}")
    qtbot.waitUntil(lambda: state(window).startswith("已保存"))
    ticks = desk.open_check.interview.sheet.ticks(desk.open_check.bank.by_id[question])
    assert state(window) == words.format(missing=len(ticks))
    assert find(window, "save_state").accessibleName() == state(window)


def test_a_red_line_goes_on_todays_tasks(show: Show, desk: Desk, qtbot: QtBot) -> None:
    window = show(red_line_question(desk))
    press(qtbot, window, "answer_no")
    qtbot.waitUntil(lambda: state(window) == "已保存，记进今天要做的事")


def test_saved_is_not_said_while_only_something_earlier_is_on_the_disk(
    show: Show, desk: Desk, background: Background, qtbot: QtBot
) -> None:
    window, gate = show(), Event()
    qtbot.waitUntil(lambda: desk.is_saved)
    with qtbot.waitSignal(desk.saved):
        desk.set_rhythm(desk.open_check.shop.rhythm)
        background.submit(lambda: gate.wait(10), lambda _done: None, desk.tell_failure)
        press(qtbot, window, "answer_yes")
    assert state(window) == "选了就存，随时可以改"
    gate.set()
    qtbot.waitUntil(lambda: state(window) == "已保存")


def test_what_could_not_be_saved_is_not_called_saved(
    show: Show, desk: Desk, background: Background, opened: list, qtbot: QtBot
) -> None:
    window = show()
    background.submit(
        lambda: opened[-1].database.rows("PRAGMA query_only = on"),
        lambda _done: None,
        desk.tell_failure,
    )
    with qtbot.waitSignal(desk.save_failed):
        press(qtbot, window, "answer_yes")
    assert state(window) == "没存上"
    assert there_is(window, "panel")
    assert checked(window) == ["answer_yes"]


# --- answers that hide others ---------------------------------------------------------------------------

HIDDEN = "access.order-rights"


@pytest.fixture
def dependent(desk: Desk) -> Desk:
    """One question is only asked of those who said no or partly to another."""
    bank = desk.open_check.bank
    asked = AnswerAmong(ASKED, frozenset({Choice.NO, Choice.PARTLY}))
    questions = tuple(replace(q, applies_when=asked) if q.id == HIDDEN else q for q in bank.questions)
    interview = replace(desk.open_check.interview, bank=replace(bank, questions=questions))
    desk.check = replace(desk.open_check, interview=interview)
    return desk


def test_an_answer_that_hides_others_says_which_and_they_come_back(
    dependent: Desk, show: Show, qtbot: QtBot
) -> None:
    dependent.check = dependent.open_check.with_answer(HIDDEN, None)
    window = show(answer=Answer(Choice.NO))
    title = dependent.open_check.bank.by_id[HIDDEN].title.zh
    notice = f"这样选，下面的题就不问了：{title}。改回来，答案还在。"
    for choice in ("yes", "unsure"):
        press(qtbot, window, f"answer_{choice}")
        assert notice in said(window), choice
        assert given(dependent).choice == choice, "nothing that was answered is hidden by it"
    type_note(qtbot, window, "还要问")
    press(qtbot, window, "answer_unsure")
    assert notice in said(window)
    press(qtbot, window, "answer_partly")
    assert notice not in said(window)


def hiding(window: MainWindow) -> str:
    return find(window, "hiding_words").accessibleName() if there_is(window, "hiding_words") else ""


@pytest.mark.parametrize("size", SIZES)
def test_an_answer_that_would_put_answers_aside_names_them_before_it_counts(
    dependent: Desk, show: Show, stored: Stored, qtbot: QtBot, size: str
) -> None:
    window = show(answer=Answer(Choice.NO), size=size)
    kept, title = given(dependent, HIDDEN), dependent.open_check.bank.by_id[HIDDEN].title.zh
    dependent.answer(ASKED, Answer(Choice.NO))
    press(qtbot, window, "answer_yes")
    assert hiding(window) == f"这样选，答过的 1 题会先收起来：{title}以后改回来，它们也回来。"
    assert checked(window) == ["answer_no"]
    assert stored().interview.answers[ASKED] == given(dependent) == Answer(Choice.NO)
    notice = find(window, "hiding_notice")
    seen = notice.visibleRegion().boundingRect()
    assert seen == notice.rect(), "all of it is in sight"

    press(qtbot, window, "do_it_anyway")
    assert (hiding(window), checked(window)) == ("", ["answer_yes"])
    assert stored().interview.answers[ASKED] == Answer(Choice.YES)
    assert HIDDEN not in dependent.open_check.interview.sheet.answers
    assert QApplication.focusWidget() is find(window, "answer_yes")
    press(qtbot, window, "answer_partly")
    assert dependent.open_check.interview.sheet.answers[HIDDEN] == kept


def test_the_last_tick_names_what_it_would_put_aside(dependent: Desk, show: Show, qtbot: QtBot) -> None:
    *first, last = (tick.id for tick in dependent.open_check.interview.sheet.ticks(question_of(dependent)))
    window = show(answer=Answer(Choice.PARTLY, frozenset(first)))
    press(qtbot, window, f"tick_{last}")
    assert hiding(window)
    assert not find(window, f"tick_{last}", QAbstractButton).isChecked()
    press(qtbot, window, "leave_as_it_was")
    assert (hiding(window), given(dependent).done) == ("", frozenset(first))
    press(qtbot, window, f"tick_{last}")
    press(qtbot, window, "do_it_anyway")
    assert given(dependent).done == {*first, last}
    assert HIDDEN not in dependent.open_check.interview.sheet.answers


def question_of(desk: Desk) -> Question:
    return desk.open_check.bank.by_id[ASKED]


def test_by_keyboard_it_is_left_or_meant_and_nobody_goes_on_before(
    dependent: Desk, show: Show, qtbot: QtBot
) -> None:
    window = show(answer=Answer(Choice.NO))
    key(qtbot, window, Qt.Key.Key_1)
    assert QApplication.focusWidget() is find(window, "leave_as_it_was")
    press(qtbot, window, "next_question")
    assert (here(dependent), bool(hiding(window))) == (ASKED, True)
    key(qtbot, window, Qt.Key.Key_Return)
    assert (here(dependent), hiding(window), given(dependent)) == (ASKED, "", Answer(Choice.NO))
    key(qtbot, window, Qt.Key.Key_1, Qt.Key.Key_Escape)
    assert (hiding(window), given(dependent)) == ("", Answer(Choice.NO))
    key(qtbot, window, Qt.Key.Key_1, Qt.Key.Key_Tab, Qt.Key.Key_Return)
    assert (here(dependent), hiding(window), given(dependent)) == (ASKED, "", Answer(Choice.YES))
    key(qtbot, window, Qt.Key.Key_Return)
    assert here(dependent) != ASKED


# --- last year ------------------------------------------------------------------------------------------


def last_years(desk: Desk, answer: Answer) -> None:
    before = desk.open_check.previous
    desk.check = replace(desk.open_check, previous=replace(before, answers={**before.answers, ASKED: answer}))


def test_the_ticks_of_last_year_are_named_too(show: Show, desk: Desk, qtbot: QtBot) -> None:
    first, *others = (tick.id for tick in question_of(desk).ticks)
    last_years(desk, Answer(Choice.PARTLY, frozenset({first})))
    window = show()
    press(qtbot, window, "answer_partly")
    assert find(window, f"tick_{first}").accessibleDescription() == "去年选的"
    assert not find(window, f"tick_{first}", QAbstractButton).isChecked()
    assert {find(window, f"tick_{other}").accessibleDescription() for other in others} == {""}


@pytest.mark.parametrize("choice", [Choice.YES, Choice.NO, Choice.UNSURE])
def test_ticks_count_as_last_years_only_under_partly(
    show: Show, desk: Desk, qtbot: QtBot, choice: Choice
) -> None:
    ticks = [tick.id for tick in question_of(desk).ticks]
    last_years(desk, Answer(choice, frozenset(ticks)))
    window = show()
    press(qtbot, window, "answer_partly")
    assert {find(window, f"tick_{tick}").accessibleDescription() for tick in ticks} == {""}


def test_what_did_not_apply_last_year_says_so_at_its_link(show: Show, desk: Desk) -> None:
    last_years(desk, Answer(Choice.NOT_APPLICABLE, reason="……"))
    window = show()
    assert find(window, "not_applicable").accessibleDescription() == "去年选的"
    assert {find(window, f"answer_{c}").accessibleDescription() for c in CHOICES} == {""}


# --- help and law ---------------------------------------------------------------------------------------


def test_wide_the_help_is_pinned_and_has_everything(show: Show, desk: Desk) -> None:
    window, question = show(), desk.open_check.bank.by_id[ASKED]
    shown = said(find(window.page, "help_panel"))
    for text in (*question.look, question.why, question.example, *(tick.title for tick in question.ticks)):
        assert text.zh in shown
    for citation in question.citations:
        assert there_is(window.page, f"law_{citation.law}_{citation.article}")
    assert not there_is(window, "open_help")


@pytest.mark.parametrize("size", ["narrow", "narrowest"])
def test_narrow_the_help_pushes_and_the_rail_makes_room(
    show: Show, desk: Desk, qtbot: QtBot, size: str
) -> None:
    window = show(size=size)
    assert not there_is(window, "help_panel")
    assert find(window, "rail").width() == (220 if size == "narrow" else 56)
    press(qtbot, window, "open_help")
    settle()
    panel, page = find(window, "help_panel"), window.page
    assert find(window, "rail").width() == 56
    assert page.geometry().right() < panel.parentWidget().geometry().left()
    assert find(window, "next_question").isVisibleTo(window)
    key(qtbot, window, Qt.Key.Key_Escape)
    assert not there_is(window, "help_panel")
    assert find(window, "rail").width() == (220 if size == "narrow" else 56)


def test_f1_opens_the_help_and_esc_gives_the_focus_back(show: Show, qtbot: QtBot) -> None:
    window = show(size="narrow")
    find(window, "next_question").setFocus()
    key(qtbot, window, Qt.Key.Key_F1)
    assert there_is(window, "help_panel")
    key(qtbot, window, Qt.Key.Key_Escape)
    assert not there_is(window, "help_panel")
    assert QApplication.focusWidget() is find(window, "next_question")


def test_with_the_help_open_the_answers_keep_their_keys(show: Show, desk: Desk, qtbot: QtBot) -> None:
    window = show(size="narrow")
    key(qtbot, window, Qt.Key.Key_F1, Qt.Key.Key_3)
    assert (given(desk).choice, here(desk)) == (Choice.NO, ASKED)
    assert there_is(window, "help_panel")
    key(qtbot, window, Qt.Key.Key_3)
    assert here(desk) != ASKED


def test_esc_works_after_what_had_the_focus_is_gone(show: Show, desk: Desk, qtbot: QtBot) -> None:
    window = show(answer=Answer(Choice.PARTLY), size="narrow")
    tick = desk.open_check.bank.by_id[ASKED].ticks[0].id
    find(window, f"tick_{tick}").setFocus()
    key(qtbot, window, Qt.Key.Key_F1)
    press(qtbot, window, "answer_no")
    settle()
    key(qtbot, window, Qt.Key.Key_Escape)
    assert not there_is(window, "help_panel")


@pytest.mark.parametrize("size", ["wide", "narrow"])
def test_a_law_chip_opens_the_law_with_its_text(show: Show, desk: Desk, qtbot: QtBot, size: str) -> None:
    window = show(size=size)
    chip = find(window, LAW)
    assert chip.accessibleName() == "《个人信息保护法》第 51 条"
    press(qtbot, window, LAW)
    law = desk.open_check.bank.laws["personal-information-protection-law"]
    article = law.articles["51"]
    panel = find(window, "law_panel")
    assert panel.accessibleName() == "《个人信息保护法》第 51 条"
    for words in (law.title.zh, "第 51 条", article.plain.zh, article.quotation, "现行有效"):
        assert words in said(panel)
    press(qtbot, window, "copy_law")
    assert QGuiApplication.clipboard().text() == f"《个人信息保护法》第 51 条\n{article.quotation}"
    press(qtbot, window, "back_to_help")
    assert there_is(window, "help_panel")
    assert not there_is(window, "law_panel")


@pytest.mark.parametrize("size", ["wide", "narrow"])
def test_esc_closes_the_law_and_the_focus_returns_to_its_chip(show: Show, qtbot: QtBot, size: str) -> None:
    window = show(size=size)
    find(window, LAW).setFocus()
    press(qtbot, window, LAW)
    key(qtbot, window, Qt.Key.Key_Escape)
    settle()
    assert not there_is(window, "law_panel")
    assert there_is(window, "help_panel") is (size == "wide")
    assert QApplication.focusWidget() is find(window, LAW)


# --- the rail -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
def test_rows_of_the_rail_go_to_their_groups(show: Show, desk: Desk, qtbot: QtBot, size: str) -> None:
    window = show(size=size)
    press(qtbot, window, "group_waybill")
    assert desk.step in steps_of(desk.open_check.interview, "waybill")
    press(qtbot, window, "group_access")
    assert here(desk) == ASKED, "what is open in a group comes first"


def test_the_rail_says_where_one_is_and_what_is_done(show: Show, desk: Desk) -> None:
    window = show()
    group = [q.id for q in desk.open_check.interview.sheet.questions if q.group == "access"]
    place = f"{group.index(ASKED) + 1} / {len(group)}"
    assert find(window, "group_access").accessibleName().endswith(place)


def test_save_and_leave_leads_home(show: Show, desk: Desk, qtbot: QtBot) -> None:
    press(qtbot, show(), "save_and_leave")
    assert desk.screen is Screen.HOME


def test_the_page_says_where_it_is(show: Show, desk: Desk) -> None:
    window = show()
    assert desk.open_check.bank.by_id[ASKED].title.zh in window.page.announcement()
    assert isinstance(window.page.first_focus(), QWidget)


def test_the_quick_check_calls_no_group_needless_that_only_comes_later(show: Show, desk: Desk) -> None:
    desk.check = desk.open_check.at(None, Stage.QUICK)
    window = show(CRIME)
    interview = desk.open_check.interview
    later = {q.group for q in interview.sheet.questions} - {q.question.group for q in interview.path[1:]}
    assert later
    for group in later:
        assert "不适用" not in find(window, f"group_{group}").accessibleName()
