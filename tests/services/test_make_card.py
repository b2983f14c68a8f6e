"""The recovery card on paper: all sixteen groups with their numbers, on one page."""

from datetime import date
from pathlib import Path

import pytest

from merchant_guard.domain.paper import PageSize
from merchant_guard.domain.recovery_card import key_of_card
from merchant_guard.localization import Language
from merchant_guard.services.make_card import FORMATS, SIZES, make_card, save_card_at
from merchant_guard.services.paper_formats import PaperFormat
from merchant_guard.services.recover import groups_of
from merchant_guard.services.workspace import Workspace, open_workspace
from tests.support.pdfs import Pdf

DAY = date(2026, 11, 30)
LONG = "一家名字很长很长很长很长很长很长很长的网店"


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("shop", ["", LONG])
def test_a_card_holds_its_groups_in_their_order_on_one_page(
    tmp_path: Path, size: PageSize, language: Language, shop: str
) -> None:
    with open_workspace(tmp_path) as workspace:
        card = make_card(workspace, shop, size, language, DAY)
        groups, key = groups_of(workspace), workspace.database.key.raw
    text = Pdf(card.pdf).text()
    assert card.pages == 1 and not card.unprintable
    assert "".join(f"{number}{group}" for number, group in enumerate(groups, start=1)) in text
    assert key_of_card(" ".join(groups)) == key
    assert DAY.isoformat() in text
    assert not shop or shop[:12] in text


def test_a_card_is_written_as_a_pdf_or_a_picture_and_nowhere_else(tmp_path: Path) -> None:
    data, stick = tmp_path / "data", tmp_path / "stick"
    stick.mkdir()
    with open_workspace(data) as workspace:
        before = sorted(data.rglob("*"))
        for wanted in FORMATS:
            place = save_card_at(card(workspace), wanted, stick / "card")
            assert place == stick / f"card.{wanted}"
        assert sorted(data.rglob("*")) == before
    assert (stick / "card.pdf").read_bytes().startswith(b"%PDF")
    assert (stick / "card.png").read_bytes().startswith(b"\x89PNG")
    assert len(list(stick.iterdir())) == len(FORMATS)


def test_there_is_no_word_file_of_a_card(tmp_path: Path) -> None:
    with open_workspace(tmp_path) as workspace:
        assert PaperFormat.DOCX not in FORMATS
        assert card(workspace).blocks is None


def card(workspace: Workspace):
    return make_card(workspace, "", PageSize.A4, "zh", DAY)
