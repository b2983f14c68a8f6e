"""Papers whose words stand in a template: for which shop, about what, and how long they are kept."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from merchant_guard.domain.applicability import ALWAYS, Condition, Facts
from merchant_guard.domain.paper import About, OfferedPaper, PageSize, Share
from merchant_guard.domain.question import Citation
from merchant_guard.domain.registers.book import Book
from merchant_guard.domain.registers.entry import Entry
from merchant_guard.domain.registers.register import Match
from merchant_guard.domain.shop import Labelled
from merchant_guard.domain.text import Text


class PaperKind(StrEnum):
    """What sort of paper it is."""

    AGREEMENT = "agreement"
    NOTICE = "notice"
    LOG = "log"
    CHECKLIST = "checklist"
    FORM = "form"
    LETTER = "letter"
    POSTER = "poster"
    HANDOUT = "handout"


@dataclass(frozen=True, slots=True)
class ShopDetail:
    """Something about the shop that papers want and the self-check does not ask; written once for all."""

    detail: Labelled
    hint: Text


@dataclass(frozen=True, slots=True)
class PaperForm:
    """A paper with a template of its own, `papers/<id>.xml`.

    `only` keeps a paper about an entry for those that match, `never` from those that have one of the options
    in any of the fields named. `kept` says how long the filled-in paper is kept and by which rule, `details`
    are the shop details it prints, `signed` whether people sign it, `keywords` what else people call it. A
    paper that must be kept is not offered on labels, which fade.
    """

    id: str
    kind: PaperKind
    title: Text
    share: Share
    sizes: tuple[PageSize, ...]
    citations: tuple[Citation, ...]
    about: About = About.SHOP
    register: str | None = None
    only: Match | None = None
    never: Match | None = None
    applies_when: Condition = ALWAYS
    kept: Text | None = None
    details: tuple[str, ...] = ()
    signed: bool = False
    keywords: tuple[str, ...] = ()

    def fits(self, entry: Entry) -> bool:
        """Whether it can be made for an entry of its register."""
        never = (self.never or {}).items()
        shut_out = any(entry.matches({field: options}) for field, options in never)
        return not shut_out and entry.matches(self.only or {})

    def offered(self, subject: str = "") -> OfferedPaper:
        """The paper as it stands in the list of papers."""
        return OfferedPaper(self.id, self.sizes, self.about, self.register, self.share, subject)


def offered_forms(
    forms: Mapping[str, PaperForm], facts: Facts, book: Book, chosen: Mapping[str, str]
) -> Iterator[OfferedPaper]:
    """The forms that fit a shop.

    One about an entry is offered for the entry it was last wanted for, and empty, to be filled in by hand,
    where there is none.
    """
    for form in forms.values():
        if form.applies_when.holds(facts):
            yield form.offered(_subject(form, chosen.get(form.id, ""), book))


def is_offered(paper_id: str, forms: Mapping[str, PaperForm], facts: Facts) -> bool:
    """Whether a shop is offered a paper; those that have no form of their own every shop is."""
    return paper_id not in forms or forms[paper_id].applies_when.holds(facts)


def _subject(form: PaperForm, wanted: str, book: Book) -> str:
    entry = book.entries.get(wanted)
    if entry is None or entry.register != form.register or entry.struck is not None:
        return ""
    return wanted if form.fits(entry) else ""


def entries_for(form: PaperForm, book: Book) -> tuple[str, ...]:
    """The ids of the entries a paper can be made for."""
    found = (entry for entry in book.of(form.register or "") if form.fits(entry))
    return tuple(entry.id for entry in found)
