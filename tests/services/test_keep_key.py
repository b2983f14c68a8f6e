"""Where the key is kept, and changing that while the store is open."""

from pathlib import Path

import pytest

from merchant_guard.domain.errors import InputError
from merchant_guard.services.keep_key import (
    KeyPlace,
    keep_in_file,
    remove_password,
    set_password,
    standing,
    use_keyring,
)
from merchant_guard.services.workspace import open_workspace
from merchant_guard.storage import data_folder
from tests.support.keyrings import TestKeyring, keyring

__all__ = ["keyring"]

FIRST, SECOND = "one long password", "another long password"


def test_without_a_keyring_a_new_key_lies_where_nobody_chose_it_until_somebody_does(tmp_path: Path) -> None:
    with open_workspace(tmp_path) as workspace:
        assert standing(workspace).place is KeyPlace.BARE_FILE
        assert keep_in_file(workspace).place is KeyPlace.FILE
    with open_workspace(tmp_path) as workspace:
        assert standing(workspace).place is KeyPlace.FILE


def test_a_password_is_changed_only_by_who_knows_it(tmp_path: Path, keyring: TestKeyring) -> None:
    with open_workspace(tmp_path) as workspace:
        assert set_password(workspace, FIRST).place is KeyPlace.PASSWORD
        for current in (None, SECOND, ""):
            for change in (
                lambda c: set_password(workspace, SECOND, c),
                lambda c: remove_password(workspace, c),
            ):
                with pytest.raises(InputError):
                    change(current)
        set_password(workspace, SECOND, FIRST)
    for password, opens in ((FIRST, False), (SECOND, True)):
        if opens:
            with open_workspace(tmp_path, password):
                pass
        else:
            with pytest.raises(InputError), open_workspace(tmp_path, password):
                pass


def test_without_its_password_the_key_goes_into_the_keyring_else_into_the_file(
    tmp_path: Path, keyring: TestKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_workspace(tmp_path) as workspace:
        set_password(workspace, FIRST)
        assert not keyring.entries
        assert remove_password(workspace, FIRST).place is KeyPlace.KEYRING
        assert keyring.entries
        set_password(workspace, FIRST)
        monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
        assert remove_password(workspace, FIRST).place is KeyPlace.FILE, "that is what was chosen"


def test_a_key_that_lies_in_a_file_moves_into_the_keyring_there_is_now(
    tmp_path: Path, keyring: TestKeyring
) -> None:
    with open_workspace(tmp_path) as workspace:
        keep_in_file(workspace)
        assert use_keyring(workspace).place is KeyPlace.KEYRING
    assert b'key":' not in (tmp_path / data_folder.KEY_NAME).read_bytes()


def test_while_the_store_is_open_a_lost_key_file_can_be_made_again(tmp_path: Path) -> None:
    with open_workspace(tmp_path) as workspace:
        before = standing(workspace).check
        (tmp_path / data_folder.KEY_NAME).unlink()
        assert standing(workspace) == (KeyPlace.GONE, before)
        assert set_password(workspace, FIRST) == (KeyPlace.PASSWORD, before)
    with open_workspace(tmp_path, FIRST):
        pass
