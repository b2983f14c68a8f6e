"""Giving the focus so that it is seen by whoever uses the keyboard, and only by them."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

_KEYS = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)
_POINTERS = (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin)


class LastInput(QObject):
    """Watches what comes to a window from outside, and knows whether a key was last (`keyed` of the window).

    It sees the events of the window alone, a few for every key or click, not those of what is in it.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        window.windowHandle().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Take note; nothing is swallowed."""
        if event.type() in _KEYS:
            self._window.setProperty("keyed", True)
        elif event.type() in _POINTERS:
            self._window.setProperty("keyed", False)
        return super().eventFilter(watched, event)


def is_by_keyboard(window: QWidget) -> bool:
    """Whether the person is using the keyboard: by the last input, or by the ring that shows."""
    focus = QApplication.focusWidget()
    return bool(window.property("keyed")) or (focus is not None and bool(focus.property("keyfocus")))


def give_focus(widget: QWidget, ring: bool | None = None) -> None:
    """Give the focus to a widget; with a ring if `ring`, by default if the keyboard is being used."""
    shows = is_by_keyboard(widget.window()) if ring is None else ring
    reasons = Qt.FocusReason
    widget.setFocus(reasons.ShortcutFocusReason if shows else reasons.OtherFocusReason)
    reveal(widget)
    # What was only just unfolded has no place yet.
    QTimer.singleShot(0, widget, partial(_scroll_to, widget))


def reveal(widget: QWidget) -> None:
    """Scroll until a widget can be seen. Qt does so only where Tab stays within one area."""
    if not widget.isVisible() or not widget.visibleRegion().isEmpty():
        return
    _scroll_to(widget)


def _scroll_to(widget: QWidget) -> None:
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget)
        around = around.parentWidget()
