"""Our own drawings: read from data, drawn black on every page, and high enough for their line."""

import re

import pytest

from merchant_guard.documents.blocks import CheckBox, Paragraph, Picture, Words
from merchant_guard.documents.drawings import drawing
from merchant_guard.documents.markup import parse
from merchant_guard.documents.page_format import LABEL_100X180
from merchant_guard.documents.pdf import write_pdf
from merchant_guard.documents.units import MM
from merchant_guard.system import resources
from tests.support.papers import paper, printed
from tests.support.pdfs import Pdf

NAMES = [name.rpartition("/")[2].removesuffix(".json") for name in resources.names("drawings", ".json")]
EVERY = pytest.mark.parametrize("name", NAMES)
GRAY = re.compile(rb"([\d.]+) [gG]\b")
LINE_WIDTH = re.compile(rb"(?<![\d.])([\d.]+) w\b")


@EVERY
def test_a_drawing_stays_on_its_grid(name: str) -> None:
    drawn = drawing(name)
    for shape in drawn.shapes:
        far = shape.radius + shape.line / 2
        for x, y in shape.points:
            assert far - 0.01 <= x <= drawn.width - far + 0.01
            assert far - 0.01 <= y <= drawn.height - far + 0.01


@EVERY
def test_a_drawing_is_as_high_as_asked_black_and_has_no_fine_line(name: str) -> None:
    pdf = Pdf(write_pdf(paper(Paragraph((Picture(name, 40),))), LABEL_100X180).data)
    content = pdf.reader.pages[0].get_contents().get_data()
    assert {float(gray) for gray in GRAY.findall(content)} <= {0, 1}
    assert min(float(width) for width in LINE_WIDTH.findall(content)) >= 0.4 * MM - 0.01
    edges = [edge for edge in pdf.edges(0) if edge[2] - edge[0] < 60]
    assert edges


def test_what_follows_a_picture_stands_below_it() -> None:
    pdf = printed(
        Paragraph((Words("前"),)), Paragraph((Picture("tell-at-once", 50),)), Paragraph((Words("后"),))
    )
    places = {run.text: run.y for run in pdf.runs if run.text in "前后"}
    assert 50 < places["前"] - places["后"] < 65


def test_words_beside_a_picture_stand_at_its_middle() -> None:
    pdf = printed(Paragraph((Picture("tell-at-once", 50), Words("旁"))), Paragraph((Words("后"),)))
    places = {run.text: run.y for run in pdf.runs if run.text in "旁后"}
    assert 22 < places["旁"] - places["后"] < 34


def test_a_box_with_a_letter_is_as_wide_as_said_and_its_line_high_enough() -> None:
    boxes = tuple(CheckBox(False, 8, 11, day) for day in "一二")
    pdf = printed(Paragraph(boxes), Paragraph(boxes))
    found = sorted(edge for edge in pdf.edges(0) if 11 <= edge[2] - edge[0] < 12 and edge[3] - edge[1] < 9)
    assert len(found) == 4
    tops = sorted({round(edge[3], 1) for edge in found})
    assert tops[1] - tops[0] > 8
    assert pdf.text().count("一") == pdf.text().count("二") == 2


@pytest.mark.parametrize(
    "markup",
    ['<picture name="tell-at-once" height="30"/>', '<p><picture name="tell-at-once" height="30"/></p>'],
)
def test_a_picture_stands_alone_or_in_a_line(markup: str) -> None:
    head = '<head title="" continued="" name="" meta="" right=""/><foot first="" right="" second=""/>'
    read = parse(
        f'<paper title="" subject="" language="zh" made_on="2026-11-30" pages="">{head}{markup}</paper>'
    )
    (block,) = read.blocks
    assert isinstance(block, Paragraph)
    assert block.inlines == (Picture("tell-at-once", 30.0),)


def test_a_drawing_there_is_not_and_one_that_is_damaged_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(FileNotFoundError):
        drawing("no-such-drawing")
    for damaged in ('{"square": [1, 2, 3]}', '{"line": [1, 2, 3]}', '{"rect": [1, 2, 3, 4], "fill": "red"}'):
        drawing.cache_clear()
        text = f'{{"width": 100, "height": 100, "shapes": [{damaged}]}}'
        monkeypatch.setattr(resources, "read_text", lambda _name, text=text: text)
        with pytest.raises(ValueError):
            drawing("damaged")
    monkeypatch.undo()
    drawing.cache_clear()
