"""Where the window begins: settings, look, frame; the data is opened beside it after the first paint.

The scheduler of the system starts this program too, as it has no console: `--remind` needs neither window
nor Qt.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable
from functools import partial

from merchant_guard.localization import CatalogueError, Language
from merchant_guard.localization.sentences import sentence
from merchant_guard.system import streams
from merchant_guard.system.language import SettingsDamagedError, read_language
from merchant_guard.system.paths import data_folder, data_place

# Type checkers know this name; `typing` would be loaded for every start without a window too.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from merchant_guard.desktop.only_window import OnlyWindow

USAGE = 2
"""The exit code for words that mean nothing here."""


class _UsageError(Exception):
    """Words nobody understands; the message says which."""


def main() -> int:
    """Open the window, or say why there is none. Returns the exit code."""
    streams.speak_utf8()
    try:
        words = _take_home(sys.argv[1:])
        if words and words[0] in _WITHOUT_A_WINDOW:
            return _WITHOUT_A_WINDOW[words[0]]()
        screen, left_over = _screen(words)
        if not _has_display():
            streams.warn(sentence(_language(), "app.no_display", {}))
            return 1
        return _open_window([sys.argv[0], *left_over], screen)
    except _UsageError as error:
        streams.warn(str(error))
        return USAGE
    except CatalogueError as error:
        streams.warn(str(error))
        return 3


# --- what stands after the name of the program ----------------------------------------------------------


def _take_home(words: list[str]) -> list[str]:
    """Take `--home DIR` out: the data folder of those who start us from outside, such as a scheduler."""
    folder, left_over = _taken(words, "--home")
    if folder is not None:
        os.environ["MERCHANT_GUARD_HOME"] = folder
    return left_over


def _screen(words: list[str]) -> tuple[str | None, list[str]]:
    """Take `--show SCREEN` out; `due` is the screen on which what is due stands."""
    screen, left_over = _taken(words, "--show")
    if screen is None:
        return None, left_over
    from merchant_guard.desktop.screens import TO_BEGIN_WITH  # noqa: PLC0415 (not for every start)

    if screen == "due":
        from merchant_guard.services.remind import due_screen  # noqa: PLC0415
        from merchant_guard.system.clock import today  # noqa: PLC0415

        return due_screen(data_place(), today()), left_over
    if screen not in TO_BEGIN_WITH:
        known = ", ".join(["due", *sorted(TO_BEGIN_WITH)])
        raise _UsageError(sentence(_language(), "app.unknown_screen", {"screen": screen, "known": known}))
    return screen, left_over


def _taken(words: list[str], name: str) -> tuple[str | None, list[str]]:
    if name not in words:
        return None, words
    at = words.index(name)
    if at + 1 == len(words):
        raise _UsageError(sentence(_language(), "app.unfinished_word", {"word": name}))
    return words[at + 1], [*words[:at], *words[at + 2 :]]


# --- without a window -----------------------------------------------------------------------------------


def _remind() -> int:
    """Show what is due, and open the window on a click. Silent but for what went wrong."""
    from merchant_guard.services.remind import System, Told, is_switched_off, remind  # noqa: PLC0415
    from merchant_guard.system.clock import today  # noqa: PLC0415

    if is_switched_off(data_place()):
        return 0
    reminder = remind(data_place(), today(), _language(), System(with_choices=True))
    if reminder.told is Told.DAMAGED:
        streams.warn(sentence(_language(), "remind.damaged", {}))
        return 3
    return 0


def _snooze() -> int:
    from merchant_guard.services.remind import snooze  # noqa: PLC0415
    from merchant_guard.system.clock import today  # noqa: PLC0415

    snooze(data_place(), today())
    return 0


def _remove_reminders() -> int:
    """Take reminders out of the system: the Windows setup runs this before it takes the app away."""
    from merchant_guard.services.set_reminders import turn_off  # noqa: PLC0415

    turn_off(data_folder())
    return 0


def _calmly(work: Callable[[], int]) -> Callable[[], int]:
    """Let whatever the system refuses be one sentence and an exit code."""

    def carry_out() -> int:
        try:
            return work()
        except Exception as error:  # noqa: BLE001 (the last door: one calm sentence)
            from merchant_guard.domain.errors import MerchantGuardError  # noqa: PLC0415
            from merchant_guard.localization.sentences import lines  # noqa: PLC0415

            if not isinstance(error, MerchantGuardError):
                streams.warn(sentence(_language(), "unexpected", {"place": type(error).__name__}))
                return 3
            for line in lines(_language(), [(one.code, one.params) for one in error.problems]):
                streams.warn(line)
            return 3

    return carry_out


_WITHOUT_A_WINDOW = {
    "--remind": _calmly(_remind),
    "--snooze": _calmly(_snooze),
    "--remove-reminders": _calmly(_remove_reminders),
}


# --- the window -----------------------------------------------------------------------------------------


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


def _open_window(arguments: list[str], screen: str | None) -> int:
    # What is made while starting is there to stay: looking for garbage in it would be a tenth of the start.
    gc.disable()
    from merchant_guard.desktop.only_window import OnlyWindow  # noqa: PLC0415 (as below)

    only = OnlyWindow(data_folder())
    if not only.take() and (code := _hand_over(only, screen)) is not None:
        return code
    try:
        return _show_window(arguments, screen, only)
    finally:
        only.release()


def _hand_over(only: OnlyWindow, screen: str | None) -> int | None:
    """Let the window that is open already do it; None where it has gone meanwhile and we are the window."""
    try:
        return None if only.hand_over(screen) else 0
    except TimeoutError:
        streams.warn(sentence(_language(), "app.no_answer", {}))
        return 1
    except OSError:
        params = {"folder": str(data_folder())}
        streams.warn(sentence(_language(), "store.cannot_write", params))
        return 3


def _show_window(arguments: list[str], screen: str | None, only: OnlyWindow) -> int:
    # Qt is only loaded where there is a display to show something on.
    from merchant_guard.desktop import application as desktop  # noqa: PLC0415
    from merchant_guard.desktop.background import Background  # noqa: PLC0415
    from merchant_guard.desktop.coming_up import come_up  # noqa: PLC0415
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
    application = desktop.make_application(arguments)
    background = Background()
    desk = Desk(background, Look(settings.language), today())
    desk.adopt(folder, settings)
    window = desktop.make_window(application, desk)
    desktop.catch_unexpected(desk)
    window.first_painted.connect(lambda: desktop.open_data(desk, background, folder, screen))
    window.show_waiting()
    show_at(window, settings.window)
    only.answer(partial(come_up, window, desk))
    desk.letting_go.connect(only.release)
    if is_damaged:
        desk.save_failed.emit(sentence(settings.language, "settings.damaged", {}))
    code: int = application.exec()
    background.stop()
    return code
