"""The paper that an entry asks for: what it is called on a button, and the way to it."""

from collections.abc import Iterable

from merchant_guard.desktop.desk import Desk
from merchant_guard.domain.paper import PAPERS, About, OfferedPaper
from merchant_guard.domain.registers.entry import Entry
from merchant_guard.localization.labels import label


def first_known(wanted: Iterable[str], entry: Entry) -> OfferedPaper | None:
    """The first of some papers that can be made for an entry."""
    found = (PAPERS[one] for one in wanted if one in PAPERS)
    return next((one for one in found if one.register in (None, entry.register)), None)


def paper_words(desk: Desk, offered: OfferedPaper, name: str = "") -> str:
    """What a button that prints a paper is called; one about an entry says about which by its `name`."""
    title = label(desk.look.language, "paper", offered.id)
    if offered.about is not About.ENTRY or not name:
        return desk.look.words("Print: {paper}").format(paper=title)
    return desk.look.words("Print: {paper} ({name})").format(paper=title, name=name)


def go_to_paper(desk: Desk, offered: OfferedPaper, entry: Entry) -> None:
    """Show the paper ready to be printed."""
    about = entry.id if offered.about is About.ENTRY else None
    desk.go_to_paper(offered.id, about=about)
