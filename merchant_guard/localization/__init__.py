"""Languages: gettext catalogues whose message ids are the English sentences.

English needs no catalogue; `resources/locale/zh_CN` is complete, which a test checks.
"""

import gettext
from collections.abc import Callable
from functools import lru_cache
from typing import Literal

from merchant_guard.system import resources

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = ("zh", "en")
DOMAIN = "merchant_guard"
_FOLDERS = {"zh": "zh_CN"}

Translate = Callable[[str], str]


@lru_cache(maxsize=2)
def catalogue(language: Language) -> gettext.NullTranslations:
    """Return the catalogue of a language. Raises FileNotFoundError when the Chinese one is not compiled."""
    if language == "en":
        return gettext.NullTranslations()
    with resources.path(f"locale/{_FOLDERS[language]}/LC_MESSAGES/{DOMAIN}.mo").open("rb") as compiled:
        return gettext.GNUTranslations(compiled)


def translator(language: Language) -> Translate:
    """Return the function that turns an English message id into a sentence of the language."""
    return catalogue(language).gettext


def mark(message: str) -> str:
    """Mark a message id for extraction where it is only translated later."""
    return message
