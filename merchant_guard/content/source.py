"""The content files as they lie in the folder: which file holds what."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from merchant_guard.domain.errors import ContentError, problem
from merchant_guard.system import resources

FOLDER = "content"
SCHEMA = f"{FOLDER}/schema/content.schema.json"
SINGLE_FILES = (
    "groups",
    "people",
    "profile",
    "coverage",
    "audit_form",
    "consequences",
    "misconceptions",
    "registers",
    "duties",
    "suggestions",
    "paper_details",
    "incident",
    "inspection",
)
FOLDERS = {"questionnaire": "questionnaire", "actions": "actions", "law": "law", "papers": "papers"}


@dataclass(frozen=True, slots=True)
class ContentFile:
    """One file: its kind (a definition of the schema), its name for messages, and what it holds."""

    kind: str
    name: str
    plain: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ContentSource:
    """All content files, read but not yet understood."""

    files: tuple[ContentFile, ...]

    def one(self, kind: str) -> ContentFile:
        """The file of a kind that has only one."""
        return next(file for file in self.files if file.kind == kind)

    def all(self, kind: str) -> list[ContentFile]:
        """All files of a kind."""
        return [file for file in self.files if file.kind == kind]


def read_source() -> ContentSource:
    """Read every content file. Raises ContentError for one that is missing or not JSON."""
    listed = [(kind, f"{FOLDER}/{kind.replace('_', '-')}.json") for kind in SINGLE_FILES]
    for kind, folder in FOLDERS.items():
        listed += [(kind, name) for name in _names(f"{FOLDER}/{folder}")]
    return ContentSource(tuple(ContentFile(kind, name, _read(name)) for kind, name in listed))


def _names(folder: str) -> list[str]:
    try:
        return resources.names(folder, ".json")
    except FileNotFoundError as error:
        raise ContentError(problem("content.missing", file=folder)) from error


def _read(name: str) -> Mapping[str, Any]:
    try:
        plain = json.loads(resources.read_text(name))
    except FileNotFoundError as error:
        raise ContentError(problem("content.missing", file=name)) from error
    except ValueError as error:
        place = f"line {error.lineno}" if isinstance(error, json.JSONDecodeError) else "text"
        raise ContentError(problem("content.not_json", file=name, place=place)) from error
    if not isinstance(plain, dict):
        raise ContentError(problem("content.wrong", file=name, place="$", expected="object"))
    return plain
