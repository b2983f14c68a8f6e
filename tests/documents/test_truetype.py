"""Our reading of TrueType files agrees with fontTools', and a part of a font draws what the font draws."""

import struct
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

from merchant_guard.documents.truetype import TrueTypeFile
from merchant_guard.system import resources

PLACES = sorted(resources.path("fonts").glob("*.ttf"))
COMPOSED = "éèêëçñüöåÀÉ"

every_font = pytest.mark.parametrize("place", PLACES, ids=lambda place: place.stem)


@cache
def read(place: Path) -> tuple[TrueTypeFile, TTFont]:
    return TrueTypeFile(place), TTFont(place)


def drawn(font: TTFont, glyph: int) -> list[Any]:
    """What a glyph draws, parts of a composite one put in their places."""
    glyphs = glyph_set(font)
    pen = DecomposingRecordingPen(glyphs)
    glyphs[font.getGlyphName(glyph)].draw(pen)
    return list(pen.value)


@cache
def glyph_set(font: TTFont) -> Any:
    return font.getGlyphSet()


@every_font
def test_every_character_has_the_glyph_fonttools_finds_and_no_other_has_one(place: Path) -> None:
    ours, theirs = read(place)
    numbers = theirs.getReverseGlyphMap()
    known = {chr(code): numbers[name] for code, name in theirs.getBestCmap().items()}
    assert {char: ours.glyph(char) for char in known} == known
    around = {chr(ord(char) + step) for char in known for step in (-1, 1) if 0 < ord(char) + step < 0x10FFFF}
    assert not [char for char in (around | {"\0", "\U0010ffff"}) - set(known) if ours.glyph(char)]


@every_font
def test_every_glyph_is_as_wide_as_fonttools_says(place: Path) -> None:
    ours, theirs = read(place)
    widths = [theirs["hmtx"][name][0] for name in theirs.getGlyphOrder()]
    assert [ours.advance(glyph) for glyph in range(len(widths))] == widths


@every_font
def test_measures_of_the_font_are_those_fonttools_reads(place: Path) -> None:
    ours, theirs = read(place)
    head = theirs["head"]
    assert ours.shape() == (
        (head.xMin, head.yMin, head.xMax, head.yMax),
        theirs["hhea"].ascent,
        theirs["hhea"].descent,
        theirs["OS/2"].sCapHeight,
    )


@every_font
def test_a_part_of_a_font_draws_the_same_glyphs_in_the_order_asked_for(place: Path) -> None:
    ours, theirs = read(place)
    characters = [chr(code) for code in list(theirs.getBestCmap())[::301]]
    glyphs = [ours.glyph(char) for char in characters]
    part = TTFont(BytesIO(ours.subset(glyphs)))
    assert part["maxp"].numGlyphs >= len(glyphs) + 1
    for number, glyph in enumerate([0, *glyphs]):
        assert drawn(part, number) == drawn(theirs, glyph)
        new, old = part.getGlyphName(number), theirs.getGlyphName(glyph)
        assert part["hmtx"][new] == theirs["hmtx"][old]


def test_parts_of_composite_glyphs_come_along() -> None:
    ours, theirs = read(resources.path("fonts/NotoSans-Regular.ttf"))
    glyphs = [ours.glyph(char) for char in COMPOSED]
    part = TTFont(BytesIO(ours.subset(glyphs)))
    composed = [number for number in range(1, len(glyphs) + 1) if is_composite(part, number)]
    assert composed, "the sample has no composite glyph"
    assert [drawn(part, number) for number in composed] == [
        drawn(theirs, glyphs[number - 1]) for number in composed
    ]


def is_composite(font: TTFont, glyph: int) -> bool:
    return bool(font["glyf"][font.getGlyphName(glyph)].isComposite())


def test_the_same_glyph_may_be_asked_for_twice() -> None:
    ours, _ = read(resources.path("fonts/NotoSans-Regular.ttf"))
    glyph = ours.glyph("é")
    part = TTFont(BytesIO(ours.subset([glyph, glyph])))
    assert drawn(part, 1) == drawn(part, 2) != []


@every_font
def test_checksums_of_a_part_are_right(place: Path) -> None:
    ours, _ = read(place)
    TTFont(BytesIO(ours.subset([1, 2, 3])), checkChecksums=2)


def test_a_file_that_is_no_font_is_not_read(tmp_path: Path) -> None:
    place = tmp_path / "no.ttf"
    place.write_bytes(b"not a font, just words" * 9)
    with pytest.raises((KeyError, struct.error)):
        TrueTypeFile(place)
