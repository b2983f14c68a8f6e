"""Checks of registers, duties, keeping periods and suggestions: all that they name is there."""

from collections.abc import Callable, Container, Iterable, Iterator
from string import Formatter

from merchant_guard.domain.duties import Duty, DutyKind, PerEntry, Recurring, Settling
from merchant_guard.domain.errors import Problem, problem
from merchant_guard.domain.keeping import OWN_PAPERS, KeepRule
from merchant_guard.domain.paper import PAPERS
from merchant_guard.domain.question_bank import QuestionBank
from merchant_guard.domain.registers.register import Field, FieldKind, Match, Register
from merchant_guard.domain.suggestions import RecentRule, ShareRule, SuggestionRule
from merchant_guard.domain.text import Text

IN_TITLE = ("day",)
IN_BADGE = ("days", "day")
IN_SHARE = ("total", "count", "missing")
IN_RECENT = ("total", "day")

Problems = Iterator[Problem]


def register_problems(bank: QuestionBank) -> Problems:
    """Yield what registers and all that stands on them name and is not there."""
    for register in bank.registers.values():
        yield from _register(bank, register)
    for action in bank.actions.values():
        for kind in sorted(action.destroys - kinds_of_records(bank)):
            yield _missing(action.id, "kind of record", kind)
    for duty in bank.duties:
        yield from _duty(bank, duty)
    for rule in bank.keep_rules:
        yield from _keep_rule(bank, rule)
    for suggestion in bank.suggestions.values():
        yield from _suggestion(bank, suggestion)
    for question in bank.questions:
        if question.suggested_by and question.suggested_by not in bank.suggestions:
            yield _missing(question.id, "suggestion", question.suggested_by)


def kinds_of_records(bank: QuestionBank) -> frozenset[str]:
    """The kinds of records that legal holds can be about."""
    held = (_field(one, one.holds.concerns) for one in bank.registers.values() if one.holds)
    return frozenset(option.id for field in held if field for option in field.options)


def known_papers(bank: QuestionBank) -> frozenset[str]:
    """The ids of the papers there are: those of the plan and the registers, and those with a template."""
    return frozenset((*PAPERS, *bank.paper_forms))


def match_problems(bank: QuestionBank, where: str, register_id: str, match: Match) -> Problems:
    """Yield the fields and options that something says of entries and that are not there."""
    yield from _match(bank, where, register_id, match)


def _missing(where: str, kind: str, id_: str) -> Problem:
    return problem("content.unresolved", where=where, kind=kind, id=id_)


# --- fields -------------------------------------------------------------------------------------------


def _field(register: Register, field_id: str) -> Field | None:
    return next((field for field in register.fields if field.id == field_id), None)


def _is_day(field: Field) -> bool:
    return field.is_day


def _has_options(field: Field) -> bool:
    return field.kind in (FieldKind.CHOICE, FieldKind.MANY)


def _is_link(field: Field) -> bool:
    return field.links_to is not None


def _named(
    bank: QuestionBank, where: str, register_id: str, fields: Iterable[str | None], kind: str
) -> Problems:
    """Fields of a register, of a kind: `field` for any, else `day`, `choice` or `link`."""
    fits: dict[str, Callable[[Field], bool]] = {"day": _is_day, "choice": _has_options, "link": _is_link}
    register = bank.registers.get(register_id)
    if register is None:
        yield _missing(where, "register", register_id)
        return
    for field_id in fields:
        field = None if field_id is None else _field(register, field_id)
        if field_id is not None and (field is None or not fits.get(kind, bool)(field)):
            yield _missing(where, kind, f"{register_id}.{field_id}")


def _match(bank: QuestionBank, where: str, register_id: str, match: Match) -> Problems:
    yield from _named(bank, where, register_id, match, "choice")
    register = bank.registers.get(register_id)
    for field_id, options in match.items():
        field = _field(register, field_id) if register else None
        if field is not None and _has_options(field):
            known = {option.id for option in field.options}
            for option in sorted(options - known):
                yield _missing(where, "option", f"{register_id}.{field_id}={option}")


def _placeholders(where: str, texts: Iterable[Text | None], known: Container[str]) -> Problems:
    for text in texts:
        for words in (text.zh, text.en) if text else ():
            for _, name, *_ in Formatter().parse(words):
                if name is not None and name not in known:
                    yield _missing(where, "placeholder", name)


# --- registers ----------------------------------------------------------------------------------------


def _register(bank: QuestionBank, register: Register) -> Problems:
    where = register.id
    yield from _named(bank, where, where, (register.name, *register.columns), "field")
    yield from _named(bank, where, where, (register.event, register.over, register.proof_of), "day")
    for field in register.fields:
        if field.links_to is not None and field.links_to not in bank.registers:
            yield _missing(f"{where}.{field.id}", "register", field.links_to)
        if field.asked_when is not None:
            yield from _match(bank, f"{where}.{field.id}", where, field.asked_when)
    if rule := register.holds:
        yield from _named(bank, where, where, (rule.concerns,), "choice")
        yield from _named(bank, where, where, (rule.ends,), "day")
        yield from _match(bank, where, where, rule.only)


# --- duties -------------------------------------------------------------------------------------------


def _duty(bank: QuestionBank, duty: Duty) -> Problems:
    yield from _uncited(duty)
    yield from _placeholders(duty.id, (duty.title,), IN_TITLE if duty.kind is DutyKind.CONTENT else ())
    yield from _placeholders(duty.id, (duty.badge,), IN_BADGE)
    yield from _placeholders(duty.id, (duty.why, duty.act), ())
    preset = {field: frozenset((option,)) for field, option in (duty.preset or {}).items()}
    if duty.register is not None or preset:
        yield from _match(bank, duty.id, duty.register or "", preset)
        yield from _one_of_many(bank, duty.id, duty.register or "", preset)
    for record in sorted(duty.destroys - kinds_of_records(bank)):
        yield _missing(duty.id, "kind of record", record)
    for paper in sorted(set(duty.papers) - known_papers(bank)):
        yield _missing(duty.id, "paper", paper)
    if isinstance(duty.rule, PerEntry):
        yield from _per_entry(bank, duty.id, duty.rule)
    else:
        yield from _recurring(bank, duty.id, duty.rule)


def _one_of_many(bank: QuestionBank, where: str, register_id: str, preset: Match) -> Problems:
    """A preset is one option, so it is of no use where several are ticked."""
    register = bank.registers.get(register_id)
    for field_id in preset:
        field = _field(register, field_id) if register else None
        if field is not None and field.kind is FieldKind.MANY:
            yield _missing(where, "choice of one", f"{register_id}.{field_id}")


def _uncited(rule: Duty | KeepRule) -> Problems:
    if rule.force.is_law and not rule.citations:
        yield _missing(rule.id, "citation for force", rule.force.value)


def _recurring(bank: QuestionBank, where: str, rule: Recurring) -> Problems:
    for settling in (*rule.settled_by, *((rule.needs,) if rule.needs else ())):
        yield from _settling(bank, where, settling)


def _per_entry(bank: QuestionBank, where: str, rule: PerEntry) -> Problems:
    yield from _match(bank, where, rule.register, rule.only)
    yield from _match(bank, where, rule.register, rule.unless or {})
    yield from _named(bank, where, rule.register, (rule.settled_by, rule.over), "day")
    link, _, far = (rule.after or "").partition(".")
    if far:
        yield from _named(bank, where, rule.register, (link,), "link")
        register = bank.registers.get(rule.register)
        through = _field(register, link) if register else None
        if through is not None and through.links_to is not None:
            yield from _named(bank, where, through.links_to, (far,), "day")
    elif link:
        yield from _named(bank, where, rule.register, (link,), "day")
    if rule.also_by is not None:
        yield from _settling(bank, where, rule.also_by)


def _settling(bank: QuestionBank, where: str, settling: Settling) -> Problems:
    yield from _match(bank, where, settling.register, settling.only)
    if settling.register in bank.registers:
        yield from _named(bank, where, settling.register, (settling.field,), "day")
        yield from _named(bank, where, settling.register, (settling.link,), "link")
        yield from _named(bank, where, settling.register, (settling.filled,), "field")


# --- keeping and suggestions --------------------------------------------------------------------------


def _keep_rule(bank: QuestionBank, rule: KeepRule) -> Problems:
    yield from _uncited(rule)
    yield from _placeholders(rule.id, (rule.title, rule.ended, rule.why), ())
    yield from _match(bank, rule.id, rule.register, rule.only)
    if rule.register in bank.registers:
        yield from _named(bank, rule.id, rule.register, (rule.since,) if rule.since else (), "day")
    if rule.records not in kinds_of_records(bank) | {OWN_PAPERS}:
        yield _missing(rule.id, "kind of record", rule.records)


def rule_problems(bank: QuestionBank, where: str, rule: ShareRule | RecentRule) -> Problems:
    """Yield what a rule over the entries of a register names and is not there."""
    yield from _match(bank, where, rule.register, rule.only)
    if isinstance(rule, ShareRule):
        yield from _match(bank, where, rule.register, rule.unless or {})
    days = (rule.field, rule.over, rule.begun) if isinstance(rule, ShareRule) else (rule.field,)
    if rule.register in bank.registers:
        yield from _named(bank, where, rule.register, days, "day")
    if isinstance(rule, ShareRule) and rule.also_by is not None:
        yield from _settling(bank, where, rule.also_by)


def _suggestion(bank: QuestionBank, suggestion: SuggestionRule) -> Problems:
    where, rule = suggestion.id, suggestion.rule
    yield from rule_problems(bank, where, rule)
    sentences = (suggestion.all_there, suggestion.some, suggestion.none)
    yield from _placeholders(where, sentences, IN_SHARE if isinstance(rule, ShareRule) else IN_RECENT)
    asking = [question for question in bank.questions if question.suggested_by == suggestion.id]
    if not asking:
        yield _missing(where, "question", f"suggested_by {suggestion.id}")
    for question in asking:
        for tick in sorted(set(suggestion.ticks) - {tick.id for tick in question.ticks}):
            yield _missing(where, "tick", f"{question.id}/{tick}")
