import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings

from merchant_guard.content.loader import check_bank, load_bank
from merchant_guard.content.source import read_source
from merchant_guard.domain.errors import ContentError
from merchant_guard.system import resources
from tests.support import banks, real_content
from tests.support.banks import question
from tests.support.strategies import plain_banks


def test_the_content_that_ships_passes_every_check() -> None:
    assert check_bank(real_content.source()) == load_bank()


def test_the_questions_stand_in_the_order_of_the_rail() -> None:
    bank = real_content.bank()
    rail = [group.id for group in bank.groups]
    places = [rail.index(asked.group) for asked in bank.questions]
    assert places == sorted(places)


def test_the_groups_of_the_rail_are_the_thirteen_under_their_five_heads() -> None:
    rail = {head.id: [group.id for group in head.groups] for head in real_content.bank().heads}
    assert rail == {
        "people": ["staff", "training", "audit"],
        "computers": ["access", "encryption", "cameras"],
        "slips": ["waybill", "partners", "retention"],
        "customers": ["notice", "requests", "marketing"],
        "trouble": ["incident"],
    }


def test_loading_leaves_the_schema_checker_alone() -> None:
    """It costs more to import than all the content to read."""
    code = (
        "import sys; from merchant_guard.content.loader import load_bank; load_bank(); "
        "sys.exit('jsonschema' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@settings(max_examples=5)
@given(plain_banks())
def test_the_banks_of_the_tests_are_content_that_passes_every_check(
    parts: dict[str, list[banks.Plain]],
) -> None:
    check_bank(banks.source(*parts.pop("questions"), **parts))


def test_a_named_condition_may_use_an_earlier_one() -> None:
    conditions = {"staffed": {"team": {"min": 2}}, "big": {"named": "staffed", "size": ["large"]}}
    bank = banks.bank(question("staff.sign", applies_when={"named": "big"}), conditions=conditions)
    assert banks.sheet_of(bank, {}, {"team": 2, "size": "large"}).questions
    assert not banks.sheet_of(bank, {}, {"team": 1, "size": "large"}).questions


@pytest.fixture
def content(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A copy of the content folder that a frozen app reads from."""
    copy = tmp_path / "resources" / "content"
    shutil.copytree(resources.path("content"), copy)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    return copy


def complaint() -> dict[str, object]:
    """What is said about the content that lies in the folder now."""
    with pytest.raises(ContentError) as told:
        read_source()
    (problem,) = told.value.problems
    return {"code": problem.code} | problem.params


@pytest.mark.parametrize(
    "name", ["groups", "people", "profile", "coverage", "audit-form", "registers", "duties", "suggestions"]
)
def test_a_missing_file_is_named(content: Path, name: str) -> None:
    (content / f"{name}.json").unlink()
    assert complaint() == {"code": "content.missing", "file": f"content/{name}.json"}


@pytest.mark.parametrize("name", ["questionnaire", "actions", "law"])
def test_a_missing_folder_is_named(content: Path, name: str) -> None:
    shutil.rmtree(content / name)
    assert complaint() == {"code": "content.missing", "file": f"content/{name}"}


@pytest.mark.parametrize(
    ("held", "wanted"),
    [
        (b"", {"code": "content.not_json", "place": "line 1"}),
        (b'{\n "group": "access",\n}', {"code": "content.not_json", "place": "line 3"}),
        ('{"group": "账号"}'.encode("gb18030"), {"code": "content.not_json", "place": "text"}),
        (b'{"group": "acc', {"code": "content.not_json", "place": "line 1"}),
        (b"[]", {"code": "content.wrong", "place": "$", "expected": "object"}),
        (b"null", {"code": "content.wrong", "place": "$", "expected": "object"}),
    ],
)
def test_a_file_that_is_not_what_it_should_be_is_named_with_the_place(
    content: Path, held: bytes, wanted: dict[str, object]
) -> None:
    (content / "questionnaire" / "access.json").write_bytes(held)
    assert complaint() == {"file": "content/questionnaire/access.json"} | wanted


def test_a_file_that_cannot_be_understood_is_named_by_loading_too(content: Path) -> None:
    place = content / "actions" / "access.json"
    plain = json.loads(place.read_text(encoding="utf-8"))
    del plain["actions"][0]["proof"]
    place.write_text(json.dumps(plain), encoding="utf-8")
    with pytest.raises(ContentError) as told:
        load_bank()
    (problem,) = told.value.problems
    assert problem.params["file"] == "content/actions/access.json"
    assert problem.params["place"] == "$.actions[0]"
    assert "'proof' is a required property" in str(problem.params["expected"])
