"""Windows: a task of the Task Scheduler, of the user's own, from XML as the switches do not say it all.

There is no trigger at logon: a task that has one can be refused to people without an administrator's rights.
`StartWhenAvailable` brings a missed time after the computer was off or asleep, and the hourly repetition what
nobody saw.
"""

import re
from collections.abc import Sequence
from datetime import time
from pathlib import Path
from xml.sax.saxutils import escape

from merchant_guard.reminders.running import Outcome, Run, command_line
from merchant_guard.reminders.scheduler import SchedulerRefusedError, Status, hours_from
from merchant_guard.system.files import write_whole

_FORBIDDEN_IN_NAMES = re.compile(r'[\\/:*?"<>|]')
_SWITCHED_OFF = re.compile(r"<Settings>.*<Enabled>false</Enabled>.*</Settings>", re.DOTALL)
_FILE = "reminder-task.xml"

_TASK = """\
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
        <Duration>{duration}</Duration>
        <StopAtDurationEnd>false</StopAtDurationEnd>
      </Repetition>
      <StartBoundary>2026-01-01T{at}</StartBoundary>
      <Enabled>true</Enabled>
      <ScheduleByDay>
        <DaysInterval>1</DaysInterval>
      </ScheduleByDay>
    </CalendarTrigger>
  </Triggers>
  <Principals>
    <Principal id="Author">
      <UserId>{user}</UserId>
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
      <Command>{program}</Command>
      <Arguments>{arguments}</Arguments>
    </Exec>
  </Actions>
</Task>
"""


def task_text(command: Sequence[str], at: time, user: str) -> str:
    """The task as XML. `user` is `DOMAIN\\name`; `at` is a time of the computer's own clock."""
    first, last = hours_from(at)
    program, *arguments = command
    return _TASK.format(
        at=at.strftime("%H:%M:00"),
        duration=f"PT{max(1, last - first)}H",
        user=escape(user),
        program=escape(program),
        arguments=escape(command_line(arguments)),
    )


class TaskScheduler:
    """`schtasks`, by its full path. `user` is `DOMAIN\\name`: tasks of all users stand in one folder."""

    name = "task_scheduler"

    def __init__(self, run: Run, user: str, system_root: str, aside: Path) -> None:
        self._run, self._user, self._aside = run, user, aside
        self._program = f"{system_root}\\System32\\schtasks.exe"
        self._task = "MerchantGuard " + _FORBIDDEN_IN_NAMES.sub("_", user.rpartition("\\")[2])

    def install(self, command: Sequence[str], at: time, folder: Path) -> None:  # noqa: ARG002
        """Make the task anew from an XML file that lies in the data folder meanwhile."""
        file = self._aside / _FILE
        write_whole(file, task_text(command, at, self._user).encode("utf-16"))
        try:
            self._expect(self._schtasks("/Create", "/TN", self._task, "/XML", str(file), "/F"))
        finally:
            file.unlink(missing_ok=True)

    def remove(self) -> None:
        """Delete the task, where there is one."""
        if self.status() is not Status.ABSENT:
            self._expect(self._schtasks("/Delete", "/TN", self._task, "/F"))

    def status(self) -> Status:
        """Ask for the task by its name."""
        found = self._schtasks("/Query", "/TN", self._task, "/XML")
        if not found.is_done:
            return Status.ABSENT
        return Status.OFF if _SWITCHED_OFF.search(found.out) else Status.ON

    def _schtasks(self, *words: str) -> Outcome:
        return self._run([self._program, *words])

    def _expect(self, outcome: Outcome) -> None:
        if not outcome.is_done:
            raise SchedulerRefusedError(outcome.words)
