"""`assess`: the result of an answer file, for programs and for people."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from merchant_guard.domain.answers import Answer, SelfCheck
from merchant_guard.domain.question import Choice
from merchant_guard.domain.sheet import lay_out
from merchant_guard.exchange.answer_file import AnswerFile
from tests.support.command_line import run, values_of
from tests.support.real_content import bank
from tests.support.shops import SAMPLES, full_shop, write_plain, write_shop

CHINESE = re.compile("[\u4e00-\u9fff]")
RESULT = {
    *("score", "verdict", "answered", "applicable", "minutes"),
    *("groups", "findings", "find_out", "audit_items"),
}
FINDING = {"question", "title", "choice", "risk", "red_line", "citations", "actions"}
every_sample = pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)


def result(file: Path, *words: str) -> dict[str, Any]:
    said = run("assess", file, "--json", *words)
    assert (said.code, said.err) == (0, "")
    assert "\\u" not in said.out
    plain: dict[str, Any] = json.loads(said.out)
    return plain


def in_the_promised_shape(plain: dict[str, Any]) -> bool:
    """Asserts part by part, so that a failing test says which."""
    questions = {question.id for question in bank().questions}
    assert set(plain) >= RESULT
    assert plain["score"] is None or 0 <= plain["score"] <= 100
    assert isinstance(plain["verdict"], str) and plain["verdict"]
    assert 0 <= plain["answered"] <= plain["applicable"]
    assert plain["minutes"] > 0
    for group in plain["groups"]:
        assert set(group) >= {"id", "score"}
        assert group["score"] is None or 0 <= group["score"] <= 100
    for finding in plain["findings"]:
        assert set(finding) >= FINDING and finding["question"] in questions
        assert finding["choice"] in {"partly", "no"}
        assert finding["risk"] in {"low", "medium", "high", "severe"}
        assert finding["red_line"] in {"none", "today", "forbidden"}
        assert finding["actions"] and set(finding["actions"]) <= set(bank().actions)
        assert all(set(citation) >= {"law", "article"} for citation in finding["citations"])
    assert all(one["question"] in questions for one in plain["find_out"])
    for item in plain["audit_items"]:
        assert set(item) >= {"id", "suggested", "questions"}
        assert item["suggested"] in {"compliant", "non_compliant", "not_applicable", "unknown"}
        assert set(item["questions"]) <= questions
    return True


@every_sample
def test_the_json_of_every_sample_has_the_promised_shape(sample: Path) -> None:
    assert in_the_promised_shape(result(sample))


def test_the_json_of_a_shop_that_has_everything_has_the_promised_shape(shop_file: Path) -> None:
    plain = result(shop_file)
    assert in_the_promised_shape(plain)
    assert plain["findings"] and plain["find_out"]


def test_a_shop_that_answered_nothing_has_no_score_and_no_findings(tmp_path: Path) -> None:
    plain = result(write_plain(tmp_path))
    assert in_the_promised_shape(plain)
    assert (plain["score"], plain["answered"], plain["findings"]) == (None, 0, [])
    assert plain["applicable"] > 0


def test_an_open_forbidden_red_line_takes_the_place_of_the_score(tmp_path: Path) -> None:
    done = {question.id: Answer(Choice.YES) for question in bank().questions}
    shop = full_shop().shop
    asked = lay_out(bank(), shop, done).questions
    forbidden = next(question for question in asked if question.red_line == "forbidden")
    check = SelfCheck(answers=done | {forbidden.id: Answer(Choice.NO)})
    plain = result(write_shop(tmp_path, AnswerFile(shop, check)))
    assert plain["score"] is None
    assert plain["verdict_code"] == "stop_first"
    assert [finding["question"] for finding in plain["findings"]] == [forbidden.id]


@every_sample
def test_english_titles_hold_no_chinese_character(sample: Path) -> None:
    plain = result(sample, "--lang", "en")
    assert not CHINESE.search("".join([plain["verdict"], *values_of(plain, "title")]))


def test_a_file_without_a_day_counts_as_made_on_the_day_given(tmp_path: Path) -> None:
    assert result(write_plain(tmp_path), "--date", "2026-12-01")["checked_on"] == "2026-12-01"
    dated = write_plain(tmp_path, checked_on="2026-11-21")
    assert result(dated, "--date", "2026-12-01")["checked_on"] == "2026-11-21"


@every_sample
def test_a_person_reads_name_verdict_findings_and_what_the_score_is_not(sample: Path) -> None:
    plain = result(sample)
    said = run("assess", sample)
    assert (said.code, said.err) == (0, "")
    assert json.loads(sample.read_text(encoding="utf-8"))["shop"]["name"] == said.out.splitlines()[0]
    assert plain["verdict"] in said.out
    for one in (*plain["findings"], *plain["find_out"]):
        assert one["title"] in said.out
    assert said.out.splitlines()[-1].startswith("分数只")


def test_an_english_owner_reads_english(tmp_path: Path) -> None:
    file = write_shop(tmp_path, full_shop(name="The shop that has it all"))
    said = run("assess", file, "--lang", "en")
    assert said.code == 0
    assert not CHINESE.search(said.out)


@every_sample
def test_the_comparison_with_the_check_before_adds_up(sample: Path) -> None:
    plain, previous = result(sample), json.loads(sample.read_text("utf-8")).get("previous")
    compared = plain["comparison"]
    assert (compared is None) == (previous is None)
    if compared is None:
        return
    assert compared["before"] == previous["checked_on"]
    assert {one["question"] for one in compared["questions"]} <= set(bank().by_id)
    assert {one["change"] for one in compared["questions"]} >= {"better", "worse", "same", "new"}
    assert {one["id"] for one in compared["actions"]} <= set(bank().actions)
    total = sum(one["points"] for one in compared["reasons"])
    assert round(total, 1) == plain["score"] - compared["score_before"]
