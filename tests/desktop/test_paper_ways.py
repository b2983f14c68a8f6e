"""The ways to a paper: from an unsigned person, from home, from a row of the plan, from the result."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from merchant_guard.desktop.background import Background
from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.main_window import MainWindow
from merchant_guard.desktop.pages.known_papers import paper_for_entries, paper_for_entry, paper_for_task
from merchant_guard.desktop.screens import Screen
from merchant_guard.domain.answers import Progress
from merchant_guard.domain.plan import PlanItem
from tests.support.pressing import find, press, there_is
from tests.support.registers import fill, forget_staff, note

AGREEMENTS = (
    "agreement-office",
    "agreement-packing",
    "agreement-courier",
    "agreement-part-time",
    "undertaking-outsourced",
)


@pytest.fixture
def settled(background: Background, qtbot: QtBot) -> Callable[[], None]:
    """Wait for what goes on beside the window."""
    return lambda: qtbot.waitUntil(lambda: background.is_idle)


def with_paper(desk: Desk, *papers: str) -> PlanItem:
    """The first open row of the plan, asking for some papers."""
    item = next(one for one in desk.plan.open_items if not one.remedy.is_inquiry)
    action = replace(item.remedy.action, papers=papers)
    bank = desk.open_check.bank
    bank = replace(bank, actions={**bank.actions, action.id: action})
    check = desk.open_check
    desk.check = replace(check, interview=replace(check.interview, bank=bank))
    return next(one for one in desk.plan.open_items if one.id == item.id)


@pytest.mark.parametrize(
    ("role", "employment", "paper"),
    [
        ("customer_service", "full_time", "agreement-office"),
        ("packing", "full_time", "agreement-packing"),
        ("courier", "full_time", "agreement-courier"),
        ("packing", "part_time", "agreement-part-time"),
        ("courier", "outsourced", "undertaking-outsourced"),
    ],
)
def test_an_unsigned_person_is_led_to_the_agreement_that_fits(
    desk: Desk,
    window: MainWindow,
    settled: Callable[[], None],
    qtbot: QtBot,
    role: str,
    employment: str,
    paper: str,
) -> None:
    forget_staff(desk)
    who = note(desk, "staff", name="员工G", role=role, employment=employment, joined=desk.today)
    desk.go_to_register("staff", who)
    qtbot.waitUntil(lambda: there_is(window, "entry_primary"))
    primary = find(window, "entry_primary", QPushButton)
    assert primary.accessibleName() == "打印协议（已填员工G）"
    press(qtbot, window, "entry_primary")
    assert (desk.screen, desk.paper, desk.paper_subjects[paper]) == (Screen.PRINT, (paper, None), who)
    settled()
    assert find(window.page, "paper_about").currentText() == "员工G"


def test_the_owner_is_led_to_no_agreement(desk: Desk) -> None:
    who = note(desk, "staff", name="店主甲", role="owner", joined=desk.today)
    assert paper_for_entry(desk, AGREEMENTS, desk.ledger.entry(who), "店主甲") is None


def test_several_people_are_led_to_all_agreements_at_once(desk: Desk) -> None:
    ids = fill(desk)
    other = note(desk, "staff", name="员工F", role="courier", employment="full_time", joined=desk.today)
    people = [desk.ledger.entry(one) for one in (ids["员工B"], other)]
    way = paper_for_entries(desk, AGREEMENTS, people)
    assert way is not None
    assert way.words == "打印 2 人的协议"
    way.go()
    assert desk.paper == ("unsigned-agreements", None)
    assert paper_for_entries(desk, AGREEMENTS, people[:1]) is None
    assert paper_for_entries(desk, ("leaver-handover",), people) is None


def test_from_home_an_unsigned_person_is_one_press_from_the_agreement(
    desk: Desk, window: MainWindow, settled: Callable[[], None], qtbot: QtBot
) -> None:
    forget_staff(desk)
    who = note(desk, "staff", name="员工G", role="packing", employment="full_time", joined=desk.today)
    for item in desk.plan.open_items:
        desk.decide(item.id, Progress(done_on=desk.today))
    desk.check = replace(desk.open_check, finished_on=desk.today, duties_since=desk.today)
    desk.go(Screen.HOME)
    act = find(window.page, f"act_staff.agreement:{who}", QPushButton)
    assert act.text().strip() == "打印协议"
    press(qtbot, window.page, act.objectName())
    assert (desk.paper, desk.paper_subjects["agreement-packing"]) == (("agreement-packing", None), who)
    settled()


# --- tasks ----------------------------------------------------------------------------------------------


def test_a_row_of_the_plan_prints_the_paper_it_names(
    desk: Desk, window: MainWindow, settled: Callable[[], None], qtbot: QtBot
) -> None:
    item = with_paper(desk, "no-such-paper", "processing-rules")
    desk.go_to_item(item.id)
    primary = find(window.page, "print_row", QPushButton)
    assert primary.text().strip() == "打印个人信息处理规则"
    assert primary.property("k") == "primary"
    press(qtbot, window.page, "print_row")
    assert desk.paper == ("processing-rules", None)
    settled()


def test_a_row_that_names_no_paper_prints_the_list(desk: Desk, window: MainWindow) -> None:
    item = with_paper(desk)
    desk.go_to_item(item.id)
    assert find(window.page, "print_row", QPushButton).text().strip() == "打印清单"


def test_a_row_about_agreements_is_for_whoever_has_not_signed(desk: Desk) -> None:
    ids = fill(desk)
    one = paper_for_task(desk, AGREEMENTS)
    assert one is not None
    assert one.words == "打印协议（已填员工B）"
    one.go()
    assert desk.paper_subjects["agreement-packing"] == ids["员工B"]
    note(desk, "staff", name="员工F", role="courier", employment="full_time", joined=desk.today)
    two = paper_for_task(desk, AGREEMENTS)
    assert two is not None
    assert two.words == "打印 2 人的协议"


def test_a_paper_that_does_not_fit_the_shop_is_named_by_no_row(desk: Desk) -> None:
    facts = desk.open_check.assessment.sheet.facts
    forms = desk.open_check.bank.paper_forms.values()
    other = next(form.id for form in forms if not form.applies_when.holds(facts))
    assert paper_for_task(desk, [other]) is None
    assert paper_for_task(desk, []) is None


def test_the_result_leads_to_the_paper_that_mends_it(
    desk: Desk, window: MainWindow, settled: Callable[[], None], qtbot: QtBot
) -> None:
    item = with_paper(desk, "processing-rules")
    desk.go(Screen.RESULT)
    name = f"paper_of_{item.id}"
    assert find(window.page, name).accessibleName().startswith("打印个人信息处理规则：")
    press(qtbot, window.page, name)
    assert desk.paper == ("processing-rules", None)
    settled()
