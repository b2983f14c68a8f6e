"""和去年一样吗, asked of a group: last year's answers to be read, then confirmed together or one by one."""

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.page import Page, column, empty, in_column
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.hiding_notice import HidingNotice
from merchant_guard.desktop.widgets.labels import frame, text_label
from merchant_guard.desktop.widgets.last_year_row import LastYearRow, why_apart
from merchant_guard.desktop.widgets.page_footer import PageFooter
from merchant_guard.desktop.widgets.question_footer import COLUMN_WIDTH
from merchant_guard.desktop.widgets.question_head import whereabouts
from merchant_guard.desktop.widgets.scroll_area import ScrollArea
from merchant_guard.desktop.widgets.spoken import listed
from merchant_guard.domain.as_last_year import AsLastYear
from merchant_guard.domain.interview import QuestionStep


class GroupAgainPage(Page):
    """Stands before the first open question of a group. Nothing of it counts until 确认这一组."""

    def __init__(self, desk: Desk, low: bool, wide: bool) -> None:
        super().__init__(desk, low, wide)
        last_year = desk.next_year.last_year
        if not isinstance(desk.step, QuestionStep) or last_year is None:
            raise TypeError("there is no group of last year on the desk")
        self._last_year: AsLastYear = last_year
        self._question = desk.step.question
        self._group = next(one for one in desk.open_check.bank.groups if one.id == self._question.group)
        self._again = last_year.group(self._group.id)
        self._notice: HidingNotice | None = None
        side = 26 if low else 32
        outer = column(self, (0, 0, 0, 0))
        content = QWidget()
        inner = column(content, (side, 12 if low else 32, side, 12))
        inner.addWidget(in_column(self._build(), COLUMN_WIDTH))
        inner.addStretch(1)
        self._area = ScrollArea(content)
        outer.addWidget(self._area, 1)
        footer = self._footer(side)
        footer.follow(self._area)
        outer.addWidget(footer)
        QShortcut(QKeySequence("Alt+Left"), self, self._go_back).setAutoRepeat(False)
        # The notice is only where it belongs once the layout has made room for it.
        self._area.verticalScrollBar().rangeChanged.connect(self._scroll_to_notice)

    # --- building -----------------------------------------------------------------------------------

    @property
    def _title(self) -> str:
        return self.words("{group}: as last year?").format(group=self._group.label.pick(self.look.language))

    @property
    def _hint(self) -> str:
        day = self._last_year.before.checked_on
        words = self.words("Read what you chose last year. It counts once you confirm it.")
        if day is None:
            return words
        words = self.words("Read what you chose on {day}. It counts once you confirm it.")
        return words.format(day=day.isoformat())

    def _build(self) -> QWidget:
        box = QWidget()
        layout = column(box, (0, 0, 0, 0))
        layout.addLayout(self._captions())
        layout.addSpacing(4 if self.low else 14)
        layout.addWidget(text_label(self.look, self._title, "question"))
        layout.addSpacing(2)
        layout.addWidget(text_label(self.look, self._hint, "body", "text2"))
        layout.addSpacing(8 if self.low else 16)
        layout.addWidget(self._same())
        self._notice_place = QVBoxLayout()
        layout.addLayout(self._notice_place)
        if self._again.apart:
            layout.addSpacing(8 if self.low else 14)
            layout.addWidget(self._apart())
        return box

    def _captions(self) -> QHBoxLayout:
        look, row = self.look, QHBoxLayout()
        row.setSpacing(12)
        here = whereabouts(look, self.desk.open_check.interview, self._question)
        row.addWidget(text_label(look, here.words, "caption", "text2"), 1)
        count = self.words("Questions: {count}").format(count=len(self._again.same))
        row.addWidget(text_label(look, count, "caption", "text2", wrap=False))
        return row

    def _same(self) -> QWidget:
        card = frame("card")
        card.setObjectName("group_again")
        layout = QVBoxLayout(card)
        layout.setContentsMargins(1, 4, 1, 4)
        layout.setSpacing(0)
        for question in self._again.same:
            if layout.count():
                layout.addWidget(frame("rule"))
            layout.addWidget(LastYearRow(self.look, self._last_year, question))
        return card

    def _apart(self) -> QWidget:
        """What is asked on its own, and why."""
        box = QWidget()
        box.setObjectName("asked_apart")
        layout = column(box, (0, 0, 0, 0))
        head = self.words("Asked one by one after that: {count}").format(count=len(self._again.apart))
        layout.addWidget(text_label(self.look, head, "note", "text2"))
        for question, why in self._again.apart:
            title = question.title.pick(self.look.language)
            words = self.words("· {title} ({why})").format(title=title, why=why_apart(self.look, why))
            layout.addWidget(text_label(self.look, words, "note", "text2"))
        return box

    def _footer(self, side: int) -> PageFooter:
        # Pinned at any height: the two ways on stay in sight while the group is read.
        footer = PageFooter(True, side, COLUMN_WIDTH)
        look, words = self.look, self.words
        footer.row.addWidget(button(look, words("Back"), "back", self._go_back, picture="arrow-left"))
        footer.row.addStretch(1)
        footer.add_note(look, words("All of these as last year?"))
        footer.row.addWidget(button(look, words("One by one"), "one_by_one", self._one_by_one))
        name = self._group.label.pick(look.language)
        said = listed(look, words("Confirm this group"), name, words("All of these as last year"))
        self._confirm_button = button(
            look,
            words("Confirm this group"),
            "confirm_group",
            self._confirm,
            kind="primary",
            picture="check",
            accessible=said,
        )
        footer.row.addWidget(self._confirm_button)
        return footer

    # --- going on -----------------------------------------------------------------------------------

    def _confirm(self) -> None:
        """Where answers of other groups would go with it, name them first."""
        put_away = self.desk.open_check.interview.put_away_by(self._again.after)
        if not put_away:
            self._take()
        elif self._notice is None:
            self._notice = HidingNotice(self.look, put_away, self._take, self._leave)
            self._notice_place.addSpacing(8)
            self._notice_place.addWidget(self._notice)
            self._notice.show()
            self._notice.take_focus()

    def _take(self) -> None:
        self.desk.next_year.confirm(self._group.id)

    def _leave(self) -> None:
        self._notice = None
        empty(self._notice_place)

    def _scroll_to_notice(self, *_range: int) -> None:
        if self._notice is not None:
            self._area.ensureWidgetVisible(self._notice)

    def _one_by_one(self) -> None:
        self.desk.next_year.one_by_one(self._group.id)

    def _go_back(self) -> None:
        self.desk.walk.previous_step()

    def first_focus(self) -> QWidget:
        """The way on that takes one press."""
        return self._confirm_button

    def announcement(self) -> str:
        """The group, and what there is to read."""
        count = self.words("Questions: {count}").format(count=len(self._again.same))
        return listed(self.look, self._title, count, self._hint)
