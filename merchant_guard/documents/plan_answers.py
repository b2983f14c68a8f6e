"""The answers that a plan carries inside its PDF, to stand beside next year's questions.

Ids, choices and the profile; no name, no note, no reason: the paper may be shown to others.
`resources/schema/plan-answers.schema.json` documents the format; `exchange` reads it.
"""

import json
from datetime import date
from typing import Any

from merchant_guard.documents.attachments import Attachment
from merchant_guard.domain.answers import Answer
from merchant_guard.domain.findings import Assessment

FORMAT = "merchant-guard/plan-answers"
VERSION = 1
NAME = "answers.json"
_ABOUT = "Answers of the self-check, for next year. No names, no notes."


def plan_answers(assessment: Assessment, checked_on: date) -> Attachment:
    """Write down what the plan speaks of: the questions that show, with their answers."""
    sheet = assessment.sheet
    plain = {
        "format": FORMAT,
        "version": VERSION,
        "checked_on": checked_on.isoformat(),
        "bank_version": sheet.bank.version,
        "profile": {
            field: sorted(value) if isinstance(value, frozenset) else value
            for field, value in sheet.facts.profile.items()
        },
        "answers": {id_: _answer(answer) for id_, answer in sheet.answers.items()},
    }
    written = json.dumps(plain, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return Attachment(NAME, written.encode("utf-8"), _ABOUT)


def _answer(answer: Answer) -> dict[str, Any]:
    done = {"done": sorted(answer.done)} if answer.done else {}
    return {"choice": answer.choice.value, **done}
