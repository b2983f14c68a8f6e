"""The order of Tab, where widgets are made in another order than they are read."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def tab_stops(root: QWidget) -> list[QWidget]:
    """What Tab stops at inside a widget, hidden or not, in the order it was put there.

    The list that a choice drops down is a window of its own, and not among them.
    """
    found, window = (root, *root.findChildren(QWidget)), root.window()
    return [one for one in found if _stops(one) and one.window() is window]


def put_behind(before: QWidget, *roots: QWidget) -> None:
    """Let Tab go from a widget, which it stops at, into others in turn, and then on to what followed it."""
    for root in roots:
        for stop in tab_stops(root):
            if stop is not before:
                QWidget.setTabOrder(before, stop)
                before = stop


def put_last(root: QWidget) -> None:
    """Let Tab come into a widget after everything else in its window."""
    window = root.window()
    before = window.previousInFocusChain()
    while before is not window and (not _stops(before) or before is root or root.isAncestorOf(before)):
        before = before.previousInFocusChain()
    if before is not window:
        put_behind(before, root)


def _stops(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
