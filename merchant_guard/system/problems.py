"""What the operating system refuses. `services` turns these into problems with a sentence."""

import errno
from pathlib import Path

_REASONS = {
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EACCES: "not_allowed",
    errno.EPERM: "not_allowed",
    errno.EBUSY: "in_use",
    errno.ETXTBSY: "in_use",
    errno.EROFS: "read_only",
    errno.ENOENT: "not_there",
    errno.ENOTDIR: "not_a_folder",
    errno.EEXIST: "not_a_folder",
    errno.EISDIR: "is_a_folder",
    errno.ENAMETOOLONG: "no_such_name",
    errno.EINVAL: "no_such_name",  # as Windows says of a name with a question mark
    errno.ELOOP: "no_such_name",
}


_HELD_BY_ANOTHER_PROGRAM = (32, 33)
"""Windows' own numbers for a file that is open elsewhere, or a part of it that is locked."""


class FileProblemError(Exception):
    """A file or folder could not be read or written; `reason` is one of a few words."""

    def __init__(self, place: Path, error: OSError) -> None:
        self.place = place
        is_held = getattr(error, "winerror", None) in _HELD_BY_ANOTHER_PROGRAM
        self.reason = "in_use" if is_held else _REASONS.get(error.errno or 0, "other")
        super().__init__(self.reason)
