"""The help of a question: how to look on the spot, what counts as done, why it is asked, the law."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from merchant_guard.desktop.panels.law_chip import OpenLaw, law_chip
from merchant_guard.desktop.theme.icons import icon
from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.what_follows import worth_of_mending
from merchant_guard.desktop.widgets.labels import boxed, frame, text_label
from merchant_guard.desktop.widgets.scroll_area import reading
from merchant_guard.desktop.widgets.wrap_row import WrapRow
from merchant_guard.domain.question import Question
from merchant_guard.localization.labels import label
from merchant_guard.services.open_check import OpenCheck


class HelpPanel(QWidget):
    """Everything beside a question. `open_law` is called with the citation of a chip that was pressed."""

    def __init__(self, look: Look, check: OpenCheck, question: Question, open_law: OpenLaw) -> None:
        super().__init__()
        self.setObjectName("help_panel")
        self.setAccessibleName(look.words("About this question"))
        content = QWidget()
        area = reading(content, look.words("About this question"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        self.setFocusProxy(area)
        layout = QVBoxLayout(content)
        layout.setContentsMargins(24, 22, 20, 20)
        layout.setSpacing(8)
        layout.addWidget(text_label(look, look.words("About this question"), "section"))
        layout.addWidget(how_to_look(look, question))
        layout.addSpacing(8)
        layout.addWidget(_head(look, look.words("What counts as “done”")))
        for tick in check.interview.sheet.ticks(question):
            layout.addLayout(_tick_line(look, tick.title.pick(look.language)))
        for head, words in (
            (look.words("Why it is asked"), question.why),
            (look.words("An example"), question.example),
        ):
            layout.addSpacing(8)
            layout.addWidget(_head(look, head))
            layout.addWidget(text_label(look, words.pick(look.language)))
        for number, words in enumerate(_if_left(look, check, question)):
            if number == 0:
                layout.addSpacing(8)
                layout.addWidget(_head(look, look.words("If nothing is done")))
            layout.addWidget(text_label(look, words))
        layout.addSpacing(8)
        layout.addWidget(_law_head(look, question))
        for citation in question.citations:
            layout.addWidget(
                law_chip(look, check.bank.laws, citation, open_law), 0, Qt.AlignmentFlag.AlignLeft
            )
        layout.addStretch(1)


def how_to_look(look: Look, question: Question) -> QFrame:
    """The soft card 当场怎么看 with its numbered steps."""
    box = frame("soft")
    grid = QGridLayout(box)
    grid.setContentsMargins(14, 12, 14, 12)
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(3)
    bulb = QLabel()
    bulb.setPixmap(icon("lightbulb", look.colour("primary")).pixmap(18, 18))
    grid.addWidget(bulb, 0, 0)
    grid.addWidget(text_label(look, look.words("How to look on the spot"), "answer", "primary"), 0, 1)
    for number, step in enumerate(question.look, start=1):
        grid.addWidget(
            text_label(look, f"{number}.", "answer", "primary", wrap=False),
            number,
            0,
            Qt.AlignmentFlag.AlignTop,
        )
        grid.addWidget(text_label(look, step.pick(look.language)), number, 1)
    grid.setColumnStretch(1, 1)
    return box


def _if_left(look: Look, check: OpenCheck, question: Question) -> list[str]:
    """What an authority does about a gap, and what mending it now is worth."""
    consequence = check.bank.consequence(question)
    if consequence is None:
        return []
    worth = worth_of_mending(look, check.shop, [question], consequence)
    return list(filter(None, (consequence.happens.pick(look.language), worth)))


def _head(look: Look, words: str) -> QLabel:
    return text_label(look, words, "answer", "text2")


def _tick_line(look: Look, words: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    sign = QLabel()
    sign.setPixmap(icon("check", look.colour("ok")).pixmap(16, 16))
    sign.setFixedHeight(look.line_height("body"))
    row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(text_label(look, words), 1)
    return row


def _law_head(look: Look, question: Question) -> QWidget:
    box = QWidget()
    row = WrapRow(box, gap=8)
    head = text_label(look, look.words("The law behind it"), "answer", "text2", wrap=False)
    row.addWidget(head)
    row.addWidget(boxed(look, label(look.language, "force", question.force), "badge_force"))
    return box
