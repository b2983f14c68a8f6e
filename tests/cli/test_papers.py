"""`papers`: which there are, and every one made for a shop, on every page and in every format it has."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from merchant_guard.domain.paper import PageSize
from merchant_guard.domain.paper_form import PaperKind
from tests.support.command_line import Said, run, shell, told
from tests.support.shops import SAMPLES, write_plain

CHINESE = re.compile("[\u4e00-\u9fff]")
COURIER = next(path for path in SAMPLES if "courier" in path.name)


def listed(*words: str) -> list[dict[str, Any]]:
    said = run(*words, "papers", "list", "--json")
    assert (said.code, said.err) == (0, "")
    found: list[dict[str, Any]] = json.loads(said.out)
    return found


def make(ids: list[str], shop: Path, out: Path, *words: str) -> Said:
    return run("papers", "make", *ids, "--shop", shop, "--out", out, "--date", "2026-11-30", *words)


def test_there_are_papers_of_every_kind_and_each_says_what_it_can_be() -> None:
    papers = listed()
    assert len({paper["id"] for paper in papers}) == len(papers) >= 35
    assert {paper["kind"] for paper in papers} == {kind.value for kind in PaperKind}
    assert {paper["share"] for paper in papers} == {"inside", "outside"}
    for paper in papers:
        assert set(paper["sizes"]) <= {size.value for size in PageSize}
        assert set(paper["formats"]) <= {"pdf", "docx", "png"}
        assert ("docx" in paper["formats"]) is ("a4" in paper["sizes"])


def test_titles_are_in_the_language_asked_for() -> None:
    assert all(CHINESE.search(paper["title"]) for paper in listed())
    assert not any(CHINESE.search(paper["title"]) for paper in listed("--lang", "en"))


def test_a_shop_that_has_said_nothing_gets_blanks_to_fill_in(tmp_path: Path) -> None:
    shop = write_plain(tmp_path, shop={"name": ""})
    said = make([paper["id"] for paper in listed()], shop, tmp_path / "out")
    assert (said.code, said.err) == (0, "")
    for place in (tmp_path / "out").glob("*.pdf"):
        words = "".join(page.extract_text() for page in PdfReader(place).pages)
        assert not re.search(r"None|\{\{|\}\}|Undefined", words), place.name


def test_word_and_pictures_come_beside_the_pdf_in_a_process_of_their_own(tmp_path: Path) -> None:
    ids = ["agreement-courier", "camera-sign", "plan-list"]
    words = ("--shop", COURIER, "--out", tmp_path, "--formats", "pdf,docx,png")
    said = shell("papers", "make", *ids, *words)
    assert said.code == 0
    endings = {Path(line).suffix for line in said.out.splitlines()}
    assert endings == {".pdf", ".docx", ".png"}
    assert all(Path(line).stat().st_size > 0 for line in said.out.splitlines())


def test_a_format_or_page_that_a_paper_lacks_is_named_and_the_others_are_made(tmp_path: Path) -> None:
    said = make(
        ["camera-sign", "management-rules"],
        COURIER,
        tmp_path,
        *("--paper", "label-100x180", "--formats", "pdf,docx"),
    )
    assert said.code == 0
    assert [Path(line).name for line in said.out.splitlines()] == ["camera-sign.pdf"]
    assert told("papers.not_on_this", id="management-rules", size="label-100x180") in said.err
    assert "docx" in said.err


@pytest.mark.parametrize(
    ("paper_id", "code", "more"),
    [
        ("camera-sgin", "papers.unknown_near", {"nearest": "camera-sign"}),
        ("xyz", "papers.unknown", {}),
    ],
)
def test_a_paper_there_is_not_is_one_sentence(
    paper_id: str, code: str, more: dict[str, str], tmp_path: Path
) -> None:
    said = make(["camera-sign", paper_id], COURIER, tmp_path / "out")
    assert (said.code, said.out) == (1, "")
    assert said.err == told(code, id=paper_id, **more)
    assert not (tmp_path / "out").exists()


def test_one_agreement_is_made_for_everybody_it_fits(tmp_path: Path) -> None:
    said = make(["agreement-courier", "agreement-office", "agreement-packing"], COURIER, tmp_path)
    staff = json.loads(COURIER.read_text("utf-8"))["staff"]
    couriers = [member for member in staff if member["role"] == "courier"]
    made = [line for line in said.out.splitlines() if "agreement-courier" in line]
    assert len(made) == len(couriers) > 1
    names = {member["name"] for member in couriers}
    found = {name for line in made for name in names if name in PdfReader(line).pages[0].extract_text()}
    assert found == names
