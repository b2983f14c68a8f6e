import pytest
from hypothesis import given

from merchant_guard.domain.audit_form import TickState
from merchant_guard.domain.question import RedLine
from merchant_guard.domain.sheet import AnswerSheet, asked_profile, gravest, needs_reason
from tests.support import banks
from tests.support.banks import answer, question, tick
from tests.support.strategies import World, worlds


def shown(sheet: AnswerSheet) -> list[str]:
    return [one.id for one in sheet.questions]


CHAIN = banks.bank(
    question("access.computer", applies_when={"computer": True}),
    question("access.lock", applies_when={"answers": {"access.computer": ["yes", "partly"]}}),
    question("access.door", applies_when={"answers": {"access.lock": ["no"]}}),
)


@pytest.mark.parametrize(
    ("computer", "given", "wanted"),
    [
        (None, {}, []),
        (False, {"access.computer": "yes"}, []),
        (True, {}, ["access.computer"]),
        (True, {"access.computer": "no", "access.lock": "no"}, ["access.computer"]),
        (True, {"access.computer": "yes", "access.lock": "yes"}, ["access.computer", "access.lock"]),
        (
            True,
            {"access.computer": "yes", "access.lock": "no"},
            ["access.computer", "access.lock", "access.door"],
        ),
    ],
)
def test_a_question_shows_when_the_profile_and_the_answers_before_it_say_so(
    computer: bool | None, given: dict[str, str], wanted: list[str]
) -> None:
    profile = {} if computer is None else {"computer": computer}
    assert shown(banks.sheet_of(CHAIN, given, profile)) == wanted


def test_the_answer_of_a_hidden_question_shows_nothing_further() -> None:
    """access.lock is hidden, so that access.door hangs on nothing although lock was once answered no."""
    sheet = banks.sheet_of(
        CHAIN, {"access.computer": "no", "access.lock": "no", "access.door": "no"}, {"computer": True}
    )
    assert shown(sheet) == ["access.computer"]
    assert set(sheet.answers) == {"access.computer"}
    assert set(sheet.facts.choices) == {"access.computer"}


def test_a_profile_field_that_is_not_asked_counts_nowhere() -> None:
    made_up = banks.bank(
        question("staff.minors", tick("one"), tick("two", applies_when={"helpers": ["minor"]})),
        question("staff.agreements", applies_when={"helpers": ["minor", "part_time"]}),
    )
    helpers = {"helpers": frozenset({"minor"})}
    assert shown(banks.sheet_of(made_up, {}, {"team": 2} | helpers)) == ["staff.minors", "staff.agreements"]
    alone = banks.sheet_of(made_up, {}, {"team": 1} | helpers)
    assert shown(alone) == ["staff.minors"]
    assert [one.id for one in alone.ticks(made_up.by_id["staff.minors"])] == ["one"]
    assert asked_profile(made_up, {"team": 1} | helpers) == {"team": 1}


def test_a_field_hidden_by_a_hidden_field_counts_nowhere() -> None:
    fields = (
        banks.field("computer"),
        banks.field("online", asked_when={"computer": True}),
        banks.field("exports", asked_when={"online": True}),
    )
    made_up = banks.bank(question("access.lock", applies_when={"exports": True}), fields=fields)
    everything = {"computer": True, "online": True, "exports": True}
    assert asked_profile(made_up, everything) == everything
    assert asked_profile(made_up, everything | {"computer": False}) == {"computer": False}


@pytest.mark.parametrize(
    ("given", "states", "missing"),
    [
        (None, ["unknown", "unknown"], []),
        ("unsure", ["unknown", "unknown"], []),
        ("not_applicable", ["not_applicable", "not_applicable"], []),
        ("yes", ["done", "done"], []),
        ("no", ["missing", "missing"], ["one", "two"]),
        (answer("no", "one"), ["missing", "missing"], ["one", "two"]),
        ("partly", ["missing", "missing"], ["one", "two"]),
        (answer("partly", "two"), ["missing", "done"], ["one"]),
        (answer("partly", "one", "two"), ["done", "done"], []),
    ],
)
def test_an_answer_says_of_every_tick_how_it_stands(
    given: object, states: list[str], missing: list[str]
) -> None:
    made_up = banks.bank(question("access.lock", tick("one"), tick("two")))
    sheet = banks.sheet_of(made_up, {"access.lock": given} if given else {})
    asked = made_up.questions[0]
    assert [sheet.state(asked, one) for one in asked.ticks] == [TickState(state) for state in states]
    assert [one.id for one in sheet.missing_ticks(asked)] == missing


FOR_CLASSES = banks.bank(
    question("access.lock", tick("one"), tick("two", applies_when={"kinds": ["class"]})),
    question("access.door", applies_when={"answers": {"access.lock": ["yes"]}}),
)


@pytest.mark.parametrize(
    ("kinds", "choice", "follow_up"), [({"shop"}, "yes", True), ({"class"}, "partly", False)]
)
def test_partly_with_every_tick_that_fits_marked_is_read_as_done(
    kinds: set[str], choice: str, follow_up: bool
) -> None:
    sheet = banks.sheet_of(FOR_CLASSES, {"access.lock": answer("partly", "one")}, {"kinds": kinds})
    assert sheet.answers["access.lock"].choice == choice
    assert ("access.door" in shown(sheet)) is follow_up


@pytest.mark.parametrize(
    ("question_line", "tick_line", "kinds", "reason", "counts"),
    [
        ("none", "none", {"class"}, "", True),
        ("today", "today", {"class"}, "", True),
        ("forbidden", "none", {"class"}, "", False),
        ("forbidden", "none", {"class"}, " \n", False),
        ("forbidden", "none", {"class"}, "我们不碰面单", True),
        ("none", "forbidden", {"class"}, "", False),
        ("none", "forbidden", {"class"}, "没有更衣室", True),
        ("none", "forbidden", {"shop"}, "", True),
    ],
)
def test_a_forbidden_question_is_not_waved_away_without_a_reason(
    question_line: str, tick_line: str, kinds: set[str], reason: str, counts: bool
) -> None:
    made_up = banks.bank(
        question(
            "marketing.sell",
            tick("one"),
            tick("two", red_line=tick_line, applies_when={"kinds": ["class"]}),
            red_line=question_line,
        )
    )
    waved_away = {"marketing.sell": answer("not_applicable", reason=reason)}
    sheet = banks.sheet_of(made_up, waved_away, {"kinds": kinds})
    assert shown(sheet) == ["marketing.sell"]
    assert ("marketing.sell" in sheet.answers) is counts
    if not reason.strip():
        assert needs_reason(made_up.questions[0], sheet.facts) is not counts


@pytest.mark.parametrize(
    ("own", "of_ticks", "wanted"),
    [
        ("none", ["none", "none"], "none"),
        ("none", ["today", "none"], "today"),
        ("today", ["none", "none"], "today"),
        ("today", ["none", "forbidden"], "forbidden"),
        ("forbidden", ["today", "today"], "forbidden"),
    ],
)
def test_the_gravest_red_line_of_question_and_ticks_counts(
    own: str, of_ticks: list[str], wanted: str
) -> None:
    ticks = [tick(f"t{number}", red_line=line) for number, line in enumerate(of_ticks)]
    asked = banks.bank(question("access.lock", *ticks, red_line=own)).questions[0]
    assert gravest(asked, asked.ticks) is RedLine(wanted)
    assert gravest(asked, ()) is RedLine(own)


@given(worlds())
def test_leaving_out_hidden_answers_and_fields_changes_nothing(world: World) -> None:
    sheet = world.sheet
    kept = {id_: world.answers[id_] for id_ in sheet.answers}
    again = World(world.bank, banks.shop(sheet.facts.profile), kept).sheet
    assert again.questions == sheet.questions
    assert again.answers == sheet.answers
    assert again.facts == sheet.facts
