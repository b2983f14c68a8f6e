"""Duties on the home page: what their rows say, and where they are written down."""

from collections.abc import Sequence
from datetime import timedelta

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.home_state import DutyRow
from merchant_guard.desktop.pages.known_papers import PaperWay, paper_for_entries, paper_for_entry
from merchant_guard.desktop.pages.register_words import RegisterWords
from merchant_guard.desktop.widgets.task_row import TaskButton, TaskText
from merchant_guard.domain.due import DueItem
from merchant_guard.domain.duties import DutyKind, PerEntry
from merchant_guard.domain.registers.register import STAFF
from merchant_guard.domain.shop import OWNER
from merchant_guard.localization import Translate
from merchant_guard.localization.dates import day_with_weekday

MOST_NAMED = 2
"""As many entries as a title names one by one."""
LATELY = timedelta(days=31)
DOT = " · "


class HomeDuties:
    """Speaks of the duties of the shop on the desk."""

    def __init__(self, desk: Desk, say: RegisterWords) -> None:
        self.desk, self.say = desk, say

    # --- what a row says ----------------------------------------------------------------------------

    def text(self, group: DutyRow) -> TaskText:
        """The words of a row."""
        late = group.first.overdue_days(self.desk.today) > 0
        word = group.duty.badge
        return TaskText(
            title=DOT.join(filter(None, (self._title(group), self._about(group.items)))),
            badge="" if word is None else "high" if late else "medium",
            meta=DOT.join(filter(None, self._meta(group, late=late))),
            late=late,
            badge_words=self.say.badge_of(group.first) if word is not None else "",
        )

    def _title(self, group: DutyRow) -> str:
        return group.duty.title.pick(self.desk.look.language)

    def _about(self, items: Sequence[DueItem]) -> str:
        """Whom or what it is about; of many only how many."""
        entries = [item.entry for item in items if item.entry is not None]
        if len(entries) > MOST_NAMED:
            return how_many(self.desk.look.words, entries[0].register, len(entries))
        names = [self.say.full_name(entry) for entry in entries]
        return ("、" if self.desk.look.language == "zh" else ", ").join(names)

    def _meta(self, group: DutyRow, *, late: bool) -> list[str]:
        words, first = self.desk.look.words, group.first
        return [
            self._owner(),
            self._late(first) if late else self._day(first),
            words("about {minutes} min").format(minutes=group.duty.minutes) if group.duty.minutes else "",
            self._since(first) if len(group.items) == 1 else "",
        ]

    def _owner(self) -> str:
        role = self.desk.open_check.bank.roles.get(OWNER)
        return role.label.pick(self.desk.look.language) if role else ""

    def _late(self, item: DueItem) -> str:
        return self.desk.look.words("{days} d late").format(days=item.overdue_days(self.desk.today))

    def _day(self, item: DueItem) -> str:
        if item.due == self.desk.today:
            return self.desk.look.words("Today")
        return day_with_weekday(self.desk.look.language, item.due)

    def _since(self, item: DueItem) -> str:
        """What in its entry brought it, as 离职日期 11月29日, where that was lately and on another day."""
        rule, entry = item.duty.rule, item.entry
        if not isinstance(rule, PerEntry) or entry is None:
            return ""
        day = entry.day(rule.after)
        if day is None or day == item.due or abs(self.desk.today - day) > LATELY:
            return ""
        field = self.say.ledger.registers[entry.register].field(rule.after or "")
        return f"{field.label.pick(self.desk.look.language)} {self.say.day(day)}"

    # --- where it is written down -------------------------------------------------------------------

    def buttons(self, group: DutyRow) -> tuple[TaskButton, TaskButton]:
        """The button of a row, and the picture before it that leads to its entry.

        A duty that is done on paper is begun by printing it.
        """
        if way := self._paper(group):
            paper = TaskButton(self._paper_words(group), "act", way.go, "printer")
            return (
                paper,
                TaskButton(self.desk.look.words("Write it down"), "lead", lambda: self.go(group), "calendar"),
            )
        words = self._act(group)
        return (
            TaskButton(words, "act", lambda: self.go(group), "pencil"),
            TaskButton(self.desk.look.words("Write it down"), "lead", lambda: self.go(group), "calendar"),
        )

    def _paper(self, group: DutyRow) -> PaperWay | None:
        """The way to the paper that settles a duty, where there is one for all it is about."""
        entries = [item.entry for item in group.items if item.entry is not None]
        if len(entries) == 1:
            name = self.say.name(entries[0])
            return paper_for_entry(self.desk, group.duty.papers, entries[0], name)
        return paper_for_entries(self.desk, group.duty.papers, entries)

    def _paper_words(self, group: DutyRow) -> str:
        is_agreement = group.duty.kind is DutyKind.AGREEMENT
        return self.desk.look.words("Print the agreement") if is_agreement else self.desk.look.words("Print")

    def _act(self, group: DutyRow) -> str:
        look, act = self.desk.look, group.duty.act
        if group.duty.kind is DutyKind.SELF_CHECK:
            return look.words("Do the self-check")
        return act.pick(look.language) if act else look.words("View")

    def go(self, group: DutyRow) -> None:
        """Go where it is done: to its entry, to the entries it is about, or to a new line of its register."""
        desk, duty, entry = self.desk, group.duty, group.first.entry
        if duty.kind is DutyKind.SELF_CHECK:
            desk.next_year.begin_or_go_on()
        elif entry is not None:
            desk.go_to_register(entry.register, entry.id if len(group.items) == 1 else None)
        elif duty.register is not None:
            desk.go_to_register(duty.register, desk.ledger.new_entry(duty.register, duty.preset).id)


def how_many(words: Translate, register_id: str, count: int) -> str:
    """So many people, or so many of anything else."""
    told = words("{count} people") if register_id == STAFF else words("{count} of them")
    return told.format(count=count)
