"""Nothing that comes through the door can do more than be refused with a sentence."""

import json
from copy import deepcopy
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from merchant_guard.domain.errors import InputError
from merchant_guard.domain.evidence import Evidence
from merchant_guard.exchange.answer_file import AnswerFile, read_answer_file, write_answer_file
from merchant_guard.exchange.json_text import DEEPEST
from merchant_guard.localization.sentences import lines
from tests.support.answer_files import FULL, SMALLEST, as_bytes, file_with
from tests.support.small_bank import SMALL_BANK

LEAVES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=10)
    | st.sampled_from(
        ["yes", "not_applicable", "leavers", "2026-11-21", "01-01/12-31", "\ud800", "owner", 1e308]
    )
)
KEYS = st.text(max_size=5) | st.sampled_from(
    ["choice", "done", "answers", "previous", "access.own-accounts", "name"]
)
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=8,
)


def in_order(held: AnswerFile) -> tuple[Evidence, ...]:
    return tuple(sorted(held.files, key=lambda one: one.id))


def read_or_refuse(data: bytes) -> None:
    """What is read can be written and read again; what is refused has sentences that can be printed."""
    try:
        held = read_answer_file(data, SMALL_BANK)
    except InputError as error:
        for line in lines("en", [(found.code, found.params) for found in error.problems]):
            assert line.isprintable()
            line.encode("utf-8")
    else:
        written = write_answer_file(held.shop, held.check, files=held.files)
        assert read_answer_file(written, SMALL_BANK) == replace(held, files=in_order(held))


@given(st.binary(max_size=200))
def test_random_bytes_are_refused_with_a_sentence(data: bytes) -> None:
    read_or_refuse(data)


@given(VALUES)
def test_random_json_is_refused_with_a_sentence(value: Any) -> None:
    read_or_refuse(json.dumps(value).encode())


@given(st.dictionaries(st.sampled_from(sorted(FULL)), VALUES))
@example({"shop": {"name": "\ud800\x1b"}})
@example({"version": float("inf")})
def test_random_values_under_the_right_keys_are_refused_or_kept(values: dict[str, Any]) -> None:
    read_or_refuse(json.dumps(dict(SMALLEST) | values).encode())


def places_in(value: Any, here: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [(*here, key) for key, _ in inner] + [
        place for key, one in inner for place in places_in(one, (*here, key))
    ]


PLACES = places_in(dict(FULL))


@given(
    st.lists(
        st.tuples(st.sampled_from(PLACES), st.sampled_from(["put", "drop", "rename"]), VALUES), max_size=3
    )
)
def test_a_valid_file_with_anything_changed_is_refused_or_kept(
    changes: list[tuple[tuple[Any, ...], str, Any]],
) -> None:
    plain: Any = deepcopy(dict(FULL))
    for (*way, last), change, value in changes:
        here = plain
        for part in way:
            known = isinstance(here, dict) and part in here
            within = isinstance(here, list) and isinstance(part, int) and part < len(here)
            here = here[part] if known or within else None
        if isinstance(here, dict) and last in here:
            old = here.pop(last)
            if change != "drop":
                here[last if change == "put" else f"{last}x"] = value if change == "put" else old
        elif isinstance(here, list) and isinstance(last, int) and last < len(here):
            here[last] = value
    read_or_refuse(json.dumps(plain).encode())


@given(st.integers(0, len(as_bytes(FULL)) - 1), st.binary(max_size=3), st.integers(0, 5))
def test_a_valid_file_with_bytes_changed_is_refused_or_kept(at: int, put: bytes, dropped: int) -> None:
    data = as_bytes(FULL)
    read_or_refuse(data[:at] + put + data[at + dropped :])


def years(count: int) -> dict[str, Any]:
    """A file with so many earlier checks one in another."""
    plain: dict[str, Any] = {"answers": {"access.own-accounts": {"choice": "partly", "done": ["leavers"]}}}
    earlier: dict[str, Any] = deepcopy(plain)
    for _ in range(count - 1):
        earlier = {**deepcopy(plain), "previous": earlier}
    return dict(SMALLEST) | plain | {"previous": earlier}


def test_thirty_years_of_checks_are_read() -> None:
    held = read_answer_file(as_bytes(years(30)), SMALL_BANK)
    assert read_answer_file(write_answer_file(held.shop, held.check), SMALL_BANK) == held


@pytest.mark.parametrize("count", [DEEPEST, 300])
def test_checks_nested_without_end_are_refused(count: int) -> None:
    with pytest.raises(InputError) as caught:
        read_answer_file(as_bytes(years(count)), SMALL_BANK)
    assert [found.code for found in caught.value.problems] == ["json.too_deep"]


HUGE: dict[str, dict[str, Any]] = {
    "a hundred thousand empty staff members": file_with("staff", [{}] * 100_000),
    "a hundred thousand wrong kinds": file_with("shop kinds", [0] * 100_000),
    "ten thousand objects as busy times": file_with("schedule busy", [{"a": [n]} for n in range(10_000)]),
    "a key of a million characters": file_with("k" * 1_000_000, 1),
    "a choice of a million characters": file_with("answers access.own-accounts choice", "yes" * 333_333),
    "twenty thousand unknown answers": file_with("answers", {f"access.{n}": 1 for n in range(20_000)}),
}


@pytest.mark.parametrize("plain", HUGE.values(), ids=HUGE)
def test_a_huge_file_of_faults_is_refused_with_a_few_short_sentences(plain: dict[str, Any]) -> None:
    with pytest.raises(InputError) as caught:
        read_answer_file(as_bytes(plain), SMALL_BANK)
    told = lines("en", [(found.code, found.params) for found in caught.value.problems])
    assert len(told) <= 4
    assert all(len(line) < 300 for line in told)


def test_bytes_beyond_the_limit_are_refused_unread() -> None:
    with pytest.raises(InputError) as caught:
        read_answer_file(b" " * 9_000_000 + as_bytes(FULL), SMALL_BANK)
    assert [found.code for found in caught.value.problems] == ["file.too_big"]
