"""What ties a backup's manifest to the key of its store: HMAC-SHA256 under a key of its own kind."""

import hashlib
import hmac

from merchant_guard.storage.keys import StoreKey

_PURPOSE = b"merchant-guard backup manifest 1"


def seal_of(manifest: bytes, key: StoreKey) -> str:
    """The seal of a manifest, in hex."""
    own = hmac.digest(key.raw, _PURPOSE, "sha256")
    return hmac.new(own, manifest, hashlib.sha256).hexdigest()


def is_sealed(manifest: bytes, seal: str, key: StoreKey) -> bool:
    """Whether a manifest is, byte by byte, the one that was sealed under a key."""
    return hmac.compare_digest(seal_of(manifest, key).encode(), seal.encode())
