"""The language chosen in the settings: the one setting that every start reads, before anything else."""

from __future__ import annotations

import json
import os

# Type checkers know this name. Importing `typing` or `pathlib` here would make every start of the command
# line, and with it the daily reminder, longer by half of what Python itself takes.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any, Literal

    Language = Literal["zh", "en"]
else:
    Language = str

FILE_NAME = "settings.json"


class SettingsDamagedError(Exception):
    """The settings file is there but cannot be understood; it is left as it is."""


def read_values(folder: str | Path) -> dict[str, Any]:
    """Return what stands in the settings file, nothing where there is none.

    Raises SettingsDamagedError when the file is not what this app writes.
    """
    try:
        # An owner may have saved it with the Windows editor, which puts a byte order mark first.
        with open(os.path.join(folder, FILE_NAME), encoding="utf-8-sig") as file:
            values = json.load(file)
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (OSError, ValueError, RecursionError) as error:
        raise SettingsDamagedError from error
    if not isinstance(values, dict):
        raise SettingsDamagedError
    return values


def read_language(folder: str | Path) -> Language:
    """Return the language chosen in the settings, Chinese where none was chosen.

    Raises SettingsDamagedError when the file is not what this app writes.
    """
    language = read_values(folder).get("language", "zh")
    if language not in ("zh", "en"):
        raise SettingsDamagedError
    return "en" if language == "en" else "zh"
