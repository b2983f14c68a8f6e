"""The self-check in hand: a value that every change makes anew, with what follows from it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from merchant_guard.domain.answers import Answer, Progress, SelfCheck
from merchant_guard.domain.applicability import Facts
from merchant_guard.domain.comparison import Comparison
from merchant_guard.domain.due import DueItem, DutyYear, due_items
from merchant_guard.domain.evidence import Evidence, Subject
from merchant_guard.domain.findings import Assessment, assess
from merchant_guard.domain.interview import Interview
from merchant_guard.domain.keeping import Kept, kept_records
from merchant_guard.domain.kept_days import keep_days, release_days
from merchant_guard.domain.legal_hold import LegalHold, holds_in_force
from merchant_guard.domain.plan import RemediationPlan, make_plan
from merchant_guard.domain.question import Question
from merchant_guard.domain.question_age import is_added_since, is_changed_since
from merchant_guard.domain.question_bank import QuestionBank
from merchant_guard.domain.registers.book import Book
from merchant_guard.domain.sheet import lay_out
from merchant_guard.domain.shop import Shop, WorkRhythm
from merchant_guard.domain.side_by_side import Side, compare
from merchant_guard.domain.stage import Stage
from merchant_guard.domain.suggestions import Suggestion, suggest
from merchant_guard.services.compare_checks import assess_previous, side_before


@dataclass(frozen=True)
class OpenCheck:
    """The self-check in hand: a value that every change makes anew, with what follows from it."""

    shop_id: str
    check_id: int
    interview: Interview
    checked_on: date
    progress: Mapping[str, Progress] = field(default_factory=dict)
    previous: SelfCheck | None = None
    finished_on: date | None = None
    place: str | None = None
    waiting: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Evidence for questions that have no answer yet; the answer takes it over."""
    kept: Mapping[str, Evidence] = field(default_factory=dict)
    """What is known of the files kept here, by reference."""
    book: Book = field(default_factory=Book)
    """The registers of the shop."""
    duties_since: date | None = None
    """The day from which duties fall due; None before a check was finished or brought."""

    @property
    def bank(self) -> QuestionBank:
        """The content it speaks of."""
        return self.interview.bank

    @property
    def shop(self) -> Shop:
        """The shop it is about."""
        return self.interview.shop

    @cached_property
    def assessment(self) -> Assessment:
        """What the answers say so far."""
        return assess(self.interview.sheet)

    @cached_property
    def previous_score(self) -> int | None:
        """Last year's score by last year's profile, if that is known; None without an earlier check."""
        return self._previous_assessment.shown_score if self._previous_assessment else None

    @property
    def score_to_beat(self) -> int | None:
        """Last year's score once this year's may be held against it.

        None while questions are open: what nobody answered yet is not worse than last year.
        """
        score = self.assessment.score
        return self.previous_score if score.answered == score.applicable else None

    @cached_property
    def _previous_assessment(self) -> Assessment | None:
        """What last year's answers say by the questions of today."""
        return assess_previous(self.assessment.sheet, self.previous) if self.previous else None

    @cached_property
    def comparison(self) -> Comparison | None:
        """This check beside the one before it; None without one."""
        before, assessed = self.previous, self._previous_assessment
        if before is None or assessed is None:
            return None
        return compare(side_before(before, assessed), Side(self.checked_on, self.assessment))

    def is_new(self, question: Question) -> bool:
        """Whether a question was added since the check before."""
        before = self.previous
        return before is not None and is_added_since(question, before.checked_on)

    def is_changed(self, question: Question) -> bool:
        """Whether a question became another one since it was answered the time before."""
        before = self.previous
        if before is None or question.id not in before.answers:
            return False
        words = before.wording.questions.get(question.id) if before.wording else None
        return is_changed_since(question, before.checked_on, words)

    def last_years(self, step_id: str) -> Interview | None:
        """The interview with a profile screen as it was last year; None where nobody knows how it was."""
        known = self.previous.profile if self.previous else None
        if not known or not any(field.id in known for field in self.interview.fields_at(step_id)):
            return None
        return self.interview.filled_from(known, step_id)

    def plan(self, today: date) -> RemediationPlan:
        """The plan as it stands on a day; what would destroy evidence waits."""
        plan = make_plan(self.assessment, today, self.checked_on, self.progress)
        holds = self.holds
        return plan.holding(lambda kinds: any(hold.covers(kinds) for hold in holds)) if holds else plan

    def with_answer(self, question_id: str, answer: Answer | None) -> "OpenCheck":
        """The check after an answer."""
        waiting = dict(self.waiting)
        if answer is not None and (evidence := waiting.pop(question_id, ())):
            answer = replace(answer, evidence=tuple(dict.fromkeys((*answer.evidence, *evidence))))
        return replace(self, interview=self.interview.with_answer(question_id, answer), waiting=waiting)

    def evidence_of(self, subject: Subject) -> tuple[str, ...]:
        """The references kept as proof of something."""
        if subject.kind == "entry":
            return self.book.evidence.get(subject.id, ())
        if subject.kind == "plan_item":
            return self.progress.get(subject.id, Progress()).proof
        answer = self.interview.answers.get(subject.id)
        return answer.evidence if answer else self.waiting.get(subject.id, ())

    def with_evidence(self, subject: Subject, references: tuple[str, ...]) -> "OpenCheck":
        """The check after evidence came or went."""
        if subject.kind == "entry":
            return self.with_book(self.book.with_evidence(subject.id, references))
        if subject.kind == "plan_item":
            known = self.progress.get(subject.id, Progress())
            return self.with_progress(subject.id, replace(known, proof=references))
        if answer := self.interview.answers.get(subject.id):
            return self.with_answer(subject.id, replace(answer, evidence=references))
        return replace(self, waiting={**self.waiting, subject.id: references})

    def with_kept(self, evidence: Evidence) -> "OpenCheck":
        """The check once a file is kept."""
        return replace(self, kept={**self.kept, evidence.id: evidence})

    def with_shop(self, shop: Shop) -> "OpenCheck":
        """The check after the shop said something of itself."""
        return replace(self, interview=replace(self.interview, shop=shop))

    def with_book(self, book: Book) -> "OpenCheck":
        """The check after something was written in the registers; the plan takes its people from there."""
        changed = replace(self, book=book)
        if book.staff == self.shop.staff:
            return changed
        return changed.with_shop(replace(self.shop, staff=book.staff))

    @cached_property
    def due(self) -> tuple[DueItem, ...]:
        """What falls due beside the plan, the soonest first."""
        year = DutyYear(
            facts=self.known_facts,
            book=self.book,
            registers=self.bank.registers,
            rhythm=self.shop.rhythm,
            since=self.duties_since,
            content_checked_on=self.bank.checked_on,
            self_checks=self._self_checks,
        )
        return due_items(self.bank.year_duties, year)

    @property
    def known_facts(self) -> Facts:
        """What is known of the shop for its duties: while a check is going on, as last year where unsaid."""
        before = self.previous
        if before is None or before.profile is None or self.is_finished:
            return self.assessment.sheet.facts
        shop = replace(self.shop, profile={**before.profile, **self.shop.profile})
        return lay_out(self.bank, shop, {**before.answers, **self.interview.answers}).facts

    def finished(self, today: date) -> "OpenCheck":
        """The check once all is answered; duties begin with the first that is."""
        return replace(self, finished_on=today, duties_since=self.duties_since or today)

    @property
    def is_finished(self) -> bool:
        """Whether it was finished, or nothing of it is left to answer."""
        return self.finished_on is not None or replace(self.interview, stage=Stage.FULL).first_open is None

    def kept_records(self, today: date) -> tuple[Kept, ...]:
        """What must not be thrown away yet, what may go first at the top."""
        return kept_records(self.bank.keep_rules, self.book, today)

    @property
    def holds(self) -> tuple[LegalHold, ...]:
        """The legal holds in force."""
        return holds_in_force(self.book, self.bank.registers)

    def suggestion(self, question: Question, today: date) -> Suggestion | None:
        """What the registers say about a question; never an answer."""
        rule = self.bank.suggestions.get(question.suggested_by or "")
        return suggest(rule, self.book, today) if rule else None

    @cached_property
    def _self_checks(self) -> tuple[date, ...]:
        """The days on which self-checks were finished; an earlier one that was kept counts as finished."""
        days, before = [], self.previous
        while before is not None:
            days.append(before.checked_on)
            before = before.previous
        if self.finished_on is not None or self.interview.first_open is None:
            days.append(self.finished_on or self.checked_on)
        return tuple(day for day in days if day is not None)

    def with_rhythm(self, rhythm: WorkRhythm) -> "OpenCheck":
        """The check after hours, quiet day or busy times were set."""
        return self.with_shop(replace(self.shop, rhythm=rhythm))

    def with_progress(self, item_id: str, progress: Progress) -> "OpenCheck":
        """The check after something was decided or done about a plan item."""
        return replace(self, progress={**self.progress, item_id: progress})

    def with_days_kept(self, today: date) -> "OpenCheck":
        """The check whose plan keeps the days that it shows today."""
        return replace(self, progress=keep_days(self.plan(today), self.progress))

    def with_days_laid_anew(self, today: date) -> "OpenCheck":
        """The check whose plan keeps new days for all that is not overdue and was not given one."""
        return replace(self, progress=release_days(self.progress, today)).with_days_kept(today)

    def at(self, place: str | None, stage: Stage) -> "OpenCheck":
        """The check with the screen a person is on."""
        # The same stage keeps the interview with all it has worked out.
        same = stage is self.interview.stage
        interview = self.interview if same else replace(self.interview, stage=stage)
        return replace(self, place=place, interview=interview)
