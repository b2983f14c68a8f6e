"""Filling templates: nothing undefined, nothing unescaped, nothing but words let through."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import TemplateNotFound, UndefinedError
from jinja2.exceptions import SecurityError

from merchant_guard.documents.templates import environment, fill
from merchant_guard.localization import Language
from tests.support.plans import Made, made
from tests.support.shops import full_shop
from tests.support.small_bank import SMALL_BANK


def filled(source: str, language: Language = "zh", **view: object) -> str:
    return environment(language).from_string(source).render(view)


@pytest.fixture(scope="module")
def plan() -> Made:
    return made(SMALL_BANK, full_shop().shop, {})


def test_every_part_of_the_view_of_a_plan_is_wanted(plan: Made) -> None:
    for name in plan.view():
        view = {key: value for key, value in plan.view().items() if key != name}
        with pytest.raises(UndefinedError):
            fill("plan.xml", "zh", view)


@pytest.mark.parametrize(
    "source", ["{{ x }}", "{{ a.b }}", "{% for y in x %}{% endfor %}", "{% if x %}{% endif %}"]
)
def test_a_name_that_is_not_there_is_an_error(source: str) -> None:
    with pytest.raises(UndefinedError):
        filled(source, a={})


def test_a_template_that_is_not_there_is_an_error() -> None:
    with pytest.raises((TemplateNotFound, FileNotFoundError)):
        fill("no.xml", "zh", {})


@pytest.mark.parametrize("name", ["../schema/answer-file.schema.json", "/etc/hostname", "../fonts/README.md"])
def test_templates_are_read_from_their_folder_only(name: str) -> None:
    with pytest.raises((ValueError, FileNotFoundError, TemplateNotFound)):
        fill(name, "zh", {})


def test_words_come_from_the_catalogue_of_the_language() -> None:
    assert filled('{{ _("What to do") }}', "zh") == "要做的事"
    assert filled('{{ _("What to do") }}', "en") == "What to do"


def test_blanks_in_words_are_filled_and_escaped() -> None:
    assert filled('{{ _("Ask: %(who)s", who=who) }}', "en", who="<b>&") == "Ask: &lt;b&gt;&amp;"


@pytest.mark.parametrize(
    "typed", ["<b>粗</b>", "&amp;", '"', "'", "]]>", "{{ 7 * 7 }}", "{% raw %}", "%(x)s", "{page}", "<!--"]
)
def test_what_was_typed_stays_text(typed: str) -> None:
    escaped = filled("{{ x }}", x=typed)
    assert not set("<>\"'") & set(escaped)
    for entity, char in (("&lt;", "<"), ("&gt;", ">"), ("&#34;", '"'), ("&#39;", "'"), ("&amp;", "&")):
        escaped = escaped.replace(entity, char)
    assert escaped == typed


@pytest.mark.parametrize(
    "source",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ x.__init__.__globals__ }}",
        "{{ cycler.__init__.__globals__ }}",
        "{{ (x | attr('__class__')).__name__ }}",
        "{{ '{0.__class__}'.format(x) }}",
    ],
)
def test_a_template_cannot_get_at_the_program(source: str) -> None:
    with pytest.raises((SecurityError, UndefinedError)):
        filled(source, x=object())


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("甲\x00乙\x08丙\x1b丁\x7f", "甲乙丙丁"),
        ("甲\ud800乙\udfff\ufffe\uffff", "甲乙"),
        ("甲\t乙\u2003丙\u205f丁", "甲 乙 丙 丁"),
        ("甲\r\n乙\u2028丙\u2029丁\x85戊", "甲\n乙\n丙\n丁\n戊"),
        ("甲\u202f乙\u00a0丙", "甲\u00a0乙\u00a0丙"),
        ("甲　乙", "甲　乙"),
    ],
)
def test_what_no_paper_can_hold_is_left_out_and_spaces_become_ordinary(typed: str, printed: str) -> None:
    assert filled("{{ x }}", x=typed) == printed


@given(st.text())
def test_any_text_at_all_can_be_filled_in(typed: str) -> None:
    filled("{{ x }}", x=typed).encode("utf-8")
