"""Notifications: what is asked of the system, which choice comes back, and what is said when it refuses."""

from collections.abc import Sequence
from xml.etree import ElementTree as ET

import pytest

from merchant_guard.reminders.notifier import OPEN, TOMORROW, Notice, NotificationRefusedError
from merchant_guard.reminders.notifiers.freedesktop import WAIT, FreedesktopNotifier
from merchant_guard.reminders.notifiers.windows_toast import WindowsToast, toast_text
from merchant_guard.reminders.running import Outcome
from tests.support.recorded_systems import Recorded

PLAIN = Notice("商户隐私自查", "这周 2 件要做", "毁面单 1 · 查一遍 1")
WITH_CHOICES = PLAIN._replace(open_words="打开", later_words="明天再提醒")
MISSING = Outcome(None, is_missing=True)
NO_BUS = Outcome(1, err="Cannot autolaunch D-Bus without X11 $DISPLAY\nmore\n")
SPOKEN = [
    *("notify-send", "--app-name=商户隐私自查", "--icon=merchant-guard"),
    *("--hint=string:desktop-entry:merchant-guard", "--", "这周 2 件要做", "毁面单 1 · 查一遍 1"),
]
ASKED = [*SPOKEN[:4], "--action=default=打开", "--action=tomorrow=明天再提醒", *SPOKEN[4:]]
BY_GDBUS = [
    *("gdbus", "call", "--session", "--dest=org.freedesktop.Notifications"),
    *("--object-path=/org/freedesktop/Notifications", "--method=org.freedesktop.Notifications.Notify", "--"),
    *('"商户隐私自查"', "0", '"merchant-guard"', '"这周 2 件要做"', '"毁面单 1 · 查一遍 1"'),
    *("[]", "{'desktop-entry': <'merchant-guard'>}", "-1"),
]


def desktop(**answers: Outcome) -> Recorded:
    """A desktop on which `asked` (with choices), `spoken` and `gdbus` end as given, well if not."""

    def answer(words: Sequence[str]) -> Outcome:
        kind = "gdbus" if words[0] == "gdbus" else "asked" if "--action=default=打开" in words else "spoken"
        return answers.get(kind, Outcome(0))

    return Recorded(answer)


def test_without_choices_it_is_said_and_nobody_waits() -> None:
    recorded = desktop()
    assert FreedesktopNotifier(recorded).show(PLAIN) == ""
    assert recorded.calls == [SPOKEN]
    assert recorded.limits[0] < 60


@pytest.mark.parametrize(
    ("said", "choice"), [("default\n", OPEN), ("tomorrow\n", TOMORROW), ("", ""), ("something\n", "")]
)
def test_a_choice_comes_back(said: str, choice: str) -> None:
    recorded = desktop(asked=Outcome(0, out=said))
    assert FreedesktopNotifier(recorded).show(WITH_CHOICES) == choice
    assert (recorded.calls, recorded.limits) == ([ASKED], [WAIT])


def test_who_does_not_touch_it_in_time_was_shown_it_once() -> None:
    recorded = desktop(asked=Outcome(None))
    assert FreedesktopNotifier(recorded).show(WITH_CHOICES) == ""
    assert recorded.calls == [ASKED]


@pytest.mark.parametrize(
    ("answers", "calls"),
    [
        ({"asked": Outcome(1, err="Unknown option --action")}, [ASKED, SPOKEN]),
        ({"asked": MISSING, "spoken": MISSING}, [ASKED, SPOKEN, BY_GDBUS]),
    ],
    ids=["before notify-send knew choices", "without notify-send"],
)
def test_what_is_missing_is_done_without(answers: dict[str, Outcome], calls: list[list[str]]) -> None:
    recorded = desktop(**answers)
    assert FreedesktopNotifier(recorded).show(WITH_CHOICES) == ""
    assert recorded.calls == calls


def test_a_desktop_that_shows_nothing_says_why() -> None:
    with pytest.raises(NotificationRefusedError, match=r"^Cannot autolaunch D-Bus without X11 \$DISPLAY$"):
        FreedesktopNotifier(desktop(spoken=MISSING, gdbus=NO_BUS)).show(PLAIN)
    with pytest.raises(NotificationRefusedError, match=r"^$"):
        FreedesktopNotifier(desktop(spoken=MISSING, gdbus=MISSING)).show(PLAIN)


# --- Windows --------------------------------------------------------------------------------------------

POWERSHELL = "C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe"
REG = "C:\\Windows\\System32\\reg.exe"


def test_a_toast_is_shown_by_powershell_and_its_words_cannot_end_the_quotation() -> None:
    recorded = Recorded()
    assert WindowsToast(recorded, "C:\\Windows").show(PLAIN._replace(title="it's <1> & more")) == ""
    program, *words, script = recorded.calls[0]
    assert program == POWERSHELL
    assert words == ["-NoProfile", "-NonInteractive", "-WindowStyle", "Hidden", "-Command"]
    literal = script.split("LoadXml('")[1].split("')\n")[0]
    tree = ET.fromstring(literal.replace("''", "'"))  # noqa: S314 (our own text)
    assert [node.text for node in tree.iter("text")] == ["it's <1> & more", "毁面单 1 · 查一遍 1"]
    assert "'" not in literal.replace("''", "")


def test_a_click_and_the_button_start_what_was_registered() -> None:
    tree = ET.fromstring(toast_text(WITH_CHOICES))  # noqa: S314 (our own text)
    assert tree.attrib == {"activationType": "protocol", "launch": "merchantguard-open:"}
    assert [node.attrib for node in tree.iter("action")] == [
        {"content": "打开", "activationType": "protocol", "arguments": "merchantguard-open:"},
        {"content": "明天再提醒", "activationType": "protocol", "arguments": "merchantguard-tomorrow:"},
    ]


def test_what_is_registered_is_the_users_own_and_takes_nothing_from_outside() -> None:
    recorded = Recorded()
    program = "C:\\Users\\店 主\\MerchantGuard.exe"
    toast = WindowsToast(recorded, "C:\\Windows")
    toast.prepare("商户隐私自查", (program, "--show", "due"), (program, "--snooze"))
    classes = "HKCU\\Software\\Classes"
    opening, later = f"{classes}\\merchantguard-open", f"{classes}\\merchantguard-tomorrow"
    identity = f"{classes}\\AppUserModelId\\MerchantGuard"
    assert recorded.calls == [
        [REG, "add", identity, "/v", "DisplayName", "/d", "商户隐私自查", "/f"],
        [REG, "add", opening, "/ve", "/d", "URL:商户隐私自查", "/f"],
        [REG, "add", opening, "/v", "URL Protocol", "/d", "", "/f"],
        [REG, "add", f"{opening}\\shell\\open\\command", "/ve", "/d", f'"{program}" --show due', "/f"],
        [REG, "add", later, "/ve", "/d", "URL:商户隐私自查", "/f"],
        [REG, "add", later, "/v", "URL Protocol", "/d", "", "/f"],
        [REG, "add", f"{later}\\shell\\open\\command", "/ve", "/d", f'"{program}" --snooze', "/f"],
    ]
    assert not any("%1" in word for call in recorded.calls for word in call)
    recorded.calls.clear()
    toast.forget()
    assert recorded.calls == [[REG, "delete", key, "/f"] for key in (identity, opening, later)]


@pytest.mark.parametrize("outcome", [Outcome(4, err="DisabledForUser\r\n"), Outcome(None, err="late")])
def test_windows_says_when_it_shows_nothing(outcome: Outcome) -> None:
    with pytest.raises(NotificationRefusedError, match=outcome.words):
        WindowsToast(Recorded(lambda _words: outcome), "C:\\Windows").show(PLAIN)


def test_a_registry_that_says_no_is_told() -> None:
    refusing = Recorded(lambda _words: Outcome(1, err="ERROR: Access is denied.\r\n"))
    with pytest.raises(NotificationRefusedError, match="Access is denied"):
        WindowsToast(refusing, "C:\\Windows").prepare("a", ("b",), ("c",))
