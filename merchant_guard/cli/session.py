"""What every command has at hand: the language, the streams, the day."""

from datetime import date

from merchant_guard.localization import Language, Translate, translator
from merchant_guard.system import streams
from merchant_guard.system.clock import today


class Session:
    """One run of one command. A plain class: `dataclasses` costs as much as starting Python."""

    def __init__(self, language: Language) -> None:
        self.language = language

    @property
    def translate(self) -> Translate:
        """Turns an English message id into a sentence of the language."""
        return translator(self.language)

    def say(self, text: str = "") -> None:
        """Print a line of the result."""
        streams.say(text)

    def warn(self, text: str) -> None:
        """Print a line beside the result."""
        streams.warn(text)

    def day(self, given: date | None) -> date:
        """The day to reckon with: the one given, else today."""
        return given or today()

    def latest_day(self, given: date | None) -> date:
        """The last day on which anything can have happened: today, or the day given where it is later."""
        return max(self.day(None), self.day(given))
