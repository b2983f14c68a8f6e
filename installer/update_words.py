"""Bring the Chinese catalogue up to date: new sentences come in empty, those no longer used go.

Run by `make words`. A test fails while a sentence is empty.
"""

import tomllib
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
PO = ROOT / "resources" / "locale" / "zh_CN" / "LC_MESSAGES" / "merchant_guard.po"
KEYWORDS = {"mark": None, "words": None, "translate": None, "_": None}


def extract() -> Catalog:
    """Gather every sentence of code and templates, as pyproject.toml maps them."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["babel"][
        "mappings"
    ]
    methods = [(mapping["pattern"], mapping["method"]) for mapping in settings]
    options = {mapping["pattern"]: mapping for mapping in settings}
    catalogue = Catalog()
    for _file, _line, message, _comments, _context in extract_from_dir(ROOT, methods, options, KEYWORDS):
        catalogue.add(message)
    return catalogue


def main() -> None:
    """Write the catalogue and say how many sentences wait for their Chinese."""
    with PO.open("rb") as words:
        before = read_po(words, locale="zh_CN")
    after = Catalog(
        locale="zh_CN",
        header_comment=before.header_comment,
        project="Merchant Guard",
        version="",
        msgid_bugs_address="",
        last_translator="The Merchant Guard developers",
        creation_date=before.creation_date,
        revision_date=before.creation_date,
        fuzzy=False,
    )
    for message in extract():
        if message.id:
            known = before.get(message.id)
            after.add(message.id, known.string if known else "", flags=message.flags)
    with PO.open("wb") as words:
        write_po(words, after, width=110, sort_output=True, omit_header=False)
    empty = [message.id for message in after if message.id and not message.string]
    print(f"{len(after)} sentences, {len(empty)} without Chinese", *empty, sep="\n  ")


if __name__ == "__main__":
    main()
