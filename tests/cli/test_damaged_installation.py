"""An installation of which a file is missing or damaged: one calm sentence, and nothing of the owner's in it."""

import re
import shutil
from pathlib import Path

import pytest

from merchant_guard.localization import CatalogueError
from tests.support.command_line import MODULE, ROOT, Said, shell, told
from tests.support.shops import full_shop, write_shop

MARKER = "标记-不能让人看见-7F3A"
CATALOGUE = "locale/zh_CN/LC_MESSAGES/merchant_guard.mo"
# A mistake in a template that puts what an owner typed into Python's own message.
TELLING_TEMPLATE = "<paper>{{ {}[shop_name] }}</paper>".replace("shop_name", f"'{MARKER}'")


@pytest.fixture
def installation(tmp_path: Path) -> Path:
    """A copy of the app whose files may be damaged; the large ones are borrowed."""
    app = tmp_path / "app"
    shutil.copytree(ROOT / "merchant_guard", app / "merchant_guard", ignore=shutil.ignore_patterns("__pycache__"))
    for part in (ROOT / "resources").iterdir():
        target = app / "resources" / part.name
        target.parent.mkdir(exist_ok=True)
        if part.name == "fonts":
            target.symlink_to(part)
        elif part.is_dir():
            shutil.copytree(part, target)
    return app


def started(app: Path, *words: str | Path) -> Said:
    python, *rest = MODULE
    return shell(*words, start=(python, "-P", *rest), PYTHONPATH=str(app), PYTHONDONTWRITEBYTECODE="1")


@pytest.mark.parametrize("data", [None, b"", b"\xde\x12\x04\x95", b"words", b"\xde\x12\x04\x95" + bytes(24) + b"\xff"])
def test_without_the_chinese_words_it_is_told_in_both_languages(installation: Path, data: bytes | None) -> None:
    words = installation / "resources" / CATALOGUE
    if data is None:
        words.unlink()
    else:
        words.write_bytes(data)
    assert started(installation, "law") == (3, "", f"{CatalogueError()}\n")
    assert started(installation, "--lang", "en", "remind").code == 1
