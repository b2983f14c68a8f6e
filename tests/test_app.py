"""The window's command where there is no display."""

import sys
from pathlib import Path

import pytest

from tests.support.command_line import Said, shell, told

WAYS = [(sys.executable, "-m", "merchant_guard"), (str(Path(sys.executable).with_name("merchant-guard")),)]


def started(start: tuple[str, ...], home: Path) -> Said:
    settings = {"MERCHANT_GUARD_HOME": str(home), "PYTHONIOENCODING": "ascii"}
    return shell(start=start, **settings, DISPLAY=None, WAYLAND_DISPLAY=None, QT_QPA_PLATFORM=None)


@pytest.mark.parametrize("start", WAYS, ids=["module", "entry point"])
def test_it_says_where_the_same_engine_is_found(start: tuple[str, ...], tmp_path: Path) -> None:
    settings = tmp_path / "settings.json"
    assert started(start, tmp_path) == (1, "", told("app.no_display"))
    settings.write_text('{"language": "en"}', encoding="utf-8")
    assert started(start, tmp_path) == (1, "", told("app.no_display", "en"))
    settings.write_text("{", encoding="utf-8")
    assert started(start, tmp_path) == (1, "", told("app.no_display"))
