"""Make `resources/styles/paper.docx`: the page and the styles in which papers are written as Word files.

    python installer/make_style_base.py

The file is committed; run this after sizes in `documents/page_format.py` were changed. The page, the sizes
and the lines come from there, and a test fails while the two differ. Of python-docx's own template
nothing is kept but its frame: not its hundred styles, its theme or its picture.
"""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from docx import Document  # noqa: E402
from docx.oxml.parser import parse_xml  # noqa: E402
from docx.shared import Mm  # noqa: E402

from merchant_guard.documents.blocks import Size  # noqa: E402
from merchant_guard.documents.docx_package import pack  # noqa: E402
from merchant_guard.documents.docx_styles import (  # noqa: E402
    BUILT_IN,
    HEADING_SPACE,
    STYLE_OF_SIZE,
    Styles,
)
from merchant_guard.documents.page_format import A4  # noqa: E402
from merchant_guard.documents.units import MM  # noqa: E402
from merchant_guard.documents.wordml import element, half_points, set_children, twips  # noqa: E402

TARGET = ROOT / "resources" / "styles" / "paper.docx"
HAN_FONT, LATIN_FONT = "微软雅黑", "Segoe UI"
KEPT_PARTS = ("/word/document.xml", "/word/styles.xml", "/word/settings.xml", "/docProps/core.xml")
BUILT_IN_NAMES = ("Normal", *BUILT_IN.values())
LARGE = A4.types[Size.TITLE].size
"""From this size on fonts would make lines higher than the design has them."""
HEAD = 13
"""Millimetres over the head: the page number stands in the margin, the title right under it."""
FOOT = 12
"""Millimetres under the foot, as near to the edge as printers reach."""
SETTINGS = """<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/><w:characterSpacingControl w:val="doNotCompress"/>
<w:compat><w:ulTrailSpace/><w:compatSetting w:name="compatibilityMode"
w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>
<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>"""


def style_base() -> bytes:
    """Make the file. The same sizes make the same parts."""
    document: Any = Document()
    drop_other_parts(document)
    set_children(document.settings.element, parse_xml(" ".join(SETTINGS.split("\n"))))
    set_children(document.styles.element, (defaults(), *styles()))
    document.element.body[:-1] = []
    set_up_page(document.sections[0])
    return pack(document, "", "", datetime(2026, 1, 1, tzinfo=UTC).date(), "zh")


def drop_other_parts(document: Any) -> None:
    """Take out what no paper needs: a theme, a picture, data of other programs."""
    for rels in (document.part.rels, document.part.package.rels):
        for key, rel in list(rels.items()):
            if str(rel.target_part.partname) not in KEPT_PARTS:
                del rels[key]


def fonts() -> Any:
    """The fonts of every style: one for Chinese, one for Latin letters."""
    return element("rFonts", ascii=LATIN_FONT, hAnsi=LATIN_FONT, eastAsia=HAN_FONT, cs=LATIN_FONT)


def defaults() -> Any:
    """What holds where no style says anything else."""
    words = element("rPr", fonts(), element("lang", val="en-US", eastAsia="zh-CN"))
    return element("docDefaults", element("rPrDefault", words), element("pPrDefault"))


def styles() -> Iterator[Any]:
    """Word's own three that stand for everything, then ours."""
    body = A4.types[Size.BODY]
    yield style("Normal", "Normal", None, body.size, body.leading, default=1)
    yield element(
        "style",
        element("name", val="Default Paragraph Font"),
        element("uiPriority", val=1),
        element("semiHidden"),
        type="character",
        default=1,
        styleId="DefaultParagraphFont",
    )
    yield element(
        "style",
        element("name", val="Normal Table"),
        element("uiPriority", val=99),
        element("semiHidden"),
        type="table",
        default=1,
        styleId="TableNormal",
    )
    title = A4.types[Size.TITLE]
    yield style(Styles.TITLE, BUILT_IN[Styles.TITLE], "Normal", title.size, title.leading, bold=True)
    for size, name in STYLE_OF_SIZE.items():
        type_ = A4.types[size]
        yield style(name, BUILT_IN.get(name, name), "Normal", type_.size, type_.leading)
    for level, name in enumerate((Styles.HEADING_1, Styles.HEADING_2)):
        type_ = A4.types[(Size.HEADING, Size.TASK)[level]]
        before, after = HEADING_SPACE[level]
        yield style(
            name,
            BUILT_IN[name],
            "Normal",
            type_.size,
            type_.leading,
            bold=True,
            outline=level,
            before=before * MM,
            after=after * MM,
        )


def style(  # noqa: PLR0913 (all that a style says)
    key: str,
    name: str,
    based_on: str | None,
    size: float,
    leading: float,
    *,
    default: int | None = None,
    bold: bool = False,
    outline: int | None = None,
    before: float = 0,
    after: float = 0,
) -> Any:
    """A style of paragraphs.

    Its lines are as high as those of the PDF, small ones higher where a sign needs it. Word puts no gaps of
    its own between Han and Latin, for which the columns of our tables leave no room.
    """
    rule = "exact" if size >= LARGE else "atLeast"
    spacing = element("spacing", before=twips(before), after=twips(after), line=twips(leading), lineRule=rule)
    lines = element(
        "pPr",
        element("keepNext") if outline is not None else None,
        element("autoSpaceDE", val=0),
        element("autoSpaceDN", val=0),
        spacing,
        None if outline is None else element("outlineLvl", val=outline),
    )
    words = element(
        "rPr",
        fonts(),
        element("b") if bold else None,
        element("bCs") if bold else None,
        element("sz", val=half_points(size)),
        element("szCs", val=half_points(size)),
    )
    return element(
        "style",
        element("name", val=name),
        element("basedOn", val=based_on) if based_on else None,
        element("next", val=Styles.BODY) if outline is not None else None,
        element("qFormat"),
        lines,
        words,
        type="paragraph",
        styleId=key,
        **({"default": default} if default else {}),
        **({} if name in BUILT_IN_NAMES else {"customStyle": 1}),
    )


def set_up_page(section: Any) -> None:
    """A4 with our margins; the title stands on the first page only, so that has a head of its own."""
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(18)
    section.header_distance, section.footer_distance, section.gutter = Mm(HEAD), Mm(FOOT), Mm(0)
    section._sectPr.attrib.clear()
    for grid in section._sectPr.xpath("./w:docGrid"):
        section._sectPr.remove(grid)
    section.different_first_page_header_footer = True
    for part in (
        section.first_page_header,
        section.header,
        section.first_page_footer,
        section.footer,
    ):
        part.is_linked_to_previous = False
        set_children(part._element, [element("p")])


def main() -> None:
    """Write the file and say where it lies."""
    TARGET.write_bytes(style_base())
    print(TARGET.relative_to(ROOT), f"{TARGET.stat().st_size} bytes", file=sys.stdout)


if __name__ == "__main__":
    main()
