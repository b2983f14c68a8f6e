"""People written one below the other: lines as they are typed, and the numbered lists of WeChat (接龙)."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from merchant_guard.domain.errors import InputError, problem
from merchant_guard.exchange.heading_words import is_nobody
from merchant_guard.exchange.listed_people import Gathering, ListedPerson
from merchant_guard.exchange.person_reader import Bounds, is_name, read_person
from merchant_guard.exchange.person_text import LONGEST_TEXT, cut_number, plain, with_plain_numbering
from merchant_guard.exchange.role_words import has_surname, role_of
from merchant_guard.exchange.spreadsheet import MOST_ROWS, MOST_TEXT

_MARKS = ("接龙", "group note", "群接龙")
_HEAD = 5
"""Lines among which the word 接龙 stands."""
_INLINE = re.compile(r"(?<![0-9])(?P<number>[0-9]{1,4})\s?[.、)](?![0-9])")
Line = tuple[int | None, str]
"""The number in front of a line, None without one, and the rest of it, plain."""


def read_lines(texts: Iterable[str], gathering: Gathering) -> None:
    """Gather people from lines, one each. Raises InputError `names.too_many_rows`, `names.too_much`."""
    lines = list(islice(_lines(texts), MOST_ROWS + 1))
    if len(lines) > MOST_ROWS:
        raise InputError(problem("names.too_many_rows", limit=MOST_ROWS))
    if sum(len(words) for _, words in lines) > MOST_TEXT:
        raise InputError(problem("names.too_much"))
    is_chain = any(mark in words.lower() for _, words in lines[:_HEAD] for mark in _MARKS)
    numbered = [place for place, (number, _) in enumerate(lines) if number is not None]
    if is_chain and numbered:
        _read_chain(lines[numbered[0] :], gathering)
        return
    if len(numbered) > 1:
        # What stands over a numbered list is its title.
        lines = lines[numbered[0] :]
    for number, words in lines:
        _read_line(words, number is not None, gathering)


def looks_like_chain(text: str) -> bool:
    """Whether a text is a list passed on in WeChat, which may hold tabs as well."""
    return any(mark in line.lower() for line in text.lstrip().splitlines()[:_HEAD] for mark in _MARKS)


def _read_chain(lines: list[Line], gathering: Gathering) -> None:
    """In these a new person has a new number; lines without one go on with what was said before."""
    entries: list[str] = []
    for number, words in lines:
        if number is not None:
            entries.append(words)
        elif not is_nobody(words):
            entries[-1] = f"{entries[-1]}, {words}"
    for words in entries:
        _read_line(words, True, gathering)


def _read_line(words: str, numbered: bool, gathering: Gathering) -> None:
    if not words or (is_nobody(words) and not numbered):
        return
    if len(words) > LONGEST_TEXT:
        gathering.puzzle_over(words)
    elif names := _several(words):
        for name in names:
            gathering.add(ListedPerson(name))
    elif person := read_person(words, Bounds.NUMBERED if numbered else Bounds.BARE, gathering):
        gathering.add(person)
    else:
        gathering.puzzle_over(words)


def _several(words: str) -> list[str]:
    """The names in a line of nothing but names (张三、李四、王五), else none."""
    spaced = not any(break_ in words for break_ in "、,")
    names = words.split() if spaced else [name.strip() for name in re.split("[、,]", words)]
    if len(names) < (2 if "、" in words else 3) or (spaced and not all(map(has_surname, names))):
        return []
    return names if all(role_of(one) is None and is_name(one, Bounds.BARE) for one in names) else []


def _lines(texts: Iterable[str]) -> Iterator[Line]:
    for text in texts:
        line = plain(with_plain_numbering(text[: 20 * LONGEST_TEXT]))
        if not line:
            continue
        yield from (cut_number(one) for one in _entries(line))


def _entries(line: str) -> list[str]:
    """A line with several numbered people in it (`1. … 2. …`) as a line for each."""
    starts: list[int] = []
    expected: int | None = None
    for marker in _INLINE.finditer(line):
        number = int(marker["number"])
        if number == expected or (expected is None and marker.start() == 0):
            starts.append(marker.start())
            expected = number + 1
    if len(starts) < 2:
        return [line]
    return [line[start:end].strip() for start, end in zip(starts, [*starts[1:], len(line)], strict=True)]
