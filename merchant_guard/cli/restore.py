"""`restore`: what a backup holds takes the place of this computer's store, which is kept aside."""

from argparse import Namespace
from datetime import datetime
from pathlib import Path

from merchant_guard.cli.exit_codes import DONE
from merchant_guard.cli.open_store import asked_password, given_password
from merchant_guard.cli.session import Session
from merchant_guard.domain.errors import InputError
from merchant_guard.services.due_file import note_what_is_due
from merchant_guard.services.restore import Secret, StagedBackup, key_here, put_back, staged
from merchant_guard.services.workspace import open_workspace
from merchant_guard.system.paths import data_folder

_ASKS = ("backup.password_needed", "backup.card_needed", "backup.password_wrong")


def run(arguments: Namespace, session: Session) -> int:
    """Read the backup whole before anything is touched, then put it in the place of the store."""
    folder, file, password = data_folder(), Path(arguments.file), given_password()
    secret = Secret(password=password, here=key_here(folder, password))
    try:
        return _restore(folder, file, secret, session)
    except InputError as error:
        typed = asked_password(session) if error.problems[0].code in _ASKS else None
        if typed is None:
            raise
    return _restore(folder, file, secret.typed(typed), session)


def _restore(folder: Path, file: Path, secret: Secret, session: Session) -> int:
    with staged(folder, file, secret) as backup:
        aside = put_back(folder, backup, datetime.now().astimezone(), secret.here, given_password())
    with open_workspace(folder, given_password()) as workspace:
        note_what_is_due(workspace, session.day(None))
    _say(backup, aside, session)
    return DONE


def _say(backup: StagedBackup, aside: Path | None, session: Session) -> None:
    words = session.translate
    made = backup.made_at.astimezone()
    line = words("Put back: the backup of {day}, shops: {shops}.")
    session.say(line.format(day=f"{made:%Y-%m-%d %H:%M}", shops=len(backup.shops)))
    if aside is not None:
        session.say(words("What was here before lies in {file}.").format(file=aside))
