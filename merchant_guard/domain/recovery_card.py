"""The recovery card: the key of a store as sixteen groups of six digits, to be copied by hand.

A group is 16 bits as five digits and a check digit by Damm's scheme (H. M. Damm, 2004), which finds every
wrong digit and every swap of neighbours; the number of the group goes into it, so that most groups in the
place of another are found too. A group with a slip is told by its number.
"""

import re
import unicodedata

from merchant_guard.domain.errors import InputError, Problem, problem

GROUPS = 16
_DIGITS, _BITS = 6, 16
_SIGNS_BETWEEN = re.compile(r"[\s\-–—_.,·、，。/]+")

# Damm's quasigroup of order 10: totally anti-symmetric, with zeros on the diagonal.
_DAMM = (
    (0, 3, 1, 7, 5, 9, 8, 6, 4, 2),
    (7, 0, 9, 2, 1, 5, 4, 8, 6, 3),
    (4, 2, 0, 6, 8, 7, 1, 3, 5, 9),
    (1, 7, 5, 0, 9, 8, 3, 4, 2, 6),
    (6, 1, 2, 3, 0, 4, 5, 9, 7, 8),
    (3, 6, 7, 4, 2, 0, 9, 5, 8, 1),
    (5, 8, 6, 9, 7, 2, 0, 1, 3, 4),
    (8, 9, 4, 5, 3, 6, 2, 0, 1, 7),
    (9, 4, 3, 8, 6, 1, 7, 2, 0, 5),
    (2, 5, 8, 1, 4, 3, 6, 7, 9, 0),
)


def card_groups(key: bytes) -> tuple[str, ...]:
    """Return the groups of a key of 32 bytes, in their order."""
    numbers = [int.from_bytes(key[start : start + 2]) for start in range(0, len(key), 2)]
    return tuple(_group(number, place) for place, number in enumerate(numbers, start=1))


def key_of_card(text: str) -> bytes:
    """Return the key of what was typed from a card; signs between the digits do not matter.

    Raises InputError: `card.length` with how many digits there are, or `card.group` for every group with a
    slip, with its number and what was typed.
    """
    digits = _SIGNS_BETWEEN.sub("", unicodedata.normalize("NFKC", text))
    if len(digits) != GROUPS * _DIGITS:
        raise InputError(problem("card.length", given=len(digits), expected=GROUPS * _DIGITS))
    groups = [digits[start : start + _DIGITS] for start in range(0, len(digits), _DIGITS)]
    wrong = [_slip(place, group) for place, group in enumerate(groups, start=1) if not is_sound(group, place)]
    if wrong:
        raise InputError(wrong)
    return b"".join(int(group[:-1]).to_bytes(2) for group in groups)


def digits_of(text: str) -> str:
    """The digits in a text, whichever way they were typed."""
    plain = unicodedata.normalize("NFKC", text)
    return "".join(str(int(sign)) for sign in plain if sign.isdecimal())


def is_sound(group: str, place: int) -> bool:
    """Whether six digits can stand in a place of a card, counted from 1."""
    if re.fullmatch(f"[0-9]{{{_DIGITS}}}", group) is None:
        return False
    number = int(group[:-1])
    return number < 1 << _BITS and group == _group(number, place)


def _group(number: int, place: int) -> str:
    digits = f"{number:05}"
    return digits + str(_check_digit(f"{place:02}{digits}"))


def _check_digit(digits: str) -> int:
    interim = 0
    for digit in digits:
        interim = _DAMM[interim][int(digit)]
    return interim


def _slip(place: int, group: str) -> Problem:
    return problem("card.group", number=place, group=group)
