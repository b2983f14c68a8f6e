"""JSON from outside is read within limits, and what is wrong with it is told."""

import codecs
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from merchant_guard.domain.errors import InputError, Problem, problem
from merchant_guard.exchange.json_text import DEEPEST, LONGEST_NUMBER, parse_json

TOO_DEEP = problem("json.too_deep", limit=DEEPEST)

REFUSED: dict[str, tuple[bytes, Problem]] = {
    "empty": (b"", problem("json.not_json", line=1, column=1)),
    "only a byte order mark": (codecs.BOM_UTF8, problem("json.not_json", line=1, column=1)),
    "missing comma": (b'{"a": 1,\n "b": 2\n "c": 3}', problem("json.not_json", line=3, column=2)),
    "Chinese quotation marks": ("{“a”: 1}".encode(), problem("json.not_json", line=1, column=2)),
    "column counts characters": ('{"店": 1 2}'.encode(), problem("json.not_json", line=1, column=9)),
    "something after the end": (b"{} {}", problem("json.not_json", line=1, column=4)),
    "a line break inside text": (b'["a\nb"]', problem("json.not_json", line=1, column=4)),
    "GBK": ('{"店": 1}'.encode("gbk"), problem("json.not_utf8")),
    "UTF-16": ('{"店": 1}'.encode("utf-16"), problem("json.not_utf8")),
    "half a character": (b'{"a": "\xed\xa0\x80"}', problem("json.not_utf8")),
    "NaN": (b"[NaN]", problem("json.not_a_number", value="NaN")),
    "Infinity": (b"[Infinity]", problem("json.not_a_number", value="Infinity")),
    "-Infinity": (b"[-Infinity]", problem("json.not_a_number", value="-Infinity")),
    "too large for a number": (b"[1e999]", problem("json.not_a_number", value="1e999")),
    "a number without end": (b"9" * 100_000, problem("json.not_a_number", value="9" * 39 + "…")),
    "one level too many": (b"[" * (DEEPEST + 2) + b"]" * (DEEPEST + 2), TOO_DEEP),
    "a hundred thousand lists": (b"[" * 100_000 + b"]" * 100_000, TOO_DEEP),
    "a hundred thousand objects": (b'{"a":' * 100_000 + b"1" + b"}" * 100_000, TOO_DEEP),
    "deep and never closed": (b"[" * 100_000, TOO_DEEP),
}


@pytest.mark.parametrize(("data", "told"), REFUSED.values(), ids=REFUSED)
def test_what_is_not_usable_json_is_told_exactly(data: bytes, told: Problem) -> None:
    with pytest.raises(InputError) as caught:
        parse_json(data)
    assert caught.value.problems == (told,)


def test_every_key_that_stands_twice_is_named() -> None:
    data = b'{"a": 1, "b": {"c": 1, "c": 2}, "a": 1, "\\u001b": 0, "\\u001b": 0}'

    with pytest.raises(InputError) as caught:
        parse_json(data)
    assert caught.value.problems == tuple(problem("json.repeated_key", key=key) for key in ("c", "a", "�"))


def test_the_same_key_may_stand_in_different_objects() -> None:
    assert parse_json(b'[{"a": 1}, {"a": {"a": 2}}]') == [{"a": 1}, {"a": {"a": 2}}]


def test_the_deepest_level_is_still_read() -> None:
    assert parse_json(b"[" * (DEEPEST + 1) + b"]" * (DEEPEST + 1))


def test_the_longest_number_is_still_read() -> None:
    assert parse_json(b"9" * LONGEST_NUMBER) == int("9" * LONGEST_NUMBER)


JSON_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**20), 10**20)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


@given(JSON_VALUES, st.booleans())
def test_any_json_within_the_limits_is_read_as_it_was_written(value: object, mark: bool) -> None:
    data = (codecs.BOM_UTF8 if mark else b"") + json.dumps(value).encode()

    assert parse_json(data) == value


@given(st.binary() | st.text().map(str.encode) | st.text('{}[],:"\\u019e.-+ \n').map(str.encode))
def test_any_bytes_are_read_or_refused_with_a_problem(data: bytes) -> None:
    try:
        parse_json(data)
    except InputError as error:
        assert error.problems
