"""Papers as a person gets them: a title, a file under a name of its own, a copy for the clipboard."""

from pathlib import Path

import pytest

from merchant_guard.domain.errors import InputError
from merchant_guard.domain.paper import PageSize, PaperSubject, offered_papers
from merchant_guard.domain.question import Choice
from merchant_guard.services.make_papers import (
    file_name,
    listed_title,
    make_paper,
    picture_of,
    save_in,
    save_paper,
)
from merchant_guard.services.make_plan import MadePlan
from tests.support.kept_registers import LEAVER, kept_book
from tests.support.plans import CHECKED_ON, made_with_all
from tests.support.real_content import bank


def plan(choice: Choice = Choice.NO) -> MadePlan:
    made = made_with_all(bank(), choice)
    return MadePlan(made.assessment, made.plan, CHECKED_ON)


@pytest.mark.parametrize(
    ("choice", "ids"),
    [
        (Choice.NO, ["plan-list", "week-list", "first-three", "plan"]),
        (Choice.UNSURE, ["plan-list", "week-list", "first-three", "question-sheet", "plan"]),
        (Choice.YES, ["plan-list", "plan"]),
    ],
)
def test_only_papers_with_something_on_them_are_offered(choice: Choice, ids: list[str]) -> None:
    made = plan(choice)
    assert [paper.id for paper in offered_papers(made.assessment, made.plan)] == ids


@pytest.mark.parametrize("language", ["zh", "en"])
def test_everything_offered_can_be_made(language: str) -> None:
    made = plan(Choice.UNSURE)
    for offered in offered_papers(made.assessment, made.plan):
        for size in offered.sizes:
            paper = make_paper(made, offered.id, size, "zh" if language == "zh" else "en")
            assert paper.pdf.startswith(b"%PDF")
            assert paper.pages >= 1
            assert paper.title
            assert not paper.unprintable


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_the_registers_hold_is_offered_and_can_be_made(language: str) -> None:
    made, spoken = plan(), "zh" if language == "zh" else "en"
    chosen = {"register-list": "disposals", "leaver-handover": LEAVER}
    papers = offered_papers(made.assessment, made.plan, kept_book(), chosen)[-2:]
    assert [(paper.id, paper.subject) for paper in papers] == list(chosen.items())
    titles = [listed_title(spoken, paper, made, kept_book()) for paper in papers]
    for paper, title in zip(papers, titles, strict=True):
        done = make_paper(made, paper.id, paper.sizes[0], spoken, PaperSubject(kept_book(), paper.subject))
        assert done.pdf.startswith(b"%PDF")
        assert title.startswith(done.title)
        assert "员工乙" not in file_name(done, made)
    assert bank().registers["disposals"].title.pick(spoken) in titles[0]
    assert titles[1].endswith(" · 员工乙")


def test_a_file_is_named_after_its_paper_and_day() -> None:
    made = plan()
    assert file_name(make_paper(made, "plan-list", PageSize.A4, "zh"), made) == "整改计划 2026-11-30.pdf"
    first = make_paper(made, "first-three", PageSize.A4, "zh")
    assert file_name(first, made) == "先改这 3 件 2026-11-30.pdf"


@pytest.mark.parametrize(
    ("typed", "written"), [("清单", "清单.pdf"), ("a.PDF", "a.PDF"), ("v1.2", "v1.2.pdf")]
)
def test_a_saved_file_ends_as_what_it_is(tmp_path: Path, typed: str, written: str) -> None:
    paper = make_paper(plan(), "first-three", PageSize.LABEL_100X180, "zh")
    place = save_paper(paper, tmp_path / typed)
    assert place == tmp_path / written
    assert place.read_bytes() == paper.pdf


def test_a_place_that_is_no_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(InputError) as caught:
        save_paper(make_paper(plan(), "first-three", PageSize.A4, "zh"), tmp_path / "file" / "x.pdf")
    assert caught.value.problems[0].code == "write.not_a_folder"


def test_a_paper_is_saved_under_its_own_name_and_never_over_anything_else(tmp_path: Path) -> None:
    made = plan()
    paper = make_paper(made, "first-three", PageSize.A4, "zh")
    other = make_paper(made, "first-three", PageSize.LABEL_100X180, "zh")
    (tmp_path / "先改这 3 件 2026-11-30 (2).pdf").mkdir()
    places = [save_in(one, tmp_path, made) for one in (paper, paper, other, other)]
    assert [place.name for place in places] == [
        *["先改这 3 件 2026-11-30.pdf"] * 2,
        *["先改这 3 件 2026-11-30 (3).pdf"] * 2,
    ]
    assert [place.read_bytes() for place in places] == [paper.pdf, paper.pdf, other.pdf, other.pdf]


def test_a_label_is_smooth_on_the_screen_and_black_and_white_for_its_printer() -> None:
    paper = make_paper(plan(), "first-three", PageSize.LABEL_100X180, "zh")
    assert len(set(picture_of(paper, 0, 96).pixels)) > 10
    assert set(picture_of(paper, 0, 203).pixels) == {0, 255}
