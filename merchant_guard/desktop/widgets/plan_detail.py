"""What unfolds under a row of the plan: why, the steps, whom to ask, what can be done with it, the law."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from merchant_guard.desktop.sending import Sending
from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.buttons import button, shorten
from merchant_guard.desktop.widgets.labels import boxed, text_label
from merchant_guard.desktop.widgets.send_button import send_button
from merchant_guard.desktop.widgets.spoken import named
from merchant_guard.desktop.widgets.wrap_row import WrapRow

LONGEST = 22
"""As many characters (Chinese ones) the name of a paper has on a button."""


class Asked(NamedTuple):
    """Whom to ask, and what to say to them."""

    who: str
    say: tuple[str, ...]


class DetailText(NamedTuple):
    """The words of an unfolded row. `steps` are (what to do, about its menu); `remarks` stand small below."""

    title: str
    warning: str
    why: str
    steps: tuple[tuple[str, str], ...]
    asked: tuple[Asked, ...]
    remarks: tuple[str, ...]
    force: str


class DetailActs(NamedTuple):
    """What the buttons do; `proof` is the widget that shows what is kept, between the steps and them.

    `print_words` names the paper that `on_print` leads to.
    """

    on_print: Callable[[], object]
    print_words: str
    on_keep: Callable[[], object]
    send: Callable[[], Sending | None] | None
    proof: QWidget


class PlanDetail(QFrame):
    """The sunken part under a row. `chips` open the law."""

    def __init__(self, look: Look, text: DetailText, acts: DetailActs, chips: list[QWidget]) -> None:
        super().__init__()
        self.setProperty("k", "detail")
        self._look = look
        layout = QVBoxLayout(self)
        layout.setContentsMargins(54, 10, 20, 12)
        layout.setSpacing(3)
        if text.warning:
            layout.addWidget(text_label(look, text.warning, "answer", "danger"))
        layout.addWidget(text_label(look, text.why, "body", "text2"))
        if text.steps:
            layout.addLayout(self._steps(text))
        for asked in text.asked:
            layout.addSpacing(4)
            layout.addWidget(text_label(look, asked.who, "answer", "primary"))
            for say in asked.say:
                layout.addWidget(text_label(look, say))
        for remark in text.remarks:
            layout.addWidget(text_label(look, remark, "caption", "text2"))
        layout.addWidget(acts.proof)
        layout.addSpacing(5)
        layout.addWidget(self._foot(text, acts, chips))

    def _steps(self, text: DetailText) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(3)
        look, top = self._look, Qt.AlignmentFlag.AlignTop
        for number, (words, menu) in enumerate(text.steps, start=1):
            figure = text_label(look, f"{number}.", "body", "primary")
            font = figure.font()
            font.setBold(True)
            figure.setFont(font)
            grid.addWidget(figure, number, 0, top)
            grid.addWidget(text_label(look, f"{words} {menu}".rstrip()), number, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _foot(self, text: DetailText, acts: DetailActs, chips: list[QWidget]) -> QWidget:
        look, words, foot = self._look, self._look.words, QWidget()
        row = WrapRow(foot)
        sheet = acts.print_words
        said = named(look, sheet, text.title)
        print_row = button(
            look, sheet, "print_row", acts.on_print, kind="primary", picture="printer", accessible=said
        )
        shorten(print_row, look.px("answer") * LONGEST)
        row.addWidget(print_row)
        keep = words("Keep proof")
        accessible = named(look, keep, text.title)
        row.addWidget(
            button(look, keep, "keep_proof", acts.on_keep, picture="image-plus", accessible=accessible)
        )
        if acts.send is not None:
            accessible = named(look, words("Copy for WeChat"), text.title)
            row.addWidget(send_button(look, "send_row", acts.send, accessible=accessible))
        if text.force:
            row.begin_tail()
            row.addWidget(boxed(look, text.force, "badge_force"))
            for chip in chips:
                row.addWidget(chip)
        return foot
