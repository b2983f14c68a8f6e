"""What unfolds under 谁能打开这些数据: a new password, none any more, the key in a file."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.focusing import give_focus
from merchant_guard.desktop.widgets.labels import set_text, text_label
from merchant_guard.desktop.widgets.password_field import PasswordField
from merchant_guard.desktop.widgets.spoken import announce
from merchant_guard.desktop.widgets.wrap_row import WrapRow
from merchant_guard.services.keep_key import SHORTEST_PASSWORD


class KeyForm(QWidget):
    """A sentence, fields, one button that does it and one that leaves it. It goes once it is done."""

    def __init__(self, desk: Desk, on_left: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("key_form")
        self._desk, self._look, self._words = desk, desk.look, desk.look.words
        self._on_left = on_left
        self._is_working = False
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 2, 0, 2)
        self._layout.setSpacing(10)

    def _say(self, text: str) -> None:
        self._layout.addWidget(text_label(self._look, text))

    def _field(self, name: str, label: str, hint: str = "") -> PasswordField:
        field = PasswordField(self._look, name, label, hint)
        field.line.returnPressed.connect(self._carry_out)
        self._layout.addWidget(field)
        return field

    def _end(self, name: str, said: str, leave: str) -> None:
        self._problem = text_label(self._look, "", "body", "danger")
        self._problem.setObjectName("key_problem")
        self._problem.hide()
        self._layout.addWidget(self._problem)
        box = QWidget()
        row = WrapRow(box, gap=10)
        row.addWidget(button(self._look, said, name, self._carry_out, kind="primary"))
        row.addWidget(button(self._look, leave, "leave_key_form", self._on_left, kind="link"))
        self._layout.addWidget(box)

    def _carry_out(self) -> None:
        """Do it, unless it is being done or something is missing."""
        if not self._is_working and self._is_complete():
            self._is_working = True
            self._work()

    def _is_complete(self) -> bool:
        return True

    def _work(self) -> None:
        raise NotImplementedError

    def _wrong(self, field: PasswordField, sentence: str) -> bool:
        field.show_error(sentence)
        give_focus(field.line)
        announce(self, sentence, urgent=True)
        return False

    def _ended(self, problem: str) -> None:
        """Say what was wrong; where nothing was, the card has gone on already."""
        self._is_working = False
        if problem and isValid(self):
            self._show_problem(problem)

    def _show_problem(self, problem: str) -> None:
        set_text(self._look, self._problem, problem)
        self._problem.show()
        announce(self, problem, urgent=True)


class PasswordForm(KeyForm):
    """A new password twice; who changes one types the current one first."""

    def __init__(self, desk: Desk, on_left: Callable[[], object], *, has_password: bool) -> None:
        super().__init__(desk, on_left)
        words = self._words
        self._current = self._field("current_password", words("Current password")) if has_password else None
        rule = words("At least {least} characters. Long is what counts: three or four words are good.")
        self._new = self._field("new_password", words("New password"), rule.format(least=SHORTEST_PASSWORD))
        self._again = self._field("new_password_again", words("The new one once more"))
        told = words("Nobody can look it up for you: make a recovery card too.")
        self._layout.addWidget(text_label(self._look, told, "body", "text2"))
        said = words("Change the password") if has_password else words("Set this password")
        self._end("save_password", said, words("Leave it as it is"))

    def _is_complete(self) -> bool:
        words = self._words
        for field in filter(None, (self._current, self._new, self._again)):
            field.show_error("")
        if self._current is not None and not self._current.text:
            return self._wrong(self._current, words("Type the current password first."))
        if len(self._new.text) < SHORTEST_PASSWORD:
            short = words("The password is too short. Take at least {least} characters.")
            return self._wrong(self._new, short.format(least=SHORTEST_PASSWORD))
        if self._again.text != self._new.text:
            return self._wrong(self._again, words("The two are not the same. Type it once more."))
        return True

    def _work(self) -> None:
        current = self._current.text if self._current is not None else None
        self._desk.keeping.set_password(self._new.text, current, self._ended)

    def _show_problem(self, problem: str) -> None:
        if self._current is not None:
            self._wrong(self._current, problem)
        else:
            super()._show_problem(problem)


class RemovingForm(KeyForm):
    """The current password, and where the key goes without one."""

    def __init__(self, desk: Desk, on_left: Callable[[], object]) -> None:
        super().__init__(desk, on_left)
        words = self._words
        into_keyring = words("Without a password the key goes into the keyring of this computer.")
        into_file = words("Without a password the key lies in a file: whoever gets that folder can open it.")
        self._say(into_keyring if desk.keeping.has_keyring else into_file)
        self._current = self._field("current_password", words("Current password"))
        self._end("drop_password", words("Remove the password"), words("Leave it as it is"))

    def _is_complete(self) -> bool:
        if not self._current.text:
            return self._wrong(self._current, self._words("Type the current password first."))
        return True

    def _work(self) -> None:
        self._desk.keeping.remove_password(self._current.text, self._ended)

    def _show_problem(self, problem: str) -> None:
        self._wrong(self._current, problem)


class FileForm(KeyForm):
    """What it means that the key lies in a file."""

    def __init__(self, desk: Desk, on_left: Callable[[], object]) -> None:
        super().__init__(desk, on_left)
        words = self._words
        self._say(
            words(
                "Whoever gets the data folder, such as a thief or a repair shop, opens it without a "
                "password. For a computer that never leaves the shop and whose disk is encrypted that can do."
            )
        )
        self._end("keep_in_file", words("Keep the key in the file"), words("Leave it as it is"))

    def _work(self) -> None:
        self._desk.keeping.keep_in_file(self._ended)
