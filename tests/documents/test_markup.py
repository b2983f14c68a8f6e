"""The small XML of templates: what each element becomes, and which faults of a template are told."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from merchant_guard.documents.blocks import (
    Badge,
    BadgeLook,
    Band,
    Bar,
    Blank,
    Block,
    CheckBox,
    Frame,
    Heading,
    PageBreak,
    Paragraph,
    Row,
    RunningFoot,
    RunningHead,
    Size,
    Table,
    Words,
)
from merchant_guard.documents.markup import parse

PAPER = """<paper title="标题" subject="说明" language="zh" made_on="2026-11-30" pages="{{page}} / {{pages}}">
<head title="a" continued="b" name="c" meta="d" right="e"/>
<foot first="f" right="g" second="h"/>
{body}
</paper>"""


def blocks(body: str) -> tuple[Block, ...]:
    return parse(PAPER.format(body=body)).blocks


def p(*words: str | Words) -> Paragraph:
    return Paragraph(tuple(Words(one) if isinstance(one, str) else one for one in words))


def test_a_paper_says_what_it_is_and_what_stands_on_every_page() -> None:
    paper = parse(PAPER.format(body="<p>好</p>"))
    assert (paper.title, paper.subject, paper.language) == ("标题", "说明", "zh")
    assert paper.made_on == date(2026, 11, 30)
    assert paper.page_label.format(page=2, pages=3) == "2 / 3"
    assert paper.head == RunningHead("a", "b", "c", "d", "e")
    assert paper.foot == RunningFoot("f", "g", "h")
    assert paper.blocks == (p("好"),)


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>一</p>", p("一")),
        ("<p/>", Paragraph(())),
        ("<p>一<b>二</b>三</p>", p("一", Words("二", bold=True), "三")),
        ("<p>  一\n 二 </p>", p("  一\n 二 ")),
        ('<p size="note" mark="1." keep="yes" space="2.5" align="right">一</p>',
         Paragraph((Words("一"),), Size.NOTE, "1.", keep=True, space=2.5, right=True)),
        ('<p><badge text="红线" look="solid"/></p>', Paragraph((Badge("红线", BadgeLook.SOLID),))),
        ('<p><check/><check ticked="yes"/></p>', Paragraph((CheckBox(False), CheckBox(True)))),
        ('<p><blank/><blank width="12.5"/></p>', Paragraph((Blank(), Blank(12.5)))),
        ('<p><bar done="1" part="2" total="4"/></p>', Paragraph((Bar(1, 2, 4),))),
        ("<h>一</h>", Heading("一")),
        ('<h level="1"> 1. 一<badge text="高" look="heavy"/></h>',
         Heading("1. 一", 1, (Badge("高", BadgeLook.HEAVY),))),
        ("<newpage/>", PageBreak()),
        ("<box><p>一</p><p>二</p></box>", Frame((p("一"), p("二")))),
        ('<table widths="10 20.5"><row><cell>一</cell><cell/></row></table>',
         Table((10, 20.5), None, (Row(((p("一"),), (Paragraph(()),))),))),
        ('<table widths="10" ruled="no"><columns><cell>一</cell></columns>'
         '<band left="左" right="右"/><band left="左"/><row><cell> <p>一</p> <p>二</p> </cell></row></table>',
         Table((10,), Row(((p("一"),),)), (Band("左", "右"), Band("左"), Row(((p("一"), p("二")),))), False)),
    ],
)  # fmt: skip
def test_each_element_becomes_its_block(markup: str, expected: Block) -> None:
    assert blocks(markup) == (expected,)


@pytest.mark.parametrize(
    "markup",
    [
        "<p>",
        "<p>&nbsp;</p>",
        "<q/>",
        "<p><i>一</i></p>",
        '<p size="huge">一</p>',
        '<badge text="高" look="heavy"/>',
        '<p><badge text="高" look="round"/></p>',
        '<table widths="a"><row/></table>',
    ],
)
def test_a_fault_of_a_template_is_told(markup: str) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        blocks(markup)


@pytest.mark.parametrize(
    "markup",
    [
        "<plan/>",
        "<paper/>",
        "",
        PAPER.format(body="").replace("paper", "plan"),
        PAPER.format(body="").replace("<foot", "<feet"),
        PAPER.format(body="").replace("2026-11-30", "30. 11. 2026"),
    ],
)
def test_what_is_no_paper_is_told(markup: str) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        parse(markup)


@given(st.text(st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff"), min_size=1))
def test_escaped_text_is_only_ever_text(typed: str) -> None:
    assert blocks(f"<p>{escape(typed)}</p>") == (p(typed),)
    assert parse(PAPER.format(body="").replace('name="c"', f'name="{escape(typed)}"')).head.name == typed
