"""Where a backup is laid out before it is put back: folders of their own in the data folder."""

import shutil
from pathlib import Path

STAGING = "restoring-"
"""How their names begin."""


def forget_interrupted(folder: Path) -> None:
    """Remove what a restoring that was killed has left beside the store."""
    for left in folder.glob(f"{STAGING}*"):
        shutil.rmtree(left, ignore_errors=True)
