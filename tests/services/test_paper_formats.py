"""Papers in their formats: PDF, Word and pictures, each under its name, whole or not at all."""

import io
from pathlib import Path

import pytest
from docx import Document
from PIL import Image

from merchant_guard.domain.errors import SystemProblemError
from merchant_guard.domain.paper import PageSize, offered_papers
from merchant_guard.domain.question import Choice
from merchant_guard.services.make_papers import MadePaper, make_paper
from merchant_guard.services.make_plan import MadePlan
from merchant_guard.services.paper_formats import PaperFormat, files_of, formats_on, write_paper
from merchant_guard.services.share_papers import make_task_sheet
from tests.support.disks import no_file_larger_than
from tests.support.plans import CHECKED_ON, made_with_all
from tests.support.real_content import bank

PDF, DOCX, PNG = PaperFormat


def plan() -> MadePlan:
    made = made_with_all(bank(), Choice.UNSURE)
    return MadePlan(made.assessment, made.plan, CHECKED_ON)


def paper(paper_id: str = "question-sheet", size: PageSize = PageSize.A4) -> MadePaper:
    return make_paper(plan(), paper_id, size, "zh")


@pytest.mark.parametrize("size", list(PageSize))
def test_word_files_are_for_a4_only(size: PageSize) -> None:
    assert formats_on(size) == ((PDF, PNG) if size.is_label else (PDF, DOCX, PNG))


def test_every_paper_of_the_plan_can_be_had_in_every_format_of_its_size() -> None:
    made = plan()
    for offered in offered_papers(made.assessment, made.plan):
        for size in offered.sizes:
            one = make_paper(made, offered.id, size, "zh")
            for wanted in formats_on(size):
                files = files_of(one, wanted)
                assert len(files) == (one.pages if wanted is PNG else 1)
                assert all(files)


def test_each_format_is_what_its_name_says() -> None:
    one = paper()
    assert files_of(one, PDF) == (one.pdf,)
    (word,) = files_of(one, DOCX)
    assert Document(io.BytesIO(word)).core_properties.title.startswith("问话单")
    pictures = files_of(one, PNG)
    assert {Image.open(io.BytesIO(data)).size for data in pictures} == {(1654, 2339)}


def test_a_label_has_no_word_file() -> None:
    with pytest.raises(ValueError, match="docx"):
        files_of(paper("first-three", PageSize.LABEL_100X180), DOCX)


def test_a_sheet_for_a_chat_has_pictures() -> None:
    made = plan()
    sheet = make_task_sheet(made, made.plan.open_items[:3], "zh", is_week=False)
    assert len(files_of(sheet, PNG)) == sheet.pages


def test_files_are_named_and_pictures_of_several_pages_numbered(tmp_path: Path) -> None:
    many, single = paper(), paper("first-three")
    assert (many.pages > 1, single.pages) == (True, 1)
    assert [one.name for one in write_paper(many, PDF, tmp_path, "q")] == ["q.pdf"]
    assert [one.name for one in write_paper(many, DOCX, tmp_path, "q")] == ["q.docx"]
    assert [one.name for one in write_paper(single, PNG, tmp_path, "f")] == ["f.png"]
    numbered = [f"q-{number}.png" for number in range(1, many.pages + 1)]
    assert [one.name for one in write_paper(many, PNG, tmp_path, "q")] == numbered
    assert sorted(one.name for one in tmp_path.iterdir()) == sorted(["q.pdf", "q.docx", "f.png", *numbered])


def test_when_writing_breaks_off_the_old_word_file_stays(tmp_path: Path) -> None:
    (tmp_path / "q.docx").write_bytes(b"the old one")
    one = paper()
    with pytest.raises(SystemProblemError), no_file_larger_than(1000):
        write_paper(one, DOCX, tmp_path, "q")
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("q.docx", b"the old one")]
