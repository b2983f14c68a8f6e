"""Papers about staff, rules, training and daily checks: they render everywhere and say what they must."""

from collections.abc import Iterator
from itertools import product

import pytest

from merchant_guard.documents.blocks import Picture
from merchant_guard.domain.paper import PageSize
from merchant_guard.domain.paper_form import entries_for
from merchant_guard.domain.shop import OWNER
from merchant_guard.services.shop_papers import PaperRun
from tests.support.own_papers import (
    EMPTY,
    HOSTILE,
    TODAY,
    blocks,
    ids_of,
    inlines,
    of_plain,
    sample,
    ticked,
    with_details,
    with_entries,
    words,
)
from tests.support.pdfs import Pdf, squeezed
from tests.support.real_content import bank

IDS = ids_of("staff", "rules")
AGREEMENTS = (
    "agreement-office",
    "agreement-packing",
    "agreement-courier",
    "agreement-part-time",
    "undertaking-outsourced",
)
SAMPLES = ("01", "02", "03", "04", "09")
EVERY = pytest.mark.parametrize("paper_id", IDS)
EACH_AGREEMENT = pytest.mark.parametrize("paper_id", AGREEMENTS)
NEVER = (
    *("进入即视为同意", "填写即同意全部", "最终解释权", "泄露概不负责", "符合令第25号", "已通过审计"),
    *("违约金", "罚款", "罚金", "押金", "扣工资", "一切责任", "竞业", "搜查", "没收", "定金"),
    *("违法", "承认", "合规", "您", "None", "{{", "{%"),
)
"""Banned phrases, what a shop may not ask of its people, what judges, and what was left unfilled."""
PAGES = {
    "management-rules": 1,
    "undertaking-outsourced": 1,
    "training-sheet": 2,
    "training-quiz": 2,
    "fraud-sheet": 1,
    "poster-screen": 1,
    "poster-labels": 1,
    "packing-week": 1,
    "disposal-log": 1,
    "request-log": 1,
    "access-log": 1,
    "visitor-log": 1,
}
"""Exactly so many for every shop; agreements and notices have two at most."""
DETAILS = {one.detail.id: HOSTILE for one in bank().paper_details}
ORDINARY = {
    "legal_name": "示例女装店（个体工商户）",
    "address": "示例市示例路 1 号",
    "contact_person": "员工A",
    "contact_way": "shop@example.com",
    "security_person": "员工甲",
    "deputy": "员工乙",
    "platform_contact": "后台右下角在线客服",
}


def text(run: PaperRun, paper_id: str, size: PageSize = PageSize.A4) -> str:
    return "".join(Pdf(made.pdf).text() for made in run.make(paper_id, size, "zh"))


def with_one(run: PaperRun, **values: object) -> PaperRun:
    return with_entries(run, ("staff", {"name": "员工新", **values}))


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> PaperRun:
    return of_plain(EMPTY, tmp_path_factory.mktemp("empty"))


@EVERY
@pytest.mark.parametrize("number", ["01", "02", "03", "04"])
def test_every_paper_is_made_for_sample_shops_on_every_size(paper_id: str, number: str) -> None:
    for size in bank().paper_forms[paper_id].sizes:
        for made in sample(number).make(paper_id, size, "zh")[:2]:
            pdf = Pdf(made.pdf)
            assert not made.unprintable
            assert pdf.reader.pages[0].mediabox.width == pytest.approx(
                size.millimetres[0] / 25.4 * 72, abs=0.2
            )
            assert made.pages == 1 or not size.is_label


@EVERY
def test_nothing_banned_or_unfilled_stands_on_any_of_them(paper_id: str, empty: PaperRun) -> None:
    for run in (empty, *map(sample, SAMPLES)):
        for size in bank().paper_forms[paper_id].sizes:
            said = words(blocks(run, paper_id, size=size.value))
            assert said
            assert [phrase for phrase in NEVER if phrase in said] == []


@EVERY
def test_they_have_as_many_pages_as_people_will_sign_or_hang_up(paper_id: str, empty: PaperRun) -> None:
    for run in (empty, *(with_details(sample(number), ORDINARY) for number in SAMPLES)):
        for made in run.make(paper_id, PageSize.A4, "zh")[:2]:
            most = PAGES.get(paper_id)
            assert made.pages == most if most else made.pages <= 2


@EVERY
def test_whatever_was_typed_is_only_text_and_pushes_nothing_off(paper_id: str) -> None:
    run = with_details(sample("02"), DETAILS)
    run = with_entries(
        run,
        ("staff", {"name": HOSTILE, "role": "packing", "note": HOSTILE}),
        ("staff", {"name": HOSTILE, "employment": "part_time"}),
        ("staff", {"name": HOSTILE, "employment": "outsourced"}),
    )
    for size in bank().paper_forms[paper_id].sizes:
        for made in run.make(paper_id, size, "zh"):
            assert made.pages <= (
                3 if paper_id in ("rules-record", "training-sign-in", "access-table") else 2
            )


def test_on_a_full_rules_page_hostile_names_still_leave_it_one_page() -> None:
    made = with_details(sample("02"), DETAILS).make("management-rules", PageSize.A4, "zh")
    assert [one.pages for one in made] == [1]


def test_what_is_kept_is_a4_only_for_labels_fade() -> None:
    kept = [bank().paper_forms[one] for one in IDS if bank().paper_forms[one].kept]
    assert kept
    assert all(form.sizes == (PageSize.A4,) for form in kept)


# --- exactly one agreement for each -----------------------------------------------------------------------


def jobs() -> Iterator[dict[str, str]]:
    staff = bank().registers["staff"]
    roles = [None, *(one.id for one in staff.field("role").options)]
    employments = [None, *(one.id for one in staff.field("employment").options)]
    for role, employment in product(roles, employments):
        yield {key: value for key, value in (("role", role), ("employment", employment)) if value}


@pytest.mark.parametrize("said", list(jobs()), ids=lambda said: "-".join(said.values()) or "nothing")
def test_exactly_one_agreement_fits_each_person_but_the_owner(said: dict[str, str]) -> None:
    run = with_one(sample("01"), **said)
    (new,) = run.book.entries.keys() - sample("01").book.entries.keys()
    fitting = [one for one in AGREEMENTS if new in entries_for(bank().paper_forms[one], run.book)]
    if said.get("role") == OWNER:
        assert fitting == []
    else:
        assert len(fitting) == 1
        if (employment := said.get("employment")) in ("part_time", "outsourced"):
            assert fitting == [
                {"part_time": "agreement-part-time", "outsourced": "undertaking-outsourced"}[employment]
            ]
        elif said.get("role") in ("packing", "courier"):
            assert fitting == [f"agreement-{said['role']}"]


# --- what they must say -----------------------------------------------------------------------------------


@EACH_AGREEMENT
def test_an_agreement_leaves_reporting_free_and_the_shop_answerable_to_customers(
    paper_id: str, empty: PaperRun
) -> None:
    said = words(blocks(empty, paper_id))
    for phrase in (
        "举报、投诉",
        "都不受这份",
        "顾客",
        "依法",
        "不卖、不换",
        "马上",
        "日期写当天",
        "一式两份",
    ):
        assert phrase in said or phrase in text(empty, paper_id)
    assert "劳动合同法》第23条" not in text(empty, paper_id)


@pytest.mark.parametrize("paper_id", AGREEMENTS[:4])
def test_staff_pay_only_for_intent_or_gross_negligence_and_real_loss(paper_id: str, empty: PaperRun) -> None:
    said = words(blocks(empty, paper_id))
    assert "故意或者重大过失" in said and "实际损失" in said
    assert "店里不翻看私人手机" in said
    assert "到别处干活" in said if paper_id == "agreement-part-time" else "不限制以后到哪里工作" in said


@EACH_AGREEMENT
def test_the_law_behind_an_agreement_and_how_long_it_is_kept_stand_under_it(paper_id: str) -> None:
    made = sample("01").make(paper_id, PageSize.A4, "zh")[0]
    foot = Pdf(made.pdf).text()
    assert "《消费者权益保护法》第29条" in foot and "《个人信息保护法》第10" in foot
    assert ("至少留3年" if paper_id == "undertaking-outsourced" else "至少留2年") in foot


@EACH_AGREEMENT
def test_who_signs_is_filled_in_and_the_day_of_signing_never(paper_id: str) -> None:
    said = {"agreement-packing": {"role": "packing"}, "agreement-courier": {"role": "courier"}}.get(
        paper_id, {"role": "customer_service"}
    )
    employment = {"agreement-part-time": "part_time", "undertaking-outsourced": "outsourced"}.get(paper_id)
    run = with_one(sample("01"), **said, **({"employment": employment} if employment else {}))
    (new,) = run.book.entries.keys() - sample("01").book.entries.keys()
    said_words = words(blocks(run, paper_id, subject=new))
    assert "员工新" in said_words
    assert "示例女装店" in said_words
    assert str(TODAY.year) not in said_words


def test_kinds_of_information_are_named_only_where_the_shop_has_them() -> None:
    barber, clothes = (words(blocks(sample(number), "agreement-office")) for number in ("03", "01"))
    assert "监控录像" in barber and "监控录像" not in clothes
    assert "指纹、健康和用药" in barber and "更要当心" not in clothes
    assert "未成年人" in words(blocks(sample("04"), "agreement-office"))


def test_a_courier_of_a_restaurant_is_told_nothing_of_identity_checks() -> None:
    assert "查验寄件人身份" in words(blocks(sample("02"), "agreement-courier"))
    assert "查验寄件人身份" not in words(blocks(sample("08"), "agreement-courier"))


def test_the_notice_to_staff_speaks_of_faces_only_where_they_are_scanned_and_leaves_another_way() -> None:
    barber = words(blocks(sample("03"), "staff-notice", subject=next(iter(sample("03").book.entries))))
    clothes = words(blocks(sample("01"), "staff-notice", subject=next(iter(sample("01").book.entries))))
    assert "人脸" not in clothes
    for phrase in (
        "单独同意（可以不同意）",
        "我不同意。改用",
        "都不影响上班、工资和评价",
        "收回同意",
        "当天从机器里删掉",
    ):
        assert phrase in barber
    for phrase in ("身份证原件看过就还，不扣", "靠你同意的，可以随时收回", "不等于什么都同意"):
        assert phrase in clothes
    assert ticked(blocks(sample("03"), "staff-notice")) == 0


def test_the_table_of_rights_ticks_what_the_register_says_and_nothing_else() -> None:
    nobody = sample("02")
    assert ticked(blocks(nobody, "access-table")) == 0
    run = with_one(nobody, role="packing", access=frozenset({"orders", "labels"}))
    found = blocks(run, "access-table")
    assert ticked(found) == 2
    assert "员工新" in words(found)


@pytest.mark.parametrize("number", SAMPLES)
def test_the_rules_have_everything_that_order_25_lets_stand_in_one_paper(number: str) -> None:
    run = with_details(sample(number), ORDINARY)
    (made,) = run.make("management-rules", PageSize.A4, "zh")
    assert made.pages == 1
    said = Pdf(made.pdf).text()
    for phrase in (
        *("网络安全负责人员工甲", "他不在时找员工乙", "信息分两类", "谁能看", "培训和检查", "六个月", "投诉"),
        *("应急预案", "止损", "不重装", "通知主管部门", "通知本人", "不等查清", "部门仍要通知", "12345"),
        *("存五年", "存三年", "第51、57条", "第23、27条", "第15、16条"),
    ):
        assert squeezed(phrase) in said
    assert ("邮政管理部门" in said) == (number == "02")


def test_without_anybody_named_the_rules_have_lines_to_write_on(empty: PaperRun) -> None:
    said = words(blocks(empty, "management-rules"))
    assert "网络安全负责人他不在时找顾客来要求找店主" in said


def test_everybody_but_the_owner_signs_that_the_rules_were_made_known() -> None:
    said = words(blocks(sample("01"), "rules-record"))
    assert all(name in said for name in ("员工A", "员工B", "员工C", "员工D"))
    assert "讨论" in said and "告诉大家" in said
    assert "签字" not in said and "店主店主" not in said


def test_the_handout_is_drawn_by_ourselves() -> None:
    drawn = [one.name for one in inlines(blocks(sample("01"), "training-sheet")) if isinstance(one, Picture)]
    assert len(drawn) == 7 and len(set(drawn)) == 7


def test_the_answers_of_the_quiz_stand_on_a_page_of_their_own() -> None:
    (made,) = sample("01").make("training-quiz", PageSize.A4, "zh")
    pdf = Pdf(made.pdf)
    assert "答案（" not in pdf.text(0) and "答案（" in pdf.text(1)
    assert "为什么" not in pdf.text(0) and pdf.text(1).count("为什么") == 1


@pytest.mark.parametrize("size", list(PageSize))
def test_the_fraud_sheet_names_the_lines_to_call_on_every_size(size: PageSize) -> None:
    said = text(sample("01"), "fraud-sheet", size)
    assert "96110" in said and "110" in said and "验证码" in said
    assert "收款码" in said and "不借" in said


@pytest.mark.parametrize(
    ("size", "items"),
    [("a4", 6), ("label-100x180", 6), ("label-100x150", 6), ("label-76x130", 4)],
)
@pytest.mark.parametrize("number", ["01", "02"])
def test_the_weekly_label_has_seven_boxes_an_item_with_the_day_in_them(
    size: str, items: int, number: str
) -> None:
    (made,) = sample(number).make("packing-week", PageSize(size), "zh")
    assert made.pages == 1
    pdf = Pdf(made.pdf)
    width = {"a4": 14, "label-76x130": 8.4}.get(size, 11)
    boxes = [
        edge for edge in pdf.edges(0) if 0 <= edge[2] - edge[0] - width < 1 and 8 <= edge[3] - edge[1] < 9
    ]
    assert len(boxes) == 7 * items
    said = pdf.text()
    assert all(said.count(day) >= items for day in "一二三四五六日")
    assert "当天告诉：" in said and "应急卡" in said and "周起" in said and "姓名" in said
    assert "__" not in said, "the lines to write on are drawn, as long as a hand needs"


def test_logs_have_a_page_of_rows_and_the_columns_that_are_asked_for() -> None:
    wanted = {
        "disposal-log": ("日期", "毁了什么", "多少", "怎么毁的", "经手人", "在场的人"),
        "request-log": ("收到那天", "订单号", "手机尾号", "要什么", "办好、回话", "理由"),
        "access-log": ("哪天几点", "谁看", "为什么看", "谁同意的"),
        "visitor-log": ("打哪个官方电话核实", "谁陪着", "人走后看过"),
    }
    for paper_id, columns in wanted.items():
        said = text(sample("01"), paper_id)
        assert [column for column in columns if column not in said] == []
