"""Make the remediation plan and write it down in the formats asked for."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from merchant_guard.domain import plan as remediation
from merchant_guard.domain.answers import SelfCheck
from merchant_guard.domain.findings import Assessment
from merchant_guard.domain.plan import RemediationPlan
from merchant_guard.localization import Language
from merchant_guard.services.write_file import write_file


@dataclass(frozen=True, slots=True)
class MadePlan:
    """A plan with the assessment and the check it came from."""

    assessment: Assessment
    plan: RemediationPlan
    checked_on: date


@dataclass(frozen=True, slots=True)
class WrittenPlan:
    """The files written, and the characters that no font has and that were drawn as boxes."""

    files: tuple[Path, ...]
    unprintable: frozenset[str]


def make_plan(assessment: Assessment, check: SelfCheck, today: date) -> MadePlan:
    """Make the plan of an assessment; a check without a date counts as made today."""
    checked_on = check.checked_on or today
    return MadePlan(
        assessment, remediation.make_plan(assessment, today, checked_on, check.progress), checked_on
    )


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

    return _Rendered(plan_json(made.plan, made.assessment.sheet.bank, language))


FORMATS: Mapping[str, Callable[[MadePlan, Language], _Rendered]] = {
    "pdf": _render_pdf,
    "docx": _render_docx,
    "xlsx": _render_xlsx,
    "json": _render_json,
}
LATER_FORMATS = ("ics",)
"""Formats of the contract that later versions write."""


def write_plan(made: MadePlan, folder: Path, formats: Sequence[str], language: Language) -> WrittenPlan:
    """Write `plan.<format>` into a folder for each format; everything is made before anything is written.

    Raises InputError when the folder cannot be one, SystemProblemError when the disk will not have a file.
    """
    rendered = {name: FORMATS[name](made, language) for name in dict.fromkeys(formats)}
    files = tuple(folder / f"plan.{name}" for name in rendered)
    for file, content in zip(files, rendered.values(), strict=True):
        write_file(file, content.data)
    return WrittenPlan(files, frozenset().union(*(content.unprintable for content in rendered.values())))
