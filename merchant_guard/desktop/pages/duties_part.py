"""What the year asks for: past its day, this week, later; what waits for a hold, was done, or is kept."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.duty_row import DutyActs, DutyRow
from merchant_guard.desktop.pages.duty_words import HELD, LATER, NEAR, OVERDUE, DutyGroup, DutyWords
from merchant_guard.desktop.pages.home_duties import how_many
from merchant_guard.desktop.pages.known_papers import (
    PaperWay,
    paper_for_entries,
    paper_for_entry,
    paper_for_task,
)
from merchant_guard.desktop.pages.page import column, empty
from merchant_guard.desktop.pages.register_words import RegisterWords, settled_by
from merchant_guard.desktop.widgets.empty_state import EmptyState
from merchant_guard.desktop.widgets.focusing import give_focus
from merchant_guard.desktop.widgets.fold import Fold
from merchant_guard.desktop.widgets.labels import frame, text_label
from merchant_guard.desktop.widgets.tab_order import tab_stops
from merchant_guard.domain.due import DueItem
from merchant_guard.domain.keeping import Kept
from merchant_guard.domain.question import Citation
from merchant_guard.domain.registers.book import Outcome

FEW = 12
"""Up to this many rows nothing is folded."""
MOST_HISTORY = 40


class DutyWays(NamedTuple):
    """Where rows lead: an entry at a field, a register, a new entry of a kind, the law, the self-check."""

    open: Callable[[DueItem, str | None], object]
    register: Callable[[str], object]
    begin: Callable[[DueItem], object]
    law: Callable[[DueItem, Citation], object]
    check: Callable[[], object]


class DutiesPart(QWidget):
    """Rows by nearness. Duties of several entries are one row, so the list stays short."""

    def __init__(self, desk: Desk, ways: DutyWays) -> None:
        super().__init__()
        self._desk, self._ways = desk, ways
        self._layout = column(self, (0, 0, 0, 0), 14)
        self._shown: object = None
        self.refresh()

    @property
    def _words(self) -> DutyWords:
        say = RegisterWords(self._desk.look, self._desk.ledger, self._desk.today)
        return DutyWords(say, self._desk.open_check.bank)

    def refresh(self) -> None:
        """Build the list anew when something in it is another now."""
        ledger = self._desk.ledger
        state = (ledger.items, ledger.book)
        if self._shown == state:
            return
        self._shown = state
        focus = self.focusWidget()
        empty(self._layout)
        self._build()
        if focus is not None and (stops := tab_stops(self)):
            give_focus(stops[0])  # what was settled is gone, with the button that did it

    def _build(self) -> None:
        ledger, words = self._desk.ledger, self._words
        groups = words.groups(ledger.items)
        if not ledger.items:
            self._layout.addWidget(self._nothing())
        near = [band for band in (OVERDUE, NEAR) if groups[band]]
        if near:
            self._layout.addWidget(self._card([(band, groups[band]) for band in near]))
        if groups[HELD]:
            self._layout.addWidget(self._held(words, groups[HELD]))
        if groups[LATER]:
            self._add_later(words, groups)
        self._add_folds(words)
        self._layout.addStretch(1)

    # --- parts --------------------------------------------------------------------------------------

    def _nothing(self) -> EmptyState:
        words = self._desk.look.words
        told = words(
            "What comes round every week, month or year stands here once the first self-check is done."
        )
        return EmptyState(
            self._desk.look, "calendar", told, words("Go on with the self-check"), self._ways.check
        )

    def _card(self, bands: Sequence[tuple[str, Sequence[DutyGroup]]]) -> QFrame:
        card = frame("card")
        layout = column(card, (1, 1, 1, 3))
        for number, (band, groups) in enumerate(bands):
            layout.addWidget(self._band(band, len(groups), first=number == 0))
            self._add_rows(layout, groups)
        return card

    def _band(self, band: str, count: int, *, first: bool) -> QFrame:
        head = frame("band")
        head.setProperty("first", first)
        row = column(head, (19, 5, 19, 5))
        told = f"{self._words.band_title(band)} {count}"
        row.addWidget(text_label(self._desk.look, told, "caption", "warn" if band == OVERDUE else "text2"))
        return head

    def _add_rows(self, layout: QVBoxLayout, groups: Sequence[DutyGroup]) -> None:
        for number, group in enumerate(groups):
            if number:
                layout.addWidget(frame("rule"))
            layout.addWidget(self._row(group))

    def _rows(self, groups: Sequence[DutyGroup]) -> QWidget:
        box = QWidget()
        self._add_rows(column(box, (0, 0, 0, 0)), groups)
        return box

    def _held(self, words: DutyWords, groups: Sequence[DutyGroup]) -> QFrame:
        """What a hold forbids for now: only told, there is nothing to be done about it."""
        look, card = self._desk.look, frame("card")
        card.setObjectName("held_duties")
        layout = column(card, (1, 1, 1, 10))
        layout.addWidget(self._band(HELD, len(groups), first=True))
        for group in groups:
            entry = group.first.hold.entry
            reason = look.words("{what}: wait until “{matter}” is over and signed.")
            told = reason.format(what=words.title(group.duty), matter=words.say.full_name(entry))
            layout.addWidget(_padded(text_label(look, told)))
        return card

    def _add_later(self, words: DutyWords, groups: dict[str, list[DutyGroup]]) -> None:
        later, count = groups[LATER], sum(len(found) for found in groups.values())
        if count <= FEW:
            self._layout.addWidget(self._card([(LATER, later)]))
        else:
            title = f"{words.band_title(LATER)} {len(later)}"
            self._layout.addWidget(
                self._folded(
                    "fold_duties_later", title, words.when(later[0].first), partial(self._rows, later)
                )
            )

    def _add_folds(self, words: DutyWords) -> None:
        book, kept, look = self._desk.ledger.book, self._desk.ledger.kept, self._desk.look
        if kept:
            count = len({(one.rule.id, one.entry.id if one.until else "") for one in kept})
            title = look.words("Must not be thrown away: {count}").format(count=count)
            self._layout.addWidget(self._folded("fold_kept", title, "", partial(self._kept_lines, words)))
        if book.records:
            title = look.words("Done and left out: {count}").format(count=len(book.records))
            self._layout.addWidget(self._folded("fold_history", title, "", partial(self._history, words)))

    def _folded(self, name: str, title: str, remark: str, build: Callable[[], QWidget]) -> QFrame:
        card = frame("card")
        column(card, (1, 1, 1, 1)).addWidget(Fold(self._desk.look, name, title, remark, build))
        return card

    def _kept_lines(self, words: DutyWords) -> QWidget:
        """What has a last day one by one; what goes on, as the contracts of who works here, in one line."""
        look, lines = self._desk.look, []
        going_on: dict[str, list[Kept]] = {}
        for kept in self._desk.ledger.kept:
            if kept.until is None:
                going_on.setdefault(kept.rule.id, []).append(kept)
                continue
            until = look.words("until {day}").format(day=kept.until.isoformat())
            parts = (kept.rule.title.pick(look.language), words.say.full_name(kept.entry), until)
            lines.append(" · ".join(parts))
        for several in going_on.values():
            first, until = several[0], look.words("as long as the matter goes on")
            about = words.say.full_name(first.entry)
            if len(several) > 1:
                about = how_many(look.words, first.entry.register, len(several))
            lines.append(" · ".join((first.rule.title.pick(look.language), about, until)))
        return self._lines(lines)

    def _history(self, words: DutyWords) -> QWidget:
        records = sorted(self._desk.ledger.book.records, key=lambda one: one.written_at, reverse=True)
        lines = [words.history(record) for record in records[:MOST_HISTORY]]
        if len(records) > MOST_HISTORY:
            more = self._desk.look.words("and {count} earlier ones")
            lines.append(more.format(count=len(records) - MOST_HISTORY))
        return self._lines(lines)

    def _lines(self, lines: Sequence[str]) -> QWidget:
        box = QWidget()
        layout = column(box, (42, 0, 18, 10), 4)
        for line in lines:
            layout.addWidget(text_label(self._desk.look, line, "note", "text2"))
        return box

    # --- a row --------------------------------------------------------------------------------------

    def _row(self, group: DutyGroup) -> DutyRow:
        words, item = self._words, group.first
        law = partial(self._ways.law, item)
        if len(group.items) > 1:
            several = self._desk.look.words("See these {count}").format(count=len(group.items))
            register = item.entry.register if item.entry else group.duty.register
            acts = DutyActs(
                partial(self._ways.register, register), None, None, law, self._paper(group, words)
            )
            return DutyRow(words, group, acts, several)
        field_id = settled_by(item)
        record, said = self._recording(item, field_id, words)
        by_hand = field_id is None and group.duty.is_done_by_hand
        done = partial(self._settle, item, Outcome.DONE) if by_hand else None
        skip = partial(self._skip, item) if group.duty.may_be_left_out else None
        acts = DutyActs(record, done, skip, law, self._paper(group, words))
        return DutyRow(words, group, acts, said)

    def _paper(self, group: DutyGroup, words: DutyWords) -> PaperWay | None:
        """The way to the paper that a row is done with, about what the row is about."""
        papers, entries = group.duty.papers, [item.entry for item in group.items if item.entry is not None]
        if len(entries) > 1:
            return paper_for_entries(self._desk, papers, entries) or paper_for_task(self._desk, papers)
        if entries:
            return paper_for_entry(self._desk, papers, entries[0], words.say.name(entries[0]))
        return paper_for_task(self._desk, papers)

    def _recording(
        self, item: DueItem, field_id: str | None, words: DutyWords
    ) -> tuple[Callable[[], object], str]:
        """Where a row is written down, and what its button says."""
        look = self._desk.look
        if words.is_self_check(item.duty):
            return self._ways.check, look.words("Do the self-check")
        said = item.duty.act.pick(look.language) if item.duty.act else look.words("Note it")
        if item.entry is not None:
            return partial(self._ways.open, item, field_id), said
        if item.duty.register is not None:
            return partial(self._ways.begin, item), said
        return (lambda: None), ""

    def _settle(self, item: DueItem, outcome: Outcome, on: date) -> None:
        self._desk.ledger.settle(item, outcome, on)

    def _skip(self, item: DueItem, reason: str) -> None:
        self._desk.ledger.settle(item, Outcome.SKIPPED, self._desk.today, reason)


def _padded(label: QLabel) -> QLabel:
    label.setContentsMargins(19, 8, 19, 0)
    label.setAlignment(Qt.AlignmentFlag.AlignLeft)
    return label
