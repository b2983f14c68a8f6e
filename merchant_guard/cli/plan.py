"""`plan`: the remediation plan of an answer file."""

from argparse import Namespace
from pathlib import Path

from merchant_guard.cli.exit_codes import DONE
from merchant_guard.cli.session import Session
from merchant_guard.localization.sentences import sentence
from merchant_guard.services.load_content import load_content
from merchant_guard.services.make_plan import make_plan
from merchant_guard.services.read_answers import read_answers
from merchant_guard.services.run_self_check import run_self_check
from merchant_guard.services.write_plan import write_plan


def run(arguments: Namespace, session: Session) -> int:
    """Make the plan, write it in the formats asked for, and print where they lie."""
    bank, today = load_content(), session.day(arguments.date)
    file = read_answers(arguments.file, bank, session.latest_day(arguments.date))
    made = make_plan(run_self_check(bank, file.shop, file.check), file.check, today)
    if file.book.entries or "ics" in arguments.formats:
        from merchant_guard.services.make_calendar import with_duties  # noqa: PLC0415 (many have no registers)

        made = with_duties(made, file)
    written = write_plan(made, Path(arguments.out), arguments.formats, session.language)
    for place in written.files:
        session.say(str(place))
    if written.unprintable:
        named = " ".join(f"{char}(U+{ord(char):04X})" for char in sorted(written.unprintable))
        session.warn(sentence(session.language, "document.unprintable", {"characters": named}))
    return DONE
