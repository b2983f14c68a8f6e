"""What is brought to the first start: taken in whole, or refused with a sentence and nothing changed."""

import json
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from merchant_guard.documents.plan_answers import NAME
from merchant_guard.documents.plan_pdf import plan_pdf
from merchant_guard.domain.answers import Answer, SelfCheck
from merchant_guard.domain.errors import InputError
from merchant_guard.domain.question import Choice
from merchant_guard.domain.shop import Shop
from merchant_guard.domain.stage import Stage
from merchant_guard.exchange.answer_file import AnswerFile
from merchant_guard.exchange.plan_answers import LEFT_OUT
from merchant_guard.services.keep_check import open_latest
from merchant_guard.services.make_plan import make_plan
from merchant_guard.services.run_self_check import run_self_check
from merchant_guard.services.take_in import LARGEST_PLAN, take_in
from merchant_guard.services.workspace import Workspace
from tests.support.real_content import bank
from tests.support.shops import CHECKED_ON, SAMPLES, full_shop, read_shop, write_shop
from tests.support.stores import refused

TODAY = date(2027, 11, 30)
DRAFT = Shop("新写的店名", {"team": 2})


def sample() -> AnswerFile:
    return read_shop(SAMPLES[0])


@cache
def plan_of_sample() -> bytes:
    file = sample()
    made = make_plan(run_self_check(bank(), file.shop, file.check), file.check, CHECKED_ON)
    return plan_pdf(made.assessment, made.plan, made.checked_on, "zh").data


def pdf_with(**files: bytes) -> bytes:
    """The plan's pages in a PDF of another program, with other files in it."""
    writer = PdfWriter()
    writer.add_page(PdfReader(BytesIO(plan_of_sample())).pages[0])
    for data in files.values():
        writer.add_attachment(NAME, data)
    target = BytesIO()
    writer.write(target)
    return target.getvalue()


def years(check: SelfCheck | None) -> Iterator[SelfCheck]:
    """A check and those before it."""
    while check is not None:
        yield check
        check = check.previous


def locked() -> bytes:
    writer = PdfWriter(clone_from=BytesIO(plan_of_sample()))
    writer.encrypt("sesame")
    target = BytesIO()
    writer.write(target)
    return target.getvalue()


def zipped() -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    return target.getvalue()


# --- an exported self-check -----------------------------------------------------------------------------


def test_an_exported_self_check_becomes_the_shop_with_all_it_had(
    workspace: Workspace, tmp_path: Path
) -> None:
    file = full_shop()
    taken = take_in(workspace, write_shop(tmp_path), Shop(), TODAY)
    assert not taken.is_plan
    assert taken.answers == len(file.check.answers)
    assert taken.check == open_latest(workspace)
    assert taken.check.shop == file.shop
    assert (taken.check.interview.answers, taken.check.progress) == (file.check.answers, file.check.progress)
    (words,) = {one.wording is not None for one in years(taken.check.previous)}
    assert words, "the years before get their words when they are first opened"
    assert [replace(one, previous=None, wording=None) for one in years(taken.check.previous)] == [
        replace(one, previous=None) for one in years(file.check.previous)
    ]


def test_it_can_be_pasted_too(workspace: Workspace, tmp_path: Path) -> None:
    text = write_shop(tmp_path).read_text("utf-8")
    assert take_in(workspace, f"\n  {text}", Shop(), TODAY).check.shop == full_shop().shop


def test_a_shop_without_a_name_comes_back_as_it_went(workspace: Workspace, tmp_path: Path) -> None:
    file = sample()
    place = write_shop(tmp_path, AnswerFile(replace(file.shop, name=""), file.check))
    assert take_in(workspace, place, Shop(), TODAY).check.shop == replace(file.shop, name="")


def test_the_draft_gives_way_to_the_shop_that_is_brought(workspace: Workspace, tmp_path: Path) -> None:
    workspace.shops.save_draft(DRAFT)
    take_in(workspace, write_shop(tmp_path), DRAFT, TODAY)
    assert workspace.shops.load_draft() is None
    assert [shop.name for shop in workspace.shops.list()] == [full_shop().shop.name]


# --- last year's plan -----------------------------------------------------------------------------------


def test_a_plan_begins_a_check_with_its_answers_as_last_years(workspace: Workspace, tmp_path: Path) -> None:
    place = tmp_path / "整改计划.pdf"
    place.write_bytes(plan_of_sample())
    taken = take_in(workspace, place, Shop(), TODAY)
    file, check = sample(), taken.check
    assert taken.is_plan and taken.gone == 0
    assert (check.checked_on, check.interview.stage, check.interview.answers) == (TODAY, Stage.QUICK, {})
    assert check.shop == Shop(), "nothing of last year counts before it is confirmed"
    previous = check.previous
    assert previous is not None and previous.checked_on == file.check.checked_on
    asked = {id_: one for id_, one in file.check.answers.items() if id_ in previous.answers}
    assert len(asked) == len(previous.answers) == taken.answers > 20
    assert {id_: one.choice for id_, one in asked.items()} == {
        id_: one.choice for id_, one in previous.answers.items()
    }
    assert {one.note for one in previous.answers.values()} == {""}
    assert {one.reason for one in previous.answers.values()} == {"", LEFT_OUT}
    assert previous.profile == {key: file.shop.profile[key] for key in previous.profile or ()} != {}
    assert check == open_latest(workspace)


def test_last_years_score_is_the_one_the_plan_was_made_with(workspace: Workspace) -> None:
    file = sample()
    taken = take_in(workspace, _as_file(workspace, plan_of_sample()), Shop(), TODAY)
    assert taken.check.previous_score == run_self_check(bank(), file.shop, file.check).shown_score is not None


def test_what_was_said_of_the_shop_this_year_stays(workspace: Workspace) -> None:
    workspace.shops.save_draft(DRAFT)
    taken = take_in(workspace, _as_file(workspace, plan_of_sample()), DRAFT, TODAY)
    assert taken.check.shop == DRAFT
    assert workspace.shops.load_draft() is None


def test_a_plan_of_an_older_bank_counts_what_is_gone(workspace: Workspace) -> None:
    plain = {
        "format": "merchant-guard/plan-answers",
        "version": 1,
        "checked_on": "2024-11-01",
        "bank_version": "2024.1",
        "profile": {},
        "answers": {"access.gone-since": {"choice": "yes"}, "access.passwords": {"choice": "no"}},
    }
    taken = take_in(workspace, _as_file(workspace, pdf_with(one=json.dumps(plain).encode())), Shop(), TODAY)
    assert (taken.answers, taken.gone) == (1, 1)
    stored = workspace.checks.list(taken.check.shop_id)
    assert [one.bank_version for one in stored] == [bank().version, "2024.1"]
    assert taken.check.previous is not None
    assert taken.check.previous.answers == {"access.passwords": Answer(Choice.NO)}


def _as_file(workspace: Workspace, data: bytes, name: str = "plan.pdf") -> Path:
    place = workspace.folder / name
    place.write_bytes(data)
    return place


# --- what is refused ------------------------------------------------------------------------------------

REFUSED: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "a note": ("notes.txt", "店里的事".encode, "brought.foreign"),
    "nothing at all": ("empty.json", lambda: b"", "brought.foreign"),
    "a Word file": ("plan.docx", zipped, "brought.foreign"),
    "a photo": ("plan.jpg", lambda: b"\xff\xd8\xff\xe0" + bytes(200), "brought.foreign"),
    "JSON of another program": ("settings.json", lambda: b'{"format": "other"}', "brought.foreign"),
    "a list": ("list.json", lambda: b"[1, 2]", "brought.foreign"),
    "a self-check cut off": ("shop.json", lambda: SAMPLES[0].read_bytes()[:-40], "json.not_json"),
    "a self-check of a newer app": (
        "shop.json",
        lambda: b'{"format": "merchant-guard/self-check", "version": 9}',
        "answer_file.newer",
    ),
    "a shop named by spaces": (
        "shop.json",
        lambda: SAMPLES[0].read_bytes().replace("示例女装店".encode(), "\u3000 ".encode()),
        "shop.blank_name",
    ),
    "a PDF of somebody else": ("invoice.pdf", pdf_with, "plan_answers.none"),
    "a PDF with a password": ("plan.pdf", locked, "pdf.encrypted"),
    "a PDF cut off": ("plan.pdf", lambda: plan_of_sample()[:2000], "pdf.damaged"),
    "only the name of a PDF": ("plan.pdf", lambda: b"%PDF-1.4\n", "pdf.damaged"),
    "a PDF larger than any plan": (
        "plan.pdf",
        lambda: plan_of_sample() + bytes(LARGEST_PLAN),
        "file.too_big",
    ),
    "a plan with broken answers": ("plan.pdf", lambda: pdf_with(one=b'{"format"'), "plan_answers.damaged"),
    "a plan of a newer app": ("plan.pdf", lambda: pdf_with(one=b'{"version": 2}'), "plan_answers.newer"),
}


@pytest.mark.parametrize(("name", "content", "code"), REFUSED.values(), ids=REFUSED)
def test_anything_else_is_refused_in_one_sentence_and_changes_nothing(
    workspace: Workspace, tmp_path: Path, name: str, content: Callable[[], bytes], code: str
) -> None:
    place = tmp_path / name
    place.write_bytes(content())
    workspace.shops.save_draft(DRAFT)
    with refused(code, InputError):
        take_in(workspace, place, DRAFT, TODAY)
    assert workspace.shops.list() == ()
    assert workspace.shops.load_draft() == DRAFT


def test_a_plan_of_a_day_to_come_is_refused(workspace: Workspace) -> None:
    with refused("plan_answers.day_to_come", InputError):
        take_in(workspace, _as_file(workspace, plan_of_sample()), Shop(), date(2025, 1, 1))


@pytest.mark.parametrize("text", ["", "写错了", "\ud800{", "C:\\plan.pdf"])
def test_pasted_text_that_is_no_self_check_is_refused(workspace: Workspace, text: str) -> None:
    with refused("brought.foreign", InputError):
        take_in(workspace, text, Shop(), TODAY)


def test_a_folder_and_a_file_that_is_not_there_are_refused(workspace: Workspace, tmp_path: Path) -> None:
    with refused("file.folder", InputError):
        take_in(workspace, tmp_path, Shop(), TODAY)
    with refused("file.missing", InputError):
        take_in(workspace, tmp_path / "gone.pdf", Shop(), TODAY)
