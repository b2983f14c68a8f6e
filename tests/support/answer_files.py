"""Answer files for tests: the example of the schema, and all that a shop could have said to `SMALL_BANK`."""

import json
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from merchant_guard.domain.answers import Answer, Progress, SelfCheck
from merchant_guard.domain.evidence import Evidence, MediaType
from merchant_guard.domain.question import Choice, Question
from merchant_guard.domain.shop import (
    BusyTime,
    FieldType,
    ProfileField,
    ProfileValue,
    Shop,
    StaffMember,
    WorkRhythm,
    is_blank,
)
from merchant_guard.domain.text import Text
from merchant_guard.domain.wording import QuestionWords, Wording
from merchant_guard.exchange.answer_file import AnswerFile
from merchant_guard.exchange.answer_schema import open_schema, plan_item_ids
from tests.support.small_bank import SMALL_BANK

Plain = dict[str, Any]

CODES_OF_REGISTERS = ("not_a_moment", "not_an_entry_id", "no_such_entry", "no_log_there", "twice")
"""What is told of registers only, as `test_registers_in_files` shows."""
CODES_OF_KEPT_FILES = ("not_a_kept_file", "answered")
"""What is told of kept files only, as `services/test_import_zip` shows."""

SMALLEST: Mapping[str, Any] = {
    "format": "merchant-guard/self-check",
    "version": 1,
    "shop": {},
    "answers": {},
}
WORDING: Mapping[str, Any] = {
    "score": 58,
    "groups": {"access": {"zh": "账号和密码", "en": "Accounts and passwords"}},
    "questions": {
        "access.own-accounts": {
            "group": "access",
            "title": {"zh": "各用各的账号吗？", "en": "Has everybody an account?"},
            "notes": {"no": {"zh": "大家共用", "en": "Shared"}},
            "ticks": {"one-each": {"zh": "一人一个", "en": "One each"}},
        }
    },
    "actions": {"access.close-leavers": {"zh": "停掉离职的账号", "en": "Close leavers’ accounts"}},
}
FILE_ID = "abcdefghijklmnopqrstuvwxyz"
FULL: Mapping[str, Any] = {
    "format": "merchant-guard/self-check",
    "version": 1,
    "shop": {
        "name": "小满女装",
        "kinds": ["online_shop", "beauty"],
        "team": 4,
        "computer": True,
        "members": False,
        "people_held": "from_10k",
    },
    "staff": [
        {"name": "小满", "role": "owner", "joined": "2024-02-29"},
        {"name": "阿青", "role": "packing"},
    ],
    "schedule": {"hours_per_week": 0.5, "quiet_day": 7, "busy": ["11-01/11-15", "12-20/02-29"]},
    "checked_on": "2026-11-21",
    "answers": {
        "access.own-accounts": {
            "choice": "partly",
            "done": ["one-each", "leavers"],
            "note": "主账号还有两个人知道\n\t下周改",
            "evidence": ["子账号名单.png"],
        },
        "marketing.never-sell": {"choice": "not_applicable", "reason": "只做批发，没有顾客资料"},
    },
    "plan": {
        "access.guard-main-account": {
            "owner": "小满",
            "due": "2026-11-24",
            "done_on": "2026-11-22",
            "proof": ["绑定手机.png"],
        },
        "access.close-leavers": {
            "due": "2026-12-01",
            "reason": "他还没回店",
            "interim": "先改了密码",
            "proposed": "2026-11-28",
        },
    },
    "finished_on": "2026-11-22",
    "waiting": {"access.screen-lock": ["锁屏.png", FILE_ID]},
    "wording": WORDING,
    "files": [
        {
            "id": FILE_ID,
            "kind": "image/png",
            "name": "锁屏.png",
            "sha256": "0" * 64,
            "size": 4096,
            "kept_at": "2026-11-30T01:15:00+00:00",
        }
    ],
    "previous": {
        "checked_on": "2025-11-18",
        "finished_on": "2025-11-18",
        "waiting": {"access.screen-lock": ["去年的锁屏.png"]},
        "profile": {"kinds": ["online_shop"], "team": 3, "computer": False, "people_held": "from_10k"},
        "answers": {"access.own-accounts": {"choice": "no"}},
        "plan": {"access.close-leavers": {"done_on": "2025-12-01"}},
        "wording": WORDING,
        "previous": {"answers": {"access.screen-lock": {"choice": "unsure"}}, "plan": {}},
    },
}


def file_with(path: str, value: Any, start: Mapping[str, Any] = FULL) -> Plain:
    """A copy of a file with one value put in; the path's parts stand between spaces, numbers count from 0."""
    plain: Any = deepcopy(dict(start))
    *way, last = [int(part) if part.isdigit() else part for part in path.split()]
    here = plain
    for part in way:
        here = here[part]
    here[last] = value
    return plain  # type: ignore[no-any-return]


def file_without(path: str) -> Plain:
    """A copy of the full file with one key taken out."""
    *way, last = path.split()
    plain = here = deepcopy(dict(FULL))
    for part in way:
        here = here[int(part) if part.isdigit() else part]
    del here[last]
    return plain


def as_bytes(plain: Any) -> bytes:
    """JSON as a program might write it; halves of characters survive as escapes."""
    return json.dumps(plain).encode("ascii")


def schema_example() -> Plain:
    """The whole file shown in the schema."""
    example: Plain = open_schema()["examples"][0]
    return example


def _month_day(day: date) -> tuple[int, int]:
    return day.month, day.day


def _values_of(field: ProfileField) -> st.SearchStrategy[ProfileValue]:
    options = st.sampled_from([option.id for option in field.options]) if field.options else st.nothing()
    match field.type:
        case FieldType.YES_NO:
            return st.booleans()
        case FieldType.COUNT:
            return st.integers(1, 100_000)
        case FieldType.ONE:
            return options
        case FieldType.MANY:
            return st.frozensets(options)


CHARACTERS = st.characters(exclude_categories=("Cc", "Cs"), include_characters="\n\t")
DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
MAYBE_DAYS = st.none() | DAYS
PEOPLE = st.text(CHARACTERS, min_size=1, max_size=50)
REFERENCES = st.lists(st.text(CHARACTERS, min_size=1, max_size=20), max_size=3).map(tuple)
BUSY_TIMES = st.builds(
    lambda first, length: BusyTime(_month_day(first), _month_day(first + timedelta(length))),
    st.dates(date(2024, 1, 1), date(2024, 12, 31)),
    st.integers(0, 60),
)
RHYTHMS = st.builds(
    WorkRhythm,
    hours_per_week=st.one_of(st.sampled_from([0.5, 1.0, 2.0]), st.floats(0.5, 40)),
    quiet_day=st.integers(1, 7),
    busy=st.lists(BUSY_TIMES, max_size=3).map(tuple),
)
STAFF = st.builds(StaffMember, PEOPLE, st.sampled_from(sorted(SMALL_BANK.roles)), MAYBE_DAYS)
PROFILES = st.fixed_dictionaries({}, optional={one.id: _values_of(one) for one in SMALL_BANK.profile_form})
SHOPS = st.builds(
    Shop,
    name=st.text(CHARACTERS, max_size=100).filter(lambda name: not is_blank(name)),
    profile=PROFILES,
    staff=st.lists(STAFF, max_size=3).map(tuple),
    rhythm=RHYTHMS,
)
REMARKS = st.text(CHARACTERS, max_size=30)
PROGRESS = st.builds(
    Progress,
    st.none() | PEOPLE,
    MAYBE_DAYS,
    MAYBE_DAYS,
    REFERENCES,
    reason=REMARKS,
    interim=REMARKS,
    proposed=MAYBE_DAYS,
)


def _answers_to(question: Question) -> st.SearchStrategy[Answer]:
    """Any answer; 不适用 comes with a reason, which some questions want."""
    notes = st.text(CHARACTERS, max_size=30)
    return st.builds(
        Answer,
        choice=st.sampled_from(list(Choice)),
        done=st.frozensets(st.sampled_from([tick.id for tick in question.ticks])),
        note=notes,
        reason=notes.map(lambda reason: reason + "因为"),
        evidence=REFERENCES,
    )


WORDS = st.builds(Text, st.text(CHARACTERS, max_size=30), st.text(CHARACTERS, max_size=30))
OLD_IDS = st.sampled_from([*SMALL_BANK.by_id, "gone.since-2024", "gone.long-ago"])
WORDS_BY_ID = st.dictionaries(OLD_IDS, WORDS, max_size=3)
WORDINGS = st.builds(
    Wording,
    questions=st.dictionaries(
        OLD_IDS,
        st.builds(
            QuestionWords,
            group=OLD_IDS,
            title=WORDS,
            notes=st.dictionaries(st.sampled_from(Choice), WORDS),
            ticks=WORDS_BY_ID,
        ),
        max_size=3,
    ),
    groups=WORDS_BY_ID,
    actions=WORDS_BY_ID,
    score=st.none() | st.integers(0, 100),
)
"""Any words, also of questions that there are no more."""


def _checks(previous: st.SearchStrategy[SelfCheck | None]) -> st.SearchStrategy[SelfCheck]:
    return st.builds(
        SelfCheck,
        checked_on=MAYBE_DAYS,
        answers=st.fixed_dictionaries({}, optional={q.id: _answers_to(q) for q in SMALL_BANK.questions}),
        progress=st.dictionaries(st.sampled_from(plan_item_ids(SMALL_BANK)), PROGRESS, max_size=3),
        previous=previous,
        profile=st.none() | PROFILES,
        wording=st.none() | WORDINGS,
        finished_on=MAYBE_DAYS,
        waiting=st.dictionaries(st.sampled_from(sorted(SMALL_BANK.by_id)), REFERENCES, max_size=2),
    ).map(_without_answered)


def _without_answered(check: SelfCheck) -> SelfCheck:
    """What waits for an answer has none."""
    waiting = {id_: held for id_, held in check.waiting.items() if held and id_ not in check.answers}
    return replace(check, waiting=waiting)


def _file(shop: Shop, check: SelfCheck, files: list[Evidence]) -> AnswerFile:
    """The profile of the latest check is the shop’s."""
    in_order = tuple(sorted(files, key=lambda one: one.id))
    return AnswerFile(shop, replace(check, profile=shop.profile), files=in_order)


FILE_IDS = st.text("abcdefghijklmnopqrstuvwxyz234567", min_size=26, max_size=26)
KEPT_FILES = st.builds(
    Evidence,
    FILE_IDS,
    st.sampled_from(MediaType),
    st.text(CHARACTERS, max_size=100),
    st.text("0123456789abcdef", min_size=64, max_size=64),
    st.integers(1, 20 * 1024 * 1024),
    st.dates(date(1901, 1, 1), date(2198, 1, 1)).map(
        lambda day: datetime(day.year, day.month, day.day, 9, 15, 30, tzinfo=UTC)
    ),
)
ANSWER_FILES = st.builds(
    _file,
    SHOPS,
    _checks(st.none() | _checks(st.none())),
    st.lists(KEPT_FILES, max_size=2, unique_by=lambda one: one.id),
)
