"""An installation with a file missing or damaged: one calm sentence, and nothing of the owner's in it."""

import re
import shutil
from pathlib import Path

import pytest

from merchant_guard.localization import CatalogueError
from tests.support.command_line import MODULE, ROOT, Said, shell, told
from tests.support.shops import full_shop, write_shop

MARKER = "标记-不能让人看见-7F3A"
CATALOGUE = "locale/zh_CN/LC_MESSAGES/merchant_guard.mo"
MAGIC = b"\xde\x12\x04\x95"


@pytest.fixture
def installation(tmp_path: Path) -> Path:
    """A copy of the app whose files may be damaged; the fonts, which are large, are borrowed."""
    app = tmp_path / "app"
    no_caches = shutil.ignore_patterns("__pycache__", "fonts")
    for part in ("merchant_guard", "resources"):
        shutil.copytree(ROOT / part, app / part, ignore=no_caches)
    (app / "resources" / "fonts").symlink_to(ROOT / "resources" / "fonts")
    return app


def started(app: Path, *words: str | Path) -> Said:
    """Start the copy, with nothing of the source tree before it."""
    python, *rest = MODULE
    start = (python, "-P", *rest)
    return shell(*words, start=start, PYTHONPATH=str(app), PYTHONDONTWRITEBYTECODE="1")


@pytest.mark.parametrize("data", [None, MAGIC, b"words"], ids=["missing", "cut off", "other"])
def test_without_the_chinese_words_it_is_told_in_both_languages(
    installation: Path, data: bytes | None
) -> None:
    words = installation / "resources" / CATALOGUE
    words.unlink()
    if data is not None:
        words.write_bytes(data)
    assert started(installation, "law") == (3, "", f"{CatalogueError()}\n")


def test_without_the_chinese_words_english_is_still_spoken(installation: Path) -> None:
    (installation / "resources" / CATALOGUE).unlink()
    said = started(installation, "--lang", "en", "assess", "nothing.json")
    assert said == (1, "", told("file.missing", "en", file="nothing.json"))


def test_a_missing_content_file_is_named(installation: Path) -> None:
    (installation / "resources" / "content" / "groups.json").unlink()
    said = started(installation, "questions")
    assert said == (3, "", told("content.missing", file="content/groups.json"))


def test_damaged_content_is_told_in_at_most_four_lines(installation: Path) -> None:
    for path in (installation / "resources" / "content" / "questionnaire").iterdir():
        path.write_text('{"group": "access", "questions": [{}]}', encoding="utf-8")
    said = started(installation, "self-check", "--lang", "en")
    assert (said.code, said.out) == (3, "")
    assert len(said.lines) == 4
    assert said.lines[-1].startswith("… and ")


def test_the_self_check_ends_at_the_first_part_that_does_not_work(installation: Path) -> None:
    (installation / "resources" / "schema" / "answer-file.schema.json").unlink()
    said = started(installation, "self-check", "--lang", "en")
    assert said.code == 3
    assert said.out.splitlines() == ["questions, actions and laws: in order", "Chinese and English: in order"]
    assert len(said.lines) == 1


def test_something_unexpected_shows_neither_names_nor_notes(installation: Path, tmp_path: Path) -> None:
    # A mistake of ours that puts what the owner typed into Python's own message.
    template = installation / "resources" / "templates" / "plan.xml"
    template.write_text("{{ {}[shop] }}", encoding="utf-8")
    file = write_shop(tmp_path, full_shop(name=MARKER, note=MARKER))
    said = started(installation, "plan", file, "--out", tmp_path / "out", "--lang", "en")
    assert (said.code, said.out) == (3, "")
    assert re.fullmatch(
        r"Something unexpected happened \(UndefinedError, [\w<>.]+:\d+\)\. "
        r"Nothing of yours was changed\. Please report it\.\n",
        said.err,
    )
    assert not (tmp_path / "out").exists()
    assert not list(tmp_path.rglob("*.log"))
