"""Papers about incidents, audits, inspections and records: they render everywhere and say what they must."""

from datetime import date

import pytest

from merchant_guard.documents.paper_source import PaperSource
from merchant_guard.documents.year_view import year_view
from merchant_guard.domain.answers import Progress
from merchant_guard.domain.paper import PageSize, PaperSubject
from merchant_guard.domain.plan import make_plan
from merchant_guard.domain.question import Choice
from merchant_guard.domain.registers.book import Book
from merchant_guard.services.make_papers import make_paper
from merchant_guard.services.make_plan import MadePlan
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
from tests.support.pdfs import Pdf
from tests.support.plans import CHECKED_ON, made_with_all
from tests.support.real_content import bank

IDS = ids_of("incident", "audit", "inspection", "records")
BANNED = ("进入即视为同意", "填写即同意全部", "最终解释权", "泄露概不负责", "符合令第25号", "已通过审计")
NEVER = ("一切责任由员工承担", "None", "{{", "如有不实", "承认", "违法经营")
MONEY = ("违约金", "罚款", "押金", "扣工资")
QUOTING = {
    "correction-report",
    "blank-questionnaire",
    "internal-record",
    *(one for one in IDS if one.startswith("inspection-")),
}
"""These name questions and tasks, among them the one to take such sums out of an old agreement."""
DETAILS = {one.detail.id: HOSTILE for one in bank().paper_details}
ORDER = """
主体和人数
以前的检查和整改
管理规定和负责人
个人信息清单
公开的规则、同意、未成年人
账号和电脑
保密协议和培训
面单和销毁
合作方、影响评估、记录
10监控
顾客的要求、退订
应急、演练、事件
审计自查表、报送
已经改好的
"""
"""The heads of the index."""
NO_FOLDERS = ("inspection-guide", "inspection-rehearsal")
FOLDERS = [one for one in IDS if one.startswith("inspection-") and one not in NO_FOLDERS]
CAME = (
    "inspections",
    {"on": date(2026, 11, 25), "authority": "police", "kind": "order", "document": "〔2026〕7号"},
)


def text(run: PaperRun, paper_id: str, size: PageSize = PageSize.A4) -> str:
    return "".join(Pdf(made.pdf).text() for made in run.make(paper_id, size, "zh"))


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> PaperRun:
    return of_plain(EMPTY, tmp_path_factory.mktemp("empty"))


@pytest.mark.parametrize("paper_id", IDS)
@pytest.mark.parametrize("number", ["01", "02", "04"])
def test_every_paper_is_made_for_sample_shops_on_every_size(paper_id: str, number: str) -> None:
    form = bank().paper_forms[paper_id]
    for size in form.sizes:
        for made in sample(number).make(paper_id, size, "zh"):
            pdf = Pdf(made.pdf)
            assert not made.unprintable
            assert pdf.reader.pages[0].mediabox.width == pytest.approx(
                size.millimetres[0] / 25.4 * 72, abs=0.2
            )


@pytest.mark.parametrize("paper_id", IDS)
def test_nothing_banned_false_or_unfilled_stands_on_any_of_them(paper_id: str, empty: PaperRun) -> None:
    for run in (empty, *(sample(number) for number in ("01", "02", "03", "04", "08", "09", "10", "13"))):
        for size in bank().paper_forms[paper_id].sizes:
            said = words(blocks(run, paper_id, size=size.value))
            assert said
            for phrase in (*BANNED, *NEVER, *(() if paper_id in QUOTING else MONEY)):
                assert phrase not in said


@pytest.mark.parametrize("paper_id", IDS)
def test_whatever_was_typed_is_only_text(paper_id: str) -> None:
    typed = [
        ("incidents", {"noticed_on": TODAY, "kind": "lost_device", "note": HOSTILE}),
        ("inspections", {"on": TODAY, "authority": "police", "kind": "order", "document": HOSTILE}),
        ("staff", {"name": HOSTILE, "agreement_on": TODAY, "access": frozenset({"orders", "cameras"})}),
        ("partners", {"name": HOSTILE, "kind": "courier", "contract_on": TODAY}),
        ("accounts", {"name": HOSTILE}),
        ("checks", {"on": TODAY, "kind": "drill", "note": HOSTILE}),
        ("requests", {"received_on": TODAY, "reference": HOSTILE, "kind": "see"}),
    ]
    run = with_details(with_entries(sample("02"), *typed), DETAILS)
    for size in bank().paper_forms[paper_id].sizes:
        for made in run.make(paper_id, size, "zh"):
            assert made.pages < (60 if paper_id in FOLDERS else 12)


@pytest.mark.parametrize("paper_id", IDS)
def test_a_paper_that_is_kept_is_not_offered_on_labels_which_fade(paper_id: str) -> None:
    form = bank().paper_forms[paper_id]
    assert form.kept is None or form.sizes == (PageSize.A4,)


@pytest.mark.parametrize(
    ("paper_id", "pages"),
    [
        ("emergency-card", 1),
        ("incident-letter", 1),
        ("incident-sms", 1),
        ("incident-notice", 1),
        ("authority-report", 1),
        ("incident-record", 1),
        ("drill-record", 1),
        ("impact-assessment-faces", 1),
        ("headcount-sheet", 1),
        ("inspection-guide", 1),
        ("external-summary", 1),
        ("year-planner", 1),
        ("hidden-camera-sheet", 1),
        ("playback-log", 1),
        ("backup-log", 1),
        ("audit-list", 3),
    ],
)
def test_papers_are_as_short_as_they_should_be(paper_id: str, pages: int) -> None:
    for number in ("02", "03", "04"):
        assert all(made.pages <= pages for made in sample(number).make(paper_id, PageSize.A4, "zh"))


@pytest.mark.parametrize("paper_id", ["emergency-card", "authority-report", "incident-letter"])
def test_even_for_a_shop_that_has_everything_it_is_one_page(paper_id: str) -> None:
    made = made_with_all(bank(), Choice.NO)
    plan = MadePlan(made.assessment, made.plan, CHECKED_ON)
    assert make_paper(plan, paper_id, PageSize.A4, "zh").pages == 1


@pytest.mark.parametrize("size", [size for size in PageSize if size.is_label])
@pytest.mark.parametrize("paper_id", ["emergency-card", "hidden-camera-sheet"])
def test_a_label_is_one_page(paper_id: str, size: PageSize) -> None:
    for number in ("01", "02", "04", "13"):
        assert [made.pages for made in sample(number).make(paper_id, size, "zh")] == [1]


@pytest.mark.parametrize(
    ("paper_id", "said"),
    [
        ("emergency-card", "拔网线 不重装、不删文件 主管部门一定要报 谁拿主意 他不在 110 12387 96110"),
        ("incident-letter", "涉及的信息 可能的害处 我们已经做的 改密码 防来电 留证据 告诉家里人 联系方式"),
        ("incident-sms", "改 挂断 截图 告诉家人 联系人 不放链接 投诉、举报"),
        ("incident-notice", "原因 我们已经做的 改密码 防来电 留证据 告诉家里人 投诉"),
        ("authority-report", "初步 什么时候发现 涉及的信息种类 已经采取的措施 补报"),
        ("incident-record", "几点几分 凭证 谁做、谁记"),
        ("drill-record", "挑一件 第几分钟做到 要改的"),
        ("audit-list", "参照清单 网信办 自查提示 不合规及整改情况说明"),
        ("impact-assessment", "合法、正当、必要 安全风险 与风险程度相适应 事前 补做"),
        ("impact-assessment-faces", "合法、正当、必要 降低不利影响 毁损 与风险程度相适应"),
        ("headcount-sheet", "一个人只算一次 已经删掉的不算 10万人"),
        ("inspection-guide", "不少于两人 人民警察证 县级以上公安机关 监督检查通知书 如实 不收费 微信不给"),
        ("external-summary", "不是检查材料，已略去员工姓名和内部整改"),
    ],
)  # fmt: skip
def test_what_must_be_said_is_said(paper_id: str, said: str) -> None:
    for number in ("02", "04"):
        found = words(blocks(sample(number), paper_id))
        assert not [phrase for phrase in said.split() if phrase not in found]


def test_couriers_go_to_the_postal_office_and_children_are_told_with_their_guardians() -> None:
    assert "马上报当地邮政管理部门" in words(blocks(sample("02"), "emergency-card"))
    assert "孩子和家长（监护人）两边都告诉" in words(blocks(sample("04"), "emergency-card"))
    barber = words(blocks(sample("03"), "emergency-card"))
    assert "邮政" not in barber
    assert "孩子" not in barber


def test_the_audit_list_has_24_items_and_no_box_is_ticked() -> None:
    for number in ("01", "02", "04"):
        found = blocks(sample(number), "audit-list")
        assert sum("自查提示：" in row for row in rows(found)) == 24
        assert ticked(found) == 0


@pytest.mark.parametrize("paper_id", sorted(set(IDS) - {"external-summary"}))
def test_no_paper_has_a_box_ticked_before_somebody_looked(paper_id: str) -> None:
    assert ticked(blocks(sample("03"), paper_id)) == 0


def test_there_is_a_page_for_every_situation_the_shop_is_in() -> None:
    barber = words(blocks(sample("03"), "impact-assessment"))
    assert [one in barber for one in ("处理敏感个人信息", "自动化决策", "委托处理", "向境外")] == [
        True,
        True,
        True,
        False,
    ]
    assert "2026" not in barber


@pytest.mark.parametrize("paper_id", [*FOLDERS, "correction-report"])
def test_what_touches_a_crime_is_told_to_no_authority_on_paper(paper_id: str) -> None:
    made = made_with_all(bank(), Choice.NO)
    crimes = [item for item in made.plan.open_items if any(one.crime for one in item.remedy.questions)]
    done = {item.id: Progress(done_on=date(2026, 11, 28)) for item in crimes}
    plan = make_plan(made.assessment, TODAY, CHECKED_ON, done)
    run = with_entries(PaperRun(MadePlan(made.assessment, plan, CHECKED_ON), Book(), TODAY), CAME)
    subject = run.book.of("inspections")[0].id if paper_id == "correction-report" else ""
    found = words(blocks(run, paper_id, subject))
    assert plan.done_items
    assert not [item for item in plan.done_items if "".join(item.remedy.action.title.zh.split()) in found]


@pytest.mark.parametrize("paper_id", FOLDERS)
def test_the_folder_lists_in_the_order_inspectors_ask_and_gives_no_score(paper_id: str) -> None:
    found = words(blocks(sample("02"), paper_id))
    order = ORDER.split()
    places = [found.index(one, found.index("材料目录")) for one in order]
    assert places == sorted(places)
    assert "分数" not in found
    assert "对外展示版" not in found


def row(run: PaperRun, what: str) -> str:
    return next(one for one in rows(blocks(run, "inspection-cac")) if one.startswith(what))


def test_the_folder_says_there_only_of_what_is_shown() -> None:
    run = sample("03")
    assert row(run, "培训签到、小测") == "培训签到、小测没有登记本里没有"
    assert row(run, "应急卡").startswith("应急卡没有")
    assert row(run, "向境外提供的手续、告知").startswith("向境外提供的手续、告知不适用")
    held = with_entries(
        run, ("trainings", {"on": date(2026, 11, 3)}), ("checks", {"on": TODAY, "kind": "drill"})
    )
    assert row(held, "培训签到、小测").startswith("培训签到、小测有2026-11-03")
    assert row(held, "演练记录").startswith("演练记录有2026-11-30")


def test_the_folder_names_who_signed_and_who_has_not() -> None:
    run = with_entries(sample("03"), ("staff", {"name": "小满", "agreement_on": date(2026, 3, 2)}))
    assert "已登记1人：小满" in row(run, "员工保密协议")
    assert "前台" in row(run, "没有登记签署日期的")


def test_the_summary_for_others_names_nobody_and_lists_only_what_was_done() -> None:
    run = sample("02")
    found = words(blocks(run, "external-summary"))
    names = [member.name for member in run.made.assessment.sheet.shop.staff if member.name != "客服"]
    assert not [name for name in names if name in found]
    assert "定了负责的人" in found
    assert "撕碎" not in found


def test_an_empty_shop_gets_lines_to_write_on(empty: PaperRun) -> None:
    found = words(blocks(empty, "external-summary"))
    assert "这一次还没有可以列出的" in found
    assert "情形（勾选）" in words(blocks(empty, "impact-assessment"))


def test_the_year_planner_covers_twelve_months_from_this_one() -> None:
    found = words(blocks(sample("01"), "year-planner"))
    assert all(f"{month}月2027" in found for month in range(1, 11))
    assert "11月2026" in found
    assert "11月2027" not in found


def test_nothing_on_the_wall_calendar_falls_before_today() -> None:
    run = sample("01")
    source = PaperSource(
        run.made.assessment, run.made.plan, run.made.checked_on, "zh", PaperSubject(run.book)
    )
    months = year_view(source)["months"]
    assert len(months) == 12
    assert all(thing["day"] >= TODAY.day for thing in months[0]["things"])
    assert any(month["things"] for month in months[1:])
