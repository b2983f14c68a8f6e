"""Work on a data folder that goes on until somebody kills it; each line it prints is a promise kept.

python -m tests.support.labour <work> <data folder> <other folder>
"""

import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import count
from pathlib import Path

from merchant_guard.domain.answers import Answer
from merchant_guard.domain.evidence import Subject
from merchant_guard.domain.question import Choice
from merchant_guard.exchange.answer_file import AnswerFile
from merchant_guard.services.back_up import back_up
from merchant_guard.services.export_shop import export_shop
from merchant_guard.services.import_shop import import_shop
from merchant_guard.services.keep_check import CheckKeeper, open_latest
from merchant_guard.services.keep_evidence import EvidenceKeeper, Pasted
from merchant_guard.services.load_content import load_content
from merchant_guard.services.open_check import OpenCheck
from merchant_guard.services.read_answers import read_answers
from merchant_guard.services.restore import Secret, put_back, staged
from merchant_guard.services.workspace import Workspace, open_workspace
from merchant_guard.storage.copies import Copies
from merchant_guard.storage.database import open_database
from merchant_guard.system import resources
from tests.support.evidence_files import PNG

TODAY = date(2026, 11, 30)
QUESTION = "access.own-accounts"
PASSWORD = "the password number {number}"


def sample() -> AnswerFile:
    """The shop that is worked on."""
    return read_answers(resources.path("samples/01-clothes-shop.json"), load_content(), TODAY)


def opened_check(workspace: Workspace) -> OpenCheck:
    """The check that is worked on."""
    check = open_latest(workspace)
    assert check is not None
    return check


def promise(number: int) -> None:
    """Tell that something is on the disk."""
    os.write(1, f"{number}\n".encode())


def answering(folder: Path, _other: Path) -> Iterator[None]:
    with open_workspace(folder) as workspace:
        keeper, check = CheckKeeper(workspace), opened_check(workspace)
        for number in count(1):
            check = check.with_answer(QUESTION, Answer(Choice.NO, note=str(number)))
            keeper.save_answer(check, QUESTION, datetime.now().astimezone())
            promise(number)
            yield


def importing(folder: Path, _other: Path) -> Iterator[None]:
    file = sample()
    with open_workspace(folder) as workspace:
        for number in count(1):
            import_shop(workspace, replace(file, shop=replace(file.shop, name=f"店{number}")), TODAY)
            promise(number)
            yield


def keeping_files(folder: Path, _other: Path) -> Iterator[None]:
    with open_workspace(folder) as workspace:
        keeper, check = EvidenceKeeper(workspace), opened_check(workspace)
        for number in count(1):
            # Bytes after the end of a picture belong to nobody, and make each of them another file.
            pasted = Pasted(f"{number}.png", PNG + str(number).encode())
            keeper.add(check.check_id, Subject("question", QUESTION), pasted, (), datetime.now().astimezone())
            promise(number)
            yield


def exporting(folder: Path, other: Path) -> Iterator[None]:
    with open_workspace(folder) as workspace:
        for number in count(1):
            export_shop(workspace, None, other / "shop.json")
            promise(number)
            yield


def backing_up(folder: Path, other: Path) -> Iterator[None]:
    with open_workspace(folder) as workspace:
        for number in count(1):
            back_up(workspace, other, datetime.now().astimezone())
            promise(number)
            yield


def copying(folder: Path, other: Path) -> Iterator[None]:
    with open_workspace(folder) as workspace:
        copies = Copies(folder, workspace.database.key)
        for number in count(1):
            workspace.shops.save(replace(sample().shop, name=f"店{number}"))
            copies.keep_day(TODAY + timedelta(days=number))
            promise(number)
            yield


def restoring(folder: Path, other: Path) -> Iterator[None]:
    with open_workspace(folder) as workspace:
        key = workspace.database.key
        file = back_up(workspace, other, datetime.now().astimezone()).path
    for number in count(1):
        with staged(folder, file, Secret(here=key)) as backup:
            put_back(folder, backup, datetime.now().astimezone(), key)
        promise(number)
        yield


def changing_password(folder: Path, _other: Path) -> Iterator[None]:
    with open_workspace(folder) as workspace:
        for number in count(1):
            if number % 2:
                workspace.keys.keep_under_password(PASSWORD.format(number=number))
            else:
                workspace.keys.keep_in_file()
            promise(number)
            yield


def migrating(folder: Path, _other: Path) -> Iterator[None]:
    open_database(folder).close()
    promise(1)
    yield


WORK: dict[str, Callable[[Path, Path], Iterator[None]]] = {
    "answering": answering,
    "importing": importing,
    "keeping files": keeping_files,
    "exporting": exporting,
    "backing up": backing_up,
    "copying": copying,
    "restoring": restoring,
    "changing the password": changing_password,
    "migrating": migrating,
}


if __name__ == "__main__":
    for _piece in WORK[sys.argv[1]](Path(sys.argv[2]), Path(sys.argv[3])):
        pass
