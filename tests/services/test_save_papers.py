"""Saving in the formats there are: under its own name, numbered where there are several, over nothing."""

from datetime import date
from pathlib import Path

import pytest

from merchant_guard.domain.errors import InputError
from merchant_guard.domain.paper import PageSize, PaperSubject
from merchant_guard.domain.signing import UNSIGNED
from merchant_guard.services.bundle_papers import make_bundle
from merchant_guard.services.make_papers import MadePaper, make_paper
from merchant_guard.services.paper_formats import PaperFormat
from merchant_guard.services.save_papers import formats_of, save_at, save_in_folder, stem
from tests.support.books import book, entry
from tests.support.kept_registers import plan

PDF, DOCX, PNG = PaperFormat
DAY = date(2026, 11, 30)


def paper(paper_id: str = "question-sheet", size: PageSize = PageSize.A4) -> MadePaper:
    return make_paper(plan(), paper_id, size, "zh")


def test_only_the_formats_that_a_paper_has_are_offered() -> None:
    assert formats_of(paper()) == (PDF, DOCX, PNG)
    assert formats_of(paper("week-list", PageSize.LABEL_100X150)) == (PDF, PNG)
    of = book([entry("staff", DAY, {"name": "员工", "role": "packing", "employment": "full_time"})])
    assert formats_of(make_bundle(plan(), UNSIGNED, "zh", PaperSubject(of))) == (PDF, PNG)


@pytest.mark.parametrize("wanted", [PDF, DOCX])
def test_one_file_has_the_name_of_the_paper_and_is_written_over_nothing(
    tmp_path: Path, wanted: PaperFormat
) -> None:
    one, name = paper(), stem(paper(), plan())
    (tmp_path / f"{name}.{wanted}").write_text("mine")
    (place,) = save_in_folder(one, wanted, tmp_path, plan())
    assert place.name == f"{name} (2).{wanted}"
    assert (tmp_path / f"{name}.{wanted}").read_text() == "mine"


def test_pictures_of_several_pages_are_numbered_also_where_somebody_said(tmp_path: Path) -> None:
    many = paper("plan-list")
    assert many.pages > 1
    numbers = range(1, many.pages + 1)
    places = save_in_folder(many, PNG, tmp_path, plan())
    assert [one.name for one in places] == [f"{stem(many, plan())}-{number}.png" for number in numbers]
    (tmp_path / "x-1.png").write_text("mine")
    places = save_at(many, PNG, tmp_path / "x.png")
    assert places[0].name == "x-1 (2).png"
    assert places[1].name == "x-2.png"
    assert (tmp_path / "x-1.png").read_text() == "mine"


def test_a_place_that_somebody_said_gets_its_ending(tmp_path: Path) -> None:
    assert save_at(paper(), DOCX, tmp_path / "单子")[0].name == "单子.docx"


def test_a_folder_of_that_name_is_told(tmp_path: Path) -> None:
    (tmp_path / "x.docx").mkdir()
    with pytest.raises(InputError):
        save_at(paper(), DOCX, tmp_path / "x.docx")
