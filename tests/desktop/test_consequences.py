"""What follows for a gap, told calmly: on the result, in the help; and what is told about the law wrongly."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.main_window import MainWindow
from merchant_guard.desktop.panels.law_chip import chip_name, cite
from merchant_guard.desktop.screens import Screen
from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.what_follows import consequence_of_item, worth_of_mending
from merchant_guard.domain.answers import Answer
from merchant_guard.domain.question import Choice, Citation, RedLine
from merchant_guard.domain.shop import Shop
from merchant_guard.localization import Language
from tests.support import real_content
from tests.support.every_screen import NARROW, WIDE, settle
from tests.support.pressing import find, said, there_is

ShowWindow = Callable[[Desk], MainWindow]
Press = Callable[[QWidget, str], None]
AMOUNT = re.compile(r"\d[\d,]* ?(万|元|yuan)")
PROMISES = ("免罚", "保证", "一定不", "不会罚", "will not be")
CRIME = "waybill.no-trading"
SLIGHT, GRAVE = "轻微、及时改好、没造成危害的", "主动消除或者减轻后果的"


def words_of(widget: QWidget) -> str:
    return "\n".join(label.accessibleName() for label in widget.findChildren(QLabel))


# --- on the result ----------------------------------------------------------------------------------


def result(desk: Desk, show_window: ShowWindow, **answers: Answer) -> MainWindow:
    check = desk.open_check
    kept = {**check.interview.answers, **answers}
    desk.check = replace(
        check, finished_on=date(2026, 11, 30), interview=replace(check.interview, answers=kept)
    )
    desk.go(Screen.RESULT)
    return show_window(desk)


def test_each_of_the_first_three_says_what_an_authority_does(desk: Desk, show_window: ShowWindow) -> None:
    window, bank = result(desk, show_window), desk.open_check.bank
    found = [consequence_of_item(bank, item) for item in desk.plan.open_items[:3]]
    assert any(found)
    for number, consequence in enumerate(found, start=1):
        words = words_of(find(window.page, f"rank_{number}"))
        told = [one.id for one in bank.consequences if one.happens.zh in words]
        assert told == ([consequence.id] if consequence else [])
        assert not AMOUNT.search(words), "amounts stand in the drawer only"


def test_what_mending_is_worth_unfolds_with_the_law(
    desk: Desk, show_window: ShowWindow, press: Press
) -> None:
    window, item = result(desk, show_window), desk.plan.open_items[0]
    laws = window.page.findChild(QWidget, f"laws_{item.id}")
    assert not laws.isVisible()
    press(window.page, f"law_of_{item.id}")
    assert said(laws) == [
        "轻微、及时改好、没造成危害的，应当不予处罚（令第 25 号第 18 条）。算不算轻微，由主管部门认定。"
    ]


def test_the_law_of_a_row_says_what_follows_if_nothing_is_done(
    desk: Desk, show_window: ShowWindow, press: Press
) -> None:
    window, item = result(desk, show_window), desk.plan.open_items[0]
    press(window.page, f"law_of_{item.id}")
    press(find(window.page, f"laws_{item.id}"), chip_name(item.citations[0]))
    consequence = consequence_of_item(desk.open_check.bank, item)
    panel = find(window, "law_panel")
    assert {"不改会怎样", consequence.happens.zh} <= set(said(panel))
    press(panel, chip_name(consequence.penalty))
    law = desk.open_check.bank.laws[consequence.penalty.law]
    assert panel.accessibleName() == cite(desk.look, law, consequence.penalty.article)


def test_the_same_law_opened_from_the_plan_says_it_too(
    desk: Desk, show_window: ShowWindow, press: Press
) -> None:
    item = desk.plan.open_items[0]
    desk.go_to_item(item.id)
    window = show_window(desk)
    press(window.page, chip_name(item.citations[0]))
    assert "不改会怎样" in said(find(window, "law_panel"))


def test_to_ask_somebody_and_mere_advice_have_no_consequence(desk: Desk) -> None:
    bank, plan = desk.open_check.bank, desk.plan
    free = [item for item in plan.items if item.remedy.is_inquiry or not item.remedy.action.force.is_law]
    assert free
    assert not any(consequence_of_item(bank, item) for item in free)


def test_beside_a_crime_nothing_says_what_mending_is_worth(
    desk: Desk, show_window: ShowWindow, press: Press
) -> None:
    window = result(desk, show_window, **{CRIME: Answer(Choice.NO)})
    item = next(one for one in desk.plan.open_items[:3] if any(q.crime for q in one.remedy.questions))
    press(window.page, f"law_of_{item.id}")
    assert said(find(window.page, f"laws_{item.id}")) == []


@pytest.mark.parametrize(
    ("question", "people", "begins", "source"),
    [
        ("access.own-accounts", "under_10k", SLIGHT, "令第 25 号第 18 条"),
        ("access.own-accounts", "over_100k", SLIGHT, "行政处罚法第 33 条"),
        ("marketing.publishing", "under_10k", GRAVE, "令第 25 号第 19 条"),
        ("marketing.publishing", "over_100k", GRAVE, "行政处罚法第 32 条"),
        ("staff.fair-terms", "under_10k", "", ""),
        ("marketing.no-trading", "under_10k", "", ""),
    ],
)
def test_what_mending_is_worth_fits_the_gap_and_the_law_that_covers_the_shop(
    question: str, people: str, begins: str, source: str
) -> None:
    bank = real_content.bank()
    asked = bank.by_id[question]
    consequence = bank.consequence(asked)
    told = worth_of_mending(Look("zh"), Shop(profile={"people_held": people}), [asked], consequence)
    assert told.startswith(begins) and source in told
    assert bool(told) is bool(begins)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_mending_is_worth_promises_nothing(language: Language) -> None:
    bank = real_content.bank()
    for question in bank.questions:
        if consequence := bank.consequence(question):
            told = worth_of_mending(Look(language), Shop(), [question], consequence)
            assert not [word for word in PROMISES if word in told]
            assert not AMOUNT.search(told)
            if question.red_line is RedLine.FORBIDDEN:
                assert "18" not in told, "what is forbidden is not slight"


# --- in the help of a question ----------------------------------------------------------------------


def ask(desk: Desk, show_window: ShowWindow, question: str, size: tuple[int, int] = WIDE) -> MainWindow:
    desk.go_to_step(next(step for step in desk.open_check.interview.path if step.id == question))
    window = show_window(desk)
    window.resize(*size)
    settle()
    return window


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_the_help_says_what_happens_and_what_mending_is_worth(
    desk: Desk, show_window: ShowWindow, press: Press, size: tuple[int, int]
) -> None:
    window = ask(desk, show_window, "audit.rules-and-person", size)
    if size == NARROW:
        press(window.page, "open_help")
    words = said(find(window, "help_panel"))
    at = words.index("不改会怎样")
    assert words[at + 1] == "有街边店因为没密码、没规定被警告。先责令改正，也可以罚款。"
    assert words[at + 2].startswith(SLIGHT)
    assert not AMOUNT.search("".join(words)), "amounts stand in the drawer only"


def test_the_help_of_advice_says_nothing_of_authorities(desk: Desk, show_window: ShowWindow) -> None:
    sheet, bank = desk.open_check.interview.sheet, desk.open_check.bank
    advice = next(question for question in sheet.questions if bank.consequence(question) is None)
    window = ask(desk, show_window, advice.id)
    assert "不改会怎样" not in said(find(window, "help_panel"))


# --- what is told wrongly ---------------------------------------------------------------------------


def test_what_is_told_wrongly_is_folded_at_first(desk: Desk, show_window: ShowWindow) -> None:
    desk.go(Screen.HELP)
    window = show_window(desk)
    head = find(window.page, "fold_misconceptions")
    assert head.accessibleName() == f"展开：常见误传，{len(real_content.bank().misconceptions)} 条"
    assert not there_is(window.page, "misconception_fifteen-days")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_wrong_claim_stands_with_the_truth_and_its_law(
    desk: Desk, show_window: ShowWindow, press: Press, language: Language
) -> None:
    desk.set_look(Look(language))
    desk.go(Screen.HELP)
    window = show_window(desk)
    press(window.page, "fold_misconceptions")
    wrong = {"zh": "不对：", "en": "Wrong: "}[language]
    for told in real_content.bank().misconceptions:
        row = find(window.page, f"misconception_{told.id}")
        assert [words for words in said(row) if words] == [
            wrong + told.claim.pick(language),
            told.truth.pick(language),
        ]
        for citation in told.citations:
            law = desk.open_check.bank.laws[citation.law]
            chip = find(row, chip_name(citation))
            assert chip.accessibleName() == cite(desk.look, law, citation.article)


def test_a_chip_of_the_help_page_opens_the_law_beside_it(
    desk: Desk, show_window: ShowWindow, press: Press
) -> None:
    desk.go(Screen.HELP)
    window = show_window(desk)
    press(window.page, "fold_misconceptions")
    press(find(window.page, "misconception_fifteen-days"), chip_name(Citation("e-commerce-law", "24")))
    panel = find(window, "law_panel")
    assert panel.accessibleName() == "《电子商务法》第 24 条"
    assert panel.mapTo(window, panel.rect().topLeft()).x() >= window.page.geometry().right()
    assert not there_is(panel, "back_to_help")


@pytest.mark.parametrize("text_size", ["standard", "huge"])
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", [WIDE, NARROW, (911, 440)])
def test_no_line_of_what_is_told_wrongly_is_cut(
    desk: Desk,
    show_window: ShowWindow,
    press: Press,
    size: tuple[int, int],
    language: Language,
    text_size: str,
) -> None:
    desk.set_look(Look(language, text_size=text_size))
    desk.go(Screen.HELP)
    window = show_window(desk)
    window.resize(*size)
    settle()
    press(window.page, "fold_misconceptions")
    settle()
    for label in find(window.page, "misconceptions").findChildren(QLabel):
        if label.hasHeightForWidth():
            assert label.height() >= label.heightForWidth(label.width()), label.accessibleName()
    assert window.page.findChild(QScrollArea).horizontalScrollBar().maximum() == 0
