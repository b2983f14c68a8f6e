"""What a plan's PDF carries: there for other readers too, and told from what carries nothing or is broken."""

import json
from io import BytesIO
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from pypdf import PdfReader, PdfWriter

from merchant_guard.documents.attachments import attachment
from merchant_guard.documents.papers import PaperSource, paper_pdf
from merchant_guard.documents.plan_answers import NAME
from merchant_guard.domain.errors import InputError
from merchant_guard.domain.question import Choice
from merchant_guard.localization import LANGUAGES, Language
from merchant_guard.system import resources
from tests.support.plans import CHECKED_ON, Made, made_with_all
from tests.support.real_content import bank
from tests.support.shops import full_shop

LIMIT = 256 * 1024


def plan(choice: Choice = Choice.PARTLY) -> Made:
    return made_with_all(bank(), choice)


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return plan().pdf("zh").data


def carried(data: bytes) -> Any:
    found = attachment(data, NAME, LIMIT)
    assert found is not None
    return json.loads(found)


def copied(pdf: bytes, *, password: str = "", attached: dict[str, bytes] | None = None) -> bytes:
    """The pages in a PDF of another program, with a password or other files."""
    writer = PdfWriter()
    for page in PdfReader(BytesIO(pdf)).pages[:1]:
        writer.add_page(page)
    for name, data in (attached or {}).items():
        writer.add_attachment(name, data)
    if password:
        writer.encrypt(password)
    target = BytesIO()
    writer.write(target)
    return target.getvalue()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("paper", ["plan", "plan-list"])
def test_the_plan_and_its_list_carry_the_answers_and_the_profile(paper: str, language: Language) -> None:
    made = plan()
    file = paper_pdf(paper, "a4", PaperSource(made.assessment, made.plan, CHECKED_ON, language))
    plain = carried(file.data)
    sheet = made.assessment.sheet
    assert (plain["checked_on"], plain["bank_version"]) == ("2026-11-21", bank().version)
    assert {id_: one["choice"] for id_, one in plain["answers"].items()} == {
        id_: answer.choice for id_, answer in sheet.answers.items()
    }
    assert plain["profile"].keys() == sheet.facts.profile.keys()
    schema = json.loads(resources.read_text("schema/plan-answers.schema.json"))
    Draft202012Validator(schema).validate(plain)


def test_no_name_note_or_reason_is_carried(pdf: bytes) -> None:
    found = attachment(pdf, NAME, LIMIT) or b""
    words = {"样样都有的店", "记一下", "没有这回事", *(member.name for member in full_shop().shop.staff)}
    assert not [word for word in words if word in found.decode("utf-8")]


def test_another_reader_finds_it_under_its_name(pdf: bytes) -> None:
    files = PdfReader(BytesIO(pdf)).attachments
    assert list(files) == [NAME]
    assert json.loads(files[NAME][0]) == carried(pdf)


@pytest.mark.parametrize("paper", ["first-three", "question-sheet"])
def test_papers_for_others_carry_nothing(paper: str) -> None:
    made = made_with_all(bank(), Choice.UNSURE)
    file = paper_pdf(paper, "a4", PaperSource(made.assessment, made.plan, CHECKED_ON, "zh"))
    assert attachment(file.data, NAME, LIMIT) is None


def test_a_foreign_pdf_carries_nothing_of_that_name(pdf: bytes) -> None:
    assert attachment(copied(pdf), NAME, LIMIT) is None
    assert attachment(copied(pdf, attached={"other.json": b"{}"}), NAME, LIMIT) is None


def refusal(data: bytes, limit: int = LIMIT) -> str:
    with pytest.raises(InputError) as caught:
        attachment(data, NAME, limit)
    (found,) = caught.value.problems
    return found.code


def test_a_pdf_with_a_password_is_told_from_a_broken_one(pdf: bytes) -> None:
    assert refusal(copied(pdf, password="sesame")) == "pdf.encrypted"


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4\n", b"%PDF-1.7 and then something else" * 40, bytes(3000)])
def test_what_only_looks_like_a_pdf_is_damaged(data: bytes) -> None:
    assert refusal(data) == "pdf.damaged"


def test_a_file_inside_that_is_too_large_or_empty_is_damaged(pdf: bytes) -> None:
    assert refusal(copied(pdf, attached={NAME: b" " * 5001}), limit=5000) == "pdf.damaged"
    assert refusal(copied(pdf, attached={NAME: b""})) == "pdf.damaged"


@pytest.mark.parametrize("kept", [0.2, 0.5, 0.9, 0.999])
def test_a_plan_cut_off_is_refused_or_still_whole(pdf: bytes, kept: float) -> None:
    cut = pdf[: int(len(pdf) * kept)]
    try:
        found = attachment(cut, NAME, LIMIT)
    except InputError as error:
        assert [one.code for one in error.problems] == ["pdf.damaged"]
    else:
        assert found is None or json.loads(found) == carried(pdf)
