"""Templates' words → blocks: the small XML in which paper templates are written.

`<paper>` holds `<head/>`, `<foot/>` and blocks: `<h>`, `<p>`, `<table>` with `<columns>`, `<row>`, `<band/>`
and `<cell>`, `<box>`, `<beside>` (columns of blocks), `<newpage/>`. In `<p>` stand text, `<b>`, `<badge/>`,
`<check/>`, `<blank/>`, `<bar/>`, `<picture/>`, which may also stand alone. What a person typed reaches this
parser escaped, so it is only ever text.
"""

from collections.abc import Iterator
from datetime import date
from xml.etree import ElementTree as ET

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
    Picture,
    Row,
    RunningFoot,
    RunningHead,
    Size,
    Table,
    Words,
)

Element = ET.Element


def parse(markup: str) -> Paper:
    """Read a paper. Raises ValueError for markup that is not a paper (a fault of the template)."""
    try:
        root = ET.fromstring(markup)  # noqa: S314 (our own template, entities cannot be declared in it)
    except ET.ParseError as error:
        raise ValueError(str(error)) from error
    head, foot = root.find("head"), root.find("foot")
    if root.tag != "paper" or head is None or foot is None:
        raise ValueError("a paper has a head and a foot")
    return Paper(
        title=root.attrib["title"],
        subject=root.attrib["subject"],
        language=root.attrib["language"],
        made_on=date.fromisoformat(root.attrib["made_on"]),
        page_label=root.attrib["pages"],
        head=RunningHead(**head.attrib),
        foot=RunningFoot(**foot.attrib),
        blocks=tuple(_block(element) for element in root if element not in (head, foot)),
    )


def _block(element: Element) -> Block:
    match element.tag:
        case "p" | "picture":
            return _paragraph(element)
        case "h":
            badges = tuple(inline for inline in _inlines(element) if isinstance(inline, Badge))
            words = "".join(inline.text for inline in _inlines(element) if isinstance(inline, Words))
            return Heading(words.strip(), int(element.get("level", "0")), badges)
        case "table":
            return _table(element)
        case "box":
            return Frame(tuple(_block(child) for child in element))
        case "beside":
            return Columns(tuple(_block(child) for child in element), int(element.get("columns", "2")))
        case "newpage":
            return PageBreak()
        case _:
            raise ValueError(f"<{element.tag}> is no block")


def _paragraph(element: Element) -> Paragraph:
    """A picture that stands alone is a paragraph of its own, in the middle unless said."""
    stands_alone = element.tag == "picture"
    align = element.get("align", "center" if stands_alone else "left")
    return Paragraph(
        inlines=(_picture(element),) if stands_alone else tuple(_inlines(element)),
        size=Size(element.get("size", "body")),
        mark=element.get("mark", ""),
        keep=element.get("keep") == "yes",
        space=float(element.get("space", "0")),
        right=align == "right",
        centre=align == "center",
    )


def _table(element: Element) -> Table:
    head = element.find("columns")
    rows = (child for child in element if child is not head)
    return Table(
        columns=tuple(float(width) for width in element.attrib["widths"].split()),
        head=_row(head) if head is not None else None,
        rows=tuple(_band(child) if child.tag == "band" else _row(child) for child in rows),
        ruled=element.get("ruled", "yes") == "yes",
        tight=element.get("tight") == "yes",
    )


def _band(element: Element) -> Band:
    return Band(element.attrib["left"], element.get("right", ""))


def _row(element: Element) -> Row:
    return Row(tuple(_cell(cell) for cell in element))


def _cell(element: Element) -> tuple[Paragraph, ...]:
    """A cell holds paragraphs, or the inlines of one."""
    if any(child.tag == "p" for child in element):
        return tuple(_paragraph(child) for child in element)
    return (_paragraph(element),)


def _inlines(element: Element) -> Iterator[Inline]:
    """Text is kept as typed; the template's own line ends and indents around it are not text."""
    yield from _words(element.text)
    for child in element:
        match child.tag:
            case "b":
                yield Words(child.text or "", bold=True)
            case "badge":
                yield Badge(child.attrib["text"], BadgeLook(child.attrib["look"]))
            case "check":
                yield _check(child)
            case "blank":
                yield Blank(float(child.attrib["width"]) if "width" in child.attrib else None)
            case "picture":
                yield _picture(child)
            case "bar":
                yield Bar(*(float(child.attrib[name]) for name in ("done", "part", "total")))
            case _:
                raise ValueError(f"<{child.tag}> is no inline")
        yield from _words(child.tail)


def _check(element: Element) -> CheckBox:
    width = float(element.attrib["width"]) if "width" in element.attrib else None
    ticked, side = element.get("ticked") == "yes", float(element.get("side", "5"))
    return CheckBox(ticked, side, width, element.get("letter", ""))


def _picture(element: Element) -> Picture:
    return Picture(element.attrib["name"], float(element.attrib["height"]))


def _words(text: str | None) -> Iterator[Words]:
    if text:
        yield Words(text)
