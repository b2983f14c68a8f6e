"""Write a file a person asked for, and say in their words why it cannot be written."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain, count
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


def write_beside(usual: Path, data: bytes) -> Path:
    """Write a file under its usual name and return where it lies.

    What lies there already is not written over: the name gets a number, unless it is this very file. Raises
    InputError and SystemProblemError.
    """
    numbered = (usual.with_stem(f"{usual.stem} ({number})") for number in count(2))
    place = next(place for place in chain((usual,), numbered) if _takes(place, data))
    write_file(place, data)
    return place


def with_ending(place: Path, ending: str) -> Path:
    """The place with the ending of what is written there, added to the name where it is missing."""
    return place if place.suffix.lower() == ending else place.with_name(f"{place.name}{ending}")


def _takes(place: Path, data: bytes) -> bool:
    """Whether nothing else lies at a place."""
    with telling_problems_of(place):
        return not place.exists() or (place.is_file() and place.read_bytes() == data)


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
