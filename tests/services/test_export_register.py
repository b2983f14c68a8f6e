"""Registers into a file: whole or not at all, where the person says, and never over anything else."""

import io
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from merchant_guard.domain.errors import InputError
from merchant_guard.localization import translator
from merchant_guard.services.export_register import (
    Spreadsheet,
    export_register,
    make_spreadsheet,
    save_spreadsheet_in,
)
from tests.support.kept_registers import kept_book
from tests.support.plans import MADE_ON
from tests.support.real_content import bank

CHANGES = translator("zh")("Changes")


def made(*register_ids: str) -> Spreadsheet:
    return make_spreadsheet(kept_book(), bank(), register_ids or None, "zh", MADE_ON)


def sheets(data: bytes) -> list[str]:
    return CalamineWorkbook.from_filelike(io.BytesIO(data)).sheet_names


@pytest.mark.parametrize(
    ("typed", "named"), [("台账", "台账.xlsx"), ("a.XLSX", "a.XLSX"), ("v1.2", "v1.2.xlsx")]
)
def test_a_register_is_written_where_the_person_says(tmp_path: Path, typed: str, named: str) -> None:
    place = export_register(kept_book(), bank(), ["staff"], "zh", MADE_ON, tmp_path / typed)
    assert place == tmp_path / named
    assert place.read_bytes() == made("staff").data
    assert sheets(place.read_bytes()) == ["员工", CHANGES]


def test_where_none_is_named_all_are_written(tmp_path: Path) -> None:
    place = export_register(kept_book(), bank(), None, "zh", MADE_ON, tmp_path / "all")
    assert sheets(place.read_bytes()) == [*(one.title.zh for one in bank().registers.values()), CHANGES]


def test_a_file_is_named_after_its_register_and_day() -> None:
    title = translator("zh")("{register} register").format(register="员工")
    assert made("staff").name == f"{title} 2026-11-30.xlsx"
    assert made().name == made("staff", "accounts").name == f"{translator('zh')('Registers')} 2026-11-30.xlsx"
    assert (
        make_spreadsheet(kept_book(), bank(), ["staff"], "en", MADE_ON).name
        == "Staff register 2026-11-30.xlsx"
    )


def test_a_file_of_that_name_is_not_written_over(tmp_path: Path) -> None:
    sheet, other = made("staff"), made("staff")._replace(data=made("accounts").data)
    places = [save_spreadsheet_in(one, tmp_path) for one in (sheet, sheet, other)]
    assert places[0] == places[1]
    assert places[2].name == places[0].name.replace(".xlsx", " (2).xlsx")
    assert places[0].read_bytes() == sheet.data


def test_a_place_that_is_no_folder_is_told_and_nothing_is_left_behind(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(InputError) as caught:
        export_register(kept_book(), bank(), ["staff"], "zh", MADE_ON, tmp_path / "file" / "x.xlsx")
    assert caught.value.problems[0].code == "write.not_a_folder"
    assert [one.name for one in tmp_path.iterdir()] == ["file"]


def test_a_register_there_is_not_writes_nothing(tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        export_register(kept_book(), bank(), ["nothing"], "zh", MADE_ON, tmp_path / "x.xlsx")
    assert list(tmp_path.iterdir()) == []
