"""A Word file as bytes: what it says of itself, and parts that are the same each time."""

from datetime import date, datetime, time
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from merchant_guard.documents.file_properties import CREATOR, language_tag
from merchant_guard.documents.printable import printable

_LONGEST = 255
"""Characters of a property."""
_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first moment that an archive can name; ours all lie at it."""


def pack(document: Any, title: str, subject: str, made_on: date, language: str) -> bytes:
    """Write a document of python-docx down.

    No person is named, and no time of day; equal documents are equal bytes.
    """
    about = document.core_properties
    about.title, about.subject, about.language = _property(title), _property(subject), language_tag(language)
    about.author = about.last_modified_by = CREATOR
    about.comments = about.keywords = about.category = ""
    about.created = about.modified = datetime.combine(made_on, time())
    about.revision = 1
    written = BytesIO()
    document.save(written)
    return _timeless(written.getvalue())


def _property(words: str) -> str:
    """Words as a property holds them: on one line, and as long as is allowed."""
    return printable(words).replace("\n", " ")[:_LONGEST]


def _timeless(archive: bytes) -> bytes:
    """The archive without the moment at which it was written."""
    result = BytesIO()
    with ZipFile(BytesIO(archive)) as parts, ZipFile(result, "w", ZIP_DEFLATED) as kept:
        for name in parts.namelist():
            entry = ZipInfo(name, _EARLIEST)
            entry.compress_type, entry.create_system, entry.external_attr = ZIP_DEFLATED, 0, 0
            kept.writestr(entry, parts.read(name))
    return result.getvalue()
