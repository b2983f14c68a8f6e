"""Registers as a spreadsheet: days are days, words are never formulas, and nothing is lost or hidden."""

import io
import re
import zipfile
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from merchant_guard.documents.register_view import register_view
from merchant_guard.documents.register_xlsx import register_xlsx
from merchant_guard.documents.spreadsheet import MOST_CHARACTERS, sheet_names, writable
from merchant_guard.domain.registers.book import Book
from merchant_guard.domain.registers.register import Value
from merchant_guard.localization import LANGUAGES, Language, translator
from tests.support.books import book, entry, moment
from tests.support.kept_registers import STRUCK_REASON, kept_book, many_disposals
from tests.support.plans import MADE_ON
from tests.support.real_content import bank

MARCH = date(2026, 3, 2)
CHANGED = moment(date(2026, 3, 20)).replace(tzinfo=None)
_ = translator("zh")
Names = {"x": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


def written(*register_ids: str, held: Book | None = None, language: Language = "zh") -> bytes:
    ids = register_ids or tuple(bank().registers)
    views = [register_view(held or kept_book(), bank().registers, one, language) for one in ids]
    return register_xlsx(views, language, MADE_ON)


def rows(data: bytes, sheet: int = 0) -> list[list[Any]]:
    book_ = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return book_.get_sheet_by_index(sheet).to_python()


def records(data: bytes, sheet: int = 0) -> list[dict[str, Any]]:
    """Rows by the titles over them; of several columns of one title the first."""
    titles, *lines = rows(data, sheet)
    return [dict(reversed(list(zip(titles, line, strict=True)))) for line in lines]


def part(data: bytes, name: str) -> ET.Element:
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        return ET.fromstring(parts.read(name))  # noqa: S314 (our own file)


def sheet_xml(data: bytes, number: int = 1) -> ET.Element:
    return part(data, f"xl/worksheets/sheet{number}.xml")


def one_line(register_id: str, values: Mapping[str, Value]) -> bytes:
    return written(register_id, held=book([entry(register_id, MARCH, values)]))


def test_a_sheet_for_each_register_in_their_order_and_one_for_changes() -> None:
    names = CalamineWorkbook.from_filelike(io.BytesIO(written())).sheet_names
    assert names == [*(one.title.zh for one in bank().registers.values()), _("Changes")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_register_is_written_in_both_languages(language: Language) -> None:
    for register in bank().registers.values():
        titles = rows(written(register.id, language=language))[0]
        assert [
            field.label.pick(language)
            for field in register.fields
            if field.label.pick(language) not in titles
        ] == []


def test_days_are_days_and_counts_are_numbers() -> None:
    data = one_line("periods", {"what": "stubs", "months": 18, "found_on": MARCH})
    (line,) = records(data)
    assert (line["留几个月"], line["哪天问清、定下的"]) == (18, MARCH)
    cells = {cell.get("r"): cell for cell in sheet_xml(data).iterfind(".//x:c", Names)}
    assert (cells["B2"].get("t"), cells["D2"].get("t")) == (None, None)
    formats = [one.get("formatCode") for one in part(data, "xl/styles.xml").iterfind(".//x:numFmt", Names)]
    assert "yyyy-mm-dd" in formats


@pytest.mark.parametrize(
    "words",
    [
        "=1+1",
        "+86 10",
        "-1",
        "@SUM(A1)",
        "\t=1+1",
        '=HYPERLINK("http://example.com")',
        "{=1}",
        "http://example.com",
        "mailto:a@example.com",
        "00123",
        "1e5",
        "2026-03-02",
        "_x0041_",
        "<b>&amp;",
    ],
)
def test_words_stay_words_whatever_they_begin_with(words: str) -> None:
    data = one_line("disposals", {"on": MARCH, "note": words})
    (line,) = records(data)
    assert line["备注"] == words
    sheet = sheet_xml(data)
    assert sheet.findall(".//x:f", Names) == []
    assert sheet.findall(".//x:hyperlink", Names) == []


def test_a_line_end_of_any_kind_stays_one() -> None:
    (line,) = records(one_line("disposals", {"on": MARCH, "note": "=1\r\n+2\r-3"}))
    assert line["备注"] == "=1\n+2\n-3"


def test_every_act_is_followed_by_when_it_was_written_and_whether_later() -> None:
    titles, *lines = rows(written("disposals"))
    assert titles[:3] == ["哪天毁的", _("Written down on"), _("Written later")]
    assert lines[3][:3] == [date(2026, 9, 22), date(2026, 9, 26), _("written later")]
    assert {line[2] for number, line in enumerate(lines) if number != 3} == {""}


def test_what_was_crossed_out_stands_at_the_end_marked_and_with_its_reason() -> None:
    data = written("staff")
    lines = records(data)
    assert [line["姓名"] for line in lines] == ["员工甲", "员工乙", "员工丙", "员工丁"]
    assert [line[_("Crossed out")] for line in lines] == ["", "", "", _("crossed out")]
    assert (lines[-1][_("Crossed out on")], lines[-1][_("Reason")]) == (date(2026, 3, 20), STRUCK_REASON)
    fonts = part(data, "xl/styles.xml").findall("x:fonts/x:font", Names)
    looks = part(data, "xl/styles.xml").findall("x:cellXfs/x:xf", Names)
    names = {
        cell.get("r"): looks[int(cell.get("s", "0"))] for cell in sheet_xml(data).iterfind(".//x:c", Names)
    }
    is_struck = {
        place: fonts[int(look.get("fontId", "0"))].find("x:strike", Names) is not None
        for place, look in names.items()
    }
    assert (is_struck["A4"], is_struck["A5"]) == (False, True)


def test_a_register_in_which_nothing_was_crossed_out_has_no_columns_for_it() -> None:
    assert _("Crossed out") not in rows(written("disposals"))[0]


def test_corrections_stand_on_a_sheet_of_their_own() -> None:
    titles, *lines = rows(written("staff", "disposals"), sheet=2)
    assert titles[-1] == _("Changed at")
    assert lines == [
        ["员工", "员工丙", "到岗日期", date(2026, 1, 4), date(2026, 1, 5), CHANGED],
        ["员工", "员工丙", "岗位", "打包", "快递员", CHANGED + timedelta(minutes=3)],
    ]
    assert rows(written("disposals"), sheet=1)[1][0] == _("Nothing was changed.")


def test_the_titles_stay_in_sight_stand_out_and_are_printed_on_every_page() -> None:
    data = written("disposals", held=many_disposals(500))
    sheet = sheet_xml(data)
    pane = sheet.find(".//x:pane", Names)
    assert pane is not None
    assert (pane.get("ySplit"), pane.get("state")) == ("1", "frozen")
    setup = sheet.find("x:pageSetup", Names)
    assert setup is not None
    assert (setup.get("orientation"), setup.get("paperSize"), setup.get("fitToHeight")) == (
        "landscape",
        "9",
        "0",
    )
    footer = sheet.findtext(".//x:oddFooter", namespaces=Names)
    assert footer is not None
    assert re.search(r"&P.*&N", footer)
    named = part(data, "xl/workbook.xml").findall(".//x:definedName", Names)
    assert "销毁记录!$1:$1" in [one.text for one in named]
    bold = part(data, "xl/styles.xml").findall("x:fonts/x:font", Names)[1].find("x:b", Names)
    assert bold is not None
    assert len(rows(data)) == 501


def widths(data: bytes) -> list[float]:
    found = []
    for column in sheet_xml(data).iterfind(".//x:col", Names):
        span = int(column.get("max", "0")) - int(column.get("min", "0")) + 1
        found += [float(column.get("width", "0"))] * span
    return found


def test_columns_are_as_wide_as_what_stands_in_them() -> None:
    (latin,) = (widths(one_line("accounts", {"name": "x" * 20}))[0],)
    (chinese,) = (widths(one_line("accounts", {"name": "字" * 10}))[0],)
    assert latin == chinese == pytest.approx(22.7, abs=0.1)
    assert widths(one_line("accounts", {"name": "字" * 400}))[0] < 50
    assert min(widths(one_line("accounts", {"name": "字"}))) > 6


def test_the_same_registers_make_the_same_file_and_it_names_nobody() -> None:
    assert written() == written()
    core = part(written(), "docProps/core.xml")
    words = [one.text for one in core if one.text]
    assert words == [_("Registers"), "2026-11-30T00:00:00Z", "2026-11-30T00:00:00Z"]


def test_what_does_not_fit_a_cell_ends_in_dots_and_what_xml_cannot_hold_is_left_out() -> None:
    (line,) = records(one_line("disposals", {"on": MARCH, "note": "字" * (MOST_CHARACTERS + 5)}))
    assert line["备注"] == "字" * (MOST_CHARACTERS - 1) + "…"
    assert writable("a\x00b\x1fc\ud800d\uffff") == "abcd"


@pytest.mark.parametrize("day", [date(1899, 12, 31), date(1900, 2, 28), date(1, 1, 1)])
def test_days_older_than_spreadsheets_are_words(day: date) -> None:
    (line,) = records(one_line("staff", {"name": "甲", "joined": day}))
    assert line["到岗日期"] == day.isoformat()


@given(st.lists(st.text(max_size=50), max_size=8))
def test_names_of_sheets_are_legal_and_each_only_once(titles: list[str]) -> None:
    names = sheet_names(titles)
    assert len(names) == len(titles)
    for name in names:
        assert 1 <= len(name) <= 31
        assert not set(name) & set("[]:*?/\\")
        assert not name.startswith("'") and not name.endswith("'")
        assert name.casefold() != "history"
    assert len({name.casefold() for name in names}) == len(names)
