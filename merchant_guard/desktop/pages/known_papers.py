"""The paper that an entry or a task asks for: what it is called on a button, and the way to it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from merchant_guard.desktop.desk import Desk
from merchant_guard.domain.paper import PAPERS, About, OfferedPaper
from merchant_guard.domain.paper_form import PaperForm, PaperKind
from merchant_guard.domain.registers.entry import Entry
from merchant_guard.domain.signing import UNSIGNED, PaperFor, is_staff_agreement, unsigned_agreements
from merchant_guard.localization.labels import label


class PaperWay(NamedTuple):
    """A button that leads to a paper: its words, those for a narrow place, and where it leads."""

    words: str
    short: str
    go: Callable[[], object]


def paper_for_entry(desk: Desk, wanted: Iterable[str], entry: Entry, name: str) -> PaperWay | None:
    """The way to the first of some papers that can be made for an entry, which is called `name`."""
    paper = _first_for(desk, wanted, entry)
    if paper is None:
        return None
    about = entry.id if paper.about is About.ENTRY else None
    go = partial(desk.go_to_paper, paper.id, about=about)
    short = paper_words(desk, paper)
    return PaperWay(paper_words(desk, paper, name) if about else short, short, go)


def paper_for_entries(desk: Desk, wanted: Sequence[str], entries: Sequence[Entry]) -> PaperWay | None:
    """The way to the papers of several entries at once; only agreements can be had so."""
    forms = [_form(desk, paper_id) for paper_id in wanted]
    if len(entries) < 2 or not any(form and is_staff_agreement(form) for form in forms):
        return None
    ids = {one.entry_id for one in _unsigned(desk)}
    if len(ids & {entry.id for entry in entries}) < 2:
        return None
    return PaperWay(*[_every_unsigned(desk, len(ids))] * 2, partial(desk.go_to_paper, UNSIGNED.id))


def paper_for_task(desk: Desk, wanted: Sequence[str]) -> PaperWay | None:
    """The way to the first of some papers that fits the shop.

    Agreements are for whoever has not signed: for one person theirs, for more all of them at once.
    """
    unsigned = [one for one in _unsigned(desk) if one.form.id in wanted]
    if len(unsigned) > 1:
        return PaperWay(
            *[_every_unsigned(desk, len(_unsigned(desk)))] * 2, partial(desk.go_to_paper, UNSIGNED.id)
        )
    if unsigned:
        entry = desk.ledger.book.entries[unsigned[0].entry_id]
        return paper_for_entry(desk, [unsigned[0].form.id], entry, entry.said("name"))
    paper = next((paper for one in wanted if (paper := _of_shop(desk, one))), None)
    if paper is None:
        return None
    words = paper_words(desk, paper)
    return PaperWay(words, words, partial(desk.go_to_paper, paper.id))


def paper_words(desk: Desk, offered: OfferedPaper, name: str = "") -> str:
    """What a button that prints a paper is called; one about an entry says about which by its `name`."""
    words, form = desk.look.words, _form(desk, offered.id)
    title = form.title.pick(desk.look.language) if form else label(desk.look.language, "paper", offered.id)
    if form is not None and form.kind is PaperKind.AGREEMENT:
        said = words("Print the agreement ({name})") if name else words("Print the agreement")
        return said.format(name=name)
    if name:
        return words("Print: {paper} ({name})").format(paper=title, name=name)
    return words("Print: {paper}").format(paper=title)


def _form(desk: Desk, paper_id: str) -> PaperForm | None:
    return desk.open_check.bank.paper_forms.get(paper_id)


def _applies(desk: Desk, form: PaperForm) -> bool:
    return form.applies_when.holds(desk.open_check.assessment.sheet.facts)


def _first_for(desk: Desk, wanted: Iterable[str], entry: Entry) -> OfferedPaper | None:
    """The first paper about this entry or about the whole shop; of agreements the one that fits."""
    for paper_id in wanted:
        form = _form(desk, paper_id)
        if form is None:
            paper = PAPERS.get(paper_id)
            if paper is not None and paper.register in (None, entry.register):
                return paper
        elif _applies(desk, form) and (
            form.register is None or (form.register == entry.register and form.fits(entry))
        ):
            return form.offered()
    return None


def _of_shop(desk: Desk, paper_id: str) -> OfferedPaper | None:
    """A paper that can be made without anybody having said about which entry."""
    form = _form(desk, paper_id)
    if form is not None:
        return replace(form.offered(), about=About.SHOP) if _applies(desk, form) else None
    paper = PAPERS.get(paper_id)
    return paper if paper is not None and paper.about is About.SHOP else None


def _unsigned(desk: Desk) -> tuple[PaperFor, ...]:
    check = desk.open_check
    return unsigned_agreements(check.bank, check.assessment.sheet.facts, check.book)


def _every_unsigned(desk: Desk, count: int) -> str:
    return desk.look.words("Print the agreements: {count} people").format(count=count)
