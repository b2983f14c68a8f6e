"""One person read from the words about them: name, role, day of joining; the rest is counted, not kept."""

from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from merchant_guard.exchange.heading_words import Column, Kept, is_nobody, label_of
from merchant_guard.exchange.listed_people import Gathering, LeftOut, ListedPerson
from merchant_guard.exchange.person_parts import Day, is_han, kind_of_word, may_name_somebody, parts_of
from merchant_guard.exchange.role_words import is_role, role_of, split_role

FIRST_YEAR_OF_JOINING = 2010
"""A day before that without a word to it is a birthday: who was born later is too young to work."""
LONGEST_ROLE = 20
"""Characters of a word for a role that is shown."""


class Bounds(Enum):
    """How sure it is that a word is a name, as the most Chinese characters it may have."""

    BARE = 4
    NUMBERED = 6
    COLUMN = 12


@dataclass(slots=True)
class _Said:
    """What the words about a person have said so far; `announced` is what the next of them is."""

    name: str = ""
    role: str | None = None
    role_as_written: str = ""
    joined: date | None = None
    announced: Column | None = None
    left: list[str] = field(default_factory=list)


def read_person(words: str, bounds: Bounds, gathering: Gathering) -> ListedPerson | None:
    """Read a plain line. Returns None where it names nobody; what it held besides is counted all the same."""
    said = _Said()
    for part in parts_of(words):
        announced, said.announced = said.announced, None
        match part:
            case LeftOut():
                gathering.leave_out(part)
            case Day():
                _take_day(part, announced, said, gathering)
            case _:
                _take_word(part, announced, bounds, said, gathering)
    if not said.name:
        _take_glued(bounds, said)
    if said.name and said.role is None:
        _take_other_role(said)
    for word in said.left:
        if len(word) > 1 or not word.isdigit():
            gathering.leave_out(LeftOut.OTHER)
    if not said.name:
        return None
    return ListedPerson(said.name, said.role or "other", said.joined, said.role_as_written)


def is_name(word: str, bounds: Bounds) -> bool:
    """Whether a plain word may be somebody's name and is nothing else that is known."""
    if not may_name_somebody(word) or is_nobody(word):
        return False
    if any(is_han(char) for char in word):
        return len(word) <= bounds.value or "·" in word
    return bounds is Bounds.COLUMN or (len(word) > 1 and word.count(" ") < 4)


def shown_role(word: str) -> str:
    """Return a word for a role as it may be shown: short, and without numbers."""
    return "".join(char for char in word if not char.isdigit())[:LONGEST_ROLE].strip(" -'.·@")


def _take_day(day: Day, announced: Column | None, said: _Said, gathering: Gathering) -> None:
    if announced is LeftOut.BIRTHDAY or _is_birthday(day, announced):
        gathering.leave_out(LeftOut.BIRTHDAY)
    elif isinstance(announced, LeftOut) or (said.joined and day.day):
        gathering.leave_out(LeftOut.OTHER)
    elif day.day is None:
        gathering.unread_days += 1
    else:
        said.joined = day.day


def _is_birthday(day: Day, announced: Column | None) -> bool:
    return announced is not Kept.JOINED and day.day is not None and day.day.year < FIRST_YEAR_OF_JOINING


def _take_word(
    word: str, announced: Column | None, bounds: Bounds, said: _Said, gathering: Gathering
) -> None:
    if isinstance(announced, LeftOut):
        gathering.leave_out(announced)
    elif announced is Kept.NAME and not said.name and is_name(word, Bounds.COLUMN):
        said.name = word
    elif announced is Kept.ROLE and said.role is None:
        _take_role(word, said)
    elif role_of(word) and not isinstance(label_of(word), Kept):
        # 电话客服 announces no phone number. What is more than a role may hold a name as well.
        if is_role(word) and said.role is None:
            _take_role(word, said)
        else:
            said.left.append(word)
    elif column := label_of(word):
        said.announced = column
    elif kind := kind_of_word(word):
        gathering.leave_out(kind)
    elif not said.name and is_name(word, bounds):
        said.name = word
    else:
        said.left.append(word)


def _take_role(word: str, said: _Said) -> None:
    said.role, said.role_as_written = role_of(word) or "other", shown_role(word)


def _take_glued(bounds: Bounds, said: _Said) -> None:
    """No word was a name by itself: 客服小李 and 张三打包 hold one."""
    for word in said.left:
        found = split_role(word)
        if found and is_name(found[0], bounds):
            said.left.remove(word)
            said.name, role = found
            if said.role is None:
                _take_role(role, said)
            return


def _take_other_role(said: _Said) -> None:
    """A word in which a role is spoken of, else the first that was left, which is shown."""
    words = [word for word in said.left if len(word) > 1 and shown_role(word) and not is_nobody(word)]
    if not words:
        return
    word = next((word for word in words if role_of(word)), words[0])
    if len(word) <= LONGEST_ROLE:
        said.left.remove(word)
        _take_role(word, said)
