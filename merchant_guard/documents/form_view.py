"""What the templates in `papers/` get: the shop, its profile, registers and answers, in plain Chinese words.

Papers are signed and hung up in China, so they are in Chinese whatever language the window speaks.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from typing import Any

from merchant_guard.documents.check_view import check_view
from merchant_guard.documents.citations import cite_all
from merchant_guard.documents.incident_view import incident_view
from merchant_guard.documents.paper_source import PaperSource
from merchant_guard.documents.register_view import RegisterWords
from merchant_guard.documents.rehearsal_view import rehearsal_view
from merchant_guard.documents.year_view import year_view
from merchant_guard.domain.audit_form import TickState
from merchant_guard.domain.paper_form import PaperForm
from merchant_guard.domain.registers.entry import Entry
from merchant_guard.domain.shop import OWNER, FieldType
from merchant_guard.localization import Language

LANGUAGE: Language = "zh"
_EMPTY: Mapping[FieldType, object] = {
    FieldType.YES_NO: False,
    FieldType.ONE: "",
    FieldType.MANY: frozenset(),
    FieldType.COUNT: 0,
}


def form_view(
    form: PaperForm, source: PaperSource, enclosed: Callable[..., str] | None = None
) -> dict[str, Any]:
    """Everything a paper may say; what nobody knows is empty, and is printed as a blank to write in.

    `enclosed("inventory")` puts a paper into a folder and says on which page it is, where there is a folder.
    Raises KeyError where the entry it is about is gone.
    """
    chinese = replace(source, language=LANGUAGE)
    book, bank, shop = chinese.subject.book, chinese.bank, chinese.shop
    words = RegisterWords(book, bank.registers, LANGUAGE)
    about = book.entries[chinese.subject.id] if chinese.subject.id else None
    owners = [member.name for member in shop.staff if member.role == OWNER]
    said = check_view(chinese) | {"due": lambda: year_view(chinese)}
    return (chinese.head | said) | {
        "title": form.title.zh,
        "paper": form.id,
        "laws": cite_all(LANGUAGE, form.citations, bank.laws),
        "kept": form.kept.zh if form.kept else "",
        "detail": {one.detail.id: shop.details.get(one.detail.id, "") for one in bank.paper_details},
        "owner": owners[0] if len(owners) == 1 else "",
        "profile": _profile(chinese),
        "asked": frozenset(chinese.assessment.sheet.facts.profile),
        "about": _row(about, words, chinese) if about else {},
        "rows": _rows(words, chinese),
        "done": _done(chinese),
        "plan": chinese.view.plain,
        "audit": lambda: list(_audit_items(chinese)),
        "linked": _linked(about, words, chinese),
        "enclosed": enclosed or (lambda _paper_id, _subject="": ""),
        "mended_in": _mended_in(chinese, said["mended"]),
        "tests": lambda: rehearsal_view(chinese),
        **incident_view(about, chinese),
    }


def _profile(source: PaperSource) -> dict[str, object]:
    """What the shop said of itself, with nothing for what it was not asked."""
    said = source.assessment.sheet.facts.profile
    return {field.id: said.get(field.id, _EMPTY[field.type]) for field in source.bank.profile_form}


def _rows(words: RegisterWords, source: PaperSource) -> Callable[..., list[dict[str, Any]]]:
    """`rows("staff")`: the entries of a register that are not over; with `over=True` all of them."""

    def rows(register_id: str, over: bool = False) -> list[dict[str, Any]]:
        register = source.bank.registers[register_id]
        entries = source.subject.book.of(register_id)
        return [_row(one, words, source) for one in entries if over or one.day(register.over) is None]

    return rows


def _row(entry: Entry, words: RegisterWords, source: PaperSource) -> dict[str, Any]:
    """An entry in words, by field; `<field>_id` is the option itself, for conditions."""
    register = source.bank.registers[entry.register]
    row: dict[str, Any] = {"id": entry.id, "is_proven": bool(source.subject.book.evidence.get(entry.id))}
    for field in register.fields:
        cell = words.cell(entry, field)
        row[field.id] = str(cell.value) if cell.value != "" else ""
        row[f"{field.id}_id"] = entry.said(field.id) or sorted(entry.chosen(field.id))
        row[f"{field.id}_late"] = cell.is_late
        row[f"{field.id}_written_on"] = cell.written_on.isoformat() if cell.written_on else ""
    return row


def _linked(
    about: Entry | None, words: RegisterWords, source: PaperSource
) -> Callable[[str, str], list[Any]]:
    """`linked("accounts", "held_by")`: the entries of a register that name the one the paper is about."""

    def linked(register_id: str, field_id: str) -> list[Any]:
        if about is None:
            return []
        entries = source.subject.book.of(register_id)
        return [_row(one, words, source) for one in entries if about.id in one.chosen(field_id)]

    return linked


def _done(source: PaperSource) -> Callable[[str, str], bool]:
    """`done("notice.rules-content", "rights")`: whether the self-check says that a tick is done.

    A question that is not asked of this shop is not done: what a paper declares must be true.
    """
    sheet = source.assessment.sheet
    asked = {question.id: question for question in sheet.questions}

    def done(question_id: str, tick_id: str) -> bool:
        question = asked.get(question_id)
        if question is None:
            return False
        ticks = (tick for tick in question.ticks if tick.id == tick_id)
        return any(sheet.state(question, tick) is TickState.DONE for tick in ticks)

    return done


def _mended_in(
    source: PaperSource, mended: Callable[[], list[dict[str, Any]]]
) -> Callable[[Collection[str]], list[dict[str, Any]]]:
    """`mended_in(["access", "staff"])`: of what was mended, what belongs to some groups of the self-check."""

    def mended_in(groups: Collection[str]) -> list[dict[str, Any]]:
        tasks = zip(source.plan.done_items, mended(), strict=True)
        return [told for item, told in tasks if any(one.group in groups for one in item.remedy.questions)]

    return mended_in


def _audit_items(source: PaperSource) -> Iterator[dict[str, Any]]:
    """The audit list with what the self-check suggests for each item; the owner ticks."""
    suggested = {one.item: one.suggested.value for one in source.assessment.audit}
    for item in source.bank.audit_form.items:
        yield {
            "id": item.id,
            "number": int(item.id.lstrip("a")),
            "title": item.topic.zh,
            "check": item.check.zh,
            "certainty": item.certainty,
            "suggested": suggested.get(item.id, "unknown"),
        }
