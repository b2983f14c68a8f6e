"""Title, head and foot of a Word file: whose paper it is, of when, and which page of how many."""

import re
from collections.abc import Iterator
from typing import Any

from docx.shared import Mm

from merchant_guard.documents.blocks import Paper, Size
from merchant_guard.documents.docx_runs import Setting, words_runs
from merchant_guard.documents.docx_styles import Styles
from merchant_guard.documents.fonts import FontStack
from merchant_guard.documents.page_format import A4
from merchant_guard.documents.running_head import head_line
from merchant_guard.documents.units import MM
from merchant_guard.documents.wordml import Element, eighths, element, set_children, twips, twips_of_mm

_RIGHT = twips_of_mm(A4.body_width / MM)
_HEAD_RULE, _FOOT_RULE = 0.9, 0.6
_RULE_SPACE = 3
"""Points between words and a rule."""
_NO_HEAD = Mm(5)
"""Where an empty head lies, so that it is out of the way of the body."""
_OVER_CONTINUED = 5.35
"""Millimetres over the title of further pages, so that it stands where it does on the first."""
_UNDER_HEAD = 2.5
"""Millimetres under the rule of the head."""
_TITLE_LINE = 24.0
"""Points of the line of the title, which stands under the page number here and not beside it."""
_FIELDS = {"{page}": "PAGE", "{pages}": "NUMPAGES"}


def title_lines(paper: Paper) -> list[Element]:
    """What stands over the body on the first page: the title, and whose paper it is. A sign has none."""
    if not paper.head.title:
        return []
    title = element(
        "p",
        element(
            "pPr",
            element("pStyle", val=Styles.TITLE),
            element("keepNext"),
            element("spacing", line=twips(_TITLE_LINE), lineRule="exact"),
        ),
        *words_runs(paper.head.title, _setting(paper, Size.TITLE)),
    )
    return [title, _meta_line(paper)]


def fill_running_lines(section: Any, paper: Paper) -> None:
    """Fill head and foot of a section of python-docx.

    The head of the first page has the number only, as the title stands below; the others say the title again.
    """
    if not paper.head.title:
        section.header_distance = _NO_HEAD
    else:
        set_children(section.first_page_header._element, [_number_line(paper)])
        set_children(section.header._element, [_continued_line(paper), _meta_line(paper)])
    if any(paper.foot):
        for part in (section.first_page_footer, section.footer):
            set_children(part._element, _foot_lines(paper))


def _setting(paper: Paper, size: Size = Size.NOTE) -> Setting:
    return Setting(A4.types[size].size, A4.body_width / MM, paper.language == "zh")


def _number_line(paper: Paper) -> Element:
    return element(
        "p",
        element("pPr", element("pStyle", val=Styles.NOTE), element("jc", val="right")),
        *_page_label(paper),
    )


def _continued_line(paper: Paper) -> Element:
    return element(
        "p",
        element(
            "pPr",
            element("pStyle", val=Styles.LARGE),
            _right_stop(),
            element("spacing", before=twips_of_mm(_OVER_CONTINUED)),
        ),
        *words_runs(paper.head.continued, _setting(paper, Size.HEADING), bold=True),
        element("r", element("tab")),
        *_page_label(paper),
    )


def _meta_line(paper: Paper) -> Element:
    """Name, year and day on the left, what is done on the right, ruled off."""
    setting = _setting(paper)
    return element(
        "p",
        element(
            "pPr",
            element("pStyle", val=Styles.NOTE),
            _rule("bottom", _HEAD_RULE),
            _right_stop(),
            element("spacing", after=twips_of_mm(_UNDER_HEAD)),
        ),
        *words_runs(head_line(paper, FontStack(paper.language), A4), setting),
        *_on_the_right(paper.head.right, setting, bold=True),
    )


def _foot_lines(paper: Paper) -> list[Element]:
    setting, foot = _setting(paper), paper.foot
    first = element(
        "p",
        element("pPr", element("pStyle", val=Styles.NOTE), _rule("top", _FOOT_RULE), _right_stop()),
        *words_runs(foot.first, setting),
        *_on_the_right(foot.right, setting),
    )
    note = element("pPr", element("pStyle", val=Styles.NOTE))
    return [first, element("p", note, *words_runs(foot.second, setting))] if foot.second else [first]


def _on_the_right(words: str, setting: Setting, *, bold: bool = False) -> list[Element]:
    return [element("r", element("tab")), *words_runs(words, setting, bold=bold)] if words else []


def _page_label(paper: Paper) -> Iterator[Element]:
    """第 {page} 页 / 共 {pages} 页, with fields that Word fills in."""
    setting = _setting(paper)
    for part in re.split(r"(\{pages?\})", paper.page_label):
        if part in _FIELDS:
            # Word counts when it opens the file; until then there is one page.
            yield element(
                "fldSimple", *words_runs("1", setting, size=setting.size), instr=f" {_FIELDS[part]} "
            )
        elif part:
            yield from words_runs(part, setting, size=setting.size)


def _right_stop() -> Element:
    return element("tabs", element("tab", val="right", pos=_RIGHT))


def _rule(side: str, points: float) -> Element:
    line = element(side, val="single", sz=eighths(points), space=_RULE_SPACE, color="000000")
    return element("pBdr", line)
