"""Send tasks on: a sheet without risks or gaps, and a copy of a file where the clipboard finds it."""

from collections.abc import Sequence
from pathlib import Path
from shutil import rmtree

from merchant_guard.domain.paper import PageSize
from merchant_guard.domain.plan import PlanItem
from merchant_guard.localization import Language
from merchant_guard.localization.labels import label
from merchant_guard.services.make_papers import MadePaper, file_name, save_paper
from merchant_guard.services.make_plan import MadePlan
from merchant_guard.storage.data_folder import file_problems, prepare_folder

FOLDER = "to-send"
"""In the data folder; what lies there goes at the next start."""


def make_task_sheet(
    made: MadePlan, items: Sequence[PlanItem], language: Language, *, is_week: bool
) -> MadePaper:
    """Make the sheet that goes into a chat: tasks with person and day, as high as a telephone."""
    # reportlab and jinja2 are heavy; only who sends pays for them.
    from merchant_guard.documents.paper_source import PaperSource  # noqa: PLC0415
    from merchant_guard.documents.papers import tasks_pdf  # noqa: PLC0415

    source = PaperSource(made.assessment, made.plan, made.checked_on, language)
    kind, size = "week-list" if is_week else "tasks", PageSize.LABEL_100X180
    file = tasks_pdf(size, source, items, "week" if is_week else "tasks")
    return MadePaper(kind, size, label(language, "paper", kind), file.data, file.pages, file.unprintable)


def keep_copy(folder: Path, paper: MadePaper, made: MadePlan) -> Path:
    """Write a paper into the data folder for others to take, for its owner's eyes only.

    Its name says what it is and of which day, nothing of the shop. Raises SystemProblemError (`store.…`,
    `write.…`).
    """
    place = folder / FOLDER
    with file_problems(folder):
        prepare_folder(place)
    return save_paper(paper, place / file_name(paper, made))


def forget_copies(folder: Path) -> None:
    """Take away what was copied while the app ran the last time."""
    # A chat may still hold a file open that it was given; then it goes at the start after this one.
    rmtree(folder / FOLDER, ignore_errors=True)
