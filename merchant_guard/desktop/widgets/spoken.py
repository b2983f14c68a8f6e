"""What a screen reader says: names with what they are about, several words in one, news as it happens."""

from PySide6.QtWidgets import QWidget

from merchant_guard.desktop.theme.look import Look

_ENDS = "。！？；.!?;"


def named(look: Look, verb: str, what: str) -> str:
    """A control's name with what it is about: 改：账号和密码."""
    return f"{verb}：{what}" if look.language == "zh" else f"{verb}: {what}"


def listed(look: Look, *parts: str) -> str:
    """Several words as one; empty ones are left out, and a sentence that has ended needs no comma."""
    comma, after_end = ("，", "") if look.language == "zh" else (", ", " ")
    said = ""
    for part in filter(None, parts):
        joint = "" if not said else after_end if said[-1] in _ENDS else comma
        said += f"{joint}{part}"
    return said


def announce(widget: QWidget, words: str, *, urgent: bool = False) -> None:
    """Let a screen reader say something that only changed on the screen; `urgent` words break in."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # noqa: PLC0415 (not for the first paint)

    event = QAccessibleAnnouncementEvent(widget, words)
    if urgent:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)
