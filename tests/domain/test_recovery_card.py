"""The recovery card: back to the same key, and every slip told by its group."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from merchant_guard.domain.errors import InputError
from merchant_guard.domain.recovery_card import GROUPS, card_groups, is_sound, key_of_card

keys = st.binary(min_size=32, max_size=32)
KEY = bytes(range(200, 232))


def wrong_groups(text: str) -> list[object]:
    with pytest.raises(InputError) as caught:
        key_of_card(text)
    assert {one.code for one in caught.value.problems} == {"card.group"}
    return [one.params["number"] for one in caught.value.problems]


@given(keys)
def test_a_card_gives_its_key_back(key: bytes) -> None:
    groups = card_groups(key)
    assert len(groups) == GROUPS
    assert all(re.fullmatch("[0-9]{6}", group) for group in groups)
    assert key_of_card(" ".join(groups)) == key


@pytest.mark.parametrize("between", ["", " ", "-", "\n", " — ", "、", "  \t"])
def test_how_the_groups_are_set_apart_does_not_matter(between: str) -> None:
    assert key_of_card(between.join(card_groups(KEY))) == KEY


def test_digits_of_a_chinese_keyboard_are_digits() -> None:
    wide = "".join(chr(ord(digit) + 0xFEE0) for digit in "".join(card_groups(KEY)))
    assert key_of_card(wide) == KEY


@given(keys, st.integers(0, GROUPS - 1), st.integers(0, 5), st.integers(1, 9))
def test_every_wrong_digit_is_told_by_its_group(key: bytes, place: int, digit: int, more: int) -> None:
    groups = list(card_groups(key))
    group = groups[place]
    groups[place] = f"{group[:digit]}{(int(group[digit]) + more) % 10}{group[digit + 1 :]}"
    assert wrong_groups(" ".join(groups)) == [place + 1]


@given(keys, st.integers(0, GROUPS - 1), st.integers(0, 4))
def test_two_neighbours_swapped_are_told_by_their_group(key: bytes, place: int, digit: int) -> None:
    groups = list(card_groups(key))
    group = groups[place]
    swapped = group[:digit] + group[digit + 1] + group[digit] + group[digit + 2 :]
    groups[place] = swapped
    assert swapped == group or wrong_groups(" ".join(groups)) == [place + 1]


def test_a_group_in_the_place_of_another_is_nearly_always_told() -> None:
    groups = [card_groups(bytes([number, 7]) * 16) for number in range(256)]
    found = sum(not is_sound(row[0], place) for row in groups for place in range(2, GROUPS + 1))
    assert found > 0.85 * 256 * (GROUPS - 1)


def test_a_number_past_sixteen_bits_is_a_slip_even_with_its_check_digit() -> None:
    sound = [group for group in (f"99999{digit}" for digit in range(10)) if is_sound(group, 1)]
    assert sound == []


@pytest.mark.parametrize("typed", ["", "123456", "0" * 95, "0" * 97])
def test_too_few_and_too_many_digits_are_counted(typed: str) -> None:
    with pytest.raises(InputError) as caught:
        key_of_card(typed)
    (one,) = caught.value.problems
    assert (one.code, one.params["given"]) == ("card.length", len(typed))


def test_letters_are_told_by_their_group() -> None:
    groups = list(card_groups(KEY))
    groups[4] = "l" + groups[4][1:]
    assert wrong_groups("".join(groups)) == [5]


def test_every_slip_of_a_card_is_told_at_once() -> None:
    groups = list(card_groups(KEY))
    for place in (1, 9):
        groups[place] = f"{(int(groups[place]) + 1) % 1_000_000:06}"
    assert wrong_groups(" ".join(groups)) == [2, 10]
