"""Which papers the shop on the desk is offered, which is chosen, about what, and on which page."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.sending import made_plan, paper_subject
from merchant_guard.domain.paper import (
    FIRST_THREE,
    LEAVER_HANDOVER,
    About,
    OfferedPaper,
    PageSize,
    leavers_first,
)
from merchant_guard.domain.paper_form import PaperForm, entries_for
from merchant_guard.domain.paper_groups import OfferedGroup, offered_groups
from merchant_guard.domain.registers.entry import Entry
from merchant_guard.domain.signing import TO_SIGN, UNSIGNED, PaperFor, lacks_signature
from merchant_guard.domain.stage import Stage
from merchant_guard.services.bundle_papers import details_of, make_bundle, papers_in
from merchant_guard.services.make_papers import MadePaper, listed_title, make_paper, paper_title
from merchant_guard.services.make_plan import MadePlan

BUNDLES = (UNSIGNED.id, TO_SIGN.id)


class PaperChoice:
    """What is chosen lies on the desk; `refresh` looks at it, and at what the shop has written, anew."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.refresh()

    def refresh(self) -> None:
        """Find out what is offered and chosen by now."""
        desk = self._desk
        self.made: MadePlan = made_plan(desk)
        self.bank, self._facts = desk.open_check.bank, desk.open_check.assessment.sheet.facts
        self.groups: tuple[OfferedGroup, ...] = offered_groups(
            desk.open_check.assessment,
            desk.plan,
            desk.ledger.book,
            desk.paper_subjects,
            compares=self.made.comparison is not None,
        )
        self.chosen, self.size = self._find()
        self.form: PaperForm | None = self.bank.paper_forms.get(self.chosen.id)

    def _find(self) -> tuple[OfferedPaper, PageSize]:
        """The paper chosen last; at first what the person has come for, on the page their printer takes."""
        desk, offered = self._desk, [paper for group in self.groups for paper in group.papers]
        quick = desk.open_check.interview.stage is Stage.QUICK
        wanted, size = desk.paper or (FIRST_THREE.id if quick else offered[0].id, None)
        paper = self._about_somebody(next((one for one in offered if one.id == wanted), offered[0]))
        usual = self.label if self._only_labels() else PageSize.A4
        return paper, next((one for one in (size, usual) if one in paper.sizes), paper.sizes[0])

    def _about_somebody(self, paper: OfferedPaper) -> OfferedPaper:
        """A paper about an entry is for the first that still wants it, unless another was asked for."""
        form = self.bank.paper_forms.get(paper.id)
        wants_blank = self._desk.paper_subjects.get(paper.id) == ""
        if form is None or paper.subject or wants_blank:
            return paper
        entries = self.entries_of(form)
        open_ = (entry.id for entry in entries if lacks_signature(self.bank, entry))
        first = next(open_, entries[0].id if entries else "")
        return replace(paper, subject=first)

    def entries(self) -> tuple[Entry, ...]:
        """The entries that what is chosen can be made for."""
        if self.chosen.id == LEAVER_HANDOVER.id:
            return leavers_first(self._desk.ledger.book)
        return self.entries_of(self.form) if self.form else ()

    def entries_of(self, form: PaperForm) -> tuple[Entry, ...]:
        """The entries a form can be made for, those that are not over first."""
        if form.about is not About.ENTRY:
            return ()
        book, registers = self._desk.ledger.book, self.bank.registers
        found = [book.entries[entry_id] for entry_id in entries_for(form, book)]
        return tuple(sorted(found, key=lambda one: one.day(registers[one.register].over) is not None))

    # --- pages --------------------------------------------------------------------------------------

    @property
    def label(self) -> PageSize:
        """The labels the person has in the printer."""
        return PageSize(self._desk.preferences.settings.label)

    def _only_labels(self) -> bool:
        """Whether the shop says that it has a waybill printer and no other."""
        return self._desk.open_check.shop.profile.get("printers") == frozenset({"label"})

    # --- what it is called --------------------------------------------------------------------------

    def title(self, paper: OfferedPaper) -> str:
        """What a paper is called in the list."""
        words = self._desk.look.words
        if paper.id == UNSIGNED.id:
            count = len(self.bundled(UNSIGNED))
            return words("The {count} who have not signed, in one go").format(count=count)
        if paper.id == TO_SIGN.id:
            return words("All that wants a signature, one PDF")
        language = self._desk.look.language
        if paper.id in self.bank.paper_forms:
            return paper_title(language, paper.id, self.made)
        return listed_title(language, paper, self.made, self._desk.ledger.book)

    def found_by(self, paper: OfferedPaper) -> str:
        """What somebody may type to find a paper: its title in both languages, and what else it is called."""
        titles = (paper_title(language, paper.id, self.made, paper.subject) for language in ("zh", "en"))
        form = self.bank.paper_forms.get(paper.id)
        return " ".join((self.title(paper), *titles, *(form.keywords if form else ()))).casefold()

    # --- several at once ----------------------------------------------------------------------------

    @property
    def is_bundle(self) -> bool:
        """Whether several papers are chosen at once."""
        return self.chosen.id in BUNDLES

    def bundled(self, bundle: OfferedPaper) -> tuple[PaperFor, ...]:
        """The papers of a bundle."""
        return papers_in(bundle, self.made, self._desk.ledger.book)

    def waiting_for_signature(self) -> tuple[Entry, ...]:
        """Those whose agreement is among what is chosen."""
        ids = (one.entry_id for one in self.bundled(UNSIGNED)) if self.is_bundle else ()
        return tuple(self._desk.ledger.book.entries[entry_id] for entry_id in ids)

    # --- what it wants of the shop ------------------------------------------------------------------

    def details(self) -> tuple[str, ...]:
        """The shop details that what is chosen prints, in the order of the content."""
        wanted = details_of(self.bundled(self.chosen)) if self.is_bundle else ()
        wanted = self.form.details if self.form else wanted
        return tuple(one.detail.id for one in self.bank.paper_details if one.detail.id in wanted)

    def details_missing(self) -> int:
        """How many of them nobody has filled in."""
        filled = self._desk.open_check.shop.details
        return sum(not filled.get(one, "").strip() for one in self.details())

    # --- making -------------------------------------------------------------------------------------

    def making(self) -> Callable[[], MadePaper]:
        """What makes the paper, to be done beside the window."""
        language, subject = self._desk.look.language, paper_subject(self._desk, self.chosen)
        if self.is_bundle:
            return partial(make_bundle, self.made, self.chosen, language, subject)
        return partial(make_paper, self.made, self.chosen.id, self.size, language, subject)
