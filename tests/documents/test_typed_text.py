"""Whatever a person types prints as typed: names, notes, reasons; what cannot be printed is named to them."""

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from merchant_guard.documents.fonts import is_invisible
from merchant_guard.documents.pdf import PdfFile
from merchant_guard.domain.answers import Answer, Progress
from merchant_guard.domain.question import Choice
from merchant_guard.domain.shop import Shop, StaffMember
from merchant_guard.localization import LANGUAGES, Language
from tests.support.pdfs import Pdf
from tests.support.plans import made
from tests.support.small_bank import SMALL_BANK

CRIME, GAP, ASIDE = "marketing.never-sell", "access.own-accounts", "waybill.masked"
PROFILE = {"computer": True, "team": 4, "kinds": frozenset({"online_shop"}), "members": True}
LONGEST_NAME, LONGEST_PERSON = 300, 50
"""As long as a shop's name was ever asked to be, and as long as answer files let a person's be."""

WILD = {
    "ampersand": "甲 & 乙 && &amp; &#38; &nbsp;",
    "markup": "<b>粗</b> <p/> </paper> <!-- --> ]]> <?xml?>",
    "quotes": "\"一\" '二' “三” ‘四’ `五`",
    "template": "{{ 7 * 7 }} {% raw %} {# 注 #} {{ shop.__class__ }}",
    "format": "%(count)s %s {page} {0} {pages!r} $1 \\n \\u4e00",
    "300 Han": "店" * 300,
    "300 letters": "a" * 300,
    "300 closing marks": "，" * 300,
    "300 opening marks": "（" * 300,
    "rare names": "㛃䶮𬎆喆堃犇",
    "traditional and kana": "龜鑑們 カタカナ ひらがな 한국어",
    "line ends": "一\n二\n\n三\r\n四\r五\u2028六\u2029七\x85八",
    "tabs and spaces": "\t一\t\t二   三\u3000四\u00a0五\u2003六\u202f七 ",
    "emoji": "好👍🏽 👨‍👩‍👧 ❤️ 🇨🇳 1️⃣ ☺",
    "Arabic and Hebrew": "مرحبا שלום \u202eabc\u202c",
    "other scripts": "ไทย हिन्दी ქართული አማርኛ",
    "combining": "e\u0301 a\u0308 n\u0303 o\u0338 क्षि Z̷̢͝",
    "invisible": "一\u200b二\u200d三\ufeff四\u2060五\u00ad六",
    "controls": "一\x00二\x07三\x1b[31m四\x7f五\x9f",
    "private and unassigned": "\ue000 \uf8ff \U000f0000 \U0010ffff \ufdd0 \ufffe \u0378",
    "mathematics": "𝒜𝔅 ∑ ≤ ½ ① Ⅻ ㎡ ℃ № ¥ ￥ € ☐ ☑ ✓",
    "halves of characters": "一\ud800二\udfff三",
    "a long word in Chinese": "看https://example.com/" + "x" * 200 + "。就这样",
}


def print_with(typed: str, language: Language = "zh") -> PdfFile:
    """A plan in which this text stands wherever a person can type."""
    person = typed[:LONGEST_PERSON]
    shop = Shop(typed[:LONGEST_NAME], PROFILE, (StaffMember(person, "owner"),))
    answers = {
        CRIME: Answer(Choice.NO, note="不该看到"),
        GAP: Answer(Choice.NO, note=typed),
        ASIDE: Answer(Choice.NOT_APPLICABLE, reason=typed + "不发货"),
    }
    progress = {"access.close-leavers": Progress(owner=person)}
    return made(SMALL_BANK, shop, answers, progress).pdf(language)


def is_seen(char: str) -> bool:
    """Whether anything of a character could be seen; halves of characters never reach paper."""
    return not (
        char.isspace() or is_invisible(char) or "\ud800" <= char <= "\udfff" or char in "\ufffe\uffff"
    )


def assert_prints_as_typed(file: PdfFile, typed: str) -> None:
    """Note, reason, name and person copy out; what is not there is named, and nothing else is."""
    pdf = Pdf(file.data)
    text = pdf.text()
    for whole in (typed, typed[:LONGEST_NAME], typed[:LONGEST_PERSON]):
        seen = "".join(char for char in whole if is_seen(char) and char not in file.unprintable)
        assert seen in running(pdf)
    assert file.unprintable <= set(filter(is_seen, typed))
    assert not file.unprintable & set(text)
    assert "不该看到" not in text
    assert all(code > 0 for run in pdf.runs for code in run.codes)


def running(pdf: Pdf) -> str:
    """What copies out of all pages, without the lines that every page repeats."""
    return "".join("".join(run.text for run in pdf.runs if 31 < run.y < 262).split())


@pytest.mark.parametrize("name", WILD)
def test_what_is_typed_is_printed_as_typed(name: str) -> None:
    file = print_with(WILD[name])
    assert_prints_as_typed(file, WILD[name])
    pdf = Pdf(file.data)
    for page in range(pdf.pages):
        assert all(edge[0] > 17.6 and edge[2] < 192.4 for edge in pdf.edges(page))


@pytest.mark.parametrize("name", ["markup", "quotes", "300 letters", "rare names", "emoji", "combining"])
def test_it_prints_on_english_pages_too(name: str) -> None:
    assert_prints_as_typed(print_with(WILD[name], "en"), WILD[name])


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("㛃䶮𬎆喆堃犇 龜 é", ""),
        ("好👍🏽", "👍🏽"),
        ("👨‍👩‍👧", "👨👩👧"),
        ("مرحبا", "مرحبا"),
        ("\ue000\U0010ffff", "\ue000\U0010ffff"),
        ("一\x00\u200b二", ""),
        ("☐☑", "☐☑"),
    ],
)
def test_exactly_the_characters_that_no_font_has_are_named(typed: str, named: str) -> None:
    assert print_with(typed).unprintable == set(named)


def test_a_character_that_no_font_has_is_drawn_as_a_box_where_it_was_typed() -> None:
    pdf = Pdf(print_with("甲😀乙").data)
    note = [run for run in pdf.runs if run.text in ("甲", "乙")]
    first, second = next((one, two) for one, two in pairwise(note) if (one.text, two.text) == ("甲", "乙"))
    between = [
        edge
        for edge in pdf.edges(first.page)
        if first.x < edge[0] < edge[2] < second.x and abs(edge[1] - first.y) < 1 < edge[2] - edge[0] - 1.8
    ]
    assert first.y == second.y and len(between) == 1


def test_line_ends_of_a_note_stay_line_ends() -> None:
    pdf = Pdf(print_with("头一行\n第二行").data)
    lines = [line.strip() for page in range(pdf.pages) for line in pdf.lines(page)]
    assert "第二行" in lines
    assert any(line.endswith("头一行") for line in lines)


def test_the_title_of_the_file_is_the_whole_name() -> None:
    name = "示例" * 150
    info = Pdf(print_with(name).data).reader.metadata
    assert info is not None
    assert info.title == f"整改计划 {name} 2026"


def test_a_long_name_is_shortened_in_the_running_head_and_whole_in_the_summary() -> None:
    pdf = Pdf(print_with("示例" * 150).data)
    heads = {run.text for run in pdf.runs if 266 < run.y < 270 and run.x < 20}
    assert len(heads) == 1 and "…" in heads.pop()
    assert "示例" * 150 in running(pdf)


SAYABLE = st.text(st.characters(codec="utf-8"), max_size=120)


@given(SAYABLE, st.sampled_from(LANGUAGES))
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
def test_anything_at_all_is_printed_as_typed(typed: str, language: Language) -> None:
    assert_prints_as_typed(print_with(typed, language), typed)
