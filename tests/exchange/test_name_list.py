"""Staff is read from what people hand on: 接龙, lines, copied cells. Names, roles and first days only."""

import codecs
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from merchant_guard.domain.errors import InputError, problem
from merchant_guard.exchange.listed_people import LeftOut, ListedPerson
from merchant_guard.exchange.name_list import LARGEST_LIST, NameList, read_name_bytes, read_name_text
from merchant_guard.exchange.person_text import is_rare_han
from merchant_guard.exchange.role_words import role_ids
from merchant_guard.exchange.spreadsheet import MOST_COLUMNS, MOST_ROWS
from tests.support.private_numbers import card, identity_number, phone
from tests.support.real_content import bank

A, B, C = "张三", "李四", "王五"
ID, PHONE, CARD = identity_number(1), phone(1), card("62", 19)
DAY = date(2026, 3, 15)
ONE = {
    "a bare name": ("张三", ListedPerson(A)),
    "a role": ("张三 打包", ListedPerson(A, "packing", None, "打包")),
    "a role first": ("打包-张三", ListedPerson(A, "packing", None, "打包")),
    "commas": ("张三，客服，2026-03-15", ListedPerson(A, "customer_service", DAY, "客服")),
    "the enumeration comma": ("张三、骑手、2026.3.15", ListedPerson(A, "courier", DAY, "骑手")),
    "brackets": ("张三（收银）", ListedPerson(A, "front_desk", None, "收银")),
    "square brackets": ("【店长】张三", ListedPerson(A, "manager", None, "店长")),
    "a slash": ("张三/快递员/2026/3/15", ListedPerson(A, "courier", DAY, "快递员")),
    "labels": ("姓名：张三 岗位：美甲 入职：2026年3月15日", ListedPerson(A, "other", DAY, "美甲")),
    "an unknown role": ("张三 美甲", ListedPerson(A, "other", None, "美甲")),
    "a role among others": ("张三 晚班打包", ListedPerson(A, "packing", None, "晚班打包")),
    "two roles": ("张三 客服兼打包", ListedPerson(A, "packing", None, "客服兼打包")),
    "glued, the role behind": ("张三打包", ListedPerson(A, "packing", None, "打包")),
    "glued, the role in front": ("客服小李", ListedPerson("小李", "customer_service", None, "客服")),
    "called by a title": ("张老师", ListedPerson("张老师", "teacher", None, "老师")),
    "a name and a title": ("李四老师", ListedPerson(B, "teacher", None, "老师")),
    "a name with a wide gap": ("张　三 打包", ListedPerson(A, "packing", None, "打包")),
    "a letter": ("员工A 打包", ListedPerson("员工A", "packing", None, "打包")),
    "a number for the second": ("张三2 打包", ListedPerson("张三2", "packing", None, "打包")),
    "a dot in the name": ("阿·布 分拣", ListedPerson("阿·布", "packing", None, "分拣")),
    "another dot": ("阿•布 分拣", ListedPerson("阿·布", "packing", None, "分拣")),
    "a rare character": ("李\U00031350 打包", ListedPerson("李\U00031350", "packing", None, "打包")),
    "Latin letters": ("Li Lei, packer, 2026-03-15", ListedPerson("Li Lei", "packing", DAY, "packer")),
    "Latin and Chinese": ("Lily 客服", ListedPerson("Lily", "customer_service", None, "客服")),
    "a hyphen in a name": ("Ann-Mary courier", ListedPerson("Ann-Mary", "courier", None, "courier")),
    "emoji": ("🌹张三💪 打包👍🏻", ListedPerson(A, "packing", None, "打包")),
    "a mention": ("@张三 打包", ListedPerson(A, "packing", None, "打包")),
    "invisible characters": ("\ufeff\u200b张\u200d三\u00a0打包", ListedPerson(A, "packing", None, "打包")),
    "full-width digits": ("张三 打包 ２０２６－０３－１５", ListedPerson(A, "packing", DAY, "打包")),
    "a day in one piece": ("张三 20260315入职", ListedPerson(A, "other", DAY)),
    "a day with gaps": ("张三 2026 年 3 月 15 日 到岗", ListedPerson(A, "other", DAY)),
    "a day with a time": ("张三 2026/3/15 08:30", ListedPerson(A, "other", DAY)),
}


def read(text: str) -> NameList:
    return read_name_text(text)


def codes(error: pytest.ExceptionInfo[InputError]) -> list[str]:
    return [found.code for found in error.value.problems]


@pytest.mark.parametrize(("line", "person"), ONE.values(), ids=ONE)
def test_a_line_is_a_person(line: str, person: ListedPerson) -> None:
    assert read(line) == NameList((person,), {})


NUMBERINGS = (
    "1. ",
    "1.",
    "1、",
    "1．",
    "1) ",
    "1）",
    "（1）",
    "①",
    "⑴",
    "⒈",
    "1 ",
    "1",
    "1️⃣ ",
    "1: ",
    "No.1 ",
    "一、",
)


@pytest.mark.parametrize("number", NUMBERINGS)
def test_numbering_is_no_part_of_a_name(number: str) -> None:
    assert read(f"{number}张三 打包\n").people == (ListedPerson(A, "packing", None, "打包"),)


CHAINS = {
    "as the app makes it": "#接龙\n下周排班，请大家登记\n\n1. 张三 打包\n2. 李四 客服\n3. 王五",
    "with an example": "#接龙\n登记\n例 某某 打包\n\n1. 张三 打包\n2. 李四 客服\n3. 王五",
    "with Windows line ends": "#接龙\r\n登记\r\n\r\n1. 张三 打包\r\n2. 李四 客服\r\n3. 王五\r\n",
    "by hand": "大家接龙：\n1、张三，打包\n2、李四，客服\n3、王五",
    "circled": "接龙\n①张三-打包\n②李四-客服\n③王五",
    "in one line": "#接龙 1. 张三 打包 2. 李四 客服 3. 王五".replace("#接龙 ", "#接龙\n"),
    "an entry over two lines": "#接龙\n登记\n\n1. 张三\n打包\n2. 李四\n客服\n3. 王五",
    "with tabs": "#接龙\n登记\n\n1.\t张三\t打包\n2.\t李四\t客服\n3.\t王五",
    "with flowers": "#接龙\n登记\n\n1. 张三 打包🌹\n2. 李四 客服🌹\n3. 王五🌹",
    "numbered without the word": "本周排班\n1. 张三 打包\n2. 李四 客服\n3. 王五",
    "in English": "#Group Note\nplease sign\n\n1. 张三 打包\n2. 李四 客服\n3. 王五",
}


@pytest.mark.parametrize("text", CHAINS.values(), ids=CHAINS)
def test_a_chain_is_read_entry_by_entry(text: str) -> None:
    found = read(text)
    assert found.people == (
        ListedPerson(A, "packing", None, "打包"),
        ListedPerson(B, "customer_service", None, "客服"),
        ListedPerson(C),
    )
    assert (found.left_out, found.not_understood) == ({}, ())


def test_a_phone_number_after_the_numbering_is_not_taken_for_it() -> None:
    found = read(f"1. {PHONE} 张三\n2. 李四 {PHONE}\n{PHONE[:3]} {PHONE[3:7]} {PHONE[7:]} 王五")
    assert [one.name for one in found.people] == [A, B, C]
    assert found.left_out == {LeftOut.PHONE: 3}


def test_names_in_one_line_are_a_person_each() -> None:
    assert [one.name for one in read("张三、李四、王五").people] == [A, B, C]
    assert [one.name for one in read("张三 李四 王五").people] == [A, B, C]


LEFT_OUT = {
    "an ID number": (f"张三 {ID}", {LeftOut.IDENTITY_NUMBER: 1}),
    "one with a slip": (f"张三 {ID[:-2]}00", {LeftOut.IDENTITY_NUMBER: 1}),
    "a phone number": (f"张三 {PHONE}", {LeftOut.PHONE: 1}),
    "a phone number with gaps": (f"张三 {PHONE[:3]}-{PHONE[3:7]}-{PHONE[7:]}", {LeftOut.PHONE: 1}),
    "a landline": ("张三 020-12345678", {LeftOut.PHONE: 1}),
    "a card": (f"张三 {CARD}", {LeftOut.BANK_CARD: 1}),
    "an e-mail address": ("张三 someone.else@example.com", {LeftOut.EMAIL: 1}),
    "an address": ("张三 某某省某某市某某区某某路1号", {LeftOut.ADDRESS: 1}),
    "an address with a label": ("张三 住址：某某花园", {LeftOut.ADDRESS: 1}),
    "a birthday": ("张三 1990-01-01", {LeftOut.BIRTHDAY: 1}),
    "a birthday with a label": ("张三 生日 5月1日", {LeftOut.BIRTHDAY: 1}),
    "a wage": ("张三 4500元/月", {LeftOut.WAGE: 1}),
    "a wage with a label": ("张三 工资4500", {LeftOut.WAGE: 1}),
    "an account": ("张三 微信：wang-abc", {LeftOut.CHAT_ACCOUNT: 1}),
    "an account without a label": ("张三 wxid_abcdef", {LeftOut.CHAT_ACCOUNT: 1}),
    "another number": ("张三 123456", {LeftOut.OTHER: 1}),
    "remarks": ("张三 打包 已婚 单身宿舍", {LeftOut.OTHER: 2}),
    "two of a kind": (f"张三 {PHONE} 紧急电话 {phone(2)}", {LeftOut.PHONE: 2}),
}


@pytest.mark.parametrize(("line", "left_out"), LEFT_OUT.values(), ids=LEFT_OUT)
def test_what_is_not_kept_is_counted(line: str, left_out: dict[LeftOut, int]) -> None:
    found = read(line)
    assert found.left_out == left_out
    assert [(one.name, one.joined) for one in found.people] == [(A, None)]


@pytest.mark.parametrize(
    "written", ["3月15日", "3月入职", "2026年3月", "2026-03", "26.3.15", "2026-02-30", "15/3/2026", "2026年"]
)
def test_a_day_that_is_not_whole_is_not_guessed_but_counted(written: str) -> None:
    found = read(f"张三 打包 {written}")
    assert (found.people[0].joined, found.unread_days) == (None, 1)
    assert found.left_out == {}


def test_a_labelled_day_of_joining_may_be_long_ago() -> None:
    assert read("张三 入职 2003-09-01").people == (ListedPerson(A, "other", date(2003, 9, 1)),)


def test_who_stands_in_the_list_twice_is_one_person_and_that_is_counted() -> None:
    found = read("张三 打包\n张 三 客服\n李四")
    assert [one.name for one in found.people] == [A, B]
    assert (found.people[0].role, found.repeated) == ("packing", 1)


def test_lines_without_a_person_are_shown_without_their_numbers() -> None:
    found = read(f"张三 打包\n今天下班之前一定要填完{PHONE}\n李四\n合计 2 人\n备注：都来")
    assert [one.name for one in found.people] == [A, B]
    assert found.not_understood == ("今天下班之前一定要填完…",)


NOBODY = """
#接龙 名单 某某网点员工花名册 合计 总人数：12 备注：周日休息 请大家填写 收到 谢谢 姓名 例如
XX公司 制表人：员工B
男 兼职 12 —— 某某打印店通知
"""


@pytest.mark.parametrize("line", [*NOBODY.split(), "共计 12 人", "说明 请填真实姓名", "姓名 岗位"])
def test_a_line_of_this_kind_is_nobody(line: str) -> None:
    assert read(f"{line}\n张三 打包\n{line}").people == (ListedPerson(A, "packing", None, "打包"),)


NOTHING = {
    "nothing": ("", "names.empty"),
    "white": (" \r\n\t\u00a0\n", "names.empty"),
    "a byte order mark": ("\ufeff", "names.empty"),
    "only a title": ("#接龙\n请大家登记排班\n", "names.nobody"),
    "only numbers": (f"{PHONE}\n{ID}", "names.nobody"),
    "only a heading": ("姓名\t岗位\n", "names.nobody"),
    "a table of amounts": ("1\t200\n2\t300", "names.nobody"),
    "half a character": ("张三\ud800", "names.not_utf8"),
    "one line too many": ("张三 打包\n" * (MOST_ROWS + 1), "names.too_many_rows"),
    "one row too many": ("张三\t打包\n" * (MOST_ROWS + 1), "names.too_many_rows"),
    "one column too many": ("姓名" + "\tx" * MOST_COLUMNS, "names.too_many_columns"),
    "a book": ("张三\t" + "长" * 100_000 + "\n" + ("李四\t" + "长" * 100_000 + "\n") * 10, "names.too_much"),
    "a cell without end": ('张三\t"' + "长" * 200_000 + '"', "names.too_much"),
    "more than fits": ("张" * (LARGEST_LIST // 3 + 1), "file.too_big"),
}


@pytest.mark.parametrize(("text", "code"), NOTHING.values(), ids=NOTHING)
def test_text_without_a_list_is_refused_with_one_sentence(text: str, code: str) -> None:
    with pytest.raises(InputError) as caught:
        read(text)
    assert codes(caught) == [code]


def test_as_many_lines_as_are_allowed_are_read() -> None:
    many = "\n".join(f"{n + 1}. 员工{chr(65 + n // 100)}{n % 100} 打包" for n in range(MOST_ROWS))
    assert len(read(many).people) == MOST_ROWS


FILES = {
    "UTF-8": "张三 打包".encode(),
    "UTF-8 with a mark": codecs.BOM_UTF8 + "张三 打包".encode(),
    "UTF-16, as Excel's Unicode text": "姓名\t岗位\r\n张三\t打包\r\n".encode("utf-16"),
    "a table with commas": "姓名,岗位,手机号\n张三,打包,\n".encode(),
    "a table with commas in quotation marks": '"姓名","岗位"\n"张三","打包"\n'.encode(),
}


@pytest.mark.parametrize("data", FILES.values(), ids=FILES)
def test_a_text_file_is_read_like_text(data: bytes) -> None:
    assert read_name_bytes(data, ".txt").people == (ListedPerson(A, "packing", None, "打包"),)


FOREIGN = {
    "nothing": (b"", ".xlsx", "names.empty"),
    "GBK": ("姓名,岗位\n张三,打包".encode("gbk"), ".csv", "names.not_utf8"),
    "half of UTF-16": (codecs.BOM_UTF16_LE + b"x", ".txt", "names.not_utf8"),
    "an old spreadsheet": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, ".xls", "names.old_format"),
    "an old one of WPS": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, ".et", "names.old_format"),
    "a web page called .xls": (b"\r\n<html><table><tr>", ".xls", "names.old_format"),
    "a spreadsheet with a password": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"),
        ".xlsx",
        "names.locked",
    ),
    "a picture": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", ".png", "names.not_a_list"),
    "text called .xlsx": ("张三 打包".encode(), ".XLSX", "names.not_a_list"),
    "more than fits": (b" " * (LARGEST_LIST + 1), ".txt", "file.too_big"),
}


@pytest.mark.parametrize(("data", "ending", "code"), FOREIGN.values(), ids=FOREIGN)
def test_other_files_are_refused_with_the_way_out(data: bytes, ending: str, code: str) -> None:
    with pytest.raises(InputError) as caught:
        read_name_bytes(data, ending)
    assert codes(caught) == [code]


def test_the_limit_of_rows_is_named() -> None:
    with pytest.raises(InputError) as caught:
        read("张三\n" * (MOST_ROWS + 1))
    assert caught.value.problems == (problem("names.too_many_rows", limit=MOST_ROWS),)


def test_roles_are_those_of_the_content() -> None:
    assert role_ids() == set(bank().roles)


LISTED = f"{A} {B} #接龙\n 姓名 岗位 入职 打包 客服小李 合计 微信 工资5000 Li X {PHONE} {ID} {ID[:17]} {CARD}"
WRITTEN = "2026-03-15 3月15日 1990-01-01 １２３４５６７ ٣٣٣٣٣٣٣ ₇₇₇₇₇₇₇ ① 2、 🌹 \U0001f468\u200d\U0001f469"
BETWEEN = ["\t", "\n", "\r\n", "1. ", *'",，、：(-.·@ ', "\u00a0", "\ufeff", "\0", "\u2028", "\x1f"]
PIECES = st.sampled_from([*LISTED.split(" "), *WRITTEN.split(" "), *BETWEEN])


def holds_long_number(text: str) -> bool:
    run = 0
    for char in text:
        run = run + 1 if char.isdigit() else 0
        if run >= 7:
            return True
    return False


def check(found: NameList) -> None:
    """What holds for every list: clean names of people, once each, ids of roles, nothing private."""
    names = [one.name for one in found.people]
    assert names and len(set(names)) == len(names)
    for one in found.people:
        assert 1 <= len(one.name) <= 30 and one.name == one.name.strip()
        assert all(char.isprintable() or is_rare_han(char) for char in one.name)
        assert sum(char.isdigit() for char in one.name) <= 2
        assert one.role in role_ids() and len(one.role_as_written) <= 20
        assert not any(char.isdigit() for char in one.role_as_written)
    assert not any(holds_long_number(line) for line in found.not_understood)
    assert all(count > 0 for count in found.left_out.values())


@given(st.text() | st.lists(PIECES, max_size=40).map("".join))
def test_any_text_is_a_clean_list_or_refused_with_one_problem(text: str) -> None:
    try:
        check(read(text))
    except InputError as error:
        assert len(error.problems) == 1


@given(st.binary(max_size=300) | st.binary(max_size=100).map(lambda rest: b"PK\x03\x04" + rest))
def test_any_bytes_are_a_clean_list_or_refused_with_one_problem(data: bytes) -> None:
    try:
        check(read_name_bytes(data))
    except InputError as error:
        assert len(error.problems) == 1


PEOPLE = st.lists(
    st.tuples(
        st.sampled_from(["赵", "钱", "孙", "李"]),
        st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x4E20), min_size=1, max_size=2),
        st.sampled_from([("打包", "packing"), ("快递员", "courier"), ("店长", "manager"), ("财务", "other")]),
        st.dates(date(2015, 1, 1), date(2030, 12, 31)),
    ),
    min_size=1,
    max_size=20,
    unique_by=lambda one: one[0] + one[1],
)


@given(PEOPLE, st.sampled_from(["\t", "，", " ", "、", "-", "｜"]), st.booleans())
def test_whoever_is_written_down_plainly_is_read(people: list[tuple], between: str, numbered: bool) -> None:
    rows = [
        between.join([f"{first}{last}", role, day.isoformat(), PHONE])
        for first, last, (role, _), day in people
    ]
    text = "\n".join(f"{n}. {row}" if numbered else row for n, row in enumerate(rows, 1))
    found = read(text)
    assert found.people == tuple(
        ListedPerson(f"{first}{last}", id_, day, role) for first, last, (role, id_), day in people
    )
    assert found.left_out == {LeftOut.PHONE: len(people)}
