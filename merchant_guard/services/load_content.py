"""Load the question bank that ships with the app."""

from functools import lru_cache

from merchant_guard.content.loader import load_bank
from merchant_guard.domain.question_bank import QuestionBank


@lru_cache(maxsize=1)
def load_content() -> QuestionBank:
    """Load it once in a process. Raises ContentError for content this version cannot understand."""
    return load_bank()
