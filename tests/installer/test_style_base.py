"""The style base of Word files is the one its script makes from the sizes of the print design."""

import importlib.util
from pathlib import Path

from tests.support.word_files import parts

ROOT = Path(__file__).resolve().parents[2]


def test_the_committed_file_is_what_the_script_makes() -> None:
    spec = importlib.util.spec_from_file_location("style_base", ROOT / "installer" / "make_style_base.py")
    assert spec is not None and spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    committed = (ROOT / "resources" / "styles" / "paper.docx").read_bytes()
    assert parts(committed) == parts(script.style_base())


def test_it_holds_no_words_no_picture_and_nothing_of_another_program() -> None:
    names = set(parts((ROOT / "resources" / "styles" / "paper.docx").read_bytes()))
    frame = {"[Content_Types].xml", "_rels/.rels", "docProps/core.xml"}
    heads = {f"word/{kind}{number}.xml" for kind in ("header", "footer") for number in (1, 2)}
    rest = {f"word/{name}" for name in ("document.xml", "styles.xml", "settings.xml")}
    assert names == frame | heads | rest | {"word/_rels/document.xml.rels"}
