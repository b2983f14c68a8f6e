"""A file somebody hands us is read whole, or there is a sentence for what is in the way."""

import os
import sys
from pathlib import Path

import pytest

from merchant_guard.domain.errors import InputError, SystemProblemError, problem
from merchant_guard.exchange.incoming_file import LARGEST_ANSWER_FILE, MIB, read_file

posix_only = pytest.mark.skipif(os.name != "posix", reason="made of POSIX files")
linux_only = pytest.mark.skipif(sys.platform != "linux", reason="made of Linux's own files")


def test_a_file_is_read_byte_for_byte(tmp_path: Path) -> None:
    place = tmp_path / "小满 2026.json"
    place.write_bytes(b"\xef\xbb\xbf\x00\r\n\xff")

    assert read_file(place) == b"\xef\xbb\xbf\x00\r\n\xff"


def test_a_file_of_exactly_the_limit_is_read_and_one_byte_more_is_not(tmp_path: Path) -> None:
    place = tmp_path / "big.json"
    place.write_bytes(b" " * LARGEST_ANSWER_FILE)
    assert len(read_file(place)) == LARGEST_ANSWER_FILE

    place.write_bytes(b" " * (LARGEST_ANSWER_FILE + 1))
    with pytest.raises(InputError) as caught:
        read_file(place)
    assert caught.value.problems == (problem("file.too_big", limit="8"),)


def test_another_limit_can_be_set_and_is_named(tmp_path: Path) -> None:
    place = tmp_path / "small.txt"
    place.write_bytes(b"12345")

    with pytest.raises(InputError) as caught:
        read_file(place, limit=4)
    assert caught.value.problems == (problem("file.too_big", limit=f"{4 / MIB:g}"),)


@posix_only
@pytest.mark.parametrize(
    "name",
    ["not-here.json", "file.txt/below-a-file.json", "n" * 300, "zero\0byte.json"],
    ids=["absent", "below a file", "name too long", "zero byte"],
)
def test_a_name_behind_which_there_is_no_file_is_called_missing(tmp_path: Path, name: str) -> None:
    (tmp_path / "file.txt").write_text("x")

    with pytest.raises(InputError) as caught:
        read_file(tmp_path / name)
    assert [found.code for found in caught.value.problems] == ["file.missing"]


@posix_only
def test_links_that_lead_in_a_circle_are_called_missing(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")

    with pytest.raises(InputError) as caught:
        read_file(tmp_path / "a")
    assert caught.value.problems[0].code == "file.missing"


def test_a_folder_is_called_a_folder(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        read_file(tmp_path)
    assert caught.value.problems == (problem("file.folder", file=str(tmp_path)),)


@posix_only
def test_a_pipe_is_refused_instead_of_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")

    with pytest.raises(InputError) as caught:
        read_file(tmp_path / "pipe")
    assert caught.value.problems[0].code == "file.not_ordinary"


@posix_only
def test_a_file_closed_to_this_account_is_called_so(tmp_path: Path) -> None:
    place = tmp_path / "closed.json"
    place.write_text("{}")
    place.chmod(0)
    if os.access(place, os.R_OK):
        pytest.skip("this account may read everything")

    with pytest.raises(InputError) as caught:
        read_file(place)
    assert caught.value.problems[0].code == "file.not_allowed"


@linux_only
def test_a_file_the_disk_does_not_give_is_a_system_problem() -> None:
    # Nothing is mapped at its first byte, so reading it is an input/output error.
    with pytest.raises(SystemProblemError) as caught:
        read_file(Path("/proc/self/mem"))
    assert caught.value.problems == (problem("file.not_read", file="/proc/self/mem"),)


@posix_only
def test_a_name_that_is_no_text_can_still_be_printed(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        read_file(tmp_path / os.fsdecode(b"\xff\x1b[31m.json"))
    named = str(caught.value.problems[0].params["file"])
    assert named.isprintable()
    named.encode("utf-8")
