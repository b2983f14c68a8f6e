"""Plain JSON of the content files → domain objects.

The shapes are those of `resources/content/schema/content.schema.json`; a file that does not have them makes
these functions fail with KeyError, TypeError or ValueError, and `loader` then says where.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from merchant_guard.domain.action import Action, Cost, MenuSource, Step
from merchant_guard.domain.applicability import (
    ALWAYS,
    AllOf,
    AnswerAmong,
    AnyOf,
    Condition,
    FieldAmong,
    FieldBetween,
    FieldIs,
    NoneOf,
)
from merchant_guard.domain.audit_form import AuditForm, AuditItem
from merchant_guard.domain.consequence import Behind, Consequence
from merchant_guard.domain.law import Article, FormerText, Law, LawStatus
from merchant_guard.domain.misconception import Misconception
from merchant_guard.domain.question import (
    Choice,
    Citation,
    Force,
    Head,
    Inquiry,
    Modifier,
    Question,
    RedLine,
    Tick,
)
from merchant_guard.domain.shop import FieldType, Labelled, ProfileField
from merchant_guard.domain.text import Text

Plain = Mapping[str, Any]
NamedConditions = Mapping[str, Condition]


def text(plain: Plain) -> Text:
    """Build a sentence pair."""
    return Text(plain["zh"], plain["en"])


def day(plain: str) -> date:
    """Build a day from YYYY-MM-DD."""
    return date.fromisoformat(plain)


def labelled(plain: Plain) -> Labelled:
    """Build an id with its label."""
    return Labelled(plain["id"], text(plain["label"]))


def citation(plain: Plain) -> Citation:
    """Build a citation."""
    return Citation(plain["law"], plain["article"])


def condition(plain: Plain, named: NamedConditions) -> Condition:
    """Build a condition; every key of the object must hold."""
    parts = tuple(_condition_part(key, value, named) for key, value in plain.items())
    return parts[0] if len(parts) == 1 else AllOf(parts)


def _condition_part(key: str, value: Any, named: NamedConditions) -> Condition:
    match key:
        case "all":
            return AllOf(tuple(condition(part, named) for part in value))
        case "any":
            return AnyOf(tuple(condition(part, named) for part in value))
        case "not":
            return NoneOf((condition(value, named),))
        case "named":
            return named[value]
        case "answers":
            return AllOf(
                tuple(AnswerAmong(question, frozenset(choices)) for question, choices in value.items())
            )
        case _:
            return _field_condition(key, value)


def _field_condition(field: str, wanted: Any) -> Condition:
    if isinstance(wanted, bool):
        return FieldIs(field, wanted)
    if isinstance(wanted, list):
        return FieldAmong(field, frozenset(wanted))
    return FieldBetween(field, wanted.get("min"), wanted.get("max"))


def named_conditions(plain: Plain) -> NamedConditions:
    """Build the named conditions in their order; a later one may use an earlier one."""
    named: dict[str, Condition] = {}
    for name, value in plain.items():
        named[name] = condition(value, named)
    return named


def profile_field(plain: Plain, named: NamedConditions) -> ProfileField:
    """Build one field of the profile form."""
    return ProfileField(
        id=plain["id"],
        type=FieldType(plain["type"]),
        title=text(plain["title"]),
        hint=text(plain["hint"]) if "hint" in plain else None,
        options=tuple(labelled(option) for option in plain.get("options", ())),
        door=plain.get("door"),
        asked_when=condition_at(plain, "asked_when", named),
    )


def head(plain: Plain) -> Head:
    """Build one of the five heads."""
    return Head(plain["id"], text(plain["label"]), tuple(labelled(group) for group in plain["groups"]))


def question(plain: Plain, group: str, named: NamedConditions) -> Question:
    """Build one question of a group."""
    return Question(
        id=plain["id"],
        group=group,
        title=text(plain["title"]),
        hint=text(plain["hint"]),
        notes={Choice(choice): text(note) for choice, note in plain["notes"].items()},
        look=tuple(text(step) for step in plain["look"]),
        ticks=tuple(_tick(tick, named) for tick in plain["ticks"]),
        why=text(plain["why"]),
        example=text(plain["example"]),
        citations=tuple(citation(one) for one in plain["citations"]),
        force=Force(plain["force"]),
        impact=plain["impact"],
        likelihood=plain["likelihood"],
        ask=Inquiry(plain["ask"]["who"], text(plain["ask"]["say"])),
        added=plain["added"],
        applies_when=condition_at(plain, "applies_when", named),
        modifiers=tuple(_modifier(modifier, named) for modifier in plain.get("modifiers", ())),
        red_line=RedLine(plain.get("red_line", "none")),
        crime=plain.get("crime", False),
        quick_rank=plain.get("quick_rank"),
        suggested_by=plain.get("suggested_by"),
        changed=plain.get("changed"),
    )


def _tick(plain: Plain, named: NamedConditions) -> Tick:
    return Tick(
        id=plain["id"],
        title=text(plain["title"]),
        action=plain["action"],
        covers=tuple(plain["covers"]),
        red_line=RedLine(plain.get("red_line", "none")),
        applies_when=condition_at(plain, "applies_when", named),
    )


def _modifier(plain: Plain, named: NamedConditions) -> Modifier:
    return Modifier(condition(plain["when"], named), plain.get("impact", 0), plain.get("likelihood", 0))


def condition_at(plain: Plain, key: str, named: NamedConditions) -> Condition:
    """Build a condition that may be left out; then it always holds."""
    return condition(plain[key], named) if key in plain else ALWAYS


def action(plain: Plain, named: NamedConditions) -> Action:
    """Build one remediation action."""
    return Action(
        id=plain["id"],
        title=text(plain["title"]),
        why=text(plain["why"]),
        steps=tuple(_step(step, named) for step in plain["steps"]),
        minutes=plain["minutes"],
        cost=Cost(plain["cost"]),
        role=plain["role"],
        proof=text(plain["proof"]),
        force=Force(plain["force"]),
        papers=tuple(plain.get("papers", ())),
        recurrence=plain.get("recurrence"),
        after=tuple(plain.get("after", ())),
        deadline=day_of_year(plain["deadline"]) if "deadline" in plain else None,
        citations=tuple(citation(one) for one in plain.get("citations", ())),
        destroys=frozenset(plain.get("destroys", ())),
    )


def day_of_year(plain: str) -> tuple[int, int]:
    """Build (month, day) from MM-DD."""
    month, day_of_month = plain.split("-")
    return int(month), int(day_of_month)


def _step(plain: Plain, named: NamedConditions) -> Step:
    menu = plain.get("menu")
    return Step(
        text(plain),
        condition_at(plain, "when", named),
        MenuSource(text(menu["product"]), menu["checked_on"], menu["certainty"]) if menu else None,
        plain.get("fallback", False),
    )


def law(plain: Plain) -> Law:
    """Build one law with the articles that are cited."""
    articles = (
        Article(one["article"], text(one["plain"]), one.get("quotation"), one.get("text_sha256"))
        for one in plain["articles"]
    )
    return Law(
        id=plain["id"],
        title=text(plain["title"]),
        short_title=text(plain["short_title"]),
        issuer=text(plain["issuer"]),
        version=plain["version"],
        effective=day(plain["effective"]),
        status=LawStatus(plain["status"]),
        checked_on=day(plain["checked_on"]),
        articles={article.number: article for article in articles},
        effective_note=text(plain["effective_note"]) if "effective_note" in plain else None,
        document_no=plain.get("document_no"),
        former=tuple(
            FormerText(one["id"], day(one["version"]), day(one["until"]), one["moved"])
            for one in plain.get("former", ())
        ),
    )


def consequence(plain: Plain) -> Consequence:
    """Build what follows when a gap is found."""
    behind = tuple(Behind(one["law"], frozenset(one.get("articles", ()))) for one in plain["behind"])
    return Consequence(plain["id"], behind, citation(plain["penalty"]), text(plain["happens"]))


def misconception(plain: Plain) -> Misconception:
    """Build something that is told about the law and is wrong."""
    citations = tuple(citation(one) for one in plain["citations"])
    return Misconception(plain["id"], text(plain["claim"]), text(plain["truth"]), citations)


def audit_form(plain: Plain, named: NamedConditions) -> AuditForm:
    """Build the audit list."""
    return AuditForm(
        plain["version"],
        day(plain["checked_on"]),
        tuple(
            AuditItem(
                id=item["id"],
                topic=text(item["topic"]),
                check=text(item["check"]),
                citations=tuple(citation(one) for one in item["citations"]),
                certainty=item["certainty"],
                applies_when=condition_at(item, "applies_when", named),
            )
            for item in plain["items"]
        ),
    )
