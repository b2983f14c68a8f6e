"""The papers of a shop by their ids: which there are, and each made in the formats asked for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from merchant_guard.domain.errors import InputError, problem
from merchant_guard.domain.paper import (
    COMPARISON,
    FIRST_THREE,
    LEAVER_HANDOVER,
    PLAN,
    PLAN_LIST,
    QUESTION_SHEET,
    REGISTER_LIST,
    WEEK_LIST,
    OfferedPaper,
    PageSize,
    PaperSubject,
    Share,
)
from merchant_guard.domain.paper_form import PaperKind, entries_for
from merchant_guard.domain.question_bank import QuestionBank
from merchant_guard.domain.registers.book import Book
from merchant_guard.domain.registers.register import STAFF
from merchant_guard.exchange.answer_file import AnswerFile
from merchant_guard.localization import Language
from merchant_guard.localization.labels import label
from merchant_guard.services.keep_book import staff_entries
from merchant_guard.services.make_papers import MadePaper, make_paper
from merchant_guard.services.make_plan import MadePlan, make_plan
from merchant_guard.services.paper_formats import PaperFormat, formats_on, write_paper
from merchant_guard.services.run_self_check import run_self_check
from merchant_guard.system.clock import moment_on

_OF_PLAN = {
    PLAN_LIST: PaperKind.CHECKLIST,
    WEEK_LIST: PaperKind.CHECKLIST,
    FIRST_THREE: PaperKind.CHECKLIST,
    QUESTION_SHEET: PaperKind.FORM,
    PLAN: PaperKind.FORM,
    COMPARISON: PaperKind.FORM,
    REGISTER_LIST: PaperKind.LOG,
    LEAVER_HANDOVER: PaperKind.FORM,
}


@dataclass(frozen=True, slots=True)
class ListedPaper:
    """A paper as other programs see it."""

    id: str
    title: str
    kind: PaperKind
    share: Share
    sizes: tuple[PageSize, ...]
    formats: tuple[str, ...]


def list_papers(bank: QuestionBank, language: Language) -> tuple[ListedPaper, ...]:
    """Return every paper there is, those of the plan first."""
    return (*_of_plan(language), *_forms(bank, language))


def _of_plan(language: Language) -> Iterator[ListedPaper]:
    for paper, kind in _OF_PLAN.items():
        title = label(language, "paper", paper.id).format(count=3, register="").strip()
        yield ListedPaper(paper.id, title, kind, paper.share, paper.sizes, _formats(paper.sizes))


def _forms(bank: QuestionBank, language: Language) -> Iterator[ListedPaper]:
    for form in bank.paper_forms.values():
        title = form.title.pick(language)
        yield ListedPaper(form.id, title, form.kind, form.share, form.sizes, _formats(form.sizes))


def _formats(sizes: Sequence[PageSize]) -> tuple[str, ...]:
    """Those that one size at least has."""
    return tuple(one.value for one in PaperFormat if any(one in formats_on(size) for size in sizes))


@dataclass(frozen=True, slots=True)
class PaperRun:
    """One shop whose papers are made, one after the other."""

    made: MadePlan
    book: Book
    today: date

    @property
    def bank(self) -> QuestionBank:
        """The content behind it."""
        return self.made.assessment.sheet.bank

    def make(self, paper: OfferedPaper | str, size: PageSize, language: Language) -> tuple[MadePaper, ...]:
        """Make a paper, one for each entry it is about; an empty one to fill in where there is none."""
        paper_id = paper if isinstance(paper, str) else paper.id
        subjects = self.subjects(paper_id) or ("",)
        return tuple(
            make_paper(self.made, paper_id, size, language, PaperSubject(self.book, subject))
            for subject in subjects
        )

    def subjects(self, paper_id: str) -> tuple[str, ...]:
        """The register or the entries that a paper can be about now; none where it is about the shop."""
        if form := self.bank.paper_forms.get(paper_id):
            return entries_for(form, self.book)
        if paper_id == REGISTER_LIST.id:
            return tuple(one for one in self.bank.registers if self.book.of(one))[:1] or (STAFF,)
        if paper_id == LEAVER_HANDOVER.id:
            return tuple(entry.id for entry in self.book.of(STAFF) if entry.day("left_on"))
        return ()


def papers_of_file(file: AnswerFile, bank: QuestionBank, today: date) -> PaperRun:
    """Get ready to make the papers of the shop in an answer file."""
    made = make_plan(run_self_check(bank, file.shop, file.check), file.check, today)
    book = file.book
    for entry in staff_entries(book, file.shop.staff, moment_on(today)):
        book = book.with_entry(entry)
    return PaperRun(made, book, today)


def known_paper(bank: QuestionBank, paper_id: str) -> ListedPaper:
    """The paper with an id. Raises InputError naming the nearest there is."""
    import difflib  # noqa: PLC0415 (only who mistypes pays)

    listed = {paper.id: paper for paper in list_papers(bank, "en")}
    if paper_id in listed:
        return listed[paper_id]
    near = difflib.get_close_matches(paper_id, listed, n=1)
    if near:
        raise InputError(problem("papers.unknown_near", id=paper_id, nearest=near[0]))
    raise InputError(problem("papers.unknown", id=paper_id))


def write_papers(
    papers: Sequence[MadePaper], folder: Path, name: str, formats: Sequence[PaperFormat]
) -> tuple[Path, ...]:
    """Write papers into a folder, in those of the formats their size has; several of one paper are numbered.

    Raises InputError and SystemProblemError (`write.…`).
    """
    places: list[Path] = []
    for number, paper in enumerate(papers, start=1):
        numbered = f"{name}-{number}" if len(papers) > 1 else name
        for wanted in formats:
            if wanted in formats_on(paper.size):
                places += write_paper(paper, wanted, folder, numbered)
    return tuple(places)
