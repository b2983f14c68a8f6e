"""Every paper of a shop, made in one process: `python every_paper.py SHOP OUT 'FORMATS ID…' …`.

Each further argument names formats and the papers made in them. A paper is made on every page it can be
set on, in a folder for each size; the command line says where the files lie and how it went.
"""

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from merchant_guard.cli import main as command_line
from merchant_guard.domain.paper import PageSize
from merchant_guard.services.load_content import load_content
from merchant_guard.services.paper_formats import PaperFormat, formats_on
from merchant_guard.services.shop_papers import list_papers

DAY = "2026-11-30"


def main(shop: str, out: str, *orders: str) -> int:
    """Make what is ordered; the exit code is that of the first command that fails."""
    sizes = {paper.id: paper.sizes for paper in list_papers(load_content(), "en")}
    for order in orders:
        formats, *ids = order.split()
        for words in _commands(sizes, formats.split(","), ids):
            code = command_line(["papers", "make", *words, "--shop", shop, "--out", _folder(out, words)])
            if code:
                return code
    return 0


def _commands(
    sizes: Mapping[str, Sequence[PageSize]], formats: Sequence[str], ids: Sequence[str]
) -> Iterator[list[str]]:
    """One for each size, with those of the formats it has."""
    for size in PageSize:
        on_it = [one for one in ids if size in sizes[one]]
        wanted = [one for one in formats if PaperFormat(one) in formats_on(size)]
        if on_it and wanted:
            yield [*on_it, "--date", DAY, "--formats", ",".join(wanted), "--paper", size.value]


def _folder(out: str, words: Sequence[str]) -> str:
    return str(Path(out) / words[-1])


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
