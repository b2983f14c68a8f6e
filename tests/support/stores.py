"""Stores of shops made up wildly, and what a test wants to know of a refused one."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import strategies as st

from merchant_guard.domain.answers import Answer, Progress, SelfCheck
from merchant_guard.domain.errors import MerchantGuardError, SystemProblemError
from merchant_guard.domain.question import Choice
from merchant_guard.domain.shop import BusyTime, Shop, StaffMember, WorkRhythm
from merchant_guard.localization.sentences import sentence
from merchant_guard.storage.connection import Connection
from merchant_guard.storage.migrations import MIGRATIONS

WILD = st.text(max_size=20)
"""Anything a keyboard, a paste or a file may bring: quotes, line ends, NUL, emoji, right-to-left marks."""
IDS = st.one_of(st.sampled_from(["access.own-accounts", "staff.agreement", "gone.since-2024"]), WILD)
DAYS = st.none() | st.dates()
REFERENCES = st.lists(WILD, max_size=3).map(tuple)

_MONTH_DAY = st.tuples(st.integers(1, 12), st.integers(1, 31))
RHYTHMS = st.builds(
    WorkRhythm,
    hours_per_week=st.floats(0.25, 40),
    quiet_day=st.integers(1, 7),
    busy=st.lists(st.builds(BusyTime, _MONTH_DAY, _MONTH_DAY), max_size=3).map(tuple),
)
PROFILES = st.dictionaries(
    IDS, st.one_of(st.booleans(), st.integers(), WILD, st.frozensets(WILD, max_size=4)), max_size=6
)
SHOPS = st.builds(
    Shop,
    name=WILD,
    profile=PROFILES,
    staff=st.lists(st.builds(StaffMember, WILD, WILD, DAYS), max_size=4).map(tuple),
    rhythm=RHYTHMS,
)
ANSWERS = st.builds(
    Answer,
    st.sampled_from(Choice),
    st.frozensets(WILD, max_size=4),
    note=WILD,
    reason=WILD,
    evidence=REFERENCES,
)
PROGRESS = st.builds(
    Progress,
    owner=st.none() | WILD,
    due=DAYS,
    done_on=DAYS,
    proof=REFERENCES,
    reason=WILD,
    interim=WILD,
    proposed=DAYS,
)
SELF_CHECKS = st.builds(
    SelfCheck,
    checked_on=DAYS,
    answers=st.dictionaries(IDS, ANSWERS, max_size=5),
    progress=st.dictionaries(IDS, PROGRESS, max_size=5),
)


def add_remark(connection: Connection) -> None:
    """A migration of a later year."""
    connection.execute("CREATE TABLE remark (words TEXT NOT NULL) STRICT")
    connection.execute("INSERT INTO remark VALUES ('later')")


LATER = (*MIGRATIONS, add_remark)
"""The migrations of an app that is one version newer."""


@contextmanager
def refused(code: str, kind: type[MerchantGuardError] = SystemProblemError) -> Iterator[None]:
    """What happens inside is refused with this code, and there is a sentence for it."""
    with pytest.raises(kind) as caught:
        yield
    (problem,) = caught.value.problems
    assert problem.code == code
    assert sentence("en", problem.code, problem.params)


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder; SQLite's shared index, which tells nothing, left out."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".db-shm")
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}
