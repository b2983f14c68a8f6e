"""The content files held against their JSON Schema."""

import json
from collections.abc import Iterator

from merchant_guard.content.source import SCHEMA, ContentFile, ContentSource
from merchant_guard.domain.errors import Problem, problem
from merchant_guard.system import resources


def schema_problems(source: ContentSource) -> Iterator[Problem]:
    """Yield what is wrong in the shape of any file: the file, the place in it, what was expected."""
    schema = json.loads(resources.read_text(SCHEMA))
    for file in source.files:
        yield from _file_problems(file, schema)


def _file_problems(file: ContentFile, schema: dict[str, object]) -> Iterator[Problem]:
    # Heavy to import, and only needed to check content or to explain a fault in it.
    from jsonschema import Draft202012Validator  # noqa: PLC0415

    validator = Draft202012Validator(
        {**schema, "$ref": f"#/$defs/{file.kind}"}, format_checker=Draft202012Validator.FORMAT_CHECKER
    )
    for error in sorted(validator.iter_errors(file.plain), key=lambda e: e.json_path):
        yield problem(
            "content.wrong", file=file.name, place=error.json_path, expected=_shorten(error.message)
        )


def _shorten(message: str, limit: int = 200) -> str:
    """Keep the end of a long message: the value comes first, what was expected last."""
    return message if len(message) <= limit else "… " + message[-limit:]
