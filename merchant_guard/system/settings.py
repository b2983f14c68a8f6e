"""The settings that are read before anything else: nothing about the shop is in them."""

import json
from pathlib import Path
from typing import Literal

Language = Literal["zh", "en"]

FILE_NAME = "settings.json"


class SettingsDamagedError(Exception):
    """The settings file is there but cannot be understood; it is left as it is."""


def read_language(folder: Path) -> Language:
    """Return the language chosen in the settings, Chinese where none was chosen.

    Raises SettingsDamagedError when the file is not what this app writes.
    """
    try:
        plain = json.loads((folder / FILE_NAME).read_text(encoding="utf-8"))
        language = plain.get("language", "zh")
    except FileNotFoundError:
        return "zh"
    except (OSError, ValueError, AttributeError) as error:
        raise SettingsDamagedError from error
    if language not in ("zh", "en"):
        raise SettingsDamagedError
    return "en" if language == "en" else "zh"
