"""Rows of a table as Qt wants them: what is shown in a cell, and what a screen reader says of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.spoken import listed, named

ROW_ROLE = Qt.ItemDataRole.UserRole
"""The whole row behind a cell."""


@dataclass(frozen=True, slots=True)
class Badge:
    """A boxed word in a tone: `danger`, `warn`, `ok` or `unk`."""

    text: str
    tone: str


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row: a text for each column, how it stands, and the one thing that can be done at its end.

    `faded` is for what is over.
    """

    id: str
    cells: tuple[str, ...]
    badge: Badge | None = None
    act: str = ""
    faded: bool = False


class RowModel(QAbstractTableModel):
    """Data columns, then one for the badge and one for the act where the table has them."""

    def __init__(self, look: Look, heads: Sequence[str], badge_head: str, has_acts: bool) -> None:
        super().__init__()
        self._look = look
        self.data_columns = len(heads)
        self.badge_column = len(heads) if badge_head else -1
        self.act_column = len(heads) + bool(badge_head) if has_acts else -1
        self._heads = [*heads, *([badge_head] if badge_head else []), *([""] if has_acts else [])]
        self._rows: tuple[TableRow, ...] = ()

    def show_rows(self, rows: Sequence[TableRow]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    @property
    def rows(self) -> tuple[TableRow, ...]:
        """What is shown, from top to bottom."""
        return self._rows

    def head(self, column: int) -> str:
        """The heading of a column."""
        return self._heads[column]

    def text(self, row: TableRow, column: int) -> str:
        """What stands in a cell."""
        if column < self.data_columns:
            return row.cells[column]
        if column == self.badge_column:
            return row.badge.text if row.badge else ""
        return row.act

    # --- what Qt asks -------------------------------------------------------------------------------

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008, N802 (as Qt has it)
        """How many rows; none below a row."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008, N802
        """How many columns."""
        return 0 if parent.isValid() else len(self._heads)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What is seen, and what is said."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(row, index.column())
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._said(row, index.column())
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:  # noqa: N802
        """The headings."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.AccessibleTextRole and section == self.act_column:
            return self._look.words("What can be done")
        wanted = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return self._heads[section] if role in wanted else None

    def _said(self, row: TableRow, column: int) -> str:
        """The first cell says the whole row: it is where the arrows stop."""
        if column == self.act_column:
            return named(self._look, row.act, row.cells[0])
        if column:
            return named(self._look, self._heads[column], self.text(row, column))
        rest = [
            named(self._look, self._heads[other], row.cells[other])
            for other in range(1, self.data_columns)
            if row.cells[other] not in ("", "—")
        ]
        badge = row.badge.text if row.badge else ""
        return listed(self._look, row.cells[0], badge, *rest)
