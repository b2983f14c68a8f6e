"""Papers that people sign: which agreement fits somebody, who has not signed, and all of it at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from merchant_guard.domain.paper import About, OfferedPaper
from merchant_guard.domain.paper_form import PaperForm, PaperKind
from merchant_guard.domain.registers.register import STAFF

if TYPE_CHECKING:
    from collections.abc import Iterator

    from merchant_guard.domain.applicability import Facts
    from merchant_guard.domain.question_bank import QuestionBank
    from merchant_guard.domain.registers.book import Book
    from merchant_guard.domain.registers.entry import Entry

UNSIGNED = OfferedPaper("unsigned-agreements")
"""The agreements of all who have not signed yet, in one file."""
TO_SIGN = OfferedPaper("to-sign")
"""Everything that wants a signature, in one file with a cover for the print shop."""
AGREED_ON = "agreement_on"
"""The field of a person's entry with the day they signed."""
_SIGNED_ON = {STAFF: AGREED_ON, "partners": "contract_on"}
"""The field that says since when a paper about an entry is signed, by register."""


class PaperFor(NamedTuple):
    """A form, and the entry it is made for; empty for the whole shop."""

    form: PaperForm
    entry_id: str = ""


def is_to_sign(form: PaperForm) -> bool:
    """Whether a form is made to be signed and kept, not only signed where one happens to be wanted."""
    return form.signed and (form.kind is PaperKind.AGREEMENT or form.kept is not None)


def is_staff_agreement(form: PaperForm) -> bool:
    """Whether a form is what somebody who works here signs."""
    return form.kind is PaperKind.AGREEMENT and form.register == STAFF and form.signed


def agreement_for(bank: QuestionBank, facts: Facts, entry: Entry) -> PaperForm | None:
    """The agreement that somebody who works here signs; None for the owner, who signs none."""
    fitting = (form for form in bank.paper_forms.values() if is_staff_agreement(form) and form.fits(entry))
    return next((form for form in fitting if form.applies_when.holds(facts)), None)


def unsigned_agreements(bank: QuestionBank, facts: Facts, book: Book) -> tuple[PaperFor, ...]:
    """The agreement of everybody who works here and has not signed one."""
    people = (entry for entry in book.of(STAFF) if lacks_signature(bank, entry))
    found = ((agreement_for(bank, facts, entry), entry.id) for entry in people)
    return tuple(PaperFor(form, entry_id) for form, entry_id in found if form is not None)


def lacks_signature(bank: QuestionBank, entry: Entry) -> bool:
    """Whether an entry that is not over has no day of signing."""
    is_over = entry.day(bank.registers[entry.register].over) is not None
    return not is_over and entry.day(_SIGNED_ON.get(entry.register)) is None


def papers_to_sign(bank: QuestionBank, facts: Facts, book: Book) -> tuple[PaperFor, ...]:
    """Every paper that wants a signature: of the shop once, of entries those that are not signed yet."""
    return tuple(_papers_to_sign(bank, facts, book))


def _papers_to_sign(bank: QuestionBank, facts: Facts, book: Book) -> Iterator[PaperFor]:
    for form in bank.paper_forms.values():
        if not is_to_sign(form) or not form.applies_when.holds(facts):
            continue
        if form.about is About.SHOP:
            yield PaperFor(form)
            continue
        for entry in book.of(form.register or ""):
            if entry.register in _SIGNED_ON and form.fits(entry) and lacks_signature(bank, entry):
                yield PaperFor(form, entry.id)
