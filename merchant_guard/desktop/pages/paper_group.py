"""Papers for one purpose: a heading that folds, and a row for each, built when it is first seen."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from merchant_guard.desktop.pages.page import column
from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.choice_rows import RadioRow, may_grow
from merchant_guard.desktop.widgets.fold import FoldHead


class ListedPaper(NamedTuple):
    """A paper in the list: what it is called, and by which words it is found."""

    id: str
    title: str
    found_by: str


class ListedGroup(NamedTuple):
    """Papers for one purpose."""

    id: str
    title: str
    papers: tuple[ListedPaper, ...]


class PaperGroupPart(QWidget):
    """`row_chosen` comes with the paper somebody chooses, `unfolded` when rows came or went."""

    row_chosen = Signal(str)
    unfolded = Signal()

    def __init__(self, look: Look, group: ListedGroup) -> None:
        super().__init__()
        self._look, self._group = look, group
        self.rows: dict[str, RadioRow] = {}
        self.ids = tuple(paper.id for paper in group.papers)
        self._shown: Sequence[str] = self.ids
        self._chosen = ""
        self._under: QWidget | None = None
        # A group of its own: radio buttons without one take in every other in what holds them.
        self._exclusive = QButtonGroup(self)
        self.head = FoldHead(look, f"papers_{group.id}", group.title, str(len(self.ids)))
        self.head.toggled_open.connect(self._on_toggled)
        layout = column(self, (0, 0, 0, 0))
        layout.addWidget(self.head)
        self._box = QWidget()
        self._column: QVBoxLayout = column(self._box, (0, 2, 0, 8), 6)
        self._box.hide()
        layout.addWidget(self._box)

    @property
    def is_open(self) -> bool:
        """Whether its rows show."""
        return self.head.is_open

    def set_open(self, is_open: bool) -> None:
        """Unfold or fold it."""
        self.head.set_open(is_open)

    def _on_toggled(self, is_open: bool) -> None:
        if is_open:
            self._build()
        self._box.setVisible(is_open)
        self.unfolded.emit()

    # --- rows ---------------------------------------------------------------------------------------

    def _build(self) -> None:
        """Build the rows that are to be shown and are not there yet, each in its place."""
        for paper in self._group.papers:
            if paper.id in self._shown and paper.id not in self.rows:
                self._add(paper)
        for paper_id, row in self.rows.items():
            row.setVisible(paper_id in self._shown)
        self._place_under()

    def _add(self, paper: ListedPaper) -> None:
        row = RadioRow(self._look, paper.title, f"paper_{paper.id}")
        may_grow(row)
        row.clicked.connect(lambda _on=False, one=paper.id: self.row_chosen.emit(one))
        self._exclusive.addButton(row)
        row.setChecked(paper.id == self._chosen)
        self.rows[paper.id] = row
        after = [self.rows[one] for one in self.ids[: self.ids.index(paper.id)] if one in self.rows]
        self._column.insertWidget(self._column.indexOf(after[-1]) + 1 if after else 0, row)

    def found(self, text: str) -> tuple[str, ...]:
        """The papers whose title has a text in it."""
        return tuple(paper.id for paper in self._group.papers if text in paper.found_by)

    def title(self, paper_id: str) -> str:
        """What one of its papers is called; empty where it is not among them."""
        return next((paper.title for paper in self._group.papers if paper.id == paper_id), "")

    def show_only(self, ids: Sequence[str], count: int) -> None:
        """Show what was found here, unfolded; nothing at all where nothing was. `count` is all there is."""
        self._shown = ids
        self.head.show_remark(str(count))
        self.setVisible(bool(ids))
        if ids:
            self._build()
            self.set_open(True)

    def show_all(self) -> None:
        """Show every paper again."""
        self._shown = self.ids
        self.head.show_remark(str(len(self.ids)))
        self.setVisible(True)
        if self.is_open:
            self._build()

    # --- the chosen one -----------------------------------------------------------------------------

    def show_chosen(self, chosen: str, under: QWidget | None) -> None:
        """Mark the row that is chosen, if it is here, and put a widget under it."""
        self._chosen, self._under = chosen, under
        if chosen in self.rows:
            self.rows[chosen].setChecked(True)
        elif (marked := self._exclusive.checkedButton()) is not None:
            self._exclusive.setExclusive(False)
            marked.setChecked(False)
            self._exclusive.setExclusive(True)
            for row in self.rows.values():
                row.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # Qt lets Tab go only to what is marked
        self._place_under()

    def _place_under(self) -> None:
        row, under = self.rows.get(self._chosen), self._under
        if row is None or under is None:
            return
        self._column.insertWidget(self._column.indexOf(row) + 1, under)
        under.setVisible(self._chosen in self._shown)
