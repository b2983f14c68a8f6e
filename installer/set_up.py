"""Set up a source checkout: virtual environment, locked dependencies, the app itself, system libraries.

Used by `make setup`; standard library only. Prints little when all is well and one clear sentence when not.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "installer" / "lock" / "dev.txt"
DEBIAN_LIBRARIES = (
    "libgl1",
    "libegl1",
    "libxkbcommon0",
    "libdbus-1-3",
    "libfontconfig1",
    "libglib2.0-0",
    "libxcb-cursor0",
    "libxkbcommon-x11-0",
    "libxcb-icccm4",
    "libxcb-keysyms1",
    "libxcb-shape0",
)
"""What Qt needs of Debian 12; newer releases know these names too."""

PROBE = "; ".join(
    (
        "import ctypes, PySide6.QtWidgets",
        "names = 'xcb-cursor.so.0 xkbcommon-x11.so.0 xcb-icccm.so.4 xcb-keysyms.so.1 xcb-shape.so.0'",
        "[ctypes.CDLL('lib' + name) for name in names.split()]",
    )
)
"""Loads what the window needs of the system: Qt's own libraries, and those it only asks for on a screen."""


def main() -> None:
    """Set up everything in the folder named."""
    folder = Path(sys.argv[1]).resolve()
    if sys.version_info < (3, 11):  # noqa: UP036 (this runs under whatever python3 the system has)
        sys.exit("Python 3.11 or newer is needed. 需要 Python 3.11 或更新的版本。")
    python = make_environment(folder)
    install(python)
    add_system_libraries(python)


def make_environment(folder: Path) -> Path:
    """Make the virtual environment and return its interpreter."""
    python = folder / "bin" / "python"
    if not python.exists() or run(python, "-c", "import pip").returncode:
        made = run(sys.executable, "-m", "venv", "--clear", str(folder))
        if made.returncode:
            shutil.rmtree(folder, ignore_errors=True)
            sys.exit(
                "The virtual environment could not be made. On Debian: apt install python3-venv\n"
                "没能建好虚拟环境。Debian 上请先装：apt install python3-venv\n" + made.stdout
            )
    return python


def install(python: Path) -> None:
    """Install the locked dependencies, each checked by its hash, then the app in place."""
    pip = (str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    print("Installing the locked dependencies … 正在安装依赖……", flush=True)
    for arguments in (
        ("--require-hashes", "-r", str(LOCK)),
        ("--no-build-isolation", "--no-deps", "--editable", str(ROOT)),
    ):
        if subprocess.run((*pip, *arguments), check=False).returncode:
            sys.exit("Installing failed; the lines above say why. 安装没有成功，原因见上面几行。")


def add_system_libraries(python: Path) -> None:
    """Install what Qt needs of the system where we may, and name it where we may not."""
    if not run(python, "-c", PROBE).returncode:
        return
    apt = apt_command()
    if apt:
        print("Installing the system libraries of Qt … 正在安装 Qt 需要的系统库……", flush=True)
        subprocess.run((*apt, "update", "-qq"), check=False)
        subprocess.run(
            (*apt, "install", "-y", "-qq", "--no-install-recommends", *DEBIAN_LIBRARIES), check=False
        )
    left = run(python, "-c", PROBE)
    if left.returncode:
        print(*left.stdout.strip().splitlines()[-1:])
        sys.exit(
            "Some system libraries of Qt are missing. On Debian, as root:\n"
            "还缺几个系统库。Debian 上用管理员身份运行：\n"
            "  apt install " + " ".join(DEBIAN_LIBRARIES)
        )


def apt_command() -> tuple[str, ...] | None:
    """Return how this person may install Debian packages without being asked anything, if at all."""
    if not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        return ("env", "DEBIAN_FRONTEND=noninteractive", "apt-get")
    if shutil.which("sudo") and not run("sudo", "-n", "true").returncode:
        return ("sudo", "-n", "env", "DEBIAN_FRONTEND=noninteractive", "apt-get")
    return None


def run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a command quietly; both its streams are in `stdout`."""
    return subprocess.run(
        [str(part) for part in command],
        check=False,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )


if __name__ == "__main__":
    main()
