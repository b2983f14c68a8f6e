"""Something brought to the first start: dropped, chosen or pasted, and read beside the window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Signal

from merchant_guard.desktop.restoring import holds_backup, is_backup
from merchant_guard.desktop.screens import Screen
from merchant_guard.domain.errors import InputError, MerchantGuardError, problem

if TYPE_CHECKING:
    from merchant_guard.desktop.desk import Desk
    from merchant_guard.services.bring_last_plan import BroughtPlan
    from merchant_guard.services.take_in import TakenIn
    from merchant_guard.services.workspace import Workspace


class Bringing(QObject):
    """One thing at a time. `problem` is the sentence for the last one, empty when there is none."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self.is_reading = False
        self.problem = ""

    def takes(self, mime: QMimeData) -> bool:
        """Whether it may be dropped now: a backup always, anything at the first start, a plan later."""
        if self.is_reading:
            return False
        if holds_backup(mime):
            return self._desk.is_open and not self._desk.is_sample
        if self._desk.is_first_start:
            return mime.hasUrls() or mime.hasText()
        return self.takes_plan and mime.hasUrls()

    @property
    def takes_plan(self) -> bool:
        """Whether last year's plan may be brought: the check in hand has nothing before it."""
        check = self._desk.check
        return check is not None and not self._desk.is_read_only and check.previous is None

    def begin(self) -> None:
        """Show the screen where things are brought."""
        self.problem = ""
        self._desk.go(Screen.BRING)

    def bring_from(self, mime: QMimeData | None) -> None:
        """Take what was dropped or lies on the clipboard, if anything does: one file, else its text."""
        mime = mime or QMimeData()
        files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        if len(files) > 1:
            self._refuse(InputError(problem("brought.several", count=len(files))))
        elif files:
            self.bring(files[0])
        elif mime.text().strip():
            self.bring(mime.text())
        else:
            self._refuse(InputError(problem("brought.nothing")))

    def bring(self, brought: Path | str) -> None:
        """Read a file or a text; then go on with what was in it, or say why not."""
        if isinstance(brought, Path) and is_backup(brought):
            self._desk.restoring.take(brought)
            return
        if self.takes_plan and isinstance(brought, Path):
            self.bring_plan(brought)
            return
        if self.is_reading or not self._desk.is_first_start:
            return
        self.is_reading, self.problem = True, ""
        self._show()
        desk = self._desk

        def work(workspace: Workspace) -> TakenIn:
            from merchant_guard.domain.shop import Shop  # noqa: PLC0415 (not for the first paint)
            from merchant_guard.services.take_in import take_in  # noqa: PLC0415

            return take_in(workspace, brought, desk.draft or Shop(), desk.today)

        desk.in_store(work, self._on_taken_in, self._on_failed)

    def bring_plan(self, brought: Path) -> None:
        """Put what last year's plan carries before the check in hand, and go on where we are."""
        if self.is_reading or not self.takes_plan:
            return
        self.is_reading = True
        desk, check, today = self._desk, self._desk.open_check, self._desk.today

        def work(workspace: Workspace) -> BroughtPlan:
            from merchant_guard.services.bring_last_plan import bring_last_plan  # noqa: PLC0415 (once)

            return bring_last_plan(workspace, check, brought, today)

        def done(plan: BroughtPlan) -> None:
            self.is_reading = False
            desk.follow(plan.check.previous)
            self._say_answers(plan.answers, plan.gone)

        def failed(error: BaseException) -> None:
            self.is_reading = False
            desk.tell_failure(error)

        desk.in_store(work, done, failed)

    def _show(self) -> None:
        if self._desk.screen is Screen.BRING:
            self.changed.emit()
        else:
            self._desk.go(Screen.BRING)

    def _refuse(self, error: MerchantGuardError) -> None:
        if self._desk.check is not None:
            self._desk.tell_failure(error)
            return
        self.problem = self._desk.sentences(error)
        self._show()

    def _on_failed(self, error: BaseException) -> None:
        self.is_reading = False
        if isinstance(error, MerchantGuardError):
            self._refuse(error)
        else:
            self._show()
            self._desk.tell_failure(error)

    def _on_taken_in(self, taken: TakenIn) -> None:
        self.is_reading = False
        words = self._desk.look.words
        self._desk.go_on_with(taken.check, in_interview=taken.is_plan)
        if taken.is_plan:
            self._say_answers(taken.answers, taken.gone)
        else:
            self._desk.said.emit(words("Back again, with {answers} answers").format(answers=taken.answers))

    def _say_answers(self, answers: int, gone: int) -> None:
        """How many answers of last year came."""
        words = self._desk.look.words
        said = words("{answers} answers of last year, to be confirmed one by one")
        if gone:
            said = words("{answers} answers of last year; {gone} questions are not asked any more")
        self._desk.said.emit(said.format(answers=answers, gone=gone))
