"""A PDF file of ours: what it says of itself, its fonts, its pages, and text that copies out as typed."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st

from merchant_guard.documents.blocks import (
    Badge,
    BadgeLook,
    Bar,
    Blank,
    Block,
    CheckBox,
    Heading,
    PageBreak,
    Paragraph,
    Words,
)
from merchant_guard.documents.fonts import is_invisible
from merchant_guard.documents.pdf import CREATOR, write_pdf
from merchant_guard.system import resources
from tests.support.papers import FOOT, paper, printed
from tests.support.pdfs import Font, Pdf

RARE = "㛃䶮𬎆喆堃犇"
BOTH = pytest.mark.parametrize("language", ["zh", "en"])


def text(words: str, bold: bool = False) -> Paragraph:
    return Paragraph((Words(words, bold),))


@cache
def shipped(name: str) -> TTFont:
    return TTFont(resources.path(f"fonts/{name}.ttf"))


def glyphs_drawn(pdf: Pdf) -> Iterator[tuple[str, Font, int]]:
    """Each character that copies out with the font and the glyph it is drawn with."""
    return ((run.font.characters[code], run.font, code) for run in pdf.runs for code in run.codes)


def assert_draws_what_it_says(pdf: Pdf) -> None:
    """Every glyph is the one the shipped font has for the character that copies out, and none is glyph 0."""
    for char, font, code in set(glyphs_drawn(pdf)):
        whole = shipped(font.name.partition("+")[2])
        original = whole["glyf"][whole.getBestCmap()[ord(char)]]
        part = font.outlines[code]
        assert code > 0
        assert part.numberOfContours == original.numberOfContours
        if original.numberOfContours > 0:
            assert list(part.coordinates) == list(original.coordinates)


def test_the_file_says_what_it_is() -> None:
    info = printed(text("好")).reader.metadata
    assert info is not None
    assert (info.title, info.subject) == ("标题", "说明")
    assert (info.creator, info.author) == (CREATOR, CREATOR)


def test_the_file_is_dated_with_the_day_of_its_words() -> None:
    """No file of ours looks older or newer than what stands in it."""
    info = printed(text("好")).reader.metadata
    assert info is not None
    assert (info.get("/CreationDate"), info.get("/ModDate")) == ("D:20261130", "D:20261130")


@pytest.mark.parametrize(("language", "lang"), [("zh", "zh-CN"), ("en", "en")])
def test_the_file_names_its_language_and_shows_its_title(language: str, lang: str) -> None:
    reader = printed(text("好"), language=language).reader
    assert reader.pdf_header == "%PDF-1.4"
    root = reader.trailer["/Root"]
    assert root["/Lang"] == lang
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]


def test_a_title_may_hold_any_text() -> None:
    for title in ("计划 & <b>", "𬎆", "😀", "(", ")", "\\", "é", "{page}"):
        info = Pdf(write_pdf(paper(text("好"), title=title)).data).reader.metadata
        assert info is not None
        assert info.title == title


def test_pages_are_a4_and_numbered() -> None:
    pdf = printed(text("一"), PageBreak(), text("二"), PageBreak(), text("三"))
    boxes = [page.mediabox for page in pdf.reader.pages]
    assert {(round(float(box.width), 1), round(float(box.height), 1)) for box in boxes} == {(595.3, 841.9)}
    for page in range(3):
        shown = [run.text for run in pdf.runs if run.page == page]
        assert f"第 {page + 1} 页 / 共 3 页" in shown
        assert shown[-3:] == list(FOOT)
        assert ("大标题" if page == 0 else "大标题（续）") in shown


def test_a_long_name_in_the_head_is_shortened_and_leaves_room_for_the_rest() -> None:
    pdf = Pdf(write_pdf(paper(text("好"), name="很长的名字" * 60)).data)
    shown = next(run for run in pdf.runs if run.text.startswith("很长"))
    assert shown.text.endswith("… · 另外的话")
    beside = next(run for run in pdf.runs if run.text == "右边的话")
    assert shown.y == beside.y
    lines = pdf.lines(0)
    assert any(line.startswith("很长") and line.endswith("右边的话") for line in lines)
    room = pdfium.PdfDocument(write_pdf(paper(text("好"), name="很长的名字" * 60)).data)[0]
    (left_end,) = {
        round(one.get_bounds()[2])
        for one in room.get_objects()
        if one.get_bounds()[0] < 60 and 750 < one.get_bounds()[1] < 765 and one.get_bounds()[3] < 775
    }
    assert left_end < beside.x / 25.4 * 72


def test_no_name_leaves_no_gap() -> None:
    pdf = Pdf(write_pdf(paper(text("好"), name="")).data)
    assert "另外的话" in [run.text for run in pdf.runs]


@BOTH
def test_every_font_is_embedded_copies_out_and_is_ours(language: str) -> None:
    pdf = printed(text(f"整改 plan {RARE} “” é"), text("整改 plan", bold=True), language=language)
    ours = {path.stem for path in Path(resources.path("fonts")).glob("*.ttf")}
    assert pdf.fonts
    for font in pdf.fonts.values():
        tag, _, name = font.name.lstrip("/").partition("+")
        assert len(tag) == 6 and tag.isupper() and name in ours
        assert font.descriptor["/FontFile2"].get_data()
        assert font.dictionary["/ToUnicode"].get_data()
        assert font.dictionary["/Encoding"] == "/Identity-H"


def test_no_font_but_ours_is_named_anywhere_in_the_file() -> None:
    data = write_pdf(paper(text("plan 计划"))).data
    for name in (b"Helvetica", b"Times", b"Courier", b"Symbol", b"ZapfDingbats", b"NoFont"):
        assert name not in data


def test_only_the_glyphs_used_are_in_the_file() -> None:
    short = write_pdf(paper(text("好"))).data
    long = write_pdf(paper(text("".join(map(chr, range(0x4E00, 0x4E00 + 500)))))).data
    assert len(short) < 25_000 < len(long) < 150_000
    (font,) = (font for font in printed(text("好好好")).fonts.values() if "Regular" in font.name)
    shown = {run for run in printed(text("好好好")).text() if run}
    assert len(font.characters) <= len(shown)


@BOTH
@pytest.mark.parametrize("bold", [False, True])
def test_rare_names_copy_out_as_typed_and_are_drawn_as_they_are(language: str, bold: bool) -> None:
    pdf = printed(text(f"王{RARE}、李𬎆", bold), language=language)
    assert f"王{RARE}、李𬎆" in pdf.text(0)
    assert any(f"王{RARE}、李𬎆" in line for line in pdf.lines(0))
    assert_draws_what_it_says(pdf)


@BOTH
def test_what_no_font_has_is_named_and_drawn_as_a_box(language: str) -> None:
    file = write_pdf(paper(text("甲😀乙ع丙"), language=language))
    assert file.unprintable == {"😀", "ع"}
    pdf = Pdf(file.data)
    assert "甲乙丙" in pdf.text(0)
    boxes = [edge for edge in pdf.edges(0) if 2.3 < edge[2] - edge[0] < 3.2 and 2.6 < edge[3] - edge[1] < 3.6]
    assert len([edge for edge in boxes if 255 < edge[1] < 262]) == 2 + 3
    places = {run.text: run.x for run in pdf.runs}
    assert places["乙"] - places["甲"] == pytest.approx((1 + 0.9) * 10 / 72 * 25.4, abs=0.02)


def test_a_paper_that_prints_everything_names_nothing() -> None:
    assert write_pdf(paper(text(f"全都有 {RARE} ①℃☆"))).unprintable == frozenset()


def test_the_same_paper_is_the_same_file_byte_for_byte() -> None:
    blocks: tuple[Block, ...] = (Heading("一"), text(RARE), text("😀", bold=True))
    assert write_pdf(paper(*blocks)).data == write_pdf(paper(*blocks)).data


def test_another_day_is_another_file() -> None:
    later = paper(text("好"))._replace(made_on=date(2026, 12, 1))
    assert write_pdf(later).data != write_pdf(paper(text("好"))).data


def test_headings_are_bookmarks_on_two_levels() -> None:
    pdf = printed(
        Heading("一"),
        text("好"),
        Heading("一（1）", 1, (Badge("高", BadgeLook.HEAVY),)),
        text("好"),
        Heading("二 & 𬎆"),
        text("好"),
    )
    assert pdf.bookmarks == [(0, "一"), (1, "一（1）"), (0, "二 & 𬎆")]


def test_bookmarks_lead_to_the_page_of_their_heading() -> None:
    pdf = printed(Heading("一"), text("好"), PageBreak(), Heading("二"), text("好"))
    reader = pdf.reader
    assert [reader.get_destination_page_number(entry) for entry in reader.outline] == [0, 1]


def ink(data: bytes) -> list[int]:
    """The page as grey values, 36 dots to the inch; rows from the top."""
    bitmap = pdfium.PdfDocument(data)[0].render(scale=0.5, grayscale=True)
    return list(bytes(bitmap.buffer))


@pytest.mark.parametrize(
    "inline",
    [
        Badge("红线", BadgeLook.SOLID),
        Badge("高", BadgeLook.HEAVY),
        Badge("中", BadgeLook.LIGHT),
        CheckBox(False),
        CheckBox(True),
        Blank(20.0),
        Bar(1, 1, 4),
    ],
)
def test_what_is_no_text_is_drawn(inline: Badge | CheckBox | Blank | Bar) -> None:
    with_it = ink(write_pdf(paper(Paragraph((inline,)))).data)
    without = ink(write_pdf(paper(Paragraph(()))).data)
    assert sum(a < b for a, b in zip(with_it, without, strict=True)) > 10


def test_badges_and_boxes_tell_themselves_apart_without_colour() -> None:
    looks = [
        *(Badge("高", look) for look in BadgeLook),
        CheckBox(False),
        CheckBox(True),
        Bar(1, 0, 2),
        Bar(0, 1, 2),
    ]
    drawn = [tuple(ink(write_pdf(paper(Paragraph((one,)))).data)) for one in looks]
    assert len(set(drawn)) == len(looks)


def test_pages_are_black_on_white_with_one_pale_grey_at_most() -> None:
    bitmap = pdfium.PdfDocument(write_pdf(paper(Heading("一"), text("好"))).data)[0].render(scale=0.5)
    colours = {
        tuple(bitmap.buffer[place : place + 3]) for place in range(0, len(bitmap.buffer), bitmap.n_channels)
    }
    assert all(max(colour) - min(colour) <= 1 for colour in colours)


@given(
    st.text(st.characters(exclude_categories=("Cs",)), max_size=200),
    st.booleans(),
    st.sampled_from(["zh", "en"]),
)
@settings(max_examples=30)
def test_any_text_copies_out_as_typed_and_what_cannot_is_named(typed: str, bold: bool, language: str) -> None:
    file = write_pdf(paper(text(typed, bold), language=language))
    pdf = Pdf(file.data)
    shown = "".join(run.text for run in pdf.runs if 31 < run.y < 262)
    visible = [char for char in typed if not is_invisible(char) and not char.isspace()]
    assert [char for char in shown if not char.isspace()] == [
        char for char in visible if char not in file.unprintable
    ]
    assert file.unprintable <= set(typed)
    assert_draws_what_it_says(pdf)
