"""Photos and files as proof: dropped, pasted or chosen, on a question and on the plan; seen, taken out."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QGuiApplication, QImage, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.main_window import MainWindow
from merchant_guard.domain.answers import Answer
from merchant_guard.domain.evidence import Evidence, MediaType, Subject
from merchant_guard.domain.plan import PlanItem
from merchant_guard.domain.question import Choice
from merchant_guard.services.open_check import OpenCheck
from tests.support.evidence_files import JPEG, PNG, heic, held_upright, pdf
from tests.support.pressing import find, press, said, there_is

Stored = Callable[[], OpenCheck]
Show = Callable[[str], MainWindow]

CRIME = "waybill.no-trading"


@pytest.fixture
def question(desk: Desk) -> str:
    """A question that was answered without note and evidence."""
    answers = desk.open_check.interview.answers
    return next(
        step.id for step in desk.open_check.interview.path if answers.get(step.id) == Answer(Choice.YES)
    )


@pytest.fixture
def item(desk: Desk) -> PlanItem:
    """Something to do whose row is shown, without proof."""
    return next(one for one in desk.plan.open_items if not one.remedy.is_inquiry)


@pytest.fixture
def show(desk: Desk, window: MainWindow) -> Show:
    def show_question(question: str) -> MainWindow:
        desk.go_to_step(next(step for step in desk.open_check.interview.path if step.id == question))
        window.activateWindow()
        settle()
        return window

    return show_question


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    place = tmp_path / "子账号名单.jpg"
    place.write_bytes(JPEG)
    return place


def settle() -> None:
    for _ in range(3):
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QApplication.processEvents()


def files(*places: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(place)) for place in places])
    return mime


def drag(page: QWidget, mime: QMimeData, at: QPoint) -> bool:
    """Drag something over a page; returns whether it would be taken."""
    event = QDragEnterEvent(
        at, Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(page, event)
    return event.isAccepted()


def drop(window: MainWindow, mime: QMimeData, at: QPoint | None = None) -> None:
    """Drag something over the page and let it go."""
    point = at or QPoint(300, 150)
    assert window.page is not None
    assert drag(window.page, mime, point)
    event = QDropEvent(
        QPointF(point),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(window.page, event)


def paste(qtbot: QtBot, window: MainWindow, mime: QMimeData) -> None:
    """Put something on the clipboard and press Ctrl+V where the focus is."""
    QGuiApplication.clipboard().setMimeData(mime)
    qtbot.keySequence(QApplication.focusWidget() or window, QKeySequence(QKeySequence.StandardKey.Paste))


def kept(desk: Desk, subject: Subject) -> list[Evidence]:
    check = desk.open_check
    return [check.kept[one] for one in check.evidence_of(subject)]


def wait_kept(qtbot: QtBot, desk: Desk, subject: Subject, count: int = 1) -> list[Evidence]:
    qtbot.waitUntil(lambda: len(desk.open_check.evidence_of(subject)) == count and desk.is_saved)
    return kept(desk, subject)


def problem(qtbot: QtBot, window: MainWindow) -> str:
    """What is said to be wrong, once it is said."""
    qtbot.waitUntil(lambda: there_is(window, "evidence_problem"))
    return find(window, "evidence_problem").accessibleName()


def row_of(window: MainWindow, item: PlanItem) -> QPoint:
    assert window.page is not None
    row = find(window.page, f"row_{item.id}")
    return row.mapTo(window.page, row.rect().center())


# --- on a question ----------------------------------------------------------------------------------


def test_a_photo_dropped_on_the_page_is_kept_with_the_answer(
    qtbot: QtBot, desk: Desk, show: Show, question: str, photo: Path, stored: Stored
) -> None:
    window = show(question)
    drop(window, files(photo))
    (evidence,) = wait_kept(qtbot, desk, Subject("question", question))
    assert (evidence.name, evidence.media_type) == ("子账号名单.jpg", MediaType.JPEG)
    assert there_is(window, f"evidence_{evidence.id}")
    assert stored().interview.answers[question].evidence == (evidence.id,)
    assert stored().kept[evidence.id] == evidence
    assert find(window, "save_state").accessibleName().startswith("已保存")


def test_several_files_dropped_at_once_are_kept_in_their_order(
    qtbot: QtBot, desk: Desk, show: Show, question: str, tmp_path: Path, stored: Stored
) -> None:
    made = {"b.jpg": JPEG, "a.png": PNG, "c.pdf": pdf()}
    for name, data in made.items():
        (tmp_path / name).write_bytes(data)
    drop(show(question), files(*(tmp_path / name for name in made)))
    names = [one.name for one in wait_kept(qtbot, desk, Subject("question", question), 3)]
    assert names == list(made)
    check = stored()
    assert [check.kept[one].name for one in check.interview.answers[question].evidence] == names


def test_while_a_file_is_dragged_the_page_says_where_to_drop_it(
    show: Show, question: str, photo: Path
) -> None:
    page = show(question).page
    assert page is not None
    assert drag(page, files(photo), QPoint(300, 150))
    veil = find(page, "drop_veil")
    assert veil.geometry() == page.rect()
    assert veil.accessibleName() == "拖到这里就行"
    QApplication.sendEvent(page, QDragLeaveEvent())
    assert not there_is(page, "drop_veil")


def test_words_are_not_taken_for_files(show: Show, question: str) -> None:
    words = QMimeData()
    words.setText("只是一句话")
    page = show(question).page
    assert page is not None
    assert not drag(page, words, QPoint(300, 150))
    assert not there_is(page, "drop_veil")


@pytest.mark.parametrize("place", ["the page", "the note"])
def test_a_pasted_screenshot_is_kept(place: str, qtbot: QtBot, desk: Desk, show: Show, question: str) -> None:
    window = show(question)
    if place == "the note":
        press(qtbot, window, "open_note")
        assert isinstance(QApplication.focusWidget(), QPlainTextEdit)
    image = QImage(30, 20, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    mime = QMimeData()
    mime.setImageData(image)
    paste(qtbot, window, mime)
    (evidence,) = wait_kept(qtbot, desk, Subject("question", question))
    assert evidence.media_type is MediaType.PNG
    assert evidence.name == "粘贴的图片 2026-11-30.png"


def test_a_picture_on_the_clipboard_is_kept_byte_by_byte(
    qtbot: QtBot, desk: Desk, show: Show, question: str
) -> None:
    mime = QMimeData()
    mime.setData("image/jpeg", JPEG)
    paste(qtbot, show(question), mime)
    (evidence,) = wait_kept(qtbot, desk, Subject("question", question))
    assert (evidence.media_type, evidence.size) == (MediaType.JPEG, len(JPEG))


@pytest.mark.parametrize("place", ["the page", "the note"])
def test_copied_files_are_pasted(
    place: str, qtbot: QtBot, desk: Desk, show: Show, question: str, photo: Path
) -> None:
    window = show(question)
    if place == "the note":
        press(qtbot, window, "open_note")
    paste(qtbot, window, files(photo))
    (evidence,) = wait_kept(qtbot, desk, Subject("question", question))
    assert evidence.name == photo.name
    assert not [note for note in window.findChildren(QPlainTextEdit) if note.toPlainText()]


def test_words_are_still_pasted_into_the_note(qtbot: QtBot, desk: Desk, show: Show, question: str) -> None:
    window = show(question)
    press(qtbot, window, "open_note")
    words = QMimeData()
    words.setText("周一问过平台")
    paste(qtbot, window, words)
    assert find(window, "note_text", QPlainTextEdit).toPlainText().endswith("周一问过平台")
    assert desk.open_check.evidence_of(Subject("question", question)) == ()


def test_pasting_words_on_the_page_says_what_can_be_pasted(qtbot: QtBot, show: Show, question: str) -> None:
    words = QMimeData()
    words.setText("只是一句话")
    window = show(question)
    paste(qtbot, window, words)
    assert problem(qtbot, window) == "没有可以粘贴的图片。先截个图，或者复制一个文件。"


def test_files_are_chosen_in_a_dialog(
    qtbot: QtBot, desk: Desk, show: Show, question: str, photo: Path
) -> None:
    window = show(question)
    press(qtbot, window, "add_photo")
    assert window.page is not None
    dialog = window.page.findChild(QFileDialog, "evidence_dialog")
    qtbot.waitUntil(dialog.isVisible)
    field = dialog.findChild(QLineEdit, "fileNameEdit")
    field.setText(str(photo))
    qtbot.keyClick(field, Qt.Key.Key_Return)
    (evidence,) = wait_kept(qtbot, desk, Subject("question", question))
    assert evidence.name == photo.name


def test_what_cannot_be_kept_is_told_on_the_page_and_the_rest_is_kept(
    qtbot: QtBot, desk: Desk, show: Show, question: str, photo: Path, tmp_path: Path
) -> None:
    (tmp_path / "IMG_1.heic").write_bytes(heic())
    window = show(question)
    drop(window, files(tmp_path / "IMG_1.heic", photo))
    wait_kept(qtbot, desk, Subject("question", question))
    assert "兼容性最佳" in problem(qtbot, window)
    drop(window, files(photo))
    qtbot.waitUntil(lambda: not there_is(window, "evidence_problem"))


def test_a_picture_still_on_a_web_page_is_told(qtbot: QtBot, show: Show, question: str) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.com/a.jpg")])
    window = show(question)
    drop(window, mime)
    assert "先存到这台电脑" in problem(qtbot, window)


def test_what_was_wrong_is_forgotten_when_the_page_is_left(
    qtbot: QtBot, desk: Desk, show: Show, question: str
) -> None:
    window = show(question)
    paste(qtbot, window, QMimeData())
    problem(qtbot, window)
    desk.walk.next_step()
    show(question)
    assert not there_is(window, "evidence_problem")


def test_a_photo_waits_for_the_answer(
    qtbot: QtBot, desk: Desk, show: Show, question: str, photo: Path, stored: Stored
) -> None:
    desk.check = desk.open_check.with_answer(question, None)
    window = show(question)
    drop(window, files(photo))
    (evidence,) = wait_kept(qtbot, desk, Subject("question", question))
    assert question not in desk.open_check.interview.answers
    press(qtbot, window, "answer_yes")
    assert desk.open_check.interview.answers[question].evidence == (evidence.id,)
    assert stored().interview.answers[question].evidence == (evidence.id,)


def test_where_the_law_forbids_it_nothing_is_to_be_written_nor_shown(
    show: Show, desk: Desk, photo: Path
) -> None:
    window = show(CRIME)
    assert not there_is(window, "add_photo")
    assert window.page is not None
    assert not drag(window.page, files(photo), QPoint(300, 150))


def test_what_was_only_named_in_an_answer_file_says_so(qtbot: QtBot, desk: Desk, show: Show) -> None:
    window = show("access.own-accounts")
    press(qtbot, window, "evidence_截图-子账号名单.png")
    qtbot.waitUntil(lambda: there_is(window, "evidence_unreadable"))
    assert "只记了“截图-子账号名单.png”这个名字" in find(window, "evidence_unreadable").accessibleName()


# --- looking at it ----------------------------------------------------------------------------------


def keep(qtbot: QtBot, desk: Desk, subject: Subject, name: str, data: bytes, folder: Path) -> Evidence:
    (folder / name).write_bytes(data)
    desk.proofs.give(subject, [folder / name])
    return wait_kept(qtbot, desk, subject)[0]


def shown_size(window: MainWindow) -> tuple[int, int]:
    picture = find(window, "evidence_picture", QAbstractButton)
    return picture.iconSize().toTuple()


def test_a_chip_opens_its_photo_beside_the_page_upright(
    qtbot: QtBot, desk: Desk, show: Show, question: str, tmp_path: Path
) -> None:
    window = show(question)
    subject = Subject("question", question)
    evidence = keep(qtbot, desk, subject, "竖拍.jpg", held_upright((600, 400)), tmp_path)
    press(qtbot, window, f"evidence_{evidence.id}")
    qtbot.waitUntil(lambda: there_is(window, "evidence_picture"))
    width, height = shown_size(window)
    assert height == pytest.approx(width * 1.5, abs=2)
    press(qtbot, window, "evidence_picture")
    qtbot.waitUntil(lambda: shown_size(window)[0] > width)
    press(qtbot, window, "close_evidence")
    settle()
    assert not there_is(window, "evidence_panel")
    assert QApplication.focusWidget() is find(window, f"evidence_{evidence.id}")


def test_the_pages_of_a_pdf_are_turned(
    qtbot: QtBot, desk: Desk, show: Show, question: str, tmp_path: Path
) -> None:
    window = show(question)
    evidence = keep(qtbot, desk, Subject("question", question), "协议.pdf", pdf(2), tmp_path)
    press(qtbot, window, f"evidence_{evidence.id}")
    qtbot.waitUntil(lambda: there_is(window, "proof_page_after"))
    assert "第 1 页 / 共 2 页" in said(window)
    press(qtbot, window, "proof_page_after")
    qtbot.waitUntil(lambda: "第 2 页 / 共 2 页" in said(window))


def test_beside_the_plan_a_photo_is_put_away_again(
    qtbot: QtBot, desk: Desk, window: MainWindow, item: PlanItem, tmp_path: Path
) -> None:
    desk.go_to_item(item.id)
    window.activateWindow()
    settle()
    evidence = keep(qtbot, desk, Subject("plan_item", item.id), "签字.png", PNG, tmp_path)
    press(qtbot, window, f"evidence_{evidence.id}")
    qtbot.waitUntil(lambda: there_is(window, "evidence_picture"))
    press(qtbot, window, "close_evidence")
    assert not there_is(window, "evidence_panel")
    assert QApplication.focusWidget() is find(window, f"evidence_{evidence.id}")


@pytest.mark.parametrize(("damage", "told"), [(b"", "坏了"), (None, "找不到")])
def test_a_file_that_is_damaged_or_gone_is_told(
    damage: bytes | None,
    told: str,
    qtbot: QtBot,
    desk: Desk,
    show: Show,
    question: str,
    tmp_path: Path,
    folder: Path,
) -> None:
    window = show(question)
    evidence = keep(qtbot, desk, Subject("question", question), "协议.jpg", JPEG, tmp_path)
    (sealed,) = (folder / "attachments").iterdir()
    sealed.unlink() if damage is None else sealed.write_bytes(damage)
    press(qtbot, window, f"evidence_{evidence.id}")
    qtbot.waitUntil(lambda: there_is(window, "evidence_unreadable"))
    assert told in find(window, "evidence_unreadable").accessibleName()
    show(question)
    chip = find(window, f"evidence_{evidence.id}", QAbstractButton)
    qtbot.waitUntil(lambda: told in chip.accessibleDescription())


# --- taking it out ----------------------------------------------------------------------------------


def test_what_is_taken_out_is_gone_from_the_disk_and_comes_back_with_undo(
    qtbot: QtBot,
    desk: Desk,
    show: Show,
    question: str,
    photo: Path,
    stored: Stored,
    folder: Path,
) -> None:
    window, subject = show(question), Subject("question", question)
    drop(window, files(photo))
    (evidence,) = wait_kept(qtbot, desk, subject)
    press(qtbot, window, f"take_out_{evidence.id}")
    assert not there_is(window, f"evidence_{evidence.id}")
    assert stored().interview.answers[question].evidence == ()
    assert list((folder / "attachments").iterdir()) == []
    press(qtbot, window, "undo")
    wait_kept(qtbot, desk, subject)
    assert there_is(window, f"evidence_{evidence.id}")
    assert stored().interview.answers[question].evidence == (evidence.id,)
    assert len(list((folder / "attachments").iterdir())) == 1


# --- on the plan ------------------------------------------------------------------------------------


def test_proof_is_kept_on_an_open_row(
    qtbot: QtBot, desk: Desk, window: MainWindow, item: PlanItem, photo: Path, stored: Stored
) -> None:
    desk.go_to_item(item.id)
    settle()
    assert there_is(window, "keep_proof")
    QApplication.clipboard().setMimeData(files(photo))
    qtbot.keySequence(window, QKeySequence(QKeySequence.StandardKey.Paste))
    (evidence,) = wait_kept(qtbot, desk, Subject("plan_item", item.id))
    assert there_is(window, f"evidence_{evidence.id}")
    assert stored().progress[item.id].proof == (evidence.id,)


def test_what_is_dropped_on_a_row_proves_that_row(
    qtbot: QtBot, desk: Desk, window: MainWindow, item: PlanItem, photo: Path, stored: Stored
) -> None:
    desk.go(desk.screen.PLAN)
    settle()
    page = window.page
    assert page is not None
    assert drag(page, files(photo), row_of(window, item))
    assert find(page, "drop_veil").height() == find(page, f"row_{item.id}").height()
    drop(window, files(photo), row_of(window, item))
    (evidence,) = wait_kept(qtbot, desk, Subject("plan_item", item.id))
    assert stored().progress[item.id].proof == (evidence.id,)


def test_with_no_row_open_a_paste_says_what_to_do(
    qtbot: QtBot, desk: Desk, window: MainWindow, photo: Path
) -> None:
    desk.open_item = None
    desk.go(desk.screen.PLAN)
    window.activateWindow()
    settle()
    with qtbot.waitSignal(desk.said) as heard:
        paste(qtbot, window, files(photo))
    assert heard.args == ["先点开要留证据的那件事，再粘贴"]


def test_done_without_proof_leads_to_keeping_it(
    qtbot: QtBot, desk: Desk, window: MainWindow, item: PlanItem, photo: Path
) -> None:
    desk.go(desk.screen.PLAN)
    settle()
    assert not there_is(window, f"keep_{item.id}")
    press(qtbot, window, f"tick_{item.id}")
    press(qtbot, window, f"keep_{item.id}")
    assert window.page is not None
    dialog = window.page.findChild(QFileDialog, "evidence_dialog")
    qtbot.waitUntil(dialog.isVisible)
    dialog.findChild(QLineEdit, "fileNameEdit").setText(str(photo))
    qtbot.keyClick(dialog.findChild(QLineEdit, "fileNameEdit"), Qt.Key.Key_Return)
    (evidence,) = wait_kept(qtbot, desk, Subject("plan_item", item.id))
    assert there_is(window, f"evidence_{evidence.id}")
    assert not there_is(window, f"keep_{item.id}")


# --- the sample -------------------------------------------------------------------------------------


def test_the_sample_shop_takes_nothing(
    qtbot: QtBot, desk: Desk, show: Show, question: str, photo: Path, folder: Path
) -> None:
    desk.show_sample()
    qtbot.waitUntil(lambda: desk.is_sample)
    window = show(question)
    before = desk.open_check.evidence_of(Subject("question", question))
    with qtbot.waitSignal(desk.said):
        drop(window, files(photo))
    settle()
    assert desk.open_check.evidence_of(Subject("question", question)) == before
    assert not (folder / "attachments").exists()
