from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from merchant_guard.desktop.screens import Screen
from merchant_guard.desktop.widgets.sheet_picture import SheetPicture
from merchant_guard.domain.answers import Progress
from merchant_guard.services.sample_shop import SAMPLE_DAY
from tests.desktop.conftest import TODAY


def words_on(widget) -> str:
    return "\n".join(label.accessibleName() for label in widget.findChildren(QLabel) if label.isVisible())


def test_the_first_start_offers_the_quick_check_without_a_rail(new_desk, show_window):
    window = show_window(new_desk)
    assert new_desk.screen is Screen.FIRST_RUN
    assert window.findChild(QAbstractButton, "begin").text().strip() == "开始快查"
    assert window.findChild(QAbstractButton, "go_home") is None
    assert "不联网、不上传" in words_on(window)


def test_begin_leads_to_the_profile(new_desk, show_window, press):
    window = show_window(new_desk)
    press(window, "begin")
    assert new_desk.screen is Screen.PROFILE
    assert window.findChild(QAbstractButton, "kinds_online_shop") is not None


def test_the_language_changes_at_once(new_desk, show_window, press):
    window = show_window(new_desk)
    press(window, "language")
    assert new_desk.look.language == "en"
    assert "Begin the quick check" in window.findChild(QAbstractButton, "begin").text()
    press(window, "language")
    assert new_desk.look.language == "zh"


def test_the_text_grows_with_the_chosen_size(new_desk, show_window, press):
    window = show_window(new_desk)
    before = window.page.first_focus().font().pixelSize()
    press(window, "text_size_huge")
    assert window.page.first_focus().font().pixelSize() > before
    assert window.findChild(QAbstractButton, "text_size_huge").isChecked()


def test_both_papers_show_the_sample_shops_real_pages(new_desk, show_window, qtbot):
    window = show_window(new_desk)
    papers = window.page.findChildren(SheetPicture)
    assert len(papers) == 2
    qtbot.waitUntil(lambda: all(paper.has_picture for paper in papers))


def test_a_page_that_is_gone_does_not_mind_its_pictures_coming_late(
    new_desk, show_window, background, qtbot, press
):
    window = show_window(new_desk)
    press(window, "text_size_large")
    press(window, "begin")
    qtbot.waitUntil(lambda: background.is_idle)
    assert new_desk.screen is Screen.PROFILE


def test_the_sample_shop_is_only_looked_at(new_desk, show_window, background, qtbot, press):
    window = show_window(new_desk)
    with qtbot.waitSignal(new_desk.check_changed):
        press(window, "show_sample")
    assert new_desk.today == SAMPLE_DAY
    assert window.findChild(QWidget, "sample_banner") is not None
    before = new_desk.open_check
    with qtbot.waitSignal(new_desk.said):
        new_desk.decide(new_desk.plan.open_items[0].id, Progress(done_on=SAMPLE_DAY))
    assert new_desk.open_check is before
    qtbot.waitUntil(lambda: background.is_idle)


def test_from_the_sample_the_way_leads_to_the_own_check(new_desk, show_window, qtbot, press):
    window = show_window(new_desk)
    with qtbot.waitSignal(new_desk.check_changed):
        press(window, "show_sample")
    press(window, "begin_own")
    assert new_desk.check is None
    assert new_desk.today == TODAY
    assert new_desk.screen is Screen.PROFILE
    assert window.findChild(QWidget, "sample_banner") is None
