"""The words of a self-check as they stood when it was answered: questions are reworded, old years are not."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from merchant_guard.domain.question import Choice
from merchant_guard.domain.text import Text


@dataclass(frozen=True, slots=True)
class QuestionWords:
    """What stood on the screen of a question: its group and title, the note under each answer, its ticks.

    `ticks` holds those that fitted the shop, by id, in their order.
    """

    group: str
    title: Text
    notes: Mapping[Choice, Text] = field(default_factory=dict)
    ticks: Mapping[str, Text] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one self-check: of its questions and groups, and of the actions done after it, by id.

    `score` is the one that was shown last, None where none was shown.
    """

    questions: Mapping[str, QuestionWords] = field(default_factory=dict)
    groups: Mapping[str, Text] = field(default_factory=dict)
    actions: Mapping[str, Text] = field(default_factory=dict)
    score: int | None = None

    def filled_up(self, more: "Wording") -> "Wording":
        """These words, with what `more` has beside them; what is here already stays, but for the score."""
        return Wording(
            {**more.questions, **self.questions},
            {**more.groups, **self.groups},
            {**more.actions, **self.actions},
            more.score,
        )

    def without(self, question_ids: Iterable[str]) -> "Wording":
        """These words without those of some questions."""
        gone = frozenset(question_ids)
        left = {id_: words for id_, words in self.questions.items() if id_ not in gone}
        return Wording(left, self.groups, self.actions, self.score)

    def plain(self) -> dict[str, Any]:
        """These words as the answer file and the store hold them."""
        plain = {
            "score": self.score,
            "groups": _plain_texts(self.groups),
            "questions": {id_: _plain_question(words) for id_, words in self.questions.items()},
            "actions": _plain_texts(self.actions),
        }
        return {key: value for key, value in plain.items() if value not in (None, {})}

    @classmethod
    def of(cls, plain: Mapping[str, Any]) -> "Wording":
        """Read what `plain` wrote."""
        return cls(
            {id_: _question(one) for id_, one in plain.get("questions", {}).items()},
            _texts(plain.get("groups", {})),
            _texts(plain.get("actions", {})),
            plain.get("score"),
        )


def _plain_texts(texts: Mapping[str, Text]) -> dict[str, Any]:
    return {id_: {"zh": text.zh, "en": text.en} for id_, text in texts.items()}


def _texts(plain: Mapping[str, Any]) -> dict[str, Text]:
    return {id_: Text(one["zh"], one["en"]) for id_, one in plain.items()}


def _plain_question(words: QuestionWords) -> dict[str, Any]:
    return {
        "group": words.group,
        "title": {"zh": words.title.zh, "en": words.title.en},
        "notes": _plain_texts({choice.value: note for choice, note in words.notes.items()}),
        "ticks": _plain_texts(words.ticks),
    }


def _question(plain: Mapping[str, Any]) -> QuestionWords:
    notes = {Choice(choice): note for choice, note in _texts(plain.get("notes", {})).items()}
    title = Text(plain["title"]["zh"], plain["title"]["en"])
    return QuestionWords(plain["group"], title, notes, _texts(plain.get("ticks", {})))
