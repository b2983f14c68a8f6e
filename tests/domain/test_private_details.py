"""Private numbers are found in what is typed, and orders, parcels, days and amounts are left alone."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from merchant_guard.domain.private_details import PrivateDetail, private_details, private_numbers
from tests.support.private_numbers import card, identity_number, phone

ID, ID_X = identity_number(1), next(one for n in range(99) if (one := identity_number(n)).endswith("X"))
CARD, VISA, LONG_CARD = card("62", 19), card("4", 16), card("622", 17)
IDENTITY_NUMBER, BANK_CARD, PHONE_LIST, PHONE = PrivateDetail

FULL_WIDTH = str.maketrans("0123456789X", "０１２３４５６７８９Ｘ")


def grouped(digits: str, *sizes: int, by: str = " ") -> str:
    parts, at = [], 0
    for size in sizes:
        parts.append(digits[at : at + size])
        at += size
    return by.join(parts)


FOUND: dict[str, tuple[str, dict[PrivateDetail, int]]] = {
    "an ID number": (f"身份证{ID}已复印", {IDENTITY_NUMBER: 1}),
    "one that ends in X": (ID_X, {IDENTITY_NUMBER: 1}),
    "one that ends in a small x": (ID_X.lower(), {IDENTITY_NUMBER: 1}),
    "full-width digits": (ID_X.translate(FULL_WIDTH), {IDENTITY_NUMBER: 1}),
    "an ID number in groups": (grouped(ID, 6, 8, 4), {IDENTITY_NUMBER: 1}),
    "one with X in groups": (grouped(ID_X, 6, 8, 4), {IDENTITY_NUMBER: 1}),
    "an old ID number that is called so": ("身份证：110101991231001", {IDENTITY_NUMBER: 1}),
    "two ID numbers, one twice": (f"{ID} {identity_number(2)} {ID}", {IDENTITY_NUMBER: 2}),
    "a bank card": (f"卡号 {CARD}", {BANK_CARD: 1}),
    "a card of 17 digits": (LONG_CARD, {BANK_CARD: 1}),
    "a card of 16 digits in fours": (grouped(card("62", 16), 4, 4, 4, 4), {BANK_CARD: 1}),
    "a card of 19 digits in fours": (grouped(CARD, 4, 4, 4, 4, 3, by="-"), {BANK_CARD: 1}),
    "a foreign card": (VISA, {BANK_CARD: 1}),
    "an old card": (card("9558", 19), {BANK_CARD: 1}),
    "a card for the refund of an order": (f"这一单退到他的卡 {CARD}", {BANK_CARD: 1}),
    "one phone number": (f"打给{phone(1)}。", {PHONE: 1}),
    "one phone number twice": (f"{phone(1)}，再打 {phone(1)}", {PHONE: 1}),
    "one in groups": (grouped(phone(1), 3, 4, 4), {PHONE: 1}),
    "one with hyphens and full-width": (
        grouped(phone(1), 3, 4, 4, by="-").translate(FULL_WIDTH),
        {PHONE: 1},
    ),
    "one with the country": (f"+86 {grouped(phone(1), 3, 4, 4)}", {PHONE: 1}),
    "one with the country in one piece": (f"86{phone(1)}", {PHONE: 1}),
    "one after the name of an app": (f"wx{phone(1)}", {PHONE: 1}),
    "two phone numbers": (f"{phone(1)}、{phone(2)}", {PHONE_LIST: 2}),
    "two with only a space": (f"{phone(1)} {phone(2)}", {PHONE_LIST: 2}),
    "two in groups": (f"{grouped(phone(1), 3, 4, 4)} {grouped(phone(2), 3, 4, 4)}", {PHONE_LIST: 2}),
    "one in two widths": (f"{phone(1)} {phone(1).translate(FULL_WIDTH)}", {PHONE: 1}),
    "everything": (
        f"{phone(1)} {CARD}\n{phone(2)} {ID}",
        {IDENTITY_NUMBER: 1, BANK_CARD: 1, PHONE_LIST: 2},
    ),
}


@pytest.mark.parametrize(("text", "found"), FOUND.values(), ids=FOUND)
def test_private_numbers_are_found_and_counted_the_gravest_first(
    text: str, found: dict[PrivateDetail, int]
) -> None:
    assert list(private_details(text).items()) == list(found.items())


WRONG_ID = ID[:-1] + str((int(ID[-1]) + 1) % 10) if ID[-1] != "X" else ID[:-1] + "1"
LEFT_ALONE = {
    "nothing": "",
    "words": "顾客说包裹没收到，已经回电话",
    "the last four digits": "订单尾号 8000，手机后 4 位 0001",
    "a masked phone number": "130****0001",
    "a landline": "020-12345678",
    "a service number": "95588 和 4008001234",
    "a day and a time": "2026-03-15 08:30:00",
    "days after one another": "20260315 20260316 20260317",
    "amounts": "退 1300.00 元，共 13000000 元",
    "an ID number with a wrong check": WRONG_ID,
    "an ID number of a month 13": identity_number(1, born="20991301"),
    "an ID number of nowhere": identity_number(1, place="990101"),
    "an ID number within more digits": f"1{ID}",
    "an old ID number without a word": "110101991231001",
    "an order of 19 digits with a right check": card("4", 19),
    "another order of 19 digits with a right check": card("33", 19),
    "an order that begins like a card and is called so": f"订单号：{card('62', 19)}",
    "a parcel with letters in front": f"YT{card('62', 16)}",
    "a parcel of 13 digits": "7730000000001",
    "a parcel of 15 digits": "463000000000001",
    "a payment of 28 digits": "4200001234202603150000000001",
    "an order with a hyphen": "260315-130000000010000",
    "a card with a wrong check": CARD[:-1] + str((int(CARD[-1]) + 1) % 10),
    "a phone number within more digits": f"{phone(1)}1",
    "an order of eleven digits": "26031500001",
}


@pytest.mark.parametrize("text", LEFT_ALONE.values(), ids=LEFT_ALONE)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert private_details(text) == {}


def test_a_number_is_named_with_its_digits_and_its_place() -> None:
    text = f"他的 {grouped(ID_X, 6, 8, 4)}，手机８６１３００００００００１"
    number, mobile = private_numbers(text)
    assert (number.kind, number.digits) == (IDENTITY_NUMBER, ID_X)
    assert text[number.start : number.end] == grouped(ID_X, 6, 8, 4)
    assert (mobile.kind, mobile.digits) == (PHONE, phone(1))
    assert text[mobile.start : mobile.end] == "８６１３００００００００１"


PIECES = st.sampled_from(
    [
        "0",
        "13",
        "130",
        "0000",
        "62",
        "199912",
        "X",
        " ",
        "-",
        "　",
        "１",
        "٣",
        "²",
        "证",
        "单",
        "\n",
        "\0",
        "😀",
    ]
)


@given(st.text() | st.lists(PIECES, max_size=60).map("".join))
def test_any_text_is_looked_through(text: str) -> None:
    numbers = private_numbers(text)
    assert all(0 <= one.start < one.end <= len(text) for one in numbers)
    assert all(before.end <= after.start for before, after in pairwise(numbers))
    assert sum(private_details(text).values()) <= len(numbers)


@given(st.sampled_from([ID, ID_X, CARD, VISA, phone(7)]), st.text("店里记一下，。\n好", max_size=30))
def test_a_private_number_is_found_wherever_it_stands_among_words(number: str, words: str) -> None:
    for text in (f"{words}{number}", f"{number}{words}", f"{words}\n{number}，{words}"):
        assert sum(private_details(text).values()) == 1


@given(st.integers(10**18, 4 * 10**18 - 1))
def test_order_numbers_of_19_digits_as_shops_know_them_are_no_cards(order: int) -> None:
    assert private_details(f"订单 {order}") == {}
    assert private_details(str(order)) == {}


@given(st.dates())
def test_days_are_never_private(day: object) -> None:
    assert private_details(f"{day} {str(day).replace('-', '')}") == {}


def test_a_text_without_end_is_looked_through_in_one_go() -> None:
    assert private_details("1" * 1_000_000) == {}
    assert private_details(f"{phone(1)}-" * 20_000) == {PHONE: 1}
