"""Keeping proof: taken in, shown, taken out and put back; what cannot be kept is told and leaves nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from merchant_guard.domain.answers import Answer, SelfCheck
from merchant_guard.domain.errors import InputError, MerchantGuardError, SystemProblemError
from merchant_guard.domain.evidence import MOST_EVIDENCE, MediaType, Subject
from merchant_guard.domain.question import Choice
from merchant_guard.domain.shop import Shop
from merchant_guard.localization.sentences import sentence
from merchant_guard.services.export_shop import export_shop
from merchant_guard.services.import_shop import import_shop
from merchant_guard.services.keep_check import open_latest
from merchant_guard.services.keep_evidence import EvidenceKeeper, KeptFile, Pasted, page_of, pages_of
from merchant_guard.services.read_answers import read_answers
from merchant_guard.services.workspace import Workspace
from tests.support.evidence_files import JPEG, MOMENT, PNG, evidence, heic, pdf, picture

LOCK, DOOR = Subject("question", "access.lock"), Subject("plan_item", "access.door")


@contextmanager
def refused(code: str, kind: type[MerchantGuardError] = InputError) -> Iterator[None]:
    with pytest.raises(kind) as caught:
        yield
    (problem,) = caught.value.problems
    assert problem.code == code
    assert sentence("zh", problem.code, problem.params)


@pytest.fixture
def keeper(workspace: Workspace) -> EvidenceKeeper:
    return EvidenceKeeper(workspace)


@pytest.fixture
def check_id(workspace: Workspace) -> int:
    return workspace.checks.save(workspace.shops.save(Shop("小店")), SelfCheck(), bank_version="1")


def files(workspace: Workspace) -> list[Path]:
    """What lies in `attachments/`."""
    place = Path(workspace.database.rows("PRAGMA database_list")[0][2]).parent / "attachments"
    return list(place.iterdir()) if place.exists() else []


@pytest.mark.parametrize("subject", [LOCK, DOOR])
def test_a_file_is_kept_and_given_back_as_it_came(
    subject: Subject, keeper: EvidenceKeeper, check_id: int, tmp_path: Path
) -> None:
    place = tmp_path / "子账号名单.jpg"
    place.write_bytes(JPEG)
    kept = keeper.add(check_id, subject, place, (), MOMENT)
    place.unlink()
    assert (kept.name, kept.media_type, kept.size) == ("子账号名单.jpg", MediaType.JPEG, len(JPEG))
    assert keeper.read(kept.id).data == JPEG
    assert keeper.read(kept.id).evidence == kept
    assert keeper.workspace.checks.load_evidence(check_id, subject) == (kept.id,)


def test_what_was_pasted_is_kept_under_the_name_it_is_given(keeper: EvidenceKeeper, check_id: int) -> None:
    kept = keeper.add(check_id, LOCK, Pasted("粘贴的图片.png", PNG), (), MOMENT)
    assert (kept.name, keeper.read(kept.id).data) == ("粘贴的图片.png", PNG)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (heic(), "evidence.heic"),
        (b"", "evidence.empty"),
        (JPEG[:-2], "evidence.cut_off"),
        (b"%PDF-1.7\n", "evidence.pdf_unreadable"),
        (pdf()[:-200], "evidence.pdf_unreadable"),
        (pdf(password="1234"), "evidence.pdf_unreadable"),
        (pdf(pages=0), "evidence.pdf_unreadable"),
    ],
)
def test_what_cannot_be_kept_is_told_and_leaves_nothing(
    data: bytes, code: str, keeper: EvidenceKeeper, check_id: int, workspace: Workspace
) -> None:
    with refused(code):
        keeper.add(check_id, LOCK, Pasted("照片", data), (), MOMENT)
    assert files(workspace) == []
    assert workspace.attachments.list() == ()


def test_the_same_file_beside_itself_is_kept_once(
    keeper: EvidenceKeeper, check_id: int, workspace: Workspace
) -> None:
    kept = keeper.add(check_id, LOCK, Pasted("a.jpg", JPEG), (), MOMENT)
    assert keeper.add(check_id, LOCK, Pasted("b.jpg", JPEG), (kept.id,), MOMENT) == kept
    assert workspace.checks.load_evidence(check_id, LOCK) == (kept.id,)
    assert len(files(workspace)) == 1


def test_there_is_room_for_so_many_files_and_no_more(keeper: EvidenceKeeper, check_id: int) -> None:
    full = tuple(f"{number}.jpg" for number in range(MOST_EVIDENCE))
    keeper.add(check_id, LOCK, Pasted("a.jpg", JPEG), full[1:], MOMENT)
    with refused("evidence.too_many"):
        keeper.add(check_id, LOCK, Pasted("a.jpg", JPEG), full, MOMENT)


def test_a_self_check_that_is_gone_keeps_no_file(keeper: EvidenceKeeper, workspace: Workspace) -> None:
    with refused("store.no_self_check"):
        keeper.add(77, LOCK, Pasted("a.jpg", JPEG), (), MOMENT)
    assert files(workspace) == []


def test_what_is_taken_out_is_gone_and_can_be_put_back(
    keeper: EvidenceKeeper, check_id: int, workspace: Workspace
) -> None:
    kept = keeper.add(check_id, LOCK, Pasted("a.jpg", JPEG), (), MOMENT)
    workspace.checks.save_evidence(check_id, LOCK, ())
    taken = keeper.take_out(kept.id)
    assert files(workspace) == []
    assert taken is not None
    keeper.put_back(taken)
    assert keeper.read(kept.id) == taken


def test_what_proves_something_else_too_is_not_taken_out(
    keeper: EvidenceKeeper, check_id: int, workspace: Workspace
) -> None:
    kept = keeper.add(check_id, LOCK, Pasted("a.jpg", JPEG), (), MOMENT)
    workspace.checks.add_evidence(check_id, DOOR, kept.id)
    workspace.checks.save_evidence(check_id, LOCK, ())
    assert keeper.take_out(kept.id) is None
    assert keeper.read(kept.id).data == JPEG


def test_what_is_damaged_can_be_taken_out(
    keeper: EvidenceKeeper, check_id: int, workspace: Workspace
) -> None:
    kept = keeper.add(check_id, LOCK, Pasted("a.jpg", JPEG), (), MOMENT)
    files(workspace)[0].write_bytes(b"")
    with refused("attachment.damaged", SystemProblemError):
        keeper.read(kept.id)
    workspace.checks.save_evidence(check_id, LOCK, ())
    assert keeper.take_out(kept.id) is None
    assert (files(workspace), workspace.attachments.list()) == ([], ())


def test_what_nothing_refers_to_goes_after_a_day(
    keeper: EvidenceKeeper, check_id: int, workspace: Workspace
) -> None:
    used = keeper.add(check_id, LOCK, Pasted("a.jpg", JPEG), (), MOMENT)
    keeper.add(check_id, DOOR, Pasted("b.png", PNG), (), MOMENT)
    workspace.checks.save_evidence(check_id, DOOR, ())
    keeper.forget_unused(MOMENT + timedelta(hours=23))
    assert len(files(workspace)) == 2
    keeper.forget_unused(MOMENT + timedelta(hours=25))
    assert workspace.attachments.list() == (used,)
    assert len(files(workspace)) == 1


@pytest.mark.parametrize(("data", "pages"), [(JPEG, 1), (picture("WEBP"), 1), (pdf(3), 3)])
def test_pages_are_counted(data: bytes, pages: int, keeper: EvidenceKeeper, check_id: int) -> None:
    kept = keeper.add(check_id, LOCK, Pasted("a", data), (), MOMENT)
    assert pages_of(keeper.read(kept.id)) == pages


def test_a_page_of_a_pdf_is_drawn_as_wide_as_asked(keeper: EvidenceKeeper, check_id: int) -> None:
    kept = keeper.add(check_id, LOCK, Pasted("a.pdf", pdf(2)), (), MOMENT)
    drawn = page_of(keeper.read(kept.id), 1, 300)
    assert (drawn.width, drawn.height) == (300, 150)


def test_an_exported_shop_taken_in_again_leads_to_its_files(workspace: Workspace, tmp_path: Path) -> None:
    today = MOMENT.date()
    check = SelfCheck(checked_on=today, answers={"access.own-accounts": Answer(Choice.YES)})
    shop_id = workspace.shops.save(Shop("小店"))
    check_id = workspace.checks.save(shop_id, check, bank_version="1")
    about = Subject("question", "access.own-accounts")
    kept = EvidenceKeeper(workspace).add(check_id, about, Pasted("a.jpg", JPEG), (), MOMENT)
    export_shop(workspace, shop_id, tmp_path / "shop.json")
    import_shop(workspace, read_answers(tmp_path / "shop.json", workspace.bank, today), today)
    opened = open_latest(workspace)
    assert opened is not None
    assert opened.evidence_of(about) == (kept.id,)
    assert EvidenceKeeper(workspace).read(kept.id).data == JPEG


def test_evidence_for_a_question_without_an_answer_waits_for_it_over_a_restart(
    workspace: Workspace, check_id: int
) -> None:
    about = Subject("question", "access.own-accounts")
    kept = EvidenceKeeper(workspace).add(check_id, about, Pasted("a.jpg", JPEG), (), MOMENT)
    opened = open_latest(workspace)
    assert opened is not None
    assert (opened.evidence_of(about), opened.kept) == ((kept.id,), {kept.id: kept})
    answered = opened.with_answer(about.id, Answer(Choice.NO))
    assert answered.interview.answers[about.id] == Answer(Choice.NO, evidence=(kept.id,))
    assert answered.waiting == {}


def test_a_kept_pdf_that_cannot_be_drawn_is_told_to_be_damaged() -> None:
    data = pdf()[:60]
    kept = KeptFile(evidence(data, "协议.pdf", MediaType.PDF), data)
    for look in (lambda: page_of(kept, 0, 100), lambda: pages_of(kept)):
        with refused("attachment.damaged", SystemProblemError):
            look()
