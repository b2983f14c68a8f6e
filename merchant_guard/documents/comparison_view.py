"""A self-check beside the one before it in plain words: what the template of the comparison fills in.

What touches a crime is not printed, only that something is left out: its title alone would tell of it.
"""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from merchant_guard.documents.paper_source import PaperSource
from merchant_guard.domain.answers import Answer
from merchant_guard.domain.comparison import (
    Change,
    ComparedAction,
    ComparedGroup,
    ComparedQuestion,
    Comparison,
    ReasonKind,
)
from merchant_guard.domain.question import Choice, Tick
from merchant_guard.localization import Language

View = dict[str, Any]


def comparison_view(source: PaperSource) -> View:
    """The whole view; `compared` is False where there is no earlier self-check."""
    comparison = source.comparison
    if comparison is None:
        return {"compared": False, "before_on": "", "now_on": source.checked_on.isoformat()}
    return {"compared": True, **_View(comparison, source.language).plain()}


class _View:
    def __init__(self, comparison: Comparison, language: Language) -> None:
        self._comparison, self._language = comparison, language

    def plain(self) -> View:
        told = self._comparison
        same = self._printed(told.same)
        return {
            "before_on": told.before_on.isoformat() if told.before_on else "",
            "now_on": told.now_on.isoformat() if told.now_on else "",
            "score_before": told.score_before,
            "score_now": told.score_now,
            "score_told": None if told.score_told == told.score_before else told.score_told,
            "reasons": self._reasons(),
            "better": [self._question(one, one.gained) for one in self._printed(told.better)],
            "worse": [self._question(one, one.lost) for one in self._printed(told.worse)],
            "new": [self._question(one) for one in self._printed(told.new)],
            "changed": [self._question(one) for one in self._printed(told.changed)],
            "gone": [self._question(one) for one in self._printed(told.gone)] + self._retired(),
            "same": len(same),
            "same_done": sum(one.now is not None and one.now.choice is Choice.YES for one in same),
            "waiting": len(told.waiting),
            "not_printed": sum(
                one.question.crime and one.change is not Change.SAME for one in told.questions
            ),
            "groups": [self._group(group) for group in told.groups],
            "done": [self._done(action) for action in told.done if not self._is_crime(action)],
            "left_open": [
                one.action.title.pick(self._language) for one in told.left_open if not self._is_crime(one)
            ],
        }

    def _printed(self, questions: Iterable[ComparedQuestion]) -> list[ComparedQuestion]:
        return [one for one in questions if not one.question.crime]

    def _is_crime(self, action: ComparedAction) -> bool:
        return any(
            one.question.crime and action.action.id in one.question.actions
            for one in self._comparison.questions
        )

    def _question(self, one: ComparedQuestion, ticks: Iterable[Tick] = ()) -> View:
        return {
            "title": one.question.title.pick(self._language),
            "before": _state(one.before),
            "now": _state(one.now),
            "ticks": [tick.title.pick(self._language) for tick in ticks],
            "points": self._points.get(one.question.id, ""),
        }

    def _retired(self) -> list[View]:
        return [
            {
                "title": one.title.pick(self._language),
                "before": _state(one.answer),
                "now": "",
                "ticks": [],
                "points": "",
            }
            for one in self._comparison.retired
            if one.title is not None
        ]

    def _reasons(self) -> list[View]:
        """What moved the score, added up: what is better, what is worse, other questions, rounding."""
        sums: dict[str, int] = {}
        for reason in self._comparison.reasons:
            kind = reason.kind.value
            if reason.kind is ReasonKind.ANSWER:
                kind = "better" if reason.tenths > 0 else "worse"
            sums[kind] = sums.get(kind, 0) + reason.tenths
        order = ("better", "worse", "questions", "rounding")
        return [{"kind": kind, "points": _signed(sums[kind])} for kind in order if kind in sums]

    @cached_property
    def _points(self) -> Mapping[str, str]:
        told = self._comparison.reasons
        return {one.question.id: _signed(one.tenths) for one in told if one.question is not None}

    def _group(self, group: ComparedGroup) -> View:
        questions = self._printed(group.questions)
        return {
            "title": group.group.label.pick(self._language),
            "before": group.score_before,
            "now": group.score_now,
            "better": sum(one.change is Change.BETTER or bool(one.gained) for one in questions),
            "worse": sum(one.change is Change.WORSE or bool(one.lost) for one in questions),
        }

    def _done(self, done: ComparedAction) -> View:
        return {
            "title": done.action.title.pick(self._language),
            "done_on": done.done_on.isoformat() if done.done_on else "",
            "has_proof": done.has_proof,
            "again": done.is_open,
        }


def _state(answer: Answer | None) -> str:
    return "" if answer is None else answer.choice.value


def _signed(tenths: int) -> str:
    """Points as people add them up: +3, −0.5."""
    sign = "+" if tenths > 0 else "\N{MINUS SIGN}"
    return f"{sign}{abs(tenths) / 10:g}"
