"""Where the owner's data lies."""

from __future__ import annotations

import os

# See `language`: `pathlib` is only imported for those who work with the folder.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path


def data_place() -> str:
    """Name the data folder: `$MERCHANT_GUARD_HOME`, else the system's usual place. Makes nothing."""
    return os.environ.get("MERCHANT_GUARD_HOME") or usual_place()


def usual_place() -> str:
    """Name the system's usual place for the data. Makes nothing."""
    # Costs several milliseconds, which `remind` need not pay where the variable is set.
    from platformdirs import user_data_dir  # noqa: PLC0415

    return user_data_dir("MerchantGuard", appauthor=False)


def data_folder() -> Path:
    """Return the data folder. Makes nothing."""
    from pathlib import Path  # noqa: PLC0415

    return Path(data_place())
