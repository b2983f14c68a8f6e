"""A keyring in a plain file, so that two processes share it; named in `TEST_KEYRING`. Never for real keys."""

import json
import os
from pathlib import Path
from typing import ClassVar

from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked, PasswordDeleteError

LOCKED = "locked"


class FileKeyring(KeyringBackend):
    """Holds passwords by service and name; locked while a file of that name stands beside it."""

    priority: ClassVar[float] = 1

    @property
    def _file(self) -> Path:
        return Path(os.environ["TEST_KEYRING"])

    def _all(self) -> dict[str, str]:
        if self._file.with_name(LOCKED).exists():
            raise KeyringLocked
        return json.loads(self._file.read_text()) if self._file.exists() else {}

    def get_password(self, service: str, username: str) -> str | None:
        return self._all().get(f"{service}/{username}")

    def set_password(self, service: str, username: str, password: str) -> None:
        self._file.write_text(json.dumps({**self._all(), f"{service}/{username}": password}))

    def delete_password(self, service: str, username: str) -> None:
        every = self._all()
        if every.pop(f"{service}/{username}", None) is None:
            raise PasswordDeleteError
        self._file.write_text(json.dumps(every))
