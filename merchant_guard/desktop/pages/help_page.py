"""帮助: how it works, whether writing things down can hurt, questions people have, whom to call."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.help_misconceptions import MisconceptionsCard
from merchant_guard.desktop.pages.page import Page, column
from merchant_guard.desktop.panels.law_chip import Wanted
from merchant_guard.desktop.panels.law_panel import LawPanel
from merchant_guard.desktop.screens import Screen
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.labels import text_label
from merchant_guard.desktop.widgets.prose import WIDTH, ProseCard
from merchant_guard.desktop.widgets.scroll_area import reading
from merchant_guard.domain.question import Citation
from merchant_guard.localization import mark
from merchant_guard.services.load_content import load_content

HOW_IT_WORKS = (
    mark("Ten questions in five minutes show what to mend first. Print these three and begin."),
    mark("Finish the check, about 15 minutes more. You get a score and a plan with days and names."),
    mark("Mend one thing at a time. Tick it, and keep a photo, a signature or a screenshot as proof."),
    mark("Look again next year: only what changed is asked anew, and you see what got better."),
)
EARLY = (
    mark(
        "Slight, mended in time and without harm: the authority shall not punish (Order 25, art. 18). "
        "It need not be the first time."
    ),
    mark(
        "Enough evidence that you were not at fault: the authority shall not punish either, unless "
        "another law says otherwise."
    ),
    mark(
        "First time, slight harm, mended in time: the authority may let it be. A talk or a warning "
        "letter is still possible."
    ),
    mark(
        "Whoever undoes harm, reports it, tells those concerned and cooperates is treated more "
        "lightly (Order 25, art. 19)."
    ),
)
SO_DO = (
    mark("Mend red lines on the day they are found. Give the rest a day that you can keep."),
    mark("Day found, day mended, proof: keep all three. Never write in an earlier day afterwards."),
    mark("If a day passes, do it or set a new one with the reason and what is done meanwhile."),
    mark("Inspectors may ask to see these records. Do not refuse, delete or change them."),
    mark(
        "If data may have been sold or stolen on purpose, stop it, delete nothing, write no story "
        "here, and see a lawyer or the police first."
    ),
)
QUESTIONS = (
    (
        mark("What if I do not know the answer?"),
        mark("Choose “not sure”. It is no failure: it becomes a task that says whom to ask what."),
    ),
    (
        mark("Is anything lost if I close the window?"),
        mark("No. Every answer is saved at once, and you go on where you stopped."),
    ),
    (
        mark("How often must I check?"),
        mark(
            "Small handlers of personal information audit themselves at least every five years and keep "
            "the form five years (Order 25, art. 13). If you hold data of under-18s, every year. Looking "
            "once a year is good practice, not a duty."
        ),
    ),
    (
        mark("Is a low score bad?"),
        mark(
            "The score only shows what to mend first. It is no finding of an authority, and nobody else "
            "sees it."
        ),
    ),
    (
        mark("I have no A4 printer."),
        mark("The first three fit a waybill label. For the rest save a PDF and take it to a print shop."),
    ),
    (
        mark("Does it send anything over the network?"),
        mark("Never. What you type is encrypted in a folder on this computer."),
    ),
    (
        mark("I hold data of 100,000 people or more."),
        mark("Then the simplified rules are not for you. Use the list, and see a professional as well."),
    ),
)
NUMBERS = (
    ("110", mark("Data sold, a trojan, a break-in, a fraud going on. Or go to the police station.")),
    ("96110", mark("Advice about fraud. If this number rings you, answer. Not for reporting leaks.")),
    ("12381", mark("Warnings of the telecom ministry. Its messages carry no link and want no reply.")),
    ("12387", mark("Report a network incident to the cyberspace administration; also 12387.cert.org.cn.")),
    ("12377", mark("Somebody posts or sells people’s data online. Not for your own incident; 12377.cn.")),
    ("12315", mark("Disputes with customers, offences in the market.")),
    ("12345", mark("Any office of your city, day and night; ask for the 网信办 or the 邮政管理局. About "
                   "couriers say: 邮政快递申诉, but first ask the courier and wait 7 days.")),
)  # fmt: skip


class HelpPage(Page):
    """Cards to read from top to bottom."""

    def __init__(self, desk: Desk, low: bool, wide: bool) -> None:
        super().__init__(desk, low, wide)
        content = QWidget()
        side = 26 if low else 32
        layout = column(content, (side, 14 if low else 28, side, 20), 12)
        layout.addWidget(text_label(self.look, self.words("Help"), "title"))
        misconceptions = MisconceptionsCard(self.look, load_content(), self._open_law)
        layout.addLayout(
            _narrow(
                [self._how(), self._may_it_hurt(), self._questions(), misconceptions, self._numbers()],
            )
        )
        layout.addWidget(
            button(
                self.look,
                self.words("Version, licences, where the data is"),
                "about",
                lambda: self.desk.go(Screen.ABOUT),
                kind="link",
                picture="chevron-right",
                after=True,
            ),
            0,
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute,
        )
        layout.addStretch(1)
        column(self, (0, 0, 0, 0)).addWidget(reading(content, self.words("Help")))

    def announcement(self) -> str:
        """Where we are."""
        return self.words("Help")

    def _open_law(self, citation: Citation) -> None:
        self.panel_wanted.emit(LawPanel(self.look, load_content().laws, Wanted(citation)))

    def _how(self) -> QWidget:
        card = ProseCard(self.look, self.words("How it works"))
        card.number(map(self.words, HOW_IT_WORKS))
        return card

    def _may_it_hurt(self) -> QWidget:
        words = self.words
        card = ProseCard(self.look, words("Can writing it down hurt me?"), "may_it_hurt")
        card.say(words("Mostly it helps, if you mend what you wrote down. This is what the law says:"))
        card.list(map(words, EARLY))
        card.say(
            words(
                "A self-check alone protects nobody; what counts is what was mended, with dates and proof. "
                "A gap that is known and left open past its day can count against the shop. This is about "
                "penalties of authorities, not about compensation or crime."
            )
        )
        card.say(words("So:"))
        card.list(map(words, SO_DO))
        return card

    def _questions(self) -> QWidget:
        card = ProseCard(self.look, self.words("Questions people have"))
        for question, answer in QUESTIONS:
            card.ask(self.words(question), self.words(answer))
        return card

    def _numbers(self) -> QWidget:
        card = ProseCard(self.look, self.words("Whom to call"), "numbers")
        rows = [(number, self.words(purpose)) for number, purpose in NUMBERS]
        card.pairs(rows, mark_width=self.look.px("body") * 4, tone="text")
        card.say(self.words("Numbers checked on 2026-11-21."), "text3")
        return card


def _narrow(cards: Sequence[QWidget]) -> QHBoxLayout:
    """The cards below each other, in a row of their own: only a row asks how high they are at their width."""
    box, row = QWidget(), QHBoxLayout()
    box.setMaximumWidth(WIDTH)
    below = column(box, (0, 0, 0, 0), 12)
    for card in cards:
        below.addWidget(card)
    row.addWidget(box, 1000)
    row.addStretch(1)
    return row
