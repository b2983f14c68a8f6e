"""Self-checks in the store: answers, evidence, and how their plans are going."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date, datetime

from merchant_guard.domain.answers import Answer, Progress, SelfCheck
from merchant_guard.domain.errors import InputError, problem
from merchant_guard.domain.evidence import Subject
from merchant_guard.domain.question import Choice
from merchant_guard.domain.shop import Profile
from merchant_guard.domain.wording import Wording
from merchant_guard.storage.columns import (
    day_from_text,
    day_to_text,
    ids_from_json,
    ids_to_json,
    profile_from_json,
    profile_to_json,
    wording_from_json,
    wording_to_json,
)
from merchant_guard.storage.connection import Connection
from merchant_guard.storage.database import Database
from merchant_guard.storage.evidence_references import add_reference, read_references, write_references

# Each of these writes nothing, and says so by its row count, when the shop or check it belongs to is gone.
_ADD_CHECK = """
    INSERT INTO self_check (shop_id, checked_on, bank_version, finished_on, profile)
    SELECT id, ?, ?, ?, ? FROM shop WHERE id = ?
"""
_CHANGE_CHECK = """
    UPDATE self_check SET checked_on = ?, bank_version = ?, finished_on = ?, profile = ifnull(?, profile)
    WHERE shop_id = ? AND id = ?
"""
_SAVE_PLACE = "UPDATE self_check SET place = ?, stage = ? WHERE id = ?"
_SAVE_PROFILE = "UPDATE self_check SET profile = ? WHERE id = ?"
_SAVE_FINISHED = "UPDATE self_check SET finished_on = ? WHERE id = ?"
_SAVE_ANSWER = """
    INSERT INTO answer (self_check_id, question_id, choice, done, note, reason, answered_at)
    SELECT id, ?, ?, ?, ?, ?, ? FROM self_check WHERE id = ?
    ON CONFLICT (self_check_id, question_id) DO UPDATE SET
        choice = excluded.choice, done = excluded.done, note = excluded.note, reason = excluded.reason,
        answered_at = iif(
            (choice, done, note, reason) IS (excluded.choice, excluded.done, excluded.note, excluded.reason),
            answered_at, excluded.answered_at)
"""
_SAVE_PROGRESS = """
    INSERT INTO plan_progress (self_check_id, item_id, owner, due, done_on, reason, interim, proposed)
    SELECT id, ?, ?, ?, ?, ?, ?, ? FROM self_check WHERE id = ?
    ON CONFLICT (self_check_id, item_id) DO UPDATE SET
        owner = excluded.owner, due = excluded.due, done_on = excluded.done_on,
        reason = excluded.reason, interim = excluded.interim, proposed = excluded.proposed
"""
_THIS_CHECK = "SELECT id FROM self_check WHERE id = ?"
_BEGIN_PROGRESS = """
    INSERT INTO plan_progress (self_check_id, item_id, reason, interim) VALUES (?, ?, '', '')
    ON CONFLICT DO NOTHING
"""
_SAVE_WORDING = """
    INSERT INTO wording (self_check_id, words) SELECT id, ? FROM self_check WHERE id = ?
    ON CONFLICT (self_check_id) DO UPDATE SET words = excluded.words
"""
_WITHOUT_WORDING = """
    SELECT id FROM self_check AS this WHERE shop_id = ? AND id NOT IN (SELECT self_check_id FROM wording)
        AND (finished_on IS NOT NULL OR EXISTS (
            SELECT 1 FROM self_check AS later WHERE later.shop_id = this.shop_id
                AND (ifnull(later.checked_on, ''), later.id) > (ifnull(this.checked_on, ''), this.id)
        ))
    ORDER BY id
"""
_UP_TO_CHECK = """
    SELECT earlier.id, earlier.checked_on, earlier.finished_on, earlier.profile, wording.words
    FROM self_check AS this JOIN self_check AS earlier USING (shop_id)
    LEFT JOIN wording ON wording.self_check_id = earlier.id
    WHERE this.id = ?
        AND (ifnull(earlier.checked_on, ''), earlier.id) <= (ifnull(this.checked_on, ''), this.id)
    ORDER BY ifnull(earlier.checked_on, ''), earlier.id
"""


@dataclass(frozen=True, slots=True)
class StoredCheck:
    """A self-check as it stands in a list; `finished_on` is None while it is still being answered."""

    id: int
    checked_on: date | None
    bank_version: str
    finished_on: date | None


class SelfCheckStore:
    """The self-checks of a store. Every method may raise SystemProblemError (`store.…`).

    A check or shop that is not there, perhaps deleted in another window, raises InputError
    `store.no_self_check` or `store.no_shop`.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(
        self,
        shop_id: str,
        check: SelfCheck,
        *,
        bank_version: str,
        finished_on: date | None = None,
        self_check_id: int | None = None,
    ) -> int:
        """Save a self-check whole, as a new one when no id is given, and return its id.

        What an earlier saving of it held and `check` does not is gone; answers that did not change keep the
        moment they were given, and a profile stays where `check` knows none. `check.previous` is not written:
        earlier checks are saved on their own. Words go with the answers they were kept for. `finished_on`
        stands before the day that `check` knows itself.
        """
        profile = None if check.profile is None else profile_to_json(check.profile)
        days = (day_to_text(check.checked_on), bank_version, day_to_text(finished_on or check.finished_on))
        about = (*days, profile, shop_id)
        with self._database.transaction() as connection:
            if self_check_id is None:
                saved_id = _add_check(connection, about)
            else:
                saved_id = _change_check(connection, about, self_check_id)
            _forget_what_is_gone(connection, saved_id, check)
            for question_id, answer in check.answers.items():
                _write_answer(connection, saved_id, question_id, answer, None)
            for item_id, progress in check.progress.items():
                _write_progress(connection, saved_id, item_id, progress)
            for question_id, references in check.waiting.items():
                write_references(connection, saved_id, Subject("question", question_id), references)
            if check.wording is not None:
                _write_wording(connection, saved_id, check.wording)
        return saved_id

    def save_answer(
        self, self_check_id: int, question_id: str, answer: Answer, answered_at: datetime | None = None
    ) -> None:
        """Save one answer with its evidence; it is on the disk when this returns.

        `answered_at` is the moment it was given, with its time zone; None where nobody knows it.
        """
        with self._database.transaction() as connection:
            _write_answer(connection, self_check_id, question_id, answer, answered_at)

    def save_progress(self, self_check_id: int, item_id: str, progress: Progress) -> None:
        """Save how one plan item is going, with its proof; it is on the disk when this returns."""
        with self._database.transaction() as connection:
            _write_progress(connection, self_check_id, item_id, progress)

    def save_plan(self, self_check_id: int, progress: Mapping[str, Progress]) -> None:
        """Save how all these plan items are going, or none of them."""
        with self._database.transaction() as connection:
            for item_id, known in progress.items():
                _write_progress(connection, self_check_id, item_id, known)

    def add_evidence(self, self_check_id: int, subject: Subject, reference: str) -> None:
        """Add one reference to what a subject has, whether it is answered or decided yet or not."""
        with self._database.transaction() as connection:
            _expect_a_row(add_reference(connection, self_check_id, subject, reference))
            if subject.kind == "plan_item":
                connection.execute(_BEGIN_PROGRESS, (self_check_id, subject.id))

    def save_evidence(self, self_check_id: int, subject: Subject, references: Sequence[str]) -> None:
        """Save what a subject has as evidence; it is on the disk when this returns."""
        with self._database.transaction() as connection:
            _expect_a_row(len(connection.execute(_THIS_CHECK, (self_check_id,)).fetchall()))
            write_references(connection, self_check_id, subject, references)

    def load_evidence(self, self_check_id: int, subject: Subject) -> tuple[str, ...]:
        """Return what a subject has as evidence."""
        return read_references(self._database, self_check_id)[subject]

    def load_waiting(self, self_check_id: int) -> dict[str, tuple[str, ...]]:
        """Return the evidence for questions that have no answer yet, by question."""
        answered = "SELECT question_id FROM answer WHERE self_check_id = ?"
        known = {question_id for (question_id,) in self._database.rows(answered, (self_check_id,))}
        return _waiting(read_references(self._database, self_check_id), known)

    def save_place(self, self_check_id: int, place: str | None, stage: str) -> None:
        """Remember the screen a person is on (None outside the interview), and the stage of the check."""
        with self._database.transaction() as connection:
            cursor = connection.execute(_SAVE_PLACE, (place, stage, self_check_id))
            _expect_a_row(cursor.rowcount)

    def load_place(self, self_check_id: int) -> tuple[str | None, str | None]:
        """Return the screen and the stage that were remembered, None where nothing was."""
        rows = self._database.rows("SELECT place, stage FROM self_check WHERE id = ?", (self_check_id,))
        if not rows:
            raise _no_self_check()
        place, stage = rows[0]
        return place, stage

    def save_profile(self, self_check_id: int, profile: Profile) -> None:
        """Save what the shop says of itself while it answers this check."""
        with self._database.transaction() as connection:
            cursor = connection.execute(_SAVE_PROFILE, (profile_to_json(profile), self_check_id))
            _expect_a_row(cursor.rowcount)

    def save_finished(self, self_check_id: int, finished_on: date) -> None:
        """Note the day on which the last question was answered."""
        with self._database.transaction() as connection:
            cursor = connection.execute(_SAVE_FINISHED, (day_to_text(finished_on), self_check_id))
            _expect_a_row(cursor.rowcount)

    def save_wording(self, self_check_id: int, wording: Wording) -> None:
        """Save the words a check was answered in."""
        with self._database.transaction() as connection:
            _write_wording(connection, self_check_id, wording)

    def load_wording(self, self_check_id: int) -> Wording | None:
        """Return the words a check was answered in, None where none are kept."""
        rows = self._database.rows("SELECT words FROM wording WHERE self_check_id = ?", (self_check_id,))
        return wording_from_json(rows[0][0]) if rows else None

    def list_without_wording(self, shop_id: str) -> tuple[int, ...]:
        """Return the ids of a shop's checks that are finished, or not the latest, and have no words kept."""
        return tuple(check_id for (check_id,) in self._database.rows(_WITHOUT_WORDING, (shop_id,)))

    def load(self, self_check_id: int) -> SelfCheck:
        """Return a self-check; `previous` leads through the shop's earlier ones.

        Earlier goes by day, and on one day by the order of saving; a check without a day is before them all.
        """
        check: SelfCheck | None = None
        for check_id, checked_on, finished_on, profile, words in self._database.rows(
            _UP_TO_CHECK, (self_check_id,)
        ):
            check = replace(
                self._load_one(check_id, day_from_text(checked_on), check),
                finished_on=day_from_text(finished_on),
                profile=None if profile is None else profile_from_json(profile),
                wording=None if words is None else wording_from_json(words),
            )
        if check is None:
            raise _no_self_check()
        return check

    def list(self, shop_id: str) -> tuple[StoredCheck, ...]:
        """Return the self-checks of a shop, the latest first."""
        sql = """
            SELECT id, checked_on, bank_version, finished_on FROM self_check WHERE shop_id = ?
            ORDER BY ifnull(checked_on, '') DESC, id DESC
        """
        return tuple(
            StoredCheck(check_id, day_from_text(checked_on), bank_version, day_from_text(finished_on))
            for check_id, checked_on, bank_version, finished_on in self._database.rows(sql, (shop_id,))
        )

    def delete(self, self_check_id: int) -> None:
        """Delete a self-check with all that belongs to it."""
        with self._database.transaction() as connection:
            cursor = connection.execute("DELETE FROM self_check WHERE id = ?", (self_check_id,))
            _expect_a_row(cursor.rowcount)

    def _load_one(self, check_id: int, checked_on: date | None, previous: SelfCheck | None) -> SelfCheck:
        evidence = read_references(self._database, check_id)
        answers = self._database.rows(
            "SELECT question_id, choice, done, note, reason FROM answer WHERE self_check_id = ?", (check_id,)
        )
        progress = self._database.rows(
            """
            SELECT item_id, owner, due, done_on, reason, interim, proposed FROM plan_progress
            WHERE self_check_id = ?
            """,
            (check_id,),
        )
        waiting = _waiting(evidence, {key for key, *_ in answers})
        return SelfCheck(
            checked_on,
            {
                key: Answer(
                    Choice(choice), ids_from_json(done), note, reason, evidence[Subject("question", key)]
                )
                for key, choice, done, note, reason in answers
            },
            {
                key: Progress(
                    owner,
                    day_from_text(due),
                    day_from_text(done_on),
                    evidence[Subject("plan_item", key)],
                    reason,
                    interim,
                    day_from_text(proposed),
                )
                for key, owner, due, done_on, reason, interim, proposed in progress
            },
            previous,
            waiting=waiting,
        )


def _waiting(found: Mapping[Subject, tuple[str, ...]], answered: Set[str]) -> dict[str, tuple[str, ...]]:
    return {
        subject.id: references
        for subject, references in found.items()
        if subject.kind == "question" and subject.id not in answered
    }


def _add_check(connection: Connection, about: tuple[object, ...]) -> int:
    *_, shop_id = about
    cursor = connection.execute(_ADD_CHECK, about)
    if cursor.rowcount == 0 or cursor.lastrowid is None:
        raise InputError(problem("store.no_shop", id=shop_id))
    return cursor.lastrowid


def _change_check(connection: Connection, about: tuple[object, ...], check_id: int) -> int:
    _expect_a_row(connection.execute(_CHANGE_CHECK, (*about, check_id)).rowcount)
    return check_id


def _forget_what_is_gone(connection: Connection, check_id: int, check: SelfCheck) -> None:
    """Make room for `check`; answers it still has stay, because they know when they were given."""
    connection.execute("DELETE FROM evidence WHERE self_check_id = ?", (check_id,))
    connection.execute("DELETE FROM plan_progress WHERE self_check_id = ?", (check_id,))
    connection.execute("DELETE FROM wording WHERE self_check_id = ?", (check_id,))
    kept = connection.execute(
        "SELECT question_id FROM answer WHERE self_check_id = ?", (check_id,)
    ).fetchall()
    gone = [(check_id, question_id) for (question_id,) in kept if question_id not in check.answers]
    connection.executemany("DELETE FROM answer WHERE self_check_id = ? AND question_id = ?", gone)


def _write_answer(
    connection: Connection, check_id: int, question_id: str, answer: Answer, answered_at: datetime | None
) -> None:
    moment = None if answered_at is None else answered_at.isoformat(timespec="seconds")
    values = (question_id, answer.choice.value, ids_to_json(answer.done), answer.note, answer.reason, moment)
    _expect_a_row(connection.execute(_SAVE_ANSWER, (*values, check_id)).rowcount)
    write_references(connection, check_id, Subject("question", question_id), answer.evidence)


def _write_progress(connection: Connection, check_id: int, item_id: str, progress: Progress) -> None:
    days = (day_to_text(progress.due), day_to_text(progress.done_on))
    said = (progress.reason, progress.interim, day_to_text(progress.proposed))
    values = (item_id, progress.owner, *days, *said, check_id)
    _expect_a_row(connection.execute(_SAVE_PROGRESS, values).rowcount)
    write_references(connection, check_id, Subject("plan_item", item_id), progress.proof)


def _write_wording(connection: Connection, check_id: int, wording: Wording) -> None:
    _expect_a_row(connection.execute(_SAVE_WORDING, (wording_to_json(wording), check_id)).rowcount)


def _expect_a_row(count: int) -> None:
    if count == 0:
        raise _no_self_check()


def _no_self_check() -> InputError:
    return InputError(problem("store.no_self_check"))
