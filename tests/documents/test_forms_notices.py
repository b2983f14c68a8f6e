"""Notices, consents, agreements with partners and papers of closing: true for the shop and whole."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from merchant_guard.domain.answers import Answer
from merchant_guard.domain.findings import assess
from merchant_guard.domain.paper import LABELS, PageSize, Share
from merchant_guard.domain.question import Choice
from merchant_guard.domain.sheet import lay_out
from merchant_guard.services.shop_papers import PaperRun
from tests.support.own_papers import (
    EMPTY,
    HOSTILE,
    TODAY,
    blocks,
    ids_of,
    of_plain,
    rows,
    sample,
    ticked,
    with_details,
    with_entries,
    words,
)
from tests.support.pdfs import Pdf, squeezed
from tests.support.real_content import bank

IDS = ids_of("notices", "consents", "partners", "closing", "signs")
SAMPLES = tuple(f"{number:02}" for number in range(1, 16))
PRINTED = ("02", "03", "04", "13")
"""Shops that differ most in what is printed for them."""
SIGNS = ("camera-sign", "wifi-sign", "contact-sign")
PAGES = {
    "processing-rules": 2,
    "processing-rules-minors": 2,
    "request-replies": 2,
    "courier-closing-list": 2,
    **dict.fromkeys(ids_of("partners"), 2),
    "provision-log": 1,
}
"""How many pages a paper has; one where it is not named."""
BANNED = ("进入即视为同意", "填写即同意全部", "最终解释权", "泄露概不负责", "符合令第25号", "已通过审计")
NEVER = ("None", "{{", "违约金", "罚款", "押金", "定金", "概不负责", "承认", "一切责任", "不承担任何责任")
DETAILS = {
    "legal_name": "样板百货店",
    "address": "样板路 1 号",
    "contact_person": "样例甲",
    "contact_way": "000-0000",
    "postal_contact": "000-1111",
}
PARTNERS = (
    ("partners", {"name": "样板速递", "kind": "courier", "role": "independent"}),
    ("partners", {"name": "样板打单", "kind": "order_software", "role": "entrusted"}),
    ("partners", {"name": "样板咖啡", "kind": "other", "role": "joint"}),
    ("partners", {"name": "样板总部", "kind": "franchise_head", "role": "independent"}),
    ("partners", {"name": "样板女鞋", "kind": "client", "role": "entrusted"}),
)
SOLD = "您的信息，我们不卖、不换。"
TO_NOBODY = "我们不把您的信息提供给能自己决定怎么用的别家。"


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> PaperRun:
    return of_plain(EMPTY, tmp_path_factory.mktemp("empty"))


def told(run: PaperRun, paper_id: str, subject: str = "", size: str = "a4") -> str:
    return words(blocks(run, paper_id, subject, size))


def pages(run: PaperRun, paper_id: str, size: PageSize = PageSize.A4) -> list[int]:
    return [Pdf(made.pdf).pages for made in run.make(paper_id, size, "zh")]


def answering(run: PaperRun, answers: Mapping[str, Answer]) -> PaperRun:
    """The same shop after it answered some questions anew."""
    sheet = run.made.assessment.sheet
    assessment = assess(lay_out(sheet.bank, sheet.shop, {**sheet.answers, **answers}))
    return replace(run, made=replace(run.made, assessment=assessment))


def partner_of(run: PaperRun, name: str) -> str:
    return next(one.id for one in run.book.of("partners") if one.said("name") == name)


@pytest.mark.parametrize("paper_id", IDS)
def test_every_paper_of_every_sample_shop_has_its_pages(paper_id: str) -> None:
    for number in PRINTED:
        run = with_details(sample(number), DETAILS)
        assert set(pages(run, paper_id)) == {PAGES.get(paper_id, 1)}


@pytest.mark.parametrize("paper_id", IDS)
def test_nothing_banned_or_unfilled_stands_on_any_of_them(paper_id: str, empty: PaperRun) -> None:
    for run in (empty, *map(sample, SAMPLES), with_entries(sample("07"), *PARTNERS)):
        for size in bank().paper_forms[paper_id].sizes:
            said = told(run, paper_id, size=size.value)
            assert not [phrase for phrase in (*BANNED, *NEVER) if phrase in said]


@pytest.mark.parametrize("paper_id", IDS)
def test_whatever_was_typed_is_only_text(paper_id: str) -> None:
    typed = [("partners", values | {"name": HOSTILE}) for _, values in PARTNERS]
    run = with_details(
        with_entries(sample("04"), *typed), {one.detail.id: HOSTILE for one in bank().paper_details}
    )
    for size in bank().paper_forms[paper_id].sizes:
        for made in run.make(paper_id, size, "zh"):
            assert "49" not in Pdf(made.pdf).text().replace("第49条", "").replace("49、50条", "").replace(
                "47、49", ""
            )


@pytest.mark.parametrize("paper_id", IDS)
def test_an_empty_shop_gets_lines_to_write_on(paper_id: str, empty: PaperRun) -> None:
    for size in bank().paper_forms[paper_id].sizes:
        assert pages(empty, paper_id, size) == [PAGES.get(paper_id, 1)]
    assert ticked(blocks(empty, paper_id)) == 0


@pytest.mark.parametrize("paper_id", SIGNS)
@pytest.mark.parametrize("size", LABELS)
def test_a_sign_is_one_label_whoever_hangs_it_up(paper_id: str, size: PageSize, empty: PaperRun) -> None:
    long = {"legal_name": "样" * 80, "contact_person": "样" * 40, "contact_way": "样" * 60}
    for run in (empty, *(with_details(sample(number), long) for number in PRINTED)):
        assert pages(run, paper_id, size) == [1]


@pytest.mark.parametrize("number", SAMPLES)
def test_no_box_of_consent_is_ticked_before(number: str) -> None:
    for paper_id in (*ids_of("consents"), *ids_of("partners")):
        assert ticked(blocks(sample(number), paper_id)) == 0


def test_the_rules_say_who_whom_to_ask_and_what_may_be_asked() -> None:
    said = told(with_details(sample("03"), DETAILS), "processing-rules")
    for fact in (
        *DETAILS.values(),
        "要一份",
        "转走",
        "改、补",
        "删掉",
        "先别用",
        "注销",
        "收回同意",
        "12345",
    ):
        assert squeezed(fact) in said or fact == DETAILS["postal_contact"]
    assert "要求我们删" in said
    assert "向法院起诉" in said


def test_the_rules_print_the_periods_that_the_shop_noted() -> None:
    run = with_entries(sample("01"), ("periods", {"what": "orders", "months": 24}))
    assert any("下单" in row and row.endswith("24个月") for row in rows(blocks(run, "processing-rules")))
    assert "24个月" not in told(sample("01"), "processing-rules")


def test_the_rules_list_who_gets_what(empty: PaperRun) -> None:
    listed = rows(blocks(with_entries(sample("01"), *PARTNERS), "processing-rules"))
    assert any(row.startswith("样板速递快递公司收件人姓名、电话、地址") for row in listed)
    assert any(row.startswith("样板打单") and "只照我们说的用" in row for row in listed)
    assert not any("样板女鞋" in row for row in listed), "who has the shop work for it gets nothing from it"


def test_a_promise_stands_only_where_the_self_check_says_that_it_is_kept(empty: PaperRun) -> None:
    kept = sample("03")
    broken = answering(
        kept,
        {
            "marketing.no-trading": Answer(Choice.UNSURE),
            "notice.free-choice": Answer(Choice.NO),
            "marketing.auto-push": Answer(Choice.NO),
            "cameras.faces": Answer(Choice.NO),
        },
    )
    promises = (SOLD, TO_NOBODY, "不入会、不给手机号、不收广告，照样", "不因人开高价", "维护安全，不做别的")
    for promise in promises:
        assert promise in told(kept, "processing-rules")
        for run in (broken, empty):
            assert promise not in told(run, "processing-rules")
    assert "录像不会用来做宣传" in told(kept, "camera-sign")
    assert "录像不会用来做宣传" not in told(broken, "camera-sign")
    assert "连网不要身份证" in told(kept, "wifi-sign")


@pytest.mark.parametrize("number", ["01", "02", "05", "06", "07", "09", "10", "11", "12"])
def test_who_gives_to_somebody_with_a_will_of_his_own_never_says_otherwise(number: str) -> None:
    assert TO_NOBODY not in told(sample(number), "processing-rules")


@pytest.mark.parametrize("role", ["independent", "joint", "unknown", None])
def test_one_such_partner_in_the_register_is_enough(role: str | None) -> None:
    values = {"name": "样板", "kind": "other"} | ({"role": role} if role else {})
    assert TO_NOBODY not in told(with_entries(sample("03"), ("partners", values)), "processing-rules")


def test_sensitive_information_has_its_own_part_only_where_there_is_any() -> None:
    assert "要紧的信息" in told(sample("13"), "processing-rules")
    assert "不刷脸的办法" in told(sample("13"), "processing-rules")
    assert "要紧的信息" not in told(sample("01"), "processing-rules")


def test_posting_alone_is_never_called_enough_where_it_is_not() -> None:
    page = "照这次自查填的情况："
    assert f"{page}店里有敏感信息" in told(sample("13"), "rules-check")
    assert f"{page}有信息交给快递" in told(sample("01"), "rules-check")


def test_what_the_owner_sees_to_stands_on_sheets_that_stay_in_the_shop() -> None:
    forms = bank().paper_forms
    assert forms["rules-check"].share is forms["closing-steps"].share is Share.INSIDE
    steps = told(sample("03"), "closing-steps")
    for fact in ("至少30日", "设区的市级网信部门", "30个工作日", "没了结的，有关的先不删"):
        assert fact in steps
    assert "提前10日公告" in told(sample("02"), "closing-steps")


def test_children_have_rules_of_their_own_for_the_guardian() -> None:
    said = told(with_details(sample("04"), DETAILS), "processing-rules-minors")
    for fact in (
        "父母或其他监护人同意了",
        "对孩子的影响",
        "写在纸上告诉您理由",
        "告诉孩子和家长",
        "重新问监护人",
    ):
        assert fact in said
    assert "另有一份专门的规则" in told(sample("04"), "processing-rules")


def test_faces_are_never_the_only_way() -> None:
    said = told(sample("13"), "face-consent")
    for fact in (
        "不刷脸也可以",
        "主动走到机器前，不算同意",
        "只存在这台机器里",
        "影响评估",
        "不满14岁的，由父母",
    ):
        assert fact in said


@pytest.mark.parametrize(
    "paper_id", [one for one in ids_of("consents") if one.endswith(("-consent", "-slip"))]
)
def test_a_consent_can_be_refused_and_taken_back(paper_id: str) -> None:
    said = told(sample("13"), paper_id)
    assert "不同意" in said
    assert "收回" in said or "撤" in said or "说了当场停" in said


FACTS = {
    "processor-clauses": (
        "做什么用", "怎么处理", "哪几样信息", "期限", "保护措施", "不转给别人处理",
        "马上告诉委托方", "退还或者删掉", "影响评估", "监督", "至少存三年",
    ),
    "courier-clauses": ("只用来收寄", "电话至少遮6位", "邮政管理部门", "没有收件人同意", "7日内", "至少三年"),
    "joint-clauses": ("顾客找哪一家都受理", "连带责任", "马上告诉对方"),
    "franchise-clauses": ("顾客找哪一家都受理", "只看得到自己店里的顾客", "账号当天停", "提前公开告知"),
    "client-clauses": ("替委托方打单", "不转给别人处理", "退还或者删掉"),
}  # fmt: skip


@pytest.mark.parametrize("paper_id", list(FACTS))
def test_an_agreement_holds_its_points_and_binds_no_customer(paper_id: str) -> None:
    said = told(sample("07"), paper_id)
    for fact in (*FACTS[paper_id], "不限制、不减免顾客依法向任何一方提出的要求", "一式两份"):
        assert fact in said


@pytest.mark.parametrize(
    ("paper_id", "name"),
    [
        ("courier-clauses", "样板速递"),
        ("processor-clauses", "样板打单"),
        ("joint-clauses", "样板咖啡"),
        ("franchise-clauses", "样板总部"),
        ("client-clauses", "样板女鞋"),
    ],
)
def test_an_agreement_is_made_for_the_partners_it_fits(paper_id: str, name: str) -> None:
    run = with_details(with_entries(sample("07"), *PARTNERS), DETAILS)
    made = run.make(paper_id, PageSize.A4, "zh")
    assert len(made) == 1
    text = Pdf(made[0].pdf).text()
    assert name in text
    assert DETAILS["legal_name"] in text


def test_who_is_head_and_who_is_franchisee_follows_the_partner() -> None:
    other = ("partners", {"name": "样板分店", "kind": "franchisee"})
    run = with_details(with_entries(sample("07"), *PARTNERS, other), DETAILS)
    head = rows(blocks(run, "franchise-clauses", partner_of(run, "样板总部")))[0]
    branch = rows(blocks(run, "franchise-clauses", partner_of(run, "样板分店")))[0]
    assert head == "总部样板总部加盟方样板百货店"
    assert branch == "总部样板百货店加盟方样板分店"


def test_an_agreement_never_begins_before_it_is_signed() -> None:
    began: tuple[str, Any] = (
        "partners",
        {"name": "样板打单", "kind": "order_software", "role": "entrusted", "began_on": TODAY},
    )
    run = with_entries(sample("01"), began)
    assert TODAY.isoformat() not in told(run, "processor-clauses", partner_of(run, "样板打单"))


def test_a_courier_outlet_promises_its_clients_what_couriers_promise() -> None:
    assert "寄件方" in told(sample("02"), "client-clauses")
    assert "委托方" in told(sample("07"), "client-clauses")


def test_closing_papers_hold_their_days() -> None:
    closing = told(sample("03"), "closing-notice")
    for fact in ("停业", "搬到", "继续用到", "到期再销毁", "要转给接手的店"):
        assert fact in closing
    handing = told(sample("03"), "transfer-notice")
    for fact in ("接收方", "名称或姓名", "联系方式", "重新取得您的同意"):
        assert fact in handing
    outlet = told(with_details(sample("02"), DETAILS), "courier-closing-list")
    for fact in ("至少10日", "书面告知所在地邮政管理部门", "尚未投递的快件", "000-1111"):
        assert fact in outlet


def test_replies_name_nobody_and_refusals_say_why_and_where_to_go() -> None:
    said = told(with_details(sample("01"), DETAILS), "request-replies")
    for fact in ("手机的后4位", "办不了，理由", "向法院起诉", "已转给他们", "000-0000"):
        assert fact in said


def test_who_looks_at_childrens_files_is_allowed_first() -> None:
    assert "先批，再看，当场记" in told(sample("04"), "minors-access-log")
    filing = told(sample("04"), "minors-filing")
    for fact in ("1月31日前", "个人信息保护业务系统", "设区的市级网信部门", "以系统里的为准"):
        assert fact in filing


@pytest.mark.parametrize("paper_id", IDS)
def test_a_paper_that_is_kept_is_not_for_labels(paper_id: str) -> None:
    form = bank().paper_forms[paper_id]
    assert form.kept is None or form.sizes == (PageSize.A4,)
