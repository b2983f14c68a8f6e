"""Shops with everything a store keeps of them, files and all, made up wildly within what a file may say."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from typing import Any

from hypothesis import strategies as st

from merchant_guard.domain.answers import Answer, Progress, SelfCheck
from merchant_guard.domain.evidence import Evidence, MediaType
from merchant_guard.domain.question import Choice
from merchant_guard.domain.registers.book import Book, DutyRecord, HoldRelease, Outcome
from merchant_guard.domain.registers.entry import Entry, Struck, Written
from merchant_guard.domain.registers.log_line import LogLine
from merchant_guard.domain.shop import Shop
from merchant_guard.exchange.answer_file import AnswerFile
from merchant_guard.services.import_shop import import_shop
from merchant_guard.services.workspace import Workspace
from tests.support import evidence_files
from tests.support.answer_files import CHARACTERS, REMARKS, RHYTHMS, WORDINGS
from tests.support.real_content import bank

TODAY = date(2026, 11, 30)


def _kept(letter: str, media_type: MediaType, name: str, data: bytes) -> tuple[Evidence, bytes]:
    moment = datetime(2026, 11, 20, 9, 15, tzinfo=UTC)
    return Evidence(letter * 26, media_type, name, sha256(data).hexdigest(), len(data), moment), data


POOL = {
    evidence.id: (evidence, data)
    for evidence, data in (
        _kept("a", MediaType.JPEG, "子账号名单.jpg", evidence_files.JPEG),
        _kept("b", MediaType.PNG, "锁屏 2.png", evidence_files.PNG),
        _kept("c", MediaType.WEBP, "IMG_20261120_091500.webp", evidence_files.WEBP),
        _kept("d", MediaType.PDF, "协议.pdf", evidence_files.pdf()),
    )
}
"""Files of every kind by their ids."""

REFERENCES = st.lists(
    st.sampled_from([*POOL, *POOL, "z" * 26, "照片 在手机里.png"]), max_size=3, unique=True
).map(tuple)
MOMENTS = st.datetimes(datetime(2024, 1, 1), datetime(2026, 11, 20)).map(  # noqa: DTZ001 (made so below)
    lambda moment: moment.replace(microsecond=0, tzinfo=UTC)
)
DAYS = st.dates(date(2024, 1, 1), date(2026, 11, 20))
ENTRY_IDS = st.text("abcdefghijklmnopqrstuvwxyz234567", min_size=16, max_size=16)
TEXTS = st.text(CHARACTERS, min_size=1, max_size=12)


@dataclass(frozen=True)
class KeptShop:
    """A shop as a file tells of it, with the bytes of the files it keeps."""

    file: AnswerFile
    files: dict[str, tuple[Evidence, bytes]]

    def take_in(self, workspace: Workspace) -> str:
        """Let a store hold it; return its id there."""
        for evidence, data in self.files.values():
            workspace.attachments.save(evidence, data)
        return import_shop(workspace, self.file, TODAY).shop_id


def references_of(file: AnswerFile) -> Iterator[str]:
    """Everything a file names as proof."""
    check: SelfCheck | None = file.check
    while check:
        yield from (one for answer in check.answers.values() for one in answer.evidence)
        yield from (one for progress in check.progress.values() for one in progress.proof)
        yield from (one for held in check.waiting.values() for one in held)
        check = check.previous
    yield from (one for held in file.book.evidence.values() for one in held)


@st.composite
def _checks(draw: st.DrawFn, day: date | None, previous: SelfCheck | None) -> SelfCheck:
    questions = draw(st.lists(st.sampled_from(bank().questions), max_size=4, unique_by=lambda one: one.id))
    answers = {
        one.id: Answer(
            draw(st.sampled_from(Choice)),
            draw(st.frozensets(st.sampled_from([tick.id for tick in one.ticks]))),
            draw(REMARKS),
            draw(REMARKS) + "因为",
            draw(REFERENCES),
        )
        for one in questions[:3]
    }
    waiting = {one.id: held for one in questions[3:] if (held := draw(REFERENCES))}
    items = draw(st.lists(st.sampled_from(sorted(bank().actions)), max_size=2, unique=True))
    progress = {
        item: Progress(
            draw(st.none() | TEXTS),
            draw(st.none() | DAYS),
            draw(st.none() | DAYS),
            draw(REFERENCES),
            draw(REMARKS),
            draw(REMARKS),
            draw(st.none() | DAYS),
        )
        for item in items
    }
    finished_on = draw(st.none() | DAYS)
    wording = draw(st.none() | WORDINGS)
    return SelfCheck(
        day, answers, progress, previous, draw(PROFILES), wording, finished_on=finished_on, waiting=waiting
    )


PROFILES = st.sampled_from([{}, {"team": 4, "computer": True}, {"computer": False}])


@st.composite
def _chains(draw: st.DrawFn) -> SelfCheck:
    days = sorted(draw(st.lists(DAYS, min_size=1, max_size=3)))
    check: SelfCheck | None = None
    for number, day in enumerate(days):
        is_undated = number == 0 and len(days) > 1 and draw(st.booleans())
        check = draw(_checks(None if is_undated else day, check))
    assert check
    return check


def _entry(draw: st.DrawFn, entry_id: str, values: dict[str, Any]) -> Entry:
    """What is written in a field once, and in some a correction long after."""
    at = draw(MOMENTS)
    later = at + timedelta(hours=draw(st.integers(1, 99)))
    written = {
        field: (Written(value, at), *([Written(None, later)] if draw(st.booleans()) else []))
        for field, value in values.items()
    }
    struck = Struck(later, draw(TEXTS)) if draw(st.booleans()) else None
    return Entry(entry_id, draw(st.sampled_from(["accounts", "disposals"])), at, written, struck)


@st.composite
def _books(draw: st.DrawFn) -> Book:
    ids = draw(st.lists(ENTRY_IDS, min_size=1, max_size=4, unique=True))
    incident, *others = ids
    at = draw(MOMENTS)
    noticed = {"noticed_on": (Written(at.date(), at),), "people": (Written(12, at),)}
    entries = {incident: Entry(incident, "incidents", at, noticed)}
    for entry_id in others:
        entries[entry_id] = replace(
            _entry(draw, entry_id, {"name": draw(TEXTS), "opened_on": draw(DAYS)}), register="accounts"
        )
    tick = sorted(bank().incident.tick_ids)[0]
    lines = st.builds(LogLine, TEXTS, MOMENTS, MOMENTS) | st.builds(
        LogLine, TEXTS, MOMENTS, MOMENTS, st.just(tick), st.booleans()
    )
    records = st.builds(
        DutyRecord,
        st.sampled_from(sorted(duty.id for duty in bank().duties)),
        st.none() | st.sampled_from(ids),
        DAYS,
        st.sampled_from(Outcome),
        DAYS,
        MOMENTS,
        REMARKS.map(lambda reason: reason + "因为"),
    )
    logs = draw(st.lists(lines, max_size=3, unique=True))
    released = HoldRelease(incident, draw(DAYS), draw(TEXTS), draw(TEXTS), draw(MOMENTS))
    return Book(
        entries,
        tuple(draw(st.lists(records, max_size=2, unique=True))),
        {incident: released} if draw(st.booleans()) else {},
        {entry_id: held for entry_id in ids if (held := draw(REFERENCES))},
        {incident: tuple(logs)} if logs else {},
    )


@st.composite
def kept_shops(draw: st.DrawFn) -> KeptShop:
    """A shop of up to three years with registers, of whose files some may lie elsewhere."""
    check = draw(_chains())
    shop = Shop(draw(TEXTS) + "店", check.profile or {}, rhythm=draw(RHYTHMS))
    file = AnswerFile(shop, check, draw(_books()), draw(DAYS))
    named = set(references_of(file))
    return KeptShop(file, {id_: one for id_, one in POOL.items() if id_ in named})
