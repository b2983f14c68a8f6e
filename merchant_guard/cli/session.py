"""What every command has at hand: the language, the streams, the day."""

import sys
from dataclasses import dataclass
from datetime import date

from merchant_guard.localization import Language, Translate, translator
from merchant_guard.system.clock import today


@dataclass(frozen=True, slots=True)
class Session:
    """One run of one command."""

    language: Language

    @property
    def translate(self) -> Translate:
        """Turns an English message id into a sentence of the language."""
        return translator(self.language)

    def say(self, text: str = "") -> None:
        """Print a line of the result."""
        sys.stdout.write(text + "\n")

    def warn(self, text: str) -> None:
        """Print a line beside the result."""
        sys.stderr.write(text + "\n")

    def day(self, given: date | None) -> date:
        """The day to reckon with: the one given, else today."""
        return given or today()
