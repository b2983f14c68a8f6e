"""Find what stands in a window by its name, and press it as a person does."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

Widget = TypeVar("Widget", bound=QWidget)


def find(root: QWidget, name: str, kind: type[Widget] = QWidget) -> Widget:
    """The one visible widget of a name."""
    found = [widget for widget in root.findChildren(kind, name) if widget.isVisibleTo(root)]
    assert len(found) == 1, f"{len(found)} widgets are called {name}"
    return found[0]


def there_is(root: QWidget, name: str) -> bool:
    """Whether a widget of that name is shown."""
    return any(widget.isVisibleTo(root) for widget in root.findChildren(QWidget, name))


def press(qtbot: QtBot, root: QWidget, name: str) -> None:
    """Click on a widget, and let the window put in place what follows."""
    qtbot.mouseClick(find(root, name), Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def write(root: QWidget, name: str, text: str) -> None:
    """Write into a field in place of what stands there, as an input method does (keys know no Chinese)."""
    field = find(root, name, QLineEdit)
    field.setFocus()
    field.selectAll()
    field.insert(text)


def said(root: QWidget) -> list[str]:
    """What the labels that are shown say, in plain words."""
    return [label.accessibleName() for label in root.findChildren(QLabel) if label.isVisibleTo(root)]
