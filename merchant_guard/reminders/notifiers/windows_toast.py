"""Windows 10 and 11: a toast, shown by the PowerShell that is part of Windows.

A toast outlives who showed it, so a click and the button 明天再提醒 run commands that are registered for the
user under two schemes of ours. These are fixed: nothing of an address that somebody else calls reaches them.
"""

from collections.abc import Sequence
from xml.sax.saxutils import escape

from merchant_guard.reminders.notifier import APP_ID, Notice, NotificationRefusedError
from merchant_guard.reminders.running import Outcome, Run, command_line

OPENING, POSTPONING = "merchantguard-open", "merchantguard-tomorrow"
_CLASSES = r"HKCU\Software\Classes"
_IDENTITY = rf"{_CLASSES}\AppUserModelId\{APP_ID}"
_REFUSED = 4

_SCRIPT = """\
$ErrorActionPreference = 'Stop'
[void][Windows.UI.Notifications.ToastNotificationManager, Windows.UI.Notifications, ContentType = WindowsRuntime]
[void][Windows.Data.Xml.Dom.XmlDocument, Windows.Data.Xml.Dom.XmlDocument, ContentType = WindowsRuntime]
$words = New-Object Windows.Data.Xml.Dom.XmlDocument
$words.LoadXml('{toast}')
$toast = New-Object Windows.UI.Notifications.ToastNotification $words
$toast.Tag = 'due'
$notifier = [Windows.UI.Notifications.ToastNotificationManager]::CreateToastNotifier('{app_id}')
$setting = 'Enabled'
try {{ $setting = [string]$notifier.Setting }} catch {{ }}
if ($setting -ne 'Enabled') {{ [Console]::Error.WriteLine($setting); exit {refused} }}
$notifier.Show($toast)
"""  # noqa: E501


class WindowsToast:
    """`reg` and `powershell` by their full paths below `system_root`."""

    def __init__(self, run: Run, system_root: str) -> None:
        self._run = run
        self._reg = f"{system_root}\\System32\\reg.exe"
        self._powershell = f"{system_root}\\System32\\WindowsPowerShell\\v1.0\\powershell.exe"

    def prepare(self, app: str, opening: Sequence[str], postponing: Sequence[str]) -> None:
        """Register the app's name and the two commands, for this user only."""
        self._add(_IDENTITY, "/v", "DisplayName", "/d", app)
        for scheme, command in ((OPENING, opening), (POSTPONING, postponing)):
            key = rf"{_CLASSES}\{scheme}"
            self._add(key, "/ve", "/d", f"URL:{app}")
            self._add(key, "/v", "URL Protocol", "/d", "")
            self._add(rf"{key}\shell\open\command", "/ve", "/d", command_line(command))

    def forget(self) -> None:
        """Take all of it out again; what is not there is no reason to complain."""
        for key in (_IDENTITY, rf"{_CLASSES}\{OPENING}", rf"{_CLASSES}\{POSTPONING}"):
            self._run([self._reg, "delete", key, "/f"])

    def show(self, notice: Notice) -> str:
        """Show it; a click comes in as a start of its own."""
        script = _SCRIPT.format(toast=toast_text(notice).replace("'", "''"), app_id=APP_ID, refused=_REFUSED)
        words = ["-NoProfile", "-NonInteractive", "-WindowStyle", "Hidden", "-Command", script]
        outcome = self._run([self._powershell, *words])
        if not outcome.is_done:
            raise NotificationRefusedError(outcome.words)
        return ""

    def _add(self, key: str, *words: str) -> None:
        outcome: Outcome = self._run([self._reg, "add", key, *words, "/f"])
        if not outcome.is_done:
            raise NotificationRefusedError(outcome.words)


def toast_text(notice: Notice) -> str:
    """The toast as XML."""
    lines = "".join(f"<text>{escape(line)}</text>" for line in (notice.title, notice.body) if line)
    visual = f'<visual><binding template="ToastGeneric">{lines}</binding></visual>'
    if not notice.open_words:
        return f"<toast>{visual}</toast>"
    actions = "".join(
        f'<action content="{escape(words)}" activationType="protocol" arguments="{scheme}:"/>'
        for words, scheme in ((notice.open_words, OPENING), (notice.later_words, POSTPONING))
    )
    return (
        f'<toast activationType="protocol" launch="{OPENING}:">{visual}<actions>{actions}</actions></toast>'
    )
