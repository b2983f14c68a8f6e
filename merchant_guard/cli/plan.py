"""`plan`: the remediation plan of an answer file."""

from argparse import Namespace
from pathlib import Path

from merchant_guard.cli.exit_codes import DONE, WRONG_INPUT
from merchant_guard.cli.session import Session
from merchant_guard.localization.sentences import sentence
from merchant_guard.services.load_content import load_content
from merchant_guard.services.make_plan import LATER_FORMATS, make_plan, write_plan
from merchant_guard.services.read_answers import read_answers
from merchant_guard.services.run_self_check import run_self_check


def run(arguments: Namespace, session: Session) -> int:
    """Make the plan, write the formats there are, and print where they lie."""
    bank = load_content()
    file = read_answers(arguments.file, bank, session.latest_day(arguments.date))
    made = make_plan(run_self_check(bank, file.shop, file.check), file.check, session.day(arguments.date))
    now = [name for name in arguments.formats if name not in LATER_FORMATS]
    later = [name for name in arguments.formats if name in LATER_FORMATS]
    written = write_plan(made, Path(arguments.out), now, session.language)
    for place in written.files:
        session.say(str(place))
    if later:
        session.warn(sentence(session.language, "format.later", {"formats": ", ".join(later)}))
    if written.unprintable:
        named = " ".join(f"{char}(U+{ord(char):04X})" for char in sorted(written.unprintable))
        session.warn(sentence(session.language, "document.unprintable", {"characters": named}))
    return DONE if now else WRONG_INPUT
