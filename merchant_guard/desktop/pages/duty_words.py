"""What is said of duties: in which band, whose they are, how late, how binding."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from merchant_guard.desktop.pages.register_words import RegisterWords, in_numbers_order
from merchant_guard.domain.due import DueItem
from merchant_guard.domain.duties import Duty, DutyKind
from merchant_guard.domain.keeping import KeepRule, ending_duty
from merchant_guard.domain.question_bank import QuestionBank
from merchant_guard.domain.registers.book import DutyRecord, Outcome
from merchant_guard.localization.dates import day_with_weekday
from merchant_guard.localization.labels import label

NEAR_DAYS = 7
MOST_NAMED = 5
"""As many entries as one row names."""
OVERDUE, NEAR, LATER, HELD = "overdue", "near", "later", "held"


@dataclass(frozen=True)
class DutyGroup:
    """One duty in one band; about several entries at once it is still one row."""

    duty: Duty
    items: tuple[DueItem, ...]
    band: str = ""

    @property
    def first(self) -> DueItem:
        """The soonest of them."""
        return self.items[0]

    @property
    def name(self) -> str:
        """What tests call its row."""
        return self.first.id if len(self.items) == 1 else f"{self.duty.id}_{self.band}"


@dataclass(frozen=True)
class DutyWords:
    """Speaks of duties as of a day."""

    say: RegisterWords
    bank: QuestionBank

    @property
    def today(self) -> date:
        """The day it is."""
        return self.say.today

    # --- bands --------------------------------------------------------------------------------------

    def band(self, item: DueItem) -> str:
        """Where an item stands."""
        if item.hold is not None:
            return HELD
        days = (item.due - self.today).days
        return OVERDUE if days < 0 else NEAR if days < NEAR_DAYS else LATER

    def groups(self, items: Sequence[DueItem]) -> dict[str, list[DutyGroup]]:
        """The items by band; what one duty asks about several entries stands together."""
        bands: dict[str, dict[str, list[DueItem]]] = {OVERDUE: {}, NEAR: {}, LATER: {}, HELD: {}}
        for item in items:
            if item.duty.kind is DutyKind.CONTENT and not item.is_near(self.today):
                continue  # it says that the content is old, and before its day that is not so
            bands[self.band(item)].setdefault(item.duty.id, []).append(item)
        return {
            band: [DutyGroup(found[0].duty, tuple(found), band) for found in duties.values()]
            for band, duties in bands.items()
        }

    def band_title(self, band: str) -> str:
        """The heading of a band."""
        words = self.say.look.words
        return {
            OVERDUE: words("Past its day"),
            NEAR: words("This week"),
            LATER: words("Later"),
            HELD: words("Not to be destroyed for now"),
        }[band]

    # --- one row ------------------------------------------------------------------------------------

    def title(self, duty: Duty) -> str:
        """What is to be done."""
        day = self.bank.checked_on.isoformat()
        return duty.title.pick(self.say.look.language).replace("{day}", day)

    def who(self, group: DutyGroup) -> str:
        """Whom or what it is about; of many only some are named."""
        entries = [item.entry for item in group.items if item.entry is not None]
        entries.sort(key=lambda entry: in_numbers_order(self.say.full_name(entry)))
        names = [self.say.full_name(entry) for entry in entries[:MOST_NAMED]]
        joined = ("、" if self.say.look.language == "zh" else ", ").join(names)
        if len(entries) > MOST_NAMED:
            words = self.say.look.words("{names} and {count} more")
            return words.format(names=joined, count=len(entries) - MOST_NAMED)
        return joined

    def when(self, item: DueItem) -> str:
        """By when, and how late it is."""
        late = item.overdue_days(self.today)
        language, words = self.say.look.language, self.say.look.words
        day = day_with_weekday(language, item.due)
        if item.due.year != self.today.year:
            day = item.due.isoformat()
        if late:
            return words("{day}, {days} day(s) late").format(day=day, days=late)
        return words("today") if item.due == self.today else day

    def force(self, duty: Duty) -> str:
        """How binding it is, in a word."""
        return label(self.say.look.language, "force", duty.force)

    def meta(self, group: DutyGroup) -> str:
        """Who, when, how long."""
        words, minutes = self.say.look.words, group.duty.minutes
        time = words("about {minutes} min").format(minutes=minutes) if minutes else ""
        return " · ".join(filter(None, (self.who(group), self.when(group.first), time)))

    # --- what was done ------------------------------------------------------------------------------

    def duty_of(self, record: DutyRecord) -> Duty | None:
        """The duty a record is about; None where the content has it no more."""
        found = next((one for one in self.bank.duties if one.id == record.duty_id), None)
        return found or next((d for d in map(_ending, self.bank.keep_rules) if d.id == record.duty_id), None)

    def history(self, record: DutyRecord) -> str:
        """A line of what was done or left out."""
        words, duty = self.say.look.words, self.duty_of(record)
        entry = self.say.ledger.book.entries.get(record.entry_id or "")
        what = self.title(duty) if duty else record.duty_id
        if entry is not None:
            what = f"{self.say.full_name(entry)} · {what}"
        outcome = words("was done") if record.outcome is Outcome.DONE else words("left out")
        late = words("entered later") if record.is_late else ""
        parts = (record.on.isoformat(), outcome, late, record.reason)
        return f"{what} — {' · '.join(filter(None, parts))}"

    def is_self_check(self, duty: Duty) -> bool:
        """Whether only going through the questions again settles it."""
        return duty.kind is DutyKind.SELF_CHECK


def _ending(rule: KeepRule) -> Duty:
    return ending_duty(rule)
