import sys
from pathlib import Path

import pytest

from merchant_guard.system import resources


def frozen_with(monkeypatch: pytest.MonkeyPatch, folder: Path, files: dict[str, bytes]) -> None:
    """A frozen app whose resources are these files."""
    for name, held in files.items():
        place = folder / "resources" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(held)
    monkeypatch.setattr(sys, "_MEIPASS", str(folder), raising=False)


def test_the_resources_of_the_source_tree_are_found() -> None:
    assert resources.path("content/groups.json").is_file()
    assert "content/schema/content.schema.json" in resources.names("content/schema", ".json")


def test_a_frozen_app_has_its_own_resources(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    frozen_with(
        monkeypatch, tmp_path, {"content/note.txt": "你好\n".encode(), "content/raw.bin": b"\xff\x00"}
    )
    assert resources.read_text("content/note.txt") == "你好\n"
    assert resources.read_bytes("content/raw.bin") == b"\xff\x00"
    with pytest.raises(FileNotFoundError):
        resources.path("content/groups.json")


def test_a_frozen_app_without_a_folder_of_its_own_uses_the_package_s(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resources.path("content/groups.json").is_file()


def test_names_lists_one_folder_sorted_by_ending(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    held = dict.fromkeys(("law/b.json", "law/a.json", "law/notes.md", "law/old/c.json"), b"{}")
    frozen_with(monkeypatch, tmp_path, held)
    assert resources.names("law", ".json") == ["law/a.json", "law/b.json"]


@pytest.mark.parametrize(
    "name",
    [
        *("", ".", "..", "content/", "content/.", "content//groups.json", "/etc/hostname"),
        *("../pyproject.toml", "content/../../pyproject.toml"),
        *("content\\groups.json", "C:/Windows/win.ini", "C:win.ini"),
    ],
)
def test_a_name_that_leads_outside_is_refused(name: str) -> None:
    with pytest.raises(ValueError):
        resources.path(name)


@pytest.mark.parametrize("name", ["content/nothing.json", "nothing", "content/groups.json/inside"])
def test_a_resource_that_is_not_there_is_named(name: str) -> None:
    with pytest.raises(FileNotFoundError, match=name):
        resources.path(name)
