"""`plan`: the files it makes, the paths it prints, and what each of them holds."""

import json
import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.support.calendars import events, read, values
from tests.support.command_line import run, shell, told, values_of
from tests.support.real_content import bank
from tests.support.shops import SAMPLES, full_shop, write_plain, write_shop

CHINESE = re.compile("[\u4e00-\u9fff]")
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
        ("docx,ics,json", ["plan.docx", "plan.ics", "plan.json"]),
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


@every_sample
def test_the_calendar_of_a_plan_has_its_tasks_and_the_duties(sample: Path, tmp_path: Path) -> None:
    said = shell("plan", sample, "--out", tmp_path, "--formats", "ics,json", "--date", DAY)
    assert (said.code, said.err) == (0, "")
    assert said.out.splitlines() == [str(tmp_path / "plan.ics"), str(tmp_path / "plan.json")]
    data = (tmp_path / "plan.ics").read_bytes()
    tasks = [
        item for item in json.loads((tmp_path / "plan.json").read_bytes())["items"] if not item["done_on"]
    ]
    found = events(data)
    titles = [str(event["summary"]) for event in found]
    assert values(data, "SUMMARY") == titles
    told = [item["title"] for item in tasks if item["title"] in titles]
    assert len(told) + titles.count("打开商户隐私自查，有件事要做") >= len(tasks)
    assert "再自查一遍，看哪里变了" in titles
    assert len({str(event["uid"]) for event in found}) == len(found)
    red = {item["title"] for item in tasks if item["red_line"] != "none"}
    assert {event["dtstart"].dt.isoformat() for event in found if event["summary"] in red} <= {DAY}


def test_a_calendar_made_again_brings_nothing_new_to_one_that_has_the_first(tmp_path: Path) -> None:
    words = ("plan", SAMPLES[0], "--formats", "ics", "--date", DAY, "--out")
    first, second, english = tmp_path / "1", tmp_path / "2", tmp_path / "3"
    for folder, language in ((first, "zh"), (second, "zh"), (english, "en")):
        assert run(*words, folder, "--lang", language).code == 0
    uids = [values(read(folder), "UID") for folder in (first, second, english)]
    assert uids[0] == uids[1] == uids[2]
    newer = [int(values(read(folder), "SEQUENCE")[0]) for folder in (first, second)]
    assert newer[0] <= newer[1]
    assert not CHINESE.search(
        " ".join(values(read(english), "SUMMARY") + values(read(english), "DESCRIPTION"))
    )


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
