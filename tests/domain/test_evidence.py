"""What a copy of a photo is called: what it shows, never when it was taken."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from merchant_guard.domain.evidence import name_to_give


@pytest.mark.parametrize(
    ("name", "given_as"),
    [
        ("子账号名单.jpg", "子账号名单.jpg"),
        ("IMG_20261130_091500.jpg", "IMG.jpg"),
        ("IMG_20261130_091500123_HDR.jpg", "IMG__HDR.jpg"),
        ("Screenshot_2026-11-30-09-15-00.png", "Screenshot.png"),
        ("微信图片_20261130091500.jpg", "微信图片.jpg"),
        ("mmexport1764465300123.jpg", "mmexport.jpg"),
        ("2026-11-30 09.15.00 面单.jpg", "面单.jpg"),
        ("2026年11月30日 销毁.webp", "销毁.webp"),
        ("20261130_091500.jpg", "photo.jpg"),
        ("第 2 页.png", "第 2 页.png"),
        ("合同 2026.jpg", "合同 2026.jpg"),
        ("没有结尾", "没有结尾"),
        (".jpg", "photo.jpg"),
    ],
)
def test_a_copy_is_not_named_after_the_moment(name: str, given_as: str) -> None:
    assert name_to_give(name) == given_as


@given(st.text(st.characters(categories=["L", "N", "P", "Zs"]), max_size=40))
def test_no_name_keeps_a_moment_and_none_is_empty(stem: str) -> None:
    told = name_to_give(f"{stem}.jpg")
    assert told.endswith(".jpg")
    assert len(told) > len(".jpg")
    assert not re.search(r"\d{8}", told)
