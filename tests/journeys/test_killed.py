"""Killed at any instant, nothing that was promised is lost and nothing half stands under a final name.

Some kills of each kind run always; `make endurance` runs many more: `KILLS` of them, spread over the kinds,
from `SEED` on.
"""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from merchant_guard.domain.errors import InputError
from merchant_guard.services.import_shop import import_shop
from merchant_guard.services.restore import Secret, staged
from merchant_guard.services.staging import forget_interrupted
from merchant_guard.services.workspace import open_workspace
from merchant_guard.storage.connection import connect
from merchant_guard.storage.copies import Copies
from merchant_guard.storage.data_folder import STORE_NAME
from merchant_guard.storage.keys import store_key
from tests.support.labour import PASSWORD, QUESTION, TODAY, WORK, opened_check, sample
from tests.support.shops import read_shop

ROOT = Path(__file__).parents[2]
OLD_STORE = ROOT / "tests/storage/fixtures/version-6"
KILLS = max(int(os.environ.get("KILLS", "0")) // len(WORK), 3)
LONGEST_WAIT = 0.03
"""Seconds after a promise; a piece of work takes about as long."""
STARTING = 0.6
"""Seconds that starting takes, opening the store included."""


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with a shop, to be copied."""
    folder = tmp_path_factory.mktemp("filled") / "data"
    with open_workspace(folder) as workspace:
        import_shop(workspace, sample(), TODAY)
    return folder


def killed_at_work(work: str, folder: Path, other: Path, chance: random.Random) -> int:
    """Have somebody work and kill them at a random instant; returns the last promise they made."""
    command = [sys.executable, "-m", "tests.support.labour", work, str(folder), str(other)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        wanted = 0 if work == "migrating" else chance.randint(0, 4)
        promises = [int(process.stdout.readline()) for _ in range(wanted)]
        # The one sleep there is in the tests: the instant of a kill has to be some instant.
        time.sleep(chance.uniform(0, LONGEST_WAIT if promises else STARTING))
        process.send_signal(signal.SIGKILL)
        promises += [int(line) for line in process.stdout.read().split()]
    assert process.returncode in (-signal.SIGKILL, 0), work
    return max(promises, default=0)


def answers_are_there(folder: Path, _other: Path, promised: int) -> None:
    with open_workspace(folder) as workspace:
        note = opened_check(workspace).interview.answers[QUESTION].note
    assert promised == 0 or int(note) >= promised


def shops_are_there(folder: Path, _other: Path, promised: int) -> None:
    with open_workspace(folder) as workspace:
        names = {shop.name for shop in workspace.shops.list()}
        whole = [len(workspace.checks.list(shop.id)) for shop in workspace.shops.list()]
    assert names >= {f"店{number}" for number in range(1, promised + 1)}
    assert len(set(whole)) == 1


def files_are_there(folder: Path, _other: Path, promised: int) -> None:
    with open_workspace(folder) as workspace:
        known = {one.name: one for one in workspace.attachments.list()}
        for number in range(1, promised + 1):
            about, data = workspace.attachments.load(known[f"{number}.png"].id)
            assert len(data) == about.size


def export_is_whole(_folder: Path, other: Path, promised: int) -> None:
    assert promised == 0 or (other / "shop.json").exists()
    for file in other.glob("*.json"):
        assert read_shop(file).shop == sample().shop


def backup_is_whole(folder: Path, other: Path, promised: int) -> None:
    assert promised == 0 or list(other.glob("*.mgbak"))
    for file in other.glob("*.mgbak"):
        with staged(folder, file, Secret(here=store_key(folder))) as backup:
            assert backup.shops == (sample().shop.name,)


def copies_are_whole(folder: Path, _other: Path, promised: int) -> None:
    copies = Copies(folder, store_key(folder))
    assert len(copies.list()) >= min(promised, 1)
    assert all(copies.is_sound(copy.path) for copy in copies.list())


def one_store_is_there(folder: Path, _other: Path, _promised: int) -> None:
    forget_interrupted(folder)
    with open_workspace(folder) as workspace:
        assert [shop.name for shop in workspace.shops.list()] == [sample().shop.name]
    assert not list(folder.glob("restoring-*"))


def a_key_opens_it(folder: Path, _other: Path, promised: int) -> None:
    """The last way that was promised, or the one that was being taken."""
    for password in (None, *(PASSWORD.format(number=number) for number in (promised, promised + 1))):
        try:
            store_key(folder, password)
        except InputError:
            continue
        return
    pytest.fail("no way opens the store")


def the_old_store_is_whole(folder: Path, other: Path, _promised: int) -> None:
    untouched = Path(shutil.copytree(OLD_STORE, other / "untouched"))
    assert everything_of(folder) == everything_of(untouched)


def everything_of(folder: Path) -> list[object]:
    with open_workspace(folder) as workspace:
        rows = workspace.database.rows
        tables = ("shop", "self_check", "answer", "plan_progress", "register_value")
        return [rows(f"SELECT count(*) FROM {table}") for table in tables]  # noqa: S608 (our own names)


THERE: dict[str, Callable[[Path, Path, int], None]] = {
    "answering": answers_are_there,
    "importing": shops_are_there,
    "keeping files": files_are_there,
    "exporting": export_is_whole,
    "backing up": backup_is_whole,
    "copying": copies_are_whole,
    "restoring": one_store_is_there,
    "changing the password": a_key_opens_it,
    "migrating": the_old_store_is_whole,
}


def rounds() -> Iterator[tuple[str, int]]:
    seed = int(os.environ.get("SEED", "0"))
    for work in WORK:
        for number in range(KILLS):
            yield work, seed + number


@pytest.mark.skipif(os.name != "posix", reason="there is no SIGKILL here")
@pytest.mark.parametrize(("work", "seed"), list(rounds()))
def test_killed_at_any_instant_nothing_promised_is_lost(
    work: str, seed: int, filled: Path, tmp_path: Path
) -> None:
    folder, other = tmp_path / "data", tmp_path / "other"
    shutil.copytree(OLD_STORE if work == "migrating" else filled, folder)
    other.mkdir()
    promised = killed_at_work(work, folder, other, random.Random(f"{work} {seed}"))  # noqa: S311
    THERE[work](folder, other, promised)
    if work != "changing the password":
        key = store_key(folder)
        connection = connect(folder / STORE_NAME, key, "ro")
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        connection.close()
