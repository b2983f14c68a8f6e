"""The answer file: one shop's self-check as JSON, read with every fault named (`answer_writer` writes it).

`resources/schema/answer-file.schema.json` documents the format for other programs.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from merchant_guard.domain.answers import Answer, Progress, SelfCheck
from merchant_guard.domain.errors import InputError, Problem, problem
from merchant_guard.domain.evidence import Evidence
from merchant_guard.domain.question import Choice
from merchant_guard.domain.question_bank import QuestionBank
from merchant_guard.domain.registers.book import Book
from merchant_guard.domain.sheet import lay_out, needs_reason
from merchant_guard.domain.shop import BusyTime, ProfileValue, Shop, StaffMember, WorkRhythm, is_blank
from merchant_guard.domain.wording import Wording
from merchant_guard.domain.workdays import quiet_days
from merchant_guard.exchange.answer_problems import shape_problems
from merchant_guard.exchange.answer_schema import FORMAT, VERSION, retired_ids, schema_for
from merchant_guard.exchange.answer_writer import write_answer_file
from merchant_guard.exchange.book_reader import read_book
from merchant_guard.exchange.incoming_file import LARGEST_ANSWER_FILE, read_file, within
from merchant_guard.exchange.json_text import parse_json
from merchant_guard.exchange.kept_files import read_kept_files
from merchant_guard.exchange.place import place_of, shown

__all__ = ["AnswerFile", "read_answer_file", "read_file", "write_answer_file"]

LONGEST_WORDING = 4 * 1024 * 1024
"""Characters of the words of one self-check as JSON; those of all questions there are take a hundredth."""

_A_MONDAY = date(2024, 1, 1)
_NOT_YET = Answer(Choice.UNSURE)

Plain = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class AnswerFile:
    """What an answer file holds: the shop, its self-check with those before it, and its registers.

    `duties_since` is the day from which duties fall due, where the file knows it; `files` tells of those that
    lie beside it in a zip.
    """

    shop: Shop
    check: SelfCheck
    book: Book = field(default_factory=Book)
    duties_since: date | None = None
    files: tuple[Evidence, ...] = ()


def read_answer_file(data: bytes, bank: QuestionBank) -> AnswerFile:
    """Read an answer file.

    Raises InputError for anything that is not a whole and sensible answer file; it names all that is wrong
    (the first hundred), each with its place and the nearest valid id.
    """
    tree = parse_json(within(data, LARGEST_ANSWER_FILE))
    _refuse_other_formats(tree)
    if problems := shape_problems(tree, schema_for(bank, retired_ids(tree))):
        raise InputError(problems)
    shop, registers = _shop(tree), tree.get("registers", {})
    book, since = read_book(registers, bank.registers), _day(registers, "since")
    files = read_kept_files(tree.get("files", ()))
    read = AnswerFile(shop, replace(_check(tree), profile=shop.profile), book, since, files)
    blank = (problem("shop.blank_name"),) if is_blank(shop.name) else ()
    wrong = (*_bare_refusals(read, bank), *_always_busy(read.shop.rhythm), *_beyond_schema(read.check))
    if problems := [*blank, *wrong]:
        raise InputError(problems)
    return read


def _refuse_other_formats(tree: Any) -> None:
    """What another program or a newer version wrote is told in one sentence, not as a hundred faults."""
    if not isinstance(tree, dict) or tree.get("format") != FORMAT:
        raise InputError(problem("answer_file.other_format", format=FORMAT))
    version = tree.get("version")
    if isinstance(version, int) and version > VERSION:
        raise InputError(problem("answer_file.newer", version=shown(version)))


def _bare_refusals(read: AnswerFile, bank: QuestionBank) -> Iterator[Problem]:
    """不适用 without a reason, where this shop is asked about something forbidden."""
    sheet = lay_out(bank, read.shop, read.check.answers)
    for question in sheet.questions:
        answer = read.check.answers.get(question.id, _NOT_YET)
        bare = answer.choice is Choice.NOT_APPLICABLE and not answer.reason.strip()
        if bare and needs_reason(question, sheet.facts):
            yield problem("answer_file.needs_reason", place=place_of(("answers", question.id)))


def _beyond_schema(check: SelfCheck | None, *way: str) -> Iterator[Problem]:
    """What the schema cannot say of a check and those before it.

    Evidence that waits for an answer where there is one would take the place of that of the answer; and the
    words of one check are bounded as a whole.
    """
    if check is None:
        return
    place = place_of((*way, "waiting"))
    answered = (id_ for id_ in check.waiting if id_ in check.answers)
    yield from (problem("answer_file.answered", place=place, value=id_) for id_ in answered)
    length = len(json.dumps(check.wording.plain(), ensure_ascii=False)) if check.wording else 0
    if length > LONGEST_WORDING:
        place = place_of((*way, "wording"))
        yield problem("answer_file.too_long", place=place, length=length, limit=LONGEST_WORDING)
    yield from _beyond_schema(check.previous, *way, "previous")


def _always_busy(rhythm: WorkRhythm) -> tuple[Problem, ...]:
    try:
        next(quiet_days(rhythm, _A_MONDAY))
    except InputError as error:
        return error.problems
    return ()


def _shop(tree: Plain) -> Shop:
    return Shop(
        name=tree["shop"].get("name", ""),
        profile=_profile({key: value for key, value in tree["shop"].items() if key != "name"}),
        staff=tuple(
            StaffMember(member["name"], member["role"], _day(member, "joined"))
            for member in tree.get("staff", ())
        ),
        rhythm=_rhythm(tree.get("schedule", {})),
        details=dict(tree.get("details", {})),
    )


def _profile(plain: Plain) -> dict[str, ProfileValue]:
    return {key: _profile_value(value) for key, value in plain.items()}


def _profile_value(value: Any) -> ProfileValue:
    match value:
        case list():
            return frozenset(value)
        case bool() | str():
            return value
        case _:
            return int(value)  # JSON may write the count 4 as 4.0


def _rhythm(plain: Plain) -> WorkRhythm:
    usual = WorkRhythm()
    return WorkRhythm(
        hours_per_week=float(plain.get("hours_per_week", usual.hours_per_week)),
        quiet_day=int(plain.get("quiet_day", usual.quiet_day)),
        busy=tuple(_busy_time(written) for written in plain.get("busy", ())),
    )


def _busy_time(written: str) -> BusyTime:
    """Read MM-DD/MM-DD."""
    return BusyTime((int(written[0:2]), int(written[3:5])), (int(written[6:8]), int(written[9:11])))


def _check(plain: Plain) -> SelfCheck:
    return SelfCheck(
        checked_on=_day(plain, "checked_on"),
        answers={id_: _answer(one) for id_, one in plain.get("answers", {}).items()},
        progress={id_: _progress(one) for id_, one in plain.get("plan", {}).items()},
        previous=_check(plain["previous"]) if "previous" in plain else None,
        profile=_profile(plain["profile"]) if "profile" in plain else None,
        wording=Wording.of(plain["wording"]) if "wording" in plain else None,
        finished_on=_day(plain, "finished_on"),
        waiting={id_: tuple(held) for id_, held in plain.get("waiting", {}).items()},
    )


def _answer(plain: Plain) -> Answer:
    return Answer(
        choice=Choice(plain["choice"]),
        done=frozenset(plain.get("done", ())),
        note=plain.get("note", ""),
        reason=plain.get("reason", ""),
        evidence=tuple(plain.get("evidence", ())),
    )


def _progress(plain: Plain) -> Progress:
    return Progress(
        owner=plain.get("owner"),
        due=_day(plain, "due"),
        done_on=_day(plain, "done_on"),
        proof=tuple(plain.get("proof", ())),
        reason=plain.get("reason", ""),
        interim=plain.get("interim", ""),
        proposed=_day(plain, "proposed"),
    )


def _day(plain: Plain, key: str) -> date | None:
    return date.fromisoformat(plain[key]) if key in plain else None
