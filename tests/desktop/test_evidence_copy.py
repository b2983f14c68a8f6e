"""A copy of a photo for others: on the desktop or elsewhere, and the panel says what was taken out."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.main_window import MainWindow
from merchant_guard.domain.evidence import Subject
from merchant_guard.localization import translator
from tests.support.evidence_files import JPEG, pdf, photo_with_place
from tests.support.pressing import find, press, said, there_is

words = translator("zh")
TAKEN_OUT = "Place and time of the photo were taken out; 2000 pixels wide or high at most"
AS_IT_IS = "The PDF was saved as it is: what it says of itself cannot be taken out"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home with a desktop."""
    (tmp_path / "home" / "Desktop").mkdir(parents=True)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home" / "config"))
    return tmp_path / "home"


def look_at(qtbot: QtBot, desk: Desk, window: MainWindow, given: Path) -> None:
    """Keep a file and open it beside the page."""
    question = next(step.id for step in desk.open_check.interview.path if not step.is_profile)
    desk.go_to_step(next(step for step in desk.open_check.interview.path if step.id == question))
    subject = Subject("question", question)
    before = desk.open_check.evidence_of(subject)
    desk.proofs.give(subject, [given])
    qtbot.waitUntil(lambda: len(desk.open_check.evidence_of(subject)) > len(before))
    press(qtbot, window, f"evidence_{desk.open_check.evidence_of(subject)[-1]}")
    qtbot.waitUntil(lambda: there_is(window, "evidence_picture"))


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    place = tmp_path / "面单 20261130_091500.jpg"
    place.write_bytes(photo_with_place((2400, 120)))
    return place


def test_a_copy_goes_to_the_desktop_and_says_what_was_taken_out(
    qtbot: QtBot, desk: Desk, window: MainWindow, home: Path, photo: Path
) -> None:
    look_at(qtbot, desk, window, photo)
    press(qtbot, window, "give_copy")
    qtbot.waitUntil(lambda: there_is(window, "saved"))
    copy = home / "Desktop" / "面单.jpg"
    with Image.open(copy) as picture:
        assert picture.size == (2000, 100)
        assert dict(picture.getexif()) == {}
    assert words(TAKEN_OUT) in said(window)
    assert find(window, "saved", QLabel).toolTip() == str(copy)
    assert window.focusWidget() is find(window, "open_folder", QPushButton)


def test_a_second_copy_does_not_lie_over_another_file(
    qtbot: QtBot, desk: Desk, window: MainWindow, home: Path, photo: Path
) -> None:
    (home / "Desktop" / "面单.jpg").write_bytes(JPEG)
    look_at(qtbot, desk, window, photo)
    press(qtbot, window, "give_copy")
    qtbot.waitUntil((home / "Desktop" / "面单 (2).jpg").exists)
    assert (home / "Desktop" / "面单.jpg").read_bytes() == JPEG


def test_a_copy_goes_where_the_person_says(
    qtbot: QtBot, desk: Desk, window: MainWindow, home: Path, photo: Path
) -> None:
    look_at(qtbot, desk, window, photo)
    press(qtbot, window, "give_copy")
    qtbot.waitUntil(lambda: there_is(window, "give_copy_elsewhere"))
    press(qtbot, window, "give_copy_elsewhere")
    dialog = find(window, "copy_dialog", QFileDialog)
    qtbot.waitUntil(dialog.isVisible)
    dialog.findChild(QLineEdit, "fileNameEdit").setText(str(home / "给平台看"))
    dialog.accept()
    qtbot.waitUntil((home / "给平台看.jpg").exists)
    qtbot.waitUntil(lambda: find(window, "saved", QLabel).toolTip() == str(home / "给平台看.jpg"))


def test_a_pdf_says_that_nothing_could_be_taken_out(
    qtbot: QtBot, desk: Desk, window: MainWindow, home: Path, tmp_path: Path
) -> None:
    (tmp_path / "协议.pdf").write_bytes(pdf(2))
    look_at(qtbot, desk, window, tmp_path / "协议.pdf")
    press(qtbot, window, "give_copy")
    qtbot.waitUntil(lambda: words(AS_IT_IS) in said(window))
    assert (home / "Desktop" / "协议.pdf").read_bytes() == pdf(2)
    assert words(TAKEN_OUT) not in said(window)


def test_a_place_that_cannot_be_written_is_told(
    qtbot: QtBot, desk: Desk, window: MainWindow, home: Path, photo: Path
) -> None:
    look_at(qtbot, desk, window, photo)
    (home / "folder.jpg").mkdir()
    press(qtbot, window, "give_copy")
    qtbot.waitUntil(lambda: there_is(window, "give_copy_elsewhere"))
    from merchant_guard.desktop.panels.evidence_copy import EvidenceCopy  # noqa: PLC0415

    with qtbot.waitSignal(desk.save_failed) as told:
        window.findChild(EvidenceCopy)._save_to(str(home / "folder.jpg"))
    assert "folder.jpg" in told.args[0]
