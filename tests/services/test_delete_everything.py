"""Deleting everything: nothing of ours is left anywhere, and what must stay stands before it."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from merchant_guard.domain.errors import InputError
from merchant_guard.domain.evidence import Evidence, MediaType
from merchant_guard.services import delete_everything as deleting
from merchant_guard.services.back_up import back_up
from merchant_guard.services.due_file import note_what_is_due
from merchant_guard.services.import_shop import import_shop
from merchant_guard.services.keep_book import BookKeeper
from merchant_guard.services.keep_check import open_latest
from merchant_guard.services.load_content import load_content
from merchant_guard.services.read_answers import read_answers
from merchant_guard.services.set_reminders import Here
from merchant_guard.services.workspace import Workspace, open_workspace
from merchant_guard.storage.attachment_store import new_evidence_id
from merchant_guard.storage.copies import Copies
from merchant_guard.storage.wiping import MARK, finish_interrupted, wipe
from merchant_guard.system import resources
from merchant_guard.system.installation import Installation, InstallationKind
from merchant_guard.system.settings import Settings, save_settings
from tests.support.books import entry
from tests.support.keyrings import TestKeyring, keyring
from tests.support.recorded_systems import Recorded
from tests.support.stores import contents, refused

__all__ = ["keyring"]

TODAY = date(2026, 11, 30)
NOW = datetime(2026, 11, 30, 9, tzinfo=UTC)


@pytest.fixture
def here(tmp_path: Path) -> Here:
    """A computer without any scheduler of ours."""
    return Here("other", {}, tmp_path / "home", Recorded(), Installation(InstallationKind.SOURCE, ("mg",)))


def use_for_a_year(folder: Path) -> None:
    """Leave everything in the data folder that the app ever writes there."""
    with open_workspace(folder) as workspace:
        file = read_answers(resources.path("samples/01-clothes-shop.json"), load_content(), TODAY)
        import_shop(workspace, file, TODAY)
        about = Evidence(new_evidence_id(), MediaType.PDF, "合同.pdf", "0" * 64, 4, NOW)
        workspace.attachments.save(about, b"%PDF")
        note_what_is_due(workspace, TODAY)
        save_settings(folder, Settings())
        Copies(folder, workspace.database.key).keep_day(TODAY)
    (folder / "to-send").mkdir()
    (folder / "to-send" / "sheet.pdf").write_bytes(b"%PDF")
    (folder / "settings.damaged.json").write_text("{")


@pytest.fixture
def used(tmp_path: Path, keyring: TestKeyring) -> Path:
    use_for_a_year(tmp_path / "data")
    return tmp_path / "data"


def delete(folder: Path, here: Here) -> deleting.Left:
    workspace: Workspace
    with open_workspace(folder) as workspace:
        return deleting.delete_everything(workspace, TODAY, here)


def test_nothing_is_left_not_even_the_folder_or_the_key(used: Path, here: Here, keyring: TestKeyring) -> None:
    assert len(keyring.entries) == 1
    assert delete(used, here) == deleting.Left((), has_reminders=False)
    assert not used.exists()
    assert keyring.entries == {}


def test_what_somebody_else_put_there_stays(used: Path, here: Here) -> None:
    (used / "进货单.xlsx").write_bytes(b"mine")
    delete(used, here)
    assert contents(used) == {"进货单.xlsx": b"mine"}


def test_backups_elsewhere_stay_and_still_open(used: Path, here: Here, tmp_path: Path) -> None:
    with open_workspace(used) as workspace:
        made = back_up(workspace, tmp_path / "usb", NOW, "备份的密码 2026")
    delete(used, here)
    assert made.path.exists()


def test_a_legal_hold_stands_before_it(used: Path, here: Here) -> None:
    with open_workspace(used) as workspace:
        check = open_latest(workspace)
        assert check is not None
        leak = entry("incidents", TODAY, {"noticed_on": TODAY, "kind": "lost_device"}, "incidentincident")
        BookKeeper(workspace, check.shop_id).save([leak])
        assert deleting.before_deleting(workspace, TODAY).holds
    before = contents(used)
    with refused("delete.on_hold", InputError):
        delete(used, here)
    assert contents(used) == before


def test_what_must_still_be_kept_is_listed_first(used: Path) -> None:
    with open_workspace(used) as workspace:
        told = deleting.before_deleting(workspace, TODAY)
        check = open_latest(workspace)
        assert check is not None
        assert told.kept == check.kept_records(TODAY)


def test_what_was_interrupted_goes_on_at_the_next_start(used: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def killed(_place: Path) -> bool:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr("merchant_guard.storage.wiping._is_gone", killed)
        with pytest.raises(KeyboardInterrupt):
            wipe(used)
    assert (used / MARK).exists()
    finish_interrupted(used)
    assert not used.exists()


def test_a_folder_that_is_not_there_is_no_problem(tmp_path: Path) -> None:
    assert wipe(tmp_path / "nowhere") == ()
    finish_interrupted(tmp_path / "nowhere")
    assert not (tmp_path / "nowhere").exists()
