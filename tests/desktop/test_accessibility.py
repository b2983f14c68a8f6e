"""What a screen reader finds on every screen: names, roles, states, and the order of Tab."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget

from merchant_guard.desktop.background import Background
from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.main_window import MainWindow
from merchant_guard.desktop.screens import Screen
from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.step_rail import ENGLISH_WIDTH, WIDTH, GroupRow, GroupState
from merchant_guard.domain.answers import Answer
from merchant_guard.domain.question import Choice
from merchant_guard.localization import Language
from merchant_guard.services.open_check import OpenCheck
from merchant_guard.system import resources
from tests.support.every_screen import NARROW, EveryScreen, settle
from tests.support.pressing import find
from tests.support.registers import TYPED
from tests.support.spoken_tree import Heard, hear, heard, stops, wanted_role

Show = Callable[[Language], EveryScreen]
Role = QAccessible.Role
CHINESE = re.compile(r"[\u3000-\u9fff\uff00-\uffef]")
SAID_IN_CHINESE = ("中文", "网信办", "邮政管理局", "邮政快递申诉", "——")
"""Words in English sentences that are Chinese for a reason: to be found, or to be said at an office."""
ICONS = {icon.stem for icon in resources.path("icons").glob("*.svg")}


@pytest.fixture
def screens(window: MainWindow, desk: Desk, background: Background) -> Show:
    def show(language: Language) -> EveryScreen:
        desk.set_look(replace(desk.look, language=language))
        window.activateWindow()
        settle()
        return EveryScreen(window, desk, background)

    return show


@pytest.fixture
def chinese(screens: Show) -> EveryScreen:
    return screens("zh")


def names_of(widgets: list[QWidget]) -> list[str]:
    return [widget.objectName() for widget in widgets]


def own_words(check: OpenCheck) -> tuple[str, ...]:
    """What is never translated: what the shop has typed itself, and the law verbatim. The longest first."""
    typed = [check.shop.name, *(person.name for person in check.shop.staff)]
    answers = [
        *check.interview.answers.values(),
        *(check.previous.answers.values() if check.previous else ()),
    ]
    typed += [text for answer in answers for text in (answer.note, answer.reason)]
    typed += [progress.owner or "" for progress in check.progress.values()]
    typed += [article.quotation for law in check.bank.laws.values() for article in law.articles.values()]
    roles = [role.label.zh for role in check.bank.roles.values()]
    return tuple(sorted(filter(None, [*typed, *roles]), key=len, reverse=True))


# --- what is wrong with one thing -----------------------------------------------------------------------


def faults(one: Heard, is_stop: bool) -> Iterator[str]:
    """What a control, or a text, is told wrongly."""
    if is_stop:
        yield from faults_of_stop(one)
    if one.role is Role.StaticText and not one.name.strip():
        yield "is an empty text"
    if one.name.strip() in ICONS or one.description.strip() in ICONS:
        yield "is named like an icon"
    if isinstance(one.widget, QAbstractButton):
        yield from faults_of_button(one)
    if bool(one.state.disabled) is one.widget.isEnabled():
        yield "is told disabled or not as it is not"


def faults_of_language(one: Heard, language: Language, typed: tuple[str, ...]) -> Iterator[str]:
    """English has no Chinese in it but what the shop typed itself; Chinese has its own colon."""
    if language == "zh":
        if ": " in one.name and CHINESE.search(one.name):
            yield "has a Western colon"
        return
    rest = f"{one.name} {one.description}"
    for word in typed:
        rest = rest.replace(word, "")
    if CHINESE.search(rest):
        yield f"has Chinese in it: {rest}"


def faults_of_stop(one: Heard) -> Iterator[str]:
    if one.role is not wanted_role(one.widget):
        yield f"is told as {one.role.name}"
    if not one.name.strip():
        yield "has no name"
    if not one.state.focusable:
        yield "is not told to take the focus"


def faults_of_button(one: Heard) -> Iterator[str]:
    button: QAbstractButton = one.widget
    if one.role not in (Role.Button, Role.CheckBox, Role.RadioButton):
        yield f"is told as {one.role.name}"
    if bool(one.state.checked) is not button.isChecked():
        yield "is told checked or not as it is not"
    if bool(one.state.checkable) is (one.role is Role.Button):
        yield "is a button that is told to be checked, or a box that is not"


def faults_of_names(stops_told: list[Heard]) -> Iterator[str]:
    """Two controls of one kind have one name only where they do the same."""
    called = defaultdict(set)
    for one in stops_told:
        called[one.role, one.name].add(one.widget.objectName())
    for (_role, name), controls in called.items():
        if len(controls) > 1:
            yield f"{sorted(controls)} are all called «{name}»"


def faults_of_focus(window: MainWindow) -> Iterator[str]:
    focus = QApplication.focusWidget()
    if focus is None or not focus.isVisibleTo(window):
        yield "nothing that shows has the focus"
    elif not hear(focus).name:
        yield f"{hear(focus).call} has the focus"


def area_of(widget: QWidget) -> QWidget | None:
    """The area in which a widget is scrolled."""
    while widget is not None and not isinstance(widget, QScrollArea):
        widget = widget.parentWidget()
    return widget


def faults_of_order(window: MainWindow) -> Iterator[str]:
    """The page comes before the rail, and in a column nothing comes before what stands above it."""
    rails = [one for one in window.findChildren(QWidget, "rail") if one.isVisible()]
    in_rail = [any(rail.isAncestorOf(stop) for rail in rails) for stop in stops(window)]
    if in_rail != sorted(in_rail):
        yield "Tab does not come into the rail last"
    page = window.page
    on_page = [one for one in stops(window) if page.isAncestorOf(one) and not isinstance(one, QScrollArea)]
    for before, after in pairwise(on_page):
        if area_of(before) is not area_of(after):
            continue
        a, b = (QRect(one.mapTo(page, QPoint(0, 0)), one.size()) for one in (before, after))
        if b.bottom() < a.top() and b.left() <= a.right() and a.left() <= b.right():
            yield f"Tab goes up from {hear(before).call} to {hear(after).call}"


def all_faults(window: MainWindow, language: Language, typed: tuple[str, ...]) -> Iterator[str]:
    on_the_way, told = stops(window), heard(window)
    for one in told:
        for fault in (*faults(one, one.widget in on_the_way), *faults_of_language(one, language, typed)):
            yield f"{one.call} {fault}"
    for missing in set(on_the_way) - {one.widget for one in told}:
        yield f"{hear(missing).call} is not in the tree"
    yield from faults_of_names([hear(stop) for stop in on_the_way])
    yield from faults_of_focus(window)
    yield from faults_of_order(window)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_screen_is_told_by_name_role_and_state_and_walked_in_order(
    screens: Show, language: Language
) -> None:
    laid = screens(language)
    typed = (*own_words(laid.check), *SAID_IN_CHINESE, *TYPED)
    found = [f"{name}: {fault}" for name in laid for fault in all_faults(laid.window, language, typed)]
    assert not found, "\n".join(found)


# --- the question ---------------------------------------------------------------------------------------


def test_tab_goes_from_the_answers_over_the_chips_to_the_footer_the_panel_and_the_rail(
    chinese: EveryScreen,
) -> None:
    chinese.question("open_help", answer=None, size=NARROW)
    law = chinese.law
    order = names_of(stops(chinese.window))
    shown = [name for name in order if not name.startswith("group_")]
    panel = find(chinese.window, "help_panel")
    assert shown == [
        *(f"answer_{choice}" for choice in ("yes", "partly", "no", "unsure")),
        *("open_note", "add_photo", "open_help", law, "not_applicable", "previous_question", "next_question"),
        *("", *chinese.laws),
        "save_and_leave",
    ]
    assert hear(panel.focusProxy()).name == "这题的说明"
    assert order[len(shown) :] and all(name.startswith("group_") for name in order[len(shown) :])


def test_ticks_come_between_their_answer_and_the_next(chinese: EveryScreen) -> None:
    chinese.question(answer=None)
    chinese.press("answer_partly")
    order = names_of(stops(chinese.window))
    ticks = [name for name in order if name.startswith("tick_")]
    first = order.index("answer_partly")
    assert ticks and order[first : first + len(ticks) + 2] == ["answer_partly", *ticks, "answer_no"]


def test_an_answer_says_label_note_and_key_and_whether_it_is_chosen(chinese: EveryScreen) -> None:
    chinese.question(answer=Answer(Choice.NO))
    no, yes = (hear(find(chinese.window, f"answer_{choice}")) for choice in ("no", "yes"))
    assert no.name == "没做到。大家共用一个账号。快捷键 3"
    assert (no.role, yes.role) == (Role.RadioButton, Role.RadioButton)
    assert (bool(no.state.checked), bool(yes.state.checked)) == (True, False)
    assert no.description == "去年选的"


def test_the_rail_says_how_far_each_group_is(chinese: EveryScreen) -> None:
    chinese.check = chinese.check.with_answer("staff.leaving", None)
    chinese.question()
    told = {one.widget.objectName(): one.name for one in heard(find(chinese.window, "rail"))}
    assert told["group_access"].startswith("账号和密码，当前，")
    assert told["group_encryption"] == "电脑和手机，已完成"
    assert told["group_staff"] == "员工保密协议，进行中"
    row = GroupRow(chinese.desk.look, 4, "面单与单据", GroupState.OPEN, "", 200)
    assert hear(row).name == "面单与单据，未开始"


@pytest.mark.parametrize("size", ["standard", "large", "huge"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_name_of_a_group_is_cut_in_the_rail(chinese: EveryScreen, language: Language, size: str) -> None:
    look = Look(language, text_size=size)
    width = {"zh": WIDTH, "en": ENGLISH_WIDTH}[language] - 34
    inks = {look.colour(tone).rgb() for tone in ("text", "text2", "text3")}
    for number, group in enumerate(chinese.check.bank.asked_groups, start=1):
        for state, remark in ((GroupState.CURRENT, "4 / 4"), (GroupState.SKIPPED, look.words("n/a"))):
            row = GroupRow(look, number, group.label.pick(language), state, remark, width)
            row.resize(width, row.height())
            drawn = row.grab().toImage()
            edge = [(x, y) for y in range(drawn.height()) for x in range(drawn.width() - 9, drawn.width())]
            edge += [(x, y) for x in range(drawn.width()) for y in (0, 1, drawn.height() - 2)]
            assert not {drawn.pixel(*place) for place in edge} & inks, f"{row.text()} goes over the edge"
            assert row.toolTip() == ""


# --- the others -----------------------------------------------------------------------------------------


def test_rows_name_what_their_buttons_are_about(chinese: EveryScreen) -> None:
    chinese.go_and_press(Screen.REVIEW, "group_access_answers")
    told = [one.name for one in heard(chinese.window)]
    title = chinese.asked.title.zh
    assert f"改：{title}" in told
    chinese.desk.go_to_item(chinese.ordinary)
    settle()
    said = next(i for i in chinese.desk.plan.items if i.id == chinese.ordinary).remedy.action.title.zh
    told = [one.name for one in heard(chinese.window)]
    assert f"收起步骤：{said}" in told
    assert any(name.startswith("谁来做：") and name.endswith(said) for name in told)
    assert any(name.startswith("哪天前：") and name.endswith(said) for name in told)


def test_what_unfolds_says_which_way_it_goes(chinese: EveryScreen) -> None:
    chinese.desk.go(Screen.REVIEW)
    settle()
    head = find(chinese.window, "group_access_answers")
    assert hear(head).name.startswith("展开：账号和密码")
    chinese.press("group_access_answers")
    assert hear(head).name.startswith("收起：账号和密码")
    order = names_of(stops(chinese.window))
    assert order[order.index("group_access_answers") + 1].startswith("open_"), "Tab goes into it"


def test_the_navigation_says_where_we_are(chinese: EveryScreen) -> None:
    chinese.desk.go(Screen.PLAN)
    settle()
    told = [one.name for one in heard(find(chinese.window, "rail")) if one.role is Role.Button]
    assert told == ["首页", "自查", "结果", "要做的事，当前页", "登记本", "打印", "设置", "帮助"]


def test_charts_are_told_as_text(chinese: EveryScreen) -> None:
    score = chinese.check.assessment.shown_score
    for screen in (Screen.HOME, Screen.RESULT):
        chinese.desk.go(screen)
        settle()
        told = [one.name for one in heard(chinese.window) if one.role is Role.StaticText]
        assert f"自查得分 {score} 分，满分 100" in told
    assert any(re.fullmatch(r"做到 \d+，部分 \d+.*", name) for name in told), "the bar in words"
    chinese.question()
    asked = chinese.check.interview.asked
    told = [one.name for one in heard(find(chinese.window, "rail"))]
    assert f"{asked} 题答了 {asked} 题" in told


def test_a_wrong_field_says_why_as_its_description(chinese: EveryScreen) -> None:
    chinese.without_check(Screen.PROFILE)
    chinese.press("go_on")
    field = QApplication.focusWidget()
    assert field is not None and field.objectName().startswith("kinds_")
    assert hear(field).description == "至少选一种店"
