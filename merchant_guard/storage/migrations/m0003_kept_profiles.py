"""Every self-check keeps the profile it was answered under, and a new shop what it says before its check."""

from merchant_guard.storage.connection import Connection

# Until now a shop had one profile, which is that of its latest check; of earlier ones nobody knows it.
STATEMENTS = (
    "ALTER TABLE self_check ADD COLUMN profile TEXT CHECK (json_valid(profile))",
    """
    UPDATE self_check SET profile = (SELECT shop.profile FROM shop WHERE shop.id = self_check.shop_id)
    WHERE NOT EXISTS (
        SELECT 1 FROM self_check AS later WHERE later.shop_id = self_check.shop_id
            AND (ifnull(later.checked_on, ''), later.id) > (ifnull(self_check.checked_on, ''), self_check.id)
    )
    """,
    """
    CREATE TABLE shop_draft (
        number INTEGER PRIMARY KEY CHECK (number = 1),
        name TEXT NOT NULL,
        profile TEXT NOT NULL CHECK (json_valid(profile))
    ) STRICT
    """,
)


def apply(connection: Connection) -> None:
    """Make room for both."""
    for statement in STATEMENTS:
        connection.execute(statement)
