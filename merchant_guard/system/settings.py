"""The settings of the window, kept in `settings.json`: nothing about the shop is in them."""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from merchant_guard.system.files import rename, write_whole
from merchant_guard.system.language import FILE_NAME, Language, SettingsDamagedError, read_values

LANGUAGES = ("zh", "en")
THEMES = ("system", "light", "dark")
TEXT_SIZES = ("standard", "large", "huge")
LABELS = ("label-100x180", "label-100x150", "label-76x130")
_CHOICES = {"language": LANGUAGES, "theme": THEMES, "text_size": TEXT_SIZES, "label": LABELS}


@dataclass(frozen=True, slots=True)
class WindowPlace:
    """Where the window stood, in logical pixels, and whether it filled the screen."""

    x: int
    y: int
    width: int
    height: int
    maximized: bool = False


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person chose about look and reminders, their labels, and which printer prints which page."""

    language: Language = "zh"
    theme: str = "system"
    text_size: str = "standard"
    printers: Mapping[str, str] = field(default_factory=dict)
    window: WindowPlace | None = None
    label: str = LABELS[0]
    remind: bool | None = None
    """Whether to be reminded when something is due; None while nobody has said so."""
    remind_at: str = "09:30"
    """From what time on, as HH:MM by the computer's own clock."""
    backup_folder: str | None = None
    """Where backups go, if that was to be remembered."""
    backed_up_on: str | None = None
    """The day of the last backup, as 2026-11-30."""
    ways_back: Mapping[str, str] = field(default_factory=dict)
    """When a way back into the data was made last (`card`, `backup`: days), and for which key (`of`)."""


def load_settings(folder: Path) -> Settings:
    """Read the settings; what was not chosen yet is as the app comes.

    Raises SettingsDamagedError when the file is not what this app writes; it is left as it is.
    """
    return _understood(read_values(folder))


def save_settings(folder: Path, settings: Settings) -> None:
    """Write the settings whole. What another version wrote beside them stays.

    A file that cannot be understood is first put aside as `settings.damaged.json`. Raises FileProblemError.
    """
    try:
        values = read_values(folder)
        _understood(values)
    except SettingsDamagedError:
        values = {}
        _put_aside(folder / FILE_NAME)
    values.update(asdict(settings))
    text = json.dumps(values, ensure_ascii=False, indent=2)
    write_whole(folder / FILE_NAME, text.encode())


def _put_aside(file: Path) -> None:
    """Rename the file to the first name that is free."""
    aside, number = file.with_name("settings.damaged.json"), 2
    while aside.exists():
        aside, number = file.with_name(f"settings.damaged-{number}.json"), number + 1
    rename(file, aside)


def _understood(values: Mapping[str, Any]) -> Settings:
    """Check the values that are ours. Raises SettingsDamagedError for one that makes no sense."""
    known = {one.name: values[one.name] for one in fields(Settings) if one.name in values}
    for name, choices in _CHOICES.items():
        if name in known and known[name] not in choices:
            raise SettingsDamagedError
    for name in ("printers", "ways_back"):
        plain = known.get(name, {})
        if not isinstance(plain, dict) or not all(isinstance(value, str) for value in plain.values()):
            raise SettingsDamagedError
    if type(known.get("remind")) not in (bool, type(None)) or not _is_time(known.get("remind_at", "09:30")):
        raise SettingsDamagedError
    if not all(type(known.get(name)) in (str, type(None)) for name in ("backup_folder", "backed_up_on")):
        raise SettingsDamagedError
    if known.get("window") is not None:
        known["window"] = _window(known["window"])
    return Settings(**known)


def _is_time(value: Any) -> bool:
    return isinstance(value, str) and re.fullmatch("([01][0-9]|2[0-3]):[0-5][0-9]", value) is not None


def _window(value: Any) -> WindowPlace:
    try:
        place = WindowPlace(**value)
    except TypeError as error:
        raise SettingsDamagedError from error
    numbers = (place.x, place.y, place.width, place.height)
    if not all(type(number) is int for number in numbers) or type(place.maximized) is not bool:
        raise SettingsDamagedError
    return place
