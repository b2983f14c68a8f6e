"""The way on from a damaged store: the newest sound copy of it, and what that one would lack."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.labels import text_label


class RescueCopy(QFrame):
    """Says of when the copy is before it offers to use it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("k", "card")
        look, words, found = desk.look, desk.look.words, desk.opening.rescue.copy
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 14, 20, 16)
        layout.setSpacing(8)
        if found is None:
            said = words("No sound copy of it was found on this computer. A backup of yours may help.")
            label = text_label(look, said)
            label.setObjectName("copy_told")
            layout.addWidget(label)
            return
        title = words("There is a sound copy of {day}").format(day=f"{found.made_at:%Y-%m-%d %H:%M}")
        head = text_label(look, title, "section")
        head.setObjectName("copy_day")
        layout.addWidget(head)
        missing = words("What was changed after it would be missing.")
        if found.last_written is not None and found.last_written > found.made_at:
            missing = words("What was changed after it would be missing, up to {moment}.").format(
                moment=f"{found.last_written:%Y-%m-%d %H:%M}"
            )
        told = words("The damaged file is kept aside, and you can take this back.")
        for name, line in (("copy_missing", missing), ("copy_told", told)):
            label = text_label(look, line, "body", "text2")
            label.setObjectName(name)
            layout.addWidget(label)
        row = QHBoxLayout()
        use = button(
            look, words("Go on with this copy"), "use_copy", desk.opening.rescue.use_copy, kind="primary"
        )
        row.addWidget(use)
        row.addStretch(1)
        layout.addLayout(row)
