"""A copy of kept proof for others: without place and time, while what is kept stays byte for byte."""

from hashlib import sha256
from pathlib import Path

import pytest

from merchant_guard.domain.answers import SelfCheck
from merchant_guard.domain.errors import InputError, MerchantGuardError, SystemProblemError
from merchant_guard.domain.evidence import Evidence, MediaType, Subject
from merchant_guard.domain.shop import Shop
from merchant_guard.services.keep_evidence import EvidenceKeeper, Pasted
from merchant_guard.services.workspace import Workspace
from tests.support.evidence_files import JPEG, MOMENT, evidence, pdf, photo_with_place

SUBJECT = Subject("question", "access.lock")


@pytest.fixture
def keeper(workspace: Workspace) -> EvidenceKeeper:
    return EvidenceKeeper(workspace)


def keep(keeper: EvidenceKeeper, name: str, data: bytes) -> Evidence:
    shops, checks = keeper.workspace.shops, keeper.workspace.checks
    check_id = checks.save(shops.save(Shop("小店")), SelfCheck(), bank_version="1")
    return keeper.add(check_id, SUBJECT, Pasted(name, data), (), MOMENT)


def test_a_photo_leaves_without_place_and_time_and_stays_as_it_came(keeper: EvidenceKeeper) -> None:
    data = photo_with_place()
    assert b"2026:11:30" in data
    kept = keep(keeper, "IMG_20261130_091500.jpg", data)
    copy = keeper.copy_to_give(kept.id)
    assert (copy.name, copy.is_stripped) == ("IMG.jpg", True)
    assert b"Exif" not in copy.data and b"2026:11:30" not in copy.data
    again = keeper.read(kept.id)
    assert again.data == data
    assert sha256(again.data).hexdigest() == kept.sha256 == sha256(data).hexdigest()


def test_a_pdf_leaves_as_it_is_under_its_own_name(keeper: EvidenceKeeper) -> None:
    kept = keep(keeper, "协议 2026-11-30.pdf", pdf(2))
    copy = keeper.copy_to_give(kept.id)
    assert (copy.name, copy.data, copy.is_stripped) == ("协议 2026-11-30.pdf", pdf(2), False)


def test_a_picture_nobody_can_decode_is_told(keeper: EvidenceKeeper) -> None:
    broken = JPEG[: len(JPEG) // 2] + b"\xff\xd9"
    about = evidence(broken)
    keeper.workspace.attachments.save(about, broken)
    with pytest.raises(SystemProblemError) as caught:
        keeper.copy_to_give(about.id)
    assert [one.code for one in caught.value.problems] == ["attachment.damaged"]


@pytest.mark.parametrize("reference", ["照片.jpg", "a" * 26])
def test_what_does_not_lie_here_is_told(keeper: EvidenceKeeper, reference: str) -> None:
    with pytest.raises(InputError):
        keeper.copy_to_give(reference)


def test_what_was_damaged_on_the_disk_is_told(keeper: EvidenceKeeper, tmp_path: Path) -> None:
    kept = keep(keeper, "a.jpg", JPEG)
    (place,) = (tmp_path / "data" / "attachments").iterdir()
    place.write_bytes(b"")
    with pytest.raises(MerchantGuardError) as caught:
        keeper.copy_to_give(kept.id)
    assert caught.value.problems[0].code == "attachment.damaged"
    assert kept.media_type is MediaType.JPEG
