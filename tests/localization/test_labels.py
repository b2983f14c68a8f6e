"""Every fixed value of the domain has its word in both languages."""

from enum import StrEnum

import pytest

from merchant_guard.domain.action import Cost
from merchant_guard.domain.audit_form import Suggestion
from merchant_guard.domain.findings import Verdict
from merchant_guard.domain.private_details import PrivateDetail
from merchant_guard.domain.question import Choice, Force
from merchant_guard.domain.risk import Risk
from merchant_guard.exchange.listed_people import LeftOut
from merchant_guard.localization import LANGUAGES, Language, translator
from merchant_guard.localization.labels import LABELS, VERDICTS, label, verdict_sentence
from tests.support.real_content import bank

ENUMS: dict[str, type[StrEnum]] = {
    "risk": Risk,
    "choice": Choice,
    "force": Force,
    "cost": Cost,
    "suggestion": Suggestion,
    "left_out": LeftOut,
    "private_detail": PrivateDetail,
}
SAID_BY_THE_PLAN = {"red_lines_mended"}
"""Verdicts that are the plan's, not the self-check's."""
ALL_LABELS = [(kind, value) for kind, values in LABELS.items() for value in values]


@pytest.mark.parametrize("kind", ENUMS)
def test_every_value_has_a_label_and_no_label_is_left_over(kind: str) -> None:
    assert set(LABELS[kind]) == {value.value for value in ENUMS[kind]}


def test_every_verdict_has_a_sentence_and_no_sentence_is_left_over() -> None:
    assert set(VERDICTS) == {verdict.value for verdict in Verdict} | SAID_BY_THE_PLAN


def test_every_recurrence_of_the_content_has_a_label() -> None:
    used = {action.recurrence for action in bank().actions.values() if action.recurrence}
    assert used and used <= set(LABELS["recurrence"])


@pytest.mark.parametrize(("kind", "value"), ALL_LABELS)
def test_a_label_is_a_word_in_both_languages(kind: str, value: str) -> None:
    assert label("en", kind, value) == LABELS[kind][value]
    assert label("zh", kind, value) == translator("zh")(LABELS[kind][value])
    assert label("zh", kind, value) != label("en", kind, value)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ENUMS)
def test_labels_of_one_kind_tell_the_values_apart(kind: str, language: Language) -> None:
    assert len({label(language, kind, value.value) for value in ENUMS[kind]}) == len(ENUMS[kind])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("verdict", VERDICTS)
def test_a_verdict_is_a_whole_sentence(verdict: str, language: Language) -> None:
    said = verdict_sentence(language, verdict, red_lines=3, answers_missing=7)
    assert "{" not in said
    assert ("3" in said) == (verdict == "red_lines_open")
    assert ("7" in said) == (verdict == "too_early")


@pytest.mark.parametrize("verdict", VERDICTS)
def test_no_verdict_says_that_the_law_is_kept_or_broken(verdict: str) -> None:
    said = verdict_sentence("zh", verdict, red_lines=3, answers_missing=7)
    assert not [word for word in ("合规", "违法", "违规", "合法") if word in said]


def test_mostly_done_is_never_said_while_a_red_line_is_open() -> None:
    for verdict in ("stop_first", "red_lines_open"):
        assert "基本做到" not in verdict_sentence("zh", verdict, red_lines=1, answers_missing=0)
    assert verdict_sentence("zh", "red_lines_open", red_lines=1, answers_missing=0) == "还有 1 条红线没补"
    assert verdict_sentence("zh", "stop_first", red_lines=1, answers_missing=0) == "先停下这件事"


@pytest.mark.parametrize(("kind", "value"), [("risk", "unheard_of"), ("unheard_of", "low")])
def test_a_value_without_a_word_is_an_error(kind: str, value: str) -> None:
    with pytest.raises(KeyError):
        label("zh", kind, value)
