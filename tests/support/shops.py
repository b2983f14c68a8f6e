"""Answer files on the disk: the samples that ship, and a shop that uses all an answer file can say."""

import json
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import cycle
from pathlib import Path
from typing import Any

from merchant_guard.domain.answers import Answer, Progress, SelfCheck
from merchant_guard.domain.question import Choice, Question
from merchant_guard.domain.shop import (
    BusyTime,
    FieldType,
    ProfileField,
    ProfileValue,
    Shop,
    StaffMember,
    WorkRhythm,
)
from merchant_guard.exchange.answer_file import AnswerFile, read_answer_file
from merchant_guard.exchange.answer_writer import write_answer_file
from merchant_guard.system import resources
from tests.support.real_content import bank

SAMPLES = sorted(resources.path("samples").glob("*.json"))
CHECKED_ON = date(2026, 11, 21)
LAST_YEAR = date(2025, 11, 20)


def full_shop(name: str = "样样都有的店", note: str = "写点什么\n再写一行") -> AnswerFile:
    """A shop that ticks every box of the profile and answers every question, each in another way."""
    questions = bank().questions
    answers = dict(zip((q.id for q in questions), _answers(questions, note), strict=True))
    items = sorted(bank().actions)[:3]
    progress = {
        items[0]: Progress(owner="阿甲", due=date(2026, 12, 1)),
        items[1]: Progress(done_on=date(2026, 11, 22), proof=("收据.png", "照片 2.jpg")),
        items[2]: Progress(),
    }
    first = SelfCheck(LAST_YEAR.replace(year=2024), {questions[0].id: Answer(Choice.NO)})
    before = SelfCheck(LAST_YEAR, {q.id: Answer(Choice.UNSURE, note=note) for q in questions[:5]}, {}, first)
    staff = (StaffMember("阿甲", "owner", date(2020, 2, 29)), StaffMember("阿乙", "packing"))
    rhythm = WorkRhythm(0.5, 7, (BusyTime((11, 1), (11, 15)), BusyTime((12, 20), (2, 29))))
    shop = Shop(name, {field.id: _value(field) for field in bank().profile_form}, staff, rhythm)
    return AnswerFile(shop, SelfCheck(CHECKED_ON, answers, progress, before))


def _answers(questions: tuple[Question, ...], note: str) -> Iterator[Answer]:
    for question, choice in zip(questions, cycle(Choice), strict=False):
        done = frozenset(tick.id for tick in question.ticks[:1]) if choice is Choice.PARTLY else frozenset()
        reason = "我们不做这个" if choice is Choice.NOT_APPLICABLE else ""
        evidence = ("证据.png",) if choice is Choice.YES else ()
        yield Answer(choice, done, note, reason, evidence)


def _value(field: ProfileField) -> ProfileValue:
    match field.type:
        case FieldType.YES_NO:
            return True
        case FieldType.COUNT:
            return 6
        case FieldType.ONE:
            return field.options[-1].id
        case FieldType.MANY:
            return frozenset(option.id for option in field.options)


def write_shop(folder: Path, file: AnswerFile | None = None, name: str = "shop.json") -> Path:
    """Write an answer file into a folder, the full shop's unless another is given."""
    path = folder / name
    path.write_bytes(write_answer_file(file.shop, file.check, bank()) if file else _full_shop_written())
    return path


@cache
def _full_shop_written() -> bytes:
    file = full_shop()
    return write_answer_file(file.shop, file.check, bank())


def write_plain(folder: Path, *, name: str = "plain.json", **parts: Any) -> Path:
    """Write an answer file from JSON values, by default the smallest there can be."""
    plain = {"format": "merchant-guard/self-check", "version": 1, "shop": {"name": "小店"}, "answers": {}}
    path = folder / name
    path.write_text(json.dumps(plain | parts, ensure_ascii=False), encoding="utf-8")
    return path


def read_shop(path: Path) -> AnswerFile:
    return read_answer_file(path.read_bytes(), bank())
