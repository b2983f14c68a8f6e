"""What can go wrong, as codes and parameters; `cli` and `desktop` make the sentences."""

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong.

    `code` names the sentence in `localization.sentences`; `params` fill its blanks. Parameters never hold
    answers, notes or names unless the sentence is shown to the very person who typed them.
    """

    code: str
    params: dict[str, object] = field(default_factory=dict)


def problem(code: str, **params: object) -> Problem:
    """Make a `Problem` with its parameters spelled out."""
    return Problem(code, params)


class MerchantGuardError(Exception):
    """Base of all errors that a person is told about, one or several problems at once."""

    def __init__(self, problems: Problem | Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = (problems,) if isinstance(problems, Problem) else tuple(problems)
        super().__init__("; ".join(p.code for p in self.problems))


class InputError(MerchantGuardError):
    """What the person gave is wrong and can be mended by them (exit code 1)."""


class SystemProblemError(MerchantGuardError):
    """The disk, the system or a file of ours is in the way (exit code 3)."""


class ContentError(MerchantGuardError):
    """A file under `resources/content` is wrong: names the file, the place and what was expected."""
