"""Every door lets its own samples in, and survives what is changed in them without losing its shape."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.doors import DOORS, knock

SEEDS = {name: tuple(door.seeds()) for name, door in DOORS.items()}
every_door = pytest.mark.parametrize("name", DOORS)
REFUSED = {("picture", 5), ("pdf", 2)}
"""Samples that no door takes: a HEIC photo, and a PDF with a password."""


@every_door
def test_real_samples_are_let_in(name: str) -> None:
    taken = [knock(name, seed) for seed in SEEDS[name]]
    assert taken == [(name, number) not in REFUSED for number in range(len(taken))]


def bytes_changed(chance: random.Random, data: bytes) -> bytes:
    """Some bytes turned, put in or taken out, and perhaps an end cut off."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(changed) + 1)
        match chance.randrange(4):
            case 0:
                changed[at:at] = chance.randbytes(chance.randint(1, 4))
            case 1:
                del changed[at : at + chance.randint(1, 8)]
            case 2:
                del changed[at:]
            case _ if at < len(changed):
                changed[at] ^= 1 << chance.randrange(8)
    return bytes(changed)


@every_door
@settings(max_examples=25)
@given(seed=st.integers(0, 2**32))
def test_whatever_is_changed_in_a_sample_is_let_in_or_refused_with_a_sentence(name: str, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 (the same again for the same seed)
    data = chance.choice(SEEDS[name])
    for _ in range(chance.randint(1, 3)):
        data = DOORS[name].change(data, chance, lambda held: bytes_changed(chance, held))
    knock(name, data)
