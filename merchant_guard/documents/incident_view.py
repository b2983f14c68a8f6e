"""The log of an incident on paper: every line with the time it happened and the time it was written down."""

from collections.abc import Iterator
from typing import Any

from merchant_guard.documents.paper_source import PaperSource
from merchant_guard.domain.incident import INCIDENTS
from merchant_guard.domain.incident_case import IncidentCase, case_of
from merchant_guard.domain.registers.entry import Entry
from merchant_guard.domain.registers.log_line import LogLine

Plain = dict[str, Any]
ROOM = 240
"""As many characters of a line stand in one row."""


def incident_view(about: Entry | None, source: PaperSource) -> Plain:
    """What papers about an incident say of its log; empty for papers of other things.

    `log` are its lines in the order in which things happened, `noticed_time` the time of day it was noticed,
    `ticked_fields` the fields of the entry whose day a line tells already, `did` what was ticked, by step.
    """
    if about is None or about.register != INCIDENTS:
        return {"log": [], "noticed_time": "", "ticked_fields": [], "did": {}}
    case, guide = case_of(source.subject.book, about), source.bank.incident
    ticked = [line for line in case.chronicle if line.tick in case.ticked]
    return {
        "log": [row for line in case.chronicle for row in _rows(line)],
        "noticed_time": f"{case.noticed_at:%H:%M}" if case.noticed_at and case.is_begun else "",
        "ticked_fields": [field for line in ticked if (field := guide.field_of(line.tick))],
        "did": {step.id: _did(case, [tick.id for tick in step.ticks], source) for step in guide.steps},
    }


def _rows(line: LogLine) -> Iterator[Plain]:
    """A row of a table never splits, so that long words go on in the next one; nothing is left out."""
    text = " ".join(line.text.split())
    parts = [text[at : at + ROOM] for at in range(0, len(text), ROOM)]
    for number, part in enumerate(parts):
        is_first, is_last = number == 0, number == len(parts) - 1
        yield {
            "day": line.happened_at.date().isoformat() if is_first else "",
            "time": f"{line.happened_at:%H:%M}" if is_first else "",
            "text": part,
            "is_late": line.is_late,
            "written": f"{line.written_at:%Y-%m-%d %H:%M}" if is_last else "",
        }


def _did(case: IncidentCase, tick_ids: list[str], source: PaperSource) -> list[Plain]:
    """What was ticked of these and not taken back, in the order in which it was done."""
    field_of, title_of = source.bank.incident.field_of, source.bank.incident.title_of
    wanted = [tick_id for tick_id in tick_ids if field_of(tick_id) is None]  # its day is told by the field
    done = [(at, tick_id) for tick_id in wanted if (at := case.ticked_at(tick_id)) is not None]
    return [{"text": title_of(tick_id).zh, "at": f"{at:%m-%d %H:%M}"} for at, tick_id in sorted(done)]
