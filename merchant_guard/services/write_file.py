"""Write a file a person asked for, and say in their words why it cannot be written."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from merchant_guard.domain.errors import InputError, SystemProblemError, problem
from merchant_guard.system.files import write_whole
from merchant_guard.system.problems import FileProblemError

_OWNERS_MISTAKES = ("not_a_folder", "is_a_folder", "no_such_name")


def write_file(target: Path, data: bytes) -> None:
    """Write a whole file or none.

    Raises InputError when the place named is of the wrong kind, SystemProblemError when disk or rights are in
    the way.
    """
    with telling_problems():
        write_whole(target, data)


@contextmanager
def telling_problems_of(place: Path) -> Iterator[None]:
    """Turn what the system says about a place into problems that have a sentence."""
    with telling_problems():
        try:
            yield
        except OSError as error:
            raise FileProblemError(place, error) from error


@contextmanager
def telling_problems() -> Iterator[None]:
    """Turn what the system refuses into problems that have a sentence."""
    try:
        yield
    except FileProblemError as error:
        kind = InputError if error.reason in _OWNERS_MISTAKES else SystemProblemError
        raise kind(problem(f"write.{error.reason}", file=str(error.place))) from error
