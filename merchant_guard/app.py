"""The window, when it comes; for now it says where to find the same engine."""

import sys

from merchant_guard.localization.sentences import sentence
from merchant_guard.system.paths import data_folder
from merchant_guard.system.settings import SettingsDamagedError, read_language


def main() -> int:
    """Say that this version has no window yet. Returns the exit code."""
    try:
        language = read_language(data_folder())
    except SettingsDamagedError:
        language = "zh"
    sys.stderr.write(sentence(language, "app.no_window", {}) + "\n")
    return 1
