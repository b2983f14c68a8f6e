"""What is told about the law and is wrong."""

from dataclasses import dataclass

from merchant_guard.domain.question import Citation
from merchant_guard.domain.text import Text


@dataclass(frozen=True, slots=True)
class Misconception:
    """A claim as one hears it, what is true, and the articles that say so."""

    id: str
    claim: Text
    truth: Text
    citations: tuple[Citation, ...]
