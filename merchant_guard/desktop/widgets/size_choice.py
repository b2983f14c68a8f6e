"""Which page a paper is set on: A4 or a label, and of the labels the one that lies in the printer."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from merchant_guard.desktop.paper_sizes import size_name
from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.printer_choice import PrinterChoice
from merchant_guard.desktop.widgets.segmented import Segmented
from merchant_guard.domain.paper import PageSize

A4, LABEL = "a4", "label"
_LEAST_CHARACTERS = 6


class SizeChoice(QWidget):
    """Two words, and under the second a list of labels; `label` is the one usual here."""

    def __init__(
        self,
        look: Look,
        sizes: Sequence[PageSize],
        chosen: PageSize,
        label: PageSize,
        on_choice: Callable[[PageSize], object],
    ) -> None:
        super().__init__()
        words = look.words
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        kinds = Segmented(
            look,
            "size",
            words("Page size"),
            [(A4, "A4"), (LABEL, words("Label"))],
            LABEL if chosen.is_label else A4,
            lambda kind: on_choice(label if kind == LABEL else PageSize.A4),
        )
        column.addWidget(kinds)
        if chosen.is_label:
            by_name = {size_name(words, size): size for size in sizes if size.is_label}
            labels = PrinterChoice(look, "label_size", words("Label size"))
            labels.setMinimumContentsLength(_LEAST_CHARACTERS)
            labels.show_printers(
                list(by_name), size_name(words, chosen), lambda name: on_choice(by_name[name])
            )
            column.addWidget(labels)
