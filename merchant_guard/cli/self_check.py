"""`self-check`: does this installation work?"""

from argparse import Namespace

from merchant_guard.cli.exit_codes import DONE
from merchant_guard.cli.session import Session
from merchant_guard.localization import mark
from merchant_guard.services.check_installation import installation_parts

_NAMES = {
    "content": mark("questions, actions and laws"),
    "languages": mark("Chinese and English"),
    "store": mark("encrypted store"),
    "plan": mark("plan as PDF"),
    "papers": mark("papers"),
}


def run(_arguments: Namespace, session: Session) -> int:
    """Check part by part; the first that does not work ends it with its own sentence."""
    words = session.translate
    for name, check in installation_parts():
        check()
        session.say(words("{part}: in order").format(part=words(_NAMES[name])))
    return DONE
