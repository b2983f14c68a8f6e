"""The papers as the list of the print page speaks of them."""

from merchant_guard.desktop.pages.paper_group import ListedGroup, ListedPaper
from merchant_guard.desktop.paper_choice import PaperChoice
from merchant_guard.domain.paper_groups import PaperGroup
from merchant_guard.localization import Translate, mark

_TITLES = {
    PaperGroup.PLAN: mark("My plan"),
    PaperGroup.SIGN: mark("To be signed"),
    PaperGroup.POST: mark("To put up"),
    PaperGroup.LOG: mark("To keep a record"),
    PaperGroup.FILL: mark("To fill in"),
    PaperGroup.SEND: mark("To send out"),
    PaperGroup.TELL: mark("To explain to staff"),
}


def listed_groups(words: Translate, choice: PaperChoice) -> tuple[ListedGroup, ...]:
    """What is offered, in groups by what it is for."""
    return tuple(
        ListedGroup(
            group.group.value,
            words(_TITLES[group.group]),
            tuple(
                ListedPaper(paper.id, choice.title(paper), choice.found_by(paper)) for paper in group.papers
            ),
        )
        for group in choice.groups
    )
