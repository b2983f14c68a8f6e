"""Shops with their people, and self-checks with their answers, evidence and how their plans are going."""

from merchant_guard.storage.connection import Connection

# Days are YYYY-MM-DD; CHECK lets nothing else in, and NULL is not known.
STATEMENTS = (
    """
    CREATE TABLE shop (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        profile TEXT NOT NULL CHECK (json_valid(profile)),
        rhythm TEXT NOT NULL CHECK (json_valid(rhythm))
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE staff_member (
        shop_id TEXT NOT NULL REFERENCES shop (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        name TEXT NOT NULL,
        role TEXT NOT NULL,
        joined TEXT CHECK (joined IS date(joined)),
        PRIMARY KEY (shop_id, position)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE self_check (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        shop_id TEXT NOT NULL REFERENCES shop (id) ON DELETE CASCADE,
        checked_on TEXT CHECK (checked_on IS date(checked_on)),
        bank_version TEXT NOT NULL,
        finished_on TEXT CHECK (finished_on IS date(finished_on)),
        stage TEXT CHECK (stage IN ('quick', 'full')),
        place TEXT
    ) STRICT
    """,
    "CREATE INDEX self_check_of_shop ON self_check (shop_id, checked_on)",
    """
    CREATE TABLE answer (
        self_check_id INTEGER NOT NULL REFERENCES self_check (id) ON DELETE CASCADE,
        question_id TEXT NOT NULL,
        choice TEXT NOT NULL CHECK (choice IN ('yes', 'partly', 'no', 'unsure', 'not_applicable')),
        done TEXT NOT NULL CHECK (json_valid(done)),
        note TEXT NOT NULL,
        reason TEXT NOT NULL,
        answered_at TEXT,
        PRIMARY KEY (self_check_id, question_id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE plan_progress (
        self_check_id INTEGER NOT NULL REFERENCES self_check (id) ON DELETE CASCADE,
        item_id TEXT NOT NULL,
        owner TEXT,
        due TEXT CHECK (due IS date(due)),
        done_on TEXT CHECK (done_on IS date(done_on)),
        reason TEXT NOT NULL,
        interim TEXT NOT NULL,
        PRIMARY KEY (self_check_id, item_id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE evidence (
        self_check_id INTEGER NOT NULL REFERENCES self_check (id) ON DELETE CASCADE,
        subject_kind TEXT NOT NULL CHECK (subject_kind IN ('question', 'plan_item')),
        subject_id TEXT NOT NULL,
        position INTEGER NOT NULL,
        reference TEXT NOT NULL,
        PRIMARY KEY (self_check_id, subject_kind, subject_id, position)
    ) STRICT, WITHOUT ROWID
    """,
)


def apply(connection: Connection) -> None:
    """Make the first tables."""
    for statement in STATEMENTS:
        connection.execute(statement)
