"""Take pictures of screens: `python tests/screens/take.py plan home --size 1092x542 --scale 1.25 --dark`.

Everything is real: a store in a folder of its own, a sample shop taken in, the window shown offscreen.
"""

import argparse
import os
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from PySide6.QtWidgets import QApplication

from merchant_guard.desktop.application import make_application, make_window
from merchant_guard.desktop.background import Background
from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.screens import Screen
from merchant_guard.desktop.theme.look import Look
from merchant_guard.services.import_shop import import_shop
from merchant_guard.services.keep_check import open_latest
from merchant_guard.services.load_content import load_content
from merchant_guard.services.open_check import OpenCheck
from merchant_guard.services.read_answers import read_answers
from merchant_guard.services.workspace import Workspace, open_for_window
from tests.support.every_screen import EveryScreen

TODAY = date(2026, 11, 30)
WITHOUT_STEPS = {screen.value for screen in Screen} - {"question", "group_again"}
EMPTY = ("first_run", "profile", "bring")
"""Screens of a person who has no self-check yet."""


def main() -> None:
    """Take the pictures asked for."""
    parser = argparse.ArgumentParser()
    parser.add_argument(
        "screens", nargs="*", help="screens, question ids, or states by their name; every one without any"
    )
    parser.add_argument("--size", default="1366x696")
    parser.add_argument("--scale", default="1")
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--lang", default="zh")
    parser.add_argument("--text", default="standard")
    parser.add_argument("--sample", default="01-clothes-shop")
    parser.add_argument("--out", default="out/screens")
    given = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_SCALE_FACTOR"] = given.scale
    with TemporaryDirectory() as folder:
        take(given, Path(folder))


def take(given: argparse.Namespace, folder: Path) -> None:
    """Open the sample and grab each screen."""
    application = make_application(["screens"])
    background = Background()
    desk = Desk(background, Look(given.lang, given.dark, given.text), TODAY)
    window = make_window(application, desk)
    window.resize(*map(int, given.size.split("x")))
    window.show()
    open_sample(desk, background, folder, given.sample)
    settle(application, background)

    def every() -> EveryScreen:
        return EveryScreen(window, desk, background, (window.width(), window.height()))

    shown = one_by_one(given, desk, every()) if given.screens else iter(every())
    for name in shown:
        settle(application, background)
        tags = [name, given.lang, "dark" if given.dark else "light", given.size, given.text]
        place = Path(given.out) / ("_".join(tags).replace(":", "-").replace(" ", "-") + ".png")
        place.parent.mkdir(parents=True, exist_ok=True)
        window.grab().save(str(place))
        print(place)
    window.close()
    background.stop()


def one_by_one(given: argparse.Namespace, desk: Desk, every: EveryScreen) -> Iterator[str]:
    """Show the screens that were named; the name of each comes when it shows."""
    own, ways = desk.check, every.ways()
    for name in given.screens:
        if name in ways and name not in WITHOUT_STEPS:
            every.back_to_the_start()
            ways[name]()
            yield name
            continue
        desk.check = None if name in EMPTY else own
        show(desk, name)
        yield name


def show(desk: Desk, name: str) -> None:
    """Go to a screen by its name, or to the question or profile screen with this id."""
    if name in WITHOUT_STEPS:
        desk.go(Screen(name))
    else:
        desk.go_to_step(next(step for step in desk.open_check.interview.path if step.id == name))


def open_sample(desk: Desk, background: Background, folder: Path, sample: str) -> None:
    """Take a sample shop into a new store and lay it on the desk."""

    def work() -> tuple[Workspace, OpenCheck | None]:
        workspace = open_for_window(folder)
        file = read_answers(ROOT / "resources" / "samples" / f"{sample}.json", load_content(), TODAY)
        import_shop(workspace, file, TODAY)
        return workspace, open_latest(workspace)

    background.submit(work, lambda pair: desk.open(*pair), desk.tell_failure)


def settle(application: QApplication, background: Background) -> None:
    """Let everything that waits happen."""
    for _ in range(3):
        while not background.is_idle:
            application.processEvents()
        for _ in range(5):
            application.processEvents()


if __name__ == "__main__":
    main()
