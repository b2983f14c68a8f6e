"""打印: a disk that gives out, a folder that is not theirs, a file that is open: nothing lost."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from merchant_guard.desktop.background import Background
from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.main_window import MainWindow
from merchant_guard.desktop.pages import print_page
from merchant_guard.localization.sentences import sentence
from tests.support.disks import no_file_larger_than, somebody_else
from tests.support.pressing import find, press, said, there_is

OLD = b"what was saved before"
Show = Callable[[], QWidget]


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where this person looks for files first."""
    folder = tmp_path / "桌面"
    folder.mkdir()
    defaults = (print_page.find_printers, lambda: folder)
    monkeypatch.setattr(print_page.PrintPage.__init__, "__defaults__", defaults)
    yield folder
    if shutil.which("chattr"):
        subprocess.run(["chattr", "-R", "-i", folder], capture_output=True, check=False)


@pytest.fixture
def page(window: MainWindow, desk: Desk, background: Background, place: Path, qtbot: QtBot) -> QWidget:
    """The print page with the list of tasks on it."""
    desk.go_to_paper("plan-list")
    picture = window.page.findChild(QLabel, "preview_page")
    qtbot.waitUntil(lambda: background.is_idle and not picture.pixmap().isNull())
    return window.page


def save_other(qtbot: QtBot, page: QWidget, name: str) -> None:
    """Choose from the small menu."""
    press(qtbot, page, "save_other")
    menu = page.findChild(QMenu, "format_menu")
    next(one for one in menu.actions() if one.objectName() == name).trigger()
    menu.close()


def told(desk: Desk, qtbot: QtBot, do: Callable[[], object]) -> str:
    """The sentence with which something was refused."""
    with qtbot.waitSignal(desk.save_failed) as failed:
        do()
    return str(failed.args[0])


def words(code: str, file: Path) -> str:
    return sentence("zh", code, {"file": str(file)})


@pytest.mark.parametrize("ending", ["pdf", "docx", "png"])
def test_writing_that_breaks_off_is_one_sentence_and_no_part_of_a_file(
    page: QWidget, desk: Desk, window: MainWindow, place: Path, qtbot: QtBot, ending: str
) -> None:
    do = (
        (lambda: press(qtbot, page, "save"))
        if ending == "pdf"
        else (lambda: save_other(qtbot, page, f"save_{ending}"))
    )
    with no_file_larger_than(2048):
        said_then = told(desk, qtbot, do)
    name = f"整改计划 {desk.today}{'-1' if ending == 'png' else ''}.{ending}"
    assert said_then == words("write.other", place / name)
    assert list(place.iterdir()) == []
    assert not there_is(page, "saved")
    assert said_then in " ".join(said(window))
    # Once there is room, pressing again is all it takes.
    do()
    qtbot.waitUntil(lambda: there_is(page, "saved"))
    assert {one.suffix for one in place.iterdir()} == {f".{ending}"}


def test_a_folder_that_is_somebody_else_s_is_one_sentence(
    page: QWidget, desk: Desk, place: Path, qtbot: QtBot
) -> None:
    with somebody_else(place):
        said_then = told(desk, qtbot, lambda: press(qtbot, page, "save"))
    assert said_then == words("write.not_allowed", place / f"整改计划 {desk.today}.pdf")
    assert list(place.iterdir()) == []


@pytest.mark.skipif(shutil.which("chattr") is None or os.geteuid() != 0, reason="holding a file needs chattr")
def test_a_file_open_in_word_keeps_what_it_was_and_another_name_saves_it(
    page: QWidget, desk: Desk, place: Path, qtbot: QtBot
) -> None:
    held = place / "清单.pdf"
    held.write_bytes(OLD)
    if subprocess.run(["chattr", "+i", held], capture_output=True, check=False).returncode:
        pytest.skip("this disk does not let a file be held")
    said_then = told(desk, qtbot, lambda: page._saving.save_to(page._paper, str(held)))
    assert said_then == words("write.in_use", held)
    assert held.read_bytes() == OLD
    assert [one.name for one in place.iterdir()] == ["清单.pdf"]
    press(qtbot, page, "save")
    qtbot.waitUntil(lambda: there_is(page, "saved"))
    assert (place / f"整改计划 {desk.today}.pdf").read_bytes() == page._paper.pdf


def test_what_was_saved_before_under_the_same_name_is_never_written_over(
    page: QWidget, desk: Desk, place: Path, qtbot: QtBot
) -> None:
    before = place / f"整改计划 {desk.today}.docx"
    before.write_bytes(OLD)
    save_other(qtbot, page, "save_docx")
    qtbot.waitUntil(lambda: there_is(page, "saved"))
    assert before.read_bytes() == OLD
    assert find(page, "saved", QLabel).text() == f"已存好：整改计划 {desk.today} (2).docx"
    assert find(page, "open_folder", QPushButton).isVisible()
