"""Somebody comes to inspect: who it is, which papers are at hand, and the rehearsal under way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from merchant_guard.desktop.screens import Screen

if TYPE_CHECKING:
    from merchant_guard.desktop.desk import Desk
    from merchant_guard.domain.inspection_materials import MaterialStanding
    from merchant_guard.domain.inspection_visit import InspectionGuide, Visitor
    from merchant_guard.domain.rehearsal import Rehearsal, RehearsalTest, TestResult

INSPECTIONS = "inspections"
"""The register in which visits are written down."""


class Visit(QObject):
    """What the two pages of an inspection show; nothing of it is kept but what is written in registers."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._visitor = ""
        self._rehearsal: Rehearsal | None = None

    # --- who comes, and what is at hand ---------------------------------------------------------------

    @property
    def guide(self) -> InspectionGuide:
        """What the content says of visits."""
        return self._desk.open_check.bank.inspection

    @property
    def visitors(self) -> tuple[Visitor, ...]:
        """Who may come to this shop."""
        return self.guide.visitors_for(self._desk.open_check.assessment.sheet.facts)

    @property
    def visitor(self) -> Visitor:
        """Who it is; the first one until another is chosen."""
        return next((one for one in self.visitors if one.id == self._visitor), self.visitors[0])

    def choose(self, visitor_id: str) -> None:
        """Take who it is."""
        self._visitor = visitor_id

    @property
    def materials(self) -> tuple[MaterialStanding, ...]:
        """The papers they ask for; none where nothing is handed over."""
        from merchant_guard.domain.inspection_materials import AtHand, materials_for  # noqa: PLC0415

        check, visitor = self._desk.open_check, self.visitor
        if visitor.paper is None:
            return ()
        at_hand = AtHand(check.assessment.sheet, check.book, self._desk.today, check.is_finished)
        return materials_for(self.guide, visitor.id, at_hand)

    @property
    def past(self) -> int:
        """How many visits are written down."""
        return len(self._desk.ledger.book.of(INSPECTIONS))

    def note_it(self) -> None:
        """Begin the entry of a visit in its register: whose it was, and nothing that anybody has done."""
        if self._desk.refuses_change():
            return
        preset = {"kind": "inspection"}
        if self.visitor.authority:
            preset["authority"] = self.visitor.authority
        entry = self._desk.ledger.new_entry(INSPECTIONS, preset)
        self._desk.go_to_register(INSPECTIONS, entry.id)

    # --- the rehearsal ------------------------------------------------------------------------------

    @property
    def rehearsal(self) -> Rehearsal:
        """The rehearsal under way, begun where there is none; what applies to the shop now is in it."""
        from merchant_guard.domain.rehearsal import Rehearsal  # noqa: PLC0415 (not for the first paint)

        tests = self.guide.tests_for(self._desk.open_check.assessment.sheet.facts)
        if self._rehearsal is None or self._rehearsal.tests != tests:
            results = self._rehearsal.results if self._rehearsal else {}
            self._rehearsal = Rehearsal(tests, results).at(self._rehearsal.place if self._rehearsal else 0)
        return self._rehearsal

    @property
    def last_rehearsal(self) -> str | None:
        """The id of the last rehearsal that was written down."""
        from merchant_guard.domain.rehearsal import KIND, REGISTER  # noqa: PLC0415

        held = [one for one in self._desk.ledger.book.of(REGISTER) if one.said("kind") == KIND]
        return held[-1].id if held else None

    def go_to_test(self, place: int) -> None:
        """Go to a test by its place, counted from 0."""
        self._rehearsal = self.rehearsal.at(place)

    def take_result(self, result: TestResult) -> None:
        """Take how the test came out."""
        self._rehearsal = self.rehearsal.with_result(result)

    def mend(self, test: RehearsalTest) -> None:
        """Go to what mends a test, where the plan has it."""
        if (item := test.item_in(self._desk.plan)) is not None:
            self._desk.go_to_item(item.id)

    def record(self) -> None:
        """Write the rehearsal down as held today, and show the entry."""
        from merchant_guard.domain.rehearsal import KIND, REGISTER, found  # noqa: PLC0415

        rehearsal, ledger = self.rehearsal, self._desk.ledger
        if self._desk.refuses_change() or not rehearsal.results:
            return
        entry = ledger.new_entry(REGISTER, {"kind": KIND})
        written = {
            "on": self._desk.today,
            "found": found(rehearsal),
            "to_mend": frozenset(test.id for test in rehearsal.to_mend),
            "note": self._how_many(rehearsal),
        }
        for field, value in written.items():
            ledger.write(entry.id, field, value)
        self._rehearsal = None
        self._desk.said.emit(self._desk.look.words("Noted among the checks"))
        self._desk.go_to_register(REGISTER, entry.id)

    def _how_many(self, rehearsal: Rehearsal) -> str:
        words = self._desk.look.words("Tried {tried} of {total}, {good} well")
        return words.format(
            tried=len(rehearsal.good) + len(rehearsal.to_mend),
            total=len(rehearsal.tests),
            good=len(rehearsal.good),
        )

    def print_rehearsal(self) -> None:
        """Print the tests: with how they came out last, or to be filled in while some are being tried."""
        last = None if self.rehearsal.results else self.last_rehearsal
        self._desk.go_to_paper("inspection-rehearsal", about=last or "")

    def begin_rehearsal(self) -> None:
        """Show the rehearsal."""
        self._desk.go(Screen.REHEARSAL)
