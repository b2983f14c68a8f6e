"""Make the calendar of a shop: its tasks and duties on their days."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from merchant_guard.domain.interview import Interview
from merchant_guard.exchange.answer_file import AnswerFile
from merchant_guard.localization import Language
from merchant_guard.services.keep_book import staff_entries
from merchant_guard.services.make_plan import MadePlan
from merchant_guard.services.open_check import OpenCheck
from merchant_guard.system.clock import moment_on

if TYPE_CHECKING:
    from merchant_guard.reminders.calendar_entries import CalendarEntry

ENDING = ".ics"
_LATELY = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class MadeCalendar:
    """A calendar file, and the entries in it."""

    data: bytes
    entries: tuple["CalendarEntry", ...]


def make_calendar(
    made: MadePlan, shop: str, language: Language, known: Mapping[str, date] | None = None
) -> MadeCalendar:
    """Make the calendar of a plan and its duties, as of the plan's day; `shop` tells it from other shops.

    `known` are the entries that earlier files brought: what is no longer to be done is told as cancelled, as
    no calendar takes away what a file merely lacks. Without them it is what was done, or waits, of late.
    """
    # icalendar takes as long to load as all the rest of a command.
    from merchant_guard.reminders.calendar_entries import Agenda, calendar_entries  # noqa: PLC0415
    from merchant_guard.reminders.calendar_file import calendar_file  # noqa: PLC0415

    sheet = made.assessment.sheet
    agenda = Agenda(
        shop=shop,
        today=made.plan.made_on,
        plan=made.plan,
        duties=made.duties,
        rhythm=sheet.shop.rhythm,
        registers=sheet.bank.registers,
        known=_ended(made, shop) if known is None else known,
    )
    entries = calendar_entries(agenda, language)
    return MadeCalendar(calendar_file(entries, language, datetime.now(UTC)), entries)


def with_duties(made: MadePlan, file: AnswerFile) -> MadePlan:
    """The plan of an answer file with what its registers say: what else falls due, and what has to wait.

    Duties began with its check where the file does not say when.
    """
    since = file.duties_since or made.checked_on
    check = OpenCheck(
        shop_id="",
        check_id=0,
        interview=Interview(made.assessment.sheet.bank, file.shop, file.check.answers),
        checked_on=made.checked_on,
        previous=file.check.previous,
        book=file.book,
        duties_since=since,
    )
    for entry in staff_entries(file.book, file.shop.staff, moment_on(since)):
        check = check.with_book(check.book.with_entry(entry))
    holds = check.holds
    plan = made.plan.holding(lambda kinds: any(hold.covers(kinds) for hold in holds)) if holds else made.plan
    return replace(made, plan=plan, duties=check.due)


def _ended(made: MadePlan, shop: str) -> dict[str, date]:
    """What a calendar of late may hold and is done now, or has to wait."""
    from merchant_guard.reminders.calendar_entries import uid_of  # noqa: PLC0415

    since = made.plan.made_on - _LATELY
    tasks = [one for one in made.plan.items if one.is_held or one.is_done]
    lately = {one.id: one.due for one in tasks if max(one.due, one.done_on or one.due) >= since}
    held = {one.duty.id: one.due for one in made.duties if one.hold is not None and one.entry is None}
    return {uid_of(shop, item): day for item, day in (lately | held).items()}
