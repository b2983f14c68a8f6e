"""Filling templates: sandboxed, escaping on, words from the catalogue, nothing undefined let through."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from jinja2 import FunctionLoader, StrictUndefined
from jinja2.sandbox import SandboxedEnvironment

from merchant_guard.localization import Language, catalogue
from merchant_guard.system import resources

_NOT_XML = {
    code: None for code in (*range(32), 0x7F, *range(0xD800, 0xE000), 0xFFFE, 0xFFFF) if code not in (9, 10)
}
"""What XML cannot hold. The doors for input refuse it already; here it keeps a paper from failing."""


@lru_cache(maxsize=2)
def _environment(language: Language) -> SandboxedEnvironment:
    environment = SandboxedEnvironment(
        autoescape=True,
        undefined=StrictUndefined,
        loader=FunctionLoader(lambda name: resources.read_text(f"templates/{name}")),
        extensions=["jinja2.ext.i18n"],
        finalize=_printable,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.install_gettext_translations(catalogue(language), newstyle=True)  # type: ignore[attr-defined]
    return environment


def _printable(value: Any) -> Any:
    return value.translate(_NOT_XML) if type(value) is str else value


def fill(name: str, language: Language, view: Mapping[str, Any]) -> str:
    """Fill a template of `resources/templates` with a plain view."""
    return _environment(language).get_template(name).render(view)
