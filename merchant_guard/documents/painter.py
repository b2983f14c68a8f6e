"""Drawing on the pages of a PDF: text in our fonts, rules, boxes and badges. Black on white."""

from datetime import date
from io import BytesIO
from typing import Any, NamedTuple

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFString, PDFZCompress
from reportlab.pdfgen.canvas import Canvas

from merchant_guard.documents.attachments import Attachment
from merchant_guard.documents.blocks import Badge, BadgeLook, Bar, Blank, CheckBox, Picture, Words
from merchant_guard.documents.drawings import Drawing, Shape, drawing
from merchant_guard.documents.embedded_font import EmbeddedFont
from merchant_guard.documents.file_properties import language_tag
from merchant_guard.documents.fonts import MISSING_WIDTH, FontStack, font_file
from merchant_guard.documents.page_format import A4, PageFormat
from merchant_guard.documents.typesetting import BADGE_SCALE, Line
from merchant_guard.documents.units import MM

# A paper never fetches anything: no host and no scheme is trusted.
rl_config.trustedHosts = []
rl_config.trustedSchemes = []
# Pages are written as the bytes they are, not as a quarter more of printable characters.
rl_config.useA85 = 0

_HEAVY, _LIGHT, _THIN = 1.1, 0.5, 0.7
_LETTER = 9.5
"""The type size of the letter in a box."""


class _NoFont:
    """What a page begins with, lest reportlab name Helvetica, which is not in the file."""

    fontName = "none"  # noqa: N815 (reportlab's words)
    face = type("NoFace", (), {"name": "none"})
    _dynamicFont = True  # noqa: N815
    _multiByte = False  # noqa: N815


pdfmetrics.registerFont(_NoFont())


class FileProperties(NamedTuple):
    """What the file says of itself. No person is named; `made_on` is the day of its words."""

    title: str
    subject: str
    language: str
    creator: str
    made_on: date


class Painter:
    """One PDF being drawn, page by page. Places are points from the lower left corner."""

    def __init__(self, properties: FileProperties, fonts: FontStack, page: PageFormat = A4) -> None:
        self.fonts, self.page = fonts, page
        self._buffer = BytesIO()
        self._canvas: Any = Canvas(
            self._buffer,
            pagesize=(page.width, page.height),
            initialFontName=_NoFont.fontName,
            pdfVersion=(1, 4),  # the first that knows a language and a shown title
            lang=language_tag(properties.language),
            invariant=1,
            pageCompression=1,
        )
        self._canvas.setTitle(properties.title)
        self._canvas.setSubject(properties.subject)
        self._canvas.setCreator(properties.creator)
        self._canvas.setAuthor(properties.creator)
        self._canvas.setDateFormatter(lambda *_now: f"D:{properties.made_on:%Y%m%d}")
        self._canvas.setViewerPreference("DisplayDocTitle", "true")
        self._bookmarks = 0
        self._level = -1  # the level of the bookmark before
        self._embedded: dict[str, EmbeddedFont] = {}
        self._begin_text()

    def line(self, line: Line, x: float, baseline: float, size: float) -> None:
        """Draw a set line from its left end."""
        for piece in line.pieces:
            match piece.inline:
                case Words(text=text, bold=bold):
                    self.words(text, x, baseline, size, bold)
                case Badge() as badge:
                    self._badge(badge, x, baseline, size, piece.width)
                case CheckBox() as box:
                    self._check_box(x, baseline + 0.4 * size, piece.width, box)
                case Picture(name=name, height=height):
                    self.picture(drawing(name), x, baseline + 0.37 * size - height * MM / 2, height * MM)
                case Blank():
                    self.rule(x, baseline - 2, x + piece.width, 0.6)
                case Bar() as bar:
                    self._bar(bar, x, baseline, piece.width)
            x += piece.width

    def words(self, text: str, x: float, baseline: float, size: float, bold: bool = False) -> None:
        """Draw text; a character that no font has becomes a box."""
        for font, run in self.fonts.runs(text, bold):
            if font is None:
                self._boxes(run, x, baseline, size)
            else:
                self._show(font, run, x, baseline, size)
            x += self.fonts.width(run, bold) * size

    def words_right(self, text: str, right: float, baseline: float, size: float, bold: bool = False) -> None:
        """Draw text that ends at a place."""
        self.words(text, right - self.fonts.width(text, bold) * size, baseline, size, bold)

    def rule(self, left: float, y: float, right: float, width: float, gray: float = 0) -> None:
        """Draw a horizontal rule."""
        self._pen(width)
        if gray:
            self._canvas.setStrokeGray(gray)
        self._canvas.line(left, y, right, y)
        if gray:
            self._canvas.setStrokeGray(0)

    def tint(self, x: float, y: float, width: float, height: float) -> None:
        """Lay a light grey band."""
        self._canvas.setFillGray(self.page.tint)
        self._canvas.rect(x, y, width, height, stroke=0, fill=1)
        self._canvas.setFillGray(0)

    def frame(self, x: float, y: float, width: float, height: float) -> None:
        """Draw a box round something."""
        self._pen(0.8)
        self._canvas.rect(x, y, width, height)

    def picture(self, drawn: Drawing, x: float, y: float, height: float) -> None:
        """Draw one of our drawings so high, its lower left corner at a place."""
        scale = height / drawn.height
        self._canvas.saveState()
        self._canvas.setLineCap(1)
        self._canvas.setLineJoin(1)
        for shape in drawn.shapes:
            self._shape(shape, scale, x, y + height)
        self._canvas.restoreState()

    def _shape(self, shape: Shape, scale: float, left: float, top: float) -> None:
        """Black lines; areas are black, or white where something stands before something else."""
        self._pen(shape.line * scale)
        self._canvas.setFillGray(0 if shape.is_black else 1)
        path = self._canvas.beginPath()
        if shape.radius:
            (x, y), *_ = shape.points
            path.circle(left + x * scale, top - y * scale, shape.radius * scale)
        else:
            for number, (x, y) in enumerate(shape.points):
                (path.lineTo if number else path.moveTo)(left + x * scale, top - y * scale)
            if shape.is_closed:
                path.close()
        self._canvas.drawPath(path, stroke=1 if shape.line else 0, fill=1 if shape.is_filled else 0)
        self._canvas.setFillGray(0)

    def bookmark(self, text: str, top: float, level: int) -> None:
        """Let the reader's side bar lead here; a level under one that is not there moves up."""
        self._bookmarks += 1
        key = f"b{self._bookmarks}"
        self._level = min(level, self._level + 1)
        self._canvas.bookmarkHorizontal(key, 0, top)
        self._canvas.addOutlineEntry(text, key, self._level)

    def end_page(self) -> None:
        """Finish the page."""
        # All text goes over all areas, so that it is one text object and white words stand on black.
        self._canvas.addLiteral("\n".join(("BT", *self._text, "ET")))
        self._canvas.showPage()
        self._begin_text()

    def attach(self, file: Attachment) -> None:
        """Put a file into the PDF. There is one at most."""
        document = self._canvas._doc  # reportlab gives no other way in
        about = {"Type": PDFName("EmbeddedFile"), "Params": PDFDictionary({"Size": len(file.data)})}
        stream = document.Reference(PDFStream(PDFDictionary(about), file.data, [PDFZCompress]))
        named = {"Type": PDFName("Filespec"), "EF": PDFDictionary({"F": stream})}
        for key, words in (("F", file.name), ("UF", file.name), ("Desc", file.about)):
            named[key] = PDFString(words)
        files = PDFArray([PDFString(file.name), document.Reference(PDFDictionary(named))])
        tree = PDFDictionary({"Names": files})
        document.Catalog.Names = PDFDictionary({"EmbeddedFiles": tree})

    def finish(self) -> bytes:
        """Return the file."""
        self._canvas.showOutline()
        for font in self._embedded.values():
            font.add_to(self._canvas._doc)  # reportlab gives no other way in
        self._canvas.save()
        return self._buffer.getvalue()

    def _pen(self, width: float) -> None:
        """Draw lines of a width, but never finer than the printer shows."""
        self._canvas.setLineWidth(max(width, self.page.least_line))

    def _begin_text(self) -> None:
        self._text: list[str] = []
        self._set_font = ("", 0.0)
        self._place = (0, 0)

    def _show(self, font: str, text: str, x: float, baseline: float, size: float) -> None:
        """Add a run of one font to the page's text."""
        if font not in self._embedded:
            self._embedded[font] = EmbeddedFont(f"F{len(self._embedded) + 1}", font, font_file(font))
        embedded = self._embedded[font]
        if self._set_font != (font, size):
            self._set_font = (font, size)
            self._text.append(f"/{embedded.label} {size:g} Tf")
        # From where the run before began, in hundredths: steps repeat where places do not, and pack smaller.
        place = (round(100 * x), round(100 * baseline))
        right, up = ((to - begun) / 100 for to, begun in zip(place, self._place, strict=True))
        self._place = place
        self._text.append(f"{right:g} {up:g} Td {embedded.encode(text)} Tj")

    def _boxes(self, text: str, x: float, baseline: float, size: float) -> None:
        """Draw a box for each character, as wide as `MISSING_WIDTH` leaves room for."""
        self._pen(_THIN)
        for number in range(len(text)):
            left = x + (number * MISSING_WIDTH + 0.08) * size
            self._canvas.rect(left, baseline - 0.08 * size, 0.74 * size, 0.82 * size)

    def _badge(self, badge: Badge, x: float, baseline: float, size: float, width: float) -> None:
        type_size = size * BADGE_SCALE
        solid = badge.look is BadgeLook.SOLID
        left, right = x + 0.5 * size, x + width - 0.05 * size
        self._pen(_LIGHT if badge.look is BadgeLook.LIGHT else _HEAVY)
        self._canvas.rect(
            left, baseline - 0.26 * size, right - left, 1.18 * size, stroke=1, fill=1 if solid else 0
        )
        self._text.append("1 g" if solid else "0 g")
        bold = badge.look is not BadgeLook.LIGHT
        word = self.fonts.width(badge.text, bold) * type_size
        self.words(badge.text, (left + right - word) / 2, baseline + 0.03 * size, type_size, bold)
        self._text.append("0 g")

    def _check_box(self, x: float, middle: float, width: float, box: CheckBox) -> None:
        side = box.side * MM
        y = middle - side / 2
        self._pen(0.9)
        self._canvas.rect(x, y, width, side)
        if box.letter:
            self.words(box.letter, x + 3, middle - 0.37 * _LETTER, _LETTER)
        if box.ticked:
            self._pen(1.4)
            path = self._canvas.beginPath()
            path.moveTo(x + 0.2 * side, y + 0.5 * side)
            path.lineTo(x + 0.42 * side, y + 0.26 * side)
            path.lineTo(x + 0.82 * side, y + 0.76 * side)
            self._canvas.drawPath(path)

    def _bar(self, bar: Bar, x: float, baseline: float, width: float) -> None:
        """Done is black, partly done is striped, the rest is empty: told apart without colour or grey."""
        height, y = 2.4 * MM, baseline - 0.1 * MM
        self._pen(0.6)
        done = width * bar.done / bar.total
        part = width * bar.part / bar.total
        self._canvas.rect(x, y, done, height, stroke=0, fill=1)
        step = 1.6
        for number in range(int(part / step)):
            at = x + done + (number + 0.5) * step
            self._canvas.line(at, y, at, y + height)
        self._canvas.rect(x, y, width, height)
