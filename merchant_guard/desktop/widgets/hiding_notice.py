"""Before a choice puts answered questions aside: which they are, and whether it is meant."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.focusing import give_focus
from merchant_guard.desktop.widgets.labels import text_label
from merchant_guard.desktop.widgets.spoken import announce
from merchant_guard.desktop.widgets.wrap_row import WrapRow
from merchant_guard.domain.question import Question

MOST_NAMED = 4
"""As many questions as a notice names one by one."""


class HidingNotice(QFrame):
    """Stands under what was chosen; nothing is saved until one of its two buttons is pressed."""

    def __init__(
        self,
        look: Look,
        questions: Sequence[Question],
        on_anyway: Callable[[], object],
        on_leave: Callable[[], object],
    ) -> None:
        super().__init__()
        self.setProperty("k", "banner_warn")
        self.setObjectName("hiding_notice")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 8, 14, 10)
        layout.setSpacing(8)
        self._sentence = _sentence(look, questions)
        said = text_label(look, self._sentence, "body")
        said.setObjectName("hiding_words")
        layout.addWidget(said)
        buttons = QWidget()
        row = WrapRow(buttons, gap=10)
        row.addWidget(button(look, look.words("Leave it as it was"), "leave_as_it_was", on_leave))
        row.addWidget(button(look, look.words("Do it anyway"), "do_it_anyway", on_anyway))
        layout.addWidget(buttons)

    def take_focus(self) -> None:
        """Put the focus on the button that changes nothing, and say what this is about."""
        give_focus(self._buttons[0])
        announce(self, self._sentence, urgent=True)

    def press_focused(self) -> None:
        """What Enter does: press the button that has the focus, else bring the focus here."""
        focused = next((one for one in self._buttons if one.hasFocus()), None)
        if focused is None:
            self.take_focus()
        else:
            focused.click()

    @property
    def _buttons(self) -> list[QPushButton]:
        return self.findChildren(QPushButton)


def _sentence(look: Look, questions: Sequence[Question]) -> str:
    titles = [question.title.pick(look.language) for question in questions[:MOST_NAMED]]
    if more := len(questions) - len(titles):
        titles.append(look.words("and {count} more.").format(count=more))
    words = look.words(
        "This puts aside what you have answered ({count}): {titles} Change it back later and they are back."
    )
    return words.format(count=len(questions), titles=" ".join(titles))
