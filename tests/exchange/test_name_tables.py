"""Staff in tables: columns known by their headings or by what stands in them; the rest is counted."""

from datetime import date

import pytest

from merchant_guard.domain.errors import InputError
from merchant_guard.exchange.heading_words import Kept, column_of
from merchant_guard.exchange.listed_people import LeftOut, ListedPerson
from merchant_guard.exchange.name_list import NameList, read_name_bytes, read_name_text
from merchant_guard.exchange.role_words import role_of, split_role
from tests.support.private_numbers import card, identity_number, phone
from tests.support.workbooks import workbook

A, B = ListedPerson("张三", "packing", None, "打包"), ListedPerson("李四", "customer_service", None, "客服")
DAY = date(2026, 3, 15)
CARD = card("62", 19)


def read(*rows: str) -> NameList:
    """Read cells as they are pasted; here a bar stands for a tab."""
    return read_name_text("\r\n".join(row.replace("|", "\t") for row in rows))


TABLES = {
    "headings": ("姓名|岗位", "张三|打包", "李四|客服"),
    "headings put otherwise": ("岗 位|*姓名（必填）", "打包|张三", "客服|李四"),
    "English headings": ("Job title|Full name", "打包|张三", "客服|李四"),
    "a title over the headings": ("某某网点员工花名册||", "", "序号|姓名|岗位", "1|张三|打包", "2|李四|客服"),
    "a heading that is a word of its own": ("员工|职务", "张三|打包", "李四|客服"),
    "headings without one for names": ("序号|快递员|岗位", "1|张三|打包", "2|李四|客服"),
    "the post before the department": ("姓名|部门|岗位", "张三||打包", "李四||客服"),
    "the name before the nickname": ("昵称|姓名|岗位", "|张三|打包", "|李四|客服"),
    "no headings": ("张三|打包", "李四|客服"),
    "no headings, numbered": ("1|打包|张三", "2|客服|李四"),
    "numbers within the cells": ("1. 张三|打包", "2. 李四|客服"),
    "empty rows and columns": ("", "|姓名||岗位|", "", "|张三||打包|", "||||", "|李四||客服|"),
    "a total and a remark": ("姓名|岗位", "张三|打包", "李四|客服", "合计|2", "备注：周日休息|"),
    "the headings once more": ("姓名|岗位", "张三|打包", "姓名|岗位", "李四|客服"),
    "rows only numbered": ("序号|姓名|岗位", "1|张三|打包", "2|李四|客服", "3||", "4||"),
    "gaps within names": ("姓名|岗位", "张　三|打 包", "李 四|客服"),
    "quotation marks": ('"姓名"|"岗位"', '"张三"|"打包"', "李四|客服"),
    "a line end within a cell": ('姓名|"岗位\n(全称)"', '张三|"打包\n"', "李四|客服"),
    "who is called like a role": ("姓名|岗位", "张三|打包", "李四|客服"),
}


@pytest.mark.parametrize("rows", TABLES.values(), ids=TABLES)
def test_names_and_roles_are_found_in_their_columns(rows: tuple[str, ...]) -> None:
    assert read(*rows) == NameList((A, B), {})


def test_a_quotation_mark_that_is_never_closed_is_part_of_what_was_written() -> None:
    assert read("姓名|岗位|尺码", '张三|打包|"5', "李四|客服|6").people == (A, B)


DAYS = (
    "2026-03-15",
    "2026/3/15",
    "2026.3.15",
    "2026年3月15日",
    "20260315",
    "２０２６／３／１５",
    "2026-03-15 00:00:00",
)


@pytest.mark.parametrize("written", DAYS)
def test_the_day_of_joining_is_read_in_every_usual_way(written: str) -> None:
    assert read("姓名|入职日期", f"张三|{written}").people == (ListedPerson("张三", "other", DAY),)


@pytest.mark.parametrize("written", ["3月15日", "去年", "2026年3月", "46096", "2026-02-30", "15-Mar-26"])
def test_another_day_is_left_open_and_counted(written: str) -> None:
    found = read("姓名|入职日期", f"张三|{written}", "李四|", "王五|/", "赵六|无")
    assert [one.joined for one in found.people] == [None] * 4
    assert (found.unread_days, found.left_out) == (1, {})


def test_everything_else_is_dropped_and_counted_by_its_column() -> None:
    found = read(
        "姓名|身份证号|手机号|电子邮箱|工资卡号|家庭住址|出生日期|基本工资|微信号|备注|紧急联系人|紧急联系人电话|性别",
        f"张三|{identity_number(1)}|{phone(1)}|a@example.com|{CARD}|某路|1990-01-01|5000|abc|新|李四|{phone(3)}|男",
        f"李四|{identity_number(2)}|{phone(2)}||||||||||女",
    )
    assert [one.name for one in found.people] == ["张三", "李四"]
    assert found.left_out == {
        LeftOut.IDENTITY_NUMBER: 2,
        LeftOut.PHONE: 3,
        LeftOut.BANK_CARD: 1,
        LeftOut.EMAIL: 1,
        LeftOut.ADDRESS: 1,
        LeftOut.BIRTHDAY: 1,
        LeftOut.WAGE: 1,
        LeftOut.CHAT_ACCOUNT: 1,
        LeftOut.OTHER: 4,
    }
    assert list(found.left_out) == list(LeftOut)


def test_without_headings_it_is_counted_by_what_it_is() -> None:
    found = read(
        f"1|张三|打包|{identity_number(1)}|{phone(1)}|1990-01-01|2024-05-01|{CARD}|某省某市某区某路1号",
        f"2|李四|客服|{identity_number(2)}|{phone(2)}|1991-01-01|2025-05-01||某省某市某区某路2号",
    )
    assert found.people == (
        ListedPerson("张三", "packing", date(2024, 5, 1), "打包"),
        ListedPerson("李四", "customer_service", date(2025, 5, 1), "客服"),
    )
    assert found.left_out == {
        LeftOut.IDENTITY_NUMBER: 2,
        LeftOut.PHONE: 2,
        LeftOut.BANK_CARD: 1,
        LeftOut.ADDRESS: 2,
        LeftOut.BIRTHDAY: 2,
    }


def test_a_single_column_of_early_days_is_birthdays() -> None:
    found = read("张三|打包|1990-01-01", "李四|客服|2008-01-01")
    assert found == NameList((A, B), {LeftOut.BIRTHDAY: 2})


def test_what_stands_beside_a_name_in_its_cell_is_counted() -> None:
    found = read("姓名|岗位", f"张三（组长）{phone(1)}|打包")
    assert found == NameList((A,), {LeftOut.PHONE: 1, LeftOut.OTHER: 1})


def test_a_title_in_a_name_is_the_role_where_no_column_says_one() -> None:
    found = read("姓名|入职日期", "张老师|2026-03-15", "李四店长|2026-03-15")
    assert found.people == (
        ListedPerson("张老师", "teacher", DAY, "老师"),
        ListedPerson("李四", "manager", DAY, "店长"),
    )


def test_the_role_as_written_holds_no_numbers() -> None:
    found = read("姓名|岗位", f"张三|夜班{phone(1)}", f"李四|{identity_number(1)}", "王五|3号线扫码")
    assert [(one.role, one.role_as_written) for one in found.people] == [
        ("other", "夜班"),
        ("other", ""),
        ("other", "号线扫码"),
    ]
    assert found.left_out == {LeftOut.IDENTITY_NUMBER: 1, LeftOut.PHONE: 1}


def test_a_row_without_a_name_is_shown_without_its_numbers() -> None:
    found = read("姓名|岗位|手机", "张三|打包|", f"|夜班顶班|{phone(1)}", "李四|客服|")
    assert found.people == (A, B)
    assert found.not_understood == ("夜班顶班",)
    assert found.left_out == {LeftOut.PHONE: 1}


def test_a_first_column_of_genders_hides_nobody() -> None:
    assert read("性别|姓名|岗位", "男|张三|打包", "女|李四|客服").people == (A, B)


def test_a_customer_service_by_phone_is_no_heading() -> None:
    found = read("张三|电话客服", "李四|微信客服")
    assert [one.role for one in found.people] == ["customer_service"] * 2


def test_long_cells_are_not_looked_into() -> None:
    found = read("姓名|岗位|备注", f"张三|打包|{'很长' * 101}", f"{'很长' * 101}|客服|")
    assert found.people == (A,)
    assert found.left_out == {LeftOut.OTHER: 1}


def test_a_workbook_is_read_like_pasted_cells() -> None:
    rows = [
        ["某某网点员工花名册"],
        ["序号", "姓名", "岗位", "身份证号", "手机", "入职日期"],
        [1, "张三", "打包", identity_number(1), int(phone(1)), DAY],
        [2, "李四", "客服", identity_number(2), float(phone(2)), "3月15日"],
        [],
        ["合计", 2],
    ]
    found = read_name_bytes(workbook(rows), ".xlsx")
    assert found.people == (ListedPerson("张三", "packing", DAY, "打包"), B)
    assert found.left_out == {LeftOut.IDENTITY_NUMBER: 2, LeftOut.PHONE: 2}
    assert found.unread_days == 1


def test_a_workbook_of_one_column_is_read_like_lines() -> None:
    found = read_name_bytes(workbook([["名单"], ["1. 张三 打包"], ["2. 李四，客服"]]))
    assert found == NameList((A, B), {})


def test_the_first_sheet_with_people_is_read_and_the_others_are_counted() -> None:
    data = workbook(
        [["请如实填写下面的表格"]], [["名字"], ["藏三"]], [["张三", "打包"]], [], [["别的"]], hidden=[1]
    )
    assert read_name_bytes(data) == NameList((A,), {}, other_sheets=2)


@pytest.mark.parametrize("rows", [[], [["说明：没有人"]], [[1, 2], [3, 4]]])
def test_a_workbook_without_people_is_refused(rows: list[list[object]]) -> None:
    with pytest.raises(InputError) as caught:
        read_name_bytes(workbook(rows))
    assert caught.value.problems[0].code == ("names.nobody" if rows else "names.empty")


HEADINGS: dict[Kept | LeftOut, str] = {
    Kept.NAME: "姓名 员工姓名 名字 Name Full_name *姓名(必填)",
    Kept.ROLE: "岗位 职位 职务 部门 岗位/职务 role Job",
    Kept.JOINED: "入职 入职日期 到岗时间 上班日期 进店日期 joined Start_date",
    Kept.NUMBER: "序号 No.",
    LeftOut.IDENTITY_NUMBER: "身份证 证件号码 ID_number",
    LeftOut.PHONE: "手机号 联系电话 紧急联系人电话 Phone",
    LeftOut.BANK_CARD: "银行卡号 开户行",
    LeftOut.EMAIL: "邮箱 E-mail",
    LeftOut.ADDRESS: "现住址 户籍地址",
    LeftOut.BIRTHDAY: "出生年月 生日",
    LeftOut.WAGE: "底薪 社保基数",
    LeftOut.CHAT_ACCOUNT: "微信号 QQ",
    LeftOut.OTHER: "性别 离职日期 紧急联系人姓名",
}


@pytest.mark.parametrize(("column", "headings"), HEADINGS.items())
def test_headings_are_known(column: object, headings: str) -> None:
    words = headings.split()
    assert {word: column_of(word.replace("_", " ")) for word in words} == dict.fromkeys(words, column)


@pytest.mark.parametrize("word", ["张三", "李健康", "父亲姓名", "Bill Gray"])
def test_other_words_are_no_headings(word: str) -> None:
    assert column_of(word) is None


ROLES = {
    "owner": "店主 老板 老板娘 法人 Owner boss",
    "manager": "店长 副店长 经理 网点经理 站长 主管 负责人 客服主管 manager store_manager",
    "customer_service": "客服 在线客服 售后 售后客服 售前 快递客服 客服专员 customer_service",
    "packing": "打包 打包员 仓管 仓库 分拣 分拣员 理货 发货 打单员 夜班分拣 packer warehouse",
    "courier": "快递员 快递小哥 骑手 派件 收件员 收派员 业务员 配送 兼职快递员 courier rider delivery_driver",
    "front_desk": "前台 收银 收银员 店员 导购 前台接待 cashier shop_assistant",
    "teacher": "老师 教练 助教 舞蹈老师 英语教师 私教 teacher swimming_coach",
    "other": "财务 会计 保洁 司机 美容师 学徒 driver",
}


@pytest.mark.parametrize(("role", "words"), ROLES.items())
def test_words_for_roles_are_known(role: str, words: str) -> None:
    assert {word: role_of(word.replace("_", " ")) for word in words.split()} == dict.fromkeys(
        words.split(), role
    )


@pytest.mark.parametrize("word", ["美甲", "张三", "抖音", "", "Li Lei", "员工", "丁前", "packs"])
def test_other_words_are_no_roles(word: str) -> None:
    assert role_of(word) is None


GLUED = {
    "张三打包员": ("张三", "打包员"),
    "店长张三": ("张三", "店长"),
    "李教练": ("李教练", "教练"),
    "张三": None,
    "打包张": None,
}


@pytest.mark.parametrize(("token", "parts"), GLUED.items())
def test_names_and_roles_written_together_are_told_apart(token: str, parts: object) -> None:
    assert split_role(token) == parts
