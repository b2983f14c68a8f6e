"""One test of the rehearsal: how it is made, how it came out, and what to do at once where it is not well."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.page import empty
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.choice_rows import RadioRow
from merchant_guard.desktop.widgets.labels import frame, icon_label, text_label
from merchant_guard.desktop.widgets.spoken import named
from merchant_guard.domain.rehearsal import TestResult

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute


class RehearsalTestCard(QFrame):
    """Shows the test that is being made; `resulted` comes when a result was chosen."""

    resulted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("k", "card")
        self.setObjectName("test_card")
        self._desk, self._look = desk, desk.look
        self._rehearsal = desk.visit.rehearsal
        self._test = self._rehearsal.here
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(22, 16, 22, 14)
        self._column.setSpacing(6)
        self._add_test()
        self._add_results()
        self._now = QVBoxLayout()
        self._column.addLayout(self._now)
        self._show_now()
        self._column.addStretch(1)

    @property
    def focus(self) -> QWidget:
        """The result that was chosen, else the first."""
        return next((row for row in self._rows.values() if row.isChecked()), self._rows[TestResult.GOOD])

    def _add_test(self) -> None:
        look, words, language = self._look, self._look.words, self._look.language
        said = words("Test {number} of {total}")
        place = said.format(number=self._rehearsal.place + 1, total=len(self._rehearsal.tests))
        self._column.addWidget(text_label(look, place, "caption", "text2"))
        title = text_label(look, self._test.title.pick(language), "h2")
        title.setObjectName("test_title")
        self._column.addWidget(title)
        self._column.addSpacing(4)
        for number, line in enumerate(self._test.how, start=1):
            self._column.addWidget(text_label(look, f"{number}. {line.pick(language)}"))
        self._column.addSpacing(4)
        self._column.addWidget(self._good())
        self._column.addSpacing(4)

    def _good(self) -> QWidget:
        """How it is when all is well."""
        look, box = self._look, frame("soft")
        row = QHBoxLayout(box)
        row.setContentsMargins(14, 8, 14, 8)
        row.setSpacing(8)
        row.addWidget(icon_label(look, "circle-check", 16, "primary"))
        said = look.words("All is well when: {sign}").format(sign=self._test.good.pick(look.language))
        row.addWidget(text_label(look, said), 1)
        return box

    # --- how it came out ----------------------------------------------------------------------------

    def _add_results(self) -> None:
        look, words, box = self._look, self._look.words, QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._group = QButtonGroup(box)
        chosen = self._rehearsal.results.get(self._test.id)
        said = {TestResult.GOOD: words("Well"), TestResult.MEND: words("To mend")}
        self._rows = {result: RadioRow(look, text, f"result_{result}") for result, text in said.items()}
        for result, made in self._rows.items():
            made.setAccessibleName(named(look, self._test.title.pick(look.language), made.text()))
            made.setChecked(result is chosen)
            made.clicked.connect(lambda _on=False, one=result: self._take(one))
            self._group.addButton(made)
            row.addWidget(made, 1)
        self._column.addWidget(box)

    def _take(self, result: TestResult) -> None:
        self._desk.visit.take_result(result)
        self._show_now()
        self.resulted.emit()

    def _show_now(self) -> None:
        """Where it is to be mended: what to do at once, and where it goes on."""
        empty(self._now)
        if self._desk.visit.rehearsal.results.get(self._test.id) is not TestResult.MEND:
            return
        look, words, box = self._look, self._look.words, frame("banner_warn")
        box.setObjectName("to_mend_now")
        column = QVBoxLayout(box)
        column.setContentsMargins(14, 8, 14, 6)
        column.setSpacing(2)
        now = words("Now: {what}").format(what=self._test.now.pick(look.language))
        column.addWidget(text_label(look, now))
        item = self._test.item_in(self._desk.plan)
        if item is None:
            told = words("Once noted, it becomes a thing to do.")
            column.addWidget(text_label(look, told, "note", "text2"))
        else:
            title = item.remedy.action.title.pick(look.language)
            said = named(look, words("How to mend it"), title)
            go = button(
                look,
                words("How to mend it"),
                "mend_now",
                lambda: self._desk.visit.mend(self._test),
                kind="link",
                picture="chevron-right",
                after=True,
                accessible=said,
            )
            column.addWidget(go, 0, _LEFT)
        self._now.addSpacing(4)
        self._now.addWidget(box)
        box.show()
