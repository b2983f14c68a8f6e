"""Where a backup goes: a folder that is there, and not among the data it is a backup of."""

from pathlib import Path

from merchant_guard.domain.errors import InputError, problem
from merchant_guard.services.write_file import telling_problems_of


def check_place(data: Path, folder: Path) -> None:
    """Raise InputError `backup.place_gone` or `backup.among_data` for a folder that will not do.

    It is never made: where a disk was pulled out, its folder would come about on another one.
    Raises SystemProblemError (`write.…`) where the folder cannot be looked at.
    """
    with telling_problems_of(folder):
        if not folder.is_dir():
            raise InputError(problem("backup.place_gone", folder=str(folder)))
        if folder.resolve().is_relative_to(data.resolve()):
            raise InputError(problem("backup.among_data", folder=str(folder)))
