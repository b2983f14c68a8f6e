"""The finished sample shop that people may look at before they begin; nothing of it is ever saved."""

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from merchant_guard.domain.interview import Interview
from merchant_guard.domain.paper import FIRST_THREE, PLAN_LIST, PageSize
from merchant_guard.localization import Language
from merchant_guard.services.load_content import load_content
from merchant_guard.services.open_check import OpenCheck
from merchant_guard.services.page_pictures import first_page
from merchant_guard.system import resources

if TYPE_CHECKING:
    from merchant_guard.documents.pages import PagePicture

SAMPLE = "samples/01-clothes-shop.json"
SAMPLE_DAY = date(2026, 11, 30)
"""The day on which the sample is looked at: some of its tasks are done, others still ahead."""


@lru_cache(maxsize=1)
def open_sample() -> OpenCheck:
    """Open the sample shop's self-check as a value of its own, without a store."""
    # Reading answer files is heavy; only who looks at the sample pays for it.
    from merchant_guard.exchange.answer_file import read_answer_file  # noqa: PLC0415

    bank = load_content()
    file = read_answer_file(resources.read_bytes(SAMPLE), bank)
    return OpenCheck(
        shop_id="sample",
        check_id=0,
        interview=Interview(bank, file.shop, file.check.answers),
        checked_on=file.check.checked_on or SAMPLE_DAY,
        progress=file.check.progress,
        previous=file.check.previous,
        finished_on=file.check.checked_on,
        book=file.book,
        duties_since=file.duties_since,
    )


@lru_cache(maxsize=2)
def sample_pictures(language: Language) -> tuple["PagePicture", "PagePicture"]:
    """Draw what the sample shop holds at the end: the label with the first three tasks, and the plan."""
    sample = open_sample()
    return (
        first_page(sample, SAMPLE_DAY, FIRST_THREE, PageSize.LABEL_100X180, language),
        first_page(sample, SAMPLE_DAY, PLAN_LIST, PageSize.A4, language),
    )
