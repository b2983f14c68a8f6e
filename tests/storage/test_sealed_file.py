"""Sealed files: what comes out went in, and nothing but the very bytes under the very id and key opens."""

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from merchant_guard.storage.keys import StoreKey
from merchant_guard.storage.sealed_file import BrokenSealError, seal, unseal

KEY, ID = StoreKey(bytes(range(32))), "a" * 26
DATA = b"a photo of the agreement"
SEALED_BY_THE_FIRST_VERSION = (
    "4d475345414c454401e1654a31f63df3c37367f8a5580d74239b04271c971825e0ad0c48b04879f3"
    "84f49149da7dec52c1135febbb253600b586faf205"
)


@given(data=st.binary(max_size=4000), file_id=st.text("abcdefgh234567", min_size=26, max_size=26))
def test_what_is_sealed_comes_out_again(data: bytes, file_id: str) -> None:
    assert unseal(seal(data, file_id, KEY), file_id, KEY) == data


def test_nothing_of_the_content_is_readable_and_no_two_seals_are_alike() -> None:
    one, other = seal(DATA, ID, KEY), seal(DATA, ID, KEY)
    assert one != other
    assert DATA[:8] not in one
    assert len(one) == 8 + 1 + 12 + len(DATA) + 16


@pytest.mark.parametrize("place", range(8 + 1 + 12 + len(DATA) + 16))
def test_a_change_of_any_byte_breaks_the_seal(place: int) -> None:
    sealed = bytearray(seal(DATA, ID, KEY))
    sealed[place] ^= 1
    with pytest.raises(BrokenSealError):
        unseal(bytes(sealed), ID, KEY)


@pytest.mark.parametrize("length", range(8 + 1 + 12 + len(DATA) + 16))
def test_a_sealed_file_cut_off_does_not_open(length: int) -> None:
    with pytest.raises(BrokenSealError):
        unseal(seal(DATA, ID, KEY)[:length], ID, KEY)


def test_another_file_in_its_place_does_not_open() -> None:
    with pytest.raises(BrokenSealError):
        unseal(seal(DATA, ID, KEY), "b" * 26, KEY)


def test_another_key_does_not_open_it() -> None:
    with pytest.raises(BrokenSealError):
        unseal(seal(DATA, ID, KEY), ID, StoreKey(os.urandom(32)))


def test_the_format_of_files_that_lie_on_disks_stays() -> None:
    sealed = bytes.fromhex(SEALED_BY_THE_FIRST_VERSION)
    assert unseal(sealed, ID, KEY) == DATA
