"""`plan`: the files it makes, the paths it prints, and what it says of formats that come later."""

import json
import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.support.command_line import run, told, values_of
from tests.support.real_content import bank
from tests.support.shops import SAMPLES, full_shop, write_plain, write_shop

CHINESE = re.compile("[\u4e00-\u9fff]")
LATER = ("ics",)
ITEM = {
    *("id", "title", "risk", "red_line", "due", "owner", "minutes", "cost"),
    *("questions", "citations", "papers", "steps", "proof"),
}
DAY = "2026-11-30"
every_sample = pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)


def made(file: Path, folder: Path, *words: str) -> dict[str, Any]:
    said = run("plan", file, "--out", folder, "--formats", "json", "--date", DAY, *words)
    assert (said.code, said.err) == (0, "")
    plain: dict[str, Any] = json.loads((folder / "plan.json").read_text(encoding="utf-8"))
    return plain


def test_a_plan_is_a_pdf_and_a_json_file_and_their_paths_are_printed(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "folder"
    said = run("plan", SAMPLES[0], "--out", folder)
    assert (said.code, said.err) == (0, "")
    assert said.out.splitlines() == [str(folder / "plan.pdf"), str(folder / "plan.json")]
    assert sorted(path.name for path in folder.iterdir()) == ["plan.json", "plan.pdf"]
    assert (folder / "plan.pdf").read_bytes().startswith(b"%PDF-")


@every_sample
def test_the_json_of_a_plan_has_the_promised_shape(sample: Path, tmp_path: Path) -> None:
    plain = made(sample, tmp_path)
    assert plain["made_on"] == DAY
    assert plain["items"]
    for item in plain["items"]:
        assert set(item) >= ITEM
        assert item["risk"] in {"low", "medium", "high", "severe"}
        assert item["red_line"] in {"none", "today", "forbidden"}
        assert date.fromisoformat(item["due"])
        assert 0 < item["minutes"] <= 30
        assert item["title"] and item["owner"] and item["steps"] and item["proof"]
        assert set(item["questions"]) <= {question.id for question in bank().questions}
        assert all(set(citation) >= {"law", "article"} for citation in item["citations"])
    assert len({item["id"] for item in plain["items"]}) == len(plain["items"])


@every_sample
def test_english_titles_and_steps_hold_no_chinese_character(sample: Path, tmp_path: Path) -> None:
    plain = made(sample, tmp_path, "--lang", "en")
    steps = [json.dumps(steps, ensure_ascii=False) for steps in values_of(plain, "steps")]
    assert not CHINESE.search("".join([*values_of(plain, "title"), *steps]))


def test_red_lines_are_due_on_the_day_given_and_the_rest_on_later_quiet_days(tmp_path: Path) -> None:
    file = write_plain(
        tmp_path,
        shop={"name": "小店", "computer": True, "team": 2},
        answers={"access.own-accounts": {"choice": "no"}, "audit.inventory": {"choice": "no"}},
        schedule={"quiet_day": 4},
    )
    items = made(file, tmp_path / "out")["items"]
    assert {item["due"] for item in items if item["red_line"] == "today"} == {DAY}
    others = {date.fromisoformat(item["due"]) for item in items if item["red_line"] == "none"}
    assert others and all(day > date.fromisoformat(DAY) and day.isoweekday() == 4 for day in others)


def test_without_a_date_the_plan_is_made_today(tmp_path: Path) -> None:
    before = date.today()  # noqa: DTZ011 (the same clock as the app's)
    run("plan", write_plain(tmp_path), "--out", tmp_path, "--formats", "json")
    plain = json.loads((tmp_path / "plan.json").read_text(encoding="utf-8"))
    assert before <= date.fromisoformat(plain["made_on"]) <= before + timedelta(1)


@pytest.mark.parametrize("day", ["1900-01-01", "2024-02-29", "2199-12-31"])
def test_every_day_that_is_taken_can_have_a_plan(day: str, shop_file: Path, tmp_path: Path) -> None:
    said = run("plan", shop_file, "--out", tmp_path, "--formats", "json", "--date", day)
    assert (said.code, said.err) == (0, "")


@pytest.mark.parametrize(
    ("formats", "files"),
    [
        ("json", ["plan.json"]),
        ("json,pdf", ["plan.json", "plan.pdf"]),
        ("docx", ["plan.docx"]),
        ("xlsx,docx", ["plan.xlsx", "plan.docx"]),
        (" json , json,", ["plan.json"]),
    ],
)
def test_only_the_formats_asked_for_are_made(
    formats: str, files: list[str], tmp_path: Path, shop_file: Path
) -> None:
    folder = tmp_path / "out"
    said = run("plan", shop_file, "--out", folder, "--formats", formats)
    assert (said.code, said.err) == (0, "")
    assert said.out.splitlines() == [str(folder / name) for name in files]
    assert sorted(path.name for path in folder.iterdir()) == sorted(files)


def test_formats_of_a_later_version_are_named_and_the_others_made(tmp_path: Path, shop_file: Path) -> None:
    said = run("plan", shop_file, "--out", tmp_path, "--formats", "docx,ics,json")
    assert said.code == 0
    assert said.err == told("format.later", formats="ics")
    assert said.out == f"{tmp_path / 'plan.docx'}\n{tmp_path / 'plan.json'}\n"


@pytest.mark.parametrize("formats", LATER)
def test_only_formats_of_a_later_version_make_nothing_and_end_with_1(
    formats: str, tmp_path: Path, shop_file: Path
) -> None:
    folder = tmp_path / "out"
    said = run("plan", shop_file, "--out", folder, "--formats", formats, "--lang", "en")
    assert (said.code, said.out) == (1, "")
    assert said.err == told("format.later", "en", formats=formats.replace(",", ", "))
    assert not folder.exists()


def test_a_second_plan_takes_the_place_of_the_first(tmp_path: Path) -> None:
    first = made(write_shop(tmp_path, full_shop()), tmp_path)
    second = made(write_plain(tmp_path), tmp_path)
    assert first["items"] != second["items"]


def test_characters_no_font_has_are_named_and_the_plan_is_made(tmp_path: Path) -> None:
    file = write_plain(tmp_path, shop={"name": "小店\U0001f98a"})
    said = run("plan", file, "--out", tmp_path, "--formats", "pdf")
    assert (said.code, said.out) == (0, f"{tmp_path / 'plan.pdf'}\n")
    assert said.err == told("document.unprintable", characters="\U0001f98a(U+1F98A)")


def test_a_bad_answer_file_makes_no_folder(tmp_path: Path) -> None:
    file = write_plain(tmp_path, answers={"access.nothing": {"choice": "yes"}})
    said = run("plan", file, "--out", tmp_path / "out")
    assert said.code == 1
    assert not (tmp_path / "out").exists()
