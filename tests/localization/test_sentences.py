"""Every problem has its sentence with the right blanks, every sentence its problem; few lines say many."""

import ast
import errno
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

import pytest

import merchant_guard
from merchant_guard.localization import LANGUAGES, Language
from merchant_guard.localization.sentences import MOST_LINES, SENTENCES, lines, sentence
from merchant_guard.system.problems import FileProblemError

CODE = Path(merchant_guard.__file__).parent
OWN = CODE / "localization" / "sentences.py"
SAYING = {"problem": 0, "sentence": 1}
"""Functions that take a code → the place of the code among their arguments."""

BOTH = pytest.mark.parametrize("language", LANGUAGES)


@cache
def nodes() -> tuple[ast.AST, ...]:
    """Everything in the code of the app, but for the sentences themselves."""
    places = (place for place in sorted(CODE.rglob("*.py")) if place != OWN)
    return tuple(node for place in places for node in ast.walk(ast.parse(place.read_text("utf-8"))))


def calls() -> Iterator[tuple[str, set[str] | None]]:
    """Every code said outright, with the names of the blanks it fills (None where they are not said so)."""
    for node in nodes():
        name = node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else ""
        if not isinstance(node, ast.Call) or name not in SAYING or len(node.args) <= SAYING[name]:
            continue
        code = node.args[SAYING[name]]
        if isinstance(code, ast.Constant):
            yield code.value, _filled(node)


def _filled(call: ast.Call) -> set[str] | None:
    named = {keyword.arg for keyword in call.keywords}
    if None in named:
        return None
    given: Any = call.args[2] if len(call.args) > 2 else ast.Dict([], [])
    if not isinstance(given, ast.Dict):
        return None
    return {name for name in named if name} | {
        key.value for key in given.keys if isinstance(key, ast.Constant)
    }


@cache
def words() -> frozenset[str]:
    return frozenset(
        node.value for node in nodes() if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


@cache
def beginnings() -> frozenset[str]:
    """What codes that are put together begin with, such as `write.`"""
    firsts = (node.values[0] for node in nodes() if isinstance(node, ast.JoinedStr) and node.values)
    return frozenset(
        first.value
        for first in firsts
        if isinstance(first, ast.Constant) and isinstance(first.value, str) and first.value.endswith(".")
    )


def blanks(message: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(message) if name is not None}


def test_the_code_says_problems() -> None:
    assert len(list(calls())) > 30


def test_every_problem_has_a_sentence() -> None:
    assert sorted({code for code, _ in calls()} - set(SENTENCES)) == []


def test_every_sentence_gets_all_its_blanks_filled() -> None:
    unfilled = {
        code: missing
        for code, filled in calls()
        if filled is not None and (missing := blanks(SENTENCES[code]) - filled)
    }
    assert unfilled == {}


def test_every_sentence_belongs_to_a_problem() -> None:
    def is_said(code: str) -> bool:
        return bool(
            {code, code.removesuffix("_near")} & words()
            or [one for one in beginnings() if code.startswith(one)]
        )

    assert [code for code in SENTENCES if not is_said(code)] == []


def test_whatever_the_system_refuses_has_a_sentence() -> None:
    reasons = {FileProblemError(Path("x"), OSError(number, "")).reason for number in (*errno.errorcode, 0)}
    assert {f"write.{reason}" for reason in reasons} <= set(SENTENCES)


@BOTH
@pytest.mark.parametrize("code", SENTENCES)
def test_a_sentence_can_be_said_in_both_languages(code: str, language: Language) -> None:
    filling = {name: f"<{name}>" for name in blanks(SENTENCES[code])}
    said = sentence(language, code, filling)
    assert all(value in said for value in filling.values())
    assert "{" not in said and "\n" not in said


def test_a_code_without_a_sentence_is_an_error() -> None:
    with pytest.raises(KeyError):
        sentence("en", "no.such_code", {})


def test_what_was_typed_is_repeated_as_it_is() -> None:
    said = sentence("zh", "file.missing", {"file": "{place} %s \\ “店”.json"})
    assert "{place} %s \\ “店”.json" in said


def problems(count: int) -> list[tuple[str, dict[str, object]]]:
    return [("file.missing", {"file": str(number)}) for number in range(count)]


@BOTH
@pytest.mark.parametrize("count", range(1, MOST_LINES + 1))
def test_up_to_four_problems_are_a_line_each(count: int, language: Language) -> None:
    said = lines(language, problems(count))
    assert said == [sentence(language, code, params) for code, params in problems(count)]


@pytest.mark.parametrize(
    ("count", "chinese", "english"),
    [(5, "还有 2 ", "… and 2 more"), (6, "还有 3 ", "… and 3 more"), (500, "还有 497 ", "… and 497 more")],
)
def test_more_than_four_are_three_lines_and_how_many_more_there_are(
    count: int, chinese: str, english: str
) -> None:
    assert [len(lines(language, problems(count))) for language in LANGUAGES] == [MOST_LINES, MOST_LINES]
    assert chinese in lines("zh", problems(count))[-1]
    assert lines("en", problems(count))[-1] == english
    assert lines("en", problems(count))[:3] == lines("en", problems(3))


def test_nothing_wrong_says_nothing() -> None:
    assert lines("zh", []) == []
