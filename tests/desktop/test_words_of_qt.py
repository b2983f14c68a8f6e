"""What Qt itself says, such as the menu of a right click in a field, follows the language of the look."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from merchant_guard.desktop.application import wear
from merchant_guard.desktop.theme.look import Look


def test_the_menu_of_a_field_speaks_the_language_of_the_window(qtbot: QtBot, qapp: QApplication) -> None:
    said = []
    for language in ("zh", "en", "zh"):
        wear(qapp, Look(language))
        said.append(QCoreApplication.translate("QWidgetTextControl", "&Copy"))
    assert said == ["复制(&C)", "&Copy", "复制(&C)"]
