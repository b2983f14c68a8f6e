"""The formats of a paper beside PDF: a button for one, a small menu for several."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from merchant_guard.desktop.theme.icons import icon
from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.buttons import Button, button
from merchant_guard.services.paper_formats import PaperFormat

_PICTURES = {PaperFormat.DOCX: "file-text", PaperFormat.PNG: "image"}
Choose = Callable[[str], object]


def format_words(look: Look, wanted: PaperFormat) -> str:
    """What saving in a format is called."""
    return {
        PaperFormat.PDF: look.words("Save as PDF"),
        PaperFormat.DOCX: look.words("Save for Word"),
        PaperFormat.PNG: look.words("Save as pictures"),
    }[wanted]


def format_button(look: Look, title: str, formats: Sequence[PaperFormat], on_choice: Choose) -> Button:
    """A button that saves in the one format, or asks in which; `on_choice` gets the format's value."""
    if len(formats) == 1:
        (only,) = formats
        said = format_words(look, only)
        return button(
            look,
            said,
            "save_other",
            lambda: on_choice(only.value),
            kind="plain",
            picture=_PICTURES[only],
            accessible=f"{said} · {title}",
        )

    def open_menu() -> None:
        menu = FormatMenu(look, formats, on_choice, made)
        menu.popup(made.mapToGlobal(made.rect().bottomLeft()))

    said = look.words("Word or pictures")
    made = button(
        look,
        said,
        "save_other",
        open_menu,
        kind="plain",
        picture="chevron-down",
        after=True,
        accessible=f"{said} · {title}",
    )
    return made


class FormatMenu(QMenu):
    """It waits for nothing and goes when it is left."""

    def __init__(self, look: Look, formats: Sequence[PaperFormat], on_choice: Choose, parent: Button) -> None:
        super().__init__(parent)
        self.setObjectName("format_menu")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFont(look.font("body"))
        self.setAccessibleName(look.words("Word or pictures"))
        for one in formats:
            action = self.addAction(icon(_PICTURES[one], look.colour("text2")), format_words(look, one))
            action.setObjectName(f"save_{one.value}")
            action.triggered.connect(lambda _on=False, value=one.value: on_choice(value))
