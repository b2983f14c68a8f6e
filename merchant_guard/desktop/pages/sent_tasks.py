"""What of the plan may go into a chat: task, person and day."""

from collections.abc import Callable, Sequence
from functools import partial

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.plan_words import PlanWords
from merchant_guard.desktop.sending import Sending, made_plan
from merchant_guard.domain.paper import may_be_sent
from merchant_guard.domain.plan import PlanItem
from merchant_guard.services.make_papers import MadePaper
from merchant_guard.services.share_papers import make_task_sheet


def sending_tasks(desk: Desk, items: Sequence[PlanItem], *, is_week: bool = False) -> Sending | None:
    """Some tasks with person and day, never a risk or a gap; None where none of them may be told."""
    told = [item for item in items if may_be_sent(item)]
    if not told:
        return None
    look = desk.look
    make = partial(make_task_sheet, made_plan(desk), told, look.language, is_week=is_week)
    return Sending(desk, make, _in_words(desk, told, is_week))


def _in_words(desk: Desk, items: Sequence[PlanItem], is_week: bool) -> str:
    words, check = desk.look.words, desk.open_check
    say = PlanWords(desk.look, check.bank, desk.today)
    if len(items) == 1:
        return say.for_wechat(items[0])
    head = words("To do this week") if is_week else words("To do")
    lines = [f"{number}. {say.for_wechat(item)}" for number, item in enumerate(items, 1)]
    return "\n".join([f"{check.shop.name} · {head}" if check.shop.name else head, *lines])


def sending_questions(desk: Desk, make: Callable[[], MadePaper]) -> Sending:
    """The question sheet as it is, for whoever is asked."""
    say = PlanWords(desk.look, desk.open_check.bank, desk.today)
    asked = [one for item in desk.plan.open_items for one in say.asked(item)]
    return Sending(desk, make, "\n".join(line for one in asked for line in (one.who, *one.say)))
