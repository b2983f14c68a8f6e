import os
from pathlib import Path

import platformdirs
import pytest

from merchant_guard.system.paths import data_folder, data_place


def test_the_variable_names_the_data_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("MERCHANT_GUARD_HOME", str(tmp_path / "我的 数据"))
    assert data_folder() == tmp_path / "我的 数据"
    assert data_place() == os.fspath(data_folder())
    assert not data_folder().exists()


@pytest.mark.parametrize("value", [None, ""])
def test_without_it_the_system_s_usual_place_is_meant(
    value: str | None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    if value is None:
        monkeypatch.delenv("MERCHANT_GUARD_HOME", raising=False)
    else:
        monkeypatch.setenv("MERCHANT_GUARD_HOME", value)
    assert data_folder() == platformdirs.user_data_path("MerchantGuard", appauthor=False)
    assert not data_folder().exists()
