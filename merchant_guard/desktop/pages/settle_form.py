"""The little form that settles something in place: one thing is asked, a day or a reason."""

from collections.abc import Callable

from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from merchant_guard.desktop.pages.duty_words import DutyWords
from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.focusing import give_focus
from merchant_guard.desktop.widgets.form_field import FormField
from merchant_guard.desktop.widgets.form_lines import DayLine, FormLine
from merchant_guard.desktop.widgets.wrap_row import WrapRow


class SettleForm(QWidget):
    """One field and two buttons. `take` gets the words and returns what is wrong with them."""

    def __init__(  # noqa: PLR0913, PLR0917 (a field, two buttons and what they do)
        self,
        words: DutyWords,
        label: str,
        line: FormLine,
        yes: str,
        take: Callable[[str], str],
        on_leave: Callable[[], object],
    ) -> None:
        super().__init__()
        look: Look = words.say.look
        self._take = take
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 2)
        layout.setSpacing(8)
        self.box = FormField(look, line.objectName(), label, line)
        self.box.setMaximumWidth(420)
        if isinstance(line, DayLine):
            line.setPlaceholderText(words.today.isoformat())
        line.returnPressed.connect(self._hand_in)
        layout.addWidget(self.box)
        row = QWidget()
        buttons = WrapRow(row)
        buttons.addWidget(button(look, yes, "settle", self._hand_in, kind="primary"))
        buttons.addWidget(
            button(look, look.words("Leave it as it is"), "settle_leave", on_leave, kind="link")
        )
        layout.addWidget(row)

    def come_into_view(self) -> None:
        """Scroll until its buttons can be seen too."""
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if around is not None:
            around.ensureWidgetVisible(self, 0, 12)

    def _hand_in(self) -> None:
        line = self.box.control
        wrong = self._take(line.text().strip())
        self.box.show_error(wrong)
        if wrong:
            give_focus(line)
