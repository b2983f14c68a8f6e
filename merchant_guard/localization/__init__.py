"""Languages: gettext catalogues whose message ids are the English sentences.

English needs no catalogue; `resources/locale/zh_CN` is complete, which a test checks.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from io import BytesIO

from merchant_guard.system import resources
from merchant_guard.system.language import Language

TYPE_CHECKING = False  # see `system.language`
if TYPE_CHECKING:
    import gettext

__all__ = ["LANGUAGES", "CatalogueError", "Language", "Translate", "catalogue", "mark", "translator"]

LANGUAGES: tuple[Language, ...] = ("zh", "en")
DOMAIN = "merchant_guard"
_FOLDERS = {"zh": "zh_CN"}

Translate = Callable[[str], str]


class CatalogueError(Exception):
    """A catalogue is missing or damaged; the message says so in both languages, as no catalogue can."""

    def __init__(self) -> None:
        super().__init__("中文词条坏了，请重装软件。 The Chinese words are damaged. Install the app again.")


@lru_cache(maxsize=2)
def catalogue(language: Language) -> gettext.NullTranslations:
    """Return the catalogue of a language. Raises CatalogueError when the Chinese one is not whole."""
    # A command with nothing to say, as `remind` on most days, does not pay for these.
    import gettext  # noqa: PLC0415
    import struct  # noqa: PLC0415

    if language == "en":
        return gettext.NullTranslations()
    try:
        compiled = resources.read_bytes(f"locale/{_FOLDERS[language]}/LC_MESSAGES/{DOMAIN}.mo")
        return gettext.GNUTranslations(BytesIO(compiled))
    except (OSError, ValueError, struct.error) as error:
        raise CatalogueError from error


def translator(language: Language) -> Translate:
    """Return the function that turns an English message id into a sentence of the language."""
    return catalogue(language).gettext


def mark(message: str) -> str:
    """Mark a message id for extraction where it is only translated later."""
    return message
