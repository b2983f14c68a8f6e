"""The foot of the home page: the two hard moments, each one click away."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.screens import Screen
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.labels import frame
from merchant_guard.desktop.widgets.wrap_row import WrapRow


class HomeFoot(QWidget):
    """Two quiet buttons under a hairline."""

    def __init__(self, desk: Desk, low: bool) -> None:
        super().__init__()
        self.setObjectName("home_foot")
        look, words = desk.look, desk.look.words
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 10 if low else 20, 0, 0)
        layout.setSpacing(10 if low else 16)
        layout.addWidget(frame("rule"))
        row = QWidget()
        self.row = WrapRow(row, gap=10)
        self.row.addWidget(
            button(
                look,
                words("Somebody comes to inspect"),
                "go_inspection",
                lambda: desk.go(Screen.INSPECTION),
                kind="quiet",
                picture="clipboard-check",
            )
        )
        self.row.addWidget(
            button(
                look,
                words("Information may have got out"),
                "go_incident",
                desk.incidents.come,
                kind="quiet",
                picture="siren",
            )
        )
        layout.addWidget(row)
