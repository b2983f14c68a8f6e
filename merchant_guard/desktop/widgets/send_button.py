"""One quiet button for a chat: as a picture, as a file or as words."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from merchant_guard.desktop.sending import Sending
from merchant_guard.desktop.theme.icons import icon
from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.buttons import Button, button


def send_button(
    look: Look, name: str, sending: Callable[[], Sending | None], *, kind: str = "", accessible: str = ""
) -> Button:
    """A button that opens a small menu; what is sent is asked for when it is pressed."""

    def open_menu() -> None:
        wanted = sending()
        if wanted is not None:
            menu = SendMenu(look, wanted, made)
            menu.popup(made.mapToGlobal(made.rect().bottomLeft()))

    words = look.words("Copy for WeChat")
    made = button(look, words, name, open_menu, kind=kind, picture="copy", accessible=accessible or words)
    return made


class SendMenu(QMenu):
    """The three ways, under a word of what goes out. It waits for nothing and goes when it is left."""

    def __init__(self, look: Look, sending: Sending, parent: Button) -> None:
        super().__init__(parent)
        self.setObjectName("send_menu")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFont(look.font("body"))
        self.setAccessibleName(look.words("Copy for WeChat"))
        words = look.words
        for name, said, picture, copy in (
            ("copy_picture", words("Copy as a picture"), "image", sending.copy_picture),
            ("copy_file", words("Copy as a file"), "file-text", sending.copy_file),
            ("copy_words", words("Copy as words"), "message-square-text", sending.copy_words),
        ):
            action = self.addAction(icon(picture, look.colour("text2")), said)
            action.setObjectName(name)
            action.triggered.connect(lambda _on=False, do=copy: do())
