"""A register on paper: every line, what was late, changed or crossed out, and room to go on by hand."""

from dataclasses import replace
from datetime import date

import pytest

from merchant_guard.documents.column_widths import column_widths
from merchant_guard.documents.fonts import FontStack
from merchant_guard.documents.paper_source import PaperSource
from merchant_guard.documents.papers import paper_pdf
from merchant_guard.documents.register_list_view import BLANK_ROWS
from merchant_guard.domain.paper import REGISTER_LIST, PageSize, PaperSubject, Share
from merchant_guard.domain.registers.book import Book
from merchant_guard.localization import LANGUAGES, Language, translator
from tests.support.books import book, entry
from tests.support.kept_registers import STRUCK_REASON, about, kept_book, many_disposals, plan
from tests.support.pdfs import Pdf, squeezed
from tests.support.real_content import bank

BOTH_LANGUAGES = pytest.mark.parametrize("language", LANGUAGES)
BOTTOM, TOP = 25.5, 297 - 35
"""Where the body of a page ends and begins, in mm from its foot."""


def printed(subject: PaperSubject, language: Language = "zh") -> Pdf:
    made = plan()
    source = PaperSource(made.assessment, made.plan, made.checked_on, language, subject)
    return Pdf(paper_pdf("register-list", "a4", source).data)


def said(sentence: str, language: Language = "zh", **values: object) -> str:
    return squeezed(translator(language)(sentence) % values)


@BOTH_LANGUAGES
@pytest.mark.parametrize("register_id", list(bank().registers))
def test_every_register_can_be_printed_with_the_columns_of_its_table(
    register_id: str, language: Language
) -> None:
    register = bank().registers[register_id]
    text = printed(about(register_id), language).text()
    titles = [register.title, *(register.field(column).label for column in register.columns)]
    assert [title.en for title in titles if squeezed(title.pick(language)) not in text] == []


@BOTH_LANGUAGES
def test_every_line_is_there_and_says_when_it_was_entered(language: Language) -> None:
    text = printed(about("disposals"), language).text()
    assert text.count("2026-09-08") == 2
    assert said("written later, %(day)s", language, day="2026-09-26") in text
    assert text.count("员工甲") == 12
    assert said("Entries: %(count)s", language, count=12) in text


def test_what_was_changed_and_crossed_out_is_on_it_with_reason_and_day() -> None:
    text = printed(about("staff")).text()
    assert said("crossed out on %(day)s: %(reason)s", day="2026-03-20", reason=STRUCK_REASON) in text
    assert text.index("员工丁") > text.index(said("Crossed out: %(count)s", count=1))
    changed = text[text.index(said("Changed later")) :]
    assert "2026-01-042026-01-052026-03-20" in changed
    assert "打包快递员2026-03-20" in changed


def test_the_status_is_only_told_where_it_is_known() -> None:
    status = said("Status")
    assert status not in printed(about("staff")).text()
    text = printed(replace(about("staff"), near=())).text()
    assert status in text
    assert "已离职" in text


def test_an_empty_register_is_a_form_to_be_filled_in_by_hand() -> None:
    pdf = printed(about("requests"))
    assert pdf.pages == 1
    assert said("Nothing is entered yet.") in pdf.text()
    assert said("Kept by (signature)") in pdf.text()
    wide_lines = [edge for edge in pdf.edges(0) if edge[3] - edge[1] < 1 and 10 < edge[2] - edge[0] < 100]
    columns = len(bank().registers["requests"].columns) + 1
    assert len(wide_lines) == BLANK_ROWS * columns + 2


def test_five_hundred_lines_fill_their_pages_and_none_is_lost_or_split() -> None:
    pdf = printed(about("disposals", many_disposals(500)))
    assert 12 < pdf.pages < 22
    lines = [run for run in pdf.runs if run.text == "一袋" or "大约两百张" in run.text]
    assert len(lines) == 500
    for number in range(pdf.pages):
        of_page = [run.y for run in pdf.runs if run.page == number]
        body = [y for y in of_page if BOTTOM < y < TOP]
        assert said("Entered on") in pdf.text(number)
        if number < pdf.pages - 2:
            assert min(body) < BOTTOM + 15
    wrapped = [run for run in pdf.runs if "大约两百张" in run.text]
    rest = [
        run
        for run in pdf.runs
        if run.text and run.text in "一起的包裹放在" and abs(run.x - wrapped[0].x) < 0.1
    ]
    assert len(rest) == len(wrapped)
    assert [one.page for one in rest] == [one.page for one in wrapped]


def test_what_people_wrote_is_never_markup_and_may_be_long() -> None:
    wild = {"on": date(2026, 3, 2), "amount": "<b>&" + "很长" * 300, "what": "labels"}
    text = printed(about("disposals", book([entry("disposals", date(2026, 3, 2), wild)]))).text()
    assert "<b>&" in text
    assert text.count("很长") == 300


def test_it_stays_in_the_shop_and_on_a4() -> None:
    assert (REGISTER_LIST.sizes, REGISTER_LIST.share) == ((PageSize.A4,), Share.INSIDE)


def test_a_register_there_is_not_is_no_paper() -> None:
    with pytest.raises(KeyError):
        printed(about("nothing", Book()))


# --- columns --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "columns",
    [
        [["名"], ["日期"], ["状态"]],
        [["名", "很长" * 60], ["日期", "2026-11-30"], ["状态", "已签"]],
        [["名", "很长" * 60], ["日期", "更长" * 90], ["另一个", "最长" * 99]],
        [["名字" * 30, "短"]] * 8,
    ],
)
def test_columns_fill_the_page_and_days_are_never_broken(columns: list[list[str]]) -> None:
    fonts = FontStack("zh")
    widths = column_widths(columns, 9.5, fonts)
    assert sum(widths) == pytest.approx(174, abs=0.1)
    assert min(widths) > 16
    for (_title, *lines), width in zip(columns, widths, strict=True):
        if "2026-11-30" in lines:
            assert width > fonts.width("2026-11-30", bold=True) * 9.5 * 25.4 / 72 + 1.5


def test_the_widest_columns_share_what_the_narrow_ones_leave() -> None:
    widths = column_widths(
        [["短", "2026-11-30"], ["长", "长" * 200], ["也长", "长" * 300]], 9.5, FontStack("zh")
    )
    assert widths[1] == pytest.approx(widths[2], abs=0.1)
    assert widths[0] < 25


def test_lines_that_were_kept_are_those_of_this_shop() -> None:
    assert set(kept_book().by_register) == {"staff", "accounts", "disposals"}
