"""Loading the question bank, quickly where all is well and with an exact complaint where it is not."""

from merchant_guard.content import (
    builder,
    duty_builder,
    incident_builder,
    inspection_builder,
    paper_builder,
    register_builder,
)
from merchant_guard.content.coherence import coherence_problems
from merchant_guard.content.listed import listed_ids
from merchant_guard.content.named import unknown_names
from merchant_guard.content.schema import schema_problems
from merchant_guard.content.source import ContentSource, read_source
from merchant_guard.domain.errors import ContentError
from merchant_guard.domain.question_bank import QuestionBank


def load_bank() -> QuestionBank:
    """Load the bank that ships with the app.

    Does not check what the tests and `self-check` check; a file it cannot understand raises ContentError
    naming the file, the place and what was expected.
    """
    return understand(read_source())


def understand(source: ContentSource) -> QuestionBank:
    """Turn content files into a bank."""
    try:
        return _build(source)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        if problems := list(schema_problems(source)) or list(unknown_names(source)):
            raise ContentError(problems) from error
        raise


def check_bank(source: ContentSource) -> QuestionBank:
    """Check the content in full and return the bank. Raises ContentError naming all that is wrong."""
    if problems := list(schema_problems(source)):
        raise ContentError(problems)
    bank = understand(source)
    if problems := list(coherence_problems(bank, listed_ids(source))):
        raise ContentError(problems)
    return bank


def _build(source: ContentSource) -> QuestionBank:
    groups, people = source.one("groups").plain, source.one("people").plain
    profile, duties = source.one("profile").plain, source.one("duties").plain
    inspection = source.one("inspection").plain
    named = builder.named_conditions(profile["conditions"])
    heads = tuple(builder.head(head) for head in groups["heads"])
    questions = {
        file.plain["group"]: [
            builder.question(plain, file.plain["group"], named) for plain in file.plain["questions"]
        ]
        for file in source.all("questionnaire")
    }
    order = [group.id for head in heads for group in head.groups]
    order += [group for group in questions if group not in order]
    actions = [
        builder.action(plain, named) for file in source.all("actions") for plain in file.plain["actions"]
    ]
    laws = [builder.law(file.plain) for file in source.all("law")]
    roles = tuple(map(builder.labelled, people["roles"]))
    return QuestionBank(
        version=groups["version"],
        checked_on=builder.day(groups["checked_on"]),
        heads=heads,
        profile_form=tuple(builder.profile_field(field, named) for field in profile["fields"]),
        questions=tuple(question for group in order for question in questions.get(group, ())),
        actions={action.id: action for action in actions},
        laws={law.id: law for law in laws},
        audit_form=builder.audit_form(source.one("audit_form").plain, named),
        consequences=tuple(map(builder.consequence, source.one("consequences").plain["consequences"])),
        misconceptions=tuple(
            map(builder.misconception, source.one("misconceptions").plain["misconceptions"])
        ),
        coverage=tuple(builder.labelled(tag) for tag in source.one("coverage").plain["tags"]),
        roles={role.id: role for role in roles},
        counterparts={one["id"]: builder.labelled(one) for one in people["counterparts"]},
        registers=register_builder.registers(
            source.one("registers").plain, roles, inspection_builder.rehearsed(inspection)
        ),
        duties=tuple(duty_builder.duty(plain, named) for plain in duties["duties"]),
        keep_rules=tuple(map(duty_builder.keep_rule, duties["keep_rules"])),
        suggestions={
            one["id"]: duty_builder.suggestion(one) for one in source.one("suggestions").plain["suggestions"]
        },
        paper_details=tuple(map(paper_builder.shop_detail, source.one("paper_details").plain["details"])),
        paper_forms={
            one["id"]: paper_builder.paper_form(one, named)
            for file in source.all("papers")
            for one in file.plain["papers"]
        },
        incident=incident_builder.incident_guide(source.one("incident").plain, named),
        inspection=inspection_builder.inspection_guide(inspection, named),
    )
