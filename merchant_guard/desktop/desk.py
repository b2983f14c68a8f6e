"""What lies open: the look, the self-check in hand, the screen shown. Pages ask it and tell it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from merchant_guard.desktop.background import Background
from merchant_guard.desktop.screens import Screen
from merchant_guard.desktop.theme.look import Look
from merchant_guard.domain.answers import Answer, Progress
from merchant_guard.domain.errors import MerchantGuardError
from merchant_guard.domain.interview import ProfileStep, QuestionStep, Stage, Step
from merchant_guard.domain.plan import RemediationPlan
from merchant_guard.domain.shop import Shop, WorkRhythm
from merchant_guard.localization.sentences import lines
from merchant_guard.services import keep_check
from merchant_guard.services.keep_check import OpenCheck
from merchant_guard.services.workspace import Workspace


class Desk(QObject):
    """The one place that changes what is open. Signals say what happened.

    Changes show at once and are saved by the background worker in their order; `saved` comes when one is on
    the disk, `save_failed` with a sentence when it is not.
    """

    went = Signal(str)
    look_changed = Signal()
    check_changed = Signal()
    saved = Signal()
    save_failed = Signal(str)
    said = Signal(str)

    def __init__(self, background: Background, look: Look, today: date) -> None:
        super().__init__()
        self._background = background
        self._workspace: Workspace | None = None
        self.look = look
        self.today = today
        self.check: OpenCheck | None = None
        self.screen = Screen.HOME
        self.step: Step | None = None

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

    def open(self, workspace: Workspace, check: OpenCheck | None) -> None:
        """Take over the opened store and show where the person left off."""
        self._workspace, self.check = workspace, check
        self.check_changed.emit()
        if check is None:
            self.go(Screen.FIRST_RUN)
        elif check.place and (step := self._step(check.place)):
            self.go_to_step(step)
        else:
            self.go(Screen.HOME)

    # --- where we are -------------------------------------------------------------------------------

    def go(self, screen: Screen) -> None:
        """Show a screen that is not part of the interview."""
        self.screen, self.step = screen, None
        if self.check is not None and self.check.place is not None and screen not in (Screen.REVIEW,):
            self._stand_at(None)
        self.went.emit(screen)

    def go_to_step(self, step: Step) -> None:
        """Show a screen of the interview and remember it."""
        self.step = step
        self.screen = Screen.QUESTION if isinstance(step, QuestionStep) else Screen.PROFILE
        if self.check is not None:
            self._stand_at(step.id)
        self.went.emit(self.screen)

    def begin_quick(self) -> None:
        """Begin, or go on with, the ten questions."""
        self._go_on(Stage.QUICK, Screen.QUICK_END)

    def begin_full(self) -> None:
        """Begin, or go on with, the whole self-check; nothing is asked twice."""
        self._go_on(Stage.FULL, Screen.REVIEW)

    def _go_on(self, stage: Stage, at_end: Screen) -> None:
        self._keep(self.open_check.at(self.open_check.place, stage))
        step = self.open_check.interview.first_open
        if step is None:
            self.go(at_end)
        else:
            self.go_to_step(step)

    def next_step(self) -> None:
        """Go on after the screen shown: to the next one, or to the end of the stage."""
        interview = self.open_check.interview
        step = interview.next_after(self.step.id) if self.step else None
        if step is not None:
            self.go_to_step(step)
        elif interview.stage is Stage.QUICK:
            self.go(Screen.QUICK_END)
        else:
            self.finish()

    def previous_step(self) -> None:
        """Go back one screen; before the first stands the home page."""
        step = self.open_check.interview.previous_before(self.step.id) if self.step else None
        if step is None:
            self.go(Screen.HOME)
        else:
            self.go_to_step(step)

    def finish(self) -> None:
        """At the end of the whole check: to what is unanswered, else to the result."""
        if self.open_check.interview.first_open is not None:
            self.go(Screen.REVIEW)
            return
        self._keep(replace(self.open_check, finished_on=self.today))
        self._save(keep_check.finish_check, self.open_check, self.today)
        self.go(Screen.RESULT)

    def _step(self, step_id: str) -> Step | None:
        return next((step for step in self.open_check.interview.path if step.id == step_id), None)

    def _stand_at(self, place: str | None) -> None:
        self.check = self.open_check.at(place, self.open_check.interview.stage)
        self._save(keep_check.save_place, self.check)

    # --- what is said -------------------------------------------------------------------------------

    def describe_shop(self, shop: Shop) -> None:
        """Take what the shop says of itself; the first time this begins its self-check."""
        if self.check is None:
            self._begin(shop)
            return
        self._keep(self.open_check.with_shop(shop))
        self._save(keep_check.save_shop, self.open_check)

    def _begin(self, shop: Shop) -> None:
        workspace = self._workspace
        if workspace is None:
            raise LookupError("the store is not open yet")

        def began(check: OpenCheck) -> None:
            self._keep(check)
            self.saved.emit()
            self.begin_quick()

        self._background.submit(
            partial(keep_check.begin_check, workspace, shop, self.today), began, self.tell_failure
        )

    def answer(self, question_id: str, answer: Answer) -> None:
        """Take an answer."""
        self._keep(self.open_check.with_answer(question_id, answer))
        moment = datetime.now().astimezone()
        self._save(keep_check.save_answer, self.open_check, question_id, moment)

    def decide(self, item_id: str, progress: Progress) -> None:
        """Take what was decided or done about a plan item."""
        self._keep(self.open_check.with_progress(item_id, progress))
        self._save(keep_check.save_progress, self.open_check, item_id)

    def set_rhythm(self, rhythm: WorkRhythm) -> None:
        """Take hours, quiet day and busy times."""
        self._keep(self.open_check.with_rhythm(rhythm))
        self._save(keep_check.save_shop, self.open_check)

    def set_look(self, look: Look) -> None:
        """Take another language, theme or text size."""
        self.look = look
        self.look_changed.emit()

    # --- saving -------------------------------------------------------------------------------------

    def in_background(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        """Run something slow beside the window; a failure is told like any other."""
        self._background.submit(work, done, self.tell_failure)

    def _keep(self, check: OpenCheck) -> None:
        self.check = check
        self.check_changed.emit()

    def _save(self, service: Callable[..., Any], *arguments: object) -> None:
        work = partial(service, self._workspace, *arguments)
        self._background.submit(work, lambda _outcome: self.saved.emit(), self.tell_failure)

    def tell_failure(self, error: BaseException) -> None:
        """Say why something did not work; anything that is no problem of ours goes on up."""
        if not isinstance(error, MerchantGuardError):
            raise error
        problems = [(problem.code, problem.params) for problem in error.problems]
        self.save_failed.emit("\n".join(lines(self.look.language, problems)))


def is_profile(step: Step | None) -> bool:
    """Whether a screen of the interview asks about the shop."""
    return isinstance(step, ProfileStep)
