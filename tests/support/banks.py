"""Question banks made up in memory, from plain JSON through the loader that reads the real content.

Every builder takes what a test is about and fills in the rest:

    made_up = bank(question("access.lock", tick("screen"), tick("door", red_line="today"), impact=4))
    sheet = sheet_of(made_up, {"access.lock": "no"}, {"team": 3})
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from merchant_guard.content.loader import understand
from merchant_guard.content.source import ContentFile, ContentSource
from merchant_guard.domain.action import ASK_LATER, ASK_TODAY
from merchant_guard.domain.answers import Answer
from merchant_guard.domain.question import Choice
from merchant_guard.domain.question_bank import QuestionBank
from merchant_guard.domain.sheet import AnswerSheet, lay_out
from merchant_guard.domain.shop import Shop, StaffMember, WorkRhythm

Plain = dict[str, Any]
GivenAnswers = Mapping[str, str | Answer]

LAW = "made-up-law"
CITATION: Plain = {"law": LAW, "article": "1"}


def text(words: str) -> Plain:
    """A sentence in both languages that a failing test can be read by."""
    return {"zh": f"说 {words}", "en": f"Says {words}"}


def labelled(*ids: str) -> list[Plain]:
    return [{"id": id_, "label": text(id_)} for id_ in ids]


def field(id_: str, type_: str = "yes_no", *options: str, **changes: Any) -> Plain:
    """A profile field, on the quick screen unless a `door` is given."""
    plain: Plain = {"id": id_, "type": type_, "title": text(id_)}
    if options:
        plain["options"] = labelled(*options)
    if "door" not in changes:
        plain["quick"] = True
    return plain | changes


FIELDS = (
    field("computer"),
    field("team", "count"),
    field("kinds", "many", "shop", "courier", "class"),
    field("size", "one", "small", "large"),
    field("helpers", "many", "part_time", "minor", asked_when={"team": {"min": 2}}),
)


def tick(id_: str, **changes: Any) -> Plain:
    """A tick; its action is `<question>-<tick>` unless one is given."""
    return {"id": id_, "title": text(id_), "covers": ["a01"]} | changes


def question(id_: str, *ticks: Plain, **changes: Any) -> Plain:
    """A question of the group before the dot, with two ticks unless some are given."""
    return {
        "id": id_,
        "title": text(id_),
        "hint": text("hint"),
        "notes": {choice: text(choice) for choice in ("yes", "partly", "no", "unsure")},
        "look": [text("look")],
        "ticks": [{"action": f"{id_}-{one['id']}"} | one for one in ticks or (tick("one"), tick("two"))],
        "why": text("why"),
        "example": text("example"),
        "citations": [CITATION],
        "force": "advice",
        "impact": 2,
        "likelihood": 3,
        "ask": {"who": "platform", "say": text("ask")},
        "added": "2026-11",
    } | changes


def action(id_: str, **changes: Any) -> Plain:
    return {
        "id": id_,
        "title": text(id_),
        "why": text("why"),
        "steps": [text("step")],
        "minutes": 20,
        "cost": "free",
        "role": "owner",
        "proof": text("proof"),
        "force": "advice",
    } | changes


def audit_item(id_: str, **changes: Any) -> Plain:
    plain = {"id": id_, "topic": text(id_), "check": text(id_), "citations": [CITATION]}
    return plain | {"certainty": "inferred"} | changes


def source(
    *questions: Plain,
    actions: Iterable[Plain] = (),
    fields: Sequence[Plain] = FIELDS,
    conditions: Mapping[str, Plain] | None = None,
    audit: Sequence[Plain] = (audit_item("a01"),),
    groups: Sequence[str] = (),
) -> ContentSource:
    """Content files of these questions; actions that are wanted and not given are made up."""
    by_group: dict[str, list[Plain]] = {group: [] for group in groups}
    for one in questions:
        by_group.setdefault(one["id"].partition(".")[0], []).append(one)
    given = {one["id"]: one for one in actions}
    wanted = [ASK_TODAY, ASK_LATER, *(one["action"] for q in questions for one in q["ticks"])]
    all_actions = {id_: given.get(id_) or action(id_) for id_ in dict.fromkeys([*wanted, *given])}
    singles = {
        "groups": {
            "version": "2026.1",
            "checked_on": "2026-11-21",
            "heads": [{"id": "head", "label": text("head"), "groups": labelled(*by_group)}],
        },
        "people": {"roles": labelled("owner", "packing"), "counterparts": labelled("platform")},
        "profile": {"fields": list(fields), "conditions": dict(conditions or {})},
        "coverage": {"tags": labelled("written-rules"), "duties": []},
        "audit_form": {
            "version": "1",
            "checked_on": "2026-11-21",
            "official": False,
            "items": list(audit),
        },
        "consequences": {
            "consequences": [
                {"id": "fine", "behind": [{"law": LAW}], "penalty": CITATION, "happens": text("a fine")}
            ]
        },
        "misconceptions": {
            "misconceptions": [
                {"id": "hearsay", "claim": text("claim"), "truth": text("truth"), "citations": [CITATION]}
            ]
        },
        "registers": {"lists": {}, "registers": []},
        "duties": {"duties": [], "keep_rules": []},
        "suggestions": {"suggestions": []},
        "paper_details": {"details": []},
        "papers": {"papers": []},
        "incident": {"silent_for": {}, "silence": text("silence"), "steps": [], "tellings": []},
        "inspection": {"visitors": [], "notes": [], "steps": [], "materials": [], "tests": []},
        "actions": {"group": "all", "actions": list(all_actions.values())},
        "law": _law(),
    }
    files = [ContentFile(kind, f"{kind}.json", plain) for kind, plain in singles.items()]
    for group, held in by_group.items():
        if held:
            plain = {"group": group, "questions": held}
            files.append(ContentFile("questionnaire", f"questionnaire/{group}.json", plain))
    return ContentSource(tuple(files))


def _law() -> Plain:
    return {
        "id": LAW,
        "title": text("law"),
        "short_title": text("law"),
        "issuer": text("issuer"),
        "document_no": "1",
        "version": "2026-01-01",
        "effective": "2026-01-01",
        "status": "in_force",
        "checked_on": "2026-11-21",
        "articles": [{"article": "1", "plain": text("article")}],
    }


def bank(*questions: Plain, **parts: Any) -> QuestionBank:
    """The bank of these questions; `parts` are those of `source`."""
    return understand(source(*questions, **parts))


def answer(choice: str, *done: str, note: str = "", reason: str = "") -> Answer:
    return Answer(Choice(choice), frozenset(done), note, reason)


def answers(given: GivenAnswers) -> dict[str, Answer]:
    """Answers, a bare word standing for a choice without more."""
    return {id_: answer(one) if isinstance(one, str) else one for id_, one in given.items()}


def shop(
    profile: Mapping[str, Any] | None = None,
    staff: Sequence[StaffMember] = (),
    rhythm: WorkRhythm = WorkRhythm(),  # noqa: B008
) -> Shop:
    """A shop; sets of options may be given as plain sets."""
    held = {
        id_: frozenset(value) if isinstance(value, set) else value for id_, value in (profile or {}).items()
    }
    return Shop("", held, tuple(staff), rhythm)


def sheet_of(
    made_up: QuestionBank, given: GivenAnswers | None = None, profile: Mapping[str, Any] | None = None
) -> AnswerSheet:
    """The answer sheet of a shop of this profile with these answers."""
    return lay_out(made_up, shop(profile), answers(given or {}))
