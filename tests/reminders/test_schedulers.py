"""One suite of promises for every scheduler, with a system that records what is asked of it."""

from collections.abc import Callable
from datetime import time
from pathlib import Path
from typing import NamedTuple

import pytest

from merchant_guard.reminders.scheduler import Scheduler, SchedulerRefusedError, Status
from merchant_guard.reminders.schedulers.systemd_timer import SystemdTimer
from merchant_guard.reminders.schedulers.task_scheduler import TaskScheduler
from merchant_guard.reminders.schedulers.xdg_autostart import XdgAutostart
from merchant_guard.system.problems import FileProblemError
from tests.support.recorded_systems import Recorded, Tasks, Units

COMMAND = ("/opt/商户 隐私/merchant-guard", "--remind", "--home", '/srv/50% "ours" $HOME \\ é')
MORNING, EVENING = time(9, 30), time(20, 0)


class Case(NamedTuple):
    """A scheduler over a system of its own, what it recorded, and how to make that system say no."""

    scheduler: Scheduler
    recorded: Recorded
    texts: Callable[[], list[str]]
    refuse: Callable[[], object]
    switch_off: Callable[[], object]
    folder: Path


def windows(folder: Path) -> Case:
    tasks = Tasks()
    recorded = Recorded(tasks)

    def switch_off() -> None:
        for name, text in tasks.tasks.items():
            settings = text.replace(
                "<Enabled>true</Enabled>\n    <Hidden>", "<Enabled>false</Enabled>\n    <Hidden>"
            )
            tasks.tasks[name] = settings

    return Case(
        TaskScheduler(recorded, "SHOP\\小店主", "C:\\Windows", folder),
        recorded,
        lambda: list(tasks.tasks.values()),
        lambda: setattr(tasks, "refuses", True),
        switch_off,
        folder,
    )


def systemd(folder: Path) -> Case:
    units = Units(folder)
    recorded = Recorded(units)
    return Case(
        SystemdTimer(recorded, folder),
        recorded,
        lambda: [file.read_text("utf-8") for file in sorted(folder.glob("*"))],
        lambda: setattr(units, "refuses", True),
        units.enabled.clear,
        folder,
    )


def autostart(folder: Path) -> Case:
    recorded = Recorded()

    def switch_off() -> None:
        entry = next(folder.glob("*"))
        entry.write_text(entry.read_text("utf-8") + "Hidden=true\n", "utf-8")

    def refuse() -> None:
        folder.write_text("", "utf-8")  # where the folder should be there is a file

    return Case(
        XdgAutostart(recorded, folder),
        recorded,
        lambda: [file.read_text("utf-8") for file in sorted(folder.glob("*"))],
        refuse,
        switch_off,
        folder,
    )


@pytest.fixture(params=[windows, systemd, autostart], ids=lambda make: make.__name__)
def case(request: pytest.FixtureRequest, tmp_path: Path) -> Case:
    made: Case = request.param(tmp_path / "there" / "设置")
    return made


def test_at_first_there_is_nothing(case: Case) -> None:
    assert case.scheduler.status() is Status.ABSENT
    assert case.texts() == []


def test_what_was_installed_is_there_and_runs_the_command(case: Case, tmp_path: Path) -> None:
    case.scheduler.install(COMMAND, MORNING, tmp_path)
    assert case.scheduler.status() is Status.ON
    assert any("/opt/商户 隐私/merchant-guard" in text and "--remind" in text for text in case.texts())


def test_installing_again_leaves_one_with_the_new_time_and_command(case: Case, tmp_path: Path) -> None:
    case.scheduler.install(COMMAND, MORNING, tmp_path)
    before = case.texts()
    case.scheduler.install(("/usr/bin/merchant-guard", "--remind"), EVENING, tmp_path)
    after = case.texts()
    assert len(after) == len(before)
    assert case.scheduler.status() is Status.ON
    assert not any("隐私/" in text for text in after)
    assert not any("09:30" in text or "09..22" in text for text in after)


def test_removing_leaves_nothing_of_ours(case: Case, tmp_path: Path) -> None:
    case.scheduler.install(COMMAND, MORNING, tmp_path)
    case.scheduler.remove()
    assert case.scheduler.status() is Status.ABSENT
    assert case.texts() == []
    assert not case.folder.exists() or list(case.folder.iterdir()) == []


def test_removing_what_is_not_there_is_no_problem(case: Case) -> None:
    case.scheduler.remove()
    case.scheduler.remove()
    assert case.scheduler.status() is Status.ABSENT


def test_what_somebody_switched_off_in_the_system_is_told_and_comes_back(case: Case, tmp_path: Path) -> None:
    case.scheduler.install(COMMAND, MORNING, tmp_path)
    case.switch_off()
    assert case.scheduler.status() is Status.OFF
    case.scheduler.install(COMMAND, MORNING, tmp_path)
    assert case.scheduler.status() is Status.ON


def test_a_refusal_is_told_and_is_not_taken_for_done(case: Case, tmp_path: Path) -> None:
    case.folder.parent.mkdir(parents=True, exist_ok=True)
    case.refuse()
    with pytest.raises((SchedulerRefusedError, FileProblemError)):
        case.scheduler.install(COMMAND, MORNING, tmp_path)
    assert case.scheduler.status() is not Status.ON


def test_nobody_is_asked_for_an_administrator_and_no_shell_is_started(case: Case, tmp_path: Path) -> None:
    case.scheduler.install(COMMAND, MORNING, tmp_path)
    case.scheduler.status()
    case.scheduler.remove()
    assert case.recorded.programs <= {"systemctl", "C:\\Windows\\System32\\schtasks.exe"}
    words = {word for call in case.recorded.calls for word in call}
    assert words.isdisjoint({"/RU", "/RP", "/RL", "--system", "sudo", "pkexec"})


def test_the_reasons_are_what_the_system_said(tmp_path: Path) -> None:
    case = windows(tmp_path)
    case.refuse()
    with pytest.raises(SchedulerRefusedError, match=r"^ERROR: Access is denied\.$"):
        case.scheduler.install(COMMAND, MORNING, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_where_systemd_does_not_answer_any_more_its_files_still_go(tmp_path: Path) -> None:
    units = Units(tmp_path)
    timer = SystemdTimer(Recorded(units), tmp_path)
    timer.install(COMMAND, MORNING, tmp_path)
    units.is_away = True
    assert not timer.is_there()
    timer.remove()
    assert list(tmp_path.iterdir()) == []
