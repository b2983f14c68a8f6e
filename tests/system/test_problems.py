import errno
from pathlib import Path

import pytest

from merchant_guard.localization.sentences import SENTENCES
from merchant_guard.system.problems import FileProblemError

NAMED = [
    (errno.ENOSPC, "disk_full"),
    (errno.EDQUOT, "disk_full"),
    (errno.EACCES, "not_allowed"),
    (errno.EPERM, "not_allowed"),
    (errno.EROFS, "read_only"),
    (errno.ENOENT, "not_there"),
    (errno.ENOTDIR, "not_a_folder"),
    (errno.EEXIST, "not_a_folder"),
    (errno.EISDIR, "is_a_folder"),
    (errno.ENAMETOOLONG, "no_such_name"),
    (errno.EINVAL, "no_such_name"),
    (errno.EIO, "other"),
    (errno.EBUSY, "in_use"),
    (errno.ETXTBSY, "in_use"),
]


@pytest.mark.parametrize(("number", "reason"), NAMED)
def test_what_the_system_refuses_has_a_reason_and_the_reason_a_sentence(number: int, reason: str) -> None:
    refused = FileProblemError(Path("place"), OSError(number, "words of the system"))
    assert (refused.reason, refused.place) == (reason, Path("place"))
    assert f"write.{reason}" in SENTENCES
    assert "words" not in str(refused)


@pytest.mark.parametrize("number", [32, 33])
def test_a_file_that_windows_says_is_open_elsewhere_is_in_use(number: int) -> None:
    refused = PermissionError(errno.EACCES, "words of the system")
    refused.winerror = number
    assert FileProblemError(Path("place"), refused).reason == "in_use"
    refused.winerror = 5  # access denied
    assert FileProblemError(Path("place"), refused).reason == "not_allowed"


def test_an_error_without_a_number_is_some_other_reason() -> None:
    assert FileProblemError(Path("place"), OSError("no number")).reason == "other"
