"""The store of this computer for a command: opened with the password where it has one."""

import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from getpass import getpass
from pathlib import Path

from merchant_guard.cli.session import Session
from merchant_guard.domain.errors import InputError
from merchant_guard.services.workspace import Workspace, open_workspace
from merchant_guard.system.paths import data_folder

PASSWORD_VARIABLE = "MERCHANT_GUARD_PASSWORD"  # noqa: S105 (a name)


def given_password() -> str | None:
    """The password in the variable, None where it is not set."""
    return os.environ.get(PASSWORD_VARIABLE) or None


def asked_password(session: Session) -> str | None:
    """A password that somebody types, None where nobody can: without a terminal nothing waits."""
    return getpass(session.translate("Password:") + " ") if sys.stdin.isatty() else None


@contextmanager
def open_store(session: Session) -> Iterator[Workspace]:
    """Open the store, made where there is none, and close it at the end.

    The password comes from `MERCHANT_GUARD_PASSWORD`, which a new store is protected with, else from a prompt
    where somebody can answer one. Raises SystemProblemError and InputError (`store.…`).
    """
    with ExitStack() as stack:
        yield _opened(stack, data_folder(), session)


def _opened(stack: ExitStack, folder: Path, session: Session) -> Workspace:
    try:
        return stack.enter_context(open_workspace(folder, given_password()))
    except InputError as error:
        is_asked = [one.code for one in error.problems] == ["store.password_needed"]
        typed = asked_password(session) if is_asked else None
        if typed is None:
            raise
    return stack.enter_context(open_workspace(folder, typed))
