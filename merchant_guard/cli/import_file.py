"""`import`: an answer file, or a zip with its photos and PDFs, into this computer's store."""

from argparse import Namespace
from pathlib import Path

from merchant_guard.cli.exit_codes import DONE
from merchant_guard.cli.open_store import open_store
from merchant_guard.cli.session import Session
from merchant_guard.services.due_file import note_what_is_due
from merchant_guard.services.import_shop import Imported, import_shop
from merchant_guard.services.import_zip import holds_zip, import_zip, read_zip
from merchant_guard.services.load_content import load_content
from merchant_guard.services.move_away import refuse_when_moved
from merchant_guard.services.read_answers import read_answers
from merchant_guard.system.paths import data_folder


def run(arguments: Namespace, session: Session) -> int:
    """Read the file whole before the store is touched, then take it in."""
    refuse_when_moved(data_folder())
    path = Path(arguments.file)
    if holds_zip(path):
        return _take_zip(path, arguments, session)
    file = read_answers(path, load_content(), session.latest_day(arguments.date))
    with open_store(session) as workspace:
        today = session.day(arguments.date)
        imported = import_shop(workspace, file, today)
        note_what_is_due(workspace, today)
    _say(imported, session)
    return DONE


def _take_zip(path: Path, arguments: Namespace, session: Session) -> int:
    with (
        read_zip(path, load_content(), session.latest_day(arguments.date)) as opened,
        open_store(session) as workspace,
    ):
        today = session.day(arguments.date)
        imported = import_zip(workspace, opened, today)
        note_what_is_due(workspace, today)
    _say(imported.shop, session)
    words = session.translate
    session.say(words("Photos and PDFs: {count}").format(count=imported.files))
    if imported.missing:
        missing = words("Files that the zip speaks of and does not hold: {count}")
        session.warn(missing.format(count=imported.missing))
    if imported.extra:
        extra = words("Files in the zip that nothing speaks of, left out: {count}")
        session.warn(extra.format(count=imported.extra))
    return DONE


def _say(imported: Imported, session: Session) -> None:
    words = session.translate
    message = words("New shop “{name}” ({id}) taken in. Self-checks: {checks}, answers: {answers}.")
    if not imported.is_new:
        message = words("Shop “{name}” ({id}) brought up to date. Self-checks: {checks}, answers: {answers}.")
    session.say(
        message.format(
            name=imported.name, id=imported.shop_id, checks=imported.checks, answers=imported.answers
        )
    )
