"""Take pictures of screens: `python tests/screens/take.py plan home --size 1092x542 --dark --lang en`.

Everything is real: a store in a folder of its own, a sample shop taken in, the window shown offscreen.
"""

import argparse
import os
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

TODAY = date(2026, 11, 30)


def main() -> None:
    """Take the pictures asked for."""
    parser = argparse.ArgumentParser()
    parser.add_argument("screens", nargs="+", help="screens, or question ids")
    parser.add_argument("--size", default="1366x696")
    parser.add_argument("--scale", default="1")
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--lang", default="zh")
    parser.add_argument("--text", default="standard")
    parser.add_argument("--sample", default="01-clothes-shop")
    parser.add_argument("--fresh", action="store_true", help="nothing in the store yet")
    parser.add_argument("--out", default="out/screens")
    given = parser.parse_args()
    os.environ["QT_SCALE_FACTOR"] = given.scale
    take(given)


def take(given: argparse.Namespace) -> None:
    """Open the sample and grab each screen."""
    from PySide6.QtCore import QSize

    from merchant_guard.desktop.application import make_application, make_window
    from merchant_guard.desktop.background import Background
    from merchant_guard.desktop.desk import Desk
    from merchant_guard.desktop.screens import Screen
    from merchant_guard.desktop.theme.look import Look

    application = make_application(["screens"])
    width, height = map(int, given.size.split("x"))
    with TemporaryDirectory() as folder:
        background = Background()
        desk = Desk(background, Look(given.lang, given.dark, given.text), TODAY)
        fill(desk, background, Path(folder), None if given.fresh else given.sample, application)
        window = make_window(application, desk)
        window.resize(QSize(width, height))
        window.show()
        for name in given.screens:
            if name in {screen.value for screen in Screen}:
                desk.go(Screen(name))
            else:
                desk.check = desk.open_check.at(name, desk.open_check.interview.stage)
                desk.go_to_step(next(s for s in desk.check.interview.path if s.id == name))
            settle(application, background)
            tags = [name, given.lang, "dark" if given.dark else "light", given.size, given.text]
            place = Path(given.out) / ("_".join(tags).replace(":", "-") + ".png")
            place.parent.mkdir(parents=True, exist_ok=True)
            window.grab().save(str(place))
            print(place)
        background.stop()


def fill(desk, background, folder: Path, sample: str | None, application) -> None:
    """Take a sample shop into a new store and lay it on the desk."""
    from merchant_guard.services.import_shop import import_shop
    from merchant_guard.services.keep_check import open_latest
    from merchant_guard.services.load_content import load_content
    from merchant_guard.services.read_answers import read_answers
    from merchant_guard.services.workspace import open_for_window

    def work():
        workspace = open_for_window(folder)
        if sample:
            file = read_answers(Path("resources/samples") / f"{sample}.json", load_content())
            import_shop(workspace, file, TODAY)
        return workspace, open_latest(workspace)

    background.submit(work, lambda pair: desk.open(*pair), desk.tell_failure)
    settle(application, background)


def settle(application, background) -> None:
    """Let everything that waits happen."""
    while not background.is_idle:
        application.processEvents()
    for _ in range(5):
        application.processEvents()


if __name__ == "__main__":
    main()
