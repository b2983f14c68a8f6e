"""The window, when it comes; for now it says where to find the same engine."""

from merchant_guard.localization import CatalogueError
from merchant_guard.localization.sentences import sentence
from merchant_guard.system import streams
from merchant_guard.system.paths import data_place
from merchant_guard.system.language import Language, SettingsDamagedError, read_language


def main() -> int:
    """Say that this version has no window yet. Returns the exit code."""
    streams.speak_utf8()
    try:
        streams.warn(sentence(_language(), "app.no_window", {}))
    except CatalogueError as error:
        streams.warn(str(error))
        return 3
    return 1


def _language() -> Language:
    try:
        return read_language(data_place())
    except SettingsDamagedError:
        return "zh"
