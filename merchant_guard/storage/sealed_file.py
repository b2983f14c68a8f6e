"""The format of a sealed file: AES-256-GCM under a key of its own kind, bound to the file's id.

    8 bytes   MGSEALED
    1 byte    version, 1
    12 bytes  nonce, random
    rest      what was sealed, one stretch, with the tag of 16 bytes at its end

Magic, version and id are authenticated with the content: no byte can be changed, no file put in the place of
another. The key comes from the store's key by HKDF-SHA256 without salt. `cryptography` is imported here only.
"""

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from merchant_guard.storage.keys import KEY_LENGTH, StoreKey

_HEAD = b"MGSEALED\x01"
_NONCE_LENGTH = 12
_PURPOSE = b"merchant-guard attachments 1"


class BrokenSealError(Exception):
    """The bytes are not what was sealed under this key and id."""


def seal(data: bytes, file_id: str, key: StoreKey) -> bytes:
    """Seal the content of the file with this id."""
    nonce = os.urandom(_NONCE_LENGTH)
    return _HEAD + nonce + _cipher(key).encrypt(nonce, data, _bound_to(file_id))


def unseal(sealed: bytes, file_id: str, key: StoreKey) -> bytes:
    """Return what was sealed. Raises BrokenSealError."""
    begin = len(_HEAD) + _NONCE_LENGTH
    if not sealed.startswith(_HEAD) or len(sealed) < begin:
        raise BrokenSealError
    try:
        return _cipher(key).decrypt(sealed[len(_HEAD) : begin], sealed[begin:], _bound_to(file_id))
    except InvalidTag as error:
        raise BrokenSealError from error


def _cipher(key: StoreKey) -> AESGCM:
    return AESGCM(HKDF(SHA256(), KEY_LENGTH, salt=None, info=_PURPOSE).derive(key.raw))


def _bound_to(file_id: str) -> bytes:
    return _HEAD + file_id.encode()
