"""The order of Tab, where widgets are made in another order than they are read."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


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


def lead_through(root: QWidget) -> None:
    """Let Tab go through a widget in the order of its layouts, whenever its parts were made."""
    for before, after in pairwise(_as_laid(root)):
        QWidget.setTabOrder(before, after)


def put_last(root: QWidget) -> None:
    """Let Tab come into a widget after everything else in its window."""
    window = root.window()
    before = window.previousInFocusChain()
    while before is not window and (not _stops(before) or before is root or root.isAncestorOf(before)):
        before = before.previousInFocusChain()
    if before is not window:
        put_behind(before, root)


def _as_laid(widget: QWidget) -> Iterator[QWidget]:
    """What Tab stops at, what stands in a layout first, then what is laid out by hand."""
    if _stops(widget):
        yield widget
    laid = list(_in_layout(widget.layout())) if widget.layout() is not None else []
    by_hand = [child for child in widget.children() if isinstance(child, QWidget) and child not in laid]
    for child in (*laid, *by_hand):
        if not child.isWindow():
            yield from _as_laid(child)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if (widget := item.widget()) is not None:
            yield widget
        elif (inner := item.layout()) is not None:
            yield from _in_layout(inner)


def _stops(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
