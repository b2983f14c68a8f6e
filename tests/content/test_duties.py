"""The duties, keeping periods and suggestions that ship with the app, put to every sample shop."""

import json
import re
from datetime import date, timedelta
from functools import cache
from typing import Any

import pytest

from merchant_guard.domain.applicability import Facts
from merchant_guard.domain.due import DueItem, DutyYear, due_items
from merchant_guard.domain.duties import Duty, DutyKind, PerEntry, Recurring
from merchant_guard.domain.intervals import Interval
from merchant_guard.domain.keeping import ending_duty, kept_records
from merchant_guard.domain.question import Choice, Force
from merchant_guard.domain.registers.book import Book
from merchant_guard.domain.registers.entry import Entry
from merchant_guard.domain.registers.register import Field, FieldKind, Register, Value
from merchant_guard.domain.shop import WorkRhythm
from merchant_guard.domain.suggestions import suggest
from merchant_guard.domain.text import Text
from merchant_guard.system import resources
from tests.support import books, real_content

BANK = real_content.bank()
DUTIES = {duty.id: duty for duty in BANK.duties}
KEEPING = {rule.id: rule for rule in BANK.keep_rules}
ENDING = tuple(ending_duty(rule) for rule in BANK.keep_rules if rule.since is not None)
TODAY = date(2026, 11, 23)
SAMPLES = resources.names("samples", ".json")

LONGEST_TITLE, LONGEST_BADGE, LONGEST_ACT, LONGEST_WHY, LONGEST_REASON = 18, 6, 4, 34, 32


# --- words --------------------------------------------------------------------------------------------


def test_words_fit_their_places() -> None:
    titles = [(one.id, one.title) for one in BANK.duties if one.kind is not DutyKind.CONTENT]
    titles += [(one.id, text) for one in BANK.keep_rules for text in (one.title, one.ended)]
    reasons = [
        (one.id, text)
        for one in BANK.suggestions.values()
        for text in (one.all_there, one.some, one.none)
        if text
    ]
    wanted = [
        *((id_, text, LONGEST_TITLE) for id_, text in titles),
        *((id_, filled(text), LONGEST_REASON) for id_, text in reasons),
        *((one.id, one.badge, LONGEST_BADGE) for one in BANK.duties if one.badge),
        *((one.id, one.act, LONGEST_ACT) for one in BANK.duties if one.act),
        *((one.id, one.why, LONGEST_WHY) for one in (*BANK.duties, *BANK.keep_rules)),
    ]
    faults = [
        f"{id_}: {len(text.zh)} > {most}: {text.zh}" for id_, text, most in wanted if len(text.zh) > most
    ]
    assert not faults, real_content.listed(faults)


def test_a_reason_is_one_sentence() -> None:
    whys = [(one.id, one.why.zh) for one in (*BANK.duties, *BANK.keep_rules)]
    assert not [f"{id_}: {zh}" for id_, zh in whys if not re.fullmatch(r"[^。！？]+。", zh)]


def test_what_is_only_advice_in_a_demand_of_the_law_says_so() -> None:
    """Where the law names no interval ours is called advice, and never a yearly audit a demand of the law."""
    ours = {
        "disposals.labels",
        "disposals.stubs",
        "retention.clearing",
        "access.logs",
        "cameras.hidden",
        "training.yearly",
        "check.yearly",
        "audit.large",
        "staff.training",
        "partners.check",
        "partners.returned",
        "requests.answer",
        "requests.complaint",
    }
    assert not [
        id_ for id_ in ours if "是建议" not in DUTIES[id_].why.zh or "advice" not in DUTIES[id_].why.en
    ]
    assert "五年" in DUTIES["audit.formal"].why.zh
    assert DUTIES["check.yearly"].force is Force.ADVICE


def filled(text: Text) -> Text:
    """A sentence with numbers and a day in their places."""
    return Text(
        *(re.sub(r"{day}", "2026-11-23", re.sub(r"{(?!day)\w+}", "12", one)) for one in (text.zh, text.en))
    )


# --- what the law says of them ------------------------------------------------------------------------

FORCES = {
    Force.STATUTORY: "disposals.stub-period disposals.stubs retention.clearing access.logs cameras.hidden "
    "training.yearly audit.formal audit.large audit.minors staff.training staff.leaver accounts.leaver "
    "partners.contract partners.check partners.returned requests.close-account requests.withdrawal "
    "requests.answer requests.courier-complaint requests.complaint incidents.stop incidents.authority "
    "incidents.postal incidents.people incidents.people-minors inspections.mend",
    Force.ADVICE: "disposals.labels access.review encryption.backup-test incident.yearly-drill check.yearly "
    "content.age staff.agreement staff.agreement-renewal partners.contract-end incidents.close "
    "inspections.deadline inspections.reply checks.open",
}


def test_every_duty_has_the_force_it_has_in_the_law() -> None:
    for force, ids in FORCES.items():
        assert {duty.id for duty in BANK.duties if duty.force is force} == set(ids.split())


CITED = {
    "disposals.stubs": "interim-regulations-express-delivery:35",
    "requests.courier-complaint": "interim-regulations-express-delivery:29",
    "incidents.postal": "interim-regulations-express-delivery:35",
    "requests.close-account": "e-commerce-law:24",
    "audit.formal": "small-processor-simplified-measures:13",
    "audit.minors": "minors-online-protection-regulations:37",
    "access.logs": "cybersecurity-law:23",
    "training.yearly": "personal-information-protection-law:51",
    "partners.check": "personal-information-protection-law:21",
    "incidents.authority": "personal-information-protection-law:57",
    "cameras.hidden": "public-security-video-regulations:8",
}


@pytest.mark.parametrize("duty", CITED)
def test_a_duty_stands_on_the_article_that_says_so(duty: str) -> None:
    first = DUTIES[duty].citations[0]
    assert f"{first.law}:{first.article}" == CITED[duty]


KEPT = {
    "self-audit": (60, "small-processor-simplified-measures:13"),
    "impact-assessment": (36, "personal-information-protection-law:56"),
    "partner-records": (36, "network-data-security-regulations:12"),
    "labour-contract": (24, "labor-contract-law:50"),
}


def test_papers_are_kept_as_long_as_the_law_says() -> None:
    held = {
        id_: (rule.period.months, f"{rule.citations[0].law}:{rule.citations[0].article}")
        for id_, rule in KEEPING.items()
    }
    prescribed_elsewhere = held.pop("stubs")
    assert prescribed_elsewhere == (0, "interim-regulations-express-delivery:35")
    assert held == KEPT
    assert {rule.period.days for rule in BANK.keep_rules} == {0}


SPANS = {
    "disposals.labels": Interval(days=7),
    "access.review": Interval(months=3),
    "access.logs": Interval(months=6),
    "incident.yearly-drill": Interval(months=12),
    "training.yearly": Interval(months=12),
    "check.yearly": Interval(months=12),
    "audit.formal": Interval(months=60),
}


def test_spans_become_months_and_days() -> None:
    rules = {id_: DUTIES[id_].rule for id_ in SPANS}
    assert {id_: rule.every for id_, rule in rules.items() if isinstance(rule, Recurring)} == SPANS


# --- the whole shop -----------------------------------------------------------------------------------


def facts(**profile: Any) -> Facts:
    return Facts(
        {id_: frozenset(held) if isinstance(held, set) else held for id_, held in profile.items()}, {}
    )


def a_year(book: Book, given: Facts, since: date = TODAY, **changes: Any) -> DutyYear:
    parts = {"content_checked_on": BANK.checked_on, "self_checks": (since,)} | changes
    return DutyYear(given, book, BANK.registers, WorkRhythm(), since, **parts)


def due(book: Book, given: Facts, today: date = TODAY, **changes: Any) -> dict[str, DueItem]:
    """Duty id (with that of an entry) → what falls due."""
    return {item.id: item for item in due_items((*BANK.duties, *ENDING), a_year(book, given, **changes))}


def entry(register: str, entered_on: date = TODAY, id_: str = "e", **values: Value) -> Entry:
    return books.entry(register, entered_on, values, id_)


SHOP = facts(kinds={"online_shop"}, team=4, computer=True)
OUTLET = facts(kinds={"courier_outlet"}, team=12, computer=True, courier_licence="licensed")
CLASS = facts(kinds={"training"}, team=4, minors=True)


def test_before_anything_is_done_the_formal_audit_is_due_by_the_end_of_the_year() -> None:
    item = due(Book(), SHOP)["audit.formal"]
    assert date(2026, 12, 1) <= item.due <= date(2026, 12, 31)


def test_after_an_audit_the_next_is_within_five_years() -> None:
    done = books.book([entry("checks", on=TODAY, kind="self_audit")])
    item = due(done, SHOP)["audit.formal"]
    assert date(2031, 8, 1) < item.due <= date(2031, 11, 23)


def test_only_a_large_shop_is_told_to_ask_somebody_who_knows() -> None:
    assert "audit.large" not in due(Book(), SHOP)
    large = due(Book(), facts(kinds={"online_shop"}, people_held="over_100k"))
    assert "audit.large" in large
    assert "audit.formal" not in large


def test_minors_are_audited_and_reported_by_the_end_of_january() -> None:
    assert "audit.minors" not in due(Book(), SHOP)
    assert due(Book(), CLASS)["audit.minors"].due == date(2027, 1, 31)
    done = books.book([entry("checks", on=TODAY, kind="minors_audit")])
    assert due(done, CLASS)["audit.minors"].due == date(2028, 1, 31)


def test_labels_are_destroyed_weekly_and_stubs_only_once_their_period_is_known() -> None:
    before = due(Book(), OUTLET)
    assert (before["disposals.labels"].due - TODAY).days <= 7 + 3
    assert "disposals.stubs" not in before
    assert "disposals.stub-period" in before
    known = due(books.book([entry("periods", what="stubs", months=12)]), OUTLET)
    assert "disposals.stub-period" not in known
    assert (known["disposals.stubs"].due - TODAY).days <= 31 + 7


def test_a_period_without_its_months_is_not_known() -> None:
    half = due(books.book([entry("periods", what="stubs")]), OUTLET)
    assert "disposals.stub-period" in half
    assert "disposals.stubs" not in half


def test_a_shop_without_parcels_has_no_labels_to_destroy() -> None:
    assert not {"disposals.labels", "disposals.stub-period"} & set(due(Book(), CLASS))


def test_what_stays_away_from_the_shop_is_not_asked_of_it() -> None:
    alone = due(Book(), facts(kinds={"other"}, team=1))
    assert set(alone) == {"incident.yearly-drill", "check.yearly", "audit.formal", "content.age"}


def test_old_content_is_spoken_of_after_a_year_and_not_before() -> None:
    checked, said = BANK.checked_on, []
    for ahead in range(380):
        today = checked + timedelta(days=ahead)
        if due(Book(), SHOP, today, since=checked)["content.age"].is_near(today):
            said.append(today)
    assert said[0] == Interval(months=12).after(checked)


# --- entries ------------------------------------------------------------------------------------------


def test_somebody_new_has_to_sign_and_to_be_trained_and_nothing_more() -> None:
    held = due(books.book([entry("staff", name="员工甲")]), SHOP)
    assert {id_ for id_, item in held.items() if item.entry} == {"staff.agreement:e", "staff.training:e"}
    assert held["staff.agreement:e"].due == TODAY


def test_who_joined_long_ago_and_is_entered_today_is_not_years_late() -> None:
    held = due(books.book([entry("staff", name="员工甲", joined=date(2020, 3, 1))]), SHOP)
    assert held["staff.agreement:e"].due == TODAY


def test_a_training_settles_it_for_those_who_were_there() -> None:
    people = [entry("staff", id_=id_, name=id_) for id_ in ("a", "b")]
    held = due(books.book([*people, entry("trainings", on=TODAY, attended=frozenset({"a"}))]), SHOP)
    assert held["staff.training:b"].due == TODAY
    assert held["staff.training:a"].due == date(2027, 11, 23)


def test_a_leaver_brings_the_accounts_to_close_today_and_then_the_contract_to_keep() -> None:
    left = entry("staff", id_="a", name="员工甲", joined=date(2025, 1, 1), left_on=TODAY)
    account = entry("accounts", id_="k", name="客服 1 号", held_by="a")
    held = due(books.book([left, account]), SHOP)
    by_entry = {id_: item.due for id_, item in held.items() if item.entry}
    assert by_entry == {
        "staff.leaver:a": TODAY,
        "accounts.leaver:k": TODAY,
        "keep.labour-contract:a": date(2028, 11, 24),
    }
    closed = [left.with_value("closed_on", TODAY, books.moment(TODAY, 20)), account]
    closed[1] = account.with_value("closed_on", TODAY, books.moment(TODAY, 20))
    after = due(books.book(closed), SHOP)
    assert {id_ for id_, item in after.items() if item.entry} == {"keep.labour-contract:a"}


def test_what_ends_soon_is_spoken_of_a_month_and_a_half_ahead() -> None:
    people = entry("staff", name="员工甲", agreement_on=TODAY, agreement_until=date(2026, 12, 31))
    partner = entry("partners", id_="p", name="打单", kind="order_software", contract_until=date(2027, 1, 7))
    held = due(books.book([people, partner]), SHOP)
    assert held["staff.agreement-renewal:e"].is_near(TODAY)
    assert held["partners.contract-end:p"].is_near(TODAY)
    assert not held["partners.contract-end:p"].is_near(TODAY - timedelta(days=1))


def test_a_partner_has_a_contract_is_looked_at_and_gives_back_what_he_was_entrusted_with() -> None:
    partner = entry("partners", name="打单", kind="order_software", role="entrusted", began_on=TODAY)
    held = due(books.book([partner]), SHOP)
    assert {id_ for id_, item in held.items() if item.entry} == {"partners.contract:e", "partners.check:e"}
    ended = partner.with_value("ended_on", TODAY, books.moment(TODAY, 20))
    held = due(books.book([ended]), SHOP)
    assert {id_: item.due for id_, item in held.items() if item.entry} == {
        "partners.returned:e": TODAY + timedelta(days=7),
        "keep.partner-records:e": date(2029, 11, 24),
    }


REQUESTS = {
    "close_account": ("requests.close-account", 0),
    "withdraw": ("requests.withdrawal", 0),
    "complaint": ("requests.complaint", 7),
    **dict.fromkeys(
        ("see", "copy", "correct", "delete", "restrict", "transfer", "explain"), ("requests.answer", 7)
    ),
}


def test_every_kind_of_request_is_answered_in_its_time() -> None:
    assert set(REQUESTS) == {option.id for option in BANK.registers["requests"].field("kind").options}
    for kind, (duty, days) in REQUESTS.items():
        held = due(books.book([entry("requests", received_on=TODAY, kind=kind)]), SHOP)
        [item] = [item for item in held.values() if item.entry]
        assert (item.duty.id, (item.due - TODAY).days) == (duty, days)


def test_a_complaint_at_a_courier_outlet_has_the_seven_days_of_the_regulations() -> None:
    held = due(books.book([entry("requests", received_on=TODAY, kind="complaint")]), OUTLET)
    assert {id_ for id_, item in held.items() if item.entry} == {"requests.courier-complaint:e"}


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (SHOP, {"incidents.authority:e", "incidents.people:e"}),
        (OUTLET, {"incidents.postal:e", "incidents.people:e"}),
        (CLASS, {"incidents.authority:e", "incidents.people-minors:e"}),
    ],
)
def test_a_leak_is_stopped_and_told_of_at_once(given: Facts, told: set[str]) -> None:
    held = due(books.book([entry("incidents", noticed_on=TODAY)]), given)
    at_once = {id_ for id_, item in held.items() if item.entry and item.due == TODAY}
    assert at_once == told | {"incidents.stop:e"}


def test_while_a_matter_is_open_nothing_it_concerns_is_destroyed() -> None:
    periods = [entry("periods", id_=what, what=what, months=6) for what in ("stubs", "orders")]
    leak = entry("incidents", noticed_on=TODAY, concerns=frozenset({"stubs"}))
    held = due(books.book([*periods, leak]), OUTLET)
    assert held["disposals.stubs"].hold is not None
    assert held["disposals.labels"].hold is None
    everything = due(books.book([*periods, entry("incidents", noticed_on=TODAY)]), OUTLET)
    waiting = {id_ for id_, item in everything.items() if item.hold}
    assert waiting == {"disposals.stubs", "disposals.labels", "retention.clearing"}


def test_an_order_to_correct_is_spoken_of_long_before_its_deadline() -> None:
    unclear = due(books.book([entry("inspections", on=TODAY, kind="order")]), SHOP)
    assert {id_ for id_, item in unclear.items() if item.entry} == {"inspections.deadline:e"}
    order = entry("inspections", on=TODAY, kind="order", deadline=date(2027, 1, 20))
    held = due(books.book([order]), SHOP)
    assert {id_ for id_, item in held.items() if item.entry} == {"inspections.mend:e", "inspections.reply:e"}
    assert held["inspections.mend:e"].is_near(TODAY)


def test_what_a_check_found_and_left_open_is_to_be_mended() -> None:
    open_ = entry("checks", on=TODAY, kind="drill", found="open")
    assert due(books.book([open_]), SHOP)["checks.open:e"].is_near(TODAY)
    mended = open_.with_value("found", "mended", books.moment(TODAY, 20))
    assert "checks.open:e" not in due(books.book([mended]), SHOP)


def test_every_duty_of_an_entry_is_about_the_register_it_is_written_in() -> None:
    assert not [
        duty.id
        for duty in BANK.duties
        if isinstance(duty.rule, PerEntry) and duty.rule.register != duty.register
    ]


# --- every sample shop --------------------------------------------------------------------------------


@cache
def sample_facts(name: str) -> Facts:
    plain = json.loads(resources.read_text(name))
    held = plain["shop"].items()
    profile = {id_: frozenset(value) if isinstance(value, list) else value for id_, value in held}
    return Facts(profile, {id_: one["choice"] for id_, one in plain["answers"].items()})


def an_entry(register: Register, full: bool) -> Entry:
    """An entry of a register with its first option, day and name everywhere, or with what is wanted only."""
    return books.entry(
        register.id,
        TODAY,
        {field.id: a_value(field) for field in register.fields if full or field.required},
        register.id,
    )


def a_value(field: Field) -> Value:
    if field.kind in (FieldKind.CHOICE, FieldKind.MANY):
        first = field.options[0].id
        return first if field.kind is FieldKind.CHOICE else frozenset({first})
    if field.links_to is not None:
        return field.links_to if field.kind is FieldKind.LINK else frozenset({field.links_to})
    if field.kind is FieldKind.COUNT:
        return 12
    return TODAY if field.is_day else "某某"


BOOKS = {
    "empty": Book(),
    "bare": books.book(an_entry(one, full=False) for one in BANK.registers.values()),
    "full": books.book(an_entry(one, full=True) for one in BANK.registers.values()),
}


@pytest.mark.parametrize("held", BOOKS)
@pytest.mark.parametrize("name", SAMPLES)
def test_every_sample_shop_has_its_duties_whatever_its_registers_hold(name: str, held: str) -> None:
    items = due(BOOKS[held], sample_facts(name)).values()
    assert {"check.yearly", "incident.yearly-drill", "content.age"} <= {item.duty.id for item in items}
    for item in items:
        assert item.overdue_days(TODAY) == 0
        assert item.hold is None or item.duty.destroys


@pytest.mark.parametrize("name", SAMPLES)
def test_no_sample_shop_is_asked_for_much_in_a_year(name: str) -> None:
    """What comes round by itself, the weekly labels and cameras included."""
    known = books.book([entry("periods", what="stubs", months=12)])
    applying = {item.duty.id for item in due(known, sample_facts(name)).values()}
    minutes = sum(DUTIES[id_].minutes * times_a_year(DUTIES[id_]) for id_ in applying)
    assert minutes / 12 <= 90


def times_a_year(duty: Duty) -> float:
    rule = duty.rule
    assert isinstance(rule, Recurring)
    if rule.every is None:
        return 1
    return 365 / (rule.every.months * 30.4 + rule.every.days)


def test_what_has_to_be_kept_is_known_of_full_books() -> None:
    kept = {one.rule.id for one in kept_records(BANK.keep_rules, BOOKS["full"], TODAY)}
    assert kept == {"partner-records", "labour-contract"}


# --- suggestions --------------------------------------------------------------------------------------


def said(id_: str, book: Book) -> tuple[str, Choice | None, set[str], set[str]]:
    told = suggest(BANK.suggestions[id_], book, TODAY)
    assert told is not None
    return told.reason.zh, told.choice, set(told.done), set(told.open)


def test_nine_of_twelve_who_signed_suggest_partly_with_the_reason() -> None:
    people = [
        entry("staff", id_=f"s{number}", name="员工", **({"agreement_on": TODAY} if number < 9 else {}))
        for number in range(12)
    ]
    reason, choice, done, open_ = said("agreements", books.book(people))
    assert reason == "登记本里 12 人，3 人还没签"
    assert (choice, done, open_) == (Choice.PARTLY, set(), {"everyone"})


def test_a_contract_noted_does_not_say_what_stands_in_it() -> None:
    signed = entry("partners", name="打单", kind="order_software", contract_on=TODAY)
    assert suggest(BANK.suggestions["software-contracts"], books.book([signed]), TODAY) is None
    unsigned = entry("partners", id_="u", name="收银", kind="till_system")
    assert said("software-contracts", books.book([signed, unsigned]))[3] == {"scope"}


def test_an_assessment_noted_gives_a_reason_and_no_answer() -> None:
    held = books.book([entry("checks", on=TODAY, kind="impact_assessment")])
    assert said("impact-assessments", held) == (
        "登记本里记了 1 次影响评估，最近 2026-11-23",
        None,
        set(),
        set(),
    )


def test_whoever_is_still_here_has_no_account_to_close() -> None:
    here = entry("staff", name="员工甲")
    assert suggest(BANK.suggestions["leavers"], books.book([here]), TODAY) is None


def test_a_suggestion_is_of_every_book_a_sentence_without_gaps_or_nothing() -> None:
    for rule in BANK.suggestions.values():
        for held in BOOKS.values():
            told = suggest(rule, held, TODAY)
            assert told is None or not re.search(r"[{}]", told.reason.zh + told.reason.en)


@pytest.mark.parametrize(
    "group",
    ["staff", "training", "access", "waybill", "audit", "partners", "requests", "incident", "retention"],
)
def test_the_groups_that_registers_know_about_lean_on_them(group: str) -> None:
    assert [question.id for question in BANK.questions if question.group == group and question.suggested_by]
