import json
from pathlib import Path

import pytest

from merchant_guard.system.language import SettingsDamagedError, read_language


def settings(folder: Path, data: bytes) -> Path:
    (folder / "settings.json").write_bytes(data)
    return folder


@pytest.mark.parametrize(
    ("plain", "language"),
    [
        ({"language": "zh"}, "zh"),
        ({"language": "en"}, "en"),
        ({"language": "en", "theme": "dark"}, "en"),
        ({"theme": "dark"}, "zh"),
        ({}, "zh"),
    ],
)
def test_the_language_chosen_is_read_and_chinese_where_none_was(
    plain: dict[str, str], language: str, tmp_path: Path
) -> None:
    assert read_language(settings(tmp_path, json.dumps(plain).encode())) == language


def test_without_a_settings_file_or_folder_chinese_is_spoken(tmp_path: Path) -> None:
    assert read_language(tmp_path) == "zh"
    assert read_language(tmp_path / "not there") == "zh"
    (tmp_path / "file").write_bytes(b"")
    assert read_language(tmp_path / "file") == "zh"


def test_the_byte_order_mark_of_the_windows_editor_does_no_harm(tmp_path: Path) -> None:
    assert read_language(settings(tmp_path, b'\xef\xbb\xbf{"language": "en"}')) == "en"


@pytest.mark.parametrize(
    "data",
    [
        *(b"", b"{", b"[]", b"null", b'"en"', b"\xff\xfe", b"\0" * 20, b"[" * 100_000),
        *(b'{"language": "EN"}', b'{"language": null}', b'{"language": ["en"]}', b'{"language": {}}'),
    ],
    ids=lambda data: repr(data[:20]),
)
def test_what_this_app_never_wrote_is_damage(data: bytes, tmp_path: Path) -> None:
    with pytest.raises(SettingsDamagedError):
        read_language(settings(tmp_path, data))
    assert (tmp_path / "settings.json").read_bytes() == data


def test_a_folder_of_that_name_is_damage(tmp_path: Path) -> None:
    (tmp_path / "settings.json").mkdir()
    with pytest.raises(SettingsDamagedError):
        read_language(tmp_path)
