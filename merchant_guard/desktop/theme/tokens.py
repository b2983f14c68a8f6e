"""The colours and measures of the visual design, by name. Colours are #RRGGBB, lengths logical pixels."""

from typing import NamedTuple


class Colours(NamedTuple):
    """Warm paper and ink blue; each name says what it is for."""

    window: str
    rail: str
    surface: str
    sunken: str
    hover: str
    text: str
    text2: str
    text3: str
    primary: str
    primary_hover: str
    primary_press: str
    on_primary: str
    primary_soft: str
    primary_line: str
    danger: str
    danger_soft: str
    danger_line: str
    warn: str
    warn_soft: str
    warn_line: str
    redline: str
    on_redline: str
    ok: str
    ok_soft: str
    ok_line: str
    unk: str
    unk_soft: str
    unk_line: str
    control: str
    line: str
    track: str
    scroll: str
    bar_ok: str
    bar_part: str
    bar_no: str
    bar_unk: str


LIGHT = Colours(
    window="#F6F4EF",
    rail="#EFECE5",
    surface="#FFFFFF",
    sunken="#F3F0EA",
    hover="#F1EEE7",
    text="#1E2226",
    text2="#52565C",
    text3="#676B71",
    primary="#1F4F9C",
    primary_hover="#18417F",
    primary_press="#123366",
    on_primary="#FFFFFF",
    primary_soft="#E8EFFA",
    primary_line="#9DB9E3",
    danger="#AE2A1F",
    danger_soft="#FBEBE8",
    danger_line="#E3B0A9",
    warn="#875200",
    warn_soft="#FCF1DD",
    warn_line="#E2C48D",
    redline="#AE2A1F",
    on_redline="#FFFFFF",
    ok="#1C6A3D",
    ok_soft="#E5F2E9",
    ok_line="#A9D0B7",
    unk="#565B66",
    unk_soft="#ECEDEF",
    unk_line="#C4C7CD",
    control="#8B857A",
    line="#E1DCD2",
    track="#E7E3DA",
    scroll="#CFC9BD",
    bar_ok="#3C8F5F",
    bar_part="#C77A00",
    bar_no="#C8483B",
    bar_unk="#868C97",
)

DARK = Colours(
    window="#15171B",
    rail="#111316",
    surface="#1E2126",
    sunken="#191B20",
    hover="#262A30",
    text="#ECEDEF",
    text2="#B9BEC6",
    text3="#9BA1AB",
    primary="#93B8F4",
    primary_hover="#A9C7F7",
    primary_press="#7BA5EA",
    on_primary="#0B1D3B",
    primary_soft="#1E2D47",
    primary_line="#3F5F94",
    danger="#F3A59D",
    danger_soft="#3A2221",
    danger_line="#6E3A36",
    warn="#EFC073",
    warn_soft="#372C18",
    warn_line="#6B5326",
    redline="#B7372B",
    on_redline="#FFFFFF",
    ok="#8AD2A4",
    ok_soft="#1B3124",
    ok_line="#356249",
    unk="#B4BAC4",
    unk_soft="#292D34",
    unk_line="#474D57",
    control="#7F8792",
    line="#343941",
    track="#2D3138",
    scroll="#3F454E",
    bar_ok="#5DB583",
    bar_part="#DDA945",
    bar_no="#E0695C",
    bar_unk="#7F8792",
)


class TypeStyle(NamedTuple):
    """Size and line height in pixels at the standard text size, and whether it is set in 600."""

    size: int
    line: int
    strong: bool = False


TYPE = {
    "caption": TypeStyle(13, 20),
    "note": TypeStyle(14, 22),
    "body": TypeStyle(15, 24),
    "answer": TypeStyle(16, 24, strong=True),
    "section": TypeStyle(17, 26, strong=True),
    "h2": TypeStyle(20, 28, strong=True),
    "question": TypeStyle(24, 34, strong=True),
    "title": TypeStyle(26, 36, strong=True),
    "first": TypeStyle(30, 42, strong=True),
    "score": TypeStyle(34, 42, strong=True),
}

TEXT_SCALES = {"standard": 1.0, "large": 1.15, "huge": 1.3}
