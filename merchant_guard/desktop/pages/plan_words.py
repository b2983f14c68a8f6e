"""The plan in the words of its page: rows, bands, what unfolds, and what is copied for WeChat."""

from collections.abc import Sequence
from datetime import date, timedelta

from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.plan_detail import Asked, DetailText
from merchant_guard.desktop.widgets.plan_row import RowText
from merchant_guard.domain.action import Cost, Step
from merchant_guard.domain.answers import Progress
from merchant_guard.domain.plan import PlanItem
from merchant_guard.domain.question import RedLine
from merchant_guard.domain.question_bank import QuestionBank
from merchant_guard.domain.shop import OWNER, Shop
from merchant_guard.localization import mark
from merchant_guard.localization.dates import day_with_weekday, nearness, several_days
from merchant_guard.localization.labels import label

BANDS = ("overdue", "today", "this_week", "next_week", "later")
MENU_STALE_MONTHS = 12
"""After a year a menu path is shown with the warning that menus may have changed."""

_BAND_TITLES = {
    "overdue": mark("Overdue"),
    "today": mark("Today"),
    "this_week": mark("This week"),
    "next_week": mark("Next week"),
    "later": mark("Later"),
}


class PlanWords:
    """Puts plan items into words on a day, in the language of a look."""

    def __init__(self, look: Look, bank: QuestionBank, today: date) -> None:
        self._look, self._bank, self._today = look, bank, today
        self.words = look.words

    # --- where a row stands -------------------------------------------------------------------------

    def is_fixed(self, item: PlanItem) -> bool:
        """Whether its day cannot be moved: a red line stays today's."""
        return item.remedy.red_line is not RedLine.NONE

    def is_overdue(self, item: PlanItem) -> bool:
        """Whether it is past its day and may get another."""
        waits = item.is_done or item.is_held or self.is_fixed(item)
        return not waits and item.due < self._today

    def band(self, item: PlanItem) -> str:
        """The band of an item; an overdue red line is today's, and what a hold forbids is for later."""
        if item.is_held:
            return "later"
        near = nearness(self._today, item.due)
        return "today" if near == "overdue" and self.is_fixed(item) else near

    def band_title(self, band: str) -> str:
        """The heading of a band."""
        title = self.words(_BAND_TITLES[band])
        return f"{title} · {day_with_weekday(self._look.language, self._today)}" if band == "today" else title

    def band_note(self, band: str, items: Sequence[PlanItem]) -> str:
        """How many are open under a heading, and how long they take."""
        waiting = [item for item in items if not item.is_done]
        minutes = sum(item.remedy.minutes for item in waiting)
        count = self.words("{count} to do").format(count=len(waiting))
        if band == "overdue" or not minutes:
            return count
        both = self.words("{count} to do, about {minutes} min")
        return both.format(count=len(waiting), minutes=minutes)

    def folded(self, name: str, items: Sequence[PlanItem]) -> tuple[str, str]:
        """What the card says that stands for what is `later` or `done`, and its note."""
        if name == "later":
            waiting = sum(not item.is_done for item in items)
            days = several_days(self._look.language, [item.due for item in items])
            return self.words("Later: {count} to do").format(count=waiting), days
        bare = sum(not item.proof for item in items)
        note = self.words("{count} without proof kept yet").format(count=bare) if bare else ""
        return self.words("{count} done").format(count=len(items)), note

    # --- a row --------------------------------------------------------------------------------------

    def row(self, item: PlanItem) -> RowText:
        """The words of a row."""
        remedy = item.remedy
        badge = "ask" if remedy.is_inquiry else "red" if self.is_fixed(item) else remedy.risk.value
        return RowText(
            title=self.title(item),
            badge=badge,
            meta=" · ".join(self._meta(item)),
            who=self.who(item),
            day=self.day(item),
            late=not item.is_held and (self.is_overdue(item) or item.should_have_been is not None),
            done=item.is_done,
            day_open=not self.is_fixed(item),
            bare=item.is_done and not item.proof,
        )

    def title(self, item: PlanItem) -> str:
        """What is to be done."""
        return item.remedy.action.title.pick(self._look.language)

    def who(self, item: PlanItem) -> str:
        """The person, or the role where several share it."""
        role = self._bank.roles.get(item.owner.role)
        return item.owner.name or (role.label.pick(self._look.language) if role else item.owner.role)

    def day(self, item: PlanItem) -> str:
        """By when, or on which day it was done."""
        day = item.done_on or item.due
        if day == self._today or (self.is_fixed(item) and not item.is_done and day < self._today):
            return self.words("Today")
        return day_with_weekday(self._look.language, day)

    def _meta(self, item: PlanItem) -> list[str]:
        words, remedy = self.words, item.remedy
        if item.done_on is not None:
            return [words("Done, proof kept") if item.proof else words("Done, no proof kept yet")]
        if item.is_held:
            return [words("Not now: this may be evidence, until the matter is signed off")]
        parts = [self._late(item)] if self._late(item) else []
        parts.append(words("about {minutes} min").format(minutes=remedy.minutes))
        if remedy.action.cost is not Cost.FREE:
            parts.append(label(self._look.language, "cost", remedy.action.cost))
        return parts

    def _late(self, item: PlanItem) -> str:
        """How late it is: days past its day, or the day a red line should have been mended."""
        words = self.words
        if self.is_overdue(item):
            return words("{days} d late").format(days=(self._today - item.due).days)
        since = item.should_have_been
        if since is None:
            return ""
        is_inquiry, day = item.remedy.is_inquiry, day_with_weekday(self._look.language, since)
        if since.year != self._today.year:
            day = since.isoformat()
        if since == self._today - timedelta(days=1):
            asked, mended = (
                words("should have been asked yesterday"),
                words("should have been mended yesterday"),
            )
            return asked if is_inquiry else mended
        asked, mended = words("should have been asked {day}"), words("should have been mended {day}")
        return (asked if is_inquiry else mended).format(day=day)

    def names(self, shop: Shop) -> list[str]:
        """Who can be chosen: the people of the shop, and the owner in any case."""
        names = [member.name for member in shop.staff]
        if not any(member.role == OWNER for member in shop.staff):
            names.insert(0, self._bank.roles[OWNER].label.pick(self._look.language))
        return list(dict.fromkeys(names))

    # --- what unfolds -------------------------------------------------------------------------------

    def detail(self, item: PlanItem, progress: Progress) -> DetailText:
        """What stands under an unfolded row."""
        language, action = self._look.language, item.remedy.action
        crime = any(question.crime for question in item.remedy.questions)
        return DetailText(
            title=self.title(item),
            warning=self.words(_STOP) if crime else "",
            why=action.why.pick(language),
            steps=tuple((step.text.pick(language), self._menu(step)) for step in item.steps),
            asked=self.asked(item),
            remarks=tuple(self._remarks(item, progress, crime)),
            force="" if item.remedy.is_inquiry else label(language, "force", action.force),
        )

    def _menu(self, step: Step) -> str:
        if step.menu is None:
            return ""
        year, month = (int(part) for part in step.menu.checked_on.split("-"))
        age = (self._today.year - year) * 12 + self._today.month - month
        fresh, stale = self.words("(menu as of {month})"), self.words(_STALE)
        return (stale if age > MENU_STALE_MONTHS else fresh).format(month=step.menu.checked_on)

    def asked(self, item: PlanItem) -> tuple[Asked, ...]:
        """Whom to ask what, for a row that finds something out."""
        if not item.remedy.is_inquiry:
            return ()
        language, questions = self._look.language, item.remedy.questions
        return tuple(
            Asked(
                self.words("Ask: {who}").format(who=counterpart.label.pick(language)),
                tuple(one.ask.say.pick(language) for one in questions if one.ask.who == who),
            )
            for who, counterpart in self._bank.counterparts.items()
            if any(one.ask.who == who for one in questions)
        )

    def _remarks(self, item: PlanItem, progress: Progress, crime: bool) -> list[str]:
        words, language, action = self.words, self._look.language, item.remedy.action
        remarks = [words("Keep as proof: {proof}").format(proof=action.proof.pick(language))]
        if action.recurrence:
            remarks[0] += f" · {label(language, 'recurrence', action.recurrence)}"
        if progress.reason and not crime:
            moved = words("Why another day: {reason} Until then: {interim}")
            remarks.append(moved.format(reason=progress.reason, interim=progress.interim))
        return remarks

    def for_wechat(self, item: PlanItem) -> str:
        """What is copied: the task, the person and the day, nothing of risks or gaps."""
        return " · ".join(
            (self.title(item), self.who(item), day_with_weekday(self._look.language, self._when(item)))
        )

    def _when(self, item: PlanItem) -> date:
        return max(item.due, self._today) if self.is_fixed(item) and not item.is_done else item.due


_STALE = mark("(menu as of {month}, it may have changed)")
_STOP = mark(
    "Stop first; delete or change no records; do not write here what happened; first ask a lawyer or tell "
    "the public security organ."
)
