"""Days as people type them."""

from datetime import date

import pytest

from merchant_guard.desktop.widgets.day_edit import typed_day


@pytest.mark.parametrize("text", ["2026-12-01", "2026/12/1", "2026.12.1", " 2026-12-01 ", "２０２６-12-０1"])
def test_a_day_is_read_however_it_is_typed(text: str) -> None:
    assert typed_day(text) == date(2026, 12, 1)


@pytest.mark.parametrize(
    "text", ["", "明天", "12-01", "2026-13-01", "2026-02-30", "2026-12-01 10:00", "20261201"]
)
def test_anything_else_is_no_day(text: str) -> None:
    assert typed_day(text) is None
