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

    def filled(self, **values: object) -> "Text":
        """The text with values for the names in its braces; one without braces is the same."""
        if "{" not in self.zh and "{" not in self.en:
            return self
        return Text(self.zh.format(**values), self.en.format(**values))
