"""`export`: one shop's self-checks as plain JSON."""

from argparse import Namespace
from pathlib import Path

from merchant_guard.cli.exit_codes import DONE, WRONG_INPUT
from merchant_guard.cli.open_store import open_store
from merchant_guard.cli.session import Session
from merchant_guard.domain.errors import InputError, problem
from merchant_guard.localization.sentences import sentence
from merchant_guard.services.export_shop import export_shop


def run(arguments: Namespace, session: Session) -> int:
    """Write the file and say that it is readable by anybody."""
    target = Path(arguments.file)
    if target.suffix.lower() == ".zip":
        session.warn(sentence(session.language, "format.later", {"formats": "zip"}))
        return WRONG_INPUT
    if target.suffix.lower() != ".json":
        raise InputError(problem("export.wrong_ending", file=str(target)))
    with open_store(session) as workspace:
        exported = export_shop(workspace, arguments.shop, target)
    words = session.translate(
        "Shop “{name}”, {answers} answers: {file}. The file is not encrypted; keep it safe."
    )
    session.say(words.format(name=exported.name, answers=exported.answers, file=target))
    return DONE
