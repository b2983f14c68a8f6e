"""Who must be told, for which shop and which incident; what there is to do in each step."""

from datetime import date
from typing import Any

import pytest

from merchant_guard.domain.applicability import Facts
from merchant_guard.domain.incident import Standing
from merchant_guard.domain.registers.entry import Entry
from merchant_guard.domain.shop import Profile
from tests.support.books import entry
from tests.support.real_content import bank

GUIDE = bank().incident
DAY = date(2026, 11, 30)
ONLINE: Profile = {"kinds": frozenset({"online_shop"}), "computer": True, "platforms": frozenset({"taobao"})}
STREET: Profile = {"kinds": frozenset({"street_shop"})}
COURIER: Profile = {"kinds": frozenset({"courier_outlet"}), "computer": True}
PICKUP: Profile = {"kinds": frozenset({"pickup_point"})}
CLASS: Profile = {"kinds": frozenset({"training"}), "minors": True}
UNDER_14: Profile = {"kinds": frozenset({"photo_studio"}), "holds": frozenset({"under_14"})}

NOW, IF, SPARED, ADVISED = Standing.NOW, Standing.IF_FOUND, Standing.SPARED, Standing.ADVISED


def incident(**values: Any) -> Entry:
    return entry("incidents", DAY, values)


def told(profile: Profile, *found: str, **values: Any) -> dict[str, Standing]:
    listed = GUIDE.who_is_told(Facts(profile, {}), incident(**values), frozenset(found))
    return {one.telling.id.removeprefix("tell-"): one.standing for one in listed}


TABLE = {
    "a street shop": (STREET, (), {"authority": NOW, "people": NOW, "police": IF}),
    "a shop on a platform": (
        ONLINE,
        (),
        {"authority": NOW, "people": NOW, "police": IF, "platform": ADVISED},
    ),
    "harm averted spares the people, never the authority": (
        STREET,
        ("averted",),
        {"authority": NOW, "people": SPARED, "police": IF},
    ),
    "a crime is reported": (STREET, ("crime",), {"authority": NOW, "people": NOW, "police": NOW}),
    "an outlet tells the postal authority first": (
        COURIER,
        (),
        {"postal": NOW, "authority": NOW, "people": NOW, "police": IF},
    ),
    "so does a pick-up point": (
        PICKUP,
        (),
        {"postal": NOW, "authority": NOW, "people": NOW, "police": IF},
    ),
    "an outlet that averted the harm": (
        COURIER,
        ("averted",),
        {"postal": NOW, "authority": NOW, "people": SPARED, "police": IF},
    ),
    "a class tells child and guardian": (
        CLASS,
        (),
        {"authority": NOW, "people": NOW, "guardians": NOW, "police": IF},
    ),
    "and these are told even where harm is averted": (
        CLASS,
        ("averted",),
        {"authority": NOW, "people": SPARED, "guardians": NOW, "police": IF},
    ),
    "whoever holds data of under-14s": (
        UNDER_14,
        (),
        {"authority": NOW, "people": NOW, "guardians": NOW, "police": IF},
    ),
    "any shop that finds minors among them": (
        STREET,
        ("minors",),
        {"authority": NOW, "people": NOW, "guardians": NOW, "police": IF},
    ),
}


@pytest.mark.parametrize(("profile", "found", "wanted"), TABLE.values(), ids=TABLE)
def test_who_is_told(profile: Profile, found: tuple[str, ...], wanted: dict[str, Standing]) -> None:
    assert told(profile, *found) == wanted
    assert list(told(profile, *found)) == list(wanted), "in the order in which it is urgent"


@pytest.mark.parametrize(
    "kind", [option.id for option in bank().registers["incidents"].field("kind").options]
)
@pytest.mark.parametrize("profile", [ONLINE, STREET, COURIER, PICKUP, CLASS, {}])
def test_the_authority_is_told_whatever_happened_to_whomever(profile: Profile, kind: str) -> None:
    everything = [tick.id for step in GUIDE.steps for tick in step.ticks]
    assert told(profile, kind=kind)["authority"] is NOW
    assert told(profile, *everything, kind=kind)["authority"] is NOW


def test_the_numbers_that_are_the_same_everywhere() -> None:
    calls = {one.id: [call.number for call in one.calls if call.number] for one in GUIDE.tellings}
    assert calls == {
        "tell-postal": ["12345"],
        "tell-authority": ["12387", "12345"],
        "tell-people": [],
        "tell-guardians": [],
        "tell-police": ["110"],
        "tell-platform": [],
    }


def test_the_hotline_for_network_incidents_is_not_for_labels_on_paper() -> None:
    def numbers(kind: str) -> list[str | None]:
        listed = GUIDE.who_is_told(Facts(STREET, {}), incident(kind=kind), frozenset())
        return [call.number for one in listed if one.telling.id == "tell-authority" for call in one.calls]

    assert "12387" in numbers("malware")
    assert "12387" not in numbers("labels_out")


def test_every_telling_of_the_law_names_the_article_that_demands_it() -> None:
    cited = {one.id: {f"{c.law}:{c.article}" for c in one.citations} for one in GUIDE.tellings}
    assert "personal-information-protection-law:57" in cited["tell-authority"] & cited["tell-people"]
    assert "interim-regulations-express-delivery:35" in cited["tell-postal"]
    assert "minors-online-protection-regulations:35" in cited["tell-guardians"]
    assert "small-processor-simplified-measures:16" in cited["tell-police"]


def test_every_telling_but_the_platform_has_its_paper() -> None:
    assert [one.id for one in GUIDE.tellings if not one.papers] == ["tell-platform"]


# --- steps ------------------------------------------------------------------------------------------------


def ticks(step: str, profile: Profile, *ticked: str, **values: Any) -> list[str]:
    found = next(one for one in GUIDE.steps if one.id == step)
    return [one.id for one in GUIDE.ticks(found, Facts(profile, {}), incident(**values), frozenset(ticked))]


def test_the_four_steps() -> None:
    assert [step.title.zh for step in GUIDE.steps] == ["先止损", "记下来", "判断", "通知"]


def test_what_stops_the_loss_depends_on_the_incident() -> None:
    assert ticks("stop", STREET) == ["passwords", "take-back", "stopped"]
    assert ticks("stop", ONLINE, kind="labels_out") == ["labels-back", "stopped"]
    assert ticks("stop", ONLINE, kind="lost_device") == ["lock-device", "passwords", "stopped"]
    assert "unplug" in ticks("stop", ONLINE, kind="malware")
    assert "pause-code" in ticks("stop", COURIER)


def test_what_is_ticked_shows_even_where_it_would_not_be_asked_any_more() -> None:
    assert ticks("stop", STREET, "take-back", kind="labels_out") == ["take-back", "labels-back", "stopped"]


def test_a_step_is_done_without_its_findings_and_without_whoever_is_spared() -> None:
    judge, tell = GUIDE.steps[2], GUIDE.steps[3]
    facts, one = Facts(STREET, {}), incident()
    assert GUIDE.open_in(judge, facts, one, frozenset()) == ("weighed",)
    assert GUIDE.open_in(judge, facts, one, frozenset({"weighed"})) == ()
    assert GUIDE.open_in(tell, facts, one, frozenset()) == ("tell-authority", "tell-people")
    assert GUIDE.open_in(tell, facts, one, frozenset({"averted", "tell-authority"})) == ()
    assert GUIDE.open_in(tell, facts, one, frozenset({"averted", "crime", "tell-authority"})) == (
        "tell-police",
    )


def test_nothing_is_asked_about_how_staff_took_data_even_after_a_correction() -> None:
    took = incident(kind="staff_took")
    assert GUIDE.is_silent(took)
    later = took.with_value("kind", "other", took.entered_at.replace(hour=20))
    assert later.said("kind") == "other" and GUIDE.is_silent(later)
    assert not GUIDE.is_silent(incident(kind="malware"))
    assert "不要在这里写经过" in GUIDE.silence.zh


def test_a_line_knows_its_step_and_its_field() -> None:
    assert GUIDE.step_of("tell-police") is GUIDE.steps[3]
    assert GUIDE.step_of("pictures") is GUIDE.steps[1]
    assert GUIDE.step_of("gone") is None
    fields = {tick: GUIDE.field_of(tick) for tick in sorted(GUIDE.tick_ids) if GUIDE.field_of(tick)}
    assert fields == {
        "stopped": "stopped_on",
        "tell-authority": "authority_on",
        "tell-people": "people_on",
        "tell-police": "police_on",
        "tell-postal": "postal_on",
    }
    with pytest.raises(KeyError):
        GUIDE.title_of("gone")
