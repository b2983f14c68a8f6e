"""The exact texts that go into the system, and what the system's own tools say of them."""

import os
import re
import shutil
import subprocess
from datetime import time
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from merchant_guard.reminders.schedulers.systemd_timer import SystemdTimer, service_text, timer_text
from merchant_guard.reminders.schedulers.task_scheduler import TaskScheduler, task_text
from merchant_guard.reminders.schedulers.xdg_autostart import entry_text
from tests.support.recorded_systems import Recorded, Tasks, Units

MORNING = time(9, 30)
PLAIN = ("/usr/bin/merchant-guard", "--remind")
ODD = ("/opt/商户 隐私/50%/merchant-guard", "--remind", "--home", '/srv/our "shop" $HOME \\x')
HOME = Path("/home/shop/.local/share/MerchantGuard")

SERVICE = """\
[Unit]
Description=商户隐私自查：到日子提醒一次 (Merchant Guard reminder)
ConditionPathExists=/home/shop/.local/share/MerchantGuard/due.json
ConditionFileIsExecutable=/usr/bin/merchant-guard

[Service]
Type=oneshot
ExecStart="/usr/bin/merchant-guard" "--remind"
# 3: the desktop took no notification just now. It is tried again in an hour.
SuccessExitStatus=3
# A click on the notification opens the window, which goes on.
KillMode=process
"""
TIMER = """\
[Unit]
Description=商户隐私自查：每天看一次有没有到日子的事 (Merchant Guard reminder)
ConditionFileIsExecutable=/usr/bin/merchant-guard

[Timer]
OnCalendar=*-*-* 09..22:30:00
Persistent=true

[Install]
WantedBy=timers.target
"""
ENTRY = """\
[Desktop Entry]
Type=Application
Name=Merchant Guard reminder
Name[zh_CN]=商户隐私自查：到日子提醒
Comment=Shows what is due, at most once a day
Comment[zh_CN]=到日子的事提醒一次，每天最多一次
TryExec=/usr/bin/merchant-guard
Exec="/usr/bin/merchant-guard" "--remind"
Terminal=false
NoDisplay=true
X-GNOME-Autostart-Delay=60
X-MATE-Autostart-Delay=60
"""
TASK = """\
<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo>
    <Author>Merchant Guard</Author>
    <Description>商户隐私自查：到日子提醒一次。 Merchant Guard: a reminder on the day.</Description>
  </RegistrationInfo>
  <Triggers>
    <CalendarTrigger>
      <Repetition>
        <Interval>PT1H</Interval>
        <Duration>PT13H</Duration>
        <StopAtDurationEnd>false</StopAtDurationEnd>
      </Repetition>
      <StartBoundary>2026-01-01T09:30:00</StartBoundary>
      <Enabled>true</Enabled>
      <ScheduleByDay>
        <DaysInterval>1</DaysInterval>
      </ScheduleByDay>
    </CalendarTrigger>
  </Triggers>
  <Principals>
    <Principal id="Author">
      <UserId>SHOP\\小店主 &amp; Co</UserId>
      <LogonType>InteractiveToken</LogonType>
      <RunLevel>LeastPrivilege</RunLevel>
    </Principal>
  </Principals>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <AllowHardTerminate>true</AllowHardTerminate>
    <StartWhenAvailable>true</StartWhenAvailable>
    <RunOnlyIfNetworkAvailable>false</RunOnlyIfNetworkAvailable>
    <AllowStartOnDemand>true</AllowStartOnDemand>
    <Enabled>true</Enabled>
    <Hidden>true</Hidden>
    <RunOnlyIfIdle>false</RunOnlyIfIdle>
    <WakeToRun>false</WakeToRun>
    <ExecutionTimeLimit>PT10M</ExecutionTimeLimit>
    <Priority>7</Priority>
  </Settings>
  <Actions Context="Author">
    <Exec>
      <Command>C:\\Users\\小店主 &amp; Co\\MerchantGuard.exe</Command>
      <Arguments>--remind --home "D:\\店 里\\data"</Arguments>
    </Exec>
  </Actions>
</Task>
"""
NAMESPACE = "{http://schemas.microsoft.com/windows/2004/02/mit/task}"


def test_the_units_word_for_word() -> None:
    assert service_text(PLAIN, HOME) == SERVICE
    assert timer_text(PLAIN, MORNING) == TIMER


def test_what_is_special_to_systemd_stands_for_itself() -> None:
    text = service_text(ODD, Path("/srv/50%"))
    assert "ConditionPathExists=/srv/50%%/due.json\n" in text
    assert "ConditionFileIsExecutable=/opt/商户 隐私/50%%/merchant-guard\n" in text
    assert (
        'ExecStart="/opt/商户 隐私/50%%/merchant-guard" "--remind" "--home"'
        ' "/srv/our \\"shop\\" $$HOME \\\\x"\n'
    ) in text


@pytest.mark.parametrize(
    ("at", "hours"),
    [(time(8, 5), "08..22:05"), (time(20), "20..22:00"), (time(23, 30), "23:30")],
)
def test_from_its_time_on_it_looks_every_hour_until_night(at: time, hours: str) -> None:
    assert f"OnCalendar=*-*-* {hours}:00\n" in timer_text(PLAIN, at)


def test_the_entry_word_for_word() -> None:
    assert entry_text(PLAIN) == ENTRY


def test_what_is_special_to_desktop_entries_stands_for_itself() -> None:
    lines = entry_text(ODD).splitlines()
    assert "TryExec=/opt/商户 隐私/50%/merchant-guard" in lines
    assert (
        'Exec="/opt/商户 隐私/50%%/merchant-guard" "--remind" "--home"'
        ' "/srv/our \\\\"shop\\\\" \\\\$HOME \\\\\\\\x"'
    ) in lines


def test_the_task_word_for_word() -> None:
    command = ("C:\\Users\\小店主 & Co\\MerchantGuard.exe", "--remind", "--home", "D:\\店 里\\data")
    assert task_text(command, MORNING, "SHOP\\小店主 & Co") == TASK


def test_the_task_is_utf16_with_its_mark_and_asks_for_no_more_than_it_needs(tmp_path: Path) -> None:
    seen: list[bytes] = []
    tasks = Tasks()

    def look(words: list[str]) -> object:
        if "/XML" in words and words[1] == "/Create":
            seen.append(Path(words[words.index("/XML") + 1]).read_bytes())
        return tasks(words)

    recorded = Recorded(look)  # type: ignore[arg-type]
    TaskScheduler(recorded, "SHOP\\a/b:c", "C:\\Windows", tmp_path).install(PLAIN, MORNING, tmp_path)
    assert seen[0][:2] == b"\xff\xfe"
    tree = ET.fromstring(seen[0].decode("utf-16").partition("\n")[2])  # noqa: S314 (our own text)
    assert [node.tag for node in tree.find(f"{NAMESPACE}Triggers") or ()] == [f"{NAMESPACE}CalendarTrigger"]
    assert tree.findtext(f".//{NAMESPACE}RunLevel") == "LeastPrivilege"
    assert tree.findtext(f".//{NAMESPACE}LogonType") == "InteractiveToken"
    file = str(tmp_path / "reminder-task.xml")
    assert recorded.calls == [
        ["C:\\Windows\\System32\\schtasks.exe", "/Create", "/TN", "MerchantGuard a_b_c", "/XML", file, "/F"]
    ]
    assert list(tmp_path.iterdir()) == []


def test_the_calls_to_systemd_in_their_order(tmp_path: Path) -> None:
    recorded = Recorded(Units(tmp_path))
    timer = SystemdTimer(recorded, tmp_path)
    timer.install(PLAIN, MORNING, HOME)
    timer.remove()
    assert [" ".join(call) for call in recorded.calls] == [
        "systemctl --user daemon-reload",
        "systemctl --user enable merchant-guard-remind.timer",
        "systemctl --user restart merchant-guard-remind.timer",
        "systemctl --user show --property=Version",
        "systemctl --user disable --now merchant-guard-remind.timer",
        "systemctl --user daemon-reload",
    ]


# --- what systemd itself says ---------------------------------------------------------------------------

analyze = pytest.mark.skipif(
    shutil.which("systemd-analyze") is None, reason="systemd-analyze is not here, which would check the units"
)


def said_by_systemd(*words: str) -> str:
    done = subprocess.run(
        ["systemd-analyze", *words], capture_output=True, text=True, check=False, timeout=60
    )
    if re.search("Failed to (initialize manager|create.*manager|determine|connect)", done.stderr):
        pytest.skip(f"systemd-analyze cannot work here: {done.stderr.splitlines()[0]}")
    return f"{done.returncode} {done.stdout}{done.stderr}"


@analyze
@pytest.mark.parametrize("command", [PLAIN, ODD], ids=["plain", "odd"])
def test_systemd_finds_nothing_wrong_with_the_units(
    command: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    runtime = tmp_path / "run"
    runtime.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    monkeypatch.setenv("HOME", str(tmp_path))
    program = tmp_path / "50% 商户 $HOME" / "merchant-guard"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    words = (str(program), *command[1:])
    units = tmp_path / "units"
    SystemdTimer(Recorded(Units(units)), units).install(words, MORNING, tmp_path)
    files = [str(file) for file in sorted(units.iterdir())]
    assert len(files) == 2
    assert said_by_systemd("verify", "--user", "--man=no", *files) == "0 "


@analyze
def test_systemd_understands_when_it_is_to_look() -> None:
    said = said_by_systemd("calendar", "--iterations=3", "*-*-* 09..22:30:00")
    assert said.startswith("0 "), said
    assert len(re.findall(r":30:00", said)) >= 3


@pytest.mark.skipif(
    shutil.which("desktop-file-validate") is None,
    reason="desktop-file-validate is not here, which would check the entry",
)
def test_the_desktop_finds_nothing_wrong_with_the_entry(tmp_path: Path) -> None:
    file = tmp_path / "a.desktop"
    file.write_text(entry_text(ODD), "utf-8")
    done = subprocess.run(["desktop-file-validate", str(file)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, ""), os.fsdecode(done.stderr)
