"""Laws as the app carries them: citation, plain explanation, at most two sentences quoted."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from merchant_guard.domain.text import Text


class LawStatus(StrEnum):
    """Whether a law's text is in force as we quote it."""

    IN_FORCE = "in_force"
    AMENDED = "amended"
    SUPERSEDED = "superseded"
    REPEALED = "repealed"


@dataclass(frozen=True, slots=True)
class Article:
    """One article: what it means in plain words, and what it says, with ……  where words were left out.

    `text_sha256` is the digest of the article's whole text as it was when checked.
    """

    number: str
    plain: Text
    quotation: str | None = None
    text_sha256: str | None = None


@dataclass(frozen=True, slots=True)
class Law:
    """A law, regulation or judicial interpretation, in the version that was checked."""

    id: str
    title: Text
    short_title: Text
    issuer: Text
    version: str
    effective: date
    status: LawStatus
    checked_on: date
    articles: Mapping[str, Article]
    effective_note: Text | None = None
    document_no: str | None = None
