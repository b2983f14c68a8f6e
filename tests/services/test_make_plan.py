"""The plan as files: with every format there is, whole or not at all."""

import json
from datetime import date
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from merchant_guard.domain.answers import SelfCheck
from merchant_guard.domain.errors import InputError
from merchant_guard.exchange.answer_file import AnswerFile
from merchant_guard.localization import LANGUAGES, Language
from merchant_guard.services.make_plan import MadePlan, make_plan
from merchant_guard.services.run_self_check import run_self_check
from merchant_guard.services.write_plan import FORMATS, write_plan
from tests.support.real_content import bank
from tests.support.shops import full_shop
from tests.support.stores import refused

TODAY = date(2026, 11, 30)


def made(file: AnswerFile, today: date = TODAY) -> MadePlan:
    return make_plan(run_self_check(bank(), file.shop, file.check), file.check, today)


def test_the_formats_are_those_of_the_contract() -> None:
    assert sorted(FORMATS) == ["docx", "ics", "json", "pdf", "xlsx"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_shop_with_everything_gets_every_format_and_every_item_in_each(
    language: Language, tmp_path: Path
) -> None:
    plan = made(full_shop())
    written = write_plan(plan, tmp_path, tuple(FORMATS), language)
    assert written.files == tuple(tmp_path / f"plan.{name}" for name in FORMATS)
    assert written.unprintable == frozenset()
    items = json.loads((tmp_path / "plan.json").read_text(encoding="utf-8"))["items"]
    assert [item["id"] for item in items] == [item.id for item in plan.plan.items]
    with PdfDocument(tmp_path / "plan.pdf") as pdf:
        text = "".join("".join(page.get_textpage().get_text_bounded().split()) for page in pdf)
    for item in plan.plan.items:
        assert "".join(item.remedy.action.title.pick(language).split()) in text


def test_a_check_without_a_day_was_made_on_the_day_of_the_plan() -> None:
    file = full_shop()
    assert made(file).checked_on == file.check.checked_on
    undated = made(AnswerFile(file.shop, SelfCheck(None, file.check.answers)))
    assert undated.checked_on == TODAY
    assert {item.found_on for item in undated.plan.items} == {TODAY}


def test_what_the_owner_decided_is_in_the_plan() -> None:
    file = full_shop()
    items = {item.id: item for item in made(file).plan.items}
    decided = {id_: progress for id_, progress in file.check.progress.items() if id_ in items}
    assert decided
    for id_, progress in decided.items():
        assert progress.done_on == items[id_].done_on
        assert progress.due in (None, items[id_].due)
        assert progress.owner in (None, items[id_].owner.name)


def test_a_format_asked_for_twice_is_written_once(tmp_path: Path) -> None:
    written = write_plan(made(full_shop()), tmp_path, ["json", "json"], "zh")
    assert written.files == (tmp_path / "plan.json",)


def test_no_format_writes_nothing(tmp_path: Path) -> None:
    written = write_plan(made(full_shop()), tmp_path / "out", [], "zh")
    assert (written.files, written.unprintable) == ((), frozenset())
    assert not (tmp_path / "out").exists()


def test_a_file_where_the_folder_should_be_stops_it(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"kept")
    with refused("write.not_a_folder", InputError):
        write_plan(made(full_shop()), tmp_path / "file", ["json"], "zh")
