"""Files kept as proof, and what they are proof of.

An answer and a plan item hold references. The reference of a file kept here is its id; one that came in with
an answer file may be the mere name of a file that lies elsewhere.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Literal

MOST_EVIDENCE = 20
"""As many files as one subject takes; what nobody looks through proves nothing."""

MOST_PIXELS = 64 * 1024 * 1024
"""Four bytes each are 256 MiB, the most that is decoded of one picture."""

ID_LENGTH = 26
_ID_CHARACTERS = frozenset("abcdefghijklmnopqrstuvwxyz234567")

_MOMENT = re.compile(r"\d(?:[-_:. 年月日时分秒点]*\d){7,}[年月日时分秒]?")
"""Eight digits or more: phones name a photo after the moment it was taken."""
_LOOSE = " -_.()（）[]"

SubjectKind = Literal["question", "plan_item", "entry"]


class MediaType(StrEnum):
    """The kinds of file that can be kept and shown."""

    JPEG = "image/jpeg"
    PNG = "image/png"
    WEBP = "image/webp"
    PDF = "application/pdf"

    @property
    def is_picture(self) -> bool:
        """Whether it is one picture, not pages."""
        return self is not MediaType.PDF


@dataclass(frozen=True, slots=True)
class Evidence:
    """A file kept as proof.

    `name` is what the file was called where it came from, `sha256` (hex) and `size` (bytes) are those of the
    bytes it had there; `imported_at` has its time zone.
    """

    id: str
    media_type: MediaType
    name: str
    sha256: str
    size: int
    imported_at: datetime


def is_id(reference: str) -> bool:
    """Whether a reference is the id of a file, of this computer or another, and not a name."""
    return len(reference) == ID_LENGTH and _ID_CHARACTERS.issuperset(reference)


def name_to_give(name: str) -> str:
    """The name of a file without the moment it was taken: IMG_20261130_091500.jpg is IMG.jpg."""
    stem, dot, ending = name.rpartition(".")
    told = _MOMENT.sub("", stem if dot else name).strip(_LOOSE)
    return f"{told or 'photo'}{dot}{ending if dot else ''}"


@dataclass(frozen=True, slots=True)
class Subject:
    """What something is proof of: the answer to a question, an item of the plan, an entry of a register."""

    kind: SubjectKind
    id: str
