"""Written words made plain before anybody is looked for in them: one width, one space, no emoji."""

import re
import unicodedata
from functools import lru_cache

LONGEST_TEXT = 200
"""Characters of a cell or line that is looked into; who is listed stands in fewer."""

_KEYCAP = "\N{COMBINING ENCLOSING KEYCAP}"
_TO_SPACE = {"So", "Sk", "No", "Cc", "Zs", "Zl", "Zp", "Me"}
_TO_NOTHING = {"Cf", "Cs", "Co", "Cn"}
_VARIATIONS = ("\ufe0e", "\ufe0f")
_DOTS = str.maketrans("•・‧∙", "····")

_MARKER = re.compile(
    r"\s*(?:no\.?\s?)?[(\[【]?\s?(?:(?P<number>[0-9]{1,4})|[一二三四五六七八九十]{1,3}(?=[、.)】\]]))"
    r"\s?(?P<end>[.、)\]】:,-]+|\s|(?=[一-鿿A-Za-z]))",
    re.IGNORECASE,
)
_UNITS = frozenset("年月日号人个名位点岁组店楼元块天周级班期区路栋室")
_IN_NUMBERS = (".", ":", "-")
"""What may stand inside of a day, a time or a phone number."""
_LONG_NUMBER = re.compile(r"\d{3,}")


def plain(text: str) -> str:
    """Return text in one width and with single spaces, without emoji, control and invisible characters."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    spaced = "".join(_spaced(char) for char in text)
    return " ".join(unicodedata.normalize("NFKC", spaced).translate(_DOTS).split())


def is_rare_han(char: str) -> bool:
    """Whether it is of the planes for rare Chinese characters; Python does not know the newest."""
    return 0x20000 <= ord(char) < 0x3FFFE


def with_plain_numbering(line: str) -> str:
    """Return a line whose circled or boxed number in front is an ordinary one: `①`, `⒈`, `⑴`, `1️⃣`."""
    start = line.lstrip("\ufeff\u200b\u00a0 \t")
    if _KEYCAP in start[:12]:
        return start.replace("\ufe0f", "").replace(_KEYCAP, "")
    if start and unicodedata.category(start[0]) == "No":
        value = unicodedata.normalize("NFKC", start[0]).strip("().")
        return f"{value}. {start[1:]}" if value.isdecimal() and value.isascii() else start
    return start


def cut_number(text: str) -> tuple[int | None, str]:
    """Return the number in front of a plain line (None without one; 0 for `一、`) and the rest of the line.

    A number glued to a word is numbering (`1张三`), unless it counts what follows (`3月`, `2号店`).
    """
    marker = _MARKER.match(text)
    if marker is None:
        return None, text
    rest = text[marker.end() :].strip()
    following = text[marker.end() : marker.end() + 1]
    counts_what_follows = marker["end"] in ("", " ") and following in _UNITS
    goes_on = marker["end"] in _IN_NUMBERS or (marker["end"] == " " and len(marker["number"] or "") > 2)
    if counts_what_follows or (goes_on and following.isdecimal()):
        return None, text
    return int(marker["number"] or 0), rest


def masked(text: str, longest: int) -> str:
    """Return a text as it may be shown: plain, its long numbers gone, at most so many characters."""
    short = _LONG_NUMBER.sub("…", plain(text[:LONGEST_TEXT]))
    return short if len(short) <= longest else short[: longest - 1] + "…"


@lru_cache(maxsize=4096)
def _spaced(char: str) -> str:
    category = unicodedata.category(char)
    if category in _TO_SPACE:
        return " "
    gone = category in _TO_NOTHING and not is_rare_han(char)
    return "" if gone or char in _VARIATIONS else char
