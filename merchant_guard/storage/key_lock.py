"""A key under a password: Argon2id makes a second key of the password, AES-256-GCM wraps the first with it.

Argon2id (RFC 9106) with three passes over 64 MiB in four lanes, its second recommended choice: half a second
on an old laptop, for the owner once, for somebody who tries passwords each time. `cryptography` is imported
where it is needed: it costs more than all the rest of opening a store.
"""

import os
import unicodedata
from dataclasses import dataclass

SHORTEST_PASSWORD = 8
"""Characters. Length is what counts; nothing else is asked of a password (NIST SP 800-63B, 5.1.1)."""
MOST_MEMORY, MOST_PASSES, MOST_LANES = 1024 * 1024, 16, 16
"""What a lock from outside may ask of this computer at most: KiB, passes, lanes."""

_SALT_LENGTH, _NONCE_LENGTH, _KEY_LENGTH, _TAG_LENGTH = 16, 12, 32, 16
_MEMORY, _PASSES, _LANES = 64 * 1024, 3, 4
_PURPOSE = b"merchant-guard key under a password 1"


class WrongPasswordError(Exception):
    """The password does not open the lock."""


@dataclass(frozen=True, slots=True)
class KeyLock:
    """A wrapped key with what making the second key needs; nothing in it is secret. `memory` is in KiB."""

    salt: bytes
    memory: int
    passes: int
    lanes: int
    nonce: bytes
    wrapped: bytes

    def __post_init__(self) -> None:
        """Raise ValueError for a lock that we would not make, or that would keep the computer busy."""
        lengths = (len(self.salt), len(self.nonce), len(self.wrapped))
        fits = lengths == (_SALT_LENGTH, _NONCE_LENGTH, _KEY_LENGTH + _TAG_LENGTH)
        costs = (
            8 * self.lanes <= self.memory <= MOST_MEMORY
            and 1 <= self.passes <= MOST_PASSES
            and 1 <= self.lanes <= MOST_LANES
        )
        if not (fits and costs):
            raise ValueError("no lock of ours")


def lock_key(raw: bytes, password: str) -> KeyLock:
    """Wrap a key. The same password twice makes two different locks."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415

    salt, nonce = os.urandom(_SALT_LENGTH), os.urandom(_NONCE_LENGTH)
    second = _derive(password, salt, _MEMORY, _PASSES, _LANES)
    wrapped = AESGCM(second).encrypt(nonce, raw, _PURPOSE)
    return KeyLock(salt, _MEMORY, _PASSES, _LANES, nonce, wrapped)


def unlock_key(lock: KeyLock, password: str) -> bytes:
    """Return the key. Raises WrongPasswordError."""
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415

    second = _derive(password, lock.salt, lock.memory, lock.passes, lock.lanes)
    try:
        return AESGCM(second).decrypt(lock.nonce, lock.wrapped, _PURPOSE)
    except InvalidTag as error:
        raise WrongPasswordError from error


def _derive(password: str, salt: bytes, memory: int, passes: int, lanes: int) -> bytes:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id  # noqa: PLC0415

    # The same characters may come composed or not, depending on the keyboard and the system.
    plain = unicodedata.normalize("NFC", password).encode()
    kdf = Argon2id(salt=salt, length=_KEY_LENGTH, iterations=passes, lanes=lanes, memory_cost=memory)
    return kdf.derive(plain)
