"""Bringing a database file up to the version of this app, with a copy of the old file kept."""

from collections.abc import Callable, Sequence

from merchant_guard.storage.connection import Connection, transaction

Migration = Callable[[Connection], None]
"""Takes the schema one version further, statement by statement; it neither begins nor commits.

Foreign keys are off while it runs, so that a table can be rebuilt, and checked afterwards.
"""


def version_of(connection: Connection) -> int:
    """The version of the schema in the file; 0 for a new one."""
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


def upgrade(
    connection: Connection, migrations: Sequence[Migration], keep_copy: Callable[[int], object] | None = None
) -> None:
    """Run the migrations that are missing, all of them or none.

    `keep_copy` is called before the first one with the version found, while nobody else can write; what it
    raises stops the upgrade.
    """
    if version_of(connection) == len(migrations):
        return
    with transaction(connection):
        # Read again: another window may have been first.
        version = version_of(connection)
        if keep_copy is not None and version < len(migrations):
            keep_copy(version)
        for number, migrate in enumerate(migrations[version:], start=version + 1):
            migrate(connection)
            connection.execute(f"PRAGMA user_version = {number}")
        if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
            raise RuntimeError(f"a migration from version {version} left a reference to nothing")
