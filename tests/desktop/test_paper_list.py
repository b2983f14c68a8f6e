"""打印: many papers in folding groups, found by typing; what goes with the chosen one stands under it."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from merchant_guard.desktop.background import Background
from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.main_window import MainWindow
from merchant_guard.desktop.pages.paper_list import MOST_ROWS
from merchant_guard.desktop.widgets.fold import FoldHead
from merchant_guard.desktop.widgets.tab_order import tab_stops
from tests.support.pressing import find, press, said, there_is
from tests.support.registers import fill, note

Show = Callable[..., QWidget]


@pytest.fixture
def show(window: MainWindow, desk: Desk, background: Background, qtbot: QtBot) -> Show:
    """The print page with a paper chosen, and its preview made."""

    def shown(paper: str = "plan-list", about: str | None = None) -> QWidget:
        desk.go_to_paper(paper, about=about)
        settle(window.page, background, qtbot)
        return window.page

    return shown


def settle(page: QWidget, background: Background, qtbot: QtBot) -> None:
    picture = page.findChild(QLabel, "preview_page")
    qtbot.waitUntil(lambda: background.is_idle and not picture.pixmap().isNull())


def rows(page: QWidget) -> list[str]:
    """The papers whose rows show."""
    found = [one for one in page.findChildren(QRadioButton) if one.objectName().startswith("paper_")]
    return [one.objectName().removeprefix("paper_") for one in found if one.isVisibleTo(page)]


def look_for(page: QWidget, text: str) -> None:
    line = find(page, "find_paper", QLineEdit)
    line.setFocus()
    line.setText(text)


def test_only_the_group_of_the_chosen_paper_is_unfolded_and_only_its_rows_are_built(show: Show) -> None:
    page = show()
    assert set(rows(page)) >= {"plan-list", "plan"}
    built = [one for one in page.findChildren(QRadioButton) if one.objectName().startswith("paper_")]
    assert len(built) == len(rows(page)) < 9
    names = [head.accessibleName() for head in page.findChildren(FoldHead)]
    assert names[0].startswith("收起：我的计划，")
    assert names[1].startswith("展开：要签的，")
    assert [name.split("：")[1].split("，")[0] for name in names] == [
        "我的计划", "要签的", "要贴的", "要记的", "要填的", "要发出去的", "讲给员工听",
    ]  # fmt: skip


def test_a_group_is_unfolded_by_keyboard_and_a_paper_in_it_chosen(
    show: Show, desk: Desk, background: Background, qtbot: QtBot
) -> None:
    page = show()
    head = find(page, "papers_post")
    head.setFocus()
    qtbot.keyClick(head, Qt.Key.Key_Space)
    row = find(page, "paper_contact-sign", QRadioButton)
    stops = tab_stops(page)
    assert stops.index(head) < stops.index(row)
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_Space)
    settle(page, background, qtbot)
    assert desk.paper == ("contact-sign", None)
    assert "顾客信息联系牌" in page.findChild(QLabel, "preview_page").accessibleName()
    checked = [one.objectName() for one in page.findChildren(QRadioButton) if one.isChecked()]
    assert "paper_contact-sign" in checked
    assert "paper_plan-list" not in checked
    assert find(page, "paper_plan-list").focusPolicy() & Qt.FocusPolicy.TabFocus


def test_arrow_keys_go_from_paper_to_paper(
    show: Show, desk: Desk, background: Background, qtbot: QtBot
) -> None:
    page = show()
    first = find(page, "paper_plan-list")
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Down)
    settle(page, background, qtbot)
    assert desk.paper is not None
    assert desk.paper[0] == rows(page)[1]
    assert page.focusWidget() is find(page, f"paper_{desk.paper[0]}")


@pytest.mark.parametrize("typed", ["联系牌", "whom to ask", "Whom To Ask about your inf"])
def test_a_paper_is_found_by_its_title_in_either_language(show: Show, typed: str) -> None:
    page = show()
    look_for(page, typed)
    assert rows(page) == ["contact-sign"]


def everything(page: QWidget) -> set[str]:
    return {paper.id for group in page._choice.groups for paper in group.papers}


def test_what_is_typed_unfolds_all_groups_that_have_it_and_hides_the_others(show: Show) -> None:
    page = show()
    look_for(page, "协议")
    assert set(rows(page)) == {
        paper_id
        for paper_id in everything(page)
        if "协议"
        in page._choice.found_by(next(p for g in page._choice.groups for p in g.papers if p.id == paper_id))
    }
    assert find(page, "papers_sign").accessibleName().startswith("收起：要签的")
    assert not there_is(page, "papers_tell")
    look_for(page, "")
    assert set(rows(page)) == {paper.id for paper in page._choice.groups[0].papers}
    assert there_is(page, "papers_tell")


def test_no_more_rows_show_than_can_be_read(show: Show) -> None:
    page = show()
    look_for(page, " ")
    assert len(rows(page)) < MOST_ROWS
    look_for(page, "e")
    assert len(rows(page)) == MOST_ROWS
    assert find(page, "papers_told", QLabel).accessibleName().startswith(f"先列 {MOST_ROWS} 张，共 ")


def test_where_nothing_is_called_that_it_says_so(show: Show) -> None:
    page = show()
    look_for(page, "没有这张纸")
    assert rows(page) == []
    told = find(page, "papers_told", QLabel).accessibleName()
    assert told.startswith("没有叫这个的纸，少打几个字试试。") and told.endswith("右边还是：整改计划")


def test_what_is_called_otherwise_is_found_too(show: Show) -> None:
    page = show()
    for typed in ("协议", "合同"):
        look_for(page, typed)
        assert {"processor-clauses", "courier-clauses", "agreement-packing"} <= set(rows(page))


def test_under_the_chosen_paper_stands_for_whom_it_is_and_how_long_it_is_kept(show: Show) -> None:
    page = show("processing-rules")
    assert find(page, "paper_told_0", QLabel).accessibleName() == "给店外的人看"
    page = show("disposal-log")
    assert find(page, "paper_told_0", QLabel).accessibleName() == "只在店里用"
    kept = page._choice.form.kept.zh
    assert find(page, "paper_told_1", QLabel).accessibleName() == kept
    assert not [words for words in said(show()) if words in {"只在店里用", "给店外的人看"}]


def test_the_law_is_folded_and_leads_to_its_words(show: Show, window: MainWindow, qtbot: QtBot) -> None:
    page = show("contact-sign")
    assert not [one for one in page.findChildren(QWidget) if one.objectName().startswith("law_")]
    assert find(page, "paper_law").accessibleName() == "展开：法律依据"
    press(qtbot, page, "paper_law")
    assert find(page, "paper_law").accessibleName() == "收起：法律依据"
    first = page._choice.form.citations[0]
    press(qtbot, page, f"law_{first.law}_{first.article}")
    assert there_is(window, "law_panel")


# --- about whom -----------------------------------------------------------------------------------------


def test_an_agreement_is_for_whoever_has_not_signed_unless_another_is_chosen(
    show: Show, desk: Desk, background: Background, qtbot: QtBot
) -> None:
    ids = fill(desk)
    page = show("agreement-packing")
    about = find(page, "paper_about")
    assert (about.accessibleName(), about.currentText()) == ("给谁", "员工B")
    assert [about.itemText(number) for number in range(about.count())] == ["空白表", "员工B", "员工C"]
    about.setFocus()
    qtbot.keyClick(about, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: desk.paper_subjects["agreement-packing"] == ids["员工C"])
    qtbot.waitUntil(lambda: find(page, "paper_about").currentText() == "员工C")
    settle(page, background, qtbot)
    assert page.focusWidget() is find(page, "paper_about")
    qtbot.keyClick(find(page, "paper_about"), Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: find(page, "paper_about").currentText() == "空白表")
    settle(page, background, qtbot)
    assert desk.paper_subjects["agreement-packing"] == ""
    page = show("plan-list")
    page = show("agreement-packing")
    assert find(page, "paper_about").currentText() == "空白表"


def test_a_letter_about_a_leak_is_about_the_leak(show: Show, desk: Desk) -> None:
    note(desk, "incidents", noticed_on=desk.today, kind="labels_out")
    about = find(show("incident-letter"), "paper_about")
    assert about.accessibleName() == "关于哪一条"
    assert desk.today.isoformat() in about.currentText()


def test_a_paper_about_the_shop_asks_for_nobody(show: Show) -> None:
    assert not there_is(show("management-rules"), "paper_about")


# --- the shop -------------------------------------------------------------------------------------------


def test_what_the_shop_has_not_said_is_counted_filled_in_saved_and_printed(
    show: Show, desk: Desk, window: MainWindow, background: Background, stored: Callable, qtbot: QtBot
) -> None:
    page = show("processing-rules")
    assert desk.open_check.shop.details == {}
    assert find(page, "details_told", QLabel).accessibleName() == "还差 4 样没填，纸上先空着"
    assert find(page, "fill_details").accessibleName() == "填上：还差 4 样没填，纸上先空着"
    before = page._paper.pdf
    press(qtbot, page, "fill_details")
    panel = find(window, "shop_details")
    assert there_is(panel, "detail_legal_name")
    assert not there_is(panel, "detail_deputy")
    line = find(panel, "detail_contact_way", QLineEdit)
    line.setFocus()
    line.setText(" 店里的  座机 ")
    press(qtbot, panel, "close_details")
    qtbot.waitUntil(lambda: page._paper is not None and page._paper.pdf != before)
    settle(page, background, qtbot)
    assert desk.open_check.shop.details == {"contact_way": "店里的 座机"}
    assert stored().shop.details == {"contact_way": "店里的 座机"}
    assert find(page, "details_told", QLabel).accessibleName() == "还差 3 样没填，纸上先空着"
    assert not there_is(window, "shop_details")


def test_while_details_are_written_the_page_that_is_read_stays(
    show: Show, window: MainWindow, background: Background, qtbot: QtBot
) -> None:
    page = show("processing-rules")
    press(qtbot, page, "page_after")
    settle(page, background, qtbot)
    press(qtbot, page, "fill_details")
    line = find(window, "detail_legal_name", QLineEdit)
    line.setText("另一个名称")
    before = page._paper
    line.take()
    qtbot.waitUntil(lambda: page._paper not in (None, before))
    settle(page, background, qtbot)
    assert "第 2 页" in page.findChild(QLabel, "preview_page").accessibleName()


def test_when_all_is_said_it_can_still_be_changed(show: Show, desk: Desk, qtbot: QtBot) -> None:
    wanted = desk.open_check.bank.paper_forms["processing-rules"].details
    shop = replace(desk.open_check.shop, details=dict.fromkeys(wanted, "写好了"))
    desk.describe_shop(shop)
    page = show("processing-rules")
    assert find(page, "details_told", QLabel).accessibleName() == "店铺信息都填好了"
    assert find(page, "fill_details").accessibleName() == "改：店铺信息都填好了"
