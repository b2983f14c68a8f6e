"""Files kept as proof: given back byte by byte, told when missing or damaged, gone when deleted."""

import os
import stat
from datetime import timedelta
from pathlib import Path

import pytest

from merchant_guard.domain.answers import SelfCheck
from merchant_guard.domain.errors import InputError
from merchant_guard.domain.evidence import Evidence, MediaType, Subject
from merchant_guard.domain.shop import Shop
from merchant_guard.storage.attachment_store import ATTACHMENTS_NAME, AttachmentStore, new_evidence_id
from merchant_guard.storage.database import Database, open_database
from merchant_guard.storage.self_check_store import SelfCheckStore
from merchant_guard.storage.shop_store import ShopStore
from tests.support.disks import no_file_larger_than
from tests.support.evidence_files import JPEG, MOMENT, PNG, evidence, pdf
from tests.support.stores import refused

PHOTO, SCREENSHOT = evidence(JPEG), evidence(PNG, "截图.png", MediaType.PNG)


@pytest.fixture
def attachments(database: Database, folder: Path) -> AttachmentStore:
    return AttachmentStore(database, folder)


@pytest.fixture
def check_id(database: Database) -> int:
    """A self-check that files can be proof in."""
    return SelfCheckStore(database).save(
        ShopStore(database).save(Shop("小店")), SelfCheck(), bank_version="1"
    )


def sealed(folder: Path, kept: Evidence) -> Path:
    return folder / ATTACHMENTS_NAME / f"{kept.id}.sealed"


def test_a_file_is_given_back_byte_by_byte_after_the_store_was_closed(folder: Path) -> None:
    kept = [(PHOTO, JPEG), (SCREENSHOT, PNG), (evidence(pdf(3), "扫描.pdf", MediaType.PDF), pdf(3))]
    with open_database(folder) as database:
        for about, data in kept:
            AttachmentStore(database, folder).save(about, data)
    with open_database(folder) as database:
        assert [AttachmentStore(database, folder).load(about.id) for about, _ in kept] == kept
        assert set(AttachmentStore(database, folder).list()) == {about for about, _ in kept}


def test_on_the_disk_nothing_is_readable_but_by_its_owner_and_through_the_key(
    attachments: AttachmentStore, folder: Path
) -> None:
    attachments.save(PHOTO, JPEG)
    (file,) = (folder / ATTACHMENTS_NAME).iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert JPEG[:16] not in file.read_bytes()
    assert PHOTO.name.encode() not in b"".join(one.read_bytes() for one in folder.rglob("*") if one.is_file())


@pytest.mark.parametrize("damage", ["a bit", "the end", "everything", "another file", "another name"])
def test_a_damaged_or_swapped_file_is_told_and_left_as_it_is(
    damage: str, attachments: AttachmentStore, folder: Path
) -> None:
    attachments.save(PHOTO, JPEG)
    attachments.save(SCREENSHOT, PNG)
    place, other = sealed(folder, PHOTO), sealed(folder, SCREENSHOT)
    whole = place.read_bytes()
    damaged = {
        "a bit": whole[:50] + bytes([whole[50] ^ 1]) + whole[51:],
        "the end": whole[:-1],
        "everything": b"",
        "another file": other.read_bytes(),
        "another name": JPEG,
    }[damage]
    place.write_bytes(damaged)
    with refused("attachment.damaged"):
        attachments.load(PHOTO.id)
    assert place.read_bytes() == damaged
    assert attachments.load(SCREENSHOT.id) == (SCREENSHOT, PNG)


def test_a_missing_file_is_told(attachments: AttachmentStore, folder: Path) -> None:
    attachments.save(PHOTO, JPEG)
    sealed(folder, PHOTO).unlink()
    with refused("attachment.missing"):
        attachments.load(PHOTO.id)


def test_a_file_of_another_store_is_told(attachments: AttachmentStore, folder: Path, tmp_path: Path) -> None:
    attachments.save(PHOTO, JPEG)
    with open_database(tmp_path / "other") as other:
        AttachmentStore(other, tmp_path / "other").save(PHOTO, JPEG)
    sealed(tmp_path / "other", PHOTO).replace(sealed(folder, PHOTO))
    with refused("attachment.damaged"):
        attachments.load(PHOTO.id)


@pytest.mark.parametrize("reference", ["截图.png", "", "../../store", "/etc/passwd", "x" * 500])
def test_a_reference_from_outside_is_a_name_and_never_a_path(
    reference: str, attachments: AttachmentStore, folder: Path
) -> None:
    bystander = folder.parent / "store.sealed"
    bystander.write_bytes(b"somebody else's")
    with refused("evidence.only_named", InputError):
        attachments.load(reference)
    attachments.delete(reference)
    assert bystander.read_bytes() == b"somebody else's"


def test_a_file_kept_on_another_computer_is_told(attachments: AttachmentStore) -> None:
    with refused("evidence.elsewhere", InputError):
        attachments.load(new_evidence_id())


def test_where_writing_breaks_off_nothing_is_kept(attachments: AttachmentStore, folder: Path) -> None:
    large = os.urandom(1 << 21)
    with no_file_larger_than(1 << 20), refused("store.cannot_write"):
        attachments.save(evidence(large), large)
    assert attachments.list() == ()
    assert list((folder / ATTACHMENTS_NAME).iterdir()) == []
    attachments.save(PHOTO, JPEG)
    assert attachments.load(PHOTO.id) == (PHOTO, JPEG)


def test_where_a_file_has_the_name_of_the_folder_it_is_told(
    attachments: AttachmentStore, folder: Path
) -> None:
    (folder / ATTACHMENTS_NAME).write_bytes(b"")
    with refused("store.cannot_write"):
        attachments.save(PHOTO, JPEG)


def test_a_deleted_file_is_gone_and_deleting_again_is_no_problem(
    attachments: AttachmentStore, folder: Path
) -> None:
    attachments.save(PHOTO, JPEG)
    attachments.delete(PHOTO.id)
    attachments.delete(PHOTO.id)
    assert attachments.list() == ()
    assert list((folder / ATTACHMENTS_NAME).iterdir()) == []


@pytest.mark.parametrize("kind", ["question", "plan_item"])
def test_a_file_is_used_while_any_self_check_refers_to_it(
    kind: str, attachments: AttachmentStore, database: Database, check_id: int
) -> None:
    attachments.save(PHOTO, JPEG)
    assert not attachments.is_used(PHOTO.id)
    SelfCheckStore(database).add_evidence(check_id, Subject(kind, "access.lock"), PHOTO.id)
    assert attachments.is_used(PHOTO.id)
    SelfCheckStore(database).delete(check_id)
    assert not attachments.is_used(PHOTO.id)


def test_only_old_files_to_which_nothing_refers_are_unused(
    attachments: AttachmentStore, database: Database, check_id: int
) -> None:
    for about, data in ((PHOTO, JPEG), (SCREENSHOT, PNG)):
        attachments.save(about, data)
    SelfCheckStore(database).add_evidence(check_id, Subject("question", "access.lock"), PHOTO.id)
    assert attachments.unused(MOMENT) == []
    assert attachments.unused(MOMENT + timedelta(seconds=1)) == [SCREENSHOT.id]
