"""Whatever is put before a door: one sentence, exit 1, and nothing in the data folder has changed."""

from pathlib import Path

import pytest

from merchant_guard.domain.errors import InputError
from merchant_guard.domain.evidence import Subject
from merchant_guard.domain.shop import Shop
from merchant_guard.localization.sentences import SENTENCES
from merchant_guard.services.keep_evidence import EvidenceKeeper, Pasted
from merchant_guard.services.read_names import read_names
from merchant_guard.services.take_in import take_in
from merchant_guard.services.workspace import open_workspace
from tests.support import attacks
from tests.support.command_line import run
from tests.support.evidence_files import MOMENT
from tests.support.kept_shops import TODAY
from tests.support.stores import contents, refused

MOST_LINES = 4


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder with a shop in it."""
    folder = tmp_path / "home"
    monkeypatch.setenv("MERCHANT_GUARD_HOME", str(folder))
    with open_workspace(folder) as workspace:
        workspace.shops.save(Shop("小店"))
    return folder


def same_sentence(code: str, said: str) -> bool:
    """Whether the sentence of a code was told, whatever its blanks hold."""
    pieces = [piece.split("}")[-1] for piece in SENTENCES[code].split("{")]
    return all(piece in said for piece in pieces)


def bring(command: str, ending: str, data: bytes, code: str, home: Path) -> None:
    file = home.parent / f"brought{ending}"
    file.write_bytes(data)
    before = contents(home)
    said = run(command, file, "--lang", "en")
    assert (said.code, said.out) == (1, ""), said.err
    assert 1 <= len(said.lines) <= MOST_LINES
    assert same_sentence(code, said.err), said.err
    assert contents(home) == before
    assert sorted(path.name for path in home.parent.iterdir()) == [file.name, home.name]


@pytest.mark.parametrize("what", attacks.on_answers())
def test_an_answer_file(what: str, home: Path) -> None:
    bring("import", ".json", *attacks.on_answers()[what], home)


@pytest.mark.parametrize("what", attacks.on_zips())
def test_a_zip(what: str, home: Path) -> None:
    bring("import", ".zip", *attacks.on_zips()[what], home)


@pytest.mark.parametrize("what", attacks.on_backups())
def test_a_backup(what: str, home: Path) -> None:
    bring("restore", ".mgbak", *attacks.on_backups()[what], home)


@pytest.mark.parametrize("what", attacks.on_pasted())
def test_a_pasted_table(what: str) -> None:
    text, code = attacks.on_pasted()[what]
    with refused(code, InputError):
        read_names(text)


@pytest.mark.parametrize("what", attacks.on_workbooks())
def test_a_spreadsheet(what: str, tmp_path: Path) -> None:
    data, code = attacks.on_workbooks()[what]
    (tmp_path / "list.xlsx").write_bytes(data)
    with refused(code, InputError):
        read_names(tmp_path / "list.xlsx")


@pytest.mark.parametrize("what", attacks.on_evidence())
@pytest.mark.parametrize("way", ["dropped", "pasted"])
def test_a_photo_or_pdf_as_proof(what: str, way: str, home: Path, tmp_path: Path) -> None:
    data, code = attacks.on_evidence()[what]
    (tmp_path / "照片.jpg").write_bytes(data)
    given = tmp_path / "照片.jpg" if way == "dropped" else Pasted("照片.jpg", data)
    with open_workspace(home) as workspace:
        before = contents(home)
        with refused(code, InputError):
            EvidenceKeeper(workspace).add(1, Subject("question", "access.visitors"), given, (), MOMENT)
        assert contents(home) == before


@pytest.mark.parametrize("what", attacks.on_plans())
def test_a_pdf_where_last_year_s_plan_belongs(what: str, home: Path, tmp_path: Path) -> None:
    data, code = attacks.on_plans()[what]
    (tmp_path / "计划.pdf").write_bytes(data)
    with open_workspace(home) as workspace:
        before = contents(home)
        with refused(code, InputError):
            take_in(workspace, tmp_path / "计划.pdf", Shop("小店"), TODAY)
        assert contents(home) == before
