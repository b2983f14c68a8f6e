"""`import` and `export`: nothing is lost between an answer file, the store and the next answer file."""

import json
import re
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from merchant_guard.domain.shop import Shop
from merchant_guard.exchange.answer_file import AnswerFile
from merchant_guard.services.workspace import open_workspace
from tests.support.command_line import run, told
from tests.support.kept_shops import POOL
from tests.support.shops import SAMPLES, full_shop, read_shop, write_plain, write_shop

ID = re.compile("[a-z2-7]{8}")
MARKER = "标记-不能让人看见-7F3A"


def take_in(file: Path, *words: str) -> str:
    """Import a file; return the shop's id."""
    said = run("import", file, *words)
    assert (said.code, said.err) == (0, "")
    (found,) = ID.findall(said.out)
    return str(found)


def put_out(target: Path, *words: str) -> AnswerFile:
    said = run("export", target, *words)
    assert (said.code, said.err) == (0, "")
    assert str(target) in said.out
    return read_shop(target)


@pytest.mark.parametrize("sample", [None, *SAMPLES], ids=lambda path: path.stem if path else "full shop")
def test_what_was_imported_is_exported_without_loss(
    sample: Path | None, shop_file: Path, tmp_path: Path
) -> None:
    file = read_shop(sample or shop_file)
    take_in(sample or shop_file, "--date", "2026-11-21")
    made_on = file.check.checked_on or date(2026, 11, 21)
    expected = replace(file, check=replace(file.check, checked_on=made_on))
    exported = put_out(tmp_path / "out.json")
    assert replace(exported, book=file.book, duties_since=file.duties_since) == expected
    assert (exported.book.staff, exported.duties_since) == (file.shop.staff, date(2026, 11, 21))
    assert exported.book.entries.items() >= file.book.entries.items()


def test_registers_go_to_another_computer_and_back_without_loss(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shop_file: Path
) -> None:
    take_in(shop_file, "--date", "2026-11-21")
    first = put_out(tmp_path / "first.json")
    monkeypatch.setenv("MERCHANT_GUARD_HOME", str(tmp_path / "other computer"))
    take_in(tmp_path / "first.json", "--date", "2026-12-24")
    assert put_out(tmp_path / "second.json") == first
    take_in(tmp_path / "second.json", "--date", "2027-01-01")
    assert put_out(tmp_path / "third.json") == first


def test_the_registers_of_a_copied_shop_are_its_own(tmp_path: Path, shop_file: Path) -> None:
    first_shop = take_in(shop_file)
    exported = (
        json.loads((tmp_path / "one.json").read_text("utf-8")) if put_out(tmp_path / "one.json") else {}
    )
    exported["shop"]["name"] = "分店"
    (tmp_path / "two.json").write_text(json.dumps(exported), encoding="utf-8")
    second_shop = take_in(tmp_path / "two.json")
    one, two = (put_out(tmp_path / f"{shop}.json", "--shop", shop) for shop in (first_shop, second_shop))
    assert one.book.staff == two.book.staff
    assert not set(one.book.entries) & set(two.book.entries)


def test_answers_to_questions_that_do_not_apply_are_kept(tmp_path: Path) -> None:
    answer = {"choice": "partly", "note": "以前有电脑"}
    file = write_plain(
        tmp_path,
        shop={"name": "小店", "computer": False},
        answers={"access.computer-password": answer},
    )
    take_in(file)
    run("export", tmp_path / "out.json")
    assert json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["answers"] == {
        "access.computer-password": answer
    }


def test_an_exported_file_is_readable_json_that_only_its_owner_reads(tmp_path: Path, shop_file: Path) -> None:
    take_in(shop_file)
    put_out(tmp_path / "out.json")
    text = (tmp_path / "out.json").read_text(encoding="utf-8")
    assert "样样都有的店" in text and "\\u" not in text
    assert (tmp_path / "out.json").stat().st_mode & 0o077 == 0


def test_exporting_and_importing_again_changes_nothing(tmp_path: Path, shop_file: Path) -> None:
    first_id = take_in(shop_file)
    put_out(tmp_path / "one.json")
    said = run("import", tmp_path / "one.json", "--lang", "en")
    assert said.out.startswith(f"Shop “样样都有的店” ({first_id}) brought up to date. Self-checks: 3, ")
    put_out(tmp_path / "two.json")
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "two.json").read_bytes()


def test_importing_says_what_came_in(tmp_path: Path) -> None:
    answers = {"access.visitors": {"choice": "no"}}
    said = run("import", write_plain(tmp_path, answers=answers), "--lang", "en")
    assert re.fullmatch(
        r"New shop “小店” \([a-z2-7]{8}\) taken in\. Self-checks: 1, answers: 1\.\n", said.out
    )


def test_a_later_check_of_the_same_shop_stands_before_the_earlier_one(tmp_path: Path) -> None:
    take_in(write_plain(tmp_path, answers={"access.visitors": {"choice": "no"}}), "--date", "2025-11-01")
    take_in(write_plain(tmp_path, answers={"access.visitors": {"choice": "yes"}}), "--date", "2026-11-01")
    check = put_out(tmp_path / "out.json").check
    assert check.previous
    assert (check.checked_on, check.previous.checked_on) == (date(2026, 11, 1), date(2025, 11, 1))
    assert check.answers["access.visitors"].choice == "yes"
    assert check.previous.answers["access.visitors"].choice == "no"


def test_of_several_shops_one_has_to_be_named(tmp_path: Path) -> None:
    ids = {name: take_in(write_plain(tmp_path, shop={"name": name})) for name in ("甲店", "乙店")}
    said = run("export", tmp_path / "out.json")
    assert (said.code, said.out) == (1, "")
    assert all(f"{id_} ({name})" in said.err for name, id_ in ids.items())
    assert not (tmp_path / "out.json").exists()
    for name, id_ in ids.items():
        assert put_out(tmp_path / "out.json", "--shop", id_).shop.name == name


def test_of_many_shops_the_first_few_are_named(tmp_path: Path, home: Path) -> None:
    with open_workspace(home) as workspace:
        for number in range(8):
            workspace.shops.save(Shop(f"店{number}"))
    said = run("export", tmp_path / "out.json")
    assert said.code == 1
    assert len(ID.findall(said.err)) == 6 and "…" in said.err and len(said.lines) == 1


def test_a_shop_that_is_not_there_cannot_be_exported(tmp_path: Path, shop_file: Path) -> None:
    nothing = run("export", tmp_path / "out.json")
    assert (nothing.code, nothing.err) == (1, told("export.no_shop"))
    take_in(shop_file)
    unknown = run("export", tmp_path / "out.json", "--shop", "nobody")
    assert (unknown.code, unknown.err) == (1, told("store.no_shop", id="nobody"))
    assert not (tmp_path / "out.json").exists()


def test_a_zip_takes_the_files_along_to_another_computer(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = "a" * 26
    answers = {"access.visitors": {"choice": "no", "evidence": [kept]}}
    take_in(write_plain(tmp_path, answers=answers), "--date", "2026-11-21")
    with open_workspace(home) as workspace:
        workspace.attachments.save(*POOL[kept])
    said = run("export", tmp_path / "out.ZIP", "--lang", "en")
    assert (said.code, said.err) == (0, "")
    assert said.out.endswith("The file is not encrypted; keep it safe.\nPhotos and PDFs in it: 1\n")
    monkeypatch.setenv("MERCHANT_GUARD_HOME", str(tmp_path / "other"))
    said = run("import", tmp_path / "out.ZIP", "--lang", "en", "--date", "2026-11-21")
    assert (said.code, said.err) == (0, "")
    assert said.out.endswith("Self-checks: 1, answers: 1.\nPhotos and PDFs: 1\n")
    with open_workspace(tmp_path / "other") as workspace:
        assert workspace.attachments.load(kept) == POOL[kept]


def test_what_a_zip_lacks_and_what_it_has_too_much_is_told(tmp_path: Path, home: Path) -> None:
    kept = "a" * 26
    answers = {"access.visitors": {"choice": "no", "evidence": [kept]}}
    take_in(write_plain(tmp_path, answers=answers), "--date", "2026-11-21")
    with open_workspace(home) as workspace:
        workspace.attachments.save(*POOL[kept])
        workspace.attachments.place_of(kept).unlink()
    said = run("export", tmp_path / "out.zip", "--lang", "en")
    assert (said.code, said.err) == (0, "Files kept as proof that were missing: 1\n")
    with zipfile.ZipFile(tmp_path / "out.zip", "a") as archive:
        archive.writestr("notes.txt", b"hello")
    said = run("import", tmp_path / "out.zip", "--lang", "en", "--date", "2026-11-21")
    assert said.code == 0
    assert said.lines == [
        "Files that the zip speaks of and does not hold: 1",
        "Files in the zip that nothing speaks of, left out: 1",
    ]


@pytest.mark.parametrize("name", ["out", "out.txt", "out.json.bak", ".json", "out.jsn"])
def test_a_wrong_ending_is_told_and_nothing_is_written(name: str, tmp_path: Path, shop_file: Path) -> None:
    take_in(shop_file)
    said = run("export", tmp_path / name)
    assert (said.code, said.out) == (1, "")
    assert said.err == told("export.wrong_ending", file=tmp_path / name)
    assert not (tmp_path / name).exists()


def test_a_shop_without_a_name_is_not_taken_in(tmp_path: Path) -> None:
    for name, code in (("", "answer_file.shop_without_name"), (" \u3000\t", "shop.blank_name")):
        said = run("import", write_plain(tmp_path, shop={"name": name}))
        assert (said.code, said.err) == (1, told(code))
    said = run("assess", write_plain(tmp_path, shop={"name": "\u3000"}))
    assert (said.code, said.err) == (1, told("shop.blank_name")), "refused the same way everywhere"
    assert run("export", tmp_path / "out.json").err == told("export.no_shop")


def test_days_that_go_backwards_are_told_and_nothing_is_taken_in(tmp_path: Path) -> None:
    file = write_plain(tmp_path, checked_on="2025-11-20", previous={"checked_on": "2026-11-21"})
    said = run("import", file, "--lang", "en")
    assert said.code == 1
    assert said.err == told("import.not_in_order", "en", before="2026-11-21", after="2025-11-20")
    undated = write_plain(tmp_path, previous={"checked_on": "2026-11-21"})
    assert run("import", undated, "--date", "2026-11-20").code == 1
    assert run("export", tmp_path / "out.json").err == told("export.no_shop")


def test_a_bad_file_does_not_even_make_a_store(tmp_path: Path, home: Path) -> None:
    assert run("import", write_plain(tmp_path, version="one")).code == 1
    assert not home.exists()


def test_nothing_of_the_owner_s_lies_readable_in_the_data_folder(tmp_path: Path, home: Path) -> None:
    take_in(write_shop(tmp_path, full_shop(name=MARKER, note=MARKER)))
    kept = [path for path in home.rglob("*") if path.is_file()]
    assert kept
    for path in kept:
        data = path.read_bytes()
        assert MARKER.encode() not in data and MARKER.encode("utf-16-le") not in data
        assert path.stat().st_mode & 0o077 == 0
