"""What a command says when it could not be carried out, and the exit code that goes with it."""

import traceback
from pathlib import Path

from merchant_guard.cli.exit_codes import SYSTEM_PROBLEM, WRONG_INPUT
from merchant_guard.cli.session import Session
from merchant_guard.domain.errors import InputError, MerchantGuardError
from merchant_guard.localization import CatalogueError
from merchant_guard.localization.sentences import lines, sentence


def tell(error: Exception, session: Session) -> int:
    """Say what went wrong in at most four lines; return the exit code."""
    if isinstance(error, CatalogueError):
        session.warn(str(error))
        return SYSTEM_PROBLEM
    if isinstance(error, MerchantGuardError):
        for line in lines(session.language, [(problem.code, problem.params) for problem in error.problems]):
            session.warn(line)
        return WRONG_INPUT if isinstance(error, InputError) else SYSTEM_PROBLEM
    session.warn(sentence(session.language, "unexpected", {"place": _place(error)}))
    return SYSTEM_PROBLEM


def _place(error: BaseException) -> str:
    """Name the kind of error and the line it came from; its message could hold what somebody typed."""
    frames = traceback.extract_tb(error.__traceback__)
    return f"{type(error).__name__}, {Path(frames[-1].filename).name}:{frames[-1].lineno}"
