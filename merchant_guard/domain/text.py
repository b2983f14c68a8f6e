"""Sentences in both languages."""

from dataclasses import dataclass
from typing import Literal

Language = Literal["zh", "en"]


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence or label, in Chinese and in English."""

    zh: str
    en: str

    def pick(self, language: Language) -> str:
        """Return the wording for one language."""
        return self.zh if language == "zh" else self.en
