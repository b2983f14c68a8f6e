"""Plain JSON of `papers.json` → papers with a template of their own, and the shop details they print."""

from collections.abc import Mapping
from typing import Any

from merchant_guard.content.builder import NamedConditions, citation, condition, labelled, text
from merchant_guard.content.register_builder import match, text_at
from merchant_guard.domain.applicability import ALWAYS
from merchant_guard.domain.paper import About, PageSize, Share
from merchant_guard.domain.paper_form import PaperForm, PaperKind, ShopDetail

Plain = Mapping[str, Any]


def shop_detail(plain: Plain) -> ShopDetail:
    """Build something about the shop that papers want."""
    return ShopDetail(labelled(plain), text(plain["hint"]))


def paper_form(plain: Plain, named: NamedConditions) -> PaperForm:
    """Build a paper; one that says no sizes is for A4."""
    return PaperForm(
        id=plain["id"],
        kind=PaperKind(plain["kind"]),
        title=text(plain["title"]),
        share=Share(plain["share"]),
        sizes=tuple(PageSize(size) for size in plain.get("sizes", ["a4"])),
        citations=tuple(map(citation, plain.get("citations", ()))),
        about=About(plain.get("about", "shop")),
        register=plain.get("register"),
        only=match(plain["only"]) if "only" in plain else None,
        never=match(plain["never"]) if "never" in plain else None,
        applies_when=condition(plain["applies_when"], named) if "applies_when" in plain else ALWAYS,
        kept=text_at(plain, "kept"),
        details=tuple(plain.get("details", ())),
        signed=plain.get("signed", False),
        keywords=tuple(plain.get("keywords", ())),
    )
