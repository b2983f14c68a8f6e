"""Keep an incident: what was found and done goes into its log at once, and nothing ever comes out of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from merchant_guard.domain.registers.entry import Entry
from merchant_guard.domain.registers.log_line import LogLine
from merchant_guard.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class IncidentKeeper:
    """Saves the incidents of a shop. Raises SystemProblemError (`store.…`)."""

    workspace: Workspace
    shop_id: str

    def add(self, entry: Entry, lines: Sequence[LogLine]) -> None:
        """Save an incident as it stands now, and lines that are new in its log: both or neither."""
        registers = self.workspace.registers
        with self.workspace.database.transaction():
            registers.save(self.shop_id, entry)
            registers.add_lines(entry.id, lines)
