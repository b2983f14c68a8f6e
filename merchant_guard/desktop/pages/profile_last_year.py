"""和去年一样吗？: last year's choices in words, to be confirmed; nothing of it counts before."""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.labels import frame, text_label
from merchant_guard.domain.shop import Profile, ProfileField, ProfileValue


class LastYear(QWidget):
    """The fields of a profile screen as they were; the two answers stand in the footer."""

    def __init__(self, look: Look, fields: Sequence[ProfileField], profile: Profile) -> None:
        super().__init__()
        self._look = look
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        card = frame("card")
        card.setObjectName("last_year")
        layout = QVBoxLayout(card)
        layout.setContentsMargins(20, 14, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(text_label(look, look.words("As last year?"), "section"))
        layout.addLayout(self._rows([field for field in fields if field.id in profile], profile))
        self.column.addWidget(card)

    def _rows(self, fields: Sequence[ProfileField], profile: Profile) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        for number, field in enumerate(fields):
            value = text_label(self._look, value_words(self._look, field, profile[field.id]), "body")
            value.setObjectName(f"last_year_{field.id}")
            if len(fields) == 1:  # then its title is the heading of the screen
                grid.addWidget(value, number, 0, 1, 2)
                break
            title = field.title.pick(self._look.language)
            grid.addWidget(text_label(self._look, title, "body", "text2"), number, 0)
            grid.addWidget(value, number, 1)
        return grid


def value_words(look: Look, field: ProfileField, value: ProfileValue) -> str:
    """What a field says, in the words of the form."""
    if isinstance(value, bool):
        return look.words("Yes") if value else look.words("No")
    if isinstance(value, int):
        return str(value)
    chosen = value if isinstance(value, frozenset) else frozenset({value})
    labels = [option.label.pick(look.language) for option in field.options if option.id in chosen]
    return look.words(", ").join(labels) if labels else look.words("None of these")
