"""Drawing on the pages of a PDF: text in our fonts, rules, boxes and badges. Black on white."""

from io import BytesIO
from typing import Any, NamedTuple

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from merchant_guard.documents import a4
from merchant_guard.documents.blocks import Badge, BadgeLook, Bar, Blank, CheckBox, Words
from merchant_guard.documents.fonts import FontStack
from merchant_guard.documents.typesetting import BADGE_SCALE, CHECK_BOX, Line
from merchant_guard.documents.units import MM

# A paper never fetches anything: no host and no scheme is trusted.
rl_config.trustedHosts = []
rl_config.trustedSchemes = []

_HEAVY, _LIGHT = 1.1, 0.5


class FileProperties(NamedTuple):
    """What the file says of itself. No person is named."""

    title: str
    subject: str
    language: str
    creator: str


class Painter:
    """One PDF being drawn, page by page. Places are points from the lower left corner."""

    def __init__(self, properties: FileProperties, fonts: FontStack) -> None:
        self._fonts = fonts
        self._buffer = BytesIO()
        self._canvas: Any = Canvas(
            self._buffer,
            pagesize=(a4.WIDTH, a4.HEIGHT),
            initialFontName=fonts.main_font,
            lang="zh-CN" if properties.language == "zh" else "en",
            invariant=1,
            pageCompression=1,
        )
        self._canvas.setTitle(properties.title)
        self._canvas.setSubject(properties.subject)
        self._canvas.setCreator(properties.creator)
        self._canvas.setAuthor(properties.creator)
        self._canvas.setViewerPreference("DisplayDocTitle", "true")
        self._bookmarks = 0
        self._text: Any = self._canvas.beginText()

    def line(self, line: Line, x: float, baseline: float, size: float) -> None:
        """Draw a set line from its left end."""
        for piece in line.pieces:
            match piece.inline:
                case Words(text=text, bold=bold):
                    self.words(text, x, baseline, size, bold)
                case Badge() as badge:
                    self._badge(badge, x, baseline, size, piece.width)
                case CheckBox(ticked=ticked):
                    self._check_box(x, baseline - 1.1 * MM, ticked)
                case Blank():
                    self.rule(x, baseline - 2, x + piece.width, 0.6)
                case Bar() as bar:
                    self._bar(bar, x, baseline, piece.width)
            x += piece.width

    def words(self, text: str, x: float, baseline: float, size: float, bold: bool = False) -> None:
        """Draw text; a character that no font has becomes a box."""
        for font, run in self._fonts.runs(text, bold):
            width = self._fonts.width(run, bold) * size
            if font is None:
                for number in range(len(run)):
                    left = x + number * width / len(run)
                    self._canvas.rect(left + 0.08 * size, baseline - 0.08 * size, 0.74 * size, 0.82 * size)
            else:
                self._text.setFont(font, size)
                self._text.setTextOrigin(x, baseline)
                self._text.textOut(run)
            x += width

    def words_right(self, text: str, right: float, baseline: float, size: float, bold: bool = False) -> None:
        """Draw text that ends at a place."""
        self.words(text, right - self._fonts.width(text, bold) * size, baseline, size, bold)

    def rule(self, left: float, y: float, right: float, width: float, gray: float = 0) -> None:
        """Draw a horizontal rule."""
        self._canvas.setLineWidth(width)
        self._canvas.setStrokeGray(gray)
        self._canvas.line(left, y, right, y)
        self._canvas.setStrokeGray(0)

    def tint(self, x: float, y: float, width: float, height: float) -> None:
        """Lay a light grey band."""
        self._canvas.setFillGray(a4.GREY)
        self._canvas.rect(x, y, width, height, stroke=0, fill=1)
        self._canvas.setFillGray(0)

    def frame(self, x: float, y: float, width: float, height: float) -> None:
        """Draw a box round something."""
        self._canvas.setLineWidth(0.8)
        self._canvas.rect(x, y, width, height)

    def bookmark(self, text: str, top: float, level: int) -> None:
        """Let the reader's side bar lead here."""
        self._bookmarks += 1
        key = f"b{self._bookmarks}"
        self._canvas.bookmarkHorizontal(key, 0, top)
        self._canvas.addOutlineEntry(text, key, level)

    def end_page(self) -> None:
        """Finish the page."""
        self._canvas.drawText(self._text)
        self._canvas.showPage()
        self._text = self._canvas.beginText()

    def finish(self) -> bytes:
        """Return the file."""
        self._canvas.showOutline()
        self._canvas.save()
        return self._buffer.getvalue()

    def _badge(self, badge: Badge, x: float, baseline: float, size: float, width: float) -> None:
        type_size = size * BADGE_SCALE
        solid = badge.look is BadgeLook.SOLID
        left, right = x + 0.5 * size, x + width - 0.05 * size
        self._canvas.setLineWidth(_LIGHT if badge.look is BadgeLook.LIGHT else _HEAVY)
        self._canvas.rect(
            left, baseline - 0.26 * size, right - left, 1.18 * size, stroke=1, fill=1 if solid else 0
        )
        self._text.setFillGray(1 if solid else 0)
        bold = badge.look is not BadgeLook.LIGHT
        word = self._fonts.width(badge.text, bold) * type_size
        self.words(badge.text, (left + right - word) / 2, baseline + 0.03 * size, type_size, bold)
        self._text.setFillGray(0)

    def _check_box(self, x: float, y: float, ticked: bool) -> None:
        side = CHECK_BOX
        self._canvas.setLineWidth(0.9)
        self._canvas.rect(x, y, side, side)
        if ticked:
            self._canvas.setLineWidth(1.4)
            path = self._canvas.beginPath()
            path.moveTo(x + 0.2 * side, y + 0.5 * side)
            path.lineTo(x + 0.42 * side, y + 0.26 * side)
            path.lineTo(x + 0.82 * side, y + 0.76 * side)
            self._canvas.drawPath(path)

    def _bar(self, bar: Bar, x: float, baseline: float, width: float) -> None:
        """Done is black, partly done is striped, the rest is empty: told apart without colour or grey."""
        height, y = 2.4 * MM, baseline - 0.1 * MM
        self._canvas.setLineWidth(0.6)
        done = width * bar.done / bar.total
        part = width * bar.part / bar.total
        self._canvas.rect(x, y, done, height, stroke=0, fill=1)
        step = 1.6
        for number in range(int(part / step)):
            at = x + done + (number + 0.5) * step
            self._canvas.line(at, y, at, y + height)
        self._canvas.rect(x, y, width, height)
