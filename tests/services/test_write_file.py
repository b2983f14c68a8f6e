"""Files a person asked for: whole or not at all, and a sentence for what is in the way."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from merchant_guard.domain.errors import InputError, MerchantGuardError, SystemProblemError
from merchant_guard.localization.sentences import sentence
from merchant_guard.services.write_file import write_file
from tests.support.disks import no_file_larger_than

OLD, NEW = b"what stood there before", b"new" * 1000


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@contextmanager
def refused(code: str, kind: type[MerchantGuardError], file: Path) -> Iterator[None]:
    with pytest.raises(kind) as caught:
        yield
    (problem,) = caught.value.problems
    assert problem.code == code
    assert problem.params == {"file": str(file)}
    assert str(file) in sentence("zh", problem.code, problem.params)


@pytest.mark.parametrize("data", [b"", b"\x00\r\n\xff", "整改".encode(), NEW])
def test_what_is_written_is_there_byte_by_byte(data: bytes, tmp_path: Path) -> None:
    write_file(tmp_path / "a.bin", data)
    assert (tmp_path / "a.bin").read_bytes() == data
    assert names(tmp_path) == ["a.bin"]


def test_folders_on_the_way_are_made(tmp_path: Path) -> None:
    write_file(tmp_path / "今年" / "十一月" / "a.pdf", NEW)
    assert (tmp_path / "今年" / "十一月" / "a.pdf").read_bytes() == NEW


def test_an_old_file_is_replaced(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    target.write_bytes(OLD * 100)
    write_file(target, NEW)
    assert target.read_bytes() == NEW
    assert names(tmp_path) == ["a.pdf"]


def test_only_its_owner_may_read_a_written_file(tmp_path: Path) -> None:
    write_file(tmp_path / "a.json", NEW)
    assert (tmp_path / "a.json").stat().st_mode & 0o777 == 0o600


def test_when_writing_breaks_off_the_old_file_stays_and_no_part_is_left(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    target.write_bytes(OLD)
    with refused("write.other", SystemProblemError, target), no_file_larger_than(1000):
        write_file(target, NEW)
    assert target.read_bytes() == OLD
    assert names(tmp_path) == ["a.pdf"]


def test_when_writing_breaks_off_no_new_file_is_there(tmp_path: Path) -> None:
    with refused("write.other", SystemProblemError, tmp_path / "a.pdf"), no_file_larger_than(1000):
        write_file(tmp_path / "a.pdf", NEW)
    assert names(tmp_path) == []


def test_a_folder_of_that_name_stays_and_no_part_is_left(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    target.mkdir()
    (target / "inside").write_bytes(OLD)
    with refused("write.is_a_folder", InputError, target):
        write_file(target, NEW)
    assert names(tmp_path) == ["a.pdf"]
    assert names(target) == ["inside"]


@pytest.mark.parametrize("below", ["a.pdf", "x/a.pdf", "x/y/a.pdf"])
def test_a_file_where_a_folder_should_be_stays(below: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(OLD)
    with refused("write.not_a_folder", InputError, tmp_path / "file" / below):
        write_file(tmp_path / "file" / below, NEW)
    assert (tmp_path / "file").read_bytes() == OLD


@pytest.mark.parametrize("name", ["a" * 250, "a" * 256, "zero\0byte"])
def test_a_name_no_file_can_have_is_the_person_s_to_change(name: str, tmp_path: Path) -> None:
    with refused("write.no_such_name", InputError, tmp_path / name):
        write_file(tmp_path / name, NEW)
    assert names(tmp_path) == []


@pytest.fixture
def held_file(tmp_path: Path) -> Iterator[Path]:
    """A file that nobody may put another in the place of, as Windows does with one open in Word."""
    target = tmp_path / "plan.docx"
    target.write_bytes(OLD)
    done = subprocess.run(["chattr", "+i", target], capture_output=True, check=False)
    if done.returncode:
        pytest.skip("this system or its disk does not let a file be held")
    yield target
    subprocess.run(["chattr", "-i", target], check=True)


@pytest.mark.skipif(shutil.which("chattr") is None, reason="this system has no chattr")
def test_a_file_that_is_held_is_told_and_stays_and_no_part_is_left(held_file: Path) -> None:
    with refused("write.in_use", SystemProblemError, held_file):
        write_file(held_file, NEW)
    assert held_file.read_bytes() == OLD
    assert names(held_file.parent) == ["plan.docx"]


@pytest.mark.skipif(sys.platform != "win32", reason="only Windows keeps an open file from being replaced")
def test_a_file_open_in_another_program_is_told_and_stays(tmp_path: Path) -> None:
    target = tmp_path / "plan.docx"
    target.write_bytes(OLD)
    with target.open("rb"), refused("write.in_use", SystemProblemError, target):
        write_file(target, NEW)
    assert target.read_bytes() == OLD
    assert names(tmp_path) == ["plan.docx"]


def test_folders_that_lead_in_a_circle_are_the_person_s_to_change(tmp_path: Path) -> None:
    (tmp_path / "circle").symlink_to(tmp_path / "circle")
    with pytest.raises(InputError):
        write_file(tmp_path / "circle" / "a.pdf", NEW)


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="this system has no /proc")
def test_a_place_that_takes_no_files_is_told() -> None:
    with refused("write.not_there", SystemProblemError, Path("/proc/self/a.pdf")):
        write_file(Path("/proc/self/a.pdf"), NEW)
