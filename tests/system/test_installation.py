"""Which command starts the window, for every way of getting the app."""

import sys
from pathlib import Path

import pytest

from merchant_guard.system.installation import Installation, InstallationKind, this_installation

WINDOWS_HOME = "C:\\Users\\店主\\AppData\\Local\\Programs\\MerchantGuard"


@pytest.mark.parametrize(
    ("executable", "platform", "frozen", "there", "kind", "program"),
    [
        (
            "/opt/merchant-guard/merchant-guard-cli",
            *("linux", True, {"/usr/bin/merchant-guard"}, "deb", ("/usr/bin/merchant-guard",)),
        ),
        (
            "/home/shop/Apps/merchant guard/merchant-guard-cli",
            *("linux", True, set(), "tar", ("/home/shop/Apps/merchant guard/merchant-guard",)),
        ),
        (
            "/opt/merchant-guard/merchant-guard",
            *("linux", True, set(), "tar", ("/opt/merchant-guard/merchant-guard",)),
        ),
        (
            f"{WINDOWS_HOME}\\merchant-guard-cli.exe",
            "win32",
            False,
            {f"{WINDOWS_HOME}\\MerchantGuard.exe"},
            "windows",
            (f"{WINDOWS_HOME}\\MerchantGuard.exe",),
        ),
        (
            "C:\\venv\\Scripts\\python.exe",
            "win32",
            False,
            {"C:\\venv\\Scripts\\merchant-guard.exe"},
            "source",
            ("C:\\venv\\Scripts\\merchant-guard.exe",),
        ),
        (
            "C:\\Python\\python.exe",
            "win32",
            False,
            {"C:\\Python\\pythonw.exe"},
            "source",
            ("C:\\Python\\pythonw.exe", "-m", "merchant_guard"),
        ),
        (
            "/src/.venv/bin/python",
            *(
                "linux",
                False,
                {"/src/.venv/bin/merchant-guard"},
                "source",
                ("/src/.venv/bin/merchant-guard",),
            ),
        ),
        ("/usr/bin/python3", "linux", False, set(), "source", ("/usr/bin/python3", "-m", "merchant_guard")),
    ],
    ids=[
        "deb",
        "tar",
        "unpacked in opt",
        "Windows setup",
        "Windows venv",
        "Windows Python",
        "venv",
        "Python",
    ],
)
def test_every_way_of_getting_it_has_its_command(
    executable: str, platform: str, frozen: bool, there: set[str], kind: str, program: tuple[str, ...]
) -> None:
    found = this_installation(executable, platform, frozen=frozen, exists=there.__contains__)
    assert found == Installation(InstallationKind(kind), program)


def test_here_it_is_a_source_tree_whose_command_is_there() -> None:
    found = this_installation()
    assert found.kind is InstallationKind.SOURCE
    assert Path(found.program[0]).exists()
    assert Path(found.program[0]).is_relative_to(Path(sys.executable).parent)


def test_only_a_data_folder_of_ones_own_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    installation = Installation(InstallationKind.DEB, ("/usr/bin/merchant-guard",))
    usual, own = tmp_path / "MerchantGuard", tmp_path / "own"
    assert installation.command("--remind") == ("/usr/bin/merchant-guard", "--remind")
    if sys.platform == "linux":
        assert installation.command("--remind", folder=usual) == ("/usr/bin/merchant-guard", "--remind")
    assert installation.command("--remind", folder=own)[1:] == ("--remind", "--home", str(own))
