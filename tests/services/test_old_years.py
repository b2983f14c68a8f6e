"""Old years open in the words of their day, whatever became of the questions; files carry these words."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from merchant_guard.content.loader import check_bank
from merchant_guard.domain.answers import Answer, Progress
from merchant_guard.domain.comparison import Change
from merchant_guard.domain.errors import InputError
from merchant_guard.domain.question import Choice
from merchant_guard.domain.question_bank import QuestionBank
from merchant_guard.domain.text import Text
from merchant_guard.exchange.answer_file import read_answer_file
from merchant_guard.services.begin_next_year import begin_next_check
from merchant_guard.services.export_shop import export_shop
from merchant_guard.services.import_shop import import_shop
from merchant_guard.services.keep_check import CheckKeeper, open_shop, open_to_work
from merchant_guard.services.old_years import list_years, open_year
from merchant_guard.services.open_check import OpenCheck
from merchant_guard.services.workspace import Workspace, open_workspace
from tests.support.banks import field, question, source, text, tick
from tests.support.checks import always, begun, finished
from tests.support.stores import refused

FIRST, NEXT = date(2026, 11, 21), date(2027, 11, 20)
MOMENT = datetime(2026, 11, 21, 9, tzinfo=UTC)
FIELDS = (field("computer"),)
LOCK, RULES = "access.lock", "access.rules"


def bank_of(*questions: dict[str, Any]) -> QuestionBank:
    return check_bank(source(*questions, fields=FIELDS))


OLD = bank_of(
    question(LOCK, tick("screen"), tick("door")),
    question(RULES, title={"zh": "从前怎么问", "en": "As it was asked"}),
    question("waybill.masked"),
)
NEW = bank_of(
    question(
        LOCK,
        tick("screen", title={"zh": "换了说法", "en": "Other words"}),
        tick("bolt"),
        title={"zh": "现在怎么问", "en": "As it is asked now"},
        notes={one: text(f"new {one}") for one in ("yes", "partly", "no", "unsure")},
        changed="2027-03",
    ),
    question("waybill.masked"),
    question("waybill.added", added="2027-03"),
)
"""The bank of a later year: one question reworded and one of its ticks gone, one question gone, one new."""


@pytest.fixture
def old(workspace: Workspace) -> Workspace:
    return replace(workspace, bank=OLD)


def under(workspace: Workspace, bank: QuestionBank) -> tuple[Workspace, OpenCheck]:
    """The same store after an update of the app."""
    later = replace(workspace, bank=bank)
    check = open_to_work(later)
    assert check is not None
    return later, check


def first_year(old: Workspace) -> OpenCheck:
    def answering(one: Any) -> Answer:
        if one.id == LOCK:
            return Answer(Choice.PARTLY, frozenset({"door"}), note="备注", evidence=("照片.jpg",))
        return Answer(Choice.NOT_APPLICABLE, reason="没有") if one.id == RULES else Answer(Choice.NO)

    return finished(old, begun(old, {}, FIRST), {"computer": True}, answering, FIRST)


def test_there_is_no_old_year_before_the_next_check_begins(old: Workspace) -> None:
    check = first_year(old)
    assert list_years(old, check.shop_id) == ()


def test_an_old_year_opens_in_its_own_words_after_the_bank_changed(old: Workspace) -> None:
    score = first_year(old).assessment.shown_score
    later, check = under(old, NEW)
    begin_next_check(later, check, NEXT)
    (year,) = list_years(later, check.shop_id)
    assert (year.checked_on, year.finished_on) == (FIRST, FIRST)
    assert [one.id for one in year.questions] == [LOCK, RULES, "waybill.masked"]
    assert [group.title.zh for group in year.groups] == ["说 access", "说 waybill"]
    lock, rules, _ = year.questions
    assert lock.title == Text(f"说 {LOCK}", f"Says {LOCK}")
    assert lock.note_of_choice == Text("说 partly", "Says partly")
    assert [(one.title.zh, one.is_done) for one in lock.ticks] == [("说 screen", False), ("说 door", True)]
    assert (lock.note, lock.evidence) == ("备注", ("照片.jpg",))
    assert (rules.title.zh, rules.choice, rules.reason) == ("从前怎么问", Choice.NOT_APPLICABLE, "没有")
    assert open_year(later, check.shop_id, year.check_id) == year
    assert score == 25


def test_questions_that_changed_are_told_as_such_and_gone_ones_by_their_words(old: Workspace) -> None:
    first_year(old)
    later, check = under(old, NEW)
    check = begin_next_check(later, check, NEXT)
    questions = NEW.by_id
    assert [id_ for id_ in questions if check.is_new(questions[id_])] == ["waybill.added"]
    assert [id_ for id_ in questions if check.is_changed(questions[id_])] == [LOCK]
    check = finished(later, check, {}, always(Choice.YES), NEXT)
    comparison = check.comparison
    assert comparison is not None
    changes = {one.question.id: one.change for one in comparison.questions}
    assert changes == {LOCK: Change.CHANGED, "waybill.masked": Change.BETTER, "waybill.added": Change.NEW}
    assert [(one.id, one.title and one.title.zh) for one in comparison.retired] == [(RULES, "从前怎么问")]


def test_an_answer_given_after_finishing_is_kept_in_the_words_it_was_given_in(old: Workspace) -> None:
    first_year(old)
    later, check = under(old, NEW)
    changed = check.with_answer("waybill.added", Answer(Choice.YES)).with_answer(LOCK, Answer(Choice.NO))
    for id_ in ("waybill.added", LOCK):
        CheckKeeper(later).save_answer(changed, id_, MOMENT)
    begin_next_check(later, changed, NEXT)
    (year,) = list_years(later, check.shop_id)
    titles = {one.id: one.title.zh for one in year.questions}
    assert titles[LOCK] == "现在怎么问"
    assert titles[RULES] == "从前怎么问"
    assert titles["waybill.added"] == "说 waybill.added"


def test_what_a_change_of_the_shop_hides_is_not_in_the_old_year(workspace: Workspace) -> None:
    bank = bank_of(question(LOCK, applies_when={"computer": True}), question("waybill.masked"))
    here = replace(workspace, bank=bank)
    check = finished(here, begun(here, {}, FIRST), {"computer": True}, always(Choice.NO), FIRST)
    check = check.with_shop(replace(check.shop, profile={"computer": False}))
    CheckKeeper(here).save_shop(check)
    begin_next_check(here, check, NEXT)
    (year,) = list_years(here, check.shop_id)
    assert [one.id for one in year.questions] == ["waybill.masked"]


def test_what_was_done_is_told_by_its_title_of_then(old: Workspace) -> None:
    check = first_year(old)
    for item, day in ((f"{LOCK}-screen", date(2027, 2, 1)), (f"{LOCK}-door", None)):
        check = check.with_progress(item, Progress(done_on=day, proof=("收据.png",)))
    CheckKeeper(old).save_plan(check)
    begin_next_check(old, check, NEXT)
    (year,) = list_years(replace(old, bank=NEW), check.shop_id)
    assert [(one.id, one.title.zh, one.done_on, one.has_proof) for one in year.done] == [
        (f"{LOCK}-screen", f"说 {LOCK}-screen", date(2027, 2, 1), True)
    ]


def test_years_stand_the_latest_first_and_one_that_is_gone_is_told(old: Workspace) -> None:
    check = first_year(old)
    for day in (date(2027, 5, 1), date(2027, 11, 1), NEXT):
        check = begin_next_check(old, check, day)
        check = finished(old, check, {}, always(Choice.YES), day)
    years = list_years(old, check.shop_id)
    assert [one.checked_on for one in years] == [date(2027, 11, 1), date(2027, 5, 1), FIRST]
    with refused("store.no_self_check", InputError):
        open_year(old, check.shop_id, 999)


def test_export_and_import_keep_the_words_whatever_bank_reads_them(old: Workspace, tmp_path: Path) -> None:
    first_year(old)
    later, check = under(old, NEW)
    check = begin_next_check(later, check, NEXT)
    check = finished(later, check, {}, always(Choice.YES), NEXT)
    target = tmp_path / "shop.json"
    export_shop(later, check.shop_id, target)
    file = read_answer_file(target.read_bytes(), NEW)
    with open_workspace(tmp_path / "elsewhere") as opened:
        there = replace(opened, bank=NEW)
        shop_id = import_shop(there, file, NEXT).shop_id
        taken = open_shop(there, shop_id)
        assert taken is not None
        assert taken.previous == check.previous
        (here_year,), (there_year,) = list_years(later, check.shop_id), list_years(there, shop_id)
        assert there_year.groups == here_year.groups
        again = tmp_path / "again.json"
        export_shop(there, shop_id, again)
        assert again.read_bytes() == target.read_bytes()


def test_a_file_without_words_gets_those_of_now_when_it_is_opened(old: Workspace, tmp_path: Path) -> None:
    check = begin_next_check(old, first_year(old), NEXT)
    target = tmp_path / "shop.json"
    export_shop(old, check.shop_id, target)
    plain = json.loads(target.read_text(encoding="utf-8"))
    del plain["previous"]["wording"]
    file = read_answer_file(json.dumps(plain).encode(), OLD)
    with open_workspace(tmp_path / "elsewhere") as opened:
        there = replace(opened, bank=OLD)
        shop_id = import_shop(there, file, NEXT).shop_id
        (before,) = list_years(there, shop_id)
        again = tmp_path / "again.json"
        export_shop(there, shop_id, again)
        assert json.loads(again.read_text(encoding="utf-8")) == plain
        taken = open_to_work(there)
        assert taken is not None
        assert taken.previous == check.previous
        assert list_years(there, shop_id) == (before,)


def test_ids_that_only_the_words_of_a_file_name_are_still_refused_elsewhere(
    old: Workspace, tmp_path: Path
) -> None:
    check = begin_next_check(old, first_year(old), NEXT)
    target = tmp_path / "shop.json"
    export_shop(old, check.shop_id, target)
    plain = json.loads(target.read_text(encoding="utf-8"))
    plain["previous"]["answers"]["access.lokc"] = {"choice": "yes"}
    with refused("answer_file.unknown_question_near", InputError):
        read_answer_file(json.dumps(plain).encode(), NEW)


@pytest.mark.parametrize(
    ("wording", "code"),
    [
        ({"questions": {"x" * 101: {"group": "a", "title": {"zh": "", "en": ""}}}}, "answer_file.too_long"),
        ({"groups": {"a": {"zh": "长" * 501, "en": ""}}}, "answer_file.too_long"),
        ({"groups": {f"g{n}": {"zh": "", "en": ""} for n in range(501)}}, "answer_file.too_many"),
        ({"score": 101}, "answer_file.out_of_range"),
        ({"groups": {"a": {"zh": "只有中文"}}}, "answer_file.missing"),
        ({"questions": {"a.b": {"group": "a", "title": {"zh": "\u0007", "en": ""}}}}, "strange_character"),
        ({"questions": []}, "answer_file.not_object"),
        ([], "answer_file.not_object"),
        ({"else": 1}, "answer_file.unknown_key"),
    ],
)
def test_words_in_a_file_are_bounded_and_whole(wording: Any, code: str) -> None:
    plain = {
        "format": "merchant-guard/self-check",
        "version": 1,
        "shop": {},
        "answers": {},
        "previous": {"wording": wording},
    }
    with pytest.raises(InputError) as caught:
        read_answer_file(json.dumps(plain).encode(), OLD)
    (problem,) = caught.value.problems
    assert code in problem.code
