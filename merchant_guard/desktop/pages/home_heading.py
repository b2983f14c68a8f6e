"""The top of the home page: what there is to do, in one sentence, and the way to begin."""

from merchant_guard.desktop.home_words import to_do
from merchant_guard.desktop.next_year import minutes_left
from merchant_guard.desktop.pages.home_state import DutyRow, HomeKind, HomeState
from merchant_guard.desktop.theme.look import Look
from merchant_guard.domain.stage import Stage
from merchant_guard.localization.dates import day_with_weekday

DOT = " · "


def title(look: Look, state: HomeState) -> str:
    """The sentence of the state."""
    if state.kind is HomeKind.UNFINISHED:
        return _left_to_answer(look, state)
    return to_do(look.words, state.counts)


def _left_to_answer(look: Look, state: HomeState) -> str:
    words, count, minutes = (
        look.words,
        state.questions_left,
        minutes_left(state.check, state.interview, state.today),
    )
    if not count:
        return words("Only the shop’s own details are left, about {minutes} min").format(minutes=minutes)
    if state.interview.stage is Stage.QUICK:
        return words("Quick check: {count} left, about {minutes} min").format(count=count, minutes=minutes)
    if count == 1:
        return words("1 question left, about {minutes} min").format(minutes=minutes)
    return words("{count} questions left, about {minutes} min").format(count=count, minutes=minutes)


def below_title(look: Look, state: HomeState) -> str:
    """Which shop, how far, what day; where nothing is to be done, what comes next."""
    kind = state.kind
    if kind is HomeKind.UNFINISHED:
        return DOT.join(filter(None, (state.check.shop.name, _stopped_at(look, state))))
    if kind is HomeKind.NOTHING_NOW:
        return DOT.join(filter(None, (_next_thing(look, state), _mended_so_far(look, state))))
    done = look.words("{year} self-check done").format(year=state.check.checked_on.year)
    return DOT.join(filter(None, (state.check.shop.name, done, day_with_weekday(look.language, state.today))))


def time_again(look: Look) -> str:
    """What it is like to check once more."""
    return look.words(
        "Time to check again, about 5 minutes: last year’s answers stand beside and count once confirmed."
    )


def _stopped_at(look: Look, state: HomeState) -> str:
    group = next((g for g in state.check.bank.groups if g.id == state.group_stopped_at), None)
    name = group.label.pick(look.language) if group else look.words("About the shop")
    return look.words("Last time you stopped at: {group}").format(group=name)


def _next_thing(look: Look, state: HomeState) -> str:
    following = next(iter(state.shown), None)
    if following is None:
        return ""
    is_duty = isinstance(following, DutyRow)
    due = following.first.due if is_duty else following.due
    title = following.duty.title if is_duty else following.remedy.action.title
    day = day_with_weekday(look.language, due)
    return look.words("Next: {day}, {title}").format(day=day, title=title.pick(look.language))


def _mended_so_far(look: Look, state: HomeState) -> str:
    count = len(state.plan.done_items)
    if not count:
        return ""
    if state.check.previous is None:
        return look.words("{count} put right so far").format(count=count)
    return look.words("{count} put right since last year").format(count=count)
