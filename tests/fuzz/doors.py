"""Every door that files and pastes from outside come through: real samples to begin with, and a way in.

A way in may only refuse with an InputError; whatever else comes out of it is a fault.
"""

import io
import json
import random
import tempfile
import warnings
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from pypdf import PdfWriter

from merchant_guard.domain.answers import Answer, SelfCheck
from merchant_guard.domain.errors import InputError, SystemProblemError
from merchant_guard.domain.evidence import Evidence, MediaType
from merchant_guard.domain.question import Choice
from merchant_guard.domain.question_bank import QuestionBank
from merchant_guard.domain.registers.book import Book
from merchant_guard.domain.shop import Shop
from merchant_guard.exchange.answer_file import read_answer_file
from merchant_guard.exchange.answer_writer import write_answer_file
from merchant_guard.exchange.backup_file import STORE, manifest_text, open_backup, write_backup
from merchant_guard.exchange.evidence_file import checked_evidence
from merchant_guard.exchange.name_list import read_name_bytes, read_name_text
from merchant_guard.exchange.plan_answers import read_plan_answers
from merchant_guard.exchange.shop_zip import open_shop_zip, write_shop_zip
from merchant_guard.localization.sentences import lines
from merchant_guard.services.keep_evidence import KeptFile, page_of, pages_of, refuse_unreadable
from merchant_guard.services.take_in import read_plan
from merchant_guard.storage.key_record import lock_from
from merchant_guard.storage.outgoing_copy import UnreadablePictureError, outgoing_copy
from tests.fuzz.mutations import Mutate, changed_json, changed_zip
from tests.support import evidence_files
from tests.support.books import book, entry
from tests.support.real_content import bank
from tests.support.shops import SAMPLES, full_shop
from tests.support.workbooks import workbook
from tests.support.year_books import year_book

TODAY = date(2026, 11, 30)
MOMENT = datetime(2026, 11, 30, 9, 15, tzinfo=UTC)
Change = Callable[[bytes, random.Random, Mutate], bytes]


class Door(NamedTuple):
    """A door: what begins, what goes in, and how a change keeps its shape."""

    seeds: Callable[[], Iterable[bytes]]
    enter: Callable[[bytes], object]
    change: Change


def _bytes_changed(data: bytes, _chance: random.Random, mutate: Mutate) -> bytes:
    return mutate(data)


def _json_changed(data: bytes, chance: random.Random, mutate: Mutate) -> bytes:
    return changed_json(data, chance) if chance.random() < 0.8 else mutate(data)


def _zip_changed(data: bytes, chance: random.Random, mutate: Mutate) -> bytes:
    return changed_zip(data, chance, mutate) if chance.random() < 0.8 else mutate(data)


# --- answer files -------------------------------------------------------------------------------------


@cache
def _bank() -> QuestionBank:
    return bank()


def _answer_files() -> Iterable[bytes]:
    file = full_shop()
    yield write_answer_file(file.shop, file.check, _bank())
    yield from (sample.read_bytes() for sample in SAMPLES)
    small = b'{"format": "merchant-guard/self-check", "version": 1, "shop": {"name": "x"}, "answers": {}}'
    yield small
    yield write_answer_file(
        file.shop,
        file.check.previous or file.check,
        _bank(),
        _registers(),
        TODAY,
    )


def _registers() -> Book:
    day, people = date(2026, 3, 2), zip("甲乙丙", "abc", strict=True)
    staff = book([entry("staff", day, {"name": name}, letter * 16) for name, letter in people])
    return year_book(staff, TODAY, with_incident=True)


def _enter_answers(data: bytes) -> None:
    read = read_answer_file(data, _bank())
    held = (read.shop, read.check, _bank(), read.book, read.duties_since)
    again = read_answer_file(write_answer_file(*held, files=read.files), _bank())
    assert again.shop == read.shop
    assert again.check == read.check
    assert again.book == read.book


# --- archives -----------------------------------------------------------------------------------------

PICTURES = (
    (MediaType.JPEG, evidence_files.JPEG),
    (MediaType.PNG, evidence_files.PNG),
    (MediaType.WEBP, evidence_files.WEBP),
    (MediaType.PDF, evidence_files.pdf()),
)


def _shop_zips() -> Iterable[bytes]:
    files = [
        (Evidence(letter * 26, kind, f"{letter}.x", sha256(data).hexdigest(), len(data), MOMENT), data)
        for letter, (kind, data) in zip("abcd", PICTURES, strict=True)
    ]
    answer = Answer(Choice.YES, evidence=tuple(one.id for one, _ in files))
    check = SelfCheck(TODAY, {"access.visitors": answer})
    for count in (4, 1, 0):
        whole = io.BytesIO()
        answers = write_answer_file(Shop("店"), check, files=[one for one, _ in files[:count]])
        write_shop_zip(whole, answers, files[:count])
        yield whole.getvalue()


def _enter_zip(data: bytes) -> None:
    with _as_file(data) as path, open_shop_zip(path, _bank()) as opened:
        for evidence in opened.there:
            refuse_unreadable(opened.read(evidence))


def _backups() -> Iterable[bytes]:
    with tempfile.TemporaryDirectory() as place:
        store, sealed = Path(place, "store.db"), Path(place, "sealed")
        store.write_bytes(bytes(range(256)) * 8)
        sealed.write_bytes(b"MGSEALED\x01" + bytes(40))
        members = {STORE: store, f"attachments/{'a' * 26}.sealed": sealed}
        for lock in (
            None,
            {"salt": "00", "memory": 65536, "passes": 3, "lanes": 1, "nonce": "00", "wrapped": "00"},
        ):
            manifest = manifest_text(
                made_at=MOMENT, app="1", schema=8, check="0" * 16, lock=lock, members=members
            )
            whole = io.BytesIO()
            write_backup(whole, manifest, "0" * 64, members)
            yield whole.getvalue()


def _enter_backup(data: bytes) -> None:
    with _as_file(data) as path, open_backup(path) as reader:
        for name in reader.manifest.members:
            reader.take_out(name, io.BytesIO())
        if reader.manifest.lock is not None:
            try:
                lock_from(dict(reader.manifest.lock))
            except (KeyError, TypeError, ValueError):
                return


# --- lists of people ----------------------------------------------------------------------------------

ROWS = (
    ("姓名", "岗位", "入职日期", "身份证号"),
    ("张三", "客服", "2024-03-01", "11010519491231002X"),
    ("李四", "打包", date(2025, 5, 6), ""),
)


def _pasted() -> Iterable[bytes]:
    yield "姓名\t岗位\t入职\n张三\t客服\t2024-03-01\n李四\t打包\t2025/5/6\n".encode()
    yield "#接龙\n1. 张三 客服\n2. 李四 打包 13800000000\n".encode()
    yield "张三、李四、王五".encode()
    yield '姓名,岗位\n"张,三",客服\n李四,"打\n包"\n'.encode()
    yield "1、张三 2024年3月1日入职 客服 2、李四".encode()


def _enter_pasted(data: bytes) -> None:
    read_name_text(data.decode("utf-8", "surrogateescape"))
    read_name_bytes(data, ".txt")


def _workbooks() -> Iterable[bytes]:
    yield workbook(ROWS)
    yield workbook([], ROWS, hidden=[0])
    yield workbook([["张三"], ["李四"]])


def _enter_workbook(data: bytes) -> None:
    read_name_bytes(data, ".xlsx")


# --- photos and PDFs ----------------------------------------------------------------------------------


def _pictures() -> Iterable[bytes]:
    yield from (data for kind, data in PICTURES if kind.is_picture)
    yield evidence_files.photo_with_place()
    yield evidence_files.held_upright()
    yield evidence_files.heic()


def _enter_picture(data: bytes) -> None:
    file = checked_evidence(data, "照片.jpg")
    if not file.media_type.is_picture:
        return
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            outgoing_copy(file.data, file.media_type)
        except UnreadablePictureError:
            return


def _pdfs() -> Iterable[bytes]:
    yield evidence_files.pdf()
    yield evidence_files.pdf(pages=3)
    yield evidence_files.pdf(password="x")


def _enter_pdf(data: bytes) -> None:
    file = checked_evidence(data, "协议.pdf")
    if file.media_type is not MediaType.PDF:
        return
    refuse_unreadable(file)
    about = Evidence("a" * 26, MediaType.PDF, "协议.pdf", "0" * 64, len(data), MOMENT)
    kept = KeptFile(about, data)
    try:
        page_of(kept, pages_of(kept) - 1, 40)
    except SystemProblemError as error:
        assert error.problems[0].code == "attachment.damaged"


def _plans() -> Iterable[bytes]:
    """PDFs as this app saves them, small enough to be changed quickly."""
    for answers in _plan_answers():
        writer, whole = PdfWriter(), io.BytesIO()
        writer.add_blank_page(200, 100)
        writer.add_attachment("answers.json", answers)
        writer.write(whole)
        yield whole.getvalue()


def _enter_plan(data: bytes) -> None:
    read_plan(data, _bank(), TODAY)


def _plan_answers() -> Iterable[bytes]:
    plain = {
        "format": "merchant-guard/plan-answers",
        "version": 1,
        "bank_version": "2026.1",
        "checked_on": "2025-11-20",
        "profile": {"team": 3, "computer": True},
        "answers": {"access.visitors": {"choice": "partly", "done": []}, "gone.long-ago": {"choice": "yes"}},
    }
    yield json.dumps(plain).encode()


def _enter_plan_answers(data: bytes) -> None:
    read_plan_answers(data, _bank())


class _as_file:  # noqa: N801 (a context like those of the standard library)
    """Bytes as a file, for as long as they are looked at."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def __enter__(self) -> Path:
        self._file = tempfile.NamedTemporaryFile()
        self._file.write(self._data)
        self._file.flush()
        return Path(self._file.name)

    def __exit__(self, *_error: object) -> None:
        self._file.close()


DOORS = {
    "answers": Door(_answer_files, _enter_answers, _json_changed),
    "zip": Door(_shop_zips, _enter_zip, _zip_changed),
    "backup": Door(_backups, _enter_backup, _zip_changed),
    "pasted": Door(_pasted, _enter_pasted, _bytes_changed),
    "workbook": Door(_workbooks, _enter_workbook, _zip_changed),
    "picture": Door(_pictures, _enter_picture, _bytes_changed),
    "pdf": Door(_pdfs, _enter_pdf, _bytes_changed),
    "plan": Door(_plans, _enter_plan, _bytes_changed),
    "plan_answers": Door(_plan_answers, _enter_plan_answers, _json_changed),
}


def knock(name: str, data: bytes) -> bool:
    """Bring data to a door; whether it was let in. A refusal has a sentence that can be printed."""
    try:
        DOORS[name].enter(data)
    except InputError as error:
        for language in ("zh", "en"):
            for line in lines(language, [(one.code, one.params) for one in error.problems]):
                assert line.isprintable(), error.problems[0].code
                line.encode("utf-8")
        return False
    return True
