"""The window's command where there is no display."""

import sys
from pathlib import Path

import pytest

from tests.support.command_line import shell, told

WAYS = [(sys.executable, "-m", "merchant_guard"), (str(Path(sys.executable).with_name("merchant-guard")),)]


@pytest.mark.parametrize("start", WAYS, ids=["module", "entry point"])
def test_it_says_where_the_same_engine_is_found(start: tuple[str, ...], tmp_path: Path) -> None:
    home = str(tmp_path)
    assert shell(start=start, MERCHANT_GUARD_HOME=home) == (1, "", told("app.no_display"))
    (tmp_path / "settings.json").write_text('{"language": "en"}', encoding="utf-8")
    english = shell(start=start, MERCHANT_GUARD_HOME=home, PYTHONIOENCODING="ascii")
    assert english == (1, "", told("app.no_display", "en"))
    (tmp_path / "settings.json").write_text("{", encoding="utf-8")
    assert shell(start=start, MERCHANT_GUARD_HOME=home) == (1, "", told("app.no_display"))
