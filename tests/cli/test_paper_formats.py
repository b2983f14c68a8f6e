"""`papers make --formats`: each format under its name; one that a paper lacks is named."""

from pathlib import Path

from tests.support.command_line import run, told
from tests.support.shops import SAMPLES


def test_a_paper_is_made_in_the_formats_asked_for(tmp_path: Path) -> None:
    wanted = ("papers", "make", "first-three", "--shop", SAMPLES[0], "--out", tmp_path)
    said = run(*wanted, "--formats", "docx,png,pdf,png")
    names = ["first-three.docx", "first-three.png", "first-three.pdf"]
    assert (said.code, said.err) == (0, "")
    assert said.out.splitlines() == [str(tmp_path / name) for name in names]
    assert {path.name for path in tmp_path.iterdir()} == set(names)


def test_a_format_a_label_lacks_is_named_and_the_others_are_made(tmp_path: Path) -> None:
    wanted = ("papers", "make", "first-three", "--shop", SAMPLES[0], "--out", tmp_path)
    said = run(*wanted, "--paper", "label-100x180", "--formats", "docx,pdf")
    assert said.code == 0
    assert said.err == told("papers.not_in_this", id="first-three", size="label-100x180", formats="docx")
    assert [path.name for path in tmp_path.iterdir()] == ["first-three.pdf"]
