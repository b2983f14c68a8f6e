"""Where blocks land: rows whole, bands and heads never alone, chains together, nothing outside the body."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from merchant_guard.documents.blocks import (
    Band,
    Block,
    Columns,
    Frame,
    Heading,
    PageBreak,
    Paragraph,
    Row,
    Size,
    Table,
    Words,
)
from merchant_guard.documents.flow import BlockTooHighError
from merchant_guard.documents.fonts import FontStack
from merchant_guard.documents.layout import lay_out
from merchant_guard.documents.page_format import A4, LABEL_100X180
from merchant_guard.documents.pdf import write_pdf
from merchant_guard.documents.units import MM
from tests.support.papers import paper, printed
from tests.support.pdfs import Pdf, Run

HEAD = Row(((Paragraph((Words("HEAD"),)),),))
LINE = 16.0
"""Height in points of a line of body text."""
LINES_A_PAGE = int((A4.body_top - A4.body_bottom) / LINE)


def text(words: str, **traits: object) -> Paragraph:
    return Paragraph((Words(words),), **traits)  # type: ignore[arg-type]


def lines_of(name: str, count: int) -> str:
    return "\n".join(f"{name}.{line}" for line in range(count))


def row(name: str, lines: int = 1) -> Row:
    return Row(((text(lines_of(name, lines)),),))


def table(*rows: Row | Band, head: Row | None = HEAD) -> Table:
    return Table((174.0,), head, rows)


def body(pdf: Pdf, page: int | None = None) -> list[Run]:
    """What stands between the running lines."""
    inside = (A4.body_bottom / MM, A4.body_top / MM)
    return [run for run in pdf.runs if inside[0] < run.y < inside[1] and page in (None, run.page)]


def words(pdf: Pdf, page: int | None = None) -> list[str]:
    return [run.text for run in body(pdf, page)]


def pages_of(pdf: Pdf, name: str) -> set[int]:
    """The pages on which lines of this name stand."""
    return {run.page for run in body(pdf) if run.text.partition(".")[0] == name}


def filled(lines: int) -> Paragraph:
    """Text that takes so many lines of a page."""
    return text(lines_of("filled", lines))


@given(st.lists(st.integers(1, 30), min_size=1, max_size=25))
@settings(max_examples=25)
def test_a_row_is_never_split_and_the_head_stands_over_every_page_of_a_table(heights: list[int]) -> None:
    pdf = printed(table(*(row(f"r{number}", height) for number, height in enumerate(heights))))
    for number, height in enumerate(heights):
        assert len(pages_of(pdf, f"r{number}")) == 1
        assert f"r{number}.{height - 1}" in words(pdf)
    for page in range(pdf.pages):
        assert words(pdf, page)[0] == "HEAD"
        assert words(pdf, page).count("HEAD") == 1


@given(st.lists(st.tuples(st.integers(1, 20), st.booleans()), min_size=1, max_size=25))
@settings(max_examples=25)
def test_a_band_is_never_last_on_a_page_nor_the_head_alone_on_one(shape: list[tuple[int, bool]]) -> None:
    rows: list[Row | Band] = []
    for number, (height, has_band) in enumerate(shape):
        rows += [Band(f"band{number}")] if has_band else []
        rows.append(row(f"r{number}", height))
    pdf = printed(text("before"), table(*rows))
    for page in range(pdf.pages):
        assert not words(pdf, page)[-1].startswith("band")
        assert words(pdf, page)[-1] != "HEAD"
    assert [word for word in words(pdf) if word.startswith("band")] == [
        one.left for one in rows if isinstance(one, Band)
    ]


@given(st.lists(st.integers(1, 60), min_size=1, max_size=12))
@settings(max_examples=25)
def test_everything_is_printed_once_in_order_between_head_and_foot(heights: list[int]) -> None:
    blocks = [text(lines_of(f"p{number}", height)) for number, height in enumerate(heights)]
    pdf = printed(*blocks)
    expected = [f"p{number}.{line}" for number, height in enumerate(heights) for line in range(height)]
    assert words(pdf) == expected
    edges = [edge for page in range(pdf.pages) for edge in pdf.edges(page)]
    assert min(edge[0] for edge in edges) > 17.6
    assert max(edge[2] for edge in edges) < 192.4


@pytest.mark.parametrize("above", range(LINES_A_PAGE - 3, LINES_A_PAGE + 1))
@pytest.mark.parametrize("height", [2, 3, 4, 30, 100])
def test_a_paragraph_never_leaves_one_line_alone(above: int, height: int) -> None:
    pdf = printed(filled(above), text(lines_of("p", height)))
    for page in pages_of(pdf, "p"):
        assert sum(word.startswith("p.") for word in words(pdf, page)) >= 2


@pytest.mark.parametrize("above", range(LINES_A_PAGE - 6, LINES_A_PAGE + 1))
def test_a_heading_stands_on_the_page_of_what_it_heads(above: int) -> None:
    pdf = printed(filled(above), Heading("part"), text("what it heads"))
    assert words(pdf, pdf.pages - 1)[-2:] == ["part", "what it heads"]


@pytest.mark.parametrize("above", range(LINES_A_PAGE - 8, LINES_A_PAGE + 1))
def test_a_heading_a_head_and_a_band_wait_for_the_first_row(above: int) -> None:
    pdf = printed(filled(above), Heading("part"), table(Band("band"), row("r", 2)))
    assert words(pdf, pdf.pages - 1)[-5:] == ["part", "HEAD", "band", "r.0", "r.1"]


@pytest.mark.parametrize("above", range(LINES_A_PAGE - 6, LINES_A_PAGE + 1))
def test_paragraphs_kept_together_move_to_the_next_page_together(above: int) -> None:
    chain = [text(f"k.{number}", keep=number < 4) for number in range(5)]
    pdf = printed(filled(above), *chain)
    assert len(pages_of(pdf, "k")) == 1


def test_a_chain_longer_than_a_page_begins_on_a_new_one_and_runs_on() -> None:
    chain = [text(f"k.{number}", keep=True) for number in range(LINES_A_PAGE + 5)]
    pdf = printed(text("before"), *chain, text("after"))
    assert pdf.pages == 3
    assert words(pdf, 0) == ["before"]
    assert words(pdf, 1)[0] == "k.0"


def test_a_page_break_begins_a_page_and_space_over_a_block_is_dropped_there() -> None:
    pdf = printed(
        text("one"), PageBreak(), text("two", space=30.0), PageBreak(), Heading("three"), text("four")
    )
    assert [words(pdf, page) for page in range(3)] == [["one"], ["two"], ["three", "four"]]
    places = {run.text: run.y for run in body(pdf)}
    assert places["two"] == places["one"]


def test_space_over_a_block_is_kept_elsewhere() -> None:
    pdf = printed(text("one"), text("two", space=30.0), text("three"))
    first, second, third = (run.y for run in body(pdf))
    assert first - second == pytest.approx(30 + LINE / MM, abs=0.02)
    assert second - third == pytest.approx(LINE / MM, abs=0.02)


def test_a_mark_hangs_before_the_first_line_only() -> None:
    pdf = printed(text("甲\n乙", mark="1."))
    assert [(run.text, round(run.x - 18, 1)) for run in body(pdf)] == [("1.", 0), ("甲", 5.5), ("乙", 5.5)]


def test_a_paragraph_to_the_right_ends_at_the_right_edge() -> None:
    pdf = printed(text("右边", right=True))
    assert body(pdf)[0].x == pytest.approx(210 - 18 - 2 * 10 / MM, abs=0.02)


def test_cells_stand_side_by_side_with_their_first_lines_level() -> None:
    cells = ((text("甲", size=Size.BODY),), (text("乙"), text("丙")), ())
    pdf = printed(Table((50.0, 60.0, 64.0), None, (Row(cells),)))
    first, second, third = body(pdf)
    assert [round(run.x) for run in (first, second, third)] == [18, 68, 68]
    assert first.y == second.y > third.y


def test_a_frame_is_drawn_round_its_paragraphs_on_one_page() -> None:
    inside = tuple(text(f"f.{number}") for number in range(6))
    pdf = printed(filled(LINES_A_PAGE - 3), Frame(inside))
    assert pages_of(pdf, "f") == {1}
    boxes = [edge for edge in pdf.edges(1) if edge[2] - edge[0] > 170 and edge[3] - edge[1] > 20]
    (left, bottom, right, top) = boxes[0]
    assert all(left < run.x < right and bottom < run.y < top for run in body(pdf, 1))


def columns(*heights: int, keep: bool = True) -> Columns:
    """Items of so many lines, each of them kept together, in two columns."""
    return Columns(
        tuple(
            text(f"i{number}.{line}", keep=keep and line < height - 1)
            for number, height in enumerate(heights)
            for line in range(height)
        )
    )


def column_of(run: Run) -> int:
    return int(run.x > A4.width / MM / 2)


@given(st.lists(st.integers(1, LINES_A_PAGE), min_size=1, max_size=16), st.integers(0, LINES_A_PAGE))
@settings(max_examples=25)
def test_what_is_in_columns_is_printed_once_in_order_and_each_item_in_one_column(
    heights: list[int], above: int
) -> None:
    pdf = printed(*([filled(above)] if above else []), columns(*heights), text("after"))
    inside = [run for run in body(pdf) if run.text.startswith("i")]
    assert [run.text for run in inside] == [
        f"i{number}.{line}" for number, height in enumerate(heights) for line in range(height)
    ]
    places = [(run.page, column_of(run), -run.y) for run in inside]
    assert places == sorted(places)
    for number in range(len(heights)):
        mine = [run for run in inside if run.text.startswith(f"i{number}.")]
        assert len({(run.page, column_of(run)) for run in mine}) == 1
    (after,) = (run for run in body(pdf) if run.text == "after")
    assert (after.page, -after.y) > max((run.page, -run.y) for run in inside)


def test_the_columns_of_the_last_page_are_about_the_same_length() -> None:
    pdf = printed(columns(*[2] * 20))
    lengths = [sum(column_of(run) == column for run in body(pdf)) for column in (0, 1)]
    assert pdf.pages == 1
    assert lengths == [20, 20]


def test_columns_stand_beside_each_other_with_their_first_lines_level() -> None:
    pdf = printed(text("before"), columns(3, 3))
    first, second = (next(run for run in body(pdf) if run.text == f"i{number}.0") for number in (0, 1))
    assert first.y == second.y
    assert (round(first.x), round(second.x)) == (18, 109)


def test_long_words_stay_in_their_column() -> None:
    pdf = printed(Columns((text("一" * 400), text("二" * 400))))
    for run in body(pdf):
        edge = 101 if column_of(run) == 0 else 192.1
        assert run.x + len(run.text) * 10 / MM <= edge + 0.1


@pytest.mark.parametrize("above", range(LINES_A_PAGE - 8, LINES_A_PAGE + 1))
def test_a_heading_stands_on_the_page_of_the_first_item_below_it(above: int) -> None:
    pdf = printed(filled(above), Heading("part"), text("kept", keep=True), columns(3, 3))
    (part,) = (run for run in body(pdf) if run.text == "part")
    assert pages_of(pdf, "i0") == {part.page}


TOO_HIGH: list[tuple[str, Sequence[Block]]] = [
    ("row", [table(row("r", LINES_A_PAGE + 1))]),
    ("row with its head", [table(row("r", LINES_A_PAGE - 1))]),
    ("row after others", [table(row("r", 2), row("s", LINES_A_PAGE + 1))]),
    ("frame", [Frame((filled(LINES_A_PAGE + 1),))]),
    ("row in a column", [Columns((table(row("r", LINES_A_PAGE + 1)),))]),
]


@pytest.mark.parametrize("blocks", [blocks for _, blocks in TOO_HIGH], ids=[name for name, _ in TOO_HIGH])
def test_only_what_is_higher_than_a_page_breaks_and_none_of_it_is_lost(blocks: Sequence[Block]) -> None:
    pdf = printed(*blocks)
    lines = [word for word in words(pdf) if word.partition(".")[0] in ("r", "s", "filled")]
    assert len(set(lines)) == len(lines) >= LINES_A_PAGE - 1
    edges = [edge for page in range(pdf.pages) for edge in pdf.edges(page)]
    assert min(edge[1] for edge in edges) > 12 and max(edge[3] for edge in edges) < 297 - 12
    assert pdf.pages <= 3


@pytest.mark.parametrize("blocks", [blocks for name, blocks in TOO_HIGH if name in ("row", "frame")])
def test_on_a_label_it_is_refused_so_that_less_is_said(blocks: Sequence[Block]) -> None:
    with pytest.raises(BlockTooHighError):
        write_pdf(paper(*blocks), LABEL_100X180)


def test_a_row_of_a_whole_page_is_not_refused() -> None:
    pdf = printed(text("before"), table(row("r", LINES_A_PAGE), head=None))
    assert pages_of(pdf, "r") == {1}


@pytest.mark.parametrize(
    "block",
    [
        Frame((Heading("no"),)),
        Frame((PageBreak(),)),
        Columns((PageBreak(),)),
        Table((10.0, 10.0), None, (row("r"),)),
    ],
)
def test_blocks_that_do_not_go_together_are_a_fault_of_the_template(block: Block) -> None:
    with pytest.raises(ValueError, match=r"holds paragraphs only|argument|stand between"):
        lay_out([block], FontStack("zh"))
