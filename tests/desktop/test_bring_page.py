"""我有备份或去年的计划: a file dropped, chosen or pasted leads on, or is refused with one sentence."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from merchant_guard.desktop.background import Background
from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.main_window import MainWindow
from merchant_guard.desktop.screens import Screen
from merchant_guard.documents.plan_pdf import plan_pdf
from merchant_guard.domain.interview import QuestionStep
from merchant_guard.domain.question import Choice
from merchant_guard.domain.shop import Shop
from merchant_guard.domain.stage import Stage
from merchant_guard.services.make_plan import make_plan
from merchant_guard.services.open_check import OpenCheck
from merchant_guard.services.run_self_check import run_self_check
from tests.support.pressing import find, said, there_is
from tests.support.real_content import bank
from tests.support.shops import SAMPLES, read_shop

Press = Callable[[QWidget, str], None]
Wait = Callable[[], None]


@pytest.fixture
def window(new_desk: Desk, show_window: Callable[[Desk], MainWindow]) -> MainWindow:
    return show_window(new_desk)


@pytest.fixture
def wait(qtbot: QtBot, background: Background) -> Wait:
    """Wait until everything asked for is done and shown."""

    def until_idle() -> None:
        qtbot.waitUntil(lambda: background.is_idle)
        QApplication.processEvents()

    return until_idle


@cache
def plan_of_sample() -> bytes:
    file = read_shop(SAMPLES[0])
    day = file.check.checked_on or date(2026, 11, 21)
    made = make_plan(run_self_check(bank(), file.shop, file.check), file.check, day)
    return plan_pdf(made.assessment, made.plan, made.checked_on, "zh").data


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    place = tmp_path / "整改计划 2026-11-21.pdf"
    place.write_bytes(plan_of_sample())
    return place


@pytest.fixture
def exported(tmp_path: Path) -> Path:
    return Path(shutil.copy(SAMPLES[0], tmp_path / "我的店.json"))


def files(*places: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(place)) for place in places])
    return mime


def drop(target: QWidget, mime: QMimeData) -> bool:
    """Drag something over a widget's window and let it go there; whether the window took it."""
    window, action = target.window(), Qt.DropAction.CopyAction
    where = target.mapTo(window, target.rect().center())
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(where), action, mime, buttons, keys)
    entering.ignore()
    QApplication.sendEvent(window, entering)
    if entering.isAccepted():
        QApplication.sendEvent(window, QDropEvent(where.toPointF(), action, mime, buttons, keys))
        QApplication.processEvents()
    return entering.isAccepted()


def problem(window: MainWindow) -> str:
    return find(window, "bring_problem").accessibleName() if there_is(window, "bring_problem") else ""


# --- the way there --------------------------------------------------------------------------------------


def test_the_first_start_leads_here_and_back(window: MainWindow, new_desk: Desk, press: Press) -> None:
    assert window.findChild(QAbstractButton, "bring").text().strip() == "我有备份或去年的计划"
    press(window, "bring")
    assert new_desk.screen is Screen.BRING
    assert window.page.first_focus().hasFocus()
    assert problem(window) == ""
    press(window, "leave")
    assert new_desk.screen is Screen.FIRST_RUN


# --- what comes back ------------------------------------------------------------------------------------


def test_a_chosen_self_check_is_the_shop_with_everything(
    window: MainWindow,
    new_desk: Desk,
    press: Press,
    exported: Path,
    qtbot: QtBot,
    wait: Wait,
    stored: Callable[[], OpenCheck],
) -> None:
    press(window, "bring")
    press(window, "choose_file")
    dialog = window.findChild(QFileDialog, "open_dialog")
    qtbot.waitUntil(dialog.isVisible)
    dialog.findChild(QLineEdit, "fileNameEdit").setText(str(exported))
    with qtbot.waitSignal(new_desk.said) as toast:
        qtbot.keyClick(dialog.findChild(QLineEdit, "fileNameEdit"), Qt.Key.Key_Return)
    wait()
    file = read_shop(exported)
    assert new_desk.screen is Screen.HOME
    assert toast.args == [f"都取回来了，一共 {len(file.check.answers)} 题的答案"]
    assert new_desk.open_check == stored()
    assert (new_desk.open_check.shop, new_desk.open_check.interview.answers) == (
        file.shop,
        file.check.answers,
    )
    previous = new_desk.open_check.previous
    assert replace(previous, wording=None) == file.check.previous
    assert previous.wording.questions.keys() == previous.answers.keys()


def test_a_pasted_self_check_comes_in_by_keyboard(
    window: MainWindow, new_desk: Desk, press: Press, exported: Path, qtbot: QtBot, wait: Wait
) -> None:
    QGuiApplication.clipboard().setText(exported.read_text("utf-8"))
    press(window, "bring")
    window.activateWindow()
    with qtbot.waitSignal(new_desk.said):
        qtbot.keyClick(window.page.first_focus(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    wait()
    assert new_desk.open_check.shop == read_shop(exported).shop


def test_a_copied_file_is_pasted(
    window: MainWindow, new_desk: Desk, press: Press, plan: Path, qtbot: QtBot, wait: Wait
) -> None:
    QGuiApplication.clipboard().setMimeData(files(plan))
    press(window, "bring")
    with qtbot.waitSignal(new_desk.said):
        press(window, "paste")
    wait()
    assert new_desk.open_check.previous is not None


@pytest.mark.parametrize("start", [Screen.FIRST_RUN, Screen.PROFILE, Screen.BRING])
def test_a_plan_dropped_anywhere_on_the_first_start_stands_beside_the_questions(
    window: MainWindow, new_desk: Desk, plan: Path, qtbot: QtBot, wait: Wait, start: Screen
) -> None:
    new_desk.go(start)
    with qtbot.waitSignal(new_desk.said) as toast:
        assert drop(window.page, files(plan))
    wait()
    check = new_desk.open_check
    assert new_desk.screen is Screen.PROFILE
    assert toast.args == [f"取回去年 {len(check.previous.answers)} 题的答案，今年由你一题一题确认"]
    assert check.interview.answers == {}
    new_desk.describe_shop(Shop("", check.previous.profile))
    new_desk.check = new_desk.open_check.at(None, Stage.FULL)
    seen = []
    for question in check.interview.with_profile(check.previous.profile).sheet.questions:
        before = check.previous.answers[question.id]
        new_desk.go_to_step(QuestionStep(question))
        rows = {f"answer_{choice}": choice for choice in Choice if choice is not Choice.NOT_APPLICABLE}
        rows["not_applicable"] = Choice.NOT_APPLICABLE
        marked = [choice for name, choice in rows.items() if is_marked(window, name)]
        assert marked == [before.choice], question.id
        seen.append(question.id)
    assert len(seen) > 20
    wait()


def is_marked(window: MainWindow, name: str) -> bool:
    return window.page.findChild(QAbstractButton, name).accessibleDescription() == "去年选的"


# --- what does not --------------------------------------------------------------------------------------


def test_something_else_is_refused_in_place_and_the_next_one_taken(
    window: MainWindow, new_desk: Desk, tmp_path: Path, plan: Path, qtbot: QtBot, wait: Wait
) -> None:
    note = tmp_path / "记事.txt"
    note.write_text("店里的事", "utf-8")
    assert drop(window.page, files(note))
    wait()
    assert new_desk.screen is Screen.BRING
    assert problem(window) == "这不是导出的自查（.json），也不是这个软件存的计划（.pdf）。请选这两种之一。"
    assert find(window, "choose_file").hasFocus()
    assert drop(window.page, files(plan))
    wait()
    assert new_desk.screen is Screen.PROFILE


def test_several_files_and_an_empty_clipboard_are_told(
    window: MainWindow, new_desk: Desk, press: Press, plan: Path, exported: Path
) -> None:
    assert drop(window.page, files(plan, exported))
    assert problem(window) == "这里有 2 个文件。一次只拿一个。"
    QGuiApplication.clipboard().clear()
    press(window, "paste")
    assert problem(window) == "没有可粘贴的文件或文字。先复制，再到这里粘贴。"
    assert new_desk.check is None


def test_a_sentence_speaks_the_language_and_goes_with_the_screen(
    window: MainWindow, new_desk: Desk, press: Press, tmp_path: Path, wait: Wait
) -> None:
    backup = tmp_path / "2027.mgbak"
    backup.write_bytes(b"x")
    drop(window.page, files(backup))
    wait()
    assert "这不是商户隐私自查的备份。备份文件的结尾是 .mgbak。" in said(window.page)
    press(window, "back")
    assert problem(window) == ""


def test_while_it_is_read_the_page_says_so(
    window: MainWindow, new_desk: Desk, plan: Path, wait: Wait
) -> None:
    drop(window.page, files(plan))
    assert new_desk.screen is Screen.BRING
    assert "正在读……" in said(window.page)
    assert not drop(window.page, files(plan)), "one at a time"
    wait()
    assert new_desk.screen is Screen.PROFILE


def test_later_nothing_is_taken_by_dropping(
    desk: Desk, show_window: Callable[[Desk], MainWindow], plan: Path
) -> None:
    window, before = show_window(desk), desk.open_check
    assert not drop(window.page, files(plan))
    assert desk.open_check == before
