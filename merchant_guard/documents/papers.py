"""The papers there are, each made from what is known of a shop on the page asked for."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, NamedTuple

from merchant_guard.documents.attachments import Attachment
from merchant_guard.documents.blocks import Paper
from merchant_guard.documents.comparison_view import comparison_view
from merchant_guard.documents.enclosures import Enclosed, Enclosures
from merchant_guard.documents.flow import BlockTooHighError
from merchant_guard.documents.folder import Folder
from merchant_guard.documents.form_view import LANGUAGE, form_view
from merchant_guard.documents.leaver_view import leaver_view
from merchant_guard.documents.markup import parse
from merchant_guard.documents.page_format import (
    A4,
    FORMATS,
    LABEL_76X130,
    LABEL_100X150,
    LABEL_100X180,
    PageFormat,
)
from merchant_guard.documents.paper_source import PaperSource
from merchant_guard.documents.pdf import PdfFile, pages_of, write_pdf
from merchant_guard.documents.plan_answers import plan_answers
from merchant_guard.documents.plan_paper import plan_paper
from merchant_guard.documents.register_list_view import register_list_view
from merchant_guard.documents.templates import fill
from merchant_guard.documents.units import MM
from merchant_guard.domain.paper import PaperSubject
from merchant_guard.domain.paper_form import PaperForm
from merchant_guard.domain.plan import PlanItem

MOST_STEPS = {
    A4.name: (5, 3, 2, 1, 0),
    LABEL_100X180.name: (2, 1, 0),
    LABEL_100X150.name: (2, 1),
    LABEL_76X130.name: (2, 1, 0),
}
"""How many steps of each of the first three are tried, the most that need the fewest pages being taken."""
BOX_COLUMN = 11
"""Millimetres for the boxes of a label."""

ViewOf = Callable[[PaperSource], dict[str, Any]]
"""What a template gets beside whose paper it is and of when."""


class Draft(NamedTuple):
    """A paper in blocks for a page of a size, before it is a file; and what its PDF carries along."""

    paper: Paper
    page: PageFormat
    attached: Attachment | None = None

    def pdf(self) -> PdfFile:
        """Set it."""
        return write_pdf(self.paper, self.page, self.attached)


def paper_draft(paper_id: str, size: str, source: PaperSource) -> Draft | Folder:
    """Fill a paper for a page of the size named. Raises KeyError for a paper or size there is not."""
    page = FORMATS[size]
    if form := source.bank.paper_forms.get(paper_id):
        return _form_draft(form, page, source)
    return _MAKERS[paper_id](page, source)


def _form_draft(form: PaperForm, page: PageFormat, source: PaperSource) -> Draft | Folder:
    """One that names papers to go behind it is a folder."""
    found = Enclosures(source)

    def index(enclosures: Enclosures) -> Paper:
        view = form_view(form, source, enclosures.page) | _columns(page)
        return parse(fill(f"papers/{form.id}.xml", LANGUAGE, view))

    paper = index(found)
    if not found.found:
        return Draft(paper, page)
    enclosed = {one: partial(_enclosed, one, page, source) for one in found.found}
    return Folder(paper, page, lambda pages: index(Enclosures(source, pages)), enclosed)


def _enclosed(one: Enclosed, page: PageFormat, source: PaperSource) -> Paper:
    subject = PaperSubject(source.subject.book, one.subject, source.subject.near)
    return paper_draft(one.paper_id, page.name, replace(source, language=LANGUAGE, subject=subject)).paper


def paper_pdf(paper_id: str, size: str, source: PaperSource) -> PdfFile:
    """Set a paper on a page of the size named. Raises KeyError for a paper or size there is not."""
    return paper_draft(paper_id, size, source).pdf()


def _filled(template: str, view: ViewOf, page: PageFormat, source: PaperSource) -> Draft:
    """The usual way: a template filled with what a view says of the source."""
    return Draft(parse(fill(template, source.language, source.head | view(source))), page)


def _plan_view(source: PaperSource) -> dict[str, Any]:
    return source.view.plain()


def _plan_list(page: PageFormat, source: PaperSource) -> Draft:
    """The list is the plan that most people save, so it can be read back next year like the whole one."""
    attached = plan_answers(source.assessment, source.checked_on)
    return Draft(parse(fill("plan_list.xml", source.language, source.view.plain())), page, attached)


def _whole_plan(page: PageFormat, source: PaperSource) -> Draft:
    paper = plan_paper(source.assessment, source.plan, source.checked_on, source.language)
    return Draft(paper, page, plan_answers(source.assessment, source.checked_on))


def _first_three(page: PageFormat, source: PaperSource) -> Draft:
    """One page where there is room, never made smaller: steps are left out, or further labels follow."""
    best: Draft | None = None
    fewest = 0
    for most_steps in MOST_STEPS[page.name]:
        view = source.view.first_three(most_steps) | _columns(page)
        paper = parse(fill("first_three.xml", source.language, view))
        try:
            pages = pages_of(paper, page)
        except BlockTooHighError:
            continue  # a task with so many steps is higher than this label
        if best is None or pages < fewest:
            best, fewest = Draft(paper, page), pages
        if fewest == 1:
            break
    if best is None:
        raise BlockTooHighError
    return best


def _week_list(page: PageFormat, source: PaperSource) -> Draft:
    if page.is_label:
        return _tasks(page, source, source.plan.due_this_week, "week")
    return Draft(parse(fill("week_list.xml", source.language, source.view.week())), page)


def tasks_pdf(size: str, source: PaperSource, items: Sequence[PlanItem], heading: str) -> PdfFile:
    """Set some tasks with person and day, and nothing of risks or gaps; `heading` is `week` or `tasks`.

    Raises KeyError for a size there is not.
    """
    return _tasks(FORMATS[size], source, items, heading).pdf()


def _tasks(page: PageFormat, source: PaperSource, items: Sequence[PlanItem], heading: str) -> Draft:
    view = source.view.tasks(items, heading) | _columns(page)
    return Draft(parse(fill("task_label.xml", source.language, view)), page)


def _columns(page: PageFormat) -> dict[str, object]:
    """What a template knows of its page: whether it is a label, how wide the words beside a box are, how high
    (mm) the page is."""
    return {
        "is_label": page.is_label,
        "words_width": round(page.body_width / MM - BOX_COLUMN, 2),
        "page_height": round(page.height / MM),
    }


_MAKERS: Mapping[str, Callable[[PageFormat, PaperSource], Draft]] = {
    "week-list": _week_list,
    "first-three": _first_three,
    "plan-list": _plan_list,
    "question-sheet": partial(_filled, "question_sheet.xml", _plan_view),
    "plan": _whole_plan,
    "comparison": partial(_filled, "comparison.xml", comparison_view),
    "register-list": partial(_filled, "register_list.xml", register_list_view),
    "leaver-handover": partial(_filled, "leaver_handover.xml", leaver_view),
}
