"""A list of people is read from a file or from what was pasted, with one sentence for what is in the way."""

from pathlib import Path

import pytest

from merchant_guard.domain.errors import InputError
from merchant_guard.localization import LANGUAGES
from merchant_guard.localization.sentences import sentence
from merchant_guard.services.read_names import ListedPerson, NameList, read_names
from tests.support.workbooks import workbook

PERSON = ListedPerson("张三", "packing", None, "打包")


def test_a_workbook_on_the_disk_and_pasted_lines_give_the_same_list(tmp_path: Path) -> None:
    place = tmp_path / "名单.xlsx"
    place.write_bytes(workbook([["姓名", "岗位"], ["张三", "打包"]]))
    assert read_names(place) == read_names("1. 张三 打包") == NameList((PERSON,), {})


def test_a_text_file_is_read_too(tmp_path: Path) -> None:
    place = tmp_path / "名单.txt"
    place.write_text("张三 打包", "utf-8")
    assert read_names(place).people == (PERSON,)


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("名单.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "names.old_format"),
        ("名单.xlsx", b"PK\x03\x04", "names.damaged"),
        ("名单.xlsx", b"", "names.empty"),
        ("名单.csv", "张三".encode("gbk"), "names.not_utf8"),
    ],
)
def test_another_file_is_one_problem_with_a_sentence(
    tmp_path: Path, name: str, data: bytes, code: str
) -> None:
    place = tmp_path / name
    place.write_bytes(data)
    with pytest.raises(InputError) as caught:
        read_names(place)
    (found,) = caught.value.problems
    assert found.code == code
    assert all(sentence(language, found.code, found.params) for language in LANGUAGES)


def test_a_file_that_is_gone_is_told_as_everywhere(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        read_names(tmp_path / "gone.xlsx")
    assert caught.value.problems[0].code == "file.missing"
