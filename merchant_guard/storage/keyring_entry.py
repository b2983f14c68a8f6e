"""The key in the keyring of the system: Windows Credential Manager, Secret Service, KWallet, macOS Keychain.

Only these are trusted with it: the library would also take a plain file for a keyring. What the environment
names in `PYTHON_KEYRING_BACKEND` was chosen by somebody who knows, and is taken. `keyring` is imported here
only, and where it is needed.
"""

import os
import sys
from pathlib import Path
from typing import Any

SERVICE = "Merchant Guard"

_NONE = "keyring.backends.null.Keyring"
"""How the library is told that no keyring shall be used."""
_TRUSTED = {
    "win32": ("keyring.backends.Windows.WinVaultKeyring",),
    "darwin": ("keyring.backends.macOS.Keyring",),
    "linux": ("keyring.backends.SecretService.Keyring", "keyring.backends.kwallet.DBusKeyring"),
}


class KeyringRefusedError(Exception):
    """There is no keyring, or it did not do what it was asked: locked, or out of order."""


def has_keyring() -> bool:
    """Whether this computer has a keyring that can be used now."""
    return _backend() is not None


def write_entry(entry: str, raw: bytes) -> None:
    """Put a key in and read it back. Raises KeyringRefusedError, then nothing is left in it."""
    _ask("set_password", entry, raw.hex())
    if read_entry(entry) != raw:
        delete_entry(entry)
        raise KeyringRefusedError


def read_entry(entry: str) -> bytes | None:
    """Return a key; None where the keyring has none, or something else. Raises KeyringRefusedError."""
    text = _ask("get_password", entry)
    try:
        return bytes.fromhex(text) if isinstance(text, str) else None
    except ValueError:
        return None


def delete_entry(entry: str) -> None:
    """Take a key out. One that is not there is no problem. Raises KeyringRefusedError."""
    if _ask("get_password", entry) is not None:
        _ask("delete_password", entry)


def _ask(what: str, *arguments: str) -> Any:
    backend = _backend()
    if backend is None:
        raise KeyringRefusedError
    try:
        return getattr(backend, what)(SERVICE, *arguments)
    # What a keyring raises depends on the system behind it: D-Bus, Windows and Keychain errors.
    except Exception as error:
        raise KeyringRefusedError from error


def _backend() -> Any | None:
    if not _may_have_one():
        return None
    from keyring.backend import KeyringBackend  # noqa: PLC0415 (costs several times the start of Python)
    from keyring.core import load_env, load_keyring  # noqa: PLC0415

    if os.environ.get("PYTHON_KEYRING_BACKEND"):
        return _usable(load_env())
    for name in _TRUSTED.get(sys.platform, ()):
        try:
            found: KeyringBackend = load_keyring(name)
        except Exception:  # noqa: BLE001, S112 (what is not there says so in many ways; then the next one)
            continue
        if usable := _usable(found):
            return usable
    return None


def _usable(backend: Any) -> Any | None:
    """The backend, if it says that it works here: those that never do have a priority of 0 or less."""
    try:
        return backend if backend.priority > 0 else None
    except Exception:  # noqa: BLE001 (asked for it, a backend may raise whatever its system does)
        return None


def _may_have_one() -> bool:
    """Whether looking for one is worth the import: without a session bus Linux has none."""
    chosen = os.environ.get("PYTHON_KEYRING_BACKEND")
    if chosen or sys.platform != "linux":
        return chosen != _NONE
    if os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
        return True
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    return runtime is not None and Path(runtime, "bus").exists()
