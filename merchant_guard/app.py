"""Where the window begins: settings, look, frame; the data is opened beside it after the first paint."""

import gc
import os
import sys

from merchant_guard.localization import CatalogueError, Language
from merchant_guard.localization.sentences import sentence
from merchant_guard.system import streams
from merchant_guard.system.language import SettingsDamagedError, read_language
from merchant_guard.system.paths import data_folder, data_place


def main() -> int:
    """Open the window, or say why there is none. Returns the exit code."""
    streams.speak_utf8()
    try:
        if not _has_display():
            streams.warn(sentence(_language(), "app.no_display", {}))
            return 1
        return _open_window()
    except CatalogueError as error:
        streams.warn(str(error))
        return 3


def _has_display() -> bool:
    """Whether a window can be shown: always on Windows and macOS, elsewhere where a display is named."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _language() -> Language:
    try:
        return read_language(data_place())
    except SettingsDamagedError:
        return "zh"


def _open_window() -> int:
    # What is made while starting is there to stay: looking for garbage in it would be a tenth of the start.
    gc.disable()
    # Qt is only loaded where there is a display to show something on.
    from merchant_guard.desktop import application as desktop  # noqa: PLC0415
    from merchant_guard.desktop.background import Background  # noqa: PLC0415
    from merchant_guard.desktop.desk import Desk  # noqa: PLC0415
    from merchant_guard.desktop.theme.look import Look  # noqa: PLC0415
    from merchant_guard.desktop.window_place import show_at  # noqa: PLC0415
    from merchant_guard.system.clock import today  # noqa: PLC0415
    from merchant_guard.system.settings import Settings, load_settings  # noqa: PLC0415

    folder = data_folder()
    try:
        settings, is_damaged = load_settings(folder), False
    except SettingsDamagedError:
        settings, is_damaged = Settings(), True
    application = desktop.make_application(sys.argv)
    background = Background()
    desk = Desk(background, Look(settings.language), today())
    desk.adopt(folder, settings)
    window = desktop.make_window(application, desk)
    desktop.catch_unexpected(desk)
    window.first_painted.connect(lambda: desktop.open_data(desk, background, folder))
    window.show_waiting()
    show_at(window, settings.window)
    if is_damaged:
        desk.save_failed.emit(sentence(settings.language, "settings.damaged", {}))
    code: int = application.exec()
    background.stop()
    return code
