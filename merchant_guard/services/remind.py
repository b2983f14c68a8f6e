"""`remind`: whether there is something to say today, said once, and noted in `due.json`.

It reads `due.json` and nothing else of the owner's, so it works in full while the store is locked. On most
days there is nothing to say, and until that is known only the cheap part of the standard library is loaded.
"""

from __future__ import annotations

from enum import StrEnum

from merchant_guard.services.due_day import NAME, DueDay, DueFileDamagedError, days_of, read_plain
from merchant_guard.services.shown_days import ShownDays

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

    from merchant_guard.localization import Language
    from merchant_guard.reminders.notifier import Notice
    from merchant_guard.reminders.running import Run, Start


class Told(StrEnum):
    """What came of a look at what is due."""

    SHOWN = "shown"
    ALREADY = "already"
    NOTHING = "nothing"
    NO_FILE = "no_file"
    DAMAGED = "damaged"


class Reminder:
    """What came of it, and the notification where one was shown."""

    __slots__ = ("notice", "told")

    def __init__(self, told: Told, notice: Notice | None = None) -> None:
        self.told, self.notice = told, notice


class System:
    """What a reminder has to do with the system: run a program, start one; as they come where not given."""

    __slots__ = ("run", "start", "with_choices")

    def __init__(
        self, run: Run | None = None, start: Start | None = None, *, with_choices: bool = False
    ) -> None:
        self.run, self.start, self.with_choices = run, start, with_choices


def remind(folder: str, today: date, language: Language, system: System | None = None) -> Reminder:
    """Show what is due, at most once a day.

    Where the system is `with_choices` they are waited for: a click opens the window, 明天再提醒 puts it off.
    Raises SystemProblemError (`remind.…`) where nothing could be shown or the day not be noted; then it
    counts as not shown.
    """
    try:
        plain = read_plain(folder)
        if plain is None:
            return Reminder(Told.NO_FILE)
        near = [one for one in days_of(plain) if one.is_near(today)]
    except DueFileDamagedError:
        return Reminder(Told.DAMAGED)
    shown = ShownDays.of(plain.get("shown"))
    system = system or System()
    if shown.is_done(today):
        return Reminder(Told.ALREADY)
    if not near or not shown.has_reason(near, today):
        return Reminder(Told.NOTHING)
    notice = _notice(language, near, today, system)
    # Noted first: two that run at once must not both show it.
    _note(folder, shown.with_day(today))
    try:
        choice = _show(notice, system)
    except BaseException:
        _note(folder, shown)
        raise
    _carry_out(choice, folder, today, system)
    return Reminder(Told.SHOWN, notice)


def snooze(folder: str, today: date) -> None:
    """Put today's reminder off to tomorrow. Raises SystemProblemError where that cannot be noted."""
    try:
        plain = read_plain(folder)
    except DueFileDamagedError:
        return
    if plain is not None:
        _note(folder, ShownDays.of(plain.get("shown")).postponed(today))


def is_switched_off(folder: str) -> bool:
    """Whether the owner said no to reminders; what cannot be read says nothing."""
    from merchant_guard.system.language import SettingsDamagedError, read_values  # noqa: PLC0415 (with the rest)

    try:
        return read_values(folder).get("remind") is False
    except SettingsDamagedError:
        return False


def due_screen(folder: str, today: date) -> str:
    """The screen on which what is due today stands."""
    from merchant_guard.services.reminder_words import screen_for  # noqa: PLC0415

    try:
        days = days_of(read_plain(folder) or {"items": []})
    except DueFileDamagedError:
        days = []
    return screen_for([one for one in days if one.is_near(today)])


# There is something to say: from here on it may cost what it costs.


def _notice(language: Language, near: list[DueDay], today: date, system: System) -> Notice:
    from merchant_guard.services.notify import make_notice  # noqa: PLC0415

    return make_notice(language, near, today, with_choices=system.with_choices)


def _show(notice: Notice, system: System) -> str:
    from merchant_guard.services.notify import show_notice  # noqa: PLC0415

    return show_notice(notice, system.run)


def _carry_out(choice: str, folder: str, today: date, system: System) -> None:
    """Do what was chosen on the notification, where the system tells it here."""
    from merchant_guard.reminders.notifier import OPEN, TOMORROW  # noqa: PLC0415
    from merchant_guard.reminders.running import start  # noqa: PLC0415
    from merchant_guard.system.installation import this_installation  # noqa: PLC0415

    if choice == OPEN:
        (system.start or start)(this_installation().command("--show", "due", folder=folder))
    elif choice == TOMORROW:
        snooze(folder, today)


def _note(folder: str, shown: ShownDays) -> None:
    """Write the days into the file as it is now: the window may have written it anew meanwhile."""
    import json  # noqa: PLC0415
    from pathlib import Path  # noqa: PLC0415

    from merchant_guard.services.write_file import telling_problems  # noqa: PLC0415
    from merchant_guard.system.files import write_whole  # noqa: PLC0415

    plain = read_plain(folder)
    if plain is None:
        return
    noted = json.dumps({**plain, "shown": shown.plain()}, ensure_ascii=False, indent=1)
    with telling_problems():
        write_whole(Path(folder) / NAME, noted.encode())
