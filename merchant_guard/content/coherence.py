"""Checks of the content as a whole: every id once, every reference resolved, every action reachable."""

from collections import Counter
from collections.abc import Iterable, Iterator

from merchant_guard.content.incident_coherence import (
    incident_citations,
    incident_conditions,
    incident_problems,
)
from merchant_guard.content.inspection_coherence import (
    inspection_citations,
    inspection_conditions,
    inspection_problems,
)
from merchant_guard.content.register_coherence import known_papers, register_problems
from merchant_guard.domain.action import ASK_LATER, ASK_TODAY
from merchant_guard.domain.applicability import (
    AnswerAmong,
    Condition,
    FieldAmong,
    FieldBetween,
    FieldIs,
    leaves,
    questions_read,
)
from merchant_guard.domain.errors import Problem, problem
from merchant_guard.domain.law import LawStatus
from merchant_guard.domain.question import Citation
from merchant_guard.domain.question_bank import QuestionBank
from merchant_guard.domain.shop import FieldType

ALWAYS_REACHABLE = (ASK_TODAY, ASK_LATER)


def coherence_problems(bank: QuestionBank, listed_ids: Iterable[tuple[str, str]]) -> Iterator[Problem]:
    """Yield what does not fit together.

    `listed_ids` are (kind, id) as they stand in the files, before equal ids covered each other.
    """
    yield from _repeated(listed_ids)
    yield from _quick_ranks(bank)
    yield from _references(bank)
    yield from _unreachable(bank)
    yield from _circular(bank)
    yield from _citations(bank)
    yield from _conditions(bank)
    yield from _order(bank)
    yield from register_problems(bank)
    yield from incident_problems(bank)
    yield from inspection_problems(bank)


def _repeated(listed_ids: Iterable[tuple[str, str]]) -> Iterator[Problem]:
    for (kind, id_), count in Counter(listed_ids).items():
        if count > 1:
            yield problem("content.repeated", kind=kind, id=id_)


def _quick_ranks(bank: QuestionBank) -> Iterator[Problem]:
    ranks = Counter(question.quick_rank for question in bank.questions if question.quick_rank is not None)
    for rank, count in ranks.items():
        if count > 1:
            yield problem("content.repeated", kind="quick_rank", id=rank)


def _references(bank: QuestionBank) -> Iterator[Problem]:
    tags = {label.id for label in bank.coverage} | {item.id for item in bank.audit_form.items}
    papers = known_papers(bank)
    wanted = [
        *((q.id, "counterpart", q.ask.who, bank.counterparts) for q in bank.questions),
        *((q.id, "action", t.action, bank.actions) for q in bank.questions for t in q.ticks),
        *((q.id, "covers", tag, tags) for q in bank.questions for t in q.ticks for tag in t.covers),
        *((a.id, "role", a.role, bank.roles) for a in bank.actions.values()),
        *((a.id, "action", before, bank.actions) for a in bank.actions.values() for before in a.after),
        *((a.id, "paper", paper, papers) for a in bank.actions.values() for paper in a.papers),
        *((f.id, "group", f.door, {g.id for g in bank.groups}) for f in bank.profile_form if f.door),
        *((q.id, "group", q.group, {g.id for g in bank.groups}) for q in bank.questions),
    ]
    for where, kind, id_, known in wanted:
        if id_ not in known:
            yield problem("content.unresolved", where=where, kind=kind, id=id_)
    for question in bank.questions:
        if question.id.partition(".")[0] != question.group:
            yield problem("content.unresolved", where=question.id, kind="group", id=question.group)


def _unreachable(bank: QuestionBank) -> Iterator[Problem]:
    reached = {action for question in bank.questions for action in question.actions} | set(ALWAYS_REACHABLE)
    for action_id in bank.actions:
        if action_id not in reached:
            yield problem("content.unreachable", id=action_id)
    for action_id in ALWAYS_REACHABLE:
        if action_id not in bank.actions:
            yield problem("content.unresolved", where="plan", kind="action", id=action_id)


def _circular(bank: QuestionBank) -> Iterator[Problem]:
    """An action may not build on itself, by whatever way round."""
    for action in bank.actions.values():
        before: set[str] = set()
        ahead = list(action.after)
        while ahead:
            id_ = ahead.pop()
            if id_ in bank.actions and id_ not in before:
                before.add(id_)
                ahead += bank.actions[id_].after
        if action.id in before:
            yield problem("content.circular", id=action.id)


def _citations(bank: QuestionBank) -> Iterator[Problem]:
    cited: list[tuple[str, Citation]] = [
        *((q.id, c) for q in bank.questions for c in q.citations),
        *((a.id, c) for a in bank.actions.values() for c in a.citations),
        *((i.id, c) for i in bank.audit_form.items for c in i.citations),
        *((m.id, c) for m in bank.misconceptions for c in m.citations),
        *((c.id, c.penalty) for c in bank.consequences),
        *((d.id, c) for d in bank.duties for c in d.citations),
        *((k.id, c) for k in bank.keep_rules for c in k.citations),
        *((p.id, c) for p in bank.paper_forms.values() for c in p.citations),
        *incident_citations(bank),
        *inspection_citations(bank),
    ]
    for where, citation in cited:
        law = bank.laws.get(citation.law)
        if law is None or citation.article not in law.articles:
            yield problem(
                "content.unresolved", where=where, kind="citation", id=f"{citation.law}:{citation.article}"
            )
        elif law.status is not LawStatus.IN_FORCE:
            yield problem("content.not_in_force", where=where, id=citation.law)


def _conditions(bank: QuestionBank) -> Iterator[Problem]:
    conditions: list[tuple[str, Condition]] = [
        *((q.id, q.applies_when) for q in bank.questions),
        *((q.id, t.applies_when) for q in bank.questions for t in q.ticks),
        *((q.id, m.when) for q in bank.questions for m in q.modifiers),
        *((a.id, s.when) for a in bank.actions.values() for s in a.steps),
        *((i.id, i.applies_when) for i in bank.audit_form.items),
        *((f.id, f.asked_when) for f in bank.profile_form),
        *((d.id, d.applies_when) for d in bank.duties),
        *((p.id, p.applies_when) for p in bank.paper_forms.values()),
        *incident_conditions(bank),
        *inspection_conditions(bank),
    ]
    for where, condition in conditions:
        for leaf in leaves(condition):
            if not _leaf_resolves(bank, leaf):
                yield problem("content.unresolved", where=where, kind="condition", id=_leaf_name(leaf))


def _leaf_resolves(bank: QuestionBank, leaf: FieldIs | FieldAmong | FieldBetween | AnswerAmong) -> bool:
    if isinstance(leaf, AnswerAmong):
        return leaf.question in bank.by_id
    field = bank.fields.get(leaf.field)
    if field is None:
        return False
    match leaf:
        case FieldIs():
            return field.type is FieldType.YES_NO
        case FieldBetween():
            return field.type is FieldType.COUNT
        case FieldAmong(options=options):
            return field.type in (FieldType.ONE, FieldType.MANY) and options <= {o.id for o in field.options}


def _leaf_name(leaf: FieldIs | FieldAmong | FieldBetween | AnswerAmong) -> str:
    if isinstance(leaf, AnswerAmong):
        return leaf.question
    options = ",".join(sorted(leaf.options)) if isinstance(leaf, FieldAmong) else ""
    return f"{leaf.field}={options}" if options else leaf.field


def _order(bank: QuestionBank) -> Iterator[Problem]:
    """A condition may only look at what was asked before, or two questions could hide each other."""
    place = {question.id: number for number, question in enumerate(bank.questions)}
    for question in bank.questions:
        conditions = (
            question.applies_when,
            *(tick.applies_when for tick in question.ticks),
            *(modifier.when for modifier in question.modifiers),
        )
        for id_ in sorted(frozenset().union(*map(questions_read, conditions))):
            if place.get(id_, -1) >= place[question.id]:
                yield problem("content.looks_ahead", where=question.id, id=id_)
    field_place = {field.id: number for number, field in enumerate(bank.profile_form)}
    for field in bank.profile_form:
        for leaf in leaves(field.asked_when):
            if isinstance(leaf, AnswerAmong):
                yield problem("content.looks_ahead", where=field.id, id=leaf.question)
            elif field_place.get(leaf.field, -1) >= field_place[field.id]:
                yield problem("content.looks_ahead", where=field.id, id=leaf.field)
