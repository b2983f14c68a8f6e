"""Numbers that have no place in a register, found in typed words: ID numbers, bank cards, phone numbers.

Found is what is written in digits, ordinary or full-width, also in groups such as `138 0013 8000`. Where a
number could as well be that of an order or a parcel, it is left alone: a warning that is wrong once a day is
read by nobody. What that costs stands at `_is_card` and `_is_old_identity_number`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class PrivateDetail(StrEnum):
    """What was found, the gravest first. `PHONE_LIST` is two different mobile numbers or more."""

    IDENTITY_NUMBER = "identity_number"
    BANK_CARD = "bank_card"
    PHONE_LIST = "phone_list"
    PHONE = "phone"


@dataclass(frozen=True, slots=True)
class PrivateNumber:
    """A number in a text: what it is (never `PHONE_LIST`), its digits, from where to where it stands."""

    kind: PrivateDetail
    digits: str
    start: int
    end: int


_PLAIN = str.maketrans("０１２３４５６７８９Ｘｘ－　\u00a0\u2007\u2009\u202f", "0123456789Xx-     ")
_RUNS = re.compile("[0-9]+")
_BETWEEN_GROUPS = (" ", "-")
_MOST_GROUPS = 5

_WEIGHTS = tuple(2 ** (17 - place) % 11 for place in range(17))
_CHECK_CHARACTERS = "10X98765432"
_PROVINCES = frozenset(
    {11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46}
    | {50, 51, 52, 53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83, 91}
)

_GROUPED = frozenset(
    {(3, 4, 4), (2, 3, 4, 4)}  # phones
    | {(6, 8, 4), (6, 8, 3), (6, 4, 4, 4), (6, 4, 4, 3)}  # identity numbers, the last digit may be an X
    | {(4, 4, 4, 4), (4, 4, 4, 4, 1), (4, 4, 4, 4, 2), (4, 4, 4, 4, 3), (6, 10), (6, 13)}  # cards
)
"""How many digits stand together where a number is written in groups."""
_FIRST_GROUPS = frozenset(shape[0] for shape in _GROUPED)
_LENGTHS = frozenset((11, 13, *range(15, 20)))
_BEFORE = 10
"""Characters before a number that may say what it is the number of."""


def private_details(text: str) -> Mapping[PrivateDetail, int]:
    """Return what was found and how many different ones, the gravest first; empty when there is nothing.

    A single mobile number is `PHONE`, several different ones are `PHONE_LIST`. Takes time in proportion to
    the text, and never raises.
    """
    found: dict[PrivateDetail, set[str]] = {}
    for number in private_numbers(text):
        found.setdefault(number.kind, set()).add(number.digits)
    counts = {kind: len(numbers) for kind, numbers in found.items()}
    if counts.get(PrivateDetail.PHONE, 0) > 1:
        counts[PrivateDetail.PHONE_LIST] = counts.pop(PrivateDetail.PHONE)
    return {kind: counts[kind] for kind in PrivateDetail if kind in counts}


def private_numbers(text: str) -> tuple[PrivateNumber, ...]:
    """Return every number found with its place, in the order of the text. Never raises."""
    plain = text.translate(_PLAIN)
    return tuple(_numbers(plain, [run.span() for run in _RUNS.finditer(plain)]))


def _numbers(plain: str, runs: Sequence[tuple[int, int]]) -> Iterator[PrivateNumber]:
    at = 0
    while at < len(runs):
        count, number = 1, None
        if runs[at][1] - runs[at][0] in _FIRST_GROUPS:
            count, number = _grouped(plain, runs, at)
        if number is None:
            count, number = 1, _number(plain, runs[at : at + 1])
        if number is not None:
            yield number
        at += count


def _grouped(plain: str, runs: Sequence[tuple[int, int]], at: int) -> tuple[int, PrivateNumber | None]:
    """The number that begins with a run of digits and goes on in others, and how many runs it takes."""
    shape = _shape(plain, runs, at)
    # The most groups first, so that the half of a number is not taken for another one.
    for count in range(len(shape), 1, -1):
        if shape[:count] in _GROUPED and (number := _number(plain, runs[at : at + count])):
            return count, number
    return 1, None


def _shape(plain: str, runs: Sequence[tuple[int, int]], at: int) -> tuple[int, ...]:
    """How many digits a run has and those that follow it at a distance of one space or hyphen each."""
    lengths = [runs[at][1] - runs[at][0]]
    before = runs[at][1]
    for start, end in runs[at + 1 : at + _MOST_GROUPS]:
        if start - before != 1 or plain[before] not in _BETWEEN_GROUPS:
            break
        lengths.append(end - start)
        before = end
    return tuple(lengths)


def _number(plain: str, groups: Sequence[tuple[int, int]]) -> PrivateNumber | None:
    start, end = groups[0][0], groups[-1][1]
    length = sum(last - first for first, last in groups)
    if length not in _LENGTHS:
        return None
    digits = "".join(plain[first:last] for first, last in groups)
    before = plain[max(0, start - _BEFORE) : start]
    mobile = digits[2:] if length == 13 and digits.startswith("86") else digits
    if _is_mobile(mobile):
        return PrivateNumber(PrivateDetail.PHONE, mobile, start, end)
    with_x = length == 17 and plain[end : end + 1] in ("X", "x")
    whole = f"{digits}X" if with_x else digits
    if _is_identity_number(whole) or _is_old_identity_number(whole, before):
        return PrivateNumber(PrivateDetail.IDENTITY_NUMBER, whole, start, end + with_x)
    if _is_card(digits, before, plain[end : end + 1]):
        return PrivateNumber(PrivateDetail.BANK_CARD, digits, start, end)
    return None


def _is_mobile(digits: str) -> bool:
    return len(digits) == 11 and digits[0] == "1" and digits[1] in "3456789"


def _is_identity_number(digits: str) -> bool:
    """Whether these are the 18 characters of GB 11643, with the right check character."""
    if len(digits) != 18 or int(digits[:2]) not in _PROVINCES:
        return False
    if digits[6:8] not in ("19", "20") or not _is_day(digits[6:14]):
        return False
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits[:17], strict=True))
    return _CHECK_CHARACTERS[total % 11] == digits[17]


def _is_old_identity_number(digits: str, before: str) -> bool:
    """Whether these are the 15 digits of before 1999.

    They have no check digit, and parcels have numbers of 15 digits too; one in a hundred of any would pass.
    As they lost their validity in 2013, they are only looked for where the words before speak of an ID.
    """
    said = "证" in before or "id" in before.lower()
    return said and len(digits) == 15 and int(digits[:2]) in _PROVINCES and _is_day("19" + digits[6:12])


def _is_day(digits: str) -> bool:
    try:
        date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return False
    return True


def _is_card(digits: str, before: str, after: str) -> bool:
    """Whether these may be the digits of a bank card: of the schemes used in China, with their check digit.

    Every tenth number passes the check digit alone, and orders have 16 to 19 digits as well. So the first
    digits must be those of a scheme in its length (UnionPay 62, old ICBC cards 9558, Visa 4, Mastercard 51
    to 55, JCB 35), no letter may touch the number as it does in numbers of parcels, and the words before
    must not speak of an order (单). Of the 19-digit order numbers only those with 62 in front are still
    taken for cards, one in ten. Cards of the few banks with their own first digits go unnoticed.
    """
    letter_touches = _is_letter(before[-1:]) or _is_letter(after)
    if letter_touches or ("单" in before and "卡" not in before):
        return False
    length = len(digits)
    of_a_scheme = (
        (16 <= length <= 19 and digits.startswith("62"))
        or (length == 19 and digits.startswith("9558"))
        or (length == 16 and (digits[0] == "4" or "51" <= digits[:2] <= "55" or digits[:2] == "35"))
    )
    return of_a_scheme and _passes_luhn(digits)


def _is_letter(character: str) -> bool:
    return character.isascii() and character.isalpha()


def _passes_luhn(digits: str) -> bool:
    """Whether the last digit fits the others by the check of ISO/IEC 7812."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + place % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0
