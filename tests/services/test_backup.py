"""Backups: everything goes in and comes out, with password, card or the key here; nothing else opens them."""

import json
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest

from merchant_guard.domain.errors import InputError
from merchant_guard.domain.evidence import Evidence, MediaType
from merchant_guard.domain.shop import Shop
from merchant_guard.exchange.backup_file import MOST_MEMBERS
from merchant_guard.services.back_up import back_up
from merchant_guard.services.recover import groups_of
from merchant_guard.services.restore import Secret, put_back, staged
from merchant_guard.services.staging import forget_interrupted
from merchant_guard.services.workspace import Workspace, open_workspace
from merchant_guard.storage.attachment_store import new_evidence_id
from merchant_guard.storage.data_folder import KEY_NAME, STORE_NAME
from merchant_guard.storage.keys import StoreKey
from tests.support.stores import contents, refused

PASSWORD = "备份的密码 2026"
MOMENT = datetime(2026, 11, 22, 10, 15, 30, tzinfo=UTC)
PROOF = b"\x89PNG a file kept as proof"


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A data folder with a shop and a file in it."""
    with open_workspace(tmp_path / "here") as workspace:
        workspace.shops.save(Shop("小店"))
        keep_file(workspace, "照片.png")
    return tmp_path / "here"


def keep_file(workspace: Workspace, name: str) -> str:
    evidence = Evidence(new_evidence_id(), MediaType.PNG, name, sha256(PROOF).hexdigest(), len(PROOF), MOMENT)
    workspace.attachments.save(evidence, PROOF)
    return evidence.id


def backup_of(folder: Path, to: Path, password: str | None = PASSWORD, days: int = 0) -> Path:
    with open_workspace(folder) as workspace:
        return back_up(workspace, to, MOMENT + timedelta(days=days), password).path


def card_of(folder: Path) -> str:
    with open_workspace(folder) as workspace:
        return " ".join(groups_of(workspace))


def key_of(folder: Path) -> StoreKey:
    with open_workspace(folder) as workspace:
        return workspace.database.key


def restore(folder: Path, file: Path, secret: Secret, password: str | None = None) -> Path | None:
    with staged(folder, file, secret) as backup:
        return put_back(folder, backup, MOMENT, secret.here, password)


def shop_names(folder: Path, password: str | None = None) -> list[str]:
    with open_workspace(folder, password) as workspace:
        return [shop.name for shop in workspace.shops.list()]


def files(folder: Path, password: str | None = None) -> dict[str, bytes]:
    with open_workspace(folder, password) as workspace:
        every = workspace.attachments.list()
        return {one.name: workspace.attachments.load(one.id)[1] for one in every}


# --- making -------------------------------------------------------------------------------------------


def test_a_backup_is_one_file_and_says_nothing_of_what_is_in_it(here: Path, tmp_path: Path) -> None:
    made = backup_of(here, tmp_path / "usb")
    assert [path.name for path in (tmp_path / "usb").iterdir()] == ["MerchantGuard-2026-11-22.mgbak"]
    data = made.read_bytes()
    for secret in ("小店", "照片.png", PASSWORD):
        assert secret.encode() not in data
    assert PROOF not in data
    assert key_of(here).raw not in data
    assert key_of(here).raw.hex().encode() not in data
    assert made.stat().st_mode & 0o077 == 0


def test_what_was_only_in_the_journal_goes_in_and_nothing_is_left_beside_the_store(
    here: Path, tmp_path: Path
) -> None:
    with open_workspace(here) as workspace:
        workspace.shops.save(Shop("又一家"))
        made = back_up(workspace, tmp_path, MOMENT, PASSWORD).path
    assert list((here / "backups").iterdir()) == []
    restore(tmp_path / "there", made, Secret(password=PASSWORD))
    assert sorted(shop_names(tmp_path / "there")) == ["又一家", "小店"]


def test_the_same_day_again_takes_the_place_of_the_first(here: Path, tmp_path: Path) -> None:
    first = backup_of(here, tmp_path).read_bytes()
    assert backup_of(here, tmp_path).read_bytes() != first


def test_a_file_that_is_missing_is_counted(here: Path, tmp_path: Path) -> None:
    next((here / "attachments").iterdir()).unlink()
    with open_workspace(here) as workspace:
        made = back_up(workspace, tmp_path, MOMENT, PASSWORD)
    assert (made.files, made.missing) == (0, 1)
    restore(tmp_path / "there", made.path, Secret(password=PASSWORD))
    assert shop_names(tmp_path / "there") == ["小店"]


def test_a_short_password_makes_no_backup(here: Path, tmp_path: Path) -> None:
    with refused("store.password_short", InputError):
        backup_of(here, tmp_path / "usb", "short")
    assert not (tmp_path / "usb").exists()


# --- putting back -------------------------------------------------------------------------------------


@pytest.mark.parametrize("password_here", [None, "别的密码别的密码"])
def test_another_computer_with_the_password(here: Path, tmp_path: Path, password_here: str | None) -> None:
    made = backup_of(here, tmp_path)
    restore(tmp_path / "there", made, Secret(password=PASSWORD), password_here)
    assert shop_names(tmp_path / "there", password_here) == ["小店"]
    assert files(tmp_path / "there", password_here) == {"照片.png": PROOF}


@pytest.mark.parametrize("password", [None, PASSWORD])
def test_a_stolen_laptop_with_a_backup_and_the_card(here: Path, tmp_path: Path, password: str | None) -> None:
    made, card = backup_of(here, tmp_path, password), card_of(here)
    restore(tmp_path / "there", made, Secret(card=card))
    assert shop_names(tmp_path / "there") == ["小店"]
    assert files(tmp_path / "there") == {"照片.png": PROOF}
    # The key of the stolen laptop opens nothing here.
    assert key_of(tmp_path / "there") != key_of(here)


def test_here_it_opens_with_the_key_that_is_here(here: Path, tmp_path: Path) -> None:
    made = backup_of(here, tmp_path, None)
    with open_workspace(here) as workspace:
        workspace.shops.save(Shop("又一家"))
        keep_file(workspace, "后来的.png")
    aside = restore(here, made, Secret(here=key_of(here)))
    assert shop_names(here) == ["小店"]
    assert files(here) == {"照片.png": PROOF}
    assert aside is not None
    assert aside.parent == here / "backups"


def test_a_backup_of_another_shop_goes_under_the_key_that_is_here(here: Path, tmp_path: Path) -> None:
    made = backup_of(here, tmp_path)
    with open_workspace(tmp_path / "there") as workspace:
        workspace.shops.save(Shop("别家"))
    key = key_of(tmp_path / "there")
    restore(tmp_path / "there", made, Secret(password=PASSWORD, here=key))
    assert key_of(tmp_path / "there") == key
    assert shop_names(tmp_path / "there") == ["小店"]
    assert files(tmp_path / "there") == {"照片.png": PROOF}


def test_a_store_whose_key_is_gone_comes_back_and_the_old_one_is_kept(here: Path, tmp_path: Path) -> None:
    made = backup_of(here, tmp_path)
    (here / KEY_NAME).write_bytes(b"damaged")
    restore(here, made, Secret(password=PASSWORD))
    assert shop_names(here) == ["小店"]
    kept = sorted(path.suffix for path in (here / "backups").iterdir())
    assert kept == [".db", ".key"]


def test_it_is_looked_at_first_and_leaves_nothing_when_nobody_wants_it(here: Path, tmp_path: Path) -> None:
    made = backup_of(here, tmp_path)
    before = contents(here)
    with staged(here, made, Secret(password=PASSWORD)) as backup:
        assert backup.shops == ("小店",)
        assert backup.made_at == MOMENT
        assert backup.last_change == MOMENT
    assert contents(here) == before


def test_what_a_killed_restoring_left_is_removed(here: Path) -> None:
    (here / "restoring-00ff00ff").mkdir()
    (here / "restoring-00ff00ff" / STORE_NAME).write_bytes(b"half")
    forget_interrupted(here)
    assert not list(here.glob("restoring-*"))


# --- what does not open -------------------------------------------------------------------------------


def refused_untouched(folder: Path, file: Path, secret: Secret, code: str) -> None:
    before = contents(folder)
    with refused(code, InputError), staged(folder, file, secret):
        pass
    assert contents(folder) == before


def test_wrong_and_missing_secrets_are_told_apart(here: Path, tmp_path: Path) -> None:
    locked = backup_of(here, tmp_path / "1")
    bare = backup_of(here, tmp_path / "2", None)
    other = tmp_path / "other"
    with open_workspace(other):
        pass
    refused_untouched(other, locked, Secret(), "backup.password_needed")
    refused_untouched(other, locked, Secret(password="not the password"), "backup.password_wrong")
    refused_untouched(other, bare, Secret(password=PASSWORD), "backup.card_needed")
    refused_untouched(other, bare, Secret(card=card_of(other)), "card.other_data")
    refused_untouched(other, bare, Secret(card="123"), "card.length")
    refused_untouched(other, bare, Secret(here=key_of(other)), "backup.card_needed")


Change = Callable[[dict[str, bytes]], None]


def changed(file: Path, change: Change) -> Path:
    """The same archive with other members."""
    with zipfile.ZipFile(file) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    change(members)
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return file


def in_manifest(**values: object) -> Change:
    def change(members: dict[str, bytes]) -> None:
        plain = json.loads(members["manifest.json"])
        members["manifest.json"] = json.dumps({**plain, **values}).encode()

    return change


def swap(members: dict[str, bytes]) -> None:
    members["store.db"] = members["store.db"][:-1] + bytes([members["store.db"][-1] ^ 1])


CHANGES: dict[str, tuple[Change, str]] = {
    "a byte of the store": (swap, "backup.damaged"),
    "no store": (lambda members: members.pop("store.db") and None, "backup.damaged"),
    "no manifest": (lambda members: members.pop("manifest.json") and None, "backup.not_one"),
    "no seal": (lambda members: members.pop("manifest.seal") and None, "backup.damaged"),
    "another seal": (lambda members: members.update({"manifest.seal": b"0" * 64}), "backup.damaged"),
    "another moment": (in_manifest(made_at="2030-01-01T00:00:00+00:00"), "backup.damaged"),
    "no moment": (in_manifest(made_at="soon"), "backup.damaged"),
    "a later version": (in_manifest(version=2), "backup.newer"),
    "another format": (in_manifest(format="zip"), "backup.not_one"),
    "a list of members": (in_manifest(members=[]), "backup.damaged"),
    "a lock that costs a day": (in_manifest(lock={"memory": 1 << 40}), "backup.damaged"),
    "a file more": (lambda members: members.update({"../../evil": b"x"}), "backup.damaged"),
    "not JSON": (lambda members: members.update({"manifest.json": b"{"}), "json.not_json"),
    "depth": (lambda members: members.update({"manifest.json": b"[" * 5000}), "json.too_deep"),
}


@pytest.mark.parametrize("what", CHANGES)
def test_what_was_changed_is_refused(what: str, here: Path, tmp_path: Path) -> None:
    change, code = CHANGES[what]
    file = changed(backup_of(here, tmp_path), change)
    refused_untouched(here, file, Secret(password=PASSWORD), code)


@pytest.mark.parametrize("name", ["../../evil", "/etc/passwd", "attachments/../../x.sealed", "Store.db"])
def test_no_name_in_a_manifest_becomes_a_place(name: str, here: Path, tmp_path: Path) -> None:
    def change(members: dict[str, bytes]) -> None:
        plain = json.loads(members["manifest.json"])
        plain["members"][name] = {"size": 1, "sha256": sha256(b"x").hexdigest()}
        members["manifest.json"] = json.dumps(plain).encode()
        members[name] = b"x"

    file = changed(backup_of(here, tmp_path / "usb"), change)
    refused_untouched(here, file, Secret(password=PASSWORD), "backup.damaged")


@pytest.mark.parametrize("at", [0.1, 0.5, 0.9, 0.999])
def test_what_is_cut_off_is_refused(at: float, here: Path, tmp_path: Path) -> None:
    file = backup_of(here, tmp_path / "usb")
    data = file.read_bytes()
    file.write_bytes(data[: int(len(data) * at)])
    refused_untouched(here, file, Secret(password=PASSWORD), "backup.damaged")


@pytest.mark.parametrize("data", [b"", b"PK", b"%PDF-1.7", b"\0" * 1000])
def test_another_file_is_told_to_be_no_backup(data: bytes, here: Path, tmp_path: Path) -> None:
    file = tmp_path / "other.mgbak"
    file.write_bytes(data)
    refused_untouched(here, file, Secret(password=PASSWORD), "backup.not_one")


def test_a_bomb_of_members_is_refused_before_it_is_read(here: Path, tmp_path: Path) -> None:
    whole = BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for number in range(MOST_MEMBERS + 1):
            archive.writestr(str(number), b"")
    file = tmp_path / "bomb.mgbak"
    file.write_bytes(whole.getvalue())
    refused_untouched(here, file, Secret(password=PASSWORD), "backup.too_big")


def test_what_is_packed_is_refused(here: Path, tmp_path: Path) -> None:
    file = tmp_path / "packed.mgbak"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("manifest.json", b"{}" + b" " * 100_000)
    refused_untouched(here, file, Secret(password=PASSWORD), "backup.damaged")
