"""Files inside a PDF: what is put there, and what is found there again."""

from ctypes import c_ulong
from typing import Any, NamedTuple

from merchant_guard.domain.errors import InputError, problem

_WRONG_PASSWORD = 4
"""PDFium's FPDF_ERR_PASSWORD."""


class Attachment(NamedTuple):
    """A file to be put into a PDF; name and words about it in ASCII."""

    name: str
    data: bytes
    about: str


def attachment(pdf: bytes, name: str, limit: int) -> bytes | None:
    """Return what a PDF carries under a name, None when it carries no such file.

    Raises InputError `pdf.encrypted` and `pdf.damaged`, the latter also for more than `limit` bytes. Not for
    two threads at once: PDFium keeps state of its own. It unpacks a stream before it says how large it is,
    up to a bound of its own (1 GiB): keep the size of the PDF in bounds.
    """
    # Heavy, and whoever writes a PDF needs only the class above.
    import pypdfium2  # noqa: PLC0415

    try:
        document = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError as error:
        code = "pdf.encrypted" if error.err_code == _WRONG_PASSWORD else "pdf.damaged"
        raise InputError(problem(code)) from error
    try:
        files = (document.get_attachment(number) for number in range(document.count_attachments()))
        found = next((file for file in files if file.get_name() == name), None)
        return None if found is None else _content(found, limit)
    except pypdfium2.PdfiumError as error:
        raise InputError(problem("pdf.damaged")) from error
    finally:
        document.close()


def _content(file: Any, limit: int) -> bytes:
    """The file's bytes; its size is asked for before there is room made for it."""
    from pypdfium2 import raw  # noqa: PLC0415

    size = c_ulong()
    raw.FPDFAttachment_GetFile(file, None, 0, size)
    if size.value > limit:
        raise InputError(problem("pdf.damaged"))
    return bytes(file.get_data())
