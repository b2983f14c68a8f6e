"""Which of the papers that registers and duties name can be made by now."""

from collections.abc import Iterable

from merchant_guard.desktop.theme.look import Look
from merchant_guard.domain import paper
from merchant_guard.domain.paper import OfferedPaper
from merchant_guard.localization.labels import LABELS, label

LEAVER_HANDOVER = "leaver_handover"


def first_known(wanted: Iterable[str]) -> str | None:
    """The first of some papers that can be made."""
    known = {one.id for one in vars(paper).values() if isinstance(one, OfferedPaper)}
    return next((one for one in wanted if one in known), None)


def paper_words(look: Look, paper_id: str, name: str) -> str:
    """What a button that prints a paper is called."""
    title = label(look.language, "paper", paper_id) if paper_id in LABELS["paper"] else paper_id
    return look.words("Print: {paper} ({name})").format(paper=title, name=name)
