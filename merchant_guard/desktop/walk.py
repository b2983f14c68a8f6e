"""The way through the interview: where one screen leads, and where the way ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from merchant_guard.desktop.screens import Screen
from merchant_guard.domain.stage import Stage

if TYPE_CHECKING:
    from merchant_guard.desktop.desk import Desk


class Walk:
    """Leads the desk from screen to screen.

    It remembers where somebody came from to change one answer (`return_to`), until they go somewhere else.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.return_to: Screen | None = None
        self._came_open = False
        desk.went.connect(self._on_went)

    def _on_went(self, _screen: str) -> None:
        step, check = self._desk.step, self._desk.check
        self.return_to = None
        self._came_open = step is not None and check is not None and not check.interview.is_answered(step)

    def change_answer(self, step_id: str) -> None:
        """Go to one screen of the interview and come back here after it, if it still is on the way."""
        back = self._desk.screen
        if step := self._desk.step_of(step_id):
            self._desk.go_to_step(step)
            self.return_to = back

    def _has_returned(self) -> bool:
        """Go back to where an answer was to be changed; False when nobody came from anywhere."""
        if self.return_to is None:
            return False
        self._desk.go(self.return_to)
        return True

    def begin_quick(self) -> None:
        """Begin, or go on with, the ten questions."""
        self._go_on(Stage.QUICK, Screen.QUICK_END)

    def begin_full(self) -> None:
        """Begin, or go on with, the whole self-check; nothing is asked twice."""
        self._go_on(Stage.FULL, Screen.REVIEW)

    def _go_on(self, stage: Stage, at_end: Screen) -> None:
        self._desk.take_stage(stage)
        step = self._desk.open_check.interview.first_open
        if step is None:
            self._desk.go(at_end)
        else:
            self._desk.go_to_step(step, by_group=True)

    def next_step(self) -> None:
        """Go on after the screen shown: to the next unanswered one, else to the end.

        Who came to look at what was answered before goes from screen to screen instead.
        """
        if self._has_returned():
            return
        interview, here = self._desk.open_check.interview, self._desk.step
        step = interview.next_open_after(here.id) if here else None
        if step is None and here and not self._came_open:
            step = interview.next_after(here.id)
        if step is not None:
            self._desk.go_to_step(step, by_group=True)
        elif interview.stage is Stage.QUICK:
            self._desk.go(Screen.QUICK_END)
        else:
            self.finish()

    def previous_step(self) -> None:
        """Go back one screen; before the first stands the home page."""
        if self._has_returned():
            return
        here = self._desk.step
        step = self._desk.open_check.interview.previous_before(here.id) if here else None
        if step is None:
            self._desk.go(Screen.HOME)
        else:
            self._desk.go_to_step(step)

    def finish(self) -> None:
        """At the end of the whole check: to what is unanswered, else to the result."""
        if self._desk.open_check.interview.first_open is not None:
            self._desk.go(Screen.REVIEW)
            return
        self._desk.note_finished()
        self._desk.go(Screen.RESULT)
