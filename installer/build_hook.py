"""Build hook: compiles the gettext catalogues and the templates, and puts the resources into wheels."""

import sys
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


def compile_catalogues(locale: Path) -> list[Path]:
    """Compile every `.po` below the folder into a `.mo` beside it; returns what was written."""
    written = []
    for source in sorted(locale.glob("*/LC_MESSAGES/*.po")):
        with source.open("rb") as words:
            catalogue = read_po(words, locale=source.parts[-3])
        target = source.with_suffix(".mo")
        with target.open("wb") as compiled:
            write_mo(compiled, catalogue)
        written.append(target)
    return written


class CompileResources(BuildHookInterface[Any]):
    """Runs before every build."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile in the source tree; an editable install reads the resources there."""
        root = Path(self.root)
        compile_catalogues(root / "resources" / "locale")
        sys.path.insert(0, self.root)
        from merchant_guard.documents.templates import compile_templates  # noqa: PLC0415 (the tree being built)

        compile_templates(root / "resources" / "templates" / "compiled")
        if version == "standard" and self.target_name == "wheel":
            build_data["force_include"][str(root / "resources")] = "merchant_guard/resources"
            build_data["force_include"][str(root / "NOTICE")] = "merchant_guard/resources/NOTICE"
