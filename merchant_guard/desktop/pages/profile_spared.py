"""What a shop need not answer: groups that fall away by what it says of itself, in words."""

from collections.abc import Iterable

from merchant_guard.desktop.theme.look import Look
from merchant_guard.domain.interview import Interview
from merchant_guard.localization import Language


def spared_groups(look: Look, interview: Interview) -> tuple[str, str]:
    """A sentence on the groups that only staff would bring, and one on all others; empty ones say nothing."""
    fallen = _silent_groups(interview, look.language)
    with_staff = _silent_groups(interview.with_profile({"team": 2}), look.language)
    for_staff = {key: name for key, name in fallen.items() if key not in with_staff}
    if interview.shop.profile.get("team") != 1:
        for_staff = {}
    alone = look.words("You have no staff, so this needs no answers: {groups}")
    others = look.words("As you chose, these groups need no answers: {groups}")
    rest = [name for key, name in fallen.items() if key not in for_staff]
    return _with_groups(look, alone, for_staff.values()), _with_groups(look, others, rest)


def _with_groups(look: Look, words: str, groups: Iterable[str]) -> str:
    names = look.words(", ").join(groups)
    return words.format(groups=names) if names else ""


def _silent_groups(interview: Interview, language: Language) -> dict[str, str]:
    """The groups that ask this shop nothing: id and name."""
    asked = {question.group for question in interview.sheet.questions}
    return {
        group.id: group.label.pick(language) for group in interview.bank.asked_groups if group.id not in asked
    }
