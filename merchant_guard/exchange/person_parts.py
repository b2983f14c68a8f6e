"""A line or cell cut into what it says: words, days, and numbers that are not kept."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from merchant_guard.domain.private_details import PrivateDetail, private_numbers
from merchant_guard.exchange.heading_words import announced_in
from merchant_guard.exchange.listed_people import LeftOut
from merchant_guard.exchange.person_text import is_rare_han
from merchant_guard.exchange.role_words import is_role

LONGEST_NAME = 30
_YEARS = range(1900, 2100)
_KINDS = {
    PrivateDetail.IDENTITY_NUMBER: LeftOut.IDENTITY_NUMBER,
    PrivateDetail.BANK_CARD: LeftOut.BANK_CARD,
    PrivateDetail.PHONE: LeftOut.PHONE,
}

_DIGIT = re.compile("[0-9]")
_EMAIL = re.compile(r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{3,}")
_LANDLINE = re.compile(r"(?<![0-9])0[0-9]{2,3}[- ]?[0-9]{7,8}(?![0-9])")
_DAYS = re.compile(
    r"(?<![0-9])(?:"
    r"(?P<year>[0-9]{4})\s?[-/.年]\s?(?P<month>[0-9]{1,2})\s?[-/.月]\s?(?P<day>[0-9]{1,2})(?![0-9])(?:\s?[日号])?"
    r"(?:[ T][0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)?"
    r"|(?P<whole>(?:19|20)[0-9]{6})(?![0-9])"
    r"|(?:19|20)[0-9]{2}\s?年(?:\s?[0-9]{1,2}\s?月份?)?"
    r"|(?:19|20)[0-9]{2}[-/.][0-9]{1,2}(?![0-9])"
    r"|[0-9]{2}[-/.年][0-9]{1,2}[-/.月][0-9]{1,2}(?![0-9])[日号]?"
    r"|[0-9]{1,2}\s?月(?:份|\s?[0-9]{1,2}\s?[日号]?)?"
    r"|[0-9]{1,2}/[0-9]{1,2}/(?:[0-9]{4}|[0-9]{2})(?![0-9])"
    r")"
)
_WAGE = re.compile(
    r"[¥￥$]\s?[0-9][0-9,.]*"
    r"|[0-9][0-9,.]*\s?(?:元|块|[kK](?![A-Za-z])|/月|每月|/天|/小时)[0-9/月天]*"
)
_ADDRESS_PARTS = frozenset("省市区县镇乡村路街巷弄号栋幢室楼")
_BREAKS = frozenset(',、;:|()[]{}<>【】「」『』《》〈〉“”‘’"!?。~/\\—–_+=*&^%$¥#`§×')
_INNER = frozenset("-'.·@")
"""Characters that may stand within a name, an address or a number, and break words elsewhere."""

_IN_NAMES = frozenset("-'.· ")
_GENDERS = ("男", "女")


@dataclass(frozen=True, slots=True)
class Day:
    """A day as it was written; None for what names no whole day of the calendar."""

    day: date | None


Part = LeftOut | Day | str


def parts_of(text: str) -> Iterator[Part]:
    """Cut a plain text of at most some hundred characters into its parts, in their order."""
    at = 0
    for start, end, part in sorted(_cuts(text), key=lambda cut: cut[0]):
        if start >= at:
            yield from _words(text[at:start])
            yield part
            at = end
    yield from _words(text[at:])


def _cuts(text: str) -> Iterator[tuple[int, int, Part]]:
    """Where something stands that is no word; of two things at one place the first is meant."""
    if "@" in text:
        yield from ((*found.span(), LeftOut.EMAIL) for found in _EMAIL.finditer(text))
    if not _DIGIT.search(text):
        return
    yield from ((found.start, found.end, _KINDS[found.kind]) for found in private_numbers(text))
    yield from ((*found.span(), LeftOut.PHONE) for found in _LANDLINE.finditer(text))
    yield from ((*found.span(), _day(found)) for found in _DAYS.finditer(text))
    yield from ((*found.span(), LeftOut.WAGE) for found in _WAGE.finditer(text))


def kind_of_word(word: str) -> LeftOut | None:
    """Return what a word without days and known numbers is, None for words that may name somebody."""
    if kind := announced_in(word):
        return kind
    if len(word) >= 6 and sum(char in _ADDRESS_PARTS for char in word) >= 2:
        return LeftOut.ADDRESS
    if word.lower().startswith(("wx", "vx", "weixin", "wechat")):
        return LeftOut.CHAT_ACCOUNT
    if len(word) in (15, 18) and (word[:-1] if word[-1] in "Xx" else word).isdecimal():
        return LeftOut.IDENTITY_NUMBER
    if word.isdecimal() and len(word) in range(16, 20) and word.startswith(("62", "4", "5", "3", "9558")):
        return LeftOut.BANK_CARD
    return LeftOut.OTHER if sum(char.isdigit() for char in word) > 2 or "@" in word else None


def may_name_somebody(word: str) -> bool:
    """Whether a plain word has the characters and the length of a name; digits only two, as in 张三2."""
    digits = sum(char.isdigit() for char in word)
    letters = sum(_is_letter(char) for char in word)
    fits = digits + letters + sum(char in _IN_NAMES or _is_accent(char) for char in word) == len(word)
    return fits and letters > 0 and digits <= 2 and len(word) <= LONGEST_NAME and not word[0].isdigit()


def is_han(char: str) -> bool:
    """Whether it is a Chinese character."""
    return "\u3400" <= char <= "\u9fff" or char == "〇" or "\uf900" <= char <= "\ufaff" or is_rare_han(char)


def _is_letter(char: str) -> bool:
    return char.isalpha() or is_han(char)


def _is_accent(char: str) -> bool:
    return unicodedata.category(char) in ("Mn", "Mc")


def _day(found: re.Match[str]) -> Day:
    whole = found["whole"]
    written = (whole[:4], whole[4:6], whole[6:]) if whole else (found["year"], found["month"], found["day"])
    if None in written or int(written[0]) not in _YEARS:
        return Day(None)
    try:
        return Day(date(*(int(number) for number in written)))
    except ValueError:
        return Day(None)


def _words(text: str) -> Iterator[str]:
    """The words between hard breaks; 张 三 is one word, and so is Li Lei."""
    for phrase in _phrases(text):
        before = ""
        for word in phrase.split():
            if before and _goes_on(before.rsplit(" ", maxsplit=1)[-1], word):
                before = f"{before} {word}"
                continue
            if before:
                yield _joined(before)
            before = word
        if before:
            yield _joined(before)


def _goes_on(before: str, word: str) -> bool:
    """Whether two words belong to one name: both single Chinese characters, or both Latin and no role."""
    if is_han(word[0]):
        return len(before) == len(word) == 1 and is_han(before) and word not in _GENDERS
    latin = not any(is_han(char) or char.isdigit() for char in before + word)
    return latin and not is_role(before) and not is_role(word)


def _joined(words: str) -> str:
    return words.replace(" ", "") if is_han(words[0]) else words


def _phrases(text: str) -> list[str]:
    """Cut at punctuation, but not at what stands within a word."""
    kept = [" ", *text, " "]
    for place, char in enumerate(kept):
        if char in _BREAKS or (char in _INNER and not _is_within(char, kept[place - 1], kept[place + 1])):
            kept[place] = "\n"
    return "".join(kept).split("\n")


def _is_within(char: str, before: str, after: str) -> bool:
    if char == "·":
        return before.isalpha() and after.isalpha()
    return before.isascii() and before.isalnum() and after.isascii() and after.isalnum()
