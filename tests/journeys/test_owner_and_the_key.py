"""The owner and the key of the data: a new Windows, a password, a forgotten one, a damaged file."""

import logging
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from merchant_guard.desktop.application import make_window, open_data
from merchant_guard.desktop.background import Background
from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.main_window import MainWindow
from merchant_guard.desktop.screens import Screen
from merchant_guard.desktop.theme.look import Look
from merchant_guard.domain.answers import Answer
from merchant_guard.domain.question import Choice
from merchant_guard.services.back_up import back_up
from merchant_guard.services.recover import groups_of
from merchant_guard.services.workspace import Workspace, open_workspace
from merchant_guard.storage import data_folder
from merchant_guard.storage.copies import Copies
from merchant_guard.storage.key_record import InFile, InKeyring, UnderPassword
from merchant_guard.storage.keys import KeyKeeper, StoreKey, store_key
from merchant_guard.system.settings import Settings, load_settings
from tests.support.every_screen import settle
from tests.support.keyrings import TestKeyring, keyring
from tests.support.pdfs import Pdf
from tests.support.pressing import find, press, said, there_is
from tests.support.spoken_tree import heard
from tests.support.windows import TODAY

__all__ = ["keyring"]

PASSWORD, OTHER = "三月里的小雨 2026", "another long password"
MOMENT = datetime(2026, 11, 28, 19, 40).astimezone()


class Shop:
    """A computer with the app: a window over a data folder, opened as `app` does."""

    def __init__(self, folder: Path, qapp: QApplication, background: Background, qtbot: QtBot) -> None:
        self.folder, self._qtbot, self._background = folder, qtbot, background
        self.desk = Desk(background, Look(), TODAY)
        self.desk.adopt(folder, load_settings(folder))
        self.window: MainWindow = make_window(qapp, self.desk)
        qtbot.addWidget(self.window)
        self.window.show_waiting()
        self.window.show()
        qtbot.waitExposed(self.window)
        with qtbot.waitSignal(self.desk.went):
            open_data(self.desk, background, folder)
        self.settle()

    def settle(self) -> None:
        """Wait for what runs beside the window, and for what follows from it."""
        for _ in range(3):
            self._qtbot.waitUntil(lambda: self._background.is_idle)
            settle()

    def press(self, name: str) -> None:
        press(self._qtbot, self.window, name)
        self.settle()

    def type(self, name: str, text: str, *, enter: bool = False) -> None:
        """As with an input method, into a field of this name."""
        field = find(self.window, name, QLineEdit)
        field.setFocus()
        field.selectAll()
        field.insert(text)
        if enter:
            self._qtbot.keyClick(field, Qt.Key.Key_Return)
            self.settle()

    def type_card(self, groups: list[str]) -> None:
        for number, group in enumerate(groups, start=1):
            field = find(self.window, f"card_group_{number}", QLineEdit)
            field.setFocus()
            field.selectAll()
            self._qtbot.keyClicks(field, group)

    def words(self, name: str) -> str:
        return find(self.window, name, QLabel).accessibleName()

    def close(self) -> None:
        if self.desk.is_open:
            self.desk.in_store(lambda workspace: workspace.database.close(), lambda _none: None, _fail)
            self.settle()
            self.desk.close()
        if isValid(self.window):
            self.window.close()


def _fail(error: BaseException) -> None:
    raise error


Start = Callable[[], Shop]


@pytest.fixture
def start(folder: Path, qapp: QApplication, background: Background, qtbot: QtBot) -> Iterator[Start]:
    """Start the window over the folder; whatever was started is closed at the end."""
    shops: list[Shop] = []

    def begin() -> Shop:
        for before in shops:
            before.close()
        shops.append(Shop(folder, qapp, background, qtbot))
        return shops[-1]

    yield begin
    for shop in shops:
        shop.close()


def card_of(folder: Path, password: str | None = None) -> list[str]:
    with open_workspace(folder, password) as workspace:
        return list(groups_of(workspace))


def kept(folder: Path) -> object:
    return KeyKeeper(folder, StoreKey(bytes(32))).kept


def spoken(shop: Shop) -> str:
    """All that a screen reader could say of the window, fields included."""
    return " ".join(f"{one.name} {one.description}" for one in heard(shop.window))


# --- a new Windows, D: kept -----------------------------------------------------------------------------


def test_after_a_new_windows_the_card_opens_what_was_kept_on_another_disk(
    folder: Path, start: Start, keyring: TestKeyring
) -> None:
    first = start()
    assert first.desk.screen is Screen.HOME
    first.close()
    card = card_of(folder)
    store = (folder / data_folder.STORE_NAME).read_bytes()
    keyring.lose()

    shop = start()
    assert shop.desk.screen is Screen.RESCUE
    assert shop.words("page_title") == "数据还在，钥匙不在了"
    assert str(folder) in shop.words("data_place")
    assert (folder / data_folder.STORE_NAME).read_bytes() == store, "nothing was changed"
    assert not there_is(shop.window, "rail"), "there is nothing to go to"

    slipped = [*card[:6], card[6][::-1] if card[6] != card[6][::-1] else "999999", *card[7:]]
    shop.type_card(slipped)
    assert shop.words("card_slip").startswith("第 7 组对不上")
    shop.press("open_with_card")
    assert shop.desk.screen is Screen.RESCUE
    assert QApplication.focusWidget() is find(shop.window, "card_group_7")
    shop.type("card_group_7", card[6])
    shop.window.page.findChild(QLineEdit, "card_group_7").textEdited.emit(card[6])
    assert not there_is(shop.window, "card_slip")
    shop.press("open_with_card")
    assert shop.desk.screen is Screen.HOME
    assert shop.desk.check is not None
    assert isinstance(kept(folder), InKeyring), "it is in the new keyring"


def test_a_card_pasted_whole_fills_all_groups_and_one_of_another_shop_is_told(
    folder: Path, tmp_path: Path, start: Start, keyring: TestKeyring
) -> None:
    start().close()
    other = card_of(tmp_path / "other")
    card = card_of(folder)
    keyring.lose()
    shop = start()
    field = find(shop.window, "card_group_1", QLineEdit)
    for text, outcome in ((other, Screen.RESCUE), (card, Screen.HOME)):
        field = find(shop.window, "card_group_1", QLineEdit)
        field.setText("")
        field.insert("－".join(text))
        field.textEdited.emit(field.text())
        shop.press("open_with_card")
        assert shop.desk.screen is outcome
        if outcome is Screen.RESCUE:
            assert shop.words("card_problem") == "这张恢复卡是别的数据的。找找这家店的那一张。"


def test_a_backup_with_a_password_opens_what_has_no_key_any_more(
    folder: Path, tmp_path: Path, start: Start, keyring: TestKeyring
) -> None:
    start().close()
    with open_workspace(folder) as workspace:
        backup = back_up(workspace, tmp_path, MOMENT, PASSWORD).path
    keyring.lose()
    shop = start()
    shop.press("way_backup")
    shop.desk.opening.rescue.look_at(backup)
    shop.settle()
    shop.type("backup_secret", OTHER, enter=True)
    assert shop.words("backup_problem").startswith("这不是这份备份的密码")
    shop.type("backup_secret", PASSWORD, enter=True)
    assert "2026-11-28 19:40 做的" in shop.words("backup_seen")
    assert shop.desk.screen is Screen.RESCUE, "looked at, not put back"
    shop.press("use_backup")
    assert shop.desk.screen is Screen.HOME
    assert list((folder / data_folder.BACKUPS_NAME).glob("store-before-*.db")), "what was here is kept aside"


def test_a_locked_keyring_is_asked_again(start: Start, keyring: TestKeyring) -> None:
    start().close()
    keyring.lock()
    shop = start()
    assert (shop.desk.screen, shop.words("page_title")) == (Screen.RESCUE, "钥匙串没有打开")
    shop.press("try_again")
    assert shop.desk.screen is Screen.RESCUE
    keyring.unlock()
    shop.press("try_again")
    assert shop.desk.screen is Screen.HOME


# --- the password ---------------------------------------------------------------------------------------


def test_a_password_is_set_changed_typed_wrong_and_forgotten(
    folder: Path, start: Start, keyring: TestKeyring, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    shop = start()
    shop.desk.go(Screen.SETTINGS)
    shop.settle()
    shop.press("set_password")
    shop.type("new_password", "1234567", enter=True)
    assert shop.words("error_new_password") == "密码太短，至少 8 个字符。"
    shop.type("new_password", PASSWORD)
    shop.type("new_password_again", OTHER)
    shop.press("save_password")
    assert shop.words("error_new_password_again") == "两遍不一样，再输一遍。"
    shop.type("new_password_again", PASSWORD)
    shop.press("save_password")
    assert isinstance(kept(folder), UnderPassword)
    assert not keyring.entries, "the keyring has nothing of it any more"

    shop.press("set_password")
    shop.type("current_password", OTHER)
    shop.type("new_password", OTHER)
    shop.type("new_password_again", OTHER)
    shop.press("save_password")
    assert shop.words("error_current_password").startswith("密码不对")
    shop.type("current_password", PASSWORD)
    shop.press("save_password")
    card = card_of(folder, OTHER)

    locked = start()
    assert locked.desk.screen is Screen.UNLOCK
    locked.type("password", PASSWORD, enter=True)
    assert locked.words("error_password").startswith("密码不对")
    assert PASSWORD not in spoken(locked) + locked.window.windowTitle()
    locked.type("password", OTHER, enter=True)
    assert locked.desk.screen is Screen.HOME

    forgotten = start()
    forgotten.press("forgot")
    assert forgotten.words("page_title") == "忘了密码"
    forgotten.press("remembered")
    assert forgotten.desk.screen is Screen.UNLOCK
    forgotten.press("forgot")
    forgotten.type_card(card)
    assert not [group for group in card if group in said(forgotten.window)]
    forgotten.press("open_with_card")
    assert forgotten.desk.screen is Screen.HOME
    assert isinstance(kept(folder), InKeyring), "the password is gone"
    told = caplog.text
    assert not [secret for secret in (PASSWORD, OTHER, *card) if secret in told]


def test_a_password_goes_again_and_the_key_into_the_keyring(
    folder: Path, start: Start, keyring: TestKeyring
) -> None:
    start().close()
    with open_workspace(folder) as workspace:
        workspace.keys.keep_under_password(PASSWORD)
    shop = start()
    shop.type("password", PASSWORD, enter=True)
    shop.desk.go(Screen.SETTINGS)
    shop.settle()
    shop.press("remove_password")
    shop.type("current_password", OTHER, enter=True)
    assert isinstance(kept(folder), UnderPassword), "it takes the password to be rid of it"
    shop.type("current_password", PASSWORD, enter=True)
    assert isinstance(kept(folder), InKeyring)


def test_while_it_is_locked_the_window_says_what_is_due_and_nothing_else(folder: Path, start: Start) -> None:
    shop = start()
    shop.desk.opening._writer.write()
    shop.settle()
    name = shop.desk.open_check.shop.name
    with_password = shop.desk.keeping
    with_password.set_password(PASSWORD, None, lambda _problem: None)
    shop.settle()
    locked = start()
    assert locked.desk.screen is Screen.UNLOCK
    assert locked.words("known")
    assert name not in " ".join(said(locked.window))


def test_a_change_of_the_password_that_is_killed_leaves_one_of_the_two(
    folder: Path, start: Start, qtbot: QtBot
) -> None:
    """Killed where the new record lies beside the old one and has not its name yet, and right after."""
    with open_workspace(folder) as workspace:
        workspace.keys.keep_under_password(PASSWORD)
    for kill_before, opens in ((True, PASSWORD), (False, OTHER)):
        script = KILLED.format(folder=str(folder), old=PASSWORD, new=OTHER, before=kill_before)
        done = subprocess.run([sys.executable, "-c", script], check=False, cwd=Path.cwd())
        assert done.returncode == -signal.SIGKILL
        shop = start()
        assert shop.desk.screen is Screen.UNLOCK
        shop.type("password", opens, enter=True)
        assert shop.desk.screen is Screen.HOME


KILLED = """
import os, signal
from pathlib import Path
from merchant_guard.services.keep_key import set_password
from merchant_guard.services.workspace import open_workspace

replace = Path.replace

def killed(self, target):
    if {before} or replace(self, target):
        os.kill(os.getpid(), signal.SIGKILL)

with open_workspace(Path({folder!r}), {old!r}) as workspace:
    Path.replace = killed
    set_password(workspace, {new!r}, {old!r})
"""


# --- no keyring -----------------------------------------------------------------------------------------


def test_without_a_keyring_home_says_so_once_and_takes_no_for_an_answer(folder: Path, start: Start) -> None:
    shop = start()
    assert "没有钥匙串" in shop.words("bare_key_words")
    shop.press("bare_key_leave")
    assert not there_is(shop.window, "bare_key")
    assert kept(folder) == InFile(store_key(folder).raw, is_chosen=True)
    assert not there_is(start().window, "bare_key")


def test_from_the_banner_it_is_one_press_to_the_password(folder: Path, start: Start) -> None:
    shop = start()
    shop.press("bare_key_password")
    assert shop.desk.screen is Screen.SETTINGS
    assert QApplication.focusWidget() is find(shop.window, "new_password")


# --- the card -------------------------------------------------------------------------------------------


def test_a_card_is_offered_after_the_first_result_and_saved_where_somebody_says(
    folder: Path, tmp_path: Path, start: Start, keyring: TestKeyring
) -> None:
    shop = start()
    desk = shop.desk
    desk.preferences.choose(Settings(remind=False))
    desk.note_finished()
    desk.go(Screen.HOME)
    shop.settle()
    shop.press("card_offer_make")
    assert desk.screen is Screen.CARD
    before = set(folder.rglob("*"))
    QApplication.clipboard().clear()
    (tmp_path / "stick").mkdir()
    shop.press("save_card_pdf")
    dialog = shop.window.findChild(QFileDialog, "save_dialog")
    dialog.fileSelected.emit(str(tmp_path / "stick" / "card"))
    dialog.close()
    shop.settle()
    (file,) = (tmp_path / "stick").iterdir()
    assert file.name == "card.pdf"
    text = Pdf(file.read_bytes()).text()
    card = card_of_open(shop)
    assert all(group in text for group in card)
    assert not QApplication.clipboard().text()
    left = {place for place in set(folder.rglob("*")) - before if place.is_file()}
    assert not [place for place in left if any(group.encode() in place.read_bytes() for group in card)]
    assert not [group for group in card if group in spoken(shop)]

    desk.go(Screen.HOME)
    shop.settle()
    assert not there_is(shop.window, "card_offer")
    desk.go(Screen.SETTINGS)
    shop.settle()
    assert shop.words("card_told").startswith(TODAY.isoformat())
    assert load_settings(folder).ways_back["card"] == TODAY.isoformat()


def card_of_open(shop: Shop) -> list[str]:
    found: list[list[str]] = []

    def read(workspace: Workspace) -> list[str]:
        return list(groups_of(workspace))

    shop.desk.in_store(read, found.append, _fail)
    shop.settle()
    return found[0]


# --- a damaged store ------------------------------------------------------------------------------------


def damage(folder: Path) -> bytes:
    store = folder / data_folder.STORE_NAME
    data = bytearray(store.read_bytes())
    data[len(data) // 2] ^= 0xFF
    store.write_bytes(data)
    return bytes(data)


def test_a_damaged_store_gives_way_to_its_copy_and_that_can_be_taken_back(folder: Path, start: Start) -> None:
    with open_workspace(folder) as workspace:
        Copies(folder, workspace.database.key).keep_day(date(2026, 11, 28))
    made = next((folder / "backups").glob("store-*.db"))
    before = (MOMENT - timedelta(days=1)).timestamp()
    os.utime(made, (before, before))
    broken = damage(folder)

    shop = start()
    assert shop.words("page_title") == "数据文件坏了"
    assert "2026-11-27 19:40" in shop.words("copy_day")
    assert (folder / data_folder.STORE_NAME).read_bytes() == broken, "nothing is done by itself"
    shop.press("use_copy")
    assert shop.desk.screen is Screen.HOME
    (aside,) = (folder / "backups").glob("store-before-*.db")
    # The first page says how the store is journalled, and that is ended before anything is put aside.
    assert aside.read_bytes()[4096:] == broken[4096:]
    shop.desk.answer("access.own-accounts", Answer(Choice.YES))
    shop.settle()

    shop.press("undo")
    assert shop.words("page_title") == "数据文件坏了"
    assert (folder / data_folder.STORE_NAME).read_bytes()[4096:] == broken[4096:]
    shop.press("use_copy")
    assert shop.desk.screen is Screen.HOME


def test_a_damaged_store_without_a_copy_says_so_and_begins_nothing_new(folder: Path, start: Start) -> None:
    shutil.rmtree(folder / "backups", ignore_errors=True)
    broken = damage(folder)
    shop = start()
    assert shop.words("copy_told").startswith("这台电脑上没找到能用的副本")
    shop.press("try_again")
    assert shop.desk.screen is Screen.RESCUE
    assert (folder / data_folder.STORE_NAME).read_bytes() == broken


def test_a_damaged_store_under_a_password_is_asked_for_it_first(folder: Path, start: Start) -> None:
    with open_workspace(folder) as workspace:
        workspace.keys.keep_under_password(PASSWORD)
        Copies(folder, workspace.database.key).keep_day(date(2026, 11, 28))
    damage(folder)
    shop = start()
    shop.type("password", PASSWORD, enter=True)
    assert there_is(shop.window, "use_copy")
    shop.press("use_copy")
    assert shop.desk.screen is Screen.HOME


# --- what else is in the way ----------------------------------------------------------------------------


def test_a_store_of_a_newer_version_is_left_alone_and_can_be_tried_again(folder: Path, start: Start) -> None:
    with open_workspace(folder) as workspace, workspace.database.transaction() as connection:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        connection.execute(f"PRAGMA user_version = {version + 1}")
    shop = start()
    assert (shop.desk.screen, shop.words("page_title")) == (Screen.RESCUE, "数据是新版软件写的")
    assert QApplication.focusWidget() is find(shop.window, "try_again")
    assert not there_is(shop.window, "way"), "nothing is to be put back over it"


def test_a_folder_that_cannot_be_written_is_tried_again_once_it_can(folder: Path, start: Start) -> None:
    key = folder / data_folder.KEY_NAME
    aside = key.rename(folder.parent / "store.key")
    key.mkdir()
    shop = start()
    assert shop.desk.screen is Screen.RESCUE
    key.rmdir()
    aside.rename(key)
    shop.press("try_again") if there_is(shop.window, "try_again") else shop.desk.opening.try_again()
    shop.settle()
    assert shop.desk.screen is Screen.HOME


def test_deleting_that_was_interrupted_goes_on_at_the_next_start(folder: Path, start: Start) -> None:
    (folder / data_folder.KEY_NAME).unlink()
    (folder / "deleting").touch()
    assert start().desk.screen is Screen.FIRST_RUN


def test_pages_of_a_locked_store_hold_no_widget_with_its_digits_or_password(
    folder: Path, start: Start
) -> None:
    with open_workspace(folder) as workspace:
        workspace.keys.keep_under_password(PASSWORD)
    shop = start()
    shop.type("password", PASSWORD)
    shop.press("forgot")
    holding = [one for one in shop.window.findChildren(QWidget) if PASSWORD in str(one.property("text"))]
    assert not holding
