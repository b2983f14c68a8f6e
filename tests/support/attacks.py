"""What somebody might put before each door: the bytes, and the code of the one sentence that is told."""

import io
import json
import struct
import zipfile
import zlib
from collections.abc import Mapping
from functools import cache
from typing import Any

from pypdf import PdfWriter

from tests.support import evidence_files
from tests.support.workbooks import SHEET, changed, members, packed, workbook

MIB = 1024 * 1024
SMALLEST = {"format": "merchant-guard/self-check", "version": 1, "shop": {"name": "小店"}, "answers": {}}
Attacks = Mapping[str, tuple[bytes, str]]


def answers(**parts: Any) -> bytes:
    """An answer file with these parts."""
    return json.dumps(SMALLEST | parts).encode()


def nested(depth: int) -> dict[str, Any]:
    """Earlier checks, one in another."""
    held: dict[str, Any] = {}
    for _ in range(depth):
        held = {"previous": held}
    return held


def _words(count: int) -> dict[str, Any]:
    long = {"zh": "x" * 500, "en": "x" * 1000}
    ticks = {f"t{number}": long for number in range(100)}
    question = {"group": "a", "title": long, "ticks": ticks}
    return {"questions": {f"gone.q{number}": question for number in range(count)}}


@cache
def on_answers() -> Attacks:
    """Answer files, as JSON."""
    entry = {"id": "a" * 16, "register": "staff", "entered_at": "2026-11-30T09:15:00+08:00", "written": {}}
    settled = {"duty": "a.b", "due": "2026-11-30", "on": "2026-11-30", "written_at": entry["entered_at"]}
    return {
        "nothing": (b"", "json.not_json"),
        "half a file": (answers()[:-9], "json.not_json"),
        "UTF-16": (answers().decode().encode("utf-16"), "json.not_utf8"),
        "a byte that is no text": (answers(details={"a": 1})[:-4] + b'"\xff"}}', "json.not_utf8"),
        "brackets without end": (b"[" * 500_000, "json.too_deep"),
        "years without end": (answers(**nested(60)), "json.too_deep"),
        "a number without end": (answers()[:-1] + b', "x": ' + b"9" * 5000 + b"}", "json.not_a_number"),
        "a number that is none": (answers()[:-1] + b', "x": NaN}', "json.not_a_number"),
        "a key twice": (answers()[:-1] + b', "version": 1}', "json.repeated_key"),
        "a list": (b"[]", "answer_file.other_format"),
        "another program's": (b'{"format": "x"}', "answer_file.other_format"),
        "of a later version": (answers(version=2), "answer_file.newer"),
        "a word for answers": (answers(answers="yes"), "answer_file.not_object"),
        "a shop of a number": (answers(shop=7), "answer_file.not_object"),
        "half a character": (answers(shop={"name": "\ud800"}), "answer_file.strange_character"),
        "a bell": (answers(shop={"name": "\a"}), "answer_file.strange_character"),
        "an id that leads elsewhere": (
            answers(registers={"entries": [{**entry, "id": "../../etc/passwd"}]}),
            "answer_file.not_an_entry_id",
        ),
        "left out without a reason": (
            answers(registers={"settled": [{**settled, "outcome": "skipped"}]}),
            "answer_file.missing",
        ),
        "words without end": (answers(wording=_words(30)), "answer_file.too_long"),
        "nine million bytes": (answers() + b" " * 9_000_000, "file.too_big"),
    }


# --- archives -----------------------------------------------------------------------------------------


def stored(parts: Mapping[str, bytes], packing: int = zipfile.ZIP_STORED) -> bytes:
    """An archive of these members."""
    return packed(parts, packing)


def with_flag(data: bytes, flag: int) -> bytes:
    """The same archive, with a flag set in all that is said of its members."""
    whole = bytearray(data)
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = whole.find(mark)
        while place >= 0:
            whole[place + at] |= flag
            place = whole.find(mark, place + 4)
    return bytes(whole)


def directory_changed(data: bytes, at: int, value: bytes) -> bytes:
    """The same archive, with other words about its first member in its directory."""
    whole = bytearray(data)
    place = whole.find(b"PK\x01\x02") + at
    whole[place : place + len(value)] = value
    return bytes(whole)


def with_large_directory(data: bytes) -> bytes:
    """The same archive, whose counts are said to stand in a record for more than 65,535 members."""
    end = data.rfind(b"PK\x05\x06")
    start = data.find(b"PK\x01\x02")
    far = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, 1 << 40, 1 << 40, end - start, start)
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, end, 1)
    return data[:end] + far + locator + data[end:]


def overlapping(name: str) -> bytes:
    """An archive whose thousand members all lie in the same place."""
    one = stored({name: answers() + b" " * 100_000})
    start, end = one.find(b"PK\x01\x02"), one.rfind(b"PK\x05\x06")
    about = one[start:end]
    many = b"".join(about.replace(name.encode(), f"{number:0{len(name)}}".encode()) for number in range(1000))
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 1001, 1001, len(about + many), start, 0)
    return one[:start] + about + many + tail


def many_members(count: int) -> bytes:
    """An archive of so many empty members."""
    return stored({str(number): b"" for number in range(count)})


@cache
def on_zips() -> Attacks:
    """Zips, as `export FILE.zip` would write them."""
    name = "self-check.json"
    good = stored({name: answers()})
    twice = good.replace(b"x", b"x")
    whole = io.BytesIO(twice)
    with zipfile.ZipFile(whole, "a") as archive:
        archive.writestr("self-check.jsom", answers())
    twice = whole.getvalue().replace(b"self-check.jsom", name.encode())
    return {
        "a text": (b"hello", "shop_zip.not_one"),
        "nothing": (b"", "shop_zip.not_one"),
        "only its beginning": (b"PK\x03\x04", "shop_zip.damaged"),
        "cut off": (good[:-10], "shop_zip.damaged"),
        "something after its end": (good + b"x" * 30, "shop_zip.damaged"),
        "without answers": (stored({"x.json": answers()}), "shop_zip.not_one"),
        "answers in a folder above": (stored({"../self-check.json": answers()}), "shop_zip.not_one"),
        "a zip in a zip": (stored({name: good}), "json.not_utf8"),
        "a bomb": (stored({name: b" " * 100 * MIB}, zipfile.ZIP_DEFLATED), "shop_zip.packed"),
        "a bomb that says it is none": (
            directory_changed(stored({name: answers() + b" " * MIB}, zipfile.ZIP_DEFLATED), 10, b"\0\0"),
            "shop_zip.damaged",
        ),
        "a password": (with_flag(good, 1), "shop_zip.locked"),
        "a name twice": (twice, "shop_zip.damaged"),
        "members over one another": (overlapping(name), "shop_zip.damaged"),
        "a member before the beginning": (
            directory_changed(good, 42, b"\xff\xff\xff\xff"),
            "shop_zip.damaged",
        ),
        "a member larger than the file": (
            directory_changed(good, 20, b"\xff\xff\xff\x7f" * 2),
            "shop_zip.damaged",
        ),
        "a wrong checksum": (directory_changed(good, 16, b"\0\0\0\0"), "shop_zip.damaged"),
        "counts that stand elsewhere": (with_large_directory(good), "shop_zip.too_big"),
        "twelve thousand members": (many_members(12_000), "shop_zip.too_big"),
        "answers of nine million bytes": (stored({name: b" " * 9_000_000}), "file.too_big"),
        "brackets without end": (stored({name: b"[" * 500_000}), "json.too_deep"),
        "another program's": (stored({name: b"{}"}), "answer_file.other_format"),
        "a file under a wrong id": (
            stored({name: answers(files=[{"id": "../x"}])}),
            "answer_file.missing",
        ),
    }


@cache
def on_backups() -> Attacks:
    """Backups, all without the key of any store."""
    good = stored({"manifest.json": b"{}", "manifest.seal": b"0" * 64})
    return {
        "a text": (b"hello", "backup.not_one"),
        "nothing": (b"", "backup.not_one"),
        "only its beginning": (b"PK\x03\x04", "backup.damaged"),
        "another zip": (stored({"x": b"x"}), "backup.not_one"),
        "cut off": (good[:-10], "backup.damaged"),
        "a manifest of nothing": (good, "backup.not_one"),
        "a bomb": (stored({"manifest.json": b" " * 100 * MIB}, zipfile.ZIP_DEFLATED), "backup.damaged"),
        "a password": (with_flag(good, 1), "backup.damaged"),
        "a member before the beginning": (directory_changed(good, 42, b"\xff\xff\xff\xff"), "backup.damaged"),
        "counts that stand elsewhere": (with_large_directory(good), "backup.too_big"),
        "members without end": (many_members(20_001), "backup.too_big"),
        "brackets without end": (
            stored({"manifest.json": b"[" * 500_000, "manifest.seal": b"0" * 64}),
            "json.too_deep",
        ),
    }


# --- lists of people ----------------------------------------------------------------------------------


@cache
def on_pasted() -> Mapping[str, tuple[str, str]]:
    """Texts on the clipboard."""
    return {
        "nothing": (" \n\t", "names.empty"),
        "half a character": ("张三\ud800", "names.not_utf8"),
        "six million bytes": ("长" * 2 * MIB, "file.too_big"),
        "rows without end": ("张三\t客服\n" * 2001, "names.too_many_rows"),
        "lines without end": ("张三\n" * 2001, "names.too_many_rows"),
        "columns without end": ("姓名\t" + "x\t" * 60 + "x\n张三", "names.too_many_columns"),
        "a cell without end": ('姓名\t"' + "长" * 200_000 + '"', "names.too_much"),
        "nobody": ("1\t2\n3\t4", "names.nobody"),
    }


def _far_corner(sheet: bytes) -> bytes:
    return sheet.replace(
        b"</sheetData>", b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    )


def _laughing(sheet: bytes) -> bytes:
    head = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>'
    return head + sheet.split(b"?>", 1)[1]


@cache
def on_workbooks() -> Attacks:
    """Spreadsheets."""
    good = workbook((("姓名", "岗位"), ("张三", "客服")))
    parts = members(good)
    bomb = {**parts, "xl/worksheets/sheet2.xml": b"<a>" + b" " * 17 * MIB + b"</a>"}
    return {
        "nothing": (b"", "names.empty"),
        "cut off": (good[:-20], "names.damaged"),
        "another archive": (stored({"x": b"x"}), "names.not_a_list"),
        "an old format": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "names.old_format"),
        "a web page": (b"<html><table></table></html>", "names.old_format"),
        "a password": (with_flag(good, 1), "names.locked"),
        "a bomb": (packed(bomb), "names.too_much"),
        "members without end": (packed({**parts, **{f"x{n}": b"" for n in range(2001)}}), "names.too_much"),
        "a cell in the far corner": (changed(good, SHEET, _far_corner), "names.too_much"),
        "entities": (changed(good, SHEET, _laughing), "names.damaged"),
        "pixels": (evidence_files.PNG, "names.not_a_list"),
    }


# --- photos and PDFs ----------------------------------------------------------------------------------


def huge_png(width: int, height: int) -> bytes:
    """A whole PNG of a few bytes that would be so many pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    pixels = zlib.compress(bytes(1000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


@cache
def on_evidence() -> Attacks:
    """Photos and PDFs as proof."""
    return {
        "nothing": (b"", "evidence.empty"),
        "a script": (b"#!/bin/sh\nrm -rf ~", "evidence.other_type"),
        "a drawing with a script": (b"<svg><script>alert(1)</script></svg>", "evidence.other_type"),
        "a program": (b"MZ" + bytes(100), "evidence.other_type"),
        "an archive": (stored({"x": b"x"}), "evidence.other_type"),
        "HEIC": (evidence_files.heic(), "evidence.heic"),
        "a photo cut off": (evidence_files.JPEG[:-40], "evidence.cut_off"),
        "a picture cut off": (evidence_files.PNG[:-10], "evidence.cut_off"),
        "a picture of nothing": (huge_png(0, 5), "evidence.cut_off"),
        "pixels without end": (huge_png(60_000, 60_000), "evidence.too_many_pixels"),
        "more pixels than there are": (huge_png(0xFFFFFFFF, 0xFFFFFFFF), "evidence.too_many_pixels"),
        "twenty-one million bytes": (evidence_files.JPEG + bytes(21 * MIB), "evidence.too_big"),
        "a PDF of nothing": (b"%PDF-1.7\n", "evidence.pdf_unreadable"),
        "a PDF with a password": (evidence_files.pdf(password="x"), "evidence.pdf_unreadable"),
    }


def pdf_with(name: str, data: bytes) -> bytes:
    """A PDF that carries a file."""
    writer, whole = PdfWriter(), io.BytesIO()
    writer.add_blank_page(200, 100)
    writer.add_attachment(name, data)
    writer.compress_identical_objects()
    for one in writer._objects:
        if hasattr(one, "flate_encode") and len(getattr(one, "_data", b"")) > MIB:
            writer._objects[writer._objects.index(one)] = one.flate_encode()
    writer.write(whole)
    return whole.getvalue()


@cache
def on_plans() -> Attacks:
    """PDFs dropped where last year's plan belongs."""
    return {
        "a PDF of nothing": (b"%PDF-1.7\n", "pdf.damaged"),
        "a password": (evidence_files.pdf(password="x"), "pdf.encrypted"),
        "without answers": (evidence_files.pdf(), "plan_answers.none"),
        "another file in it": (pdf_with("x.json", b"{}"), "plan_answers.none"),
        "answers of nothing": (pdf_with("answers.json", b"{}"), "plan_answers.damaged"),
        "brackets without end": (pdf_with("answers.json", b"[" * 100_000), "plan_answers.damaged"),
        "of a later version": (pdf_with("answers.json", b'{"version": 2}'), "plan_answers.newer"),
        "half a million bytes": (pdf_with("answers.json", b" " * 500_000), "pdf.damaged"),
        "a bomb": (pdf_with("answers.json", b" " * 300 * MIB), "pdf.damaged"),
        "more than a plan": (evidence_files.pdf() + bytes(2 * MIB), "file.too_big"),
    }
