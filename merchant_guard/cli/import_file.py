"""`import`: an answer file into this computer's store."""

from argparse import Namespace

from merchant_guard.cli.exit_codes import DONE
from merchant_guard.cli.open_store import open_store
from merchant_guard.cli.session import Session
from merchant_guard.services.due_file import note_what_is_due
from merchant_guard.services.import_shop import import_shop
from merchant_guard.services.load_content import load_content
from merchant_guard.services.read_answers import read_answers


def run(arguments: Namespace, session: Session) -> int:
    """Read the file whole before the store is touched, then take it in."""
    file = read_answers(arguments.file, load_content(), session.latest_day(arguments.date))
    with open_store(session) as workspace:
        today = session.day(arguments.date)
        imported = import_shop(workspace, file, today)
        note_what_is_due(workspace, today)
    words = session.translate
    message = words("New shop “{name}” ({id}) taken in. Self-checks: {checks}, answers: {answers}.")
    if not imported.is_new:
        message = words("Shop “{name}” ({id}) brought up to date. Self-checks: {checks}, answers: {answers}.")
    session.say(
        message.format(
            name=imported.name, id=imported.shop_id, checks=imported.checks, answers=imported.answers
        )
    )
    return DONE
