"""The answer file written: nothing is lost, and equal self-checks give equal bytes."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, TypeVar

from merchant_guard.domain.answers import Answer, Progress, SelfCheck
from merchant_guard.domain.evidence import Evidence
from merchant_guard.domain.question_bank import QuestionBank
from merchant_guard.domain.registers.book import Book
from merchant_guard.domain.shop import BusyTime, Profile, ProfileValue, Shop, StaffMember, WorkRhythm
from merchant_guard.exchange.answer_schema import FORMAT, VERSION
from merchant_guard.exchange.book_writer import plain_book

Plain = dict[str, Any]
Value = TypeVar("Value")


def write_answer_file(  # noqa: PLR0913 (what an answer file says)
    shop: Shop,
    check: SelfCheck,
    bank: QuestionBank | None = None,
    book: Book | None = None,
    duties_since: date | None = None,
    *,
    files: Iterable[Evidence] = (),
) -> bytes:
    """Write a self-check, with the shop's registers, as JSON: UTF-8, Chinese as it is, two spaces of indent.

    With a bank everything stands in its order, without one in the order of the ids. `files` are those that
    lie beside it in a zip.
    """
    order = _Order(bank)
    plain = {
        "format": FORMAT,
        "version": VERSION,
        "shop": {"name": shop.name, **_profile(shop.profile, order)},
        "staff": [_staff_member(member) for member in shop.staff],
        "schedule": _schedule(shop.rhythm),
        **({"details": dict(shop.details)} if shop.details else {}),
        **_check(check, order),
    }
    if registers := plain_book(book or Book(), duties_since):
        plain["registers"] = registers
    if beside := [_kept_file(one) for one in sorted(files, key=lambda one: one.id)]:
        plain["files"] = beside
    return (json.dumps(plain, ensure_ascii=False, indent=2, allow_nan=False) + "\n").encode("utf-8")


class _Order:
    """The order of the bank, where there is one; ids it does not know come last, by the alphabet."""

    def __init__(self, bank: QuestionBank | None) -> None:
        self.fields = tuple(bank.fields) if bank else ()
        self.questions = tuple(bank.by_id) if bank else ()
        self.options = {
            field.id: tuple(option.id for option in field.options)
            for field in (bank.profile_form if bank else ())
        }
        self.ticks = {
            question.id: tuple(tick.id for tick in question.ticks)
            for question in (bank.questions if bank else ())
        }


def _sorted(ids: Iterable[str], order: tuple[str, ...]) -> list[str]:
    place = {id_: number for number, id_ in enumerate(order)}
    return sorted(ids, key=lambda id_: (place.get(id_, len(order)), id_))


def _in_order(values: Mapping[str, Value], order: tuple[str, ...]) -> list[tuple[str, Value]]:
    return [(id_, values[id_]) for id_ in _sorted(values, order)]


def _profile(profile: Profile, order: _Order) -> Plain:
    def plain(id_: str, value: ProfileValue) -> Any:
        return _sorted(value, order.options.get(id_, ())) if isinstance(value, frozenset) else value

    return {id_: plain(id_, value) for id_, value in _in_order(profile, order.fields)}


def _staff_member(member: StaffMember) -> Plain:
    return {"name": member.name, "role": member.role, **_without_empty({"joined": _day(member.joined)})}


def _schedule(rhythm: WorkRhythm) -> Plain:
    hours = rhythm.hours_per_week
    return {
        "hours_per_week": int(hours) if hours == int(hours) else hours,
        "quiet_day": rhythm.quiet_day,
        "busy": [_busy_time(busy) for busy in rhythm.busy],
    }


def _busy_time(busy: BusyTime) -> str:
    return "{:02}-{:02}/{:02}-{:02}".format(*busy.start, *busy.end)


def _check(check: SelfCheck, order: _Order) -> Plain:
    days = {"checked_on": _day(check.checked_on), "finished_on": _day(check.finished_on)}
    plain: Plain = _without_empty(days)
    plain["answers"] = {
        id_: _answer(answer, order.ticks.get(id_, ()))
        for id_, answer in _in_order(check.answers, order.questions)
    }
    plain["plan"] = {id_: _progress(progress) for id_, progress in _in_order(check.progress, ())}
    if check.waiting:
        plain["waiting"] = {id_: list(held) for id_, held in _in_order(check.waiting, order.questions)}
    if check.wording is not None:
        plain["wording"] = check.wording.plain()
    if check.previous is not None:
        plain["previous"] = _earlier(check.previous, order)
    return plain


def _earlier(check: SelfCheck, order: _Order) -> Plain:
    """A check of an earlier year with its own profile; that of the latest one stands under `shop`."""
    profile = {} if check.profile is None else {"profile": _profile(check.profile, order)}
    return {**profile, **_check(check, order)}


def _answer(answer: Answer, ticks: tuple[str, ...]) -> Plain:
    return _without_empty(
        {
            "choice": answer.choice.value,
            "done": _sorted(answer.done, ticks),
            "note": answer.note,
            "reason": answer.reason,
            "evidence": list(answer.evidence),
        }
    )


def _progress(progress: Progress) -> Plain:
    return _without_empty(
        {
            "owner": progress.owner,
            "due": _day(progress.due),
            "done_on": _day(progress.done_on),
            "proof": list(progress.proof),
            "reason": progress.reason,
            "interim": progress.interim,
            "proposed": _day(progress.proposed),
        }
    )


def _kept_file(evidence: Evidence) -> Plain:
    return {
        "id": evidence.id,
        "kind": evidence.media_type.value,
        "name": evidence.name,
        "sha256": evidence.sha256,
        "size": evidence.size,
        "kept_at": evidence.imported_at.isoformat(timespec="seconds"),
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _without_empty(plain: Plain) -> Plain:
    return {key: value for key, value in plain.items() if value not in (None, "", [])}
