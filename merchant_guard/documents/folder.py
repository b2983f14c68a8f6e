"""A folder as one file: its index, and behind it the papers the index lists that can be made."""

from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from merchant_guard.documents.blocks import Paper
from merchant_guard.documents.enclosures import Enclosed, Pages
from merchant_guard.documents.fonts import FontStack
from merchant_guard.documents.page_format import PageFormat
from merchant_guard.documents.pdf import Laid, PdfFile, set_on_pages, write_several

Index = Callable[[Pages], Paper]
"""The index with the numbers of the pages on which the papers begin."""


class Folder(NamedTuple):
    """The index, which alone is what can be changed in Word, and how the papers in it are made."""

    paper: Paper
    page: PageFormat
    fill_index: Index
    enclosed: Mapping[Enclosed, Callable[[], Paper]]

    def pdf(self) -> PdfFile:
        """Set it; its pages are counted through, so that the index can say where everything is."""
        fonts = FontStack(self.paper.language)
        papers = [set_on_pages(make(), self.page, fonts) for make in self.enclosed.values()]
        own = len(set_on_pages(self.paper, self.page, fonts).sheets)
        index = self._counted(own, papers, fonts)
        if len(index.sheets) != own:  # the numbers themselves take room
            index = self._counted(len(index.sheets), papers, fonts)
        return write_several([index, *papers], fonts, self.paper, through=True)

    def _counted(self, own: int, papers: Sequence[Laid], fonts: FontStack) -> Laid:
        firsts = accumulate((len(one.sheets) for one in papers), initial=own + 1)
        pages = dict(zip(self.enclosed, firsts, strict=False))
        return set_on_pages(self.fill_index(pages), self.page, fonts)
