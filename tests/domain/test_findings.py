from typing import Any

import pytest
from hypothesis import given

from merchant_guard.domain.audit_form import TickState
from merchant_guard.domain.findings import Verdict, assess
from merchant_guard.domain.question import Choice, RedLine
from tests.support import banks
from tests.support.banks import answer, question, tick
from tests.support.strategies import World, worlds


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        (None, None),
        ("yes", None),
        ("unsure", None),
        ("not_applicable", None),
        ("no", ["one", "two"]),
        ("partly", ["one", "two"]),
        (answer("partly", "one"), ["two"]),
        (answer("partly", "one", "two"), None),
    ],
)
def test_only_what_is_missing_is_a_finding(given: Any, missing: list[str] | None) -> None:
    made_up = banks.bank(question("access.lock"))
    findings = assess(banks.sheet_of(made_up, {"access.lock": given} if given else {})).findings
    assert [[one.id for one in finding.missing] for finding in findings] == ([missing] if missing else [])


def test_the_actions_of_a_finding_are_those_of_its_missing_ticks_each_once() -> None:
    made_up = banks.bank(
        question(
            "access.lock",
            tick("a", action="access.set-lock"),
            tick("b", action="access.write-rule"),
            tick("c", action="access.set-lock"),
            tick("d", action="access.teach"),
        )
    )
    (finding,) = assess(banks.sheet_of(made_up, {"access.lock": answer("partly", "d")})).findings
    assert finding.actions == ("access.set-lock", "access.write-rule")
    assert finding.choice is Choice.PARTLY


def test_a_red_line_on_a_tick_is_the_findings_only_while_that_tick_is_missing() -> None:
    made_up = banks.bank(question("access.lock", tick("one"), tick("two", red_line="today")))
    open_line, closed_line = (
        assess(banks.sheet_of(made_up, {"access.lock": answer("partly", done)})).findings[0]
        for done in ("one", "two")
    )
    assert open_line.red_line is RedLine.TODAY
    assert open_line.red_line_of(open_line.missing[0]) is RedLine.TODAY
    assert closed_line.red_line is RedLine.NONE
    assert closed_line.red_line_of(closed_line.missing[0]) is RedLine.NONE


def test_a_red_line_on_a_question_is_that_of_all_its_ticks() -> None:
    made_up = banks.bank(
        question("access.lock", tick("one"), tick("two", red_line="forbidden"), red_line="today")
    )
    (finding,) = assess(banks.sheet_of(made_up, {"access.lock": "no"})).findings
    assert finding.red_line is RedLine.FORBIDDEN
    assert [finding.red_line_of(one) for one in finding.missing] == [RedLine.TODAY, RedLine.FORBIDDEN]


def test_nothing_written_about_a_crime_is_carried_on() -> None:
    made_up = banks.bank(
        question("marketing.sell", crime=True, red_line="forbidden"), question("marketing.sms")
    )
    given = {
        "marketing.sell": answer("no", note="卖给了谁"),
        "marketing.sms": answer("no", note="月底改"),
    }
    notes = {finding.question.id: finding.note for finding in assess(banks.sheet_of(made_up, given)).findings}
    assert notes == {"marketing.sell": "", "marketing.sms": "月底改"}


def test_findings_stand_worst_first_and_among_equals_in_the_order_of_the_rail() -> None:
    made_up = banks.bank(
        question("access.low", impact=1, likelihood=2),
        question("access.severe", impact=4, likelihood=4),
        question("access.severe-but-less", impact=4, likelihood=3),
        question("access.twin-a", impact=2, likelihood=3),
        question("access.twin-b", impact=2, likelihood=3),
        question("access.today", impact=1, likelihood=2, red_line="today"),
        question("access.forbidden", tick("one"), tick("two", red_line="forbidden"), impact=1, likelihood=2),
    )
    findings = assess(banks.sheet_of(made_up, {asked.id: "no" for asked in made_up.questions})).findings
    assert [finding.question.id.partition(".")[2] for finding in findings] == [
        "forbidden", "today", "severe", "severe-but-less", "twin-a", "twin-b", "low",
    ]  # fmt: skip
    assert [finding.risk for finding in findings][:3] == ["low", "low", "severe"]


def test_what_is_unsure_is_to_be_found_out_worst_first_and_red_lines_today() -> None:
    made_up = banks.bank(
        question("access.plain", impact=1, likelihood=2),
        question("access.severe", impact=4, likelihood=4),
        question("access.today", red_line="today"),
        question("access.forbidden", tick("one"), tick("two", red_line="forbidden")),
        question(
            "access.others", tick("one"), tick("two", red_line="forbidden", applies_when={"kinds": ["class"]})
        ),
    )
    assessment = assess(banks.sheet_of(made_up, {asked.id: "unsure" for asked in made_up.questions}))
    assert assessment.findings == ()
    found = [(one.question.id.partition(".")[2], one.is_urgent) for one in assessment.find_outs]
    assert found == [
        ("forbidden", True), ("today", True), ("severe", False), ("others", False), ("plain", False),
    ]  # fmt: skip


# Seven questions of 12 points; `today` and `forbidden` carry 1 point each, 86 in all.
LADDER = banks.bank(
    *(question(f"access.q{number}", impact=4, likelihood=4) for number in range(7)),
    question("access.today", red_line="today", impact=1, likelihood=2),
    question("access.forbidden", red_line="forbidden", impact=1, likelihood=2),
)
PLAIN = [f"access.q{number}" for number in range(7)]


def plain(*choices: tuple[str, int]) -> dict[str, Any]:
    """So many of each choice for the seven plain questions."""
    flat = [choice for choice, count in choices for _ in range(count)]
    return dict(zip(PLAIN, flat, strict=False))


KEPT = {"access.today": "yes", "access.forbidden": "yes"}


@pytest.mark.parametrize(
    ("given", "verdict", "shown"),
    [
        (plain(("yes", 7)) | KEPT, "mostly_done", 100),
        (plain(("yes", 6), ("no", 1)) | KEPT, "mostly_done", 86),  # 74 / 86
        (plain(("yes", 5), ("no", 2)) | KEPT, "half_done", 72),
        (plain(("yes", 4), ("partly", 1), ("no", 2)) | KEPT, "half_done", 65),
        (plain(("yes", 4), ("no", 3)) | KEPT, "much_to_do", 58),
        (plain(("no", 7)) | KEPT, "much_to_do", 2),
        (plain(("yes", 3)) | KEPT, "too_early", None),
        ({}, "too_early", None),
        # A forbidden line comes before everything, also too early, and takes the score's place.
        (plain(("yes", 7)) | KEPT | {"access.forbidden": "no"}, "stop_first", None),
        (plain(("yes", 7)) | KEPT | {"access.forbidden": answer("partly", "one")}, "stop_first", None),
        ({"access.forbidden": "no"}, "stop_first", None),
        (plain(("yes", 7)) | {"access.today": "no", "access.forbidden": "no"}, "stop_first", None),
        # A line for today caps the verdict; the score stays.
        (plain(("yes", 7)) | KEPT | {"access.today": "no"}, "red_lines_open", 99),
        ({"access.today": "partly"}, "red_lines_open", None),
        (plain(("no", 7)) | KEPT | {"access.today": "no"}, "red_lines_open", 1),
        # A line nobody is sure of, has not answered or waves away keeps from 基本做到.
        (plain(("yes", 7)) | KEPT | {"access.today": "unsure"}, "red_lines_unclear", 99),
        (plain(("yes", 7)) | KEPT | {"access.forbidden": "unsure"}, "red_lines_unclear", 99),
        (plain(("yes", 7)) | {"access.today": "yes"}, "red_lines_unclear", 99),
        (plain(("yes", 7)) | KEPT | {"access.forbidden": "not_applicable"}, "red_lines_unclear", 99),
        (
            plain(("yes", 7)) | KEPT | {"access.forbidden": answer("not_applicable", reason="没有")},
            "mostly_done",
            100,
        ),
        (plain(("no", 7)) | {"access.today": "unsure", "access.forbidden": "unsure"}, "much_to_do", 0),
        # Not sure of an ordinary measure is only a point not taken.
        (plain(("yes", 6), ("unsure", 1)) | KEPT, "mostly_done", 86),
    ],
)
def test_the_verdict_climbs_down_the_ladder(given: dict[str, Any], verdict: str, shown: int | None) -> None:
    assessment = assess(banks.sheet_of(LADDER, given))
    assert assessment.verdict is Verdict(verdict)
    assert assessment.shown_score == shown


@pytest.mark.parametrize(
    ("done", "verdict"),
    [
        (100, "mostly_done"),
        (85, "mostly_done"),
        (84, "half_done"),
        (60, "half_done"),
        (59, "much_to_do"),
        (0, "much_to_do"),
    ],
)
def test_without_red_lines_the_verdict_follows_the_score(done: int, verdict: str) -> None:
    hundred = banks.bank(*(question(f"access.q{number}") for number in range(100)))
    given = {asked.id: "yes" if place < done else "no" for place, asked in enumerate(hundred.questions)}
    assessment = assess(banks.sheet_of(hundred, given))
    assert assessment.shown_score == done
    assert assessment.verdict == verdict


def test_the_result_counts_its_red_lines() -> None:
    assessment = assess(
        banks.sheet_of(
            LADDER, plain(("no", 3)) | {"access.today": "no", "access.forbidden": "not_applicable"}
        )
    )
    assert assessment.open_red_lines == 1
    assert assessment.unclear_red_lines == 1


@given(worlds())
def test_a_hidden_question_counts_nowhere(world: World) -> None:
    sheet = world.sheet
    shown = {asked.id for asked in sheet.questions}
    assessment = assess(sheet)
    counted = {
        *(one.question for one in assessment.points),
        *(finding.question.id for finding in assessment.findings),
        *(one.question.id for one in assessment.find_outs),
        *(id_ for item in assessment.audit for id_ in item.questions),
    }
    assert counted <= shown
    forgotten = {id_: given for id_, given in world.answers.items() if id_ in shown}
    assert assess(World(world.bank, world.shop, forgotten).sheet) == assessment


@given(worlds())
def test_every_measure_is_done_or_missing_or_unknown_or_put_aside_and_only_missing_ones_are_found(
    world: World,
) -> None:
    sheet = world.sheet
    assessment = assess(sheet)
    found = {(finding.question.id, one.id) for finding in assessment.findings for one in finding.missing}
    missing = {
        (asked.id, one.id)
        for asked in sheet.questions
        for one in sheet.ticks(asked)
        if sheet.state(asked, one) is TickState.MISSING
    }
    assert found == missing
    assert len(assessment.findings) == len({finding.question.id for finding in assessment.findings})
    to_ask = {one.question.id for one in assessment.find_outs}
    assert to_ask == {id_ for id_, given in sheet.answers.items() if given.choice is Choice.UNSURE}


@given(worlds())
def test_nothing_is_mostly_done_while_a_red_line_is_open_or_unclear(world: World) -> None:
    assessment = assess(world.sheet)
    if assessment.verdict in (Verdict.MOSTLY_DONE, Verdict.HALF_DONE):
        assert assessment.open_red_lines == assessment.unclear_red_lines == 0
    assert (assessment.verdict is Verdict.STOP_FIRST) == any(
        finding.red_line is RedLine.FORBIDDEN for finding in assessment.findings
    )
