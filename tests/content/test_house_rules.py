"""The rules of the house for questions and actions: short, plain, complete in both languages, no threats."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from merchant_guard.domain.action import Action
from merchant_guard.domain.question import Question, RedLine
from merchant_guard.system import resources
from tests.support import real_content

LONGEST_TITLE, LONGEST_HINT, LONGEST_NOTE, LONGEST_TASK, LONGEST_SENTENCE = 22, 45, 16, 20, 25

BANNED_PHRASES = (
    "进入即视为同意",
    "填写即同意全部",
    "最终解释权",
    "泄露概不负责",
    "符合令第25号",
    "已通过审计",
)
BANNED_WORDS = ("违法", "违规", "合规", "您", *BANNED_PHRASES)
NAMES_OF_LAWS = ("title", "short_title", "issuer")

# Place → why a longer sentence, or a banned word, has to stand there.
EXCUSED: dict[str, str] = {}

CHINESE = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")


def questions() -> tuple[Question, ...]:
    return real_content.bank().questions


def actions() -> list[Action]:
    return list(real_content.bank().actions.values())


def too_long(kind: str, longest: int, texts: Iterator[tuple[str, str]]) -> list[str]:
    return [
        f"{where} {kind} {len(zh)} > {longest}: {zh}"
        for where, zh in texts
        if len(zh) > longest and where not in EXCUSED
    ]


def test_what_stands_in_one_line_fits_it() -> None:
    faults = [
        *too_long("title", LONGEST_TITLE, ((q.id, q.title.zh) for q in questions())),
        *too_long("hint", LONGEST_HINT, ((q.id, q.hint.zh) for q in questions())),
        *too_long("note", LONGEST_NOTE, ((q.id, note.zh) for q in questions() for note in q.notes.values())),
        *too_long("title", LONGEST_TASK, ((a.id, a.title.zh) for a in actions())),
    ]
    assert not faults, real_content.listed(faults)


def sentences_of(question: Question) -> Iterator[tuple[str, str, str]]:
    """Every text of a question: where, what, and its Chinese."""
    yield from (
        (question.id, kind, getattr(question, kind).zh) for kind in ("title", "hint", "why", "example")
    )
    yield question.id, "ask", question.ask.say.zh
    yield from ((question.id, "look", step.zh) for step in question.look)
    yield from ((f"{question.id}/{tick.id}", "tick", tick.title.zh) for tick in question.ticks)


def sentences_to_do(action: Action) -> Iterator[tuple[str, str, str]]:
    """Every text of an action; a step that names a menu path is read click by click, not as a sentence."""
    yield from ((action.id, kind, getattr(action, kind).zh) for kind in ("title", "why", "proof"))
    yield from ((action.id, "step", step.text.zh) for step in action.steps if step.menu is None)


def test_sentences_are_short() -> None:
    texts = [text for q in questions() for text in sentences_of(q)]
    texts += [text for a in actions() for text in sentences_to_do(a)]
    faults = []
    for where, kind, zh in texts:
        ends = r"[。！？；，]" if kind in ("title", "hint") else r"[。！？]"
        faults += too_long(kind, LONGEST_SENTENCE, ((where, part) for part in re.split(ends, zh)))
    assert not faults, real_content.listed(faults)


def test_nothing_threatens_or_promises_what_only_an_authority_can_say() -> None:
    """The names of laws are theirs; what a law says may be said in its own words."""
    faults = []
    for place, zh, _ in real_content.sentences():
        of_a_law = place.startswith("content/law/")
        banned = BANNED_PHRASES if of_a_law else BANNED_WORDS
        if not (of_a_law and place.endswith(NAMES_OF_LAWS)) and place not in EXCUSED:
            faults += [f"{place}: {word} in {zh}" for word in banned if word in zh]
    assert not faults, real_content.listed(faults)


def test_the_english_is_english() -> None:
    faults = [f"{place}: {en}" for place, _, en in real_content.sentences() if CHINESE.search(en)]
    assert not faults, real_content.listed(faults)


def test_no_sentence_has_blanks_at_its_ends() -> None:
    faults = [
        place for place, *pair in real_content.sentences() if any(text != text.strip() for text in pair)
    ]
    assert not faults, real_content.listed(faults)


def test_a_question_asks_for_two_to_four_measures_and_says_where_to_look() -> None:
    faults = [q.id for q in questions() if not (2 <= len(q.ticks) <= 4 and 1 <= len(q.look) <= 3)]
    assert not faults, real_content.listed(faults)


def test_all_four_answers_have_their_own_words() -> None:
    faults = [
        q.id
        for q in questions()
        if set(q.notes) != {"yes", "partly", "no", "unsure"} or len({n.zh for n in q.notes.values()}) < 4
    ]
    assert not faults, real_content.listed(faults)


def test_a_crime_is_a_forbidden_red_line_and_nothing_is_to_be_written_about_it() -> None:
    """Its actions say: stop, change no records, write nothing here, ask a lawyer or tell the police."""
    bank = real_content.bank()
    faults = []
    for question in questions():
        if not question.crime:
            continue
        under_it = [
            tick for tick in question.ticks if RedLine.FORBIDDEN in (question.red_line, tick.red_line)
        ]
        if not under_it:
            faults.append(f"{question.id}: no forbidden red line")
        for tick in under_it:
            steps = "".join(step.text.zh for step in bank.actions[tick.action].steps)
            wanted = ("停", "不要删", "不要在这里写", "律师", "公安")
            faults += [f"{tick.action}: no {word}" for word in wanted if word not in steps]
    assert not faults, real_content.listed(faults)


def test_steps_for_those_who_did_not_find_it_are_marked_and_never_come_first() -> None:
    """Short lists leave them out, so nothing else may hide in them."""
    faults = []
    for action in actions():
        faults += [
            f"{action.id}: {step.text.zh}"
            for step in action.steps
            if step.fallback is not step.text.zh.startswith("找不到")
        ]
        faults += [action.id] if action.steps[0].fallback else []
    assert not faults, real_content.listed(faults)


def test_what_comes_first_goes_round_in_no_circle_and_holds_up_no_red_line() -> None:
    bank = real_content.bank()
    under_a_line = {
        tick.action
        for question in questions()
        for tick in question.ticks
        if max(question.red_line.rank, tick.red_line.rank)
    }
    faults = [
        f"{action.id} waits for {before}"
        for action in actions()
        for before in action.after
        if action.id in under_a_line and before not in under_a_line
    ]
    for action in actions():
        ahead, seen = list(action.after), set()
        while ahead:
            here = ahead.pop()
            if here not in seen:
                seen.add(here)
                ahead += bank.actions[here].after
        faults += [f"{action.id} waits for itself"] if action.id in seen else []
    assert not faults, real_content.listed(faults)


def test_forbidden_red_lines_are_what_the_law_forbids() -> None:
    faults = [q.id for q in questions() if q.red_line is RedLine.FORBIDDEN and not q.force.is_law]
    assert not faults, real_content.listed(faults)


def test_every_red_line_question_can_come_up_in_the_quick_check() -> None:
    lines = [
        q for q in questions() if q.red_line is not RedLine.NONE or any(t.red_line.rank for t in q.ticks)
    ]
    faults = [q.id for q in lines if q.quick_rank is None]
    assert not faults, real_content.listed(faults)


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    keys = [key for key, _ in pairs]
    assert len(keys) == len(set(keys)), f"a key twice among {keys}"
    return dict(pairs)


@pytest.mark.parametrize("name", [one.name for one in real_content.source().files])
def test_no_key_stands_twice_in_one_object(name: str) -> None:
    """Reading JSON keeps the last and says nothing."""
    json.loads(resources.read_text(name), object_pairs_hook=_without_repeats)
