"""Three years of a shop, day by day: check, plan worked off, duties done, next check, comparison."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from merchant_guard.domain.answers import Answer, Progress
from merchant_guard.domain.comparison import Change
from merchant_guard.domain.duties import DutyKind
from merchant_guard.domain.question import Choice, Question
from merchant_guard.domain.registers.book import DutyRecord, Outcome
from merchant_guard.services.begin_next_year import begin_next_check, may_begin_next
from merchant_guard.services.keep_book import BookKeeper
from merchant_guard.services.keep_check import CheckKeeper, open_latest
from merchant_guard.services.old_years import list_years
from merchant_guard.services.open_check import OpenCheck
from merchant_guard.services.what_is_due import what_is_due
from merchant_guard.services.workspace import Workspace, open_workspace
from tests.support.checks import Answering, always, begun, finished

FIRST = date(2026, 11, 23)
LAST = date(2029, 12, 1)
PROFILE = {"kinds": frozenset({"street_shop"}), "team": 1, "computer": True, "members": True}
SLIPS = "access.computer-password"
"""What is let go again in every second year."""
SMALL_THINGS = (DutyKind.SELF_CHECK, DutyKind.CONTENT)


@dataclass
class Life:
    """A shop that does what it is told on the day it is due."""

    workspace: Workspace
    check: OpenCheck
    days: list[date] = field(default_factory=list)
    overdue: list[str] = field(default_factory=list)

    def live(self, day: date) -> None:
        """Do everything that is due, and the self-check again when its day has come."""
        self._work_off(day)
        self._settle(day)
        if any(one.duty.kind is DutyKind.SELF_CHECK and one.due <= day for one in self.check.due):
            self._check_again(day)

    def _work_off(self, day: date) -> None:
        for item in self.check.plan(day).open_items:
            if item.due <= day and not item.remedy.is_inquiry:
                self.overdue += [item.id] if item.due < day else []
                done = replace(self.check.progress.get(item.id, Progress()), done_on=day)
                self.check = self.check.with_progress(item.id, done)
                CheckKeeper(self.workspace).save_progress(self.check, item.id)

    def _settle(self, day: date) -> None:
        for item in self.check.due:
            if item.due <= day and item.duty.kind not in SMALL_THINGS:
                moment = datetime.combine(day, time(9), UTC)
                record = DutyRecord(item.duty.id, None, item.due, Outcome.DONE, day, moment)
                self.check = self.check.with_book(self.check.book.with_record(record))
                BookKeeper(self.workspace, self.check.shop_id).save_record(record)

    def _check_again(self, day: date) -> None:
        known = {one.id for one in self.check.due}
        self.check = begin_next_check(self.workspace, self.check, day)
        assert {one.id for one in self.check.due} == known, "no duty waits for a profile to be confirmed"
        assert self.check.plan(day).items == ()
        self.check = finished(self.workspace, self.check, {}, self._mended(), day)
        self.days.append(day)

    def _mended(self) -> Answering:
        """做到了 where everything was done that the question asks for; otherwise as last year."""
        before = self.check.previous
        assert before is not None
        done = {id_ for id_, known in before.progress.items() if known.done_on}

        def answering(question: Question) -> Answer:
            if question.id == SLIPS:
                was = before.answers[question.id].choice
                return Answer(Choice.NO if was is Choice.YES else Choice.YES)
            if done.issuperset(question.actions):
                return Answer(Choice.YES)
            return before.answers.get(question.id, Answer(Choice.NO))

        return answering


def days() -> Iterator[date]:
    day = FIRST
    while day <= LAST:
        yield day
        day += timedelta(days=1)


@pytest.fixture(scope="module")
def life(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Life]:
    """The shop after three years; the store is closed and opened again at every new year."""
    folder: Path = tmp_path_factory.mktemp("life") / "data"
    with open_workspace(folder) as opened:
        opened.database.rows("PRAGMA synchronous = OFF")
        check = finished(opened, begun(opened, {}, FIRST), PROFILE, always(Choice.NO), FIRST)
        shop = Life(opened, check)
        for day in days():
            shop.live(day)
            if (day.month, day.day) == (1, 1):
                found = open_latest(opened)
                assert found == shop.check
        yield shop


def test_a_check_falls_due_once_a_year_and_is_begun_in_its_week(life: Life) -> None:
    assert len(life.days) == 3
    before = [FIRST, *life.days]
    for earlier, later in zip(before, life.days, strict=False):
        assert timedelta(days=358) <= later - earlier <= timedelta(days=380)


def test_nothing_was_ever_late(life: Life) -> None:
    assert life.overdue == []
    assert [one for one in what_is_due(life.check, LAST) if one.overdue_days and one.is_counted] == []


def test_every_year_is_better_and_what_slipped_is_told(life: Life) -> None:
    check = life.check
    scores = [one.score for one in reversed(list_years(life.workspace, check.shop_id))]
    assert scores[0] is None or scores[0] == 0
    comparison = check.comparison
    assert comparison is not None
    assert comparison.score_told == scores[-1]
    assert [one.question.id for one in (*comparison.better, *comparison.worse)] == [SLIPS]
    assert {one.change for one in comparison.questions} <= {Change.SAME, Change.BETTER, Change.WORSE}


def test_the_years_stand_in_a_row_with_what_was_done_in_each(life: Life) -> None:
    years = list_years(life.workspace, life.check.shop_id)
    assert [one.checked_on for one in years] == [*reversed(life.days[:-1]), FIRST]
    first = years[-1]
    assert {one.choice for one in first.questions} == {Choice.NO}
    assert first.done
    for year, until in zip(reversed(years), life.days, strict=True):
        assert all(year.checked_on <= task.done_on <= until for task in year.done if year.checked_on)


def test_the_next_check_may_begin_whenever_the_last_is_finished(life: Life) -> None:
    assert may_begin_next(life.check, LAST)
    assert not may_begin_next(life.check, FIRST)
