"""Linux: the desktop's notifications, by `notify-send`, or by `gdbus` where that is not there."""

import json
from collections.abc import Sequence

from merchant_guard.reminders.notifier import ICON, OPEN, TOMORROW, Notice, NotificationRefusedError
from merchant_guard.reminders.running import Outcome, Run

WAIT = 1800.0
"""Seconds in which a click is still heard. After that the notification stays, and a click does nothing."""
_HINT = "desktop-entry"
_SERVICE = "org.freedesktop.Notifications"


class FreedesktopNotifier:
    """Tries what can hear a click first, then what can only speak."""

    def __init__(self, run: Run) -> None:
        self._run = run

    def prepare(self, app: str, opening: Sequence[str], postponing: Sequence[str]) -> None:
        """Nothing to tell: a click comes back to who showed the notification."""

    def forget(self) -> None:
        """Nothing was told."""

    def show(self, notice: Notice) -> str:
        """Show it; where it has choices, wait until one is made or the notification is gone."""
        if notice.open_words:
            heard = self._run(_notify_send(notice, with_choices=True), limit=WAIT)
            # No end in time: it was shown, and nobody has touched it.
            if heard.is_done or (heard.code is None and not heard.is_missing):
                choice = heard.out.strip()
                return choice if choice in (OPEN, TOMORROW) else ""
        ways = (_notify_send(notice, with_choices=False), _gdbus(notice))
        outcomes: list[Outcome] = []
        for words in ways:
            outcomes.append(self._run(words))
            if outcomes[-1].is_done:
                return ""
        raise NotificationRefusedError(next((one.words for one in outcomes if not one.is_missing), ""))


def _notify_send(notice: Notice, *, with_choices: bool) -> list[str]:
    """The command; versions before 0.8 know no choices, say so and show nothing."""
    words = ["notify-send", f"--app-name={notice.app}", f"--icon={ICON}", f"--hint=string:{_HINT}:{ICON}"]
    if with_choices:
        words += [f"--action={OPEN}={notice.open_words}", f"--action={TOMORROW}={notice.later_words}"]
    return [*words, "--", notice.title, notice.body]


def _gdbus(notice: Notice) -> list[str]:
    said = [json.dumps(text, ensure_ascii=False) for text in (notice.app, ICON, notice.title, notice.body)]
    app, icon, title, body = said
    return [
        *("gdbus", "call", "--session", f"--dest={_SERVICE}", "--object-path=/org/freedesktop/Notifications"),
        f"--method={_SERVICE}.Notify",
        "--",  # what comes now begins with a minus where it is a number below nothing
        *(app, "0", icon, title, body, "[]", f"{{'{_HINT}': <'{ICON}'>}}", "-1"),
    ]
