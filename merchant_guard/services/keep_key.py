"""Who can open the data: where the key of the store is kept, and changing that while it is open."""

from enum import StrEnum
from typing import NamedTuple

from merchant_guard.services.workspace import Workspace
from merchant_guard.storage.data_folder import file_problems
from merchant_guard.storage.key_lock import SHORTEST_PASSWORD
from merchant_guard.storage.key_record import InFile, InKeyring, Kept, UnderPassword, check_of
from merchant_guard.storage.keyring_entry import has_keyring
from merchant_guard.storage.keys import store_key

__all__ = [
    "SHORTEST_PASSWORD",
    "KeyPlace",
    "KeyStanding",
    "has_keyring",
    "keep_in_file",
    "remove_password",
    "set_password",
    "standing",
    "use_keyring",
]


class KeyPlace(StrEnum):
    """Where the key is: in the file by choice, in the file because there was nothing better, or gone."""

    KEYRING = "keyring"
    PASSWORD = "password"  # noqa: S105 (the name of a way, not a password)
    FILE = "file"
    BARE_FILE = "bare_file"
    GONE = "gone"


class KeyStanding(NamedTuple):
    """Where the key of a store is, and what tells that key from others without saying anything of it."""

    place: KeyPlace
    check: str


def standing(workspace: Workspace) -> KeyStanding:
    """How the key of an open store is kept."""
    return KeyStanding(_place(workspace.keys.kept), check_of(workspace.database.key.raw))


def set_password(workspace: Workspace, new: str, current: str | None = None) -> KeyStanding:
    """From now on the store opens with this password only.

    Raises InputError `store.password_short`, and `store.password_wrong` where `current` is not the password
    it has; SystemProblemError (`store.…`).
    """
    with file_problems(workspace.folder):
        _check_current(workspace, current)
        workspace.keys.keep_under_password(new)
    return standing(workspace)


def remove_password(workspace: Workspace, current: str) -> KeyStanding:
    """From now on the system's keyring opens the store, where there is none the key file, as was chosen.

    Raises as `set_password` does, and SystemProblemError `store.keyring_refused`.
    """
    with file_problems(workspace.folder):
        _check_current(workspace, current)
        if has_keyring():
            workspace.keys.keep_in_keyring()
        else:
            workspace.keys.keep_in_file()
    return standing(workspace)


def use_keyring(workspace: Workspace) -> KeyStanding:
    """From now on the system's keyring opens a store without a password.

    Raises SystemProblemError (`store.…`).
    """
    with file_problems(workspace.folder):
        workspace.keys.keep_in_keyring()
    return standing(workspace)


def keep_in_file(workspace: Workspace) -> KeyStanding:
    """From now on whoever reads the key file opens the store: somebody chose that.

    Raises SystemProblemError (`store.…`).
    """
    with file_problems(workspace.folder):
        workspace.keys.keep_in_file()
    return standing(workspace)


def _check_current(workspace: Workspace, current: str | None) -> None:
    """Who changes a password knows it; the window may have been left open."""
    if isinstance(workspace.keys.kept, UnderPassword):
        store_key(workspace.folder, current)


def _place(kept: Kept | None) -> KeyPlace:
    match kept:
        case InKeyring():
            return KeyPlace.KEYRING
        case UnderPassword():
            return KeyPlace.PASSWORD
        case InFile(is_chosen=chosen):
            return KeyPlace.FILE if chosen else KeyPlace.BARE_FILE
        case None:
            return KeyPlace.GONE
