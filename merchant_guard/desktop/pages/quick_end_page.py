"""快查结束: no score, but what to mend first, printed in one step; going on asks nothing twice."""

from collections import Counter
from dataclasses import replace
from functools import partial

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.page import Page, column, in_column, scrolling
from merchant_guard.desktop.pages.plan_words import PlanWords
from merchant_guard.desktop.screens import Screen
from merchant_guard.desktop.widgets.answer_cells import AnswerCells
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.labels import frame, icon_label, text_label
from merchant_guard.desktop.widgets.numbered_task import NumberedTask
from merchant_guard.desktop.widgets.page_footer import PageFooter
from merchant_guard.desktop.widgets.sheet_picture import SheetPicture
from merchant_guard.desktop.widgets.stacked_bar import Legend, Part
from merchant_guard.desktop.widgets.top_bar import TopBar
from merchant_guard.domain.findings import FindOut
from merchant_guard.domain.interview import QuestionStep
from merchant_guard.domain.paper import FIRST_THREE, PageSize
from merchant_guard.domain.plan import PlanItem
from merchant_guard.domain.question import Choice
from merchant_guard.domain.stage import Stage
from merchant_guard.localization import mark
from merchant_guard.services.page_pictures import first_page

WIDTH = 1180
SHEET_WIDTH, SHEET_WIDTH_ROOMY = 195, 250
FIRST = 3
_CELLS = (
    (Choice.YES, "bar_ok", mark("done")),
    (Choice.PARTLY, "bar_part", mark("partly")),
    (Choice.NO, "bar_no", mark("not done")),
    (Choice.UNSURE, "bar_unk", mark("not sure")),
    (Choice.NOT_APPLICABLE, "line", mark("does not apply")),
    (None, "track", mark("not answered")),
)


class QuickEndPage(Page):
    """What the ten questions found."""

    def __init__(self, desk: Desk, low: bool, wide: bool) -> None:
        super().__init__(desk, low, wide)
        self._quick = replace(desk.open_check.interview, stage=Stage.QUICK)
        self._first: tuple[PlanItem, ...] = desk.plan.open_items[:FIRST]
        self._say = PlanWords(self.look, desk.open_check.bank, desk.today)
        side = 32
        outer = column(self, (0, 0, 0, 0))
        outer.addWidget(self._top_bar())
        content = QWidget()
        inner = column(content, (side, 14 if low else 28, side, 8 if low else 24))
        inner.addWidget(in_column(self._parts(), WIDTH))
        footer = self._footer(side)
        if not low:
            inner.addWidget(in_column(footer, WIDTH))
        inner.addStretch(1)
        area = scrolling(content)
        outer.addWidget(area, 1)
        footer.follow(area)
        if low:
            outer.addWidget(footer)

    # --- building -----------------------------------------------------------------------------------

    def _top_bar(self) -> TopBar:
        place = self.words("Quick check {answered} / {asked}")
        place = place.format(answered=self._quick.answered, asked=self._quick.asked)
        leave = partial(self.desk.go, Screen.HOME)
        return TopBar(self.look, self.words("Save and leave"), leave, place)

    def _parts(self) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(32)
        row.addWidget(self._found(), 1)
        if self._first:
            row.addWidget(self._printed())
        return box

    def _found(self) -> QWidget:
        box = QWidget()
        layout = column(box, (0, 0, 0, 0))
        layout.addWidget(text_label(self.look, self._headline(), "title"))
        layout.addWidget(text_label(self.look, self._hint(), "body", "text2"))
        layout.addSpacing(8 if self.low else 14)
        layout.addLayout(self._cells())
        layout.addSpacing(10 if self.low else 18)
        if self._first:
            layout.addWidget(self._tasks())
        if self._find_outs:
            layout.addSpacing(8 if self.low else 16)
            layout.addLayout(self._unsure())
        layout.addStretch(1)
        return box

    def _headline(self) -> str:
        counts = self._counts()
        words = {
            0: self.words("{done} of {total} in place, nothing to mend first"),
            1: self.words("{done} of {total} in place; mend this one first"),
        }.get(len(self._first), self.words("{done} of {total} in place; mend these {first} first"))
        return words.format(done=counts[Choice.YES], total=self._quick.asked, first=len(self._first))

    def _hint(self) -> str:
        if self._first:
            return self.words("The quick check gives no score. Mend one, tick it, keep a photo.")
        return self.words("The quick check gives no score. Go on to see the rest.")

    def _counts(self) -> Counter[Choice | None]:
        answers = self._quick.sheet.answers
        questions = [step.id for step in self._quick.path if isinstance(step, QuestionStep)]
        return Counter(answers[one].choice if one in answers else None for one in questions)

    def _cells(self) -> QVBoxLayout:
        counts = self._counts()
        layout = QVBoxLayout()
        layout.setSpacing(8)
        parts = [Part(colour, self.words(name), counts[choice]) for choice, colour, name in _CELLS]
        shown = [part for part in parts if part.count]
        colours = [part.colour for part in shown for _one in range(part.count)]
        said = self.words(", ").join(f"{part.words} {part.count}" for part in shown)
        layout.addWidget(AnswerCells(self.look, colours, said))
        layout.addWidget(Legend(self.look, shown))
        return layout

    def _tasks(self) -> QWidget:
        box = frame("card")
        box.setObjectName("first_tasks")
        layout = QVBoxLayout(box)
        layout.setContentsMargins(1, 1, 1, 3)
        layout.setSpacing(0)
        for number, item in enumerate(self._first, start=1):
            if number > 1:
                layout.addWidget(frame("rule"))
            row = self._say.row(item)
            meta = " · ".join((row.who, row.day, row.meta))
            to_plan = partial(self.desk.go_to_item, item.id)
            layout.addWidget(NumberedTask(self.look, number, row.title, row.badge, meta, to_plan))
        return box

    @property
    def _find_outs(self) -> list[FindOut]:
        """What is not sure among the questions asked here."""
        asked = {step.id for step in self._quick.path}
        return [one for one in self.desk.open_check.assessment.find_outs if one.question.id in asked]

    def _unsure(self) -> QHBoxLayout:
        """What is still to be found out, and from whom."""
        found = self._find_outs
        language, bank = self.look.language, self.desk.open_check.bank
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(icon_label(self.look, "circle-question-mark", 18, "text2"))
        who = self.words(", ").join(
            dict.fromkeys(bank.counterparts[one.question.ask.who].label.pick(language) for one in found)
        )
        words = self.words("{count} not sure yet. Ask: {who}. Already on the to-do list.")
        row.addWidget(text_label(self.look, words.format(count=len(found), who=who)), 1)
        return row

    def _printed(self) -> QWidget:
        box = frame("sunken")
        width = SHEET_WIDTH if self.low else SHEET_WIDTH_ROOMY
        layout = QVBoxLayout(box)
        layout.setContentsMargins(20, 12, 20, 16)
        layout.setSpacing(6)
        words = self.words("This is what comes out of the printer")
        label = text_label(self.look, words, "note", "text2")
        layout.addWidget(label)
        self._sheet = SheetPicture(self.look, words, PageSize.LABEL_100X180.millimetres)
        self._sheet.setFixedSize(width, self._sheet.height_for(width))
        layout.addWidget(self._sheet)
        layout.addStretch(1)
        box.setFixedWidth(width + 40)
        self._ask_for_sheet()
        return box

    def _ask_for_sheet(self) -> None:
        def came(picture) -> None:
            if isValid(self):
                self._sheet.show_picture(picture)

        check, today = self.desk.open_check, self.desk.today
        work = partial(first_page, check, today, FIRST_THREE, PageSize.LABEL_100X180, self.look.language)
        self.desk.in_background(work, came)

    def _footer(self, side: int) -> PageFooter:
        look, words = self.look, self.words
        footer = PageFooter(self.low, side, WIDTH)
        if self._first:
            to_print = words("Print this one") if len(self._first) == 1 else words("Print these {count}")
            to_print = to_print.format(count=len(self._first))
            printing = partial(self.desk.go_to_paper, FIRST_THREE.id)
            footer.row.addWidget(button(look, to_print, "print", printing, kind="primary", picture="printer"))
        left = replace(self._quick, stage=Stage.FULL).minutes_left
        rest = words("Go on with the rest, about {minutes} min") if left else words("See the result")
        rest = rest.format(minutes=left)
        kind = "" if self._first else "primary"
        go_on = button(
            look,
            rest,
            "go_on",
            self.desk.begin_full if left else self.desk.finish,
            kind=kind,
            picture="arrow-right",
            after=True,
        )
        footer.row.addWidget(go_on)
        self._main = footer.row.itemAt(0).widget()
        if self._first:
            copy = button(look, words("Copy for WeChat"), "copy", self._copy, kind="plain", picture="copy")
            footer.row.addWidget(copy)
        footer.row.addStretch(1)
        footer.row.addWidget(icon_label(look, "circle-check", 16, "ok"))
        footer.add_note(look, words("Saved; nothing is asked twice"))
        return footer

    # --- what can be done ---------------------------------------------------------------------------

    def _copy(self) -> None:
        shop = self.desk.open_check.shop.name
        head = self.words("To do this week")
        lines = [f"{number}. {self._say.for_wechat(item)}" for number, item in enumerate(self._first, 1)]
        QGuiApplication.clipboard().setText("\n".join([f"{shop} · {head}" if shop else head, *lines]))
        self.desk.said.emit(self.words("Copied; paste it in WeChat"))

    def first_focus(self) -> QWidget:
        """What most people do next."""
        return self._main

    def announcement(self) -> str:
        """What came out."""
        return self._headline()
