"""Which files are proof of what, in a self-check: ordered references by subject."""

from collections import defaultdict
from collections.abc import Iterable

from merchant_guard.domain.evidence import Subject
from merchant_guard.storage.connection import Connection
from merchant_guard.storage.database import Database

_ADD = """
    INSERT INTO evidence (self_check_id, subject_kind, subject_id, position, reference)
    SELECT self_check.id, ?1, ?2, (
        SELECT ifnull(max(position) + 1, 0) FROM evidence
        WHERE self_check_id = ?3 AND subject_kind = ?1 AND subject_id = ?2
    ), ?4 FROM self_check WHERE self_check.id = ?3
"""


def read_references(database: Database, check_id: int) -> defaultdict[Subject, tuple[str, ...]]:
    """Return the references of a self-check; of a subject without any, none."""
    sql = "SELECT subject_kind, subject_id, reference FROM evidence WHERE self_check_id = ? ORDER BY position"
    found: defaultdict[Subject, tuple[str, ...]] = defaultdict(tuple)
    for kind, subject_id, reference in database.rows(sql, (check_id,)):
        found[Subject(kind, subject_id)] += (reference,)
    return found


def write_references(
    connection: Connection, check_id: int, subject: Subject, references: Iterable[str]
) -> None:
    """Let a subject have these references and no others."""
    about = (check_id, subject.kind, subject.id)
    connection.execute(
        "DELETE FROM evidence WHERE self_check_id = ? AND subject_kind = ? AND subject_id = ?", about
    )
    rows = [(*about, position, reference) for position, reference in enumerate(references)]
    if rows:
        connection.executemany("INSERT INTO evidence VALUES (?, ?, ?, ?, ?)", rows)


def add_reference(connection: Connection, check_id: int, subject: Subject, reference: str) -> int:
    """Add one reference after those there are; returns 0 when the self-check is gone."""
    return connection.execute(_ADD, (subject.kind, subject.id, check_id, reference)).rowcount
