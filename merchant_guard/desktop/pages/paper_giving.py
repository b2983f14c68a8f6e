"""What can be done with the chosen paper: in which formats it is saved, and what of it goes into a chat."""

from collections.abc import Callable

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.sent_tasks import sending_questions, sending_tasks
from merchant_guard.desktop.paper_choice import PaperChoice
from merchant_guard.desktop.sending import Sending
from merchant_guard.desktop.widgets.paper_foot import FootPaper
from merchant_guard.domain.paper import QUESTION_SHEET, WEEK_LIST, tasks_of
from merchant_guard.services.make_papers import MadePaper
from merchant_guard.services.paper_formats import PaperFormat, formats_on


def foot_paper(desk: Desk, choice: PaperChoice, made: Callable[[], MadePaper | None]) -> FootPaper:
    """The paper as the foot offers it; `made` brings it once it is there.

    The whole report, with its risks and gaps, is not for a chat; several papers at once have no Word file.
    """

    def sending() -> Sending | None:
        return _sending(desk, choice, made())

    formats = formats_on(choice.size)
    if choice.is_bundle:
        formats = tuple(one for one in formats if one is not PaperFormat.DOCX)
    may_be_sent = choice.chosen.id == QUESTION_SHEET.id or sending() is not None
    title = choice.title(choice.chosen)
    return FootPaper(title, choice.size.is_label, formats, sending if may_be_sent else None)


def _sending(desk: Desk, choice: PaperChoice, paper: MadePaper | None) -> Sending | None:
    """What goes out: the sheet for those who are asked, else the tasks of the paper."""
    chosen = choice.chosen.id
    if chosen == QUESTION_SHEET.id:
        return sending_questions(desk, lambda: paper) if paper else None
    return sending_tasks(desk, tasks_of(chosen, choice.made.plan), is_week=chosen == WEEK_LIST.id)
