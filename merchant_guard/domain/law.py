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
class FormerText:
    """An earlier text of a law, in force `until` a day; `moved` leads from its numbers to today's."""

    id: str
    version: date
    until: date
    moved: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Renumbering:
    """What an article of an earlier text is called today."""

    text: FormerText
    before: str
    now: str


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
    former: tuple[FormerText, ...] = ()

    def renumbered(self, number: str) -> tuple[Renumbering, ...]:
        """What the article with this number in earlier texts is called today."""
        return tuple(
            Renumbering(text, number, text.moved[number]) for text in self.former if number in text.moved
        )

    def formerly(self, number: str) -> tuple[Renumbering, ...]:
        """What the article that has this number today was called in earlier texts."""
        return tuple(
            Renumbering(text, before, number)
            for text in self.former
            for before, now in text.moved.items()
            if now == number
        )

    def is_called(self, name: str) -> bool:
        """Whether somebody means this law: by its id, by that of an earlier text, or by its name."""
        names = {self.id, *(text.id for text in self.former)}
        names |= {self.title.zh, self.title.en, self.short_title.zh, self.short_title.en}
        return name.strip("《》 ").casefold() in {known.casefold() for known in names}
