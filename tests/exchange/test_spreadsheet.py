"""Workbooks from outside: whole ones are read, damaged, locked and overgrown ones refused with a sentence."""

import io
import random
import zipfile
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from merchant_guard.domain.errors import InputError
from merchant_guard.exchange.name_list import read_name_bytes
from merchant_guard.exchange.spreadsheet import MOST_COLUMNS, MOST_ROWS, read_sheets, rows_of
from merchant_guard.exchange.workbook_members import MOST_MEMBERS, MOST_ROOM, MOST_UNPACKED
from tests.support.workbooks import SHEET, changed, members, packed, workbook

DAY = date(2026, 3, 15)
ROWS = [["姓名", "岗位", "入职"], ["张三", "打包", DAY], ["李四", "客服", DAY]]
WHOLE = workbook(ROWS)
WORKBOOK = "xl/workbook.xml"


def people(data: bytes) -> list[str]:
    return [one.name for one in read_name_bytes(data, ".xlsx").people]


def refusal(data: bytes) -> str:
    with pytest.raises(InputError) as caught:
        read_name_bytes(data, ".xlsx")
    (found,) = caught.value.problems
    return found.code


def in_sheet(before: bytes, after: bytes) -> bytes:
    return changed(WHOLE, SHEET, lambda xml: xml.replace(before, after, 1))


def test_cells_keep_their_words_numbers_and_days() -> None:
    (sheet,) = read_sheets(workbook([["员工A", 13000000001.0, 0.5, DAY, True, " 空 "], [], ["", "x"]]))
    assert rows_of(sheet) == (("员工A", "13000000001", "0.5", DAY, "True", "空"), ("", "x"))


def test_hidden_and_empty_sheets_are_left_out() -> None:
    sheets = read_sheets(workbook([["甲"]], [["乙"]], [], [["丙"]], hidden=[1]))
    assert [rows_of(sheet) for sheet in sheets] == [(("甲",),), (("丙",),)]


def test_a_whole_workbook_is_read_however_it_was_packed() -> None:
    parts = members(WHOLE)
    for data in (
        WHOLE,
        packed(parts, zipfile.ZIP_STORED),
        packed({name.replace("/", "\\"): content for name, content in parts.items()}),
        packed(
            {**parts, "xl/media/picture.png": b"\0" * 1000, "customXml/item1.xml": "<a/>".encode("utf-16")}
        ),
    ):
        assert people(data) == ["张三", "李四"]


def test_a_note_of_a_size_without_such_cells_does_no_harm() -> None:
    wide = changed(WHOLE, SHEET, lambda xml: xml.replace(b'ref="A1:C3"', b'ref="A1:XFD1048576"'))
    assert people(wide) == ["张三", "李四"]


def test_formatted_cells_without_anything_in_them_need_no_room() -> None:
    styled = in_sheet(b"</sheetData>", b'<row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData>')
    assert people(styled) == ["张三", "李四"]


FAR = {
    "in the last corner": b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>',
    "in the last row": b'<row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData>',
    "with words of its own": b'<row r="1048576"><c r="A1048576" t="inlineStr"><is><t>x</t></is></c></row>'
    b"</sheetData>",
    "with a formula": b'<row r="1048576"><c r="A1048576"><f>1+1</f></c></row></sheetData>',
    "in a row that only says its number": b'<row r="1048576"><c><v>1</v></c></row></sheetData>',
    "in small letters": b'<row r="1048576"><c r="xfd1048576"><v>1</v></c></row></sheetData>',
    "with a prefix": b'<x:row xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    b'r="1048576">'
    b'<x:c r="A1048576"><x:v>1</x:v></x:c></x:row></sheetData>',
    "with its place written in entities": b'<row r="&#49;048576"><c r="&#65;1048576">'
    b"<v>1</v></c></row></sheetData>",
}


@pytest.mark.parametrize("cell", FAR.values(), ids=FAR)
def test_a_cell_far_out_is_refused_before_room_is_made_for_it(cell: bytes) -> None:
    assert refusal(in_sheet(b"</sheetData>", cell)) == "names.too_much"


OUTSIDE = (
    b"ZZZZ1",
    b"XFE1",
    b"A1048577",
    b"A0",
    b"A-1",
    b"A99999999999999999999",
    b"A",
    b"1",
    b"\xc3\x84" + b"1",
    b"",
)


@pytest.mark.parametrize("place", OUTSIDE)
def test_a_cell_outside_of_every_sheet_is_damage(place: bytes) -> None:
    cell = b'<row r="9"><c r="' + place + b'"><v>1</v></c></row></sheetData>'
    assert refusal(in_sheet(b"</sheetData>", cell)) == "names.damaged"


def test_many_small_sheets_need_room_together() -> None:
    corner = [[""] * 40 + ["x"]] * 1000
    assert refusal(workbook(ROWS, *[corner] * (MOST_ROOM // 41_000 + 1))) == "names.too_much"


def test_a_member_that_is_named_many_times_is_read_a_few_times() -> None:
    xml = members(WHOLE)[WORKBOOK]
    one = xml[xml.index(b"<sheet ") : xml.index(b"</sheets>")]
    many = b"".join(one.replace(b"Sheet1", b"S%d" % n) for n in range(500))
    assert read_name_bytes(changed(WHOLE, WORKBOOK, lambda xml: xml.replace(one, many))).other_sheets == 19


def test_a_workbook_that_unpacks_to_far_more_is_refused() -> None:
    bomb = packed({**members(WHOLE), "xl/bomb.xml": b"<a>" + b" " * MOST_UNPACKED + b"</a>"})
    assert len(bomb) < 100_000
    assert refusal(bomb) == "names.too_much"


def test_a_member_that_lies_about_its_size_is_damage() -> None:
    bomb = bytearray(packed({**members(WHOLE), "xl/bomb.xml": b" " * MOST_UNPACKED}))
    size = MOST_UNPACKED.to_bytes(4, "little")
    assert bomb.count(size) == 2
    assert refusal(bytes(bomb.replace(size, (10).to_bytes(4, "little")))) == "names.damaged"


def test_a_workbook_of_very_many_members_is_refused() -> None:
    parts = {**members(WHOLE), **{f"xl/media/{n}.png": b"" for n in range(MOST_MEMBERS)}}
    assert refusal(packed(parts)) == "names.too_much"


def test_cells_hidden_in_another_encoding_are_found_by_nobody() -> None:
    hidden = b'<sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    assert len(hidden) % 2 == 0
    sheet = "<a>".encode("utf-16") + hidden + "</a>".encode("utf-16-le")
    assert refusal(changed(WHOLE, SHEET, lambda xml: sheet)) == "names.damaged"


def test_entities_are_not_unfolded() -> None:
    laughs = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
    after = changed(WHOLE, SHEET, lambda xml: xml.replace(b"<worksheet", laughs + b"<worksheet", 1))
    assert refusal(after) == "names.damaged"


def test_a_locked_archive_says_so() -> None:
    data = bytearray(WHOLE)
    with zipfile.ZipFile(io.BytesIO(WHOLE)) as archive:
        offset = archive.getinfo(WORKBOOK).header_offset
    data[offset + 6] |= 1
    entry = data.index(WORKBOOK.encode(), data.index(b"PK\x01\x02")) - 46
    data[entry + 8] |= 1
    assert refusal(bytes(data)) == "names.locked"


DAMAGED = {
    "another archive": (packed({"word/document.xml": b"<a/>"}), "names.not_a_list"),
    "an OpenDocument sheet": (packed({"mimetype": b"x", "content.xml": b"<a/>"}), "names.not_a_list"),
    "only its beginning": (WHOLE[:100], "names.damaged"),
    "cut off": (WHOLE[:-40], "names.damaged"),
    "without its sheet": (packed({k: v for k, v in members(WHOLE).items() if k != SHEET}), "names.damaged"),
    "a sheet cut off": (changed(WHOLE, SHEET, lambda xml: xml[:-300]), "names.damaged"),
    "a sheet that is a picture": (changed(WHOLE, SHEET, lambda xml: b"\x89PNG\r\n\x1a\n"), "names.damaged"),
    "a sheet in UTF-16": (
        changed(WHOLE, SHEET, lambda xml: xml.decode().replace("UTF-8", "UTF-16").encode("utf-16")),
        "names.damaged",
    ),
    "words that are missing": (
        changed(WHOLE, "xl/sharedStrings.xml", lambda xml: b"<sst/>"),
        "names.damaged",
    ),
    "a day before all calendars": (in_sheet(b"<v>46096</v>", b"<v>-1e18</v>"), "names.damaged"),
    "packed in another way": (packed(members(WHOLE), zipfile.ZIP_BZIP2), "names.damaged"),
}


@pytest.mark.parametrize(("data", "code"), DAMAGED.values(), ids=DAMAGED)
def test_what_is_no_whole_workbook_is_refused_with_a_sentence(data: bytes, code: str) -> None:
    assert refusal(data) == code


@pytest.mark.parametrize("number", [b"1e300", b"nan", b"-5", b"2958466", b"9.2e18", b"x", b""])
def test_a_day_that_is_none_is_left_open(number: bytes) -> None:
    try:
        found = read_name_bytes(in_sheet(b"<v>46096</v>", b"<v>" + number + b"</v>"))
    except InputError as error:
        assert error.problems[0].code == "names.damaged"
    else:
        assert [one.name for one in found.people] == ["张三", "李四"]


def test_too_many_rows_and_columns_are_refused() -> None:
    assert refusal(workbook([["姓名", "岗位"], *[["张三", "打包"]] * MOST_ROWS])) == "names.too_many_rows"
    assert refusal(workbook([["姓名", *["x"] * MOST_COLUMNS]])) == "names.too_many_columns"


def test_rows_and_columns_to_the_limit_are_read() -> None:
    rows = [["姓名", *["x"] * (MOST_COLUMNS - 1)], *[["张三", "y"]] * (MOST_ROWS - 1)]
    assert people(workbook(rows)) == ["张三"]


def test_a_list_before_a_long_sheet_is_read() -> None:
    assert people(workbook(ROWS, [["单号", "x"]] * (MOST_ROWS + 1))) == ["张三", "李四"]


PARTS = sorted(name for name in members(WHOLE) if name.endswith((".xml", ".rels")) and "docProps" not in name)


@given(st.randoms(use_true_random=False), st.sampled_from(PARTS))
def test_a_workbook_damaged_anywhere_is_read_or_refused(chance: random.Random, name: str) -> None:
    def damage(xml: bytes) -> bytes:
        content = bytearray(xml)
        for _ in range(chance.randint(1, 5)):
            at = chance.randrange(len(content))
            if chance.random() < 0.5:
                content[at] = chance.choice(b'0123456789<>/"= \x00\xffAZ&')
            else:
                del content[at : at + chance.randint(1, 20)]
        return bytes(content)

    parts = members(WHOLE)
    parts[name] = damage(parts[name])
    try:
        read_name_bytes(packed(parts))
    except InputError as error:
        assert len(error.problems) == 1


@given(st.integers(4, len(WHOLE) - 1), st.binary(min_size=1, max_size=8))
def test_an_archive_damaged_anywhere_is_read_or_refused(at: int, other: bytes) -> None:
    try:
        read_name_bytes(WHOLE[:at] + other + WHOLE[at + len(other) :])
    except InputError as error:
        assert len(error.problems) == 1
