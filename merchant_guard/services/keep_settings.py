"""Keep what a person chose about the window."""

from pathlib import Path

from merchant_guard.services.write_file import telling_problems
from merchant_guard.system.settings import Settings, save_settings


def keep_settings(folder: Path, settings: Settings) -> None:
    """Save the settings. Raises InputError and SystemProblemError (`write.…`)."""
    with telling_problems():
        save_settings(folder, settings)
