"""Make several papers at once, as one file: the agreements nobody signed yet, everything to be signed."""

from collections.abc import Sequence

from merchant_guard.domain.paper import OfferedPaper, PageSize, PaperSubject
from merchant_guard.domain.question_bank import QuestionBank
from merchant_guard.domain.registers.book import Book
from merchant_guard.domain.signing import UNSIGNED, PaperFor, papers_to_sign, unsigned_agreements
from merchant_guard.localization import Language
from merchant_guard.services.make_papers import MadePaper, paper_title
from merchant_guard.services.make_plan import MadePlan

_FILES: Language = "zh"
"""The papers themselves are in Chinese."""


def papers_in(bundle: OfferedPaper, made: MadePlan, book: Book) -> tuple[PaperFor, ...]:
    """The papers of a bundle, in their order."""
    sheet = made.assessment.sheet
    find = unsigned_agreements if bundle.id == UNSIGNED.id else papers_to_sign
    return find(sheet.bank, sheet.facts, book)


def make_bundle(made: MadePlan, bundle: OfferedPaper, language: Language, subject: PaperSubject) -> MadePaper:
    """Make the papers of a bundle as one file with a cover. Raises KeyError where there are none."""
    # reportlab and jinja2 are heavy; only who prints pays for them.
    from merchant_guard.documents.bundle import Part, bundle_pdf  # noqa: PLC0415
    from merchant_guard.documents.paper_source import PaperSource  # noqa: PLC0415

    papers = papers_in(bundle, made, subject.book)
    if not papers:
        raise KeyError(bundle.id)
    parts = [
        Part(
            one.form.id,
            PaperSource(
                made.assessment,
                made.plan,
                made.checked_on,
                _FILES,
                PaperSubject(subject.book, one.entry_id, subject.near),
            ),
            one.form.title.zh,
            _name(made.assessment.sheet.bank, subject.book, one.entry_id),
        )
        for one in papers
    ]
    file = bundle_pdf(parts, paper_title(_FILES, bundle.id, made))
    title = paper_title(language, bundle.id, made)
    return MadePaper(bundle.id, PageSize.A4, title, file.data, file.pages, file.unprintable)


def details_of(papers: Sequence[PaperFor]) -> tuple[str, ...]:
    """The shop details that any of some papers prints."""
    return tuple(dict.fromkeys(detail for one in papers for detail in one.form.details))


def _name(bank: QuestionBank, book: Book, entry_id: str) -> str:
    entry = book.entries.get(entry_id)
    return entry.said(bank.registers[entry.register].name) if entry else ""
