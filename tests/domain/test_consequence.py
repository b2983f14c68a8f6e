"""What follows for a gap: the article cited first decides, and the graver of two under one article."""

import pytest

from merchant_guard.domain.consequence import Behind, Consequence, consequence_of
from merchant_guard.domain.question import Citation, Force
from merchant_guard.domain.text import Text
from tests.support import real_content

KNOWN = tuple(
    Consequence(id_, behind, Citation("penalties", "1"), Text(id_, id_))
    for id_, behind in (
        ("detention", (Behind("privacy", frozenset({"10"})),)),
        ("fine", (Behind("privacy"), Behind("shops"))),
        ("closing", (Behind("couriers"),)),
    )
)


@pytest.mark.parametrize(
    ("cited", "expected"),
    [
        (["privacy:10"], "detention"),
        (["privacy:51"], "fine"),
        (["shops:3", "couriers:1"], "fine"),
        (["couriers:1", "privacy:10"], "closing"),
        (["standards:4", "couriers:1"], "closing"),
        (["standards:4"], None),
        ([], None),
    ],
)
def test_the_article_cited_first_decides(cited: list[str], expected: str | None) -> None:
    citations = [Citation(*one.split(":")) for one in cited]
    found = consequence_of(KNOWN, citations)
    assert (found.id if found else None) == expected


def test_what_the_law_demands_has_a_consequence_and_advice_has_none() -> None:
    bank = real_content.bank()
    demanded = (Force.FORBIDDEN, Force.STATUTORY)
    faults = [q.id for q in bank.questions if (bank.consequence(q) is not None) != (q.force in demanded)]
    assert not faults, real_content.listed(faults)


def test_a_consequence_tells_no_amount_and_promises_nothing() -> None:
    for one in real_content.bank().consequences:
        assert not set("0123456789万元") & set(one.happens.zh), one.id
        assert all(word not in one.happens.zh for word in ("免罚", "保证", "一定")), one.id
