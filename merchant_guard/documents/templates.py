"""Filling templates: sandboxed, escaping on, words from the catalogue, nothing undefined let through."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, FunctionLoader, StrictUndefined
from jinja2.bccache import Bucket
from jinja2.sandbox import SandboxedEnvironment

from merchant_guard.documents.printable import printable
from merchant_guard.localization import Language, catalogue
from merchant_guard.system import resources

_COMPILED = "templates/compiled"


class _Compiled(BytecodeCache):
    """Templates compiled when the app was built, which takes as long as filling them.

    What does not belong to a template as it stands, or to this Python, is left aside by jinja2 itself.
    """

    def load_bytecode(self, bucket: Bucket) -> None:
        """Read a compiled template where there is one."""
        try:
            with resources.path(f"{_COMPILED}/{bucket.key}").open("rb") as compiled:
                bucket.load_bytecode(compiled)
        except FileNotFoundError:
            return

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Nothing is written while the app runs."""


class _Compiling(BytecodeCache):
    """Writes what is compiled into a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load_bytecode(self, bucket: Bucket) -> None:
        """Compile everything anew."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a compiled template under the name it will be looked for."""
        with (self._folder / bucket.key).open("wb") as compiled:
            bucket.write_bytecode(compiled)


def compile_templates(folder: Path) -> None:
    """Compile every template into an emptied folder; run when the app is built."""
    folder.mkdir(exist_ok=True)
    for stale in folder.iterdir():
        stale.unlink()
    compiling = environment("en").overlay(bytecode_cache=_Compiling(folder))
    for folder_name in ("templates", "templates/papers"):
        for name in resources.names(folder_name, ".xml"):
            compiling.get_template(name.removeprefix("templates/"))


@lru_cache(maxsize=2)
def environment(language: Language) -> SandboxedEnvironment:
    """The templates of one language, each compiled once in a process."""
    sandbox = SandboxedEnvironment(
        autoescape=True,
        undefined=StrictUndefined,
        loader=FunctionLoader(lambda name: resources.read_text(f"templates/{name}")),
        extensions=["jinja2.ext.i18n"],
        finalize=_printable,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=_Compiled(),
    )
    sandbox.install_gettext_translations(catalogue(language), newstyle=True)  # type: ignore[attr-defined]
    return sandbox


def _printable(value: Any) -> Any:
    return printable(value) if type(value) is str else value


def fill(name: str, language: Language, view: Mapping[str, Any]) -> str:
    """Fill a template of `resources/templates` with a plain view."""
    return environment(language).get_template(name).render(view)
