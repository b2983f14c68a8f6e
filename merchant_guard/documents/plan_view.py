"""The plan as plain words in one language: what the template of `plan.pdf` fills in."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from merchant_guard.documents.citations import cite_all, law_list
from merchant_guard.domain.action import Step
from merchant_guard.domain.estimate import estimated_score
from merchant_guard.domain.findings import Assessment, FindOut
from merchant_guard.domain.plan import PlanItem, RemediationPlan, red_lines_left
from merchant_guard.domain.question import Choice, RedLine
from merchant_guard.domain.question_bank import QuestionBank
from merchant_guard.localization import Language
from merchant_guard.localization.dates import day_with_weekday, month_and_day, nearness, weekday
from merchant_guard.localization.labels import label, verdict_sentence

MENU_STALE_MONTHS = 12
"""After a year a menu path is printed with the warning that menus may have changed."""
LONGEST_OWNER = 60
"""As much of a name as a row of the list holds; answer files let 50 characters in."""

View = dict[str, Any]


class PlanView:
    """Puts an assessment and its plan into words. `plain` is what the template gets."""

    def __init__(
        self, assessment: Assessment, plan: RemediationPlan, checked_on: date, language: Language
    ) -> None:
        self._assessment, self._plan, self._language = assessment, plan, language
        self._checked_on = checked_on
        self._bank: QuestionBank = assessment.sheet.bank

    def plain(self) -> View:
        """The whole view."""
        plan = self._plan
        return {
            **self.head(),
            "checked_on": self._checked_on.isoformat(),
            "done": len(plan.done_items),
            "total": len(plan.items),
            "unanswered": self._unanswered(),
            "summary": self._summary(),
            "bands": self._bands(plan.open_items),
            "done_items": [self._done_item(item) for item in plan.done_items],
            "items": [self._item(item) for item in plan.open_items],
            "inquiries": self._inquiries(),
            "not_applicable": self._not_applicable(),
            "laws": law_list(self._language, self._citations(), self._bank.laws),
        }

    def week(self) -> View:
        """What is due this week, and what should have been done before, by its days."""
        items = self._plan.due_this_week
        return {
            **self.head(),
            "bands": self._bands(items),
            "count": len(items),
            "minutes": sum(item.remedy.minutes for item in items),
            **self._waiting(),
        }

    def tasks(self, items: Iterable[PlanItem], heading: str) -> View:
        """Some tasks with who does them and by when, and nothing of risks or gaps."""
        rows = [self._row(item) | {"is_today": item.due == self._plan.made_on} for item in items]
        told = ("title", "count", "owner", "due", "is_today")
        return {
            **self.head(),
            "heading": heading,
            "rows": [{name: row[name] for name in told} for row in rows],
            **self._waiting(),
        }

    def head(self) -> View:
        """Whose paper it is, and of when."""
        return {
            "language": self._language,
            "shop": self._assessment.sheet.shop.name,
            "year": self._checked_on.year,
            "printed_on": self._plan.made_on.isoformat(),
        }

    def first_three(self, most_steps: int) -> View:
        """The sheet of what to do first, with so many steps of each at most."""
        first = self._plan.open_items[:3]
        asked = sum(len(item.remedy.questions) for item in first if item.remedy.is_inquiry)
        return {
            **self.head(),
            "rows": [self._first_row(item, most_steps) for item in first],
            "asks": len(self._assessment.find_outs) - asked,
            "has_crime": any(question.crime for item in first for question in item.remedy.questions),
            **self._waiting(),
        }

    def _waiting(self) -> View:
        """What a list with nothing on it waits for: answers, or another week."""
        return {"unanswered": self._unanswered(), "later": len(self._plan.open_items)}

    def _unanswered(self) -> int:
        return self._assessment.score.applicable - self._assessment.score.answered

    def _first_row(self, item: PlanItem, most_steps: int) -> View:
        return {
            **self._row(item),
            "steps": self._plain_steps(item)[:most_steps],
            "is_today": item.due == self._plan.made_on,
        }

    def _plain_steps(self, item: PlanItem) -> list[str]:
        """The steps as they usually go, without those for who got stuck."""
        return [step.text.pick(self._language) for step in item.steps if not step.fallback]

    def _summary(self) -> View:
        assessment, plan = self._assessment, self._plan
        rhythm = assessment.sheet.shop.rhythm
        return {
            "score": assessment.shown_score,
            "verdict": self._verdict(),
            "answered": assessment.score.answered,
            "applicable": assessment.score.applicable,
            "red_lines": sum(item.remedy.red_line is not RedLine.NONE for item in plan.open_items),
            "unsure": len(assessment.find_outs),
            "estimate": estimated_score(assessment, plan) if plan.done_items else None,
            "open": len(plan.open_items),
            "minutes": sum(item.remedy.minutes for item in plan.open_items),
            "hours_per_week": f"{rhythm.hours_per_week:g}",
            "quiet_day": weekday(self._language, rhythm.quiet_day),
            "last_day": max((item.due.isoformat() for item in plan.open_items), default=""),
            "first": [self._row(item) for item in plan.open_items[:3]],
            "groups": self._groups(),
            "group_rows": self._group_rows(),
        }

    def _verdict(self) -> str:
        """The verdict of the self-check, with the red lines that the plan has mended since taken off."""
        assessment = self._assessment
        left = red_lines_left(assessment, self._plan)
        verdict = "red_lines_mended" if assessment.open_red_lines and not left else assessment.verdict
        return verdict_sentence(self._language, verdict, left, assessment.score.answers_missing)

    def _groups(self) -> list[View]:
        """How much is done in each group that asks something, worst first as on the result screen."""
        sheet = self._assessment.sheet
        rows = []
        for group in self._bank.groups:
            choices = [
                sheet.answers[question.id].choice if question.id in sheet.answers else None
                for question in sheet.questions
                if question.group == group.id
            ]
            counted = [choice for choice in choices if choice is not Choice.NOT_APPLICABLE]
            if counted:
                done, part = counted.count(Choice.YES), counted.count(Choice.PARTLY)
                rows.append(
                    {
                        "title": group.label.pick(self._language),
                        "done": done,
                        "part": part,
                        "total": len(counted),
                    }
                )
        return sorted(rows, key=lambda row: row["done"] / row["total"])

    def _group_rows(self) -> list[list[View]]:
        """The groups two by two, for a table of two columns."""
        groups = self._groups()
        return [groups[start : start + 2] for start in range(0, len(groups), 2)]

    def _bands(self, items: Iterable[PlanItem]) -> list[View]:
        """Items by the day they are due."""
        days: dict[date, list[PlanItem]] = {}
        for item in items:
            days.setdefault(item.due, []).append(item)
        return [
            {
                "near": nearness(self._plan.made_on, day),
                "day": day_with_weekday(self._language, day),
                "items": rows,
                "red": any(row["red_line"] != RedLine.NONE for row in rows),
            }
            for day, of_day in days.items()
            for rows in ([self._row(item) for item in of_day],)
        ]

    def _row(self, item: PlanItem) -> View:
        """A row of the list: two steps at most, the rest is in the steps."""
        return {
            "title": item.remedy.action.title.pick(self._language),
            "badge": self._badge(item),
            "red_line": item.remedy.red_line,
            "count": len(item.remedy.questions) if item.remedy.is_inquiry else 0,
            "steps": self._plain_steps(item)[:2],
            "late_since": self._late_since(item),
            "owner": self._owner(item),
            "due": day_with_weekday(self._language, item.due),
            "minutes": item.remedy.minutes,
        }

    def _late_since(self, item: PlanItem) -> str:
        # Beside what touches a crime nothing is printed that reads like an admission.
        is_crime = any(question.crime for question in item.remedy.questions)
        day = None if is_crime else item.should_have_been
        if day is None:
            return ""
        # Without its year, a day of last year reads like one of this.
        is_this_year = day.year == self._plan.made_on.year
        return month_and_day(self._language, day.month, day.day) if is_this_year else day.isoformat()

    def _item(self, item: PlanItem) -> View:
        """An item in full."""
        action = item.remedy.action
        cited = cite_all(self._language, item.citations, self._bank.laws)
        recurrence = label(self._language, "recurrence", action.recurrence) if action.recurrence else ""
        return {
            **self._row(item),
            "why": action.why.pick(self._language),
            "steps": [self._step(step) for step in item.steps],
            "cost": label(self._language, "cost", action.cost),
            "proof": action.proof.pick(self._language),
            "recurrence": recurrence,
            "force": label(self._language, "force", action.force),
            "laws": [] if item.remedy.is_inquiry else cited,
            "notes": item.remedy.notes,
            "crime": any(question.crime for question in item.remedy.questions),
            "questions": [question.title.pick(self._language) for question in item.remedy.questions],
            "found_on": item.found_on.isoformat(),
        }

    def _step(self, step: Step) -> View:
        menu = step.menu
        if menu is None:
            return {"text": step.text.pick(self._language), "checked_on": "", "stale": False}
        year, month = (int(part) for part in menu.checked_on.split("-"))
        age = (self._plan.made_on.year - year) * 12 + self._plan.made_on.month - month
        return {
            "text": step.text.pick(self._language),
            "checked_on": menu.checked_on,
            "stale": age > MENU_STALE_MONTHS,
        }

    def _done_item(self, item: PlanItem) -> View:
        return {
            "title": item.remedy.action.title.pick(self._language),
            "owner": self._owner(item),
            "found_on": item.found_on.isoformat(),
            "done_on": day_with_weekday(self._language, item.done_on or item.due),
            "has_proof": bool(item.proof),
        }

    def _badge(self, item: PlanItem) -> str:
        """Which badge a row carries: red line, inquiry, or its risk."""
        if item.remedy.red_line is not RedLine.NONE:
            return "red"
        return "ask" if item.remedy.is_inquiry else item.remedy.risk

    def _owner(self, item: PlanItem) -> str:
        role = self._bank.roles.get(item.owner.role)
        if name := item.owner.name:
            return name if len(name) <= LONGEST_OWNER else f"{name[: LONGEST_OWNER - 1]}…"
        return role.label.pick(self._language) if role else item.owner.role

    def _inquiries(self) -> list[View]:
        """What to ask, gathered by whom to ask, in the order of the list of counterparts."""
        asked = self._assessment.find_outs
        return [
            {
                "who": counterpart.label.pick(self._language),
                "questions": [self._inquiry(one) for one in asked if one.question.ask.who == who],
            }
            for who, counterpart in self._bank.counterparts.items()
            if any(one.question.ask.who == who for one in asked)
        ]

    def _inquiry(self, find_out: FindOut) -> View:
        return {
            "say": find_out.question.ask.say.pick(self._language),
            "title": find_out.question.title.pick(self._language),
            "today": find_out.is_urgent,
        }

    def _not_applicable(self) -> list[View]:
        sheet = self._assessment.sheet
        return [
            {
                "title": question.title.pick(self._language),
                "reason": "" if question.crime else sheet.answers[question.id].reason,
            }
            for question in sheet.questions
            if question.id in sheet.answers and sheet.answers[question.id].choice is Choice.NOT_APPLICABLE
        ]

    def _citations(self) -> Iterable[Any]:
        """Every citation of the plan, of what is done and of what is to be found out."""
        for item in self._plan.items:
            yield from item.citations
        for finding in self._assessment.findings:
            yield from finding.question.citations
