"""What stands in the calendar: every task and duty, nobody's name, nothing of what was found."""

import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from merchant_guard.domain.action import ASK_TODAY
from merchant_guard.domain.due import DueItem
from merchant_guard.domain.duties import DutyKind, PerEntry, Recurring
from merchant_guard.domain.intervals import Interval
from merchant_guard.domain.paper import may_be_sent
from merchant_guard.domain.plan import RemediationPlan
from merchant_guard.domain.question import RedLine
from merchant_guard.exchange.answer_file import AnswerFile
from merchant_guard.localization import LANGUAGES, Language
from merchant_guard.reminders.calendar_entries import Agenda, CalendarEntry, calendar_entries, uid_of
from merchant_guard.services.make_calendar import with_duties
from merchant_guard.services.make_plan import MadePlan, make_plan
from merchant_guard.services.run_self_check import run_self_check
from tests.support.books import duty, entry, moment
from tests.support.real_content import bank
from tests.support.shops import SAMPLES, full_shop, read_shop

MONDAY = date(2026, 11, 30)
QUIET = {"zh": "打开商户隐私自查，有件事要做", "en": "Open Merchant Guard: something to do"}
GONE = {"zh": "不用做了", "en": "No longer to do"}
FINDINGS = re.compile(
    "风险|红线|严重|违法|违规|没做到|未做到|不合规|查明|red line|severe|illegal|non-compl", re.I
)
NAME = "甲乙丙"
STAFF = PerEntry("staff", {}, lead=7)


def made(today: date = MONDAY) -> MadePlan:
    file = full_shop()
    return make_plan(run_self_check(bank(), file.shop, file.check), file.check, today)


def agenda(
    plan: RemediationPlan | None = None, duties: list[DueItem] | None = None, **parts: object
) -> Agenda:
    return replace(Agenda("shop", MONDAY, plan or RemediationPlan(MONDAY, ()), tuple(duties or ())), **parts)


def about(day: date, name: str, rule: PerEntry = STAFF, kind: DutyKind = DutyKind.AGREEMENT) -> DueItem:
    return DueItem(duty(rule, "staff.agreement", kind), day, entry("staff", MONDAY, {"name": name}, name))


def by_uid(entries: tuple[CalendarEntry, ...]) -> dict[str, CalendarEntry]:
    found = {one.uid: one for one in entries}
    assert len(found) == len(entries), "no two entries have the same UID"
    return found


def renamed(file: AnswerFile) -> AnswerFile:
    """The shop, its people and all that registers name, called by one name that no text of ours has."""
    people = tuple(replace(one, name=f"{NAME}{number}") for number, one in enumerate(file.shop.staff))
    book = file.book
    for one in book.entries.values():
        book = book.with_entry(one.with_value("name", f"{NAME}{one.id}", moment(MONDAY)))
    return replace(file, shop=replace(file.shop, name=NAME, staff=people), book=book)


# --- tasks ----------------------------------------------------------------------------------------------


def test_every_open_task_stands_on_its_day_and_red_lines_today() -> None:
    plan = made().plan
    found = by_uid(calendar_entries(agenda(plan), "zh"))
    assert set(found) == {uid_of("shop", item.id) for item in plan.open_items}
    for item in plan.open_items:
        shown = found[uid_of("shop", item.id)]
        assert shown.day == (MONDAY if item.remedy.red_line is not RedLine.NONE else max(item.due, MONDAY))
        assert (shown.rings, shown.every, shown.is_gone) == ((0,), None, False)


def test_what_is_late_stands_on_today_under_the_uid_it_had() -> None:
    plan = made().plan
    item = next(one for one in plan.open_items if one.remedy.red_line is RedLine.NONE)
    late = replace(plan, items=(replace(item, due=MONDAY - timedelta(days=6)),))
    (shown,) = calendar_entries(agenda(late), "zh")
    assert (shown.day, shown.uid) == (MONDAY, uid_of("shop", item.id))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_task_says_its_steps_and_where_it_is_ticked_off(language: Language) -> None:
    plan = made().plan
    found = by_uid(calendar_entries(agenda(plan), language))
    item = next(one for one in plan.open_items if may_be_sent(one) and one.steps and not one.remedy.is_inquiry
                and one.remedy.red_line is not RedLine.FORBIDDEN)  # fmt: skip
    shown = found[uid_of("shop", item.id)]
    steps = [step.text.pick(language) for step in item.steps if not step.fallback]
    assert shown.title == item.remedy.action.title.pick(language)
    assert shown.text.splitlines()[: len(steps)] == [f"{n}. {step}" for n, step in enumerate(steps, 1)]
    assert len(shown.text.splitlines()) == len(steps) + 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_touches_a_crime_or_a_forbidden_thing_only_asks_to_open_the_app(language: Language) -> None:
    plan = made().plan
    found = by_uid(calendar_entries(agenda(plan), language))
    quiet = [
        item
        for item in plan.open_items
        if not may_be_sent(item)
        or item.remedy.red_line is RedLine.FORBIDDEN
        or item.remedy.action.id == ASK_TODAY
    ]
    assert quiet
    for item in quiet:
        shown = found[uid_of("shop", item.id)]
        assert (shown.title, shown.text) == (QUIET[language], "")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_no_calendar_names_anybody_or_says_what_was_found(sample: Path, language: Language) -> None:
    file = renamed(read_shop(sample))
    today = (file.check.checked_on or MONDAY) + timedelta(days=9)
    plain = make_plan(run_self_check(bank(), file.shop, file.check), file.check, today)
    whole = with_duties(plain, file)
    entries = calendar_entries(
        agenda(whole.plan, [*whole.duties], rhythm=file.shop.rhythm, registers=bank().registers), language
    )
    by_uid(entries)
    said = "\n".join(f"{one.title}\n{one.text}\n{one.category}" for one in entries)
    assert len(entries) > 10
    assert not FINDINGS.search(said)
    assert NAME not in said
    if language == "en":
        assert not re.search("[一-鿿]", said)


# --- duties ---------------------------------------------------------------------------------------------


def test_what_is_asked_of_many_on_one_day_is_one_entry_and_says_of_how_many() -> None:
    day = MONDAY + timedelta(days=20)
    items = [about(day, "甲"), about(day, "乙"), about(day + timedelta(days=1), "丙")]
    two, one = calendar_entries(agenda(duties=items), "zh")
    assert (two.title, two.day, two.rings) == ("staff.agreement ×2", day, (0, 7))
    assert (one.title, one.day) == ("staff.agreement", day + timedelta(days=1))


def test_all_that_is_late_is_one_entry_of_today() -> None:
    items = [about(MONDAY - timedelta(days=days), name) for days, name in ((3, "甲"), (9, "乙"))]
    (late,) = calendar_entries(agenda(duties=items), "zh")
    assert (late.title, late.day, late.rings) == ("staff.agreement ×2", MONDAY, (0,))


def test_nothing_rings_ahead_on_a_day_that_is_past() -> None:
    near, far = (
        calendar_entries(agenda(duties=[about(MONDAY + timedelta(days=d), "甲")]), "zh") for d in (7, 8)
    )
    assert (near[0].rings, far[0].rings) == ((0,), (0, 7))


@pytest.mark.parametrize("kind", [DutyKind.INCIDENT, DutyKind.INSPECTION])
def test_a_leak_or_an_inspection_is_not_told(kind: DutyKind) -> None:
    (shown,) = calendar_entries(agenda(duties=[about(MONDAY, "甲", kind=kind)]), "zh")
    assert (shown.title, shown.text) == (QUIET["zh"], "")


@pytest.mark.parametrize(("years", "count"), [(1, 1), (3, 0)])
def test_papers_that_may_go_in_some_years_are_told_in_their_year(years: int, count: int) -> None:
    item = about(MONDAY + timedelta(days=365 * years), "甲", kind=DutyKind.RETENTION)
    assert len(calendar_entries(agenda(duties=[item]), "zh")) == count


def test_what_is_weekly_and_late_stands_today_and_comes_round_from_next_week() -> None:
    item = DueItem(duty(Recurring(Interval(days=7))), MONDAY - timedelta(days=6))
    once, series = calendar_entries(agenda(duties=[item]), "zh")
    assert (once.day, once.every) == (MONDAY, None)
    assert (series.day, series.every) == (date(2026, 12, 8), Interval(days=7))
    assert series.uid == uid_of("shop", "shop.duty")


# --- what is gone, and UIDs -----------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_known_and_no_longer_there_is_gone(language: Language) -> None:
    plan = made().plan
    item = plan.open_items[0]
    known = {uid_of("shop", item.id): MONDAY, "an older one": MONDAY - timedelta(days=2)}
    found = by_uid(calendar_entries(agenda(plan, known=known), language))
    assert not found[uid_of("shop", item.id)].is_gone
    gone = found["an older one"]
    assert (gone.title, gone.day, gone.is_gone, gone.rings) == (
        GONE[language], MONDAY - timedelta(days=2), True, (),
    )  # fmt: skip


def test_uids_are_for_ever() -> None:
    assert uid_of("shop", "access.auto-lock") == "2ae6ae66-ead9-57bd-868a-cc3483cfe79a"


def test_the_same_things_have_the_same_uids_on_every_day_and_in_every_language() -> None:
    plan, later = made().plan, made(MONDAY + timedelta(days=40)).plan
    first = {one.uid for one in calendar_entries(agenda(plan), "zh")}
    assert first == {one.uid for one in calendar_entries(agenda(plan), "en")}
    assert first == {one.uid for one in calendar_entries(agenda(later, today=later.made_on), "zh")}
    assert not first & {one.uid for one in calendar_entries(agenda(plan, shop="another"), "zh")}


@given(st.sets(st.tuples(st.text(st.characters(exclude_characters="\n")), st.text()), max_size=30))
def test_different_shops_and_things_have_different_uids(named: set[tuple[str, str]]) -> None:
    uids = {uid_of(shop, item) for shop, item in named if not _is_half(shop + item)}
    assert len(uids) == len([one for one in named if not _is_half("".join(one))])


def _is_half(text: str) -> bool:
    return any("\ud800" <= char <= "\udfff" for char in text)
