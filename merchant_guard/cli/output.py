"""JSON for other programs."""

import json
from typing import Any

from merchant_guard.cli.session import Session


def say_json(session: Session, plain: Any) -> None:
    """Print JSON as UTF-8, not escaped."""
    session.say(json.dumps(plain, ensure_ascii=False, indent=2))
