"""The Chinese catalogue says everything the code and the templates say, and nothing else."""

import re
import tomllib
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from merchant_guard.localization import DOMAIN, catalogue, translator

ROOT = Path(__file__).resolve().parents[2]
CHINESE = ROOT / "resources" / "locale" / "zh_CN" / "LC_MESSAGES" / f"{DOMAIN}.po"
KEYWORDS = ("_", "gettext", "mark", "translate", "words")
BLANKS = re.compile(r"%\(\w+\)[rsd]|%[rsd]|\{\w*\}")
BANNED = ("进入即视为同意", "填写即同意全部", "最终解释权", "泄露概不负责", "符合令第25号", "已通过审计")


@cache
def extracted() -> frozenset[str]:
    """Every message id of the code and the templates, found as `pyproject.toml` says."""
    mappings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["babel"]["mappings"]
    found = extract_from_dir(
        ROOT,
        [(mapping["pattern"], mapping["method"]) for mapping in mappings],
        {mapping["pattern"]: {"trimmed": mapping.get("trimmed", "no")} for mapping in mappings},
        keywords=dict.fromkeys(KEYWORDS),
        directory_filter=lambda folder: Path(folder).name not in (".venv", ".git", "tests"),
    )
    return frozenset(message for _, _, message, _, _ in found if isinstance(message, str))


@cache
def chinese() -> Catalog:
    with CHINESE.open("rb") as file:
        return read_po(file, locale="zh_CN")


def sentences() -> dict[str, str]:
    """Message id → Chinese."""
    return {str(message.id): str(message.string) for message in chinese() if message.id}


def test_messages_are_found_in_the_code_and_in_the_templates() -> None:
    assert {"What to do", "Does not apply", "make the remediation plan of an answer file"} <= extracted()
    assert {"There is no file “{file}”. Check its name and folder.", "Red line"} <= extracted()


def test_every_message_has_a_chinese_sentence() -> None:
    said = sentences()
    assert sorted(message for message in extracted() if not said.get(message)) == []


def test_no_sentence_is_left_over() -> None:
    assert sorted(set(sentences()) - extracted()) == []
    assert not chinese().obsolete


def test_no_sentence_is_marked_as_doubtful() -> None:
    assert [message.id for message in chinese() if message.id and message.fuzzy] == []


def test_both_languages_have_the_same_blanks() -> None:
    different = {
        message: said
        for message, said in sentences().items()
        if sorted(BLANKS.findall(message)) != sorted(BLANKS.findall(said))
    }
    assert different == {}


def test_the_compiled_catalogue_is_that_of_the_source() -> None:
    compiled = translator("zh")
    assert [message for message, said in sentences().items() if compiled(message) != said] == []


def test_english_speaks_in_message_ids() -> None:
    assert all(catalogue("en").gettext(message) == message for message in extracted())


def test_chinese_is_written_with_chinese_marks() -> None:
    """Half-width marks stay between letters and digits, as in 2026-10-22, 1.5 and {place}: …"""
    wrong = re.compile(r"[一-鿿][,;!?]|[一-鿿]\.(?![a-z0-9])|[,;!?][一-鿿]")
    assert [said for said in sentences().values() if wrong.search(said)] == []


def test_no_sentence_judges_promises_or_admits() -> None:
    foot = "本计划是主动自查后的改进安排，不表示已被认定违法。"
    said = [sentence.replace(foot, "") for sentence in sentences().values()]
    assert [sentence for sentence in said for word in ("违法", "承认", *BANNED) if word in sentence] == []
