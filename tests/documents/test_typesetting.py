"""Where lines end: the rules of Chinese line ends, whole Latin words, and nothing lost on the way."""

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from merchant_guard.documents.blocks import Badge, BadgeLook, Bar, Blank, CheckBox, Inline, Words
from merchant_guard.documents.fonts import FontStack
from merchant_guard.documents.typesetting import BAR, Line, break_lines, piece_width, shorten
from merchant_guard.documents.units import MM

SIZE = 10.0
CHINESE, ENGLISH = FontStack("zh"), FontStack("en")
CLOSERS = "、。，．：；？！…—～·）〕］｝】〗〉》」』”’％‰℃,.:;?!)]}%"
OPENERS = "（〔［｛【〖〈《「『“‘￥¥$([{#"


def B(text: str) -> Words:  # noqa: N802
    return Words(text, bold=True)


W = Words


def lines(text: str | Sequence[Inline], ems: float, fonts: FontStack = CHINESE) -> list[Line]:
    """The lines of a text in a column of some Chinese characters' width."""
    inlines = (Words(text),) if isinstance(text, str) else text
    return break_lines(inlines, SIZE, ems * SIZE, fonts)


def shown(line: Line) -> str:
    """The text of a line; what is bold stands between stars, everything else is a square."""
    parts = [
        (f"*{piece.inline.text}*" if piece.inline.bold else piece.inline.text)
        if isinstance(piece.inline, Words)
        else "▢"
        for piece in line.pieces
        if piece.inline != Words("") and piece.inline != B("")
    ]
    return "".join(parts)


def set_as(text: str | Sequence[Inline], ems: float, fonts: FontStack = CHINESE) -> str:
    return "|".join(map(shown, lines(text, ems, fonts)))


ORDINARY = [
    ("", 4, ""),
    ("好", 4, "好"),
    ("员工保密", 4, "员工保密"),
    ("员工保密协议", 4, "员工保密|协议"),
    ("一二三四五六七八九", 3, "一二三|四五六|七八九"),
    ("一二\n三四", 4, "一二|三四"),
    ("一二三四\n五六七八九", 4, "一二三四|五六七八|九"),
    ("一\n\n二", 4, "一||二"),
    ("一\n", 4, "一|"),
    ("一二三四 五", 4, "一二三四|五"),
    ("一二三四　五", 4, "一二三四|五"),
    ("一二   ", 4, "一二   "),
    ("　　一二三", 4, "　　一二|三"),
    ("一二三\n  四五六", 3, "一二三|  四五|六"),
    ("𬎆㛃䶮喆堃犇", 4, "𬎆㛃䶮喆|堃犇"),
]
NO_MARK_BEGINS_A_LINE = [
    ("一二三四，五六", 4, "一二三|四，五六"),
    ("一二三四。五六", 4, "一二三|四。五六"),
    ("一二三四。”五", 4, "一二三|四。”五"),
    ("一二三四……五", 4, "一二三|四……五"),
    ("一二三四——五", 4, "一二三|四——五"),
    ("一二三》、四五", 4, "一二|三》、四|五"),
    ("一二三四）五", 4, "一二三|四）五"),
    ("一二三四％五", 4, "一二三|四％五"),
    ("一二三四 ，五", 4, "一二三|四 ，五"),
]
NO_MARK_ENDS_A_LINE = [
    ("一二三（四五）六", 4, "一二三|（四五）|六"),
    ("一二三“四五”六", 4, "一二三|“四五”|六"),
    ("一二《《三四》》", 4, "一二|《《三|四》》"),
    ("一二三￥五", 4, "一二三|￥五"),
    ("一二三（", 4, "一二三（"),
]
WORDS_STAY_WHOLE = [
    ("用 Windows 登录", 6, "用 Windows|登录"),
    ("店里有 Windows 电脑", 6, "店里有|Windows|电脑"),
    ("店里店里2026-11-30", 6, "店里店里|2026-11-30"),
    ("店里店里店10:30开", 6, "店里店里店|10:30开"),
    ("店里店里店1,000单", 6, "店里店里店|1,000单"),
    ("店里店里店3.14米", 6, "店里店里店|3.14米"),
    ("看看plan.json吧", 5, "看看|plan.json|吧"),
    ("看看Wi-Fi密码", 4, "看看|Wi-Fi|密码"),
    ("一二三四¥99", 5, "一二三四|¥99"),
    ("一二三四99%", 5, "一二三四|99%"),
    ("一二三四（99%）", 5, "一二三四|（99%）"),
    ("店店Ещё раз", 3, "店店|Ещё|раз"),
    ("一二 a\u00a0b", 3, "一二|a\u00a0b"),
    ("一二第\u00a051\u00a0条", 4, "一二|第\u00a051\u00a0条"),
    ("一二三e\u0301四", 3, "一二三|e\u0301四"),
    ("一,二,三", 1.5, "一,|二,|三"),
    ("aa,bb", 1.5, "aa,|bb"),
]
NO_CHARACTER_IS_LEFT_ALONE = [
    ("一二三四五六", 5, "一二三四|五六"),
    ("一二三四五六。", 5, "一二三四|五六。"),
    ("一二三四五六”。", 5, "一二三四|五六”。"),
    ("一二三四五六七八九十甲", 5, "一二三四五|六七八九|十甲"),
    ("一二三四五\n六七八九十甲", 5, "一二三四五|六七八九|十甲"),
    ("一二三四”五", 5, "一二三四”|五"),
    ("一二三“四五”六", 6, "一二三“四|五”六"),
    ("一二三 Windows 五", 7.2, "一二三|Windows 五"),
    ("一二三四五 6", 5, "一二三四五|6"),
    ("一二三四五六", 4, "一二三四|五六"),
    ("一二三四五", 4, "一二三四|五"),
    ("一二三四五6", 5, "一二三四五|6"),
]
LONG_WORDS_ARE_BROKEN = [
    ("aaaaaaaaaaaa", 3, "aaaaa|aaaaa|aa"),
    ("一aaaaaaaaaaaa", 3, "一|aaaaa|aaaaa|aa"),
    ("aaaaaaaaaa。", 3, "aaaaa|aaaa|a。"),
    ("（aaaaaaaaaa", 3, "（aaa|aaaaa|aa"),
    ("，，，，，", 3, "，，，|，，"),
    ("一，，，，，", 3, "一，，|，，，"),
    ("一二三", 0.5, "一|二|三"),
    ("一二三", -1, "一|二|三"),
    ("a b", 0.1, "a|b"),
]


@pytest.mark.parametrize(
    ("text", "ems", "expected"),
    [
        *ORDINARY,
        *NO_MARK_BEGINS_A_LINE,
        *NO_MARK_ENDS_A_LINE,
        *WORDS_STAY_WHOLE,
        *LONG_WORDS_ARE_BROKEN,
        *NO_CHARACTER_IS_LEFT_ALONE,
    ],
)
def test_lines_end_where_they_may(text: str, ems: float, expected: str) -> None:
    assert set_as(text, ems) == expected


@pytest.mark.parametrize(
    ("text", "ems", "expected"),
    [
        ("Lock the screen when you leave", 8, "Lock the screen|when you leave"),
        ("a well-known shop", 6.5, "a well-known|shop"),
        ("I don’t stop", 3, "I don’t|stop"),
        ("the owner’s “own” one", 7, "the owner’s|“own” one"),
        ("end. Next", 3, "end.|Next"),
        ("and/or", 2, "and|/or"),
        ("pay about ¥100–500 once", 6, "pay about|¥100–500|once"),
        ("店主 says 好的好的", 5, "店主 says|好的好的"),
    ],
)
def test_english_breaks_between_words(text: str, ems: float, expected: str) -> None:
    assert set_as(text, ems, ENGLISH) == expected


@pytest.mark.parametrize(
    ("inlines", "ems", "expected"),
    [
        ((W("一二"), B("三四"), W("五六")), 4, "一二*三四*|五六"),
        ((W("一二三"), B("四五六七八九")), 4, "一二三*四*|*五六七八*|*九*"),
        ((W("一二"), B("三四"), W("，五")), 4, "一二*三*|*四*，五"),
        ((B("一二三四"), W("。”五")), 4, "*一二三*|*四*。”五"),
        ((W("一二三（"), B("四五"), W("）六")), 4, "一二三|（*四五*）|六"),
        ((W("看看Win"), B("dows")), 5, "看看|Win*dows*"),
        ((B("发现日期："), W("2026-11-21")), 6, "*发现日期：*|2026-11-21"),
        ((W("一"), W(""), B(""), W("二")), 4, "一二"),
        ((W("一二三四"), Badge("高", BadgeLook.HEAVY)), 4, "一二三四|▢"),
        ((W("一二"), Badge("高", BadgeLook.HEAVY), W("，三")), 4, "一二|▢，三"),
        ((W("一（"), Badge("高", BadgeLook.HEAVY), W("）")), 4, "一|（▢）"),
        ((CheckBox(False),), 0.5, "▢"),
        ((W("一二 "), Blank(10.0), W(" 三")), 5.5, "一二 ▢|三"),
    ],
)
def test_weights_and_boxes_follow_the_same_rules(
    inlines: Sequence[Inline], ems: float, expected: str
) -> None:
    assert set_as(inlines, ems) == expected


@pytest.mark.parametrize(
    ("inlines", "ems", "blanks"),
    [
        ((W("签名"), Blank()), 10, [80.0]),
        ((W("签名"), Blank(), W("。")), 10, [70.0]),
        ((Blank(),), 10, [100.0]),
        ((W("一二三四五六七八九十十一"), Blank()), 10, [80.0]),
        ((W("一二"), Blank(10.0)), 10, [10 * MM]),
    ],
)
def test_a_blank_without_a_width_takes_what_its_line_leaves(
    inlines: Sequence[Inline], ems: float, blanks: list[float]
) -> None:
    pieces = [piece for line in lines(inlines, ems) for piece in line.pieces]
    assert [piece.width for piece in pieces if isinstance(piece.inline, Blank)] == pytest.approx(blanks)


def test_what_never_breaks_has_the_width_it_is_drawn_with() -> None:
    badge = piece_width(Badge("红线", BadgeLook.SOLID), SIZE, CHINESE)
    assert badge > piece_width(Badge("高", BadgeLook.LIGHT), SIZE, CHINESE) > SIZE
    assert piece_width(CheckBox(True), SIZE, CHINESE) == 5 * MM
    assert piece_width(Bar(1, 0, 2), SIZE, CHINESE) == BAR
    assert piece_width(Blank(12.0), SIZE, CHINESE) == 12 * MM
    assert piece_width(Words("整改", bold=True), SIZE, CHINESE) == 2 * SIZE


@pytest.mark.parametrize(
    ("text", "ems", "expected"),
    [
        ("示例女装店", 5, "示例女装店"),
        ("示例女装店", 4, "示例女…"),
        ("示例 女装店", 3.5, "示例…"),
        ("", 5, ""),
        ("示例", 1, "…"),
    ],
)
def test_a_text_is_shortened_to_what_fits(text: str, ems: float, expected: str) -> None:
    assert shorten(text, SIZE, ems * SIZE, CHINESE) == expected


ANY_TEXT = st.text(max_size=60)
TOKENS = st.sampled_from(
    [
        *("店", "员工", "面单，", "（电脑", "“后台”。", "顾客……", "《法》", " "),
        *("用Windows登录", "登录 Windows 吧", "3.14米", "有99%的", "¥5元", "（a）一"),
    ]
)
CHINESE_TEXT = st.lists(TOKENS, max_size=40).map("".join)


def joined(found: Sequence[Line]) -> str:
    return "".join(
        piece.inline.text for line in found for piece in line.pieces if isinstance(piece.inline, Words)
    )


@given(ANY_TEXT, st.floats(0, 30), st.sampled_from([CHINESE, ENGLISH]))
def test_nothing_is_lost_but_white_space_at_line_ends(text: str, ems: float, fonts: FontStack) -> None:
    assert "".join(joined(lines(text, ems, fonts)).split()) == "".join(text.split())


@given(ANY_TEXT | CHINESE_TEXT, st.floats(1, 30))
def test_no_line_is_wider_than_its_column(text: str, ems: float) -> None:
    for line in lines(text, ems):
        assert line.width <= ems * SIZE + 0.01 or sum(map(CHINESE.width, shown(line).split())) <= ems


@given(CHINESE_TEXT, st.floats(6, 30))
def test_no_line_begins_or_ends_with_the_wrong_mark(text: str, ems: float) -> None:
    found = [shown(line) for line in lines(text, ems)]
    assert not [line for line in found[1:] if line and line[0] in CLOSERS]
    assert not [line for line in found[:-1] if line and line[-1] in OPENERS]


@given(CHINESE_TEXT, st.floats(6, 30))
def test_words_that_fit_a_line_are_never_broken(text: str, ems: float) -> None:
    found = "|".join(shown(line) for line in lines(text, ems))
    assert found.count("Windows") == text.count("Windows")
    assert found.count("3.14") == text.count("3.14")


@given(st.lists(st.tuples(ANY_TEXT | CHINESE_TEXT, st.booleans()), max_size=6), st.floats(2, 30))
def test_each_character_keeps_its_weight(parts: list[tuple[str, bool]], ems: float) -> None:
    found = lines([Words(text, bold) for text, bold in parts], ems)
    pieces = [piece.inline for line in found for piece in line.pieces if isinstance(piece.inline, Words)]
    set_ = [(char, words.bold) for words in pieces for char in words.text if not char.isspace()]
    assert set_ == [(char, bold) for text, bold in parts for char in text if not char.isspace()]


@given(CHINESE_TEXT, st.lists(st.integers(0, 80), max_size=4), st.floats(2, 30))
def test_it_does_not_matter_into_how_many_pieces_the_text_was_cut(
    text: str, cuts: list[int], ems: float
) -> None:
    places = [0, *sorted(min(cut, len(text)) for cut in cuts), len(text)]
    parts = [Words(text[start:end]) for start, end in pairwise(places)]
    assert set_as(parts, ems).rstrip() == set_as(text, ems).rstrip()


@given(ANY_TEXT, st.floats(0, 30))
def test_a_shortened_text_fits_and_begins_as_it_did(text: str, ems: float) -> None:
    short = shorten(text, SIZE, ems * SIZE, CHINESE)
    assert short == text or text.startswith(short.removesuffix("…"))
    assert CHINESE.width(short) <= ems + 0.001 or short == "…"
