"""`export`: one shop's self-checks as plain JSON, or as a zip with its photos and PDFs."""

from argparse import Namespace
from pathlib import Path

from merchant_guard.cli.exit_codes import DONE
from merchant_guard.cli.open_store import open_store
from merchant_guard.cli.session import Session
from merchant_guard.domain.errors import InputError, problem
from merchant_guard.services.export_shop import export_shop, export_zip


def run(arguments: Namespace, session: Session) -> int:
    """Write the file and say that it is readable by anybody."""
    target = Path(arguments.file)
    export = {".json": export_shop, ".zip": export_zip}.get(target.suffix.lower())
    if export is None:
        raise InputError(problem("export.wrong_ending", file=str(target)))
    with open_store(session) as workspace:
        exported = export(workspace, arguments.shop, target)
    words = session.translate(
        "Shop “{name}”, {answers} answers: {file}. The file is not encrypted; keep it safe."
    )
    session.say(words.format(name=exported.name, answers=exported.answers, file=target))
    if export is export_zip:
        session.say(session.translate("Photos and PDFs in it: {count}").format(count=exported.files))
    if exported.missing:
        missing = session.translate("Files kept as proof that were missing: {count}")
        session.warn(missing.format(count=exported.missing))
    return DONE
