"""Proposed days that stay: a plan that was shown or printed does not move by itself from day to day."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from merchant_guard.domain.answers import Progress
from merchant_guard.domain.plan import RemediationPlan
from merchant_guard.domain.question import RedLine


def keep_days(plan: RemediationPlan, progress: Mapping[str, Progress]) -> dict[str, Progress]:
    """Return what is known about the items (by id) with the day of every open row kept as `proposed`.

    Red lines have no day to keep, they are due today until they are mended. The day of a gap that is gone
    is forgotten, so that it does not come back overdue.
    """
    rows = {item.id: item for item in plan.items}
    kept = {id_: known if id_ in rows else replace(known, proposed=None) for id_, known in progress.items()}
    for item in plan.open_items:
        known = kept.get(item.id, Progress())
        if item.remedy.red_line is RedLine.NONE and known.due is None:
            kept[item.id] = replace(known, proposed=item.due)
    return kept


def release_days(progress: Mapping[str, Progress], today: date) -> dict[str, Progress]:
    """Let the proposed days from today on go, so that they are laid out anew; what is overdue stays so."""
    return {
        id_: replace(known, proposed=None) if known.proposed and known.proposed >= today else known
        for id_, known in progress.items()
    }
