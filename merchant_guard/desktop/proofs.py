"""Photos and files as proof: given here, read and sealed beside the window, taken out and put back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMimeData, QObject, Signal

from merchant_guard.domain.errors import InputError, MerchantGuardError, Problem, problem

if TYPE_CHECKING:
    from merchant_guard.desktop.desk import Desk
    from merchant_guard.domain.evidence import Evidence, Subject
    from merchant_guard.services.keep_evidence import CopyToGive, EvidenceKeeper, KeptFile, Pasted
    from merchant_guard.services.workspace import Workspace


class Proofs(QObject):
    """What proves an answer or a plan item.

    `changed` comes with the subject that looks different now, `kept` when all files given are on the disk.
    """

    changed = Signal(object)
    kept = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._reading: Counter[Subject] = Counter()
        self._problems: dict[Subject, tuple[Problem, ...]] = {}
        desk.went.connect(lambda _screen: self._problems.clear())

    def is_reading(self, subject: Subject) -> bool:
        """Whether a file is being taken in."""
        return self._reading[subject] > 0

    def problem(self, subject: Subject) -> str:
        """What was wrong with what was given last, empty when nothing was."""
        wrong = self._problems.get(subject, ())
        return self._desk.sentences(MerchantGuardError(wrong)) if wrong else ""

    def name_of(self, reference: str) -> str:
        """What a file is called where it is shown."""
        from merchant_guard.domain.evidence import is_id  # noqa: PLC0415 (not for the first paint)

        if evidence := self._desk.open_check.kept.get(reference):
            return evidence.name
        return self._desk.look.words("A file on another computer") if is_id(reference) else reference

    # --- giving -------------------------------------------------------------------------------------

    def give_from(self, subject: Subject, mime: QMimeData) -> None:
        """Take what was dropped or lies on the clipboard."""
        from merchant_guard.desktop.given_files import files_in  # noqa: PLC0415 (not for the first paint)

        desk = self._desk
        name = desk.look.words("Pasted picture")
        given = files_in(mime, f"{name} {desk.today.isoformat()}")
        if given:
            self.give(subject, given)
        else:
            code = "evidence.not_here" if mime.hasUrls() else "evidence.no_picture"
            self._refuse(subject, InputError(problem(code)))

    def give(self, subject: Subject, given: Sequence[Path | Pasted]) -> None:
        """Keep files as proof of something, one after the other; each is kept or its fault is told."""
        if self._desk.refuses_change():
            return
        self._problems.pop(subject, None)
        for one in given:
            self._reading[subject] += 1
            self._keep_one(subject, one)
        self.changed.emit(subject)

    def _keep_one(self, subject: Subject, given: Path | Pasted) -> None:
        check_id, moment = self._desk.open_check.check_id, datetime.now().astimezone()

        def work(workspace: Workspace) -> Evidence:
            # What a file before this one became is only known to the store by now.
            keeper = _keeper(workspace)
            return keeper.add(check_id, subject, given, keeper.beside(check_id, subject), moment)

        kept, failed = partial(self._on_kept, check_id, subject), partial(self._on_failed, subject)
        self._desk.in_store(work, kept, failed)

    def _on_kept(self, check_id: int, subject: Subject, evidence: Evidence) -> None:
        self._reading[subject] -= 1
        if self._lies_here(check_id):
            words, known = self._desk.look.words, self._desk.open_check.evidence_of(subject)
            if evidence.id in known:
                self._desk.said.emit(words("This file is kept here already"))
            else:
                # Of several only the last is saved again: each is on the disk, and those before it do not
                # know of those after it.
                is_last = not self.is_reading(subject)
                self._desk.prove(subject, (*known, evidence.id), evidence, save=is_last)
                if is_last:
                    self.kept.emit()
        self.changed.emit(subject)

    def _on_failed(self, subject: Subject, error: BaseException) -> None:
        self._reading[subject] -= 1
        if isinstance(error, MerchantGuardError):
            self._refuse(subject, error)
        else:
            self.changed.emit(subject)
            self._desk.tell_failure(error)

    def _refuse(self, subject: Subject, error: MerchantGuardError) -> None:
        self._problems[subject] = (*self._problems.get(subject, ()), *error.problems)
        self.changed.emit(subject)

    # --- taking out ---------------------------------------------------------------------------------

    def take_out(self, subject: Subject, reference: str, name: str) -> None:
        """Take a file away, delete it where it proves nothing else, and offer the way back."""
        if self._desk.refuses_change():
            return
        desk, taken = self._desk, []
        check = desk.open_check
        if desk.ledger.must_stay(subject, check.kept.get(reference)):
            self._refuse(subject, InputError(problem("evidence.on_hold")))
            return
        before = check.evidence_of(subject)
        desk.prove(subject, tuple(one for one in before if one != reference))
        self._problems.pop(subject, None)
        # Filled and read by the worker, whose jobs come one after the other.
        desk.in_store(
            lambda workspace: taken.append(_keeper(workspace).take_out(reference)),
            lambda _nothing: None,
            desk.tell_failure,
        )
        self.changed.emit(subject)
        put_back = partial(self._put_back, check.check_id, subject, reference, before.index(reference), taken)
        desk.undo_offered.emit(desk.look.words("Taken out: {name}").format(name=name), put_back)

    def _put_back(
        self, check_id: int, subject: Subject, reference: str, place: int, taken: list[KeptFile | None]
    ) -> None:
        def work(workspace: Workspace) -> None:
            if taken and taken[0] is not None:
                _keeper(workspace).put_back(taken[0])

        def back(_nothing: None) -> None:
            if self._lies_here(check_id):
                known = self._desk.open_check.evidence_of(subject)
                self._desk.prove(subject, (*known[:place], reference, *known[place:]))
                self.changed.emit(subject)

        self._desk.in_store(work, back, self._desk.tell_failure)

    def forget_unused(self) -> None:
        """Delete what proves nothing any more, as after a self-check was replaced by another."""
        if self._desk.is_read_only:
            return
        now = datetime.now().astimezone()
        self._desk.in_store(
            lambda workspace: _keeper(workspace).forget_unused(now),
            lambda _none: None,
            self._desk.tell_failure,
        )

    # --- looking ------------------------------------------------------------------------------------

    def look_at(
        self,
        reference: str,
        draw: Callable[[KeptFile], Any],
        done: Callable[[Any], None],
        failed: Callable[[str], None],
    ) -> None:
        """Read a kept file and draw it beside the window; `failed` is called with the sentence why not."""

        def told(error: BaseException) -> None:
            if not isinstance(error, MerchantGuardError):
                raise error
            failed(self._desk.sentences(error))

        self._desk.in_store(lambda workspace: draw(_keeper(workspace).read(reference)), done, told)

    def give_copy(
        self, reference: str, write: Callable[[CopyToGive], Any], done: Callable[[Any], None]
    ) -> None:
        """Make a copy for others and write it, beside the window; a failure is told like any other."""
        self._desk.in_store(
            lambda workspace: write(_keeper(workspace).copy_to_give(reference)), done, self._desk.tell_failure
        )

    def _lies_here(self, check_id: int) -> bool:
        """Whether the self-check that something was given to is still the one in hand."""
        check = self._desk.check
        return check is not None and not self._desk.is_sample and check.check_id == check_id


def _keeper(workspace: Workspace) -> EvidenceKeeper:
    from merchant_guard.services.keep_evidence import EvidenceKeeper  # noqa: PLC0415 (not for the first paint)

    return EvidenceKeeper(workspace)
