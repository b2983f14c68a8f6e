"""The law beside a page: what follows if nothing is done, the amounts in their article, the old numbers."""

import re
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from merchant_guard.desktop.panels.law_chip import Wanted, chip_name
from merchant_guard.desktop.panels.law_panel import LawPanel
from merchant_guard.desktop.theme.look import Look
from merchant_guard.domain.question import Citation, Force
from merchant_guard.localization import Language
from tests.support import real_content
from tests.support.every_screen import settle
from tests.support.pressing import find, press, said, there_is

RULES = "audit.rules-and-person"
IN_CYBERSECURITY_LAW = Citation("cybersecurity-law", "23")
AMOUNT = re.compile(r"\d[\d,]* ?(万|元|yuan)")
Open = Callable[..., LawPanel]


@pytest.fixture
def open_law(qtbot: QtBot) -> Open:
    """Open an article as the help of a question does; `asked` is the question it is read about."""

    def opened(citation: Citation, asked: str | None = None, language: Language = "zh") -> LawPanel:
        bank = real_content.bank()
        question = bank.by_id[asked] if asked else None
        consequence = bank.consequence(question) if question else None
        force = question.force if question else Force.STATUTORY
        panel = LawPanel(Look(language), bank.laws, Wanted(citation, force, consequence), lambda: None)
        qtbot.addWidget(panel)
        panel.resize(348, 696)
        panel.show()
        qtbot.waitExposed(panel)
        panel.activateWindow()
        settle()
        return panel

    return opened


def test_it_says_what_an_authority_does_and_names_the_article_with_the_amounts(open_law: Open) -> None:
    panel = open_law(IN_CYBERSECURITY_LAW, RULES)
    bank = real_content.bank()
    consequence = bank.consequence(bank.by_id[RULES])
    penalty = bank.laws[consequence.penalty.law].articles[consequence.penalty.article]
    words = said(panel)
    at = words.index("不改会怎样")
    assert words[at + 1 : at + 3] == [consequence.happens.zh, penalty.plain.zh]
    assert AMOUNT.search(penalty.plain.zh) and not AMOUNT.search(consequence.happens.zh)
    assert find(panel, chip_name(consequence.penalty)).accessibleName() == "《网络安全法》第 61 条"
    assert {"法定", "现行有效"} <= set(words)


def test_the_chip_leads_to_the_penalty_article_and_back_to_where_one_was(
    open_law: Open, qtbot: QtBot
) -> None:
    panel = open_law(IN_CYBERSECURITY_LAW, RULES)
    penalty = Citation("cybersecurity-law", "61")
    press(qtbot, panel, chip_name(penalty))
    settle()
    assert panel.accessibleName() == "《网络安全法》第 61 条"
    article = real_content.bank().laws[penalty.law].articles[penalty.article]
    assert {"第 61 条", article.plain.zh, article.quotation, "现行有效"} <= set(said(panel))
    assert "不改会怎样" not in said(panel)
    assert QApplication.focusWidget() is panel.focusProxy()
    assert find(panel, "back_to_article").accessibleName() == "回到第 23 条"
    press(qtbot, panel, "back_to_article")
    settle()
    assert panel.accessibleName() == "《网络安全法》第 23 条"
    assert there_is(panel, "back_to_help")
    assert QApplication.focusWidget() is find(panel, chip_name(penalty)), "the focus is where it was"


def test_by_keyboard_the_way_to_the_penalty_and_back_shows_its_ring(open_law: Open, qtbot: QtBot) -> None:
    panel = open_law(IN_CYBERSECURITY_LAW, RULES)
    chip = find(panel, chip_name(Citation("cybersecurity-law", "61")))
    chip.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(chip, Qt.Key.Key_Space)
    settle()
    assert panel.focusProxy().property("keyfocus")
    back = find(panel, "back_to_article")
    back.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(back, Qt.Key.Key_Space)
    settle()
    assert QApplication.focusWidget().property("keyfocus")


def test_an_article_that_is_its_own_penalty_leads_nowhere(open_law: Open) -> None:
    lent = Citation("anti-telecom-fraud-law", "31")
    panel = open_law(lent, "marketing.no-lending")
    assert "不改会怎样" in said(panel)
    assert not there_is(panel, chip_name(lent))


@pytest.mark.parametrize("asked", ["staff.agreement-signed", None])
def test_without_a_duty_nothing_is_said_to_follow(open_law: Open, asked: str | None) -> None:
    panel = open_law(Citation("personal-information-protection-law", "51"), asked)
    assert "不改会怎样" not in said(panel)


@pytest.mark.parametrize(
    ("citation", "zh", "en"),
    [
        (IN_CYBERSECURITY_LAW, "2016 年文本是第 21 条", "Art. 21 in the text of 2016"),
        (
            Citation("interim-regulations-express-delivery", "35"),
            "2019 年文本是第 34 条",
            "Art. 34 in the text of 2019",
        ),
    ],
)
def test_a_renumbered_article_says_its_old_number(
    open_law: Open, citation: Citation, zh: str, en: str
) -> None:
    assert zh in said(open_law(citation))
    assert en in said(open_law(citation, language="en"))


def test_an_article_that_kept_its_number_says_none(open_law: Open) -> None:
    words = "".join(said(open_law(Citation("personal-information-protection-law", "51"))))
    assert "年文本" not in words


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_consequence_fits_the_panel(open_law: Open, language: Language) -> None:
    bank = real_content.bank()
    asked = {}
    for question in bank.questions:
        if consequence := bank.consequence(question):
            asked.setdefault(consequence.id, question)
    for question in asked.values():
        panel = open_law(question.citations[0], question.id, language)
        area = panel.focusProxy()
        assert area.widget().minimumSizeHint().width() <= area.viewport().width(), question.id
        for child in area.widget().findChildren(QWidget):
            assert child.geometry().right() <= child.parentWidget().width(), question.id
