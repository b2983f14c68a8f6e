from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.main_window import MainWindow
from merchant_guard.desktop.screens import Screen
from merchant_guard.desktop.theme.look import Look
from merchant_guard.domain.answers import Answer
from merchant_guard.domain.estimate import score_when_done
from merchant_guard.domain.question import Choice, RedLine
from merchant_guard.domain.tally import groups_worst_first, tally
from tests.support.every_screen import settle

TODAY = date(2026, 11, 30)
DISCLAIMER = "分数只帮你看出先补哪里，不是执法结论，也不能代替律师意见。"
ShowWindow = Callable[[Desk], MainWindow]
Press = Callable[[QWidget, str], None]


def answered(desk: Desk, **answers: Answer | None) -> None:
    """Lay the sample on the desk with some answers changed, by question id, or taken away."""
    check = desk.open_check
    changed = {**check.interview.answers, **answers}
    kept = {key: answer for key, answer in changed.items() if answer is not None}
    desk.check = replace(check, finished_on=TODAY, interview=replace(check.interview, answers=kept))


def result(desk: Desk, show_window: ShowWindow) -> MainWindow:
    desk.go(Screen.RESULT)
    return show_window(desk)


def said(inside: QWidget, name: str) -> str:
    return inside.findChild(QLabel, name).accessibleName()


def words_in(inside: QWidget) -> str:
    return "\n".join(label.accessibleName() for label in inside.findChildren(QLabel))


@pytest.fixture
def window(desk: Desk, show_window: ShowWindow) -> MainWindow:
    answered(desk)
    return result(desk, show_window)


# --- the top ----------------------------------------------------------------------------------------


def test_the_score_stands_with_last_year_and_what_mending_brings(window: MainWindow, desk: Desk) -> None:
    check = desk.open_check
    score, before = check.assessment.shown_score, check.previous_score
    assert said(window.page, "score_ring") == f"自查得分 {score} 分，满分 100"
    assert said(window.page, "verdict") == "还有 1 条红线没补"
    mended = {item.id for item in desk.plan.done_items} | {item.id for item in desk.plan.open_items[:3]}
    estimate = score_when_done(check.assessment, mended)
    assert said(window.page, "verdict_below") == (
        f"去年 {before} 分，高了 {score - before} 分。红线今天补上，再改好下面 2 件，估计 {estimate} 分。"
    )
    assert said(window.page, "disclaimer") == DISCLAIMER


def test_with_questions_open_nothing_is_said_to_be_worse_than_last_year(
    desk: Desk, show_window: ShowWindow
) -> None:
    question = next(
        one for one, answer in desk.open_check.interview.answers.items() if answer.choice is Choice.YES
    )
    answered(desk, **{question: None})
    page = result(desk, show_window).page
    assert desk.open_check.assessment.shown_score is not None
    assert "去年" not in said(page, "verdict_below")
    desk.go(Screen.HOME)
    settle()
    assert "比去年" not in words_in(show_window(desk).page)


def test_the_legend_and_the_groups_add_up(window: MainWindow, desk: Desk) -> None:
    sheet = desk.open_check.assessment.sheet
    counts = tally(sheet)
    legend = [
        label.accessibleName() for label in window.page.findChild(QWidget, "legend").findChildren(QLabel)
    ]
    numbers = [int(one) for one in legend if one.isdigit()]
    expected = [counts.done, counts.partly, counts.not_done, counts.unsure]
    assert numbers[:4] == expected
    assert sum(numbers) == len(sheet.questions)
    groups = groups_worst_first(sheet)
    assert [sum(one.counted for _, one in groups), sum(one.done for _, one in groups)] == [
        sum(expected),
        counts.done,
    ]
    for group, one in groups:
        row = window.page.findChild(QWidget, f"tally_{group.id}")
        assert (row is not None) is (one.counted > 0)
        if row is not None:
            assert f"做到 {one.done} / {one.counted}" in words_in(row)
    assert {group.id for group, one in groups if not one.counted} == {"cameras"}, "the shop has none"


def test_before_there_is_a_score_it_says_how_many_answers_are_wanted(
    desk: Desk, show_window: ShowWindow, press: Press
) -> None:
    kept = [one.id for one in desk.open_check.assessment.sheet.questions if "signed" in one.id]
    gone = {key: None for key in desk.open_check.interview.answers if key not in kept}
    answered(desk, **gone)
    window = result(desk, show_window)
    missing = desk.open_check.assessment.score.answers_missing
    assert said(window.page, "verdict") == f"再答 {missing} 题就有分数"
    assert window.page.findChild(QLabel, "score_ring") is None
    assert "没答" in words_in(window.page.findChild(QWidget, "legend"))
    press(window.page, "go_on")
    assert desk.screen in (Screen.QUESTION, Screen.GROUP_AGAIN, Screen.PROFILE)


def test_with_a_red_line_and_few_answers_it_says_both(desk: Desk, show_window: ShowWindow) -> None:
    kept = {one.question.id for one in desk.open_check.assessment.findings if one.red_line is RedLine.TODAY}
    gone = {key: None for key in desk.open_check.interview.answers if key not in kept}
    desk.check = replace(desk.open_check, progress={})
    answered(desk, **gone)
    window = result(desk, show_window)
    assert said(window.page, "verdict").endswith("条红线没补")
    missing = desk.open_check.assessment.score.answers_missing
    assert said(window.page, "verdict_below") == f"再答 {missing} 题就有分数"


def test_what_is_forbidden_takes_the_place_of_the_score(desk: Desk, show_window: ShowWindow) -> None:
    answered(desk, **{"waybill.no-trading": Answer(Choice.NO)})
    window = result(desk, show_window)
    assert said(window.page, "verdict") == "先停下这件事"
    assert said(window.page, "verdict_below").startswith("先停；不要删除或改动记录")
    assert window.page.findChild(QLabel, "score_ring") is None


# --- what to mend first -----------------------------------------------------------------------------


def test_the_first_three_are_the_first_rows_of_the_plan(window: MainWindow, desk: Desk) -> None:
    assert "先改这 3 件" in words_in(window.page)
    for number, item in enumerate(desk.plan.open_items[:3], start=1):
        row = words_in(window.page.findChild(QWidget, f"rank_{number}"))
        assert item.remedy.action.title.zh in row
        assert item.remedy.action.why.zh in row


def test_only_the_first_quick_one_is_called_quick(window: MainWindow, desk: Desk) -> None:
    first = desk.plan.open_items[:3]
    quick = next(n for n, item in enumerate(first, 1) if item.remedy.minutes <= 10)
    for number in (1, 2, 3):
        row = words_in(window.page.findChild(QWidget, f"rank_{number}"))
        assert ("今天 10 分钟就能补的一件" in row) is (number == quick)


def test_how_to_mend_opens_the_row_of_the_plan(window: MainWindow, desk: Desk, press: Press) -> None:
    item = desk.plan.open_items[1]
    mend = window.page.findChild(QAbstractButton, f"mend_{item.id}")
    assert mend.accessibleName() == f"怎么改：{item.remedy.action.title.zh}"
    press(window.page, mend.objectName())
    assert (desk.screen, desk.open_item) == (Screen.PLAN, item.id)


def test_the_law_unfolds_and_opens_beside_the_page(window: MainWindow, desk: Desk, press: Press) -> None:
    item = desk.plan.open_items[0]
    laws = window.page.findChild(QWidget, f"laws_{item.id}")
    assert not laws.isVisible()
    press(window.page, f"law_of_{item.id}")
    assert laws.isVisible()
    citation = item.citations[0]
    press(laws, f"law_{citation.law}_{citation.article}")
    panel = window.findChild(QWidget, "law_panel")
    assert panel.isVisible()
    assert panel.mapTo(window, panel.rect().topLeft()).x() >= window.page.geometry().right()
    press(window.page, f"law_of_{item.id}")
    assert not laws.isVisible()


# --- what to ask, and the groups --------------------------------------------------------------------


def test_what_is_not_sure_says_whom_to_ask_and_leads_there_and_back(
    window: MainWindow, desk: Desk, press: Press
) -> None:
    find_outs = desk.open_check.assessment.find_outs
    assert f"{len(find_outs)} 件要去问清楚：问谁" in words_in(window.page)
    question = find_outs[0].question
    asked = desk.open_check.bank.counterparts[question.ask.who].label.zh
    row = window.page.findChild(QAbstractButton, f"ask_{question.id}")
    assert row.accessibleName() == f"{question.title.zh}{asked}", "a title that asks needs no comma"
    press(window.page, row.objectName())
    assert desk.step.id == question.id
    desk.walk.next_step()
    assert desk.screen is Screen.RESULT


def test_the_question_sheet_can_be_printed(window: MainWindow, desk: Desk, press: Press) -> None:
    press(window.page, "print_questions")
    assert (desk.screen, desk.paper[0]) == (Screen.PRINT, "question-sheet")


def test_with_nothing_unsure_nobody_is_to_be_asked(desk: Desk, show_window: ShowWindow) -> None:
    unsure = {one.question.id: Answer(Choice.YES) for one in desk.open_check.assessment.find_outs}
    answered(desk, **unsure)
    assert result(desk, show_window).page.findChild(QWidget, "asking") is None


def test_complete_groups_and_those_that_do_not_apply_are_folded(
    desk: Desk, show_window: ShowWindow, press: Press
) -> None:
    questions = desk.open_check.assessment.sheet.questions
    done = {one.id: Answer(Choice.YES) for one in questions if one.group == "staff"}
    aside = {
        one.id: Answer(Choice.NOT_APPLICABLE, reason="没有") for one in questions if one.group == "encryption"
    }
    answered(desk, **done, **aside)
    window = result(desk, show_window)
    assert said(window.page, "groups_aside") == "不适用 2 组：电脑和手机、监控与人脸"
    row = window.page.findChild(QWidget, "tally_staff")
    assert not row.isVisible()
    press(window.page, "complete_groups")
    assert row.isVisible()


# --- the foot, and going on -------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "screen"), [("see_plan", Screen.PLAN), ("print_result", Screen.PRINT)])
def test_buttons_lead_where_they_say(
    window: MainWindow, desk: Desk, press: Press, name: str, screen: Screen
) -> None:
    press(window.page, name)
    assert desk.screen is screen


@pytest.mark.parametrize(
    ("people", "law"),
    [("from_10k", "small-processor-simplified-measures_18"), ("over_100k", "administrative-penalty-law_33")],
)
def test_why_early_helps_cites_the_law_that_covers_the_shop(
    desk: Desk, show_window: ShowWindow, people: str, law: str
) -> None:
    answered(desk)
    shop = replace(desk.open_check.shop, profile={**desk.open_check.shop.profile, "people_held": people})
    desk.check = desk.open_check.with_shop(shop)
    box = result(desk, show_window).page.findChild(QWidget, "early")
    assert box.findChild(QAbstractButton, f"law_{law}") is not None
    assert "光自查不能免责" in words_in(box)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", [(1366, 696), (1092, 542), (911, 440)])
def test_nothing_needs_scrolling_sideways(
    desk: Desk, show_window: ShowWindow, language: str, size: tuple[int, int]
) -> None:
    answered(desk)
    desk.look = Look(language, text_size="huge")
    window = result(desk, show_window)
    window.resize(QSize(*size))
    window.show_screen()
    settle()
    content = window.page.findChild(QWidget, "summary").parentWidget()
    assert content.minimumSizeHint().width() <= content.parentWidget().width()
    assert content.width() <= content.parentWidget().width()
