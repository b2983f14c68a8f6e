"""Where the owner's data lies."""

import os
from pathlib import Path


def data_folder() -> Path:
    """Return the data folder: `$MERCHANT_GUARD_HOME`, else the system's usual place. Makes nothing."""
    if home := os.environ.get("MERCHANT_GUARD_HOME"):
        return Path(home)
    # Costs several milliseconds, which `remind` need not pay where the variable is set.
    from platformdirs import user_data_path  # noqa: PLC0415

    return user_data_path("MerchantGuard", appauthor=False)
