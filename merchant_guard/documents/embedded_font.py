"""A font inside a PDF: only the glyphs used, in one piece, with text that copies out as typed.

reportlab's own TrueType fonts cut a font into pieces of 256 characters and change between them within every
Chinese word; files become twice as large and take longer to write than all the rest. This is the composite
font of ISO 32000-1, 9.7: two bytes a character, numbered as they are used.
"""

from typing import Any

from reportlab.pdfbase.pdfdoc import (
    BasicFonts,
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFStream,
    PDFString,
    PDFZCompress,
)

from merchant_guard.documents.truetype import TrueTypeFile

_SUBSET_TAG = "MGUARD"
"""Six capital letters and a plus before the name say that a font is not embedded whole (9.6.4)."""
_SYMBOLIC = 4
_USUAL_WIDTH = 1000
"""That of every Han character."""
_LINES_A_BLOCK = 100
"""As many lines as a block of a character map may have."""

_CHARACTER_MAP = """\
/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{blocks}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


class _Codes(dict[str, str]):
    """Character → its code in this PDF, four hexadecimal digits, given out in the order of first use."""

    def __missing__(self, char: str) -> str:
        self[char] = f"{len(self) + 1:04X}"
        return self[char]


class EmbeddedFont:
    """One font in one PDF. `label` is its name in the pages, `name` that of the font."""

    def __init__(self, label: str, name: str, file: TrueTypeFile) -> None:
        self.label = label
        self._name, self._file = name, file
        self._codes = _Codes()

    def encode(self, text: str) -> str:
        """A text as the operand of a show operator. The font must have its characters."""
        return f"<{''.join(map(self._codes.__getitem__, text))}>"

    def add_to(self, document: Any) -> None:
        """Put the font with the characters used into reportlab's document, for all its pages."""
        font = PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("Type0"),
                "BaseFont": PDFName(self._full_name),
                "Encoding": PDFName("Identity-H"),
                "DescendantFonts": PDFArray([document.Reference(self._descendant(document))]),
                "ToUnicode": document.Reference(_stream(self._character_map().encode("ascii"))),
            }
        )
        document.idToObject[BasicFonts].dict[self.label] = document.Reference(font)

    @property
    def _full_name(self) -> str:
        return f"{_SUBSET_TAG}+{self._name}"

    def _descendant(self, document: Any) -> PDFDictionary:
        glyphs = [self._file.glyph(char) for char in self._codes]
        system = {"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0}
        return PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("CIDFontType2"),
                "BaseFont": PDFName(self._full_name),
                "CIDSystemInfo": PDFDictionary(system),
                "CIDToGIDMap": PDFName("Identity"),
                "DW": _USUAL_WIDTH,
                "W": self._unusual_widths(glyphs),
                "FontDescriptor": document.Reference(self._descriptor(document, glyphs)),
            }
        )

    def _descriptor(self, document: Any, glyphs: list[int]) -> PDFDictionary:
        shape = self._file.shape()
        return PDFDictionary(
            {
                "Type": PDFName("FontDescriptor"),
                "FontName": PDFName(self._full_name),
                "Flags": _SYMBOLIC,
                "FontBBox": PDFArray(shape.box),
                "ItalicAngle": 0,
                "Ascent": shape.ascent,
                "Descent": shape.descent,
                "CapHeight": shape.cap_height,
                "StemV": 80,
                "FontFile2": document.Reference(_stream(self._file.subset(glyphs), with_length=True)),
            }
        )

    def _unusual_widths(self, glyphs: list[int]) -> str:
        """The array as it stands in the file; as reportlab's objects it takes as long as a page."""
        widths = enumerate(map(self._file.advance, glyphs), start=1)
        unusual = [(code, width) for code, width in widths if width != _USUAL_WIDTH]
        follows = {code + 1 for code, _ in unusual}
        parts = (f" {width}" if code in follows else f"]{code}[{width}" for code, width in unusual)
        return f"[{''.join(parts).removeprefix(']')}]]" if unusual else "[]"

    def _character_map(self) -> str:
        """Code → character, as UTF-16: readers take anything else above U+FFFF for another character."""
        lines = [f"<{code}> <{char.encode('utf-16-be').hex().upper()}>" for char, code in self._codes.items()]
        parts = [lines[start : start + _LINES_A_BLOCK] for start in range(0, len(lines), _LINES_A_BLOCK)]
        blocks = ("\n".join((f"{len(part)} beginbfchar", *part, "endbfchar")) for part in parts)
        return _CHARACTER_MAP.format(blocks="\n".join(blocks))


def _stream(content: bytes, with_length: bool = False) -> PDFStream:
    dictionary = PDFDictionary({"Length1": len(content)} if with_length else {})
    return PDFStream(dictionary, content, [PDFZCompress])
