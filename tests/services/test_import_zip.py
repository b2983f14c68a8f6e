"""A shop in a zip: everything goes out and comes in again, and what was changed on the way stays out."""

import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings

from merchant_guard.domain.answers import Answer, SelfCheck
from merchant_guard.domain.errors import InputError, SystemProblemError
from merchant_guard.domain.question import Choice
from merchant_guard.domain.shop import Shop
from merchant_guard.exchange.answer_file import AnswerFile, read_answer_file, write_answer_file
from merchant_guard.services.export_shop import export_shop, export_zip
from merchant_guard.services.import_zip import ImportedZip, import_zip, read_zip
from merchant_guard.services.workspace import Workspace, open_workspace
from tests.support.disks import no_file_larger_than
from tests.support.evidence_files import WEBP, pdf
from tests.support.kept_shops import POOL, TODAY, KeptShop, kept_shops
from tests.support.real_content import bank
from tests.support.stores import contents, refused

QUESTION = "access.visitors"
JPEG_ID, PNG_ID = "a" * 26, "b" * 26


def shop_with(*references: str, name: str = "小店") -> KeptShop:
    check = SelfCheck(TODAY, {QUESTION: Answer(Choice.YES, evidence=references)}, profile={})
    file = AnswerFile(Shop(name), check, duties_since=TODAY)
    return KeptShop(file, {id_: POOL[id_] for id_ in references if id_ in POOL})


def take(workspace: Workspace, path: Path) -> ImportedZip:
    with read_zip(path, workspace.bank, TODAY) as opened:
        return import_zip(workspace, opened, TODAY)


def zip_of(kept: KeptShop, folder: Path) -> Path:
    """The zip a store writes that holds this shop."""
    with open_workspace(folder / "first") as workspace:
        export_zip(workspace, kept.take_in(workspace), folder / "shop.zip")
    return folder / "shop.zip"


@settings(max_examples=12)  # each opens two stores, and waits for the disk
@given(kept=kept_shops())
def test_nothing_is_lost_from_file_to_store_to_zip_to_another_store(
    kept: KeptShop, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("zip")
    with open_workspace(folder / "first") as first:
        shop_id = kept.take_in(first)
        export_shop(first, shop_id, folder / "first.json")
        out = export_zip(first, shop_id, folder / "first.zip")
        assert (out.files, out.missing) == (len(kept.files), 0)
    in_file = read_answer_file((folder / "first.json").read_bytes(), bank())
    in_order = tuple(evidence for evidence, _ in kept.files.values())
    assert in_file == kept.file
    with open_workspace(folder / "second") as second:
        with read_zip(folder / "first.zip", second.bank, TODAY) as opened:
            assert opened.file == replace(kept.file, files=in_order)
            taken = import_zip(second, opened, TODAY)
        assert (taken.files, taken.missing, taken.extra) == (len(kept.files), 0, 0)
        for evidence, data in kept.files.values():
            assert second.attachments.load(evidence.id) == (evidence, data)
        export_zip(second, taken.shop.shop_id, folder / "second.zip")
        again = take(second, folder / "second.zip")
        assert again.shop.shop_id == taken.shop.shop_id
        export_zip(second, taken.shop.shop_id, folder / "third.zip")
    first_bytes = (folder / "first.zip").read_bytes()
    assert (folder / "second.zip").read_bytes() == first_bytes
    assert (folder / "third.zip").read_bytes() == first_bytes


def test_a_zip_opens_anywhere_and_holds_the_files_as_they_came(tmp_path: Path) -> None:
    path = zip_of(shop_with(JPEG_ID, PNG_ID), tmp_path)
    with zipfile.ZipFile(path) as archive:
        names = ["self-check.json", f"files/{JPEG_ID}.jpg", f"files/{PNG_ID}.png"]
        assert archive.namelist() == names
        assert archive.testzip() is None
        assert {one.compress_type for one in archive.infolist()} == {zipfile.ZIP_STORED}
        assert archive.read(names[1]) == POOL[JPEG_ID][1]
        assert json.loads(archive.read(names[0]))["files"][0]["name"] == "子账号名单.jpg"
    assert path.stat().st_mode & 0o077 == 0


def test_the_answers_of_a_zip_are_an_answer_file_by_themselves(tmp_path: Path) -> None:
    path = zip_of(shop_with(JPEG_ID), tmp_path)
    with zipfile.ZipFile(path) as archive:
        file = read_answer_file(archive.read("self-check.json"), bank())
    assert [one.id for one in file.files] == [JPEG_ID]


def test_files_of_another_shop_stay_where_they_are(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "both") as workspace:
        shop_with(JPEG_ID, name="另一家").take_in(workspace)
        shop_id = shop_with(PNG_ID).take_in(workspace)
        assert export_zip(workspace, shop_id, tmp_path / "one.zip").files == 1
    with zipfile.ZipFile(tmp_path / "one.zip") as archive:
        assert archive.namelist() == ["self-check.json", f"files/{PNG_ID}.png"]


@pytest.mark.parametrize("loss", ["gone", "damaged"])
def test_a_file_that_the_store_has_lost_is_counted_and_still_told_of(loss: str, tmp_path: Path) -> None:
    with open_workspace(tmp_path / "first") as workspace:
        shop_id = shop_with(JPEG_ID, PNG_ID).take_in(workspace)
        sealed = workspace.attachments.place_of(JPEG_ID)
        sealed.unlink() if loss == "gone" else sealed.write_bytes(b"MGSEALED")
        out = export_zip(workspace, shop_id, tmp_path / "shop.zip")
        assert (out.files, out.missing) == (1, 1)
    with open_workspace(tmp_path / "second") as other:
        taken = take(other, tmp_path / "shop.zip")
        assert (taken.files, taken.missing, taken.extra) == (1, 1, 0)
        with refused("evidence.elsewhere", InputError):
            other.attachments.load(JPEG_ID)


def test_a_file_whose_bytes_were_lost_here_is_whole_again(tmp_path: Path) -> None:
    kept = shop_with(JPEG_ID)
    path = zip_of(kept, tmp_path)
    with open_workspace(tmp_path / "first") as workspace:
        workspace.attachments.place_of(JPEG_ID).write_bytes(b"damaged")
        take(workspace, path)
        assert workspace.attachments.load(JPEG_ID) == POOL[JPEG_ID]


Members = dict[str, bytes]
Change = Callable[[Members], None]


def changed(path: Path, change: Change) -> Path:
    """The same archive with other members."""
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    change(members)
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def told(index: int = 0, **values: object) -> Change:
    """Another word about a file in the answers."""

    def change(members: Members) -> None:
        plain = json.loads(members["self-check.json"])
        plain["files"][index] |= values
        members["self-check.json"] = json.dumps(plain).encode()

    return change


def swapped(members: Members) -> None:
    members[f"files/{JPEG_ID}.jpg"] = POOL[JPEG_ID][1][:-1] + b"\0"


def another_kind(members: Members) -> None:
    """Bytes that fit what is told, which are of another kind than is told."""
    members[f"files/{JPEG_ID}.jpg"] = WEBP
    told(sha256=sha256(WEBP).hexdigest(), size=len(WEBP))(members)


def a_script(members: Members) -> None:
    data = b"#!/bin/sh\nrm -rf ~\n"
    members[f"files/{JPEG_ID}.jpg"] = data
    told(sha256=sha256(data).hexdigest(), size=len(data))(members)


def a_locked_pdf(members: Members) -> None:
    data = pdf(password="x")
    members.pop(f"files/{JPEG_ID}.jpg")
    members[f"files/{JPEG_ID}.pdf"] = data
    told(kind="application/pdf", sha256=sha256(data).hexdigest(), size=len(data))(members)


CHANGES: dict[str, tuple[Change, str]] = {
    "other bytes": (swapped, "shop_zip.file_changed"),
    "another sum": (told(sha256="0" * 64), "shop_zip.file_changed"),
    "another size": (told(size=7), "shop_zip.file_changed"),
    "bytes of another kind": (another_kind, "shop_zip.file_changed"),
    "a script as a photo": (a_script, "evidence.other_type"),
    "a PDF with a password": (a_locked_pdf, "evidence.pdf_unreadable"),
    "an id that leads elsewhere": (told(id="../../../etc/passwd"), "answer_file.not_a_kept_file"),
    "a sum that is none": (told(sha256="x"), "answer_file.not_a_kept_file"),
    "a size beyond all": (told(size=1 << 40), "answer_file.out_of_range"),
    "an id twice": (told(1, id=JPEG_ID), "answer_file.twice"),
    "a moment that never was": (told(kept_at="2026-02-30T01:15:00+00:00"), "answer_file.not_a_moment"),
    "no answers": (lambda members: members.pop("self-check.json") and None, "shop_zip.not_one"),
    "answers that are none": (lambda members: members.update({"self-check.json": b"{"}), "json.not_json"),
}


@pytest.mark.parametrize("what", CHANGES)
def test_what_was_changed_is_refused_and_nothing_is_taken_in(what: str, tmp_path: Path) -> None:
    change, code = CHANGES[what]
    path = changed(zip_of(shop_with(JPEG_ID, PNG_ID), tmp_path), change)
    with open_workspace(tmp_path / "second") as workspace:
        before = contents(tmp_path / "second")
        with refused(code, InputError):
            take(workspace, path)
        assert workspace.shops.list() == workspace.attachments.list() == ()
        assert contents(tmp_path / "second") == before


def test_what_nothing_tells_of_is_counted_and_stays_out(tmp_path: Path) -> None:
    def more(members: Members) -> None:
        members[f"files/{'q' * 26}.png"] = POOL[PNG_ID][1]
        members["../../evil.sh"] = b"rm -rf ~"
        members["files/inner.zip"] = (tmp_path / "shop.zip").read_bytes()

    path = changed(zip_of(shop_with(JPEG_ID), tmp_path), more)
    with open_workspace(tmp_path / "data" / "second") as workspace:
        taken = take(workspace, path)
        assert (taken.files, taken.missing, taken.extra) == (1, 0, 3)
    assert not list(tmp_path.rglob("evil.sh"))
    assert [one.name for one in (tmp_path / "data/second/attachments").iterdir()] == [f"{JPEG_ID}.sealed"]


def test_another_file_under_an_id_that_is_here_is_refused(tmp_path: Path) -> None:
    path = zip_of(shop_with(JPEG_ID, PNG_ID), tmp_path)
    with open_workspace(tmp_path / "second") as workspace:
        other = replace(POOL[PNG_ID][0], id=PNG_ID, sha256=sha256(WEBP).hexdigest(), size=len(WEBP))
        workspace.attachments.save(other, WEBP)
        with refused("shop_zip.other_file", InputError):
            take(workspace, path)
        assert workspace.attachments.list() == (other,)
        assert workspace.shops.list() == ()


def test_when_the_shop_cannot_be_saved_its_files_are_gone_again(tmp_path: Path) -> None:
    def backwards(members: Members) -> None:
        plain = json.loads(members["self-check.json"])
        plain["previous"] = {"checked_on": "2026-11-30", "answers": {}, "plan": {}}
        plain["checked_on"] = "2026-11-29"
        members["self-check.json"] = json.dumps(plain).encode()

    path = changed(zip_of(shop_with(JPEG_ID), tmp_path), backwards)
    with open_workspace(tmp_path / "second") as workspace:
        with refused("import.not_in_order", InputError):
            take(workspace, path)
        assert workspace.attachments.list() == ()
        assert not list((tmp_path / "second/attachments").iterdir())


def test_when_the_disk_is_full_there_is_no_half_zip(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "first") as workspace:
        shop_id = shop_with(JPEG_ID).take_in(workspace)
        with refused("write.other", SystemProblemError), no_file_larger_than(500):
            export_zip(workspace, shop_id, tmp_path / "out" / "shop.zip")
    assert not list((tmp_path / "out").iterdir())


def test_days_to_come_are_refused_in_a_zip_as_in_a_file(tmp_path: Path) -> None:
    path = zip_of(shop_with(JPEG_ID), tmp_path)
    with (
        refused("answer_file.day_to_come", InputError),
        read_zip(path, bank(), TODAY.replace(day=1)),
    ):
        pass


def test_answers_and_files_are_not_mixed_up_by_evidence_that_waits(tmp_path: Path) -> None:
    file = shop_with(JPEG_ID).file
    check = replace(file.check, waiting={QUESTION: (PNG_ID,)})
    with refused("answer_file.answered", InputError):
        read_answer_file(write_answer_file(file.shop, check), bank())
