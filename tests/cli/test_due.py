"""`due`: what falls due in the shops of this computer, for people and for other programs."""

import json
import re
from datetime import date
from typing import Any

import pytest

from merchant_guard.domain.duties import DutyKind
from tests.support.command_line import run, shell
from tests.support.shops import SAMPLES

COURIER = next(path for path in SAMPLES if "courier" in path.name)
IMPORTED = "2026-11-30"
CHINESE = re.compile("[\u4e00-\u9fff]")


@pytest.fixture
def imported() -> None:
    """The courier outlet, taken in on a day."""
    assert run("import", COURIER, "--date", IMPORTED).code == 0


def due(day: str, *words: str) -> list[dict[str, Any]]:
    said = run("due", "--date", day, "--json", *words)
    assert (said.code, said.err) == (0, "")
    found: list[dict[str, Any]] = json.loads(said.out)
    return found


def test_an_empty_store_has_nothing_due() -> None:
    assert due(IMPORTED) == []
    said = run("due", "--date", IMPORTED)
    assert (said.code, said.err) == (0, "")
    assert said.out


@pytest.mark.usefixtures("imported")
def test_duties_begin_with_the_import_and_stand_by_their_day() -> None:
    found = due(IMPORTED)
    assert {"id", "kind", "title", "due", "overdue_days", "register"} <= set(found[0])
    days = [one["due"] for one in found]
    assert days == sorted(days)
    assert {one["kind"] for one in found} <= {kind.value for kind in DutyKind}
    assert {"destruction", "find_out", "self_check", "audit"} <= {one["kind"] for one in found}


@pytest.mark.usefixtures("imported")
def test_what_is_not_done_is_overdue_by_the_day_asked_about() -> None:
    for one in due("2027-02-15"):
        assert one["overdue_days"] == max(0, (date(2027, 2, 15) - date.fromisoformat(one["due"])).days)


@pytest.mark.usefixtures("imported")
def test_a_person_sees_what_is_near_in_their_language() -> None:
    chinese = run("due", "--date", "2026-12-08")
    english = run("--lang", "en", "due", "--date", "2026-12-08")
    assert (chinese.code, english.code) == (0, 0)
    without_names = re.sub(r"\(.*?\)", "", english.out)  # people are called what they are called
    assert CHINESE.search(chinese.out) and not CHINESE.search(without_names)
    assert len(chinese.out.splitlines()) == len(english.out.splitlines()) > 1
    titles = [one["title"] for one in due("2026-12-08", "--lang", "en")]
    assert not any(CHINESE.search(title) for title in titles)


@pytest.mark.usefixtures("imported")
def test_it_is_the_same_in_a_process_of_its_own() -> None:
    said = shell("due", "--date", IMPORTED, "--json")
    assert said.code == 0
    assert json.loads(said.out) == due(IMPORTED)
