"""Reading our TrueType files: which characters one has, how wide they are, and a part of it for a PDF.

Only what our fonts hold is read (`resources/fonts/README.md`): `glyf` outlines of 1,000 units to the em and
`cmap` formats 4 and 12. Table layouts are those of the OpenType specification.
"""

import sys
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from pathlib import Path
from struct import pack, unpack_from
from typing import NamedTuple

_LONG_LOCATIONS = 1
_COPIED_TABLES = ("cvt ", "fpgm", "prep")
_MORE_COMPONENTS, _WORD_ARGUMENTS = 0x20, 0x01
_SCALES = ((0x08, 2), (0x40, 4), (0x80, 8))
"""Flag of a component → bytes of the scale that follows."""


class Shape(NamedTuple):
    """What a PDF says of a whole font, in thousandths of an em."""

    box: tuple[int, ...]
    ascent: int
    descent: int
    cap_height: int


class TrueTypeFile:
    """One font file. Raises KeyError or struct.error for a file that is no font of the kind above."""

    def __init__(self, place: Path) -> None:
        self._data = place.read_bytes()
        (count,) = unpack_from(">H", self._data, 4)
        entries = (unpack_from(">4s4xLL", self._data, 12 + 16 * number) for number in range(count))
        self._tables = {tag.decode("ascii"): (start, length) for tag, start, length in entries}
        (long_locations,) = unpack_from(">h", self._table("head"), 50)
        locations = self._table("loca")
        self._locations = (
            _numbers("I", locations)
            if long_locations == _LONG_LOCATIONS
            else array("I", (2 * half for half in _numbers("H", locations)))
        )
        self._full_metrics: int = unpack_from(">H", self._table("hhea"), 34)[0]
        self._metrics = _numbers("H", self._table("hmtx"))
        self._starts, self._ends, self._firsts = self._character_map()

    def glyph(self, char: str) -> int:
        """The number of a character's outline; 0 where the font has none."""
        code = ord(char)
        group = bisect_right(self._starts, code) - 1
        if group < 0 or code > self._ends[group]:
            return 0
        return self._firsts[group] + code - self._starts[group]

    def advance(self, glyph: int) -> int:
        """How far a glyph moves on, in thousandths of an em."""
        return self._metrics[2 * min(glyph, self._full_metrics - 1)]

    def shape(self) -> Shape:
        """The measures of the font as a whole."""
        ascent, descent = unpack_from(">hh", self._table("hhea"), 4)
        (cap_height,) = unpack_from(">h", self._table("OS/2"), 88)
        return Shape(unpack_from(">4h", self._table("head"), 36), ascent, descent, cap_height)

    def subset(self, glyphs: Sequence[int]) -> bytes:
        """A font of these glyphs, numbered from 1 in this order, without names or a character map.

        Glyph 0 stays what it was; parts of composite glyphs come after the glyphs asked for.
        """
        wanted = [0, *glyphs]
        outlines = [self._outline(glyph, wanted) for glyph in _growing(wanted)]
        padded = [outline + bytes(-len(outline) % 4) for outline in outlines]
        locations = array("I", [0])
        for outline in padded:
            locations.append(locations[-1] + len(outline))
        metrics = [number for glyph in wanted for number in (self.advance(glyph), self._side_bearing(glyph))]
        tables = {tag: self._table(tag) for tag in _COPIED_TABLES if tag in self._tables}
        tables |= {
            "glyf": b"".join(padded),
            "head": _with_number(self._table("head"), 50, _LONG_LOCATIONS),
            "hhea": _with_number(self._table("hhea"), 34, len(wanted)),
            "hmtx": pack(f">{len(metrics)}H", *metrics),
            "loca": _big_endian(locations).tobytes(),
            "maxp": _with_number(self._table("maxp"), 4, len(wanted)),
        }
        return _font_file(tables)

    def _table(self, tag: str) -> bytes:
        start, length = self._tables[tag]
        return self._data[start : start + length]

    def _character_map(self) -> "tuple[array[int], array[int], array[int]]":
        """First code, last code and first glyph of every run of characters, by code."""
        start, _ = self._tables["cmap"]
        (count,) = unpack_from(">H", self._data, start + 2)
        places = (unpack_from(">L", self._data, start + 8 + 8 * number)[0] for number in range(count))
        formats = {unpack_from(">H", self._data, start + place)[0]: start + place for place in places}
        if 12 in formats:
            (groups,) = unpack_from(">L", self._data, formats[12] + 12)
            first = formats[12] + 16
            numbers = _numbers("I", self._data[first : first + 12 * groups])
        else:
            (length,) = unpack_from(">H", self._data, formats[4] + 2)
            words = _numbers("H", self._data[formats[4] : formats[4] + length])
            numbers = array("I", (number for group in _groups_of_format_4(words) for number in group))
        return numbers[0::3], numbers[1::3], numbers[2::3]

    def _side_bearing(self, glyph: int) -> int:
        full = self._full_metrics
        return self._metrics[2 * glyph + 1 if glyph < full else full + glyph]

    def _outline(self, glyph: int, wanted: list[int]) -> bytes:
        """An outline as stored; one made of others names them by their new numbers, which `wanted` gets."""
        start, _ = self._tables["glyf"]
        outline = self._data[start + self._locations[glyph] : start + self._locations[glyph + 1]]
        if not outline or unpack_from(">h", outline)[0] >= 0:
            return outline
        place, flags = 10, _MORE_COMPONENTS
        while flags & _MORE_COMPONENTS:
            flags, part = unpack_from(">HH", outline, place)
            outline = _with_number(outline, place + 2, len(wanted))
            wanted.append(part)
            place += 8 if flags & _WORD_ARGUMENTS else 6
            place += sum(length for flag, length in _SCALES if flags & flag)
        return outline


def _groups_of_format_4(words: "array[int]") -> Iterator[tuple[int, int, int]]:
    """Runs of characters as format 12 has them."""
    count = words[3] // 2
    ends, starts, deltas, offsets = (
        slice(7 + n * count + (n > 0), 7 + (n + 1) * count + (n > 0)) for n in range(4)
    )
    for number, (end, start, delta, offset) in enumerate(
        zip(words[ends], words[starts], words[deltas], words[offsets], strict=True)
    ):
        if not offset:
            yield start, end, (start + delta) & 0xFFFF
            continue
        first = offsets.start + number + offset // 2
        for code in range(start, end + 1):
            yield code, code, (words[first + code - start] + delta) & 0xFFFF


def _growing(items: list[int]) -> Iterator[int]:
    """Go through a list that gets longer on the way."""
    number = 0
    while number < len(items):
        yield items[number]
        number += 1


def _numbers(kind: str, data: bytes) -> "array[int]":
    """Big-endian numbers: H of two bytes, I of four."""
    return _big_endian(array(kind, data))


def _big_endian(numbers: "array[int]") -> "array[int]":
    if sys.byteorder == "little":
        numbers.byteswap()
    return numbers


def _with_number(data: bytes, place: int, number: int) -> bytes:
    return data[:place] + pack(">H", number) + data[place + 2 :]


def _font_file(tables: dict[str, bytes]) -> bytes:
    """Tables behind a directory of them."""
    count = len(tables)
    power = count.bit_length() - 1
    directory = [pack(">LHHHH", 0x00010000, count, 16 << power, power, 16 * count - (16 << power))]
    start = 12 + 16 * count
    padded = {tag: data + bytes(-len(data) % 4) for tag, data in sorted(tables.items())}
    for tag, data in padded.items():
        checksum = sum(_numbers("I", data)) & 0xFFFFFFFF
        directory.append(pack(">4sLLL", tag.encode("ascii"), checksum, start, len(tables[tag])))
        start += len(data)
    return b"".join((*directory, *padded.values()))
