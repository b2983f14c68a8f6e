"""The committed fonts are the locked ones, print every name, and keep to their licence."""

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTFont

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "fonts"
LOCK: dict[str, Any] = json.loads((FOLDER / "fonts.json").read_text("utf-8"))
CHINESE = ("NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf")
LOOKED_THROUGH = ("NotoSansSC-Regular.ttf", "NotoSansSC-Rest.ttf", "RareHan.ttf")
LATIN = ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf")
RESERVED = ("Source", "LXGW", "霞鹜")
COPYRIGHT, TRADEMARK, LICENCE = 0, 7, 13

every_font = pytest.mark.parametrize("name", sorted(LOCK["made"]))
chinese_font = pytest.mark.parametrize("name", CHINESE)


@cache
def font(name: str) -> TTFont:
    return TTFont(FOLDER / name)


@cache
def characters(name: str) -> frozenset[str]:
    return frozenset(map(chr, font(name).getBestCmap()))


def rows_of(codec: str, lead: range, trail: range) -> set[str]:
    texts = (bytes((a, b)).decode(codec, "ignore") for a in lead for b in trail)
    return {text for text in texts if text and not text.isascii()}


def test_the_lock_names_every_font_in_the_folder() -> None:
    assert {path.name for path in FOLDER.glob("*.ttf")} == set(LOCK["made"])


@every_font
def test_a_font_is_the_locked_one_and_the_readme_says_so(name: str) -> None:
    content = (FOLDER / name).read_bytes()
    locked = LOCK["made"][name]
    assert hashlib.sha256(content).hexdigest() == locked["sha256"]
    assert (len(content), len(characters(name))) == (locked["bytes"], locked["characters"])
    assert locked["sha256"] in (FOLDER / "README.md").read_text("utf-8")


def test_the_readme_names_the_pinned_packages() -> None:
    readme = (FOLDER / "README.md").read_text("utf-8")
    for source in LOCK["sources"].values():
        assert source["version"] in readme
        assert source["sha256"] in readme


@every_font
def test_a_font_has_what_reportlab_and_qt_read(name: str) -> None:
    assert {"glyf", "name", "OS/2", "cmap", "hmtx", "post"} <= set(font(name).keys())
    assert not {"CFF ", "CFF2", "fvar"} & set(font(name).keys())
    assert {table.format for table in font(name)["cmap"].tables} <= {4, 12}
    assert font(name)["OS/2"].fsType == 0, "embedding must be allowed"


@chinese_font
def test_a_main_font_has_format_12_beside_format_4(name: str) -> None:
    assert {table.format for table in font(name)["cmap"].tables} == {4, 12}


@chinese_font
def test_a_main_font_has_every_character_of_gb2312(name: str) -> None:
    han = rows_of("gb2312", range(0xB0, 0xF8), range(0xA1, 0xFF))
    symbols = rows_of("gb2312", range(0xA1, 0xAA), range(0xA1, 0xFF))
    assert len(han) == 6763
    assert han | symbols <= characters(name)


@chinese_font
def test_a_main_font_has_what_forms_are_made_of(name: str) -> None:
    marks = "×·…—–‘’“”‰℃№①⑳←→↑↓■□▲△●○◆◇★☆✓¥€£￥ⅠⅫāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿΑωЯжあン㎡"
    assert set(marks) <= characters(name)
    assert {chr(code) for code in (*range(0x20, 0x7F), *range(0xFF01, 0xFF5F))} <= characters(name)


def test_regular_and_bold_have_the_same_characters() -> None:
    assert characters(CHINESE[0]) == characters(CHINESE[1])
    assert characters(LATIN[0]) == characters(LATIN[1])


def test_the_fonts_looked_through_in_turn_share_no_character() -> None:
    together = frozenset().union(*map(characters, LOOKED_THROUGH))
    assert len(together) == sum(len(characters(name)) for name in LOOKED_THROUGH)


def test_rare_names_and_all_of_gbk_print() -> None:
    printable = frozenset().union(*map(characters, LOOKED_THROUGH))
    assert set("㛃䶮𬎆喆堃犇") <= printable
    assert rows_of("gbk", range(0x81, 0xFF), range(0x40, 0xFF)) <= printable


@every_font
def test_no_character_is_drawn_as_the_missing_glyph(name: str) -> None:
    assert ".notdef" not in font(name).getBestCmap().values()


@every_font
def test_no_name_is_a_reserved_one_and_authors_and_licence_are_kept(name: str) -> None:
    records = font(name)["name"].names
    shown = [str(record) for record in records if record.nameID not in (COPYRIGHT, TRADEMARK)]
    assert not [text for text in shown if any(word in text for word in RESERVED)]
    assert "Copyright" in str(records[0]) or "(c)" in str(records[0])
    assert "SIL Open Font License" in font(name)["name"].getDebugName(LICENCE)


def test_families_are_told_apart() -> None:
    families = {name: font(name)["name"].getDebugName(1) for name in LOCK["made"]}
    assert families == {
        "NotoSansSC-Regular.ttf": "Noto Sans SC",
        "NotoSansSC-Bold.ttf": "Noto Sans SC",
        "NotoSansSC-Rest.ttf": "Noto Sans SC Rest",
        "RareHan.ttf": "Merchant Guard Rare Han",
        "NotoSans-Regular.ttf": "Noto Sans",
        "NotoSans-Bold.ttf": "Noto Sans",
    }


def test_the_licence_names_every_font_and_its_authors() -> None:
    text = (FOLDER / "LICENSE-OFL.txt").read_text("utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in text
    for word in (*LOCK["made"], "Adobe", "Noto Project Authors", "LXGW", "Klee Project Authors", *RESERVED):
        assert word in text


def test_sizes_stay_within_what_the_installers_allow() -> None:
    limits = {**dict.fromkeys(CHINESE, 2_900_000), **dict.fromkeys(LATIN, 60_000)}
    limits |= {"NotoSansSC-Rest.ttf": 8_500_000, "RareHan.ttf": 700_000}
    for name, limit in limits.items():
        assert (FOLDER / name).stat().st_size <= limit, name
