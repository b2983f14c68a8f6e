"""How an article of a law is named."""

from collections.abc import Sequence

from merchant_guard.localization import Language

_BRANCHES = "一二三四五六七八九"


def articles(language: Language, numbers: Sequence[str]) -> str:
    """第 51、57 条, 第 253 条之一, or art. 51, 57. A branch (253-1) is a 之一 of its article."""
    if language == "en":
        return f"art. {', '.join(numbers)}"
    whole = [number for number in numbers if "-" not in number]
    named = [f"第 {'、'.join(whole)} 条"] if whole else []
    for number in numbers:
        head, _, branch = number.partition("-")
        if branch:
            named.append(f"第 {head} 条之{_BRANCHES[int(branch) - 1]}")
    return "、".join(named)
