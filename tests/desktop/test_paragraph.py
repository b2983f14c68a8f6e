"""A paragraph takes the room and breaks the lines that a label of rich text would, and draws the same."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication, QLabel

from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.labels import selectable_label, set_text, text_label

TEXTS = (
    "备份",
    "把顾客的电话写在纸上，用完就撕碎。",
    "“大家共用一个账号”是什么意思？《个人信息保护法》第 51 条：应当采取措施。" * 6,
    "Lock the screen when you leave the counter, even for a minute.",
    "Data stays here.\nNever online, never uploaded.",
    "a-very-long-word-" * 12,
)
STYLES = ("caption", "body", "question")
LOOKS = (Look("zh"), Look("en"), Look("zh", text_size="huge"))


def measures(label: QLabel) -> tuple[object, ...]:
    return (
        label.sizeHint(),
        label.minimumSizeHint(),
        *(label.heightForWidth(width) for width in (40, 150, 333, 700)),
    )


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("text", TEXTS)
def test_it_asks_for_the_same_room(qapp: QApplication, look: Look, style: str, text: str) -> None:
    assert measures(text_label(look, text, style)) == measures(selectable_label(look, text, style))


@settings(max_examples=60, deadline=None)
@given(
    text=st.text(alphabet="店铺的顾客电话，。《》“”abc DEF-12", max_size=120)
    .map(lambda text: " ".join(text.split()))
    .filter(bool),
    width=st.integers(20, 800),
)
def test_it_breaks_lines_in_the_same_places(qapp: QApplication, text: str, width: int) -> None:
    mine, rich = text_label(Look(), text), selectable_label(Look(), text)
    assert mine.heightForWidth(width) == rich.heightForWidth(width)


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("text", TEXTS)
def test_it_draws_the_same(qapp: QApplication, look: Look, text: str) -> None:
    pictures = []
    for label in (text_label(look, text), selectable_label(look, text)):
        label.resize(240, 300)
        pictures.append(label.grab().toImage())
    assert pictures[0] == pictures[1]


def test_other_words_and_another_font_are_measured_anew(qapp: QApplication) -> None:
    look = Look()
    label = text_label(look, "短")
    before = label.heightForWidth(120)
    set_text(look, label, "很长的一段话，一行写不下，要写好几行才写得下。")
    longer = label.heightForWidth(120)
    label.setFont(look.font("first"))
    assert before < longer < label.heightForWidth(120)
