"""Write the remediation plan down in the formats asked for."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from merchant_guard.localization import Language
from merchant_guard.services.make_plan import MadePlan
from merchant_guard.services.write_file import write_file


@dataclass(frozen=True, slots=True)
class WrittenPlan:
    """The files written, and the characters that no font has and that were drawn as boxes."""

    files: tuple[Path, ...]
    unprintable: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Rendered:
    data: bytes
    unprintable: frozenset[str] = frozenset()


def _render_pdf(made: MadePlan, language: Language) -> _Rendered:
    # reportlab and jinja2 are heavy; only who prints pays for them.
    from merchant_guard.documents.plan_pdf import plan_pdf  # noqa: PLC0415

    file = plan_pdf(made.assessment, made.plan, made.checked_on, language)
    return _Rendered(file.data, file.unprintable)


def _render_docx(made: MadePlan, language: Language) -> _Rendered:
    from merchant_guard.documents.docx import docx_of  # noqa: PLC0415
    from merchant_guard.documents.plan_paper import plan_paper  # noqa: PLC0415

    return _Rendered(docx_of(plan_paper(made.assessment, made.plan, made.checked_on, language)))


def _render_xlsx(made: MadePlan, language: Language) -> _Rendered:
    from merchant_guard.documents.plan_xlsx import plan_xlsx  # noqa: PLC0415

    return _Rendered(plan_xlsx(made.plan, made.assessment.sheet.bank, language))


def _render_json(made: MadePlan, language: Language) -> _Rendered:
    from merchant_guard.documents.plan_json import plan_json  # noqa: PLC0415

    return _Rendered(plan_json(made.plan, made.assessment.sheet, language))


def _render_ics(made: MadePlan, language: Language) -> _Rendered:
    # icalendar is as heavy.
    from merchant_guard.services.make_calendar import make_calendar  # noqa: PLC0415

    # A file has no id: its shop is told from others by what its owner calls it.
    return _Rendered(make_calendar(made, made.assessment.sheet.shop.name, language).data)


FORMATS: Mapping[str, Callable[[MadePlan, Language], _Rendered]] = {
    "pdf": _render_pdf,
    "docx": _render_docx,
    "xlsx": _render_xlsx,
    "ics": _render_ics,
    "json": _render_json,
}


def write_plan(made: MadePlan, folder: Path, formats: Sequence[str], language: Language) -> WrittenPlan:
    """Write `plan.<format>` into a folder for each format; everything is made before anything is written.

    Raises InputError when the folder cannot be one, SystemProblemError when the disk will not have a file.
    """
    rendered = {name: FORMATS[name](made, language) for name in dict.fromkeys(formats)}
    files = tuple(folder / f"plan.{name}" for name in rendered)
    for file, content in zip(files, rendered.values(), strict=True):
        write_file(file, content.data)
    return WrittenPlan(files, frozenset().union(*(content.unprintable for content in rendered.values())))
