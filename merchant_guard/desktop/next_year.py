"""Next year's self-check: begun and taken back, last year's answers beside it, a group confirmed at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from merchant_guard.desktop.screens import Screen
from merchant_guard.domain.stage import Stage

if TYPE_CHECKING:
    from datetime import date

    from merchant_guard.desktop.desk import Desk
    from merchant_guard.domain.answers import Answer
    from merchant_guard.domain.as_last_year import AsLastYear, GroupAgain
    from merchant_guard.domain.interview import Interview, Step
    from merchant_guard.domain.question import Question
    from merchant_guard.services.old_years import OldYear
    from merchant_guard.services.open_check import OpenCheck

LEAST = 2
"""As many questions as make a group worth confirming at once."""


class NextYear:
    """Remembers which groups are gone through one by one, and which old year is looked at."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._one_by_one: set[str] = set()
        self._is_busy = False
        self.open_year: int | None = None
        """The old year that is read, None for the list of them."""

    # --- beginning ----------------------------------------------------------------------------------

    @property
    def can_begin(self) -> bool:
        """Whether the check in hand is done with and another day has come."""
        desk, check = self._desk, self._desk.check
        if check is None or desk.is_read_only:
            return False
        from merchant_guard.services.begin_next_year import may_begin_next  # noqa: PLC0415 (not for the first paint)

        return may_begin_next(check, desk.today) and desk.today > (check.finished_on or check.checked_on)

    @property
    def is_due(self) -> bool:
        """Whether it is time: the duty to check again is near, or the check is a year old."""
        from merchant_guard.domain.duties import DutyKind  # noqa: PLC0415 (not for the first paint)
        from merchant_guard.domain.intervals import Interval  # noqa: PLC0415

        desk = self._desk
        if not self.can_begin:
            return False
        duties = (item for item in desk.ledger.items if item.duty.kind is DutyKind.SELF_CHECK)
        year_later = Interval(months=12).after(desk.open_check.checked_on)
        return desk.today >= year_later or any(item.is_near(desk.today) for item in duties)

    def begin(self) -> None:
        """Begin the next check and ask what changed; it can be taken back while nothing is answered."""
        desk = self._desk
        if not self.can_begin or self._is_busy:
            return
        self._is_busy = True
        check, today = desk.open_check, desk.today

        def began(new: OpenCheck) -> None:
            self._is_busy = False
            self._one_by_one.clear()
            desk.changing.clear()
            desk.lay(new)
            desk.walk.begin_full()
            words = desk.look.words("Last year’s answers stand beside; they count once you confirm them")
            desk.undo_offered.emit(words, self.take_back)

        from merchant_guard.services.begin_next_year import begin_next_check  # noqa: PLC0415 (once a year)

        desk.in_store(lambda workspace: begin_next_check(workspace, check, today), began, self._failed)

    @property
    def begin_words(self) -> str:
        """What the button says that begins it."""
        return self._desk.look.words("Begin the {year} self-check").format(year=self._desk.today.year)

    @property
    def can_take_back(self) -> bool:
        """Whether a next check was begun and nothing of it is answered."""
        check = self._desk.check
        if check is None or check.previous is None or self._desk.is_read_only:
            return False
        from merchant_guard.services.begin_next_year import may_undo_next  # noqa: PLC0415 (once a year)

        return may_undo_next(check)

    def take_back(self) -> None:
        """Lay the check before on the desk again, as if nothing had been begun."""
        desk = self._desk
        if not self.can_take_back or self._is_busy:
            return
        self._is_busy = True
        check = desk.open_check

        def back(before: OpenCheck) -> None:
            self._is_busy = False
            desk.lay(before)
            desk.go(Screen.HOME)

        from merchant_guard.services.begin_next_year import undo_next_check  # noqa: PLC0415 (once a year)

        desk.in_store(lambda workspace: undo_next_check(workspace, check), back, self._failed)

    def _failed(self, error: BaseException) -> None:
        self._is_busy = False
        self._desk.tell_failure(error)

    def begin_or_go_on(self) -> None:
        """What a button says that leads to the self-check: another one where this is done, else this one."""
        if self.can_begin:
            self.begin()
        else:
            self._desk.walk.begin_full()

    # --- old years ----------------------------------------------------------------------------------

    @property
    def has_old_years(self) -> bool:
        """Whether there are years before the one in hand."""
        check = self._desk.check
        return check is not None and check.previous is not None and not self._desk.is_sample

    def show_years(self) -> None:
        """Show the list of the years before."""
        self.open_year = None
        self._desk.go(Screen.YEARS)

    def read_years(self, then: Callable[[tuple[OldYear, ...]], object]) -> None:
        """Read the years before, beside the window."""
        if not self.has_old_years:
            then(())
            return
        from merchant_guard.services.old_years import list_years  # noqa: PLC0415 (rarely looked at)

        desk, shop_id = self._desk, self._desk.open_check.shop_id
        desk.in_store(lambda workspace: list_years(workspace, shop_id), then, desk.tell_failure)

    # --- last year's answers ------------------------------------------------------------------------

    @property
    def last_year(self) -> AsLastYear | None:
        """Last year's answers beside the check in hand; None where there are none."""
        check = self._desk.check
        return last_year_of(check, self._desk.today) if check is not None else None

    def asks_group(self, step: Step | None) -> bool:
        """Whether the way to a question leads by its group first: some of it can be confirmed at once."""
        check = self._desk.check
        if step is None or step.is_profile or check is None or check.interview.stage is not Stage.FULL:
            return False
        group = step.question.group
        if group in self._one_by_one or check.interview.is_answered(step):
            return False
        again = self.group(group)
        return again is not None and len(again.same) >= LEAST

    def group(self, group_id: str) -> GroupAgain | None:
        """What of a group can be confirmed; None in a first year."""
        last_year = self.last_year
        return last_year.group(group_id) if last_year is not None else None

    def one_by_one(self, group_id: str) -> None:
        """Go through a group question by question."""
        self._one_by_one.add(group_id)
        self._go_on_in(group_id)

    def confirm(self, group_id: str) -> None:
        """Answer what can be confirmed of a group as last year; only now it counts."""
        again = self.group(group_id)
        if again is None or self._desk.refuses_change():
            return
        answers: dict[str, Answer] = {one.id: again.after.answers[one.id] for one in again.same}
        self._desk.answer_all(answers)
        self._go_on_in(group_id)
        words = self._desk.look.words("{count} confirmed as last year; any of them can be changed later")
        self._desk.said.emit(words.format(count=len(answers)))

    def _go_on_in(self, group_id: str) -> None:
        """To what is open in the group, else to what is open after it, else to the end."""
        interview = self._desk.open_check.interview
        here = [step for step in interview.path if not step.is_profile and step.question.group == group_id]
        step = next((step for step in here if not interview.is_answered(step)), None)
        if step is None and here:
            step = interview.next_open_after(here[-1].id)
        if step is None:
            self._desk.walk.finish()
        else:
            self._desk.go_to_step(step, by_group=True)

    def same_answer(self, question: Question) -> Answer | None:
        """What one press on 和去年一样 answers; None where it is not offered."""
        last_year = self.last_year
        return last_year.again(question) if last_year is not None else None


def last_year_of(check: OpenCheck, today: date) -> AsLastYear | None:
    """Last year's answers beside a check; None where there are none."""
    if check.previous is None:
        return None
    from merchant_guard.domain.as_last_year import AsLastYear  # noqa: PLC0415 (not in the first year)

    suggest = partial(check.suggestion, today=today)
    return AsLastYear(check.interview, check.previous, check.is_new, check.is_changed, suggest)


def minutes_left(check: OpenCheck, interview: Interview, today: date) -> int:
    """The minutes left of a stage; in a second year fewer, as most is only confirmed."""
    last_year = last_year_of(check, today)
    return (
        interview.minutes_left if last_year is None else replace(last_year, interview=interview).minutes_left
    )
