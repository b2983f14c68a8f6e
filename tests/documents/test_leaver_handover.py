"""What somebody hands over who leaves: one page, nothing filled in as done, and nothing the law forbids."""

from datetime import date

import pytest

from merchant_guard.documents.leaver_view import leaver_view
from merchant_guard.documents.paper_source import PaperSource
from merchant_guard.documents.papers import paper_pdf
from merchant_guard.domain.paper import LEAVER_HANDOVER, PageSize, Share
from merchant_guard.domain.registers.book import Book
from merchant_guard.localization import LANGUAGES, Language, translator
from tests.support.books import book, entry
from tests.support.kept_registers import LEAVER, about, kept_book, plan
from tests.support.pdfs import Pdf, squeezed
from tests.support.plans import MADE_ON
from tests.support.real_content import bank

DELETED = (
    "No customers’ information is left on my own devices, in my cloud drive or chats: I deleted it. A "
    "complaint or inspection not over: say so first, delete nothing. The shop does not search my phone."
)
BOTH_LANGUAGES = pytest.mark.parametrize("language", LANGUAGES)
NEVER = (
    "违约金",
    "罚款",
    "罚金",
    "押金",
    "赔偿",
    "一切责任",
    "竞业",
    "搜查",
    "检查手机",
    "没收",
    "承诺不举报",
)
"""What the law does not let a shop ask of somebody who leaves."""
NEVER_IN_ENGLISH = ("fine", "penalty", "deposit", "compensat", "liable", "compete")


def printed(subject: str = LEAVER, language: Language = "zh", held: Book | None = None) -> Pdf:
    made = plan()
    source = PaperSource(made.assessment, made.plan, made.checked_on, language, about(subject, held))
    return Pdf(paper_pdf("leaver-handover", "a4", source).data)


def said(sentence: str, language: Language = "zh", **values: object) -> str:
    return squeezed(translator(language)(sentence) % values)


def with_accounts(count: int, holder: str = LEAVER) -> Book:
    """The shop, and so many accounts more in the name of whoever leaves."""
    more = (
        entry(
            "accounts",
            MADE_ON,
            {"name": f"店铺后台子账号客服 {n} 号", "kind": "camera", "held_by": holder},
            f"more-{n}",
        )
        for n in range(count)
    )
    return book((*kept_book().entries.values(), *more))


@BOTH_LANGUAGES
def test_it_says_who_leaves_what_they_held_and_what_they_could_reach(language: Language) -> None:
    text = printed(language=language).text()
    staff = bank().registers["staff"]
    for words in ("员工乙", "客服3号", "打单软件乙", "扫码枪2", "2026-11-30"):
        assert words in text
    role = staff.field("role").option("packing")
    assert role is not None
    assert squeezed(role.label.pick(language)) in text
    assert squeezed(staff.field("access").options[0].label.pick(language)) in text


def test_what_is_not_over_is_said_first_also_where_nobody_wrote_down_a_hold() -> None:
    assert "有投诉、检查没结束的，先说，别删" in printed().text()
    assert "delete nothing" in " ".join(DELETED.split())
    assert said(DELETED, "en") in printed(language="en").text()


def test_what_others_hold_and_what_was_closed_long_ago_is_not_on_it() -> None:
    text = printed().text()
    assert "客服1号" not in text
    assert "旧手机" not in text


def test_what_was_closed_on_leaving_says_so_and_nothing_is_ticked() -> None:
    text = printed().text()
    assert "收银2号" in text
    assert text.count(said("register: %(day)s", day="2026-11-30")) == 1
    data = plan()
    source = PaperSource(data.assessment, data.plan, data.checked_on, "zh", about(LEAVER))
    assert [one["closed_on"] for one in leaver_view(source)["accounts"]] == ["", "", "", "2026-11-30"]


@BOTH_LANGUAGES
def test_who_has_no_last_day_yet_gets_a_line_for_it(language: Language) -> None:
    text = printed("staff-a", language).text()
    printed_on = said("printed on %(day)s", language, day="2026-11-30")
    assert text.count("2026-11-30") == 1
    assert printed_on in text
    assert said("Last day at work", language) in text
    assert "客服1号" in text


@BOTH_LANGUAGES
@pytest.mark.parametrize("count", [0, 2, 4])
def test_up_to_eight_accounts_fit_on_one_page(language: Language, count: int) -> None:
    assert printed(language=language, held=with_accounts(count)).pages == 1


def test_many_accounts_go_on_to_another_page_with_their_titles() -> None:
    pdf = printed(held=with_accounts(25))
    assert pdf.pages == 2
    assert [said("Done by") in pdf.text(page) for page in (0, 1)] == [True, True]
    assert said("Signature of who leaves") in pdf.text(1)


def test_who_has_no_account_still_hands_over() -> None:
    alone = book([entry("staff", MADE_ON, {"name": "员工戊"}, "alone")])
    text = printed("alone", held=alone).text()
    assert "员工戊" in text
    assert said("1. Accounts and devices") in text


@BOTH_LANGUAGES
def test_both_sign_and_both_know_how_long_it_is_kept(language: Language) -> None:
    text = printed(language=language).text()
    for words in ("Signature of who leaves", "Owner’s signature", "Two copies, one for each"):
        assert said(words, language) in text
    assert text.count(said("Date", language)) >= 2
    keep = (
        "Keep it with the labour contract: at least 2 years after that ended (Labour Contract Law, art. 50)."
    )
    assert said(keep, language) in text


@BOTH_LANGUAGES
def test_it_asks_nothing_the_law_forbids_and_leaves_complaining_free(language: Language) -> None:
    text = printed(language=language).text()
    assert [word for word in NEVER if word in text] == []
    assert [word for word in NEVER_IN_ENGLISH if word in text.lower()] == [] or language == "zh"
    assert (
        said(
            "Nobody is kept from reporting, complaining or telling an authority what happened. This sheet "
            "only records what was handed over; no wages are held back because of it, and what the law asks "
            "of either side stays as it is.",
            language,
        )
        in text
    )


def test_while_a_matter_is_open_nobody_is_asked_to_have_deleted_anything() -> None:
    deleted = said(DELETED)
    assert deleted in printed().text()
    incident = entry(
        "incidents", MADE_ON, {"noticed_on": date(2026, 11, 29), "kind": "staff_took"}, "incident"
    )
    pdf = printed(held=with_accounts(4).with_entry(incident))
    assert deleted not in pdf.text()
    assert pdf.pages == 1


def test_it_is_for_staff_on_a4_and_stays_inside() -> None:
    assert (LEAVER_HANDOVER.sizes, LEAVER_HANDOVER.share) == ((PageSize.A4,), Share.INSIDE)
    assert LEAVER_HANDOVER.register == "staff"


def test_somebody_who_is_not_in_the_register_gets_no_paper() -> None:
    with pytest.raises(KeyError):
        printed("nobody")
