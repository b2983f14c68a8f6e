"""Papers as Word files: the same words in the same order as on paper, styled, the same bytes each time."""

import re
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from merchant_guard.documents.blocks import (
    Badge,
    BadgeLook,
    Band,
    Bar,
    Blank,
    Block,
    CheckBox,
    Columns,
    Frame,
    Heading,
    Inline,
    PageBreak,
    Paper,
    Paragraph,
    Row,
    Size,
    Table,
    Words,
)
from merchant_guard.documents.docx import docx_of
from merchant_guard.documents.file_properties import CREATOR
from merchant_guard.documents.page_format import A4
from merchant_guard.documents.pdf import write_pdf
from merchant_guard.documents.plan_paper import plan_paper
from merchant_guard.documents.printable import printable
from merchant_guard.documents.units import MM
from merchant_guard.domain.paper import PageSize
from merchant_guard.domain.paper_form import PaperKind
from merchant_guard.localization import LANGUAGES, Language
from merchant_guard.services.make_plan import make_plan
from merchant_guard.services.read_answers import read_answers
from merchant_guard.services.run_self_check import run_self_check
from tests.support.own_papers import sample
from tests.support.papers import paper
from tests.support.pdfs import Pdf, squeezed
from tests.support.plans import MADE_ON
from tests.support.real_content import bank
from tests.support.shops import SAMPLES
from tests.support.word_files import (
    W,
    all_converted,
    body_words,
    converted,
    in_order,
    needs_office,
    opened,
    paper_words,
    part,
    parts,
    without_signs,
    words_in,
)

BOTH = pytest.mark.parametrize("language", LANGUAGES)
BODY = Paragraph((Words("正文"),))


def one_line(*inlines: Inline, size: Size = Size.BODY, **said: Any) -> Paragraph:
    return Paragraph(inlines, size, **said)


def row(*words: str) -> Row:
    return Row(tuple((one_line(Words(word)),) for word in words))


@cache
def plan(language: Language) -> Paper:
    """The plan of the first sample shop."""
    file = read_answers(str(SAMPLES[0]), bank(), MADE_ON)
    made = make_plan(run_self_check(bank(), file.shop, file.check), file.check, MADE_ON)
    return plan_paper(made.assessment, made.plan, made.checked_on, language)


@cache
def written(language: Language) -> bytes:
    return docx_of(plan(language))


def body(*blocks: Block, **said: Any) -> Any:
    return opened(docx_of(paper(*blocks, **said))).element.body


def paragraphs(*blocks: Block) -> list[Any]:
    """Those of the blocks, without the title and the line under it."""
    return opened(docx_of(paper(*blocks))).paragraphs[2:]


def attribute(element: Any, name: str) -> str:
    return str(element.get(f"{W}{name}"))


# --- words ----------------------------------------------------------------------------------------------


@BOTH
def test_every_word_of_a_plan_is_there_in_its_order_and_not_a_word_more(language: Language) -> None:
    paper_ = plan(language)
    title = squeezed(paper_.head.title)
    rest = body_words(written(language)).removeprefix(title)
    lines = paper_words(paper_)
    assert rest.endswith("".join(lines)), "the words of the blocks follow each other, all of them"
    assert len(rest) - len("".join(lines)) < 80, "before them stands only whose paper it is, and of when"


@BOTH
def test_the_pdf_has_the_same_words(language: Language) -> None:
    printed = Pdf(write_pdf(plan(language)).data)
    runs = (run.text for run in printed.runs if A4.body_bottom / MM < run.y < A4.body_top / MM)
    assert in_order(paper_words(plan(language)), squeezed("".join(runs))) == []


@needs_office
@BOTH
def test_libreoffice_prints_it_on_about_as_many_pages_with_all_its_words(
    language: Language, tmp_path: Path
) -> None:
    ours = write_pdf(plan(language)).pages
    theirs = converted(written(language), tmp_path)
    assert abs(theirs.pages - ours) <= max(1, ours * 0.15)
    assert theirs.page_sizes == {(210, 297)}
    assert in_order(paper_words(plan(language)), theirs.body) == []
    label = plan(language).page_label.format(page=2, pages=theirs.pages)
    assert squeezed(label) in theirs.text(1)
    for page in range(theirs.pages):
        title = plan(language).head.continued if page else plan(language).head.title
        assert squeezed(title) in theirs.text(page)
        assert squeezed(plan(language).foot.first) in theirs.text(page)
        assert squeezed(plan(language).foot.second) in theirs.text(page)


# --- styles and page ------------------------------------------------------------------------------------


def test_every_style_of_paragraphs_names_a_chinese_and_a_latin_font() -> None:
    styles = ET.fromstring(part(written("zh"), "word/styles.xml"))  # noqa: S314
    named = {
        attribute(style.find(f"{W}name"), "val"): style.find(f"{W}rPr/{W}rFonts")
        for style in styles.iter(f"{W}style")
        if style.get(f"{W}type") == "paragraph"
    }
    assert set(named) >= {"Title", "heading 1", "heading 2", "Body Text", "Note", "Task", "Lead"}
    assert {attribute(fonts, "eastAsia") for fonts in named.values()} == {"微软雅黑"}
    for name in ("ascii", "hAnsi"):
        assert {attribute(fonts, name) for fonts in named.values()} == {"Segoe UI"}
    assert "Theme" not in part(written("zh"), "word/styles.xml")


def test_types_are_as_large_as_on_paper() -> None:
    styles = opened(written("zh")).styles
    shown = {
        "Title": Size.TITLE,
        "Display": Size.TITLE,
        "Heading 1": Size.HEADING,
        "Heading 2": Size.TASK,
        "Note": Size.NOTE,
    }
    for name, size in shown.items():
        assert styles[name].font.size.pt == A4.types[size].size
        assert styles[name].paragraph_format.line_spacing.pt == A4.types[size].leading
    assert (styles["Title"].font.bold, styles["Display"].font.bold) == (True, None)


def test_the_page_is_a4_with_margins_of_18_mm() -> None:
    for section in opened(written("zh")).sections:
        assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
        edges = (section.left_margin, section.right_margin, section.top_margin, section.bottom_margin)
        assert {round(edge.mm) for edge in edges} == {18}


def test_title_and_headings_are_real_ones() -> None:
    shown = opened(docx_of(paper(Heading("一"), Heading("一点一", level=1), BODY))).paragraphs
    names = [one.style.name for one in shown]
    assert names == ["Title", "Note", "Heading 1", "Heading 2", "Body Text"]
    assert shown[0].text == "大标题"


def test_each_page_says_whose_it_is_and_which_of_how_many() -> None:
    (section,) = opened(docx_of(paper(BODY))).sections
    assert words_in(section.first_page_header._element) == "第 1 页 / 共 1 页"
    assert "大标题（续）" in words_in(section.header._element)
    for head in (section.first_page_header, section.header):
        fields = [attribute(one, "instr").strip() for one in head._element.iter(f"{W}fldSimple")]
        assert fields == ["PAGE", "NUMPAGES"]
    for foot in (section.first_page_footer, section.footer):
        assert [squeezed(words_in(one)) for one in foot._element] == ["foot-onefoot-right", "foot-two"]


def test_a_sign_has_neither_head_nor_foot() -> None:
    bare = paper(BODY)
    sign = bare._replace(
        head=bare.head._replace(title="", continued="", name="", meta="", right=""),
        foot=bare.foot._replace(first="", right="", second=""),
    )
    file = opened(docx_of(sign))
    assert [one.text for one in file.paragraphs] == ["正文"]
    (section,) = file.sections
    shown = (section.first_page_header, section.header, section.first_page_footer, section.footer)
    assert {words_in(one._element) for one in shown} == {""}


# --- what the file says of itself -----------------------------------------------------------------------


@BOTH
def test_the_file_names_the_paper_its_language_and_day_and_nobody(language: Language) -> None:
    about = opened(docx_of(paper(BODY, language=language, title="示例店的纸"))).core_properties
    assert (about.title, about.subject) == ("示例店的纸", "说明")
    assert about.language == {"zh": "zh-CN", "en": "en"}[language]
    assert {about.author, about.last_modified_by} == {CREATOR}
    assert {about.created.date(), about.modified.date()} == {date(2026, 11, 30)}
    assert (about.comments, about.keywords, about.category) == ("", "", "")
    assert set(parts(docx_of(paper(BODY)))) & {"docProps/app.xml", "docProps/thumbnail.jpeg"} == set()


def test_a_title_longer_than_a_file_may_have_is_cut() -> None:
    assert opened(docx_of(paper(BODY, title="店" * 400))).core_properties.title == "店" * 255


def test_the_same_paper_is_the_same_file_whenever_it_is_made() -> None:
    again = docx_of(plan("zh"))
    assert again == written("zh")
    import io  # noqa: PLC0415
    import zipfile  # noqa: PLC0415

    times = {datetime(*one.date_time) for one in zipfile.ZipFile(io.BytesIO(again)).infolist()}  # noqa: DTZ001
    assert times == {datetime(1980, 1, 1)}  # noqa: DTZ001


# --- blocks ---------------------------------------------------------------------------------------------


def test_a_table_keeps_its_columns_its_head_and_its_rows_whole() -> None:
    table = Table((60, 100), row("甲", "乙"), (Band("今天", "红线"), row("丙", "丁"), row("戊", "己")))
    (shown,) = opened(docx_of(paper(table))).tables
    widths = [attribute(one, "w") for one in shown._tbl.tblGrid]
    assert [round(int(width) / 20 / MM, 1) for width in widths] == [60, 100]
    assert shown._tbl.tblPr.find(f"{W}tblLayout").get(f"{W}type") == "fixed"
    rows = shown._tbl.findall(f"{W}tr")
    assert [one.find(f"{W}trPr/{W}tblHeader") is not None for one in rows] == [True, False, False, False]
    assert all(one.find(f"{W}trPr/{W}cantSplit") is not None for one in rows)
    shades = [one.get(f"{W}fill") for one in rows[1].iter(f"{W}shd")]
    assert shades == ["EDEDED"], "seven per cent grey"
    assert all(one.find(f"{W}pPr/{W}keepNext") is not None for one in rows[1].iter(f"{W}p"))


def test_rows_are_ruled_off_as_on_paper() -> None:
    def lines(ruled: bool) -> list[bool]:
        table = Table((80,), None, (row("甲"), Band("日"), row("乙"), row("丙")), ruled=ruled)
        (shown,) = opened(docx_of(paper(table))).tables
        return [one.find(f".//{W}tcBorders/{W}bottom") is not None for one in shown._tbl.findall(f"{W}tr")]

    assert lines(ruled=True) == [False, False, True, True], "not over a band"
    assert lines(ruled=False) == [False] * 4


def test_two_tables_do_not_become_one() -> None:
    file = opened(docx_of(paper(Table((80,), None, (row("甲"),)), Table((80,), None, (row("乙"),)))))
    assert [one.cell(0, 0).text for one in file.tables] == ["甲", "乙"]
    kinds = [element.tag.removeprefix(W) for element in file.element.body]
    assert not re.search("tbl tbl", " ".join(kinds))
    assert kinds[-2:] == ["p", "sectPr"]


def test_space_over_a_box_is_left_out_where_it_comes_first() -> None:
    first = opened(docx_of(paper(Frame((BODY,))))).element.body
    assert [one.tag.removeprefix(W) for one in first][2] == "tbl"


def test_a_box_is_framed_on_four_sides_and_stays_whole() -> None:
    (shown,) = opened(docx_of(paper(Frame((BODY, BODY))))).tables
    borders = shown._tbl.find(f".//{W}tcBorders")
    assert [one.tag.removeprefix(W) for one in borders] == ["top", "left", "bottom", "right"]
    assert shown._tbl.find(f".//{W}cantSplit") is not None
    assert shown.cell(0, 0).text == "正文\n正文"


def test_columns_stand_beside_each_other_and_what_follows_below_them() -> None:
    file = opened(docx_of(paper(BODY, Columns((Heading("左"), BODY)), BODY)))
    columns = [attribute(one._sectPr.find(f"{W}cols"), "num") for one in file.sections]
    assert columns == ["None", "2", "1"]
    kinds = [one.start_type.name for one in file.sections[1:]]
    assert kinds == ["CONTINUOUS", "CONTINUOUS"]
    assert [one._sectPr.find(f"{W}titlePg") is not None for one in file.sections] == [True, False, False]
    assert all(one.header.is_linked_to_previous for one in file.sections[1:]), "the head goes on"


def test_columns_at_the_end_become_of_equal_length() -> None:
    file = opened(docx_of(paper(Columns((BODY, BODY)))))
    assert [attribute(one._sectPr.find(f"{W}cols"), "num") for one in file.sections] == ["None", "2", "1"]


def test_columns_on_one_page_break_where_they_are_most_alike_and_hold_nothing_to_what_follows() -> None:
    parts = (Heading("一"), BODY, BODY, Heading("二"), BODY, BODY)
    file = opened(docx_of(paper(BODY, Columns(parts), BODY)))
    inside = file.paragraphs[3:-1]
    breaks = [number for number, one in enumerate(inside) if one._p.find(f".//{W}br") is not None]
    assert breaks == [3] and inside[4].text == "二", "a heading goes with what it is over"
    held = [one.text for one in inside if one._p.find(f"{W}pPr/{W}keepNext[@{W}val='0']") is not None]
    assert held == ["一", "二"]


def test_columns_that_go_on_over_pages_are_left_to_who_shows_them() -> None:
    file = opened(docx_of(paper(Columns((Heading("一"), *[BODY] * 120)))))
    assert not [one for one in file.element.body.iter(f"{W}br") if attribute(one, "type") == "column"]
    assert not list(file.element.body.iter(f"{W}keepNext"))[1:], "only the title says so itself"


@pytest.mark.parametrize("after", [BODY, Heading("头"), Table((80,), None, (row("甲"),)), Columns((BODY,))])
def test_a_page_break_begins_a_page_whatever_follows(after: Block) -> None:
    shown = opened(docx_of(paper(BODY, PageBreak(), after))).paragraphs
    breaks = [number for number, one in enumerate(shown) if one.paragraph_format.page_break_before]
    assert breaks == [3]


def test_a_page_break_among_columns_is_refused() -> None:
    with pytest.raises(ValueError, match="page breaks"):
        docx_of(paper(Columns((PageBreak(),))))


@pytest.mark.parametrize("inside", [Heading("头"), Table((80,), None, ())])
def test_a_box_around_anything_but_paragraphs_is_refused(inside: Block) -> None:
    with pytest.raises(ValueError, match="box"):
        docx_of(paper(Frame((inside,))))


def test_a_step_hangs_its_number_before_its_words() -> None:
    (step,) = paragraphs(one_line(Words("做一件事"), mark="1."))
    assert step.text == "1.\t做一件事"
    layout = step.paragraph_format
    assert layout.left_indent == -layout.first_line_indent
    assert layout.left_indent.pt == pytest.approx(15.5, abs=0.1)


def test_a_paragraph_keeps_the_next_its_space_and_its_side() -> None:
    kept, right, centre = paragraphs(
        one_line(Words("甲"), keep=True, space=4),
        one_line(Words("乙"), right=True),
        one_line(Words("丙"), centre=True),
    )
    assert kept.paragraph_format.keep_with_next
    assert kept.paragraph_format.space_before.mm == pytest.approx(4, abs=0.05)
    assert (right.alignment.name, centre.alignment.name) == ("RIGHT", "CENTER")


def test_what_is_kept_together_in_a_cell_does_not_hold_the_whole_table_together() -> None:
    table = Table(
        (80,),
        None,
        (
            Row(
                ((one_line(Words("甲"), keep=True), BODY),),
            ),
        ),
    )
    (shown,) = opened(docx_of(paper(table))).tables
    assert shown._tbl.find(f".//{W}keepNext") is None


# --- what stands in a line ------------------------------------------------------------------------------


def test_boxes_are_signs_in_a_font_that_has_them() -> None:
    (line,) = paragraphs(one_line(CheckBox(ticked=False), Words(" 甲 "), CheckBox(ticked=True, side=7.5)))
    assert line.text == "☐ 甲 ☑"
    small, _, large = line.runs
    assert {run.font.name for run in (small, large)} == {"Segoe UI Symbol"}
    assert large.font.size.pt / small.font.size.pt == pytest.approx(1.5, abs=0.05)


def test_a_lettered_box_is_framed_with_its_letter() -> None:
    (line,) = paragraphs(one_line(CheckBox(False, 7, 11, "一"), CheckBox(True, 7, 11, "二")))
    assert line.text.split() == ["一", "二√"]
    assert len(line._p.findall(f".//{W}bdr")) == 2


@pytest.mark.parametrize(
    ("look", "bold", "black"),
    [(BadgeLook.SOLID, True, True), (BadgeLook.HEAVY, True, False), (BadgeLook.LIGHT, None, False)],
)
def test_a_badge_is_a_framed_word(look: BadgeLook, bold: bool, black: bool) -> None:
    (line,) = paragraphs(one_line(Words("做这件"), Badge("红线", look)))
    assert line.text == "做这件 \u00a0红线\u00a0"
    badge = line.runs[-1]
    assert badge.bold == bold
    assert (badge._r.find(f".//{W}shd") is not None) == black
    assert (str(badge.font.color.rgb) == "FFFFFF") == black
    assert badge._r.find(f".//{W}bdr") is not None


def test_a_badge_without_room_beside_the_words_begins_a_line_instead_of_breaking() -> None:
    room = int(A4.body_width / A4.types[Size.BODY].size)
    (full,) = paragraphs(one_line(Words("字" * (room - 1)), Badge("红线", BadgeLook.SOLID)))
    (short,) = paragraphs(one_line(Words("字" * (room - 9)), Badge("红线", BadgeLook.SOLID)))
    assert "\n" in full.text and "\n" not in short.text


def test_a_blank_that_fills_the_line_ends_at_its_edge() -> None:
    (line,) = paragraphs(one_line(Words("签名 "), Blank()))
    (stop,) = line.paragraph_format.tab_stops
    assert stop.position.mm == pytest.approx(174, abs=0.1)
    assert line.runs[-1].underline and line.runs[-1].text == "\t"


@pytest.mark.parametrize("width", [9.0, 16.0, 33.0, 50.0])
def test_a_blank_among_words_is_as_wide_as_asked(width: float) -> None:
    (line,) = paragraphs(one_line(Words("日期 "), Blank(width), Words(" 年")))
    blank = line.runs[1]
    assert blank.underline and set(blank.text) == {"\u3000"}
    stretched = blank._r.find(f".//{W}spacing")
    more = int(attribute(stretched, "val")) / 20 if stretched is not None else 0
    shown = len(blank.text) * (A4.types[Size.BODY].size + more) / MM
    assert shown == pytest.approx(width, abs=0.5)


def test_what_follows_a_blank_at_the_beginning_stands_after_it() -> None:
    (line,) = paragraphs(one_line(Blank(16), Words(" 年")))
    (stop,) = line.paragraph_format.tab_stops
    assert (stop.alignment.name, round(stop.position.mm)) == ("LEFT", 16)


def test_a_blank_at_the_beginning_of_a_line_on_the_right_is_there_too() -> None:
    (line,) = paragraphs(one_line(Blank(16), Words(" 年"), right=True))
    assert set(line.runs[0].text) == {"\u3000"} and line.runs[0].underline


def test_a_blank_wider_than_its_cell_ends_with_the_cell() -> None:
    table = Table((20,), None, (Row(((one_line(Blank(40)),),)),))
    (shown,) = opened(docx_of(paper(table))).tables
    (stop,) = shown.cell(0, 0).paragraphs[0].paragraph_format.tab_stops
    assert stop.position.mm == pytest.approx(18.5, abs=0.1)


@pytest.mark.parametrize(
    ("done", "part_", "total", "shown"),
    [
        (0, 0, 5, "□□□□□□□□□□"),
        (5, 0, 5, "■■■■■■■■■■"),
        (1, 1, 4, "■■▨▨▨□□□□□"),
        (1, 0, 40, "■□□□□□□□□□"),
        (39, 0, 40, "■■■■■■■■■□"),
        (0, 3, 3, "▨▨▨▨▨▨▨▨▨▨"),
    ],
)
def test_a_bar_is_ten_squares_full_only_where_all_is_done(
    done: float, part_: float, total: float, shown: str
) -> None:
    (line,) = paragraphs(one_line(Bar(done, part_, total)))
    assert line.text == shown


def test_chinese_marks_are_said_to_be_chinese_and_english_ones_are_not() -> None:
    chinese = body(one_line(Words("他说“好”……")), language="zh")
    english = body(one_line(Words("“Well”…")), language="en")
    assert {one.get(f"{W}hint") for one in chinese.iter(f"{W}rFonts")} == {"eastAsia"}
    assert list(english.iter(f"{W}rFonts")) == []


# --- what people type -----------------------------------------------------------------------------------

WILD = {
    "markup": "<w:p/> <b>粗</b> &amp; ]]> <?xml?> </w:t>",
    "template": "{{ 7 * 7 }} {% raw %} %(count)s {page} {pages}",
    "controls": "一\x00二\x07三\x1b[31m四\x7f五",
    "halves of characters": "一\ud800二\udfff三\ufffe",
    "2000 characters": "店" * 2000,
    "2000 letters": "a" * 2000,
    "rare names": "㛃䶮𬎆喆堃犇\U00030edd\U000323af",
    "emoji": "好👍🏽 👨‍👩‍👧 ❤️",
    "line ends": "一\n二\r\n三\u2028四\x85五",
    "tabs and spaces": "\t一\t\t二   三\u3000四\u2003五 ",
    "fields": '{ PAGE } HYPERLINK "http://example.com" \\* MERGEFORMAT',
    "quotes": "\"一\" '二' “三” ‘四’",
}


@pytest.mark.parametrize("typed", WILD.values(), ids=list(WILD))
def test_what_is_typed_is_there_as_typed(typed: str) -> None:
    data = docx_of(
        paper(
            Heading(typed),
            one_line(Words(typed), Badge(typed[:5], BadgeLook.SOLID)),
            Table((30, 60), row(typed, "乙"), (Band(typed, typed), row("丙", typed))),
            title=typed,
            name=typed,
        )
    )
    shown = squeezed(words_in(opened(data).element.body))
    assert shown.count(squeezed(printable(typed))) >= 6
    for name, xml in parts(data).items():
        assert b"\x00" not in xml, name
        ET.fromstring(xml)  # noqa: S314 (written here)
    assert part(data, "word/document.xml").count("HYPERLINK") == 7 * typed.count("HYPERLINK")


def test_line_ends_stay_line_ends_and_spaces_stay() -> None:
    (line,) = paragraphs(one_line(Words("一\n二  三")))
    assert line.text == "一\n二  三"


def test_signs_that_turn_the_direction_of_words_are_left_out() -> None:
    (line,) = paragraphs(one_line(Words("甲\u202e乙\u2066丙\u202c")))
    assert line.text == "甲乙丙"


@given(st.text(max_size=60), st.sampled_from(LANGUAGES))
@settings(max_examples=25)
def test_anything_at_all_can_be_written(typed: str, language: Language) -> None:
    data = docx_of(paper(Heading(typed), one_line(Words(typed)), language=language, title=typed, name=typed))
    ET.fromstring(part(data, "word/document.xml"))  # noqa: S314
    assert opened(data).paragraphs


@needs_office
@pytest.mark.parametrize("name", ["markup", "2000 characters", "rare names", "fields"])
def test_libreoffice_opens_it_with_what_was_typed(name: str, tmp_path: Path) -> None:
    typed = WILD[name]
    shown = converted(docx_of(paper(Heading("头"), one_line(Words(typed)))), tmp_path)
    # Of what its fonts lack it draws the stand-ins last.
    assert set(squeezed(printable(typed))) <= set(shown.body)


KINDS = {
    "agreement": "agreement-part-time",
    "notice": "processing-rules",
    "log": "access-log",
    "form": "management-rules",
    "checklist": "minors-filing",
    "letter": "incident-letter",
    "poster": "camera-sign",
    "handout": "training-sheet",
}
"""Of each kind the paper that fills its page most."""


@needs_office
def test_libreoffice_prints_a_paper_of_every_kind_on_as_many_pages_with_all_its_words(tmp_path: Path) -> None:
    assert set(KINDS) == {kind.value for kind in PaperKind}
    made = {one: sample("02").make(one, PageSize.A4, "zh")[0] for one in KINDS.values()}
    assert all(bank().paper_forms[one].kind == kind for kind, one in KINDS.items())
    shown = all_converted({one: docx_of(file.blocks) for one, file in made.items() if file.blocks}, tmp_path)
    for one, file in made.items():
        assert file.blocks is not None
        assert shown[one].pages == file.pages, one
        assert shown[one].page_sizes == {(210, 297)}
        missing = in_order(
            paper_words(file.blocks), without_signs("".join(map(shown[one].text, range(file.pages))))
        )
        assert len(missing) <= len(paper_words(file.blocks)) / 10, (one, missing)
