"""What `make setup` does and says, with small stand-ins for the system's commands on the PATH."""

import os
import shutil
import sys
from pathlib import Path

import pytest

from installer import set_up

RECORD = 'echo "$(basename "$0") $*" >> "$CALLS"\n'
WITHOUT_LIBRARIES = '[ -e "$CALLS.libraries" ] || { echo "libEGL.so.1: no such file"; exit 1; }\n'
MAKES_VENV = 'mkdir -p "$4/bin"; echo "#!/bin/sh" > "$4/bin/python"; chmod +x "$4/bin/python"\n'
BRINGS_LIBRARIES = 'case "$*" in *install*) touch "$CALLS.libraries";; esac\n'


class Commands:
    """Stand-ins that write down how they were called; nothing else can be found on the PATH."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._record = folder / "calls"

    def add(self, name: str, script: str = "") -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"#!/bin/sh\n{RECORD}{script}", encoding="utf-8")
        path.chmod(0o755)
        return path

    @property
    def calls(self) -> list[str]:
        return self._record.read_text(encoding="utf-8").splitlines() if self._record.exists() else []


@pytest.fixture
def commands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Commands:
    folder = tmp_path / "commands"
    folder.mkdir()
    for name in ("basename", "env", "mkdir", "chmod", "touch"):
        (folder / name).symlink_to(shutil.which(name) or "")
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setenv("CALLS", str(folder / "calls"))
    return Commands(folder)


def acting_as(monkeypatch: pytest.MonkeyPatch, user: int) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: user)


def said(ended: pytest.ExceptionInfo[SystemExit]) -> str:
    """The last words: a sentence in both languages, which makes the exit code 1."""
    words = ended.value.code
    assert isinstance(words, str)
    assert any("\u4e00" <= char <= "\u9fff" for char in words)
    return words


def test_an_old_python_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 14))
    monkeypatch.setattr(sys, "argv", ["set_up.py", str(tmp_path / "venv")])
    with pytest.raises(SystemExit) as ended:
        set_up.main()
    assert "3.11" in said(ended)
    assert not (tmp_path / "venv").exists()


def test_a_python_without_venv_is_told_with_the_package_that_brings_it(
    commands: Commands, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    python = commands.add("python3", 'mkdir -p "$4/bin"\necho "ensurepip is not available"\nexit 1\n')
    monkeypatch.setattr(sys, "executable", str(python))
    with pytest.raises(SystemExit) as ended:
        set_up.make_environment(tmp_path / "venv")
    assert "apt install python3-venv" in said(ended)
    assert "ensurepip is not available" in said(ended)
    assert not (tmp_path / "venv").exists()


def test_a_new_environment_is_made_and_a_sound_one_kept(
    commands: Commands, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    venv = tmp_path / "venv"
    monkeypatch.setattr(sys, "executable", str(commands.add("python3", MAKES_VENV)))
    assert set_up.make_environment(venv) == venv / "bin" / "python"
    assert commands.calls == [f"python3 -m venv --clear {venv}"]
    assert set_up.make_environment(venv) == venv / "bin" / "python"
    assert len(commands.calls) == 1


def test_an_environment_whose_python_does_not_start_is_made_anew(
    commands: Commands, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    broken = Commands(tmp_path / "venv").add("bin/python", "exit 1\n")
    monkeypatch.setattr(sys, "executable", str(commands.add("python3", MAKES_VENV)))
    set_up.make_environment(tmp_path / "venv")
    assert commands.calls[-1] == f"python3 -m venv --clear {tmp_path / 'venv'}"
    assert set_up.run(broken).returncode == 0


def test_the_locked_dependencies_come_by_their_hashes_and_then_the_app_in_place(
    commands: Commands, capfd: pytest.CaptureFixture[str]
) -> None:
    set_up.install(commands.add("python"))
    dependencies, app = commands.calls
    assert dependencies.endswith(f"--require-hashes -r {set_up.LOCK}")
    assert app.endswith(f"--no-build-isolation --no-deps --editable {set_up.ROOT}")
    assert set_up.LOCK.is_file()
    assert len(capfd.readouterr().out.splitlines()) == 1


def test_a_failing_installation_ends_at_once_below_what_pip_said(
    commands: Commands, capfd: pytest.CaptureFixture[str]
) -> None:
    python = commands.add("python", 'echo "ERROR: hashes do not match" >&2\nexit 1\n')
    with pytest.raises(SystemExit) as ended:
        set_up.install(python)
    assert "the lines above" in said(ended)
    assert len(commands.calls) == 1
    assert "hashes do not match" in capfd.readouterr().err


def test_where_qt_starts_nothing_is_installed(commands: Commands, capfd: pytest.CaptureFixture[str]) -> None:
    commands.add("apt-get")
    set_up.add_system_libraries(commands.add("python"))
    assert commands.calls == [f"python -c {set_up.PROBE}"]
    assert capfd.readouterr().out == ""


def test_root_on_debian_gets_the_libraries(
    commands: Commands, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    acting_as(monkeypatch, 0)
    commands.add("apt-get", BRINGS_LIBRARIES)
    set_up.add_system_libraries(commands.add("python", WITHOUT_LIBRARIES))
    _, update, install, _ = commands.calls
    assert update == "apt-get update -qq"
    assert install.startswith("apt-get install -y ")
    assert install.endswith(" ".join(set_up.DEBIAN_LIBRARIES))
    assert len(capfd.readouterr().out.splitlines()) == 1


def test_somebody_with_sudo_gets_the_libraries_through_it(
    commands: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    acting_as(monkeypatch, 1000)
    commands.add("apt-get", BRINGS_LIBRARIES)
    commands.add("sudo", 'shift; [ "$1" = true ] || exec "$@"\n')
    set_up.add_system_libraries(commands.add("python", WITHOUT_LIBRARIES))
    assert "sudo -n true" in commands.calls
    assert any(call.startswith("sudo -n env DEBIAN_FRONTEND=noninteractive") for call in commands.calls)
    assert any(call.startswith("apt-get install") for call in commands.calls)


@pytest.mark.parametrize("sudo", [None, "exit 1\n"], ids=["no sudo", "sudo wants a password"])
def test_somebody_who_may_not_install_is_told_the_whole_command(
    sudo: str | None, commands: Commands, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    acting_as(monkeypatch, 1000)
    commands.add("apt-get", BRINGS_LIBRARIES)
    if sudo:
        commands.add("sudo", sudo)
    with pytest.raises(SystemExit) as ended:
        set_up.add_system_libraries(commands.add("python", WITHOUT_LIBRARIES))
    assert f"apt install {' '.join(set_up.DEBIAN_LIBRARIES)}" in said(ended)
    assert capfd.readouterr().out == "libEGL.so.1: no such file\n"
    assert not any(call.startswith("apt-get") for call in commands.calls)


def test_where_there_is_no_apt_the_libraries_are_named(
    commands: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    acting_as(monkeypatch, 0)
    assert set_up.apt_command() is None
    with pytest.raises(SystemExit) as ended:
        set_up.add_system_libraries(commands.add("python", WITHOUT_LIBRARIES))
    assert "libegl1" in said(ended)


def test_libraries_that_apt_cannot_bring_are_named(
    commands: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    acting_as(monkeypatch, 0)
    commands.add("apt-get", "exit 100\n")
    with pytest.raises(SystemExit) as ended:
        set_up.add_system_libraries(commands.add("python", WITHOUT_LIBRARIES))
    assert "apt install" in said(ended)
