"""A whole day of an owner who works in a shell, every command a process of its own."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from merchant_guard.domain.question import Choice
from tests.support.command_line import Said, shell
from tests.support.shops import SAMPLES, read_shop

TODAY = "2026-11-30"


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MERCHANT_GUARD_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LANG", "C")
    return tmp_path


def done(*words: str | Path) -> Said:
    said = shell(*words)
    assert (said.code, said.err) == (0, "")
    return said


def result_of(file: Path) -> Any:
    return json.loads(done("assess", file, "--json").out)


def edit(file: Path, **answers: Any) -> None:
    """Change the file in an editor."""
    plain = json.loads(file.read_text(encoding="utf-8"))
    plain["shop"]["name"] = "我的店"
    plain["answers"].update(answers)
    file.write_text(json.dumps(plain, ensure_ascii=False, indent=4), encoding="utf-8")


def mend(question: str) -> dict[str, Any]:
    return {question: {"choice": "yes", "note": "今天改好了"}}


def test_from_a_sample_over_the_plan_into_the_store_and_out_again(desk: Path) -> None:
    mine = desk / "我的店.json"
    shutil.copy(SAMPLES[0], mine)

    # What is asked of this shop, and how it stands.
    asked = json.loads(done("questions", "--shop", mine, "--json").out)
    applying = {one["id"] for one in asked["questions"] if one["applies"]}
    before = result_of(mine)
    assert before["applicable"] == len(applying)
    gap = before["findings"][0]
    assert gap["question"] in applying

    # Mended, the first gap is gone and the score no lower.
    edit(mine, **mend(gap["question"]))
    after = result_of(mine)
    assert gap["question"] not in {finding["question"] for finding in after["findings"]}
    assert (after["score"] or 0) >= (before["score"] or 0)

    # The plan in both languages holds the same tasks on the same days.
    plans = []
    for language in ("zh", "en"):
        folder = desk / "整改" / language
        said = done("plan", mine, "--out", folder, "--date", TODAY, "--lang", language)
        assert said.out.splitlines() == [str(folder / "plan.pdf"), str(folder / "plan.json")]
        plans.append(json.loads((folder / "plan.json").read_text(encoding="utf-8")))
    chinese, english = ([(i["id"], i["due"], i["minutes"]) for i in plan["items"]] for plan in plans)
    assert chinese == english and chinese
    assert {action for finding in after["findings"] for action in finding["actions"]} <= {
        id_ for id_, *_ in chinese
    }
    assert plans[0]["items"][0]["title"] != plans[1]["items"][0]["title"]

    # Into the store and out again nothing is lost; the edited file and the exported one say the same.
    done("import", mine, "--date", TODAY)
    done("export", desk / "out.json")
    assert read_shop(desk / "out.json") == read_shop(mine)

    # Next year's check stands beside this year's.
    next_year = json.loads((desk / "out.json").read_text(encoding="utf-8"))
    next_year["previous"] = {key: next_year.pop(key) for key in ("checked_on", "answers", "plan")} | (
        {"previous": next_year["previous"]} if "previous" in next_year else {}
    )
    next_year |= {"checked_on": "2027-11-30", "answers": {id_: {"choice": "yes"} for id_ in applying}}
    (desk / "2027.json").write_text(json.dumps(next_year, ensure_ascii=False), encoding="utf-8")
    done("import", desk / "2027.json", "--date", "2027-11-30")
    done("export", desk / "2027-out.json")
    check = read_shop(desk / "2027-out.json").check
    assert {answer.choice for answer in check.answers.values()} == {Choice.YES}
    assert check.previous == read_shop(mine).check
