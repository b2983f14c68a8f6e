"""What papers of our own declare is true for the shop, and nothing is volunteered that nobody asked for."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from merchant_guard.documents.blocks import CheckBox, Row, Table
from merchant_guard.domain.answers import Answer, Progress
from merchant_guard.domain.findings import assess
from merchant_guard.domain.paper import PageSize
from merchant_guard.domain.plan import make_plan
from merchant_guard.domain.question import Choice
from merchant_guard.domain.sheet import lay_out
from merchant_guard.services.shop_papers import PaperRun
from tests.support.own_papers import (
    EMPTY,
    TODAY,
    blocks,
    inlines,
    of_plain,
    rows,
    sample,
    with_entries,
    words,
)
from tests.support.pdfs import Pdf
from tests.support.real_content import bank

DELETED = "到期就删掉"
MAY_ASK = "您也可以要求我们删"
KEEPING = (
    *("retention.periods", "retention.outlet-records", "retention.files", "retention.photos"),
    *("retention.repair-copies", "retention.exports"),
)
SHREDDING = (
    *("waybill.waste-labels", "waybill.paper-disposal", "waybill.stub-keeping"),
    "waybill.stub-destruction",
)
LOOKED_AT = {
    "police": "access encryption audit cameras training staff incident",
    "market": "notice marketing requests retention partners",
    "postal": "waybill access staff training partners requests retention incident",
}
"""The groups of the self-check that have to do with what an authority looks after."""


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> PaperRun:
    return of_plain(EMPTY, tmp_path_factory.mktemp("empty"))


def said(run: PaperRun, paper_id: str, subject: str = "") -> str:
    return words(blocks(run, paper_id, subject))


def answering(run: PaperRun, answers: Mapping[str, Answer]) -> PaperRun:
    """The same shop after it answered some of the questions that it is asked anew."""
    sheet = run.made.assessment.sheet
    assessment = assess(lay_out(sheet.bank, sheet.shop, {**sheet.answers, **answers}))
    return replace(run, made=replace(run.made, assessment=assessment))


def all_mended(run: PaperRun) -> PaperRun:
    """The shop after it did everything, with a proof each."""
    tasks = [item.id for item in run.made.plan.open_items]
    progress = {one: Progress(done_on=date(2026, 11, 26), proof=("a.png",)) for one in tasks}
    plan = make_plan(run.made.assessment, TODAY, run.made.checked_on, progress)
    return replace(run, made=replace(run.made, plan=plan))


def asked_by(run: PaperRun, authority: str) -> tuple[PaperRun, str]:
    """The shop to which an authority came, and the entry of that."""
    came = {"on": date(2026, 11, 25), "authority": authority, "kind": "order", "document": "〔2026〕7号"}
    with_one = with_entries(run, ("inspections", came))
    return with_one, next(one.id for one in with_one.book.of("inspections") if one.said("document"))


# --- the report to an authority ---------------------------------------------------------------------------


@pytest.mark.parametrize("authority", list(LOOKED_AT))
@pytest.mark.parametrize("number", ["01", "02", "04"])
def test_the_correction_report_offers_only_what_that_authority_looks_after(
    authority: str, number: str
) -> None:
    run, subject = asked_by(all_mended(sample(number)), authority)
    told = said(run, "correction-report", subject)
    groups = set(LOOKED_AT[authority].split())
    connected = 0
    for item in run.made.plan.done_items:
        is_crime = any(one.crime for one in item.remedy.questions)
        belongs = any(one.group in groups for one in item.remedy.questions) and not is_crime
        title = "".join(item.remedy.action.title.zh.split())
        same_words = [
            each
            for each in run.made.plan.done_items
            if each is not item and title in "".join(each.remedy.action.title.zh.split())
        ]
        if belongs or not same_words:
            assert (title in told) == belongs
        connected += belongs
    assert connected


def test_each_row_of_the_correction_report_is_the_owners_to_choose_and_says_measure_day_and_proof() -> None:
    run, subject = asked_by(all_mended(sample("01")), "police")
    table = next(
        one for one in blocks(run, "correction-report", subject) if isinstance(one, Table) and one.head
    )
    told = rows([table])
    assert len(told) >= 5
    for row, its_words in zip(table.rows, told, strict=True):
        assert isinstance(row, Row)
        (box,) = (one for one in inlines(row.cells[0]) if isinstance(one, CheckBox))
        assert not box.ticked
        assert its_words.startswith("第项"), "the fact is copied from the authority's own paper, by hand"
    assert all("2026-11-26附件（1份）" in one for one in told[:3])
    assert "签字前整行划掉" in said(run, "correction-report", subject)


@pytest.mark.parametrize("authority", ["police", "market", "postal", "cac", "other"])
def test_the_correction_report_never_says_what_was_not_done_before(authority: str) -> None:
    run, subject = asked_by(all_mended(sample("02")), authority)
    told = said(run, "correction-report", subject)
    assert "尚未做到" not in told and "发现2026" not in told
    for item in run.made.plan.done_items:
        facts = [
            tick.title.zh
            for one in item.remedy.questions
            for tick in one.ticks
            if tick.action == item.remedy.action.id
        ]
        titles = [each.remedy.action.title.zh for each in run.made.plan.done_items]
        assert not [
            one for one in facts if len(one) > 6 and one in told and not any(one in t for t in titles)
        ]


def test_without_an_authority_the_correction_report_is_a_form_to_fill_in() -> None:
    run = all_mended(sample("01"))
    told = said(run, "correction-report")
    assert not [
        one for one in run.made.plan.done_items if "".join(one.remedy.action.title.zh.split()) in told
    ]
    assert told.count("附件") >= 9


# --- rules and notices that go out ------------------------------------------------------------------------


@pytest.mark.parametrize("number", ["01", "02", "04", "10", "14"])
@pytest.mark.parametrize("paper_id", ["processing-rules", "processing-rules-minors", "guardian-consent"])
def test_deleting_on_time_is_declared_only_by_a_shop_that_does_it(number: str, paper_id: str) -> None:
    done = {one: Answer(Choice.YES) for one in (*KEEPING, *SHREDDING)}
    keeps = said(answering(sample(number), done), paper_id)
    assert DELETED in keeps and "写在纸上的销毁" in keeps and MAY_ASK not in keeps
    for broken in (Choice.NO, Choice.UNSURE):
        for group in (KEEPING, SHREDDING):
            run = answering(sample(number), done | {one: Answer(broken) for one in group})
            told = said(run, paper_id)
            assert "写在纸上的销毁。" not in told
            assert (DELETED in told) == (group == SHREDDING)
            assert (MAY_ASK in told) == (group == KEEPING)


def test_a_shop_that_said_nothing_declares_nothing(empty: PaperRun) -> None:
    for paper_id in ("processing-rules", "processing-rules-minors"):
        told = said(empty, paper_id)
        for promise in (
            DELETED,
            "照样买东西",
            "照样上课",
            "收之前单独问您",
            "收回同意和同意一样方便，说一声就行；收回以前",
            "我们不会因此",
        ):
            assert promise not in told
        assert MAY_ASK in told


@pytest.mark.parametrize("choice", [Choice.NO, Choice.UNSURE])
def test_what_the_rules_promise_of_sensitive_information_follows_the_answer(choice: Choice) -> None:
    asks = said(answering(sample("13"), {"notice.sensitive": Answer(Choice.YES)}), "processing-rules")
    assert "收之前单独问您" in asks
    told = said(answering(sample("13"), {"notice.sensitive": Answer(choice)}), "processing-rules")
    assert "收之前单独问您" not in told
    assert "按规定要先单独问您" in told


@pytest.mark.parametrize("paper_id", ["processing-rules", "closing-notice", "transfer-notice"])
@pytest.mark.parametrize("number", ["01", "02", "13"])
def test_what_goes_out_to_customers_holds_no_page_for_the_owner(paper_id: str, number: str) -> None:
    told = said(sample(number), paper_id)
    for hint in ("店主", "不贴", "不发", "自查", "留底", "你", "登记上"):
        assert hint not in told


def test_the_rules_of_the_shop_speak_of_customers_wifi_only_where_there_is_some(empty: PaperRun) -> None:
    assert "顾客Wi-Fi和店里的分开" in said(sample("03"), "management-rules")
    for run in (sample("01"), sample("02"), empty):
        assert "Wi-Fi" not in said(run, "management-rules")


# --- the folder for the postal office ---------------------------------------------------------------------


def test_the_postal_folder_asks_for_complaints_in_seven_days_and_consent_before_leaving() -> None:
    told = rows(blocks(sample("02"), "inspection-postal"))
    complaints = next(one for one in told if one.startswith("投诉7日内处理并告知"))
    consent = next(one for one in told if one.startswith("放驿站、快递柜前的同意记录"))
    assert complaints.startswith("投诉7日内处理并告知有")
    assert consent.startswith("放驿站、快递柜前的同意记录没有")
    cited = {(one.law, one.article) for one in bank().paper_forms["inspection-postal"].citations}
    assert {("interim-regulations-express-delivery", "29"), ("express-market-measures", "28")} <= cited


def test_complaints_in_the_register_are_counted_in_the_postal_folder() -> None:
    run = with_entries(
        sample("02"),
        ("requests", {"received_on": TODAY, "kind": "complaint", "done_on": TODAY}),
        ("requests", {"received_on": TODAY, "kind": "complaint"}),
        ("requests", {"received_on": TODAY, "kind": "see"}),
    )
    assert any("登记了2条，办好1条" in one for one in rows(blocks(run, "inspection-postal")))


@pytest.mark.parametrize("paper_id", ["inspection-postal", "inspection-cac"])
def test_who_is_no_courier_is_asked_for_neither(paper_id: str) -> None:
    told = said(sample("01"), paper_id)
    assert "7日内处理" not in told.replace("投诉7日内处理、回话的记录", "")
    assert "放驿站、快递柜前" not in told


@pytest.mark.parametrize(
    "paper_id", ["training-sheet", "training-quiz", "management-rules", "agreement-part-time"]
)
@pytest.mark.parametrize(
    ("number", "has_parcels"), [("01", True), ("02", True), ("03", False), ("04", False)]
)
def test_waybills_are_spoken_of_only_where_there_are_parcels(
    paper_id: str, number: str, has_parcels: bool, empty: PaperRun
) -> None:
    told = said(sample(number), paper_id)
    assert ("面单" in told or "运单" in told) == has_parcels
    assert "销毁箱" in told or paper_id == "management-rules"
    assert "面单" not in said(empty, paper_id)


@pytest.mark.parametrize("paper_id", ["inspection-market", "inspection-police"])
def test_what_nobody_has_looked_into_is_ticked_by_hand_and_never_called_missing(
    paper_id: str, empty: PaperRun
) -> None:
    unknown = [one for one in rows(blocks(empty, paper_id)) if "尚未查明" in one]
    assert unknown and all("有没有尚未查明" in one for one in unknown)


@pytest.mark.parametrize(("number", "shown"), [("04", "有没有登记本里没有"), ("03", "没有登记本里没有")])
def test_agreements_the_owner_says_are_signed_are_not_called_missing(number: str, shown: str) -> None:
    (one,) = (
        row for row in rows(blocks(sample(number), "inspection-market")) if row.startswith("员工保密协议")
    )
    assert one.removeprefix("员工保密协议").startswith(shown)


@pytest.mark.parametrize("size", list(PageSize))
@pytest.mark.parametrize("paper_id", ["first-three", "week-list"])
def test_a_list_with_nothing_on_it_says_why(paper_id: str, size: PageSize, empty: PaperRun) -> None:
    (made,) = empty.make(paper_id, size, "zh")
    told = Pdf(made.pdf).text()
    assert "题没答" in told
    assert "0件" not in told


def test_a_consent_that_is_there_is_not_hidden_by_rules_that_are_not() -> None:
    found = rows(blocks(sample("04"), "inspection-cac"))
    assert any(one.startswith("不满14岁：监护人同意有") for one in found)
    assert any(one.startswith("不满14岁：专门的规则没有") for one in found)
