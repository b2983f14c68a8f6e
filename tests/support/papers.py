"""Papers made up of blocks, and their pages read back."""

from datetime import date

from merchant_guard.documents.blocks import Block, Paper, RunningFoot, RunningHead
from merchant_guard.documents.pdf import write_pdf
from tests.support.pdfs import Pdf

FOOT = "foot-one", "foot-right", "foot-two"


def paper(*blocks: Block, language: str = "zh", title: str = "标题", name: str = "小店") -> Paper:
    return Paper(
        title=title,
        subject="说明",
        language=language,
        made_on=date(2026, 11, 30),
        page_label="第 {page} 页 / 共 {pages} 页",
        head=RunningHead("大标题", "大标题（续）", name, "另外的话", "右边的话"),
        foot=RunningFoot(*FOOT),
        blocks=blocks,
    )


def printed(*blocks: Block, language: str = "zh") -> Pdf:
    return Pdf(write_pdf(paper(*blocks, language=language)).data)
