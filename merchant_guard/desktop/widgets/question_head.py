"""Over a question: where we are, the question itself, one line of hint."""

from typing import NamedTuple

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.labels import boxed, text_label
from merchant_guard.desktop.widgets.progress_bars import SegmentBar
from merchant_guard.domain.interview import Interview, QuestionStep
from merchant_guard.domain.question import Question
from merchant_guard.domain.stage import Stage


class Whereabouts(NamedTuple):
    """Where a question stands in its stage: the words at the left, its number and of how many.

    `group` is the number of its group in the whole check; None in the quick check, which has no groups.
    """

    words: str
    number: int
    total: int
    group: int | None = None


def whereabouts(look: Look, interview: Interview, question: Question) -> Whereabouts:
    """In the quick check the place among its questions, else the place in the group and in the whole."""
    if interview.stage is Stage.QUICK:
        ids = [step.id for step in interview.path if isinstance(step, QuestionStep)]
        number = ids.index(question.id) + 1 if question.id in ids else 1
        return Whereabouts(look.words("Quick check"), number, max(len(ids), 1))
    here = interview.place(question)
    heads = interview.bank.heads
    head = next(head for head in heads if question.group in {group.id for group in head.groups})
    group = next(group for group in head.groups if group.id == question.group)
    words = look.words("{head} · {group} · group {number} of {groups}").format(
        head=head.label.pick(look.language),
        group=group.label.pick(look.language),
        number=here.group_number,
        groups=here.groups,
    )
    return Whereabouts(words, here.number, here.questions, here.group_number)


class QuestionHead(QWidget):
    """Captions, segments, title and hint, always at the same height of the page."""

    def __init__(
        self, look: Look, question: Question, here: Whereabouts, low: bool, marked: str = ""
    ) -> None:
        """`marked` is a word about the question itself, as that it is new."""
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 8 if low else 16)
        layout.setSpacing(0)
        captions = QHBoxLayout()
        captions.setSpacing(12)
        captions.addWidget(text_label(look, here.words, "caption", "text2"), 1)
        if marked:
            sign = boxed(look, marked, "badge_force")
            sign.setObjectName("question_mark")
            sign.setFixedHeight(look.line_height("caption"))  # what stands below stays where it is
            captions.addWidget(sign)
        place = look.words("Question {number} of {total}").format(number=here.number, total=here.total)
        captions.addWidget(text_label(look, place, "caption", "text2", wrap=False))
        layout.addLayout(captions)
        layout.addSpacing(6)
        layout.addWidget(SegmentBar(look, here.number, here.total))
        layout.addSpacing(8 if low else 22)
        layout.addWidget(text_label(look, question.title.pick(look.language), "question"))
        layout.addSpacing(2)
        layout.addWidget(text_label(look, question.hint.pick(look.language), "body", "text2"))
