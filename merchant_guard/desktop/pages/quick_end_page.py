"""快查结束: no score, but what to mend first, printed in one step; going on asks nothing twice."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.page import Page, column, in_column
from merchant_guard.desktop.pages.plan_words import PlanWords
from merchant_guard.desktop.pages.quick_end_foot import QuickEndFoot
from merchant_guard.desktop.printing import Printer, find_printers
from merchant_guard.desktop.saving import usual_folder
from merchant_guard.desktop.screens import Screen
from merchant_guard.desktop.widgets.answer_cells import AnswerCells
from merchant_guard.desktop.widgets.labels import frame, icon_label, text_label
from merchant_guard.desktop.widgets.numbered_task import NumberedTask
from merchant_guard.desktop.widgets.scroll_area import ScrollArea
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

    def __init__(
        self,
        desk: Desk,
        low: bool,
        wide: bool,
        find: Callable[[], tuple[Printer, ...]] = find_printers,
        save_in: Callable[[], Path] = usual_folder,
    ) -> None:
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
        self._foot = footer = QuickEndFoot(desk, low, side, WIDTH, save_in)
        footer.look_for_printers(find)
        if not low:
            inner.addWidget(in_column(footer, WIDTH))
        inner.addStretch(1)
        area = ScrollArea(content)
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
        self._sheet = SheetPicture(self.look, words, self._label.millimetres)
        self._sheet.setFixedSize(width, self._sheet.height_for(width))
        layout.addWidget(self._sheet)
        layout.addStretch(1)
        box.setFixedWidth(width + 40)
        self._ask_for_sheet()
        return box

    @property
    def _label(self) -> PageSize:
        """The labels the person has; on them the tasks are shown as large as on a screen they can be."""
        return PageSize(self.desk.preferences.settings.label)

    def _ask_for_sheet(self) -> None:
        def came(picture) -> None:
            if isValid(self):
                self._sheet.show_picture(picture)

        check, today = self.desk.open_check, self.desk.today
        work = partial(first_page, check, today, FIRST_THREE, self._label, self.look.language)
        self.desk.in_background(work, came)

    # --- for the window --------------------------------------------------------------------------------

    def first_focus(self) -> QWidget:
        """What most people do next."""
        return self._foot.main

    def print_here(self) -> None:
        """What is to be mended first."""
        self.desk.go_to_paper(FIRST_THREE.id)

    def announcement(self) -> str:
        """What came out."""
        return self._headline()
