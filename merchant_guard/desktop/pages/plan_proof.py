"""Proof on the plan: which row a file belongs to, and what shows the files of a row."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QFrame

from merchant_guard.desktop.pages.evidence_intake import EvidenceIntake, Place
from merchant_guard.desktop.pages.evidence_part import EvidencePart
from merchant_guard.desktop.pages.page import Page
from merchant_guard.desktop.widgets.plan_card import UNDER
from merchant_guard.desktop.widgets.plan_row import PlanRow
from merchant_guard.domain.evidence import Subject


class PlanProof:
    """Takes files for the row under the mouse, or for the one that is open. `rows` are those built now."""

    def __init__(self, page: Page, rows: Callable[[], Mapping[str, PlanRow]]) -> None:
        self._page, self._rows = page, rows
        self._intake = EvidenceIntake(page, self._place_at)
        said = page.words("Saved, encrypted on this computer")
        self._intake.kept.connect(lambda: page.desk.said.emit(said))

    def choose(self, item_id: str) -> None:
        """Ask for files that prove a row."""
        self._intake.choose(_proves(item_id))

    def part(self, item_id: str) -> EvidencePart:
        """What shows the files of a row."""
        return EvidencePart(self._page.desk, _proves(item_id), self._look_at)

    def _place_at(self, point: QPoint | None) -> Place | None:
        rows, page = self._rows(), self._page
        row = rows.get(page.desk.open_item or "")
        if point is not None:
            row = next((one for one in rows.values() if self._extent(one).contains(point)), row)
        elif row is None:
            page.desk.said.emit(page.words("First open the task that it proves, then paste"))
        return Place(_proves(row.item_id), self._extent(row)) if row else None

    def _extent(self, row: PlanRow) -> QRect:
        """A row with what stands unfolded under it, as far as the page shows it."""
        rect = QRect(row.mapTo(self._page, QPoint()), row.size())
        under = self._page.findChild(QFrame, UNDER) if row.arrow.is_open else None
        if under is not None:
            rect.setBottom(under.mapTo(self._page, under.rect().bottomLeft()).y())
        return rect & self._page.rect()

    def _look_at(self, reference: str) -> None:
        from merchant_guard.desktop.panels.evidence_panel import EvidencePanel  # noqa: PLC0415 (rarely looked at)

        close = partial(self._page.panel_wanted.emit, None)
        self._page.panel_wanted.emit(EvidencePanel(self._page.desk, reference, close))


def _proves(item_id: str) -> Subject:
    return Subject("plan_item", item_id)
