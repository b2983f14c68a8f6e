"""What lies open: the look, the self-check in hand, the screen shown. Pages ask it and tell it.

The first paint needs the desk but nothing that lies on it: domain and services are only named here for the
types, and come with the store that is opened beside the window.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from merchant_guard.desktop.background import Background
from merchant_guard.desktop.backups import Backups
from merchant_guard.desktop.bringing import Bringing
from merchant_guard.desktop.daily_copies import DailyCopies
from merchant_guard.desktop.deleting import Deleting
from merchant_guard.desktop.incidents import Incidents
from merchant_guard.desktop.keeping import Keeping
from merchant_guard.desktop.ledger import Ledger
from merchant_guard.desktop.next_year import NextYear
from merchant_guard.desktop.opening import Opening
from merchant_guard.desktop.preferences import Preferences, is_dark
from merchant_guard.desktop.proofs import Proofs
from merchant_guard.desktop.restoring import Restoring
from merchant_guard.desktop.save_queue import SaveQueue
from merchant_guard.desktop.screens import Screen
from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.visit import Visit
from merchant_guard.desktop.walk import Walk
from merchant_guard.domain.errors import MerchantGuardError
from merchant_guard.domain.stage import Stage
from merchant_guard.localization.sentences import lines
from merchant_guard.system.settings import Settings

if TYPE_CHECKING:
    from merchant_guard.domain.answers import Answer, Answers, Progress, SelfCheck
    from merchant_guard.domain.evidence import Evidence, Subject
    from merchant_guard.domain.interview import Step
    from merchant_guard.domain.paper import PageSize
    from merchant_guard.domain.plan import RemediationPlan
    from merchant_guard.domain.registers.book import Book
    from merchant_guard.domain.shop import Shop, WorkRhythm
    from merchant_guard.services.keep_check import CheckKeeper
    from merchant_guard.services.open_check import OpenCheck
    from merchant_guard.services.open_store import OpenedStore
    from merchant_guard.services.workspace import Workspace


_SHOWS_DAYS = (Screen.HOME, Screen.PLAN, Screen.PRINT, Screen.QUICK_END)
"""The screens after which the days of the plan stay as they were seen."""
_BY_GROUP = "group:"
"""Before the place in the interview of who is asked about a whole group."""


class Desk(QObject):
    """The one place that changes what is open. Signals say what happened.

    Changes show at once and are saved by the background worker in their order; `saved` comes when one is on
    the disk, `save_failed` with a sentence when it is not.
    """

    went = Signal(str)
    look_changed = Signal()
    check_changed = Signal()
    letting_go = Signal()
    """Everything is going to be deleted: whoever holds a file in the data folder lets it go."""
    waiting = Signal(str)
    """Words to wait by, as nothing can be done meanwhile; none when that is over."""
    saved = Signal()
    save_failed = Signal(str)
    said = Signal(str)
    undo_offered = Signal(str, object)
    """A word of success, and what takes it back when it is called."""

    def __init__(self, background: Background, look: Look, today: date) -> None:  # noqa: PLR0915 (what lies on it)
        super().__init__()
        self._background = background
        self._saves = SaveQueue(background)
        self._saves.saved.connect(self.saved)
        self._saves.failed.connect(self.tell_failure)
        self.look = look
        self.preferences = Preferences(
            background, Settings(language=look.language, text_size=look.text_size), self.tell_failure
        )
        self.paper: tuple[str, PageSize | None] | None = None
        """The paper that was chosen last, and the page where one was named."""
        self.paper_subjects: dict[str, str] = {}
        """The register or entry that each paper about one was last wanted for, by the paper's id."""
        self.today = today
        self.check: OpenCheck | None = None
        self.screen = Screen.HOME
        self.step: Step | None = None
        self.open_item: str | None = None
        """The plan row that the plan page shows unfolded."""
        self.walk = Walk(self)
        """The way through the interview."""
        self.draft: Shop | None = None
        """What a new shop has said of itself before its self-check begins."""
        self.bringing = Bringing(self)
        """What is being brought to the first start, from an earlier year or another computer."""
        self.proofs = Proofs(self)
        """Files given as proof, and what was wrong with them."""
        self.ledger = Ledger(self)
        """The registers, and what falls due."""
        self.next_year = NextYear(self)
        """The check of another year, and last year's answers beside it."""
        self.incidents = Incidents(self)
        """The incident in hand."""
        self.visit = Visit(self)
        """Somebody who comes to inspect, and the rehearsal of it."""
        self.opening = Opening(self)
        """The store on its way here, and what to do where it does not open."""
        self.keeping = Keeping(self)
        """How the key of the store is kept."""
        self.backups = Backups(self)
        """Backups for another place, and moving to another computer."""
        self.restoring = Restoring(self)
        """What is being put in the place of the store."""
        self.daily_copies = DailyCopies(self)
        """The copies of days, kept beside the store."""
        self.deleting = Deleting(self)
        """Deleting everything."""
        self.moved_on: date | None = None
        """The day on which the store was moved to another computer; None where it is at home here."""
        self.open_register: tuple[str, str | None] = ("staff", None)
        """The register that was looked at last, and the entry that is open in it."""
        self.changing: set[str] = set()
        """The profile screens on which something is not as it was last year."""
        self._beginning = False
        self._own_day: date | None = None

    # --- what is open -------------------------------------------------------------------------------

    @property
    def open_check(self) -> OpenCheck:
        """The self-check in hand. Raises LookupError before there is one."""
        if self.check is None:
            raise LookupError("no self-check is open")
        return self.check

    @property
    def plan(self) -> RemediationPlan:
        """The plan of the check in hand as of today."""
        return self.open_check.plan(self.today)

    def open(self, workspace: Workspace, check: OpenCheck | None, draft: Shop | None = None) -> None:
        """Take over the opened store and show where the person left off."""
        self._saves.open(workspace)
        self.check, self.draft, self.moved_on = check, draft, workspace.moved_on
        self.daily_copies.begin()
        self.check_changed.emit()
        if check is None:
            self.go(Screen.PROFILE if draft else Screen.FIRST_RUN)
        elif check.place and (step := self.step_of(check.place.removeprefix(_BY_GROUP))):
            self.go_to_step(step, by_group=check.place.startswith(_BY_GROUP))
        else:
            self.go(Screen.HOME)

    def open_anew(self, found: OpenedStore) -> None:
        """Take over a store that was put in the place of the one before; nothing of that is open any more."""
        self.open_item, self.open_register, self.paper = None, ("staff", None), None
        self.paper_subjects, self.changing, self.next_year.open_year = {}, set(), None
        self.keeping.take(found.key)
        self.open(found.workspace, found.check, found.draft)

    @property
    def is_open(self) -> bool:
        """Whether the store is open."""
        return self._saves.is_open

    def close(self) -> None:
        """Take everything off the desk: the store is being closed."""
        self._saves.close()
        self.check, self.draft, self.step = None, None, None
        self.check_changed.emit()

    # --- the sample shop ----------------------------------------------------------------------------

    @property
    def is_sample(self) -> bool:
        """Whether the sample shop is being looked at."""
        return self._own_day is not None

    def show_sample(self) -> None:
        """Lay the sample shop on the desk, only to be looked at, on a day that fits it."""

        from merchant_guard.services import sample_shop  # noqa: PLC0415 (not for the first paint)

        def opened(sample: OpenCheck) -> None:
            self._own_day, self.today = self.today, sample_shop.SAMPLE_DAY
            self._keep(sample)
            self.go(Screen.RESULT)

        if not self.is_sample:
            self.in_background(sample_shop.open_sample, opened)

    def leave_sample(self) -> None:
        """Put the sample away and begin with the own shop."""
        self.today, self._own_day, self.check = self._own_day or self.today, None, None
        self.check_changed.emit()
        self.go(Screen.PROFILE)

    @property
    def is_read_only(self) -> bool:
        """Whether what lies here is only to be looked at: the sample shop, or data that was moved away."""
        return self.is_sample or self.moved_on is not None

    def refuses_change(self) -> bool:
        """Whether a change is refused because all is only to be looked at; then says so."""
        if self.is_sample:
            self.check_changed.emit()
            self.said.emit(self.look.words("Sample shop, only to look at"))
        elif self.moved_on is not None:
            self.check_changed.emit()
            self.said.emit(self.look.words("Moved to another computer, only to look at here"))
        return self.is_read_only

    # --- where we are -------------------------------------------------------------------------------

    def go(self, screen: Screen) -> None:
        """Show a screen that is not part of the interview."""
        self.screen, self.step = screen, None
        if self.check is not None and self.check.place is not None and screen not in (Screen.REVIEW,):
            self._stand_at(None)
        if self.check is not None and screen in _SHOWS_DAYS:
            self._keep_plan(self.check.with_days_kept(self.today))
        self.went.emit(screen)

    def go_to_paper(self, paper_id: str, size: PageSize | None = None, about: str | None = None) -> None:
        """Show a paper ready to be printed, on the size usual for it where none is named.

        `about` is the register or entry it is made for; without one it is that of the last time.
        """
        self.paper = (paper_id, size)
        if about is not None:
            self.paper_subjects[paper_id] = about
        self.go(Screen.PRINT)

    def go_to_item(self, item_id: str) -> None:
        """Show the plan with one row unfolded."""
        self.open_item = item_id
        self.go(Screen.PLAN)

    def go_to_register(self, register_id: str, entry_id: str | None = None) -> None:
        """Show a register, with one entry open where one is named."""
        self.open_register = (register_id, entry_id)
        self.go(Screen.REGISTERS)

    def go_to_step(self, step: Step, *, by_group: bool = False) -> None:
        """Show a screen of the interview and remember it.

        With `by_group` the way to a question leads by its group, where that can be confirmed as last year.
        """
        self.step = step
        self.screen = Screen.PROFILE if step.is_profile else Screen.QUESTION
        place = step.id
        if by_group and self.next_year.asks_group(step):
            self.screen, place = Screen.GROUP_AGAIN, f"{_BY_GROUP}{step.id}"
        if self.check is not None:
            self._stand_at(place)
        self.went.emit(self.screen)

    def step_of(self, step_id: str) -> Step | None:
        """The screen of the interview with an id; None where it is not on the way any more."""
        return next((step for step in self.open_check.interview.path if step.id == step_id), None)

    def _stand_at(self, place: str | None) -> None:
        check = self.open_check.at(place, self.open_check.interview.stage)
        self.check = check
        self._save(lambda keeper: keeper.save_place(check))

    # --- what is said -------------------------------------------------------------------------------

    def describe_shop(self, shop: Shop) -> None:
        """Take what the shop says of itself; the first time this begins its self-check."""
        if self.check is None:
            self._begin(shop)
            return
        if self.refuses_change():
            return
        check = self.open_check.with_shop(shop)
        self._keep(check)
        self._save(lambda keeper: keeper.save_shop(check))

    def keep_draft(self, shop: Shop) -> None:
        """Take what a new shop says of itself before its self-check begins."""
        self.draft = shop
        self._save(lambda keeper: keeper.save_draft(shop))

    @property
    def is_first_start(self) -> bool:
        """Whether the store is open and no self-check has begun in it."""
        return self._saves.is_open and self.check is None and not self._beginning

    @property
    def is_describing(self) -> bool:
        """Whether the first profile screen is not done with: nobody knows yet which groups apply."""
        if self.check is None:
            return self.screen is Screen.PROFILE
        first = self.check.interview.path[0]
        return self.step == first and not self.check.interview.is_answered(first)

    def lay(self, check: OpenCheck) -> None:
        """Lay another self-check on the desk; it is in the store already."""
        self.draft = None
        self._keep(check)

    def follow(self, earlier: SelfCheck | None) -> None:
        """Take the self-check before the one in hand, which was brought; the screen shows it at once."""
        self._keep(replace(self.open_check, previous=earlier))
        self.went.emit(self.screen)

    def go_on_with(self, check: OpenCheck, in_interview: bool) -> None:
        """Lay a self-check that was brought on the desk, and go on with it."""
        self.lay(check)
        if in_interview:
            self.walk.begin_quick()
        else:
            self.go(Screen.HOME)

    def _begin(self, shop: Shop) -> None:
        if self._beginning:
            return
        self._beginning = True

        def began(check: OpenCheck) -> None:
            self._beginning, self.draft = False, None
            self._keep(check)
            self.saved.emit()
            self.walk.begin_quick()

        def failed(error: BaseException) -> None:
            self._beginning = False
            self.tell_failure(error)

        self._saves.run(lambda keeper: keeper.begin(shop, self.today), began, failed)

    def answer(self, question_id: str, answer: Answer) -> None:
        """Take an answer."""
        if self.refuses_change():
            return
        check, moment = self.open_check.with_answer(question_id, answer), datetime.now().astimezone()
        self._keep(check)
        self._save(lambda keeper: keeper.save_answer(check, question_id, moment))

    def answer_all(self, answers: Answers) -> None:
        """Take several answers at once: all are saved or none."""
        if self.refuses_change():
            return
        check, moment = self.open_check, datetime.now().astimezone()
        for question_id, answer in answers.items():
            check = check.with_answer(question_id, answer)
        self._keep(check)
        self._save(lambda keeper: keeper.save_answers(check, tuple(answers), moment))

    def decide(self, item_id: str, progress: Progress) -> None:
        """Take what was decided or done about a plan item."""
        if self.refuses_change():
            return
        check = self.open_check.with_progress(item_id, progress)
        self._keep(check)
        self._save(lambda keeper: keeper.save_progress(check, item_id))

    def prove(
        self,
        subject: Subject,
        references: tuple[str, ...],
        kept: Evidence | None = None,
        *,
        save: bool = True,
    ) -> None:
        """Take which files prove something; one of them may be new."""
        check = self.open_check.with_evidence(subject, references)
        check = check.with_kept(kept) if kept else check
        self._keep(check)
        if save:
            self._save(lambda keeper: keeper.save_evidence(check, subject))

    def keep_book(self, book: Book, save: Callable[[Workspace], object]) -> None:
        """Take what the registers hold now; `save` brings the change to the store."""
        self._keep(self.open_check.with_book(book))
        self._save(lambda keeper: save(keeper.workspace))

    def take_stage(self, stage: Stage) -> None:
        """Go on with the ten questions, or with all of them."""
        self._keep(self.open_check.at(self.open_check.place, stage))

    def note_finished(self) -> None:
        """Note that all is answered; the days of the plan count from today."""
        check, today = self.open_check.finished(self.today), self.today
        self._keep_plan(check.with_days_laid_anew(today))
        self._save(lambda keeper: keeper.finish(check, today))

    def set_rhythm(self, rhythm: WorkRhythm) -> None:
        """Take hours, quiet day and busy times."""
        if self.refuses_change():
            return
        check = self.open_check.with_rhythm(rhythm)
        self._save(lambda keeper: keeper.save_shop(check))
        self._keep_plan(check.with_days_laid_anew(self.today))

    def set_look(self, look: Look) -> None:
        """Take another language, theme or text size."""
        self.look = look
        settings = self.preferences.settings
        self.preferences.choose(replace(settings, language=look.language, text_size=look.text_size))
        self.look_changed.emit()

    def set_theme(self, theme: str) -> None:
        """Take another theme: `system`, `light` or `dark`."""
        self.preferences.choose(replace(self.preferences.settings, theme=theme))
        self.set_look(replace(self.look, dark=is_dark(theme)))

    def adopt(self, folder: Path, settings: Settings) -> None:
        """Begin with what the settings of a data folder say; later changes are kept there."""
        self.preferences.keep_in(folder, settings)
        self.look = Look(settings.language, is_dark(settings.theme), settings.text_size)

    def follow_system(self) -> None:
        """Go light or dark with the system, where that was chosen."""
        dark = is_dark(self.preferences.settings.theme)
        if dark != self.look.dark:
            self.set_look(replace(self.look, dark=dark))

    # --- saving -------------------------------------------------------------------------------------

    @property
    def is_saved(self) -> bool:
        """Whether everything asked for is on the disk, or was said not to be."""
        return self._saves.is_empty

    def in_background(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        """Run something slow beside the window; a failure is told like any other."""
        self._background.submit(work, done, self.tell_failure)

    def _keep(self, check: OpenCheck) -> None:
        self.check = check
        self.check_changed.emit()

    def _keep_plan(self, check: OpenCheck) -> None:
        """Keep a check whose plan may have got other days."""
        has_other_days = check.progress != self.open_check.progress
        if check != self.open_check:
            self._keep(check)
        if has_other_days:
            self._save(lambda keeper: keeper.save_plan(check))

    def in_store(
        self,
        work: Callable[[Workspace], Any],
        done: Callable[[Any], None],
        failed: Callable[[BaseException], None],
    ) -> None:
        """Run something with the store beside the window, in its turn."""
        self._saves.run(lambda keeper: work(keeper.workspace), done, failed)

    def _save(self, change: Callable[[CheckKeeper], object]) -> None:
        """Save a change in its turn; nothing is saved of what is only to be looked at."""
        if not self.is_read_only:
            self._saves.save(change)

    def tell_failure(self, error: BaseException) -> None:
        """Say why something did not work; anything that is no problem of ours goes on up."""
        if not isinstance(error, MerchantGuardError):
            raise error
        self.save_failed.emit(self.sentences(error))

    def sentences(self, error: MerchantGuardError) -> str:
        """What a person is told about an error, in a few lines."""
        problems = [(problem.code, problem.params) for problem in error.problems]
        return "\n".join(lines(self.look.language, problems))
