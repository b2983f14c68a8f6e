"""Reminders in the system: the scheduler that is there has them, one at a time, and nothing stays behind."""

from collections.abc import Sequence
from datetime import time
from pathlib import Path

import pytest

from merchant_guard.domain.errors import MerchantGuardError, SystemProblemError
from merchant_guard.reminders.running import Outcome
from merchant_guard.reminders.scheduler import Status
from merchant_guard.services.set_reminders import Here, Standing, standing, try_now, turn_off, turn_on
from merchant_guard.system.installation import Installation, InstallationKind
from tests.support.recorded_systems import DONE, Recorded, Tasks, Units

AT = time(9, 30)
WINDOWS_PROGRAM = "C:\\Programs\\MerchantGuard.exe"
ENVIRONMENT = {"USERNAME": "店主", "USERDOMAIN": "SHOP", "SYSTEMROOT": "D:\\Windows"}


def linux(home: Path, *, has_systemd: bool = True) -> tuple[Here, Recorded, Units]:
    units = Units(home / ".config" / "systemd" / "user")
    units.is_away = not has_systemd
    recorded = Recorded(units)
    installation = Installation(InstallationKind.DEB, ("/usr/bin/merchant-guard",))
    return Here("linux", {}, home, recorded, installation), recorded, units


def windows(home: Path) -> tuple[Here, Recorded, Tasks]:
    tasks = Tasks()

    def answer(words: Sequence[str]) -> Outcome:
        return tasks(words) if words[0].endswith("schtasks.exe") else DONE

    recorded = Recorded(answer)
    installation = Installation(InstallationKind.WINDOWS, (WINDOWS_PROGRAM,))
    return Here("win32", ENVIRONMENT, home, recorded, installation), recorded, tasks


def files_of(home: Path) -> list[str]:
    return sorted(str(file.relative_to(home)) for file in home.rglob("*") if file.is_file())


def test_with_systemd_a_timer_has_them(tmp_path: Path) -> None:
    here, _recorded, units = linux(tmp_path)
    assert standing(tmp_path / "data", here) == Standing("systemd_timer", Status.ABSENT)
    assert turn_on(tmp_path / "data", AT, "zh", here) == Standing("systemd_timer", Status.ON)
    assert units.running == {"merchant-guard-remind.timer"}
    service = (tmp_path / ".config/systemd/user/merchant-guard-remind.service").read_text("utf-8")
    assert f'ExecStart="/usr/bin/merchant-guard" "--remind" "--home" "{tmp_path / "data"}"\n' in service
    assert f"ConditionPathExists={tmp_path / 'data' / 'due.json'}\n" in service
    assert turn_off(tmp_path / "data", here) == Standing("systemd_timer", Status.ABSENT)
    assert files_of(tmp_path) == []


def test_without_systemd_it_looks_at_every_login(tmp_path: Path) -> None:
    here, recorded, _units = linux(tmp_path, has_systemd=False)
    assert turn_on(tmp_path, AT, "zh", here) == Standing("xdg_autostart", Status.ON)
    assert files_of(tmp_path) == [".config/autostart/merchant-guard-remind.desktop"]
    assert {" ".join(call) for call in recorded.calls} == {"systemctl --user show --property=Version"}
    assert turn_off(tmp_path, here).is_absent
    assert files_of(tmp_path) == []


def test_when_systemd_comes_there_is_still_only_one(tmp_path: Path) -> None:
    here, _recorded, units = linux(tmp_path, has_systemd=False)
    turn_on(tmp_path, AT, "zh", here)
    units.is_away = False
    assert standing(tmp_path, here) == Standing("xdg_autostart", Status.ON)
    assert turn_on(tmp_path, AT, "zh", here) == Standing("systemd_timer", Status.ON)
    assert not any("autostart" in file for file in files_of(tmp_path))


def test_another_place_for_settings_is_respected(tmp_path: Path) -> None:
    here, recorded, _units = linux(tmp_path, has_systemd=False)
    here = here._replace(environment={"XDG_CONFIG_HOME": str(tmp_path / "elsewhere")})
    assert turn_on(tmp_path, AT, "zh", here).status is Status.ON
    assert files_of(tmp_path) == ["elsewhere/autostart/merchant-guard-remind.desktop"]
    assert recorded.programs == {"systemctl"}


def test_on_windows_a_task_of_the_user_and_what_a_click_runs(tmp_path: Path) -> None:
    here, recorded, tasks = windows(tmp_path)
    assert turn_on(tmp_path, AT, "zh", here) == Standing("task_scheduler", Status.ON)
    assert list(tasks.tasks) == ["MerchantGuard 店主"]
    assert "<UserId>SHOP\\店主</UserId>" in tasks.tasks["MerchantGuard 店主"]
    assert recorded.programs == {"D:\\Windows\\System32\\schtasks.exe", "D:\\Windows\\System32\\reg.exe"}
    registered = [call[-2] for call in recorded.calls if call[2].endswith("command")]
    assert [words.split("--home")[0] for words in registered] == [
        f"{WINDOWS_PROGRAM} --show due ",
        f"{WINDOWS_PROGRAM} --snooze ",
    ]
    assert turn_off(tmp_path, here) == Standing("task_scheduler", Status.ABSENT)
    assert tasks.tasks == {}
    assert [call[1] for call in recorded.calls if call[0].endswith("reg.exe")][-3:] == ["delete"] * 3


def test_a_system_that_says_no_is_told_in_its_words(tmp_path: Path) -> None:
    here, _recorded, tasks = windows(tmp_path)
    tasks.refuses = True
    with pytest.raises(SystemProblemError) as told:
        turn_on(tmp_path, AT, "zh", here)
    problem = told.value.problems[0]
    assert (problem.code, problem.params) == ("remind.not_taken", {"said": "ERROR: Access is denied."})


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    here, _recorded, _units = linux(tmp_path)
    (tmp_path / ".config").write_text("")
    with pytest.raises(MerchantGuardError) as told:
        turn_on(tmp_path, AT, "zh", here)
    assert told.value.problems[0].code.startswith("write.")


def test_a_system_we_know_no_scheduler_of_says_so(tmp_path: Path) -> None:
    here = linux(tmp_path)[0]._replace(platform="darwin")
    assert standing(tmp_path, here) == Standing(None, Status.ABSENT)
    with pytest.raises(SystemProblemError) as told:
        turn_on(tmp_path, AT, "zh", here)
    assert told.value.problems[0].code == "remind.no_scheduler"


def test_a_trial_really_asks_the_system_and_waits_for_no_choice() -> None:
    recorded = Recorded()
    try_now("zh", recorded)
    assert recorded.calls[0][-2:] == ["试一条提醒", "提醒就是这个样子。每天最多一条，没事不打扰。"]
    assert not any("--action" in word for word in recorded.calls[0])
    with pytest.raises(SystemProblemError):
        try_now("zh", Recorded(lambda _words: Outcome(1, err="no")))
