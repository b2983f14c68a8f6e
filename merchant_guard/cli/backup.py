"""`backup`: everything in this computer's store in one file, for another place."""

from argparse import Namespace
from datetime import datetime
from pathlib import Path

from merchant_guard.cli.exit_codes import DONE
from merchant_guard.cli.open_store import given_password, open_store
from merchant_guard.cli.session import Session
from merchant_guard.domain.errors import InputError, problem
from merchant_guard.services.back_up import back_up


def run(arguments: Namespace, session: Session) -> int:
    """Write the backup under the password in the variable, where there is one."""
    with open_store(session) as workspace:
        if not workspace.shops.list():
            raise InputError(problem("export.no_shop"))
        made = back_up(workspace, Path(arguments.folder), datetime.now().astimezone(), given_password())
    words = session.translate
    session.say(words("Backed up: {file}").format(file=made.path))
    if made.missing:
        session.warn(words("Files kept as proof that were missing: {count}").format(count=made.missing))
    if not made.has_password:
        session.warn(
            words(
                "It has no password: elsewhere it opens with the recovery card only. "
                "Set MERCHANT_GUARD_PASSWORD to give it one."
            )
        )
    return DONE
