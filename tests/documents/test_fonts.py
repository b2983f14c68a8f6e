"""Which font has a character, how wide it is, and what is said of characters that none has."""

from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from merchant_guard.documents.fonts import MISSING_WIDTH, FontStack, font_file, is_invisible

HAN, HAN_BOLD = "NotoSansSC-Regular", "NotoSansSC-Bold"
LATIN, LATIN_BOLD = "NotoSans-Regular", "NotoSans-Bold"

CHOSEN = [
    ("zh", "店", False, HAN),
    ("zh", "店", True, HAN_BOLD),
    ("zh", "a", False, HAN),
    ("zh", "“", False, HAN),
    ("en", "a", False, LATIN),
    ("en", "a", True, LATIN_BOLD),
    ("en", "“", False, LATIN),
    ("en", "店", False, HAN),
    ("en", "店", True, HAN_BOLD),
    ("zh", "喆", False, HAN),
    ("zh", "堃", True, HAN_BOLD),
    ("zh", "㛃", False, HAN),
    ("zh", "們", True, "NotoSansSC-Rest"),
    ("zh", "䶮", True, HAN_BOLD),
    ("zh", "𬎆", False, "RareHan"),
    ("en", "𬎆", True, "RareHan"),
    ("zh", "😀", False, None),
    ("zh", "ع", True, None),
    ("en", "ก", False, None),
]
INVISIBLE = [
    "\u200b",
    "\u200d",
    "\u200f",
    "\ufeff",
    "\u2060",
    "\ufe0f",
    "\U000e0101",
    "\x07",
    "\u00ad",
    "\u3164",
]
VISIBLE = ["\u0601", "\u06dd", "\u0e31", "\u20e3", "ّ", "़"]


@pytest.mark.parametrize(("language", "char", "bold", "font"), CHOSEN)
def test_a_character_is_set_in_the_first_font_that_has_it(
    language: str, char: str, bold: bool, font: str | None
) -> None:
    assert FontStack(language).runs(char, bold) == [(font, char)]


def test_text_is_split_only_where_the_font_changes() -> None:
    fonts = FontStack("zh")
    assert fonts.runs("王犇𬎆、李😀a", bold=False) == [
        (HAN, "王犇"),
        ("RareHan", "𬎆"),
        (HAN, "、李"),
        (None, "😀"),
        (HAN, "a"),
    ]
    assert fonts.runs("", bold=False) == []


def test_only_characters_drawn_as_boxes_are_named() -> None:
    fonts = FontStack("zh")
    fonts.runs("好👩‍🌾❤️ab", bold=False)
    fonts.runs("مرحبا", bold=True)
    assert fonts.unprintable == set("👩🌾مرحبا") | ({"❤"} - _printable("❤"))


def _printable(char: str) -> set[str]:
    return (
        {char} if any(font_file(name).glyph(char) for name in (HAN, "NotoSansSC-Rest", "RareHan")) else set()
    )


def test_one_paper_does_not_name_the_characters_of_another() -> None:
    first, second = FontStack("zh"), FontStack("zh")
    first.runs("😀", bold=False)
    second.runs("好", bold=False)
    assert (first.unprintable, second.unprintable) == ({"😀"}, set())


@pytest.mark.parametrize("char", INVISIBLE, ids=ascii)
def test_what_is_invisible_takes_no_room_and_is_not_named(char: str) -> None:
    fonts = FontStack("zh")
    assert is_invisible(char)
    assert fonts.width(char) == 0
    assert fonts.runs(f"甲{char}乙", bold=False) == [(HAN, "甲乙")]
    assert not fonts.unprintable


@pytest.mark.parametrize("char", VISIBLE, ids=ascii)
def test_a_mark_that_would_be_seen_is_never_dropped_in_silence(char: str) -> None:
    fonts = FontStack("zh")
    drawn = "".join(text for _, text in fonts.runs(f"甲{char}乙", bold=False))
    assert drawn == f"甲{char}乙"
    assert fonts.width(char) > 0


def test_widths_add_up_in_ems() -> None:
    fonts = FontStack("zh")
    assert fonts.width("整改计划") == 4
    assert fonts.width("整😀") == 1 + MISSING_WIDTH
    assert fonts.width("ab") == pytest.approx(fonts.width("a") + fonts.width("b"))
    assert list(fonts.widths("整划")) == [1, 1]


@given(st.text(max_size=80), st.sampled_from(["zh", "en"]), st.booleans())
def test_every_visible_character_is_in_a_font_that_has_it_or_is_named(
    text: str, language: str, bold: bool
) -> None:
    fonts = FontStack(language)
    runs = fonts.runs(text, bold)
    assert "".join(run for _, run in runs) == "".join(char for char in text if not is_invisible(char))
    assert all(font_file(name).glyph(char) for name, run in runs if name for char in run)
    assert fonts.unprintable == {char for name, run in runs if name is None for char in run}
    assert fonts.width(text, bold) == pytest.approx(sum(fonts.width(run, bold) for _, run in runs))


@given(st.characters(exclude_categories=("Cf", "Cc", "Cn", "Mn", "Lo")))
def test_ordinary_characters_are_not_invisible(char: str) -> None:
    assert not is_invisible(char), category(char)
