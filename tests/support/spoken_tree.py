"""What a screen reader finds in a window: Qt's own tree of names, roles and states, and the way of Tab."""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QSpinBox,
    QTabBar,
    QTableView,
    QWidget,
)

from merchant_guard.desktop.main_window import MainWindow

Role = QAccessible.Role
ROLES: tuple[tuple[type[QWidget], QAccessible.Role], ...] = (
    (QRadioButton, Role.RadioButton),
    (QCheckBox, Role.CheckBox),
    (QPushButton, Role.Button),
    (QAbstractButton, Role.Button),
    (QComboBox, Role.ComboBox),
    (QSpinBox, Role.SpinBox),
    (QLineEdit, Role.EditableText),
    (QPlainTextEdit, Role.EditableText),
    (QTabBar, Role.PageTabList),
    (QTableView, Role.Table),
    (
        QScrollArea,
        Role.Client,
    ),  # a region to be read and scrolled; it has a name like everything Tab stops at
)


class Heard(NamedTuple):
    """One thing a screen reader finds."""

    widget: QWidget
    role: QAccessible.Role
    name: str
    description: str
    value: str
    state: QAccessible.State

    @property
    def call(self) -> str:
        """How a failing test names it."""
        return f"{type(self.widget).__name__} {self.widget.objectName()!r} «{self.name}»"


def heard(root: QWidget) -> list[Heard]:
    """Everything in a window that shows, in the order of the tree."""
    top = QAccessible.queryAccessibleInterface(root)
    assert top is not None and top.isValid(), "Qt has no accessible interface for the window"
    return list(_walk(top))


def _walk(node: QAccessibleInterface) -> Iterator[Heard]:
    if node.state().invisible:
        return
    widget = node.object()
    if isinstance(widget, QWidget):
        yield hear(widget)
    for number in range(node.childCount()):
        child = node.child(number)
        if child is not None and child.isValid():
            yield from _walk(child)


def hear(widget: QWidget) -> Heard:
    """What is said of one widget."""
    node = QAccessible.queryAccessibleInterface(widget)
    name = node.text(QAccessible.Text.Name)
    if isinstance(widget, QComboBox):
        # On Linux Qt leaves the name of a list to the label beside it, which is its buddy.
        name = widget.accessibleName()
    texts = (node.text(kind) for kind in (QAccessible.Text.Description, QAccessible.Text.Value))
    return Heard(widget, node.role(), name, *texts, node.state())


def stops(window: QWidget) -> list[QWidget]:
    """Where Tab stops, in its order, from the beginning of the window."""
    if isinstance(window, MainWindow):
        window.lead_tab()  # as it does for every Tab
    found, widget = [], window.nextInFocusChain()
    while widget is not window:
        can = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
        if can and widget.isVisible() and widget.isEnabled():
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found


def focused() -> QWidget:
    """What has the focus; there is always something."""
    widget = QApplication.focusWidget()
    assert widget is not None, "nothing has the focus"
    return widget


def wanted_role(widget: QWidget) -> QAccessible.Role:
    """The role a control has to have by what it is."""
    for kind, role in ROLES:
        if isinstance(widget, kind):
            return role
    raise AssertionError(f"{type(widget).__name__} takes the focus, and is no kind of control known here")
