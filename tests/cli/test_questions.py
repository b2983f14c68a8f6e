"""`questions`: what other programs may rely on, and what a person reads."""

import json
import re
from typing import Any

import pytest

from merchant_guard.domain.sheet import lay_out
from tests.support.command_line import run, values_of
from tests.support.real_content import bank
from tests.support.shops import SAMPLES, read_shop, write_plain

CHINESE = re.compile("[\u4e00-\u9fff]")
ID = re.compile(r"[a-z][a-z0-9-]*(\.[a-z0-9][a-z0-9-]*)?")
RED_LINES = {"none", "today", "forbidden"}
QUESTION = {
    *("id", "group", "title", "hint", "applies", "quick_rank", "force", "red_line"),
    *("audit_items", "ticks", "citations", "actions", "papers"),
}


def asked(*words: Any) -> dict[str, Any]:
    said = run("questions", "--json", *words)
    assert (said.code, said.err) == (0, "")
    plain: dict[str, Any] = json.loads(said.out)
    return plain


def test_the_json_has_the_promised_shape() -> None:
    plain = asked()
    assert {"version", "groups", "questions"} <= set(plain)
    assert plain["version"] == bank().version
    groups = [group["id"] for group in plain["groups"]]
    assert all(set(group) >= {"id", "title"} and group["title"] for group in plain["groups"])
    assert len(set(groups)) == len(groups)
    assert [one["id"] for one in plain["questions"]] == [question.id for question in bank().questions]
    for one in plain["questions"]:
        assert set(one) >= QUESTION
        assert one["id"].startswith(one["group"] + ".") and one["group"] in groups
        assert one["title"] and one["hint"]
        assert one["applies"] is True
        assert one["quick_rank"] is None or type(one["quick_rank"]) is int
        assert one["force"] in {"forbidden", "statutory", "standard", "advice"}
        assert one["red_line"] in RED_LINES


def test_the_parts_of_every_question_have_the_promised_shape() -> None:
    plain = asked()
    for one in plain["questions"]:
        for key in ("audit_items", "actions", "papers"):
            assert all(isinstance(id_, str) and ID.fullmatch(id_) for id_ in one[key])
        assert 2 <= len(one["ticks"]) <= 4
        for tick in one["ticks"]:
            assert set(tick) >= {"id", "title", "action", "red_line"}
            assert tick["title"] and tick["action"] in one["actions"] and tick["red_line"] in RED_LINES
        assert one["citations"]
        for citation in one["citations"]:
            assert set(citation) >= {"law", "article", "quotation"}
            assert isinstance(citation["article"], str)
            assert citation["quotation"] is None or citation["quotation"]


def test_audit_items_are_those_of_the_form_and_not_other_things_a_tick_covers() -> None:
    form = {item.id for item in bank().audit_form.items}
    named = {item for one in asked()["questions"] for item in one["audit_items"]}
    assert named and named <= form


def test_the_json_is_utf8_and_not_escaped() -> None:
    said = run("questions", "--json")
    assert "\\u" not in said.out
    assert CHINESE.search(said.out)


def test_english_titles_hold_no_chinese_character() -> None:
    plain = asked("--lang", "en")
    spoken = values_of(plain, "title", "hint", "notes")
    assert len(spoken) > len(plain["questions"]) * 3
    assert not CHINESE.search(json.dumps(spoken, ensure_ascii=False))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_a_shop_marks_which_questions_apply(sample: Any) -> None:
    file = read_shop(sample)
    sheet = lay_out(bank(), file.shop, file.check.answers)
    applying = {one["id"] for one in asked("--shop", sample)["questions"] if one["applies"]}
    assert applying == {question.id for question in sheet.questions}
    assert applying < {question.id for question in bank().questions}


def test_the_profile_decides_what_applies(tmp_path: Any) -> None:
    def applying(**profile: Any) -> set[str]:
        file = write_plain(tmp_path, shop=profile)
        return {one["id"] for one in asked("--shop", file)["questions"] if one["applies"]}

    without = applying(computer=False, team=1, kinds=["street_shop"])
    with_computer = applying(computer=True, team=1, kinds=["street_shop"])
    assert without < with_computer
    assert "access.computer-password" in with_computer - without


def test_a_person_reads_groups_questions_and_how_many_there_are() -> None:
    said = run("questions")
    assert (said.code, said.err) == (0, "")
    for question in bank().questions:
        assert f"  {question.id}  {question.title.zh}  [" in said.out
    assert str(len(bank().questions)) in said.out.splitlines()[-1]


def test_a_person_reads_only_the_questions_of_the_shop(tmp_path: Any) -> None:
    file = write_plain(tmp_path, shop={"name": "小店", "computer": False, "team": 1})
    said = run("questions", "--shop", file, "--lang", "en")
    assert said.code == 0
    assert "access.computer-password" not in said.out
    listed = [line for line in said.out.splitlines() if line.startswith("  ")]
    assert said.out.splitlines()[-1] == f"{len(listed)} questions"
