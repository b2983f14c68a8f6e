"""What follows when a gap is found from outside: which authority does what, and by which article."""

from collections.abc import Iterable
from dataclasses import dataclass

from merchant_guard.domain.question import Citation
from merchant_guard.domain.text import Text


@dataclass(frozen=True, slots=True)
class Behind:
    """The articles of a law that a consequence belongs to; all of them where none is named."""

    law: str
    articles: frozenset[str] = frozenset()

    def holds(self, citation: Citation) -> bool:
        """Whether an article is among them."""
        return citation.law == self.law and (not self.articles or citation.article in self.articles)


@dataclass(frozen=True, slots=True)
class Consequence:
    """What an authority does about a gap (`happens`, without amounts) and the article that says how much."""

    id: str
    behind: tuple[Behind, ...]
    penalty: Citation
    happens: Text


def consequence_of(consequences: Iterable[Consequence], citations: Iterable[Citation]) -> Consequence | None:
    """Return what follows for a gap under these articles; None where they carry nothing.

    The main article is cited first, so the first one that carries anything decides; of several consequences
    under one article the first in the list does.
    """
    known = tuple(consequences)
    found = (
        one for citation in citations for one in known if any(behind.holds(citation) for behind in one.behind)
    )
    return next(found, None)
