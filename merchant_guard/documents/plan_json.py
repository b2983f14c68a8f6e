"""`plan.json`: the plan for other programs. Names in it are a contract; fields are only ever added."""

import json
from typing import Any

from merchant_guard.domain.plan import PlanItem, RemediationPlan
from merchant_guard.domain.question_bank import QuestionBank
from merchant_guard.localization import Language


def plan_json(plan: RemediationPlan, bank: QuestionBank, language: Language) -> bytes:
    """Write the plan as UTF-8 JSON."""
    plain = {
        "made_on": plan.made_on.isoformat(),
        "items": [_item(item, bank, language) for item in plan.items],
    }
    return (json.dumps(plain, ensure_ascii=False, indent=2) + "\n").encode()


def _item(item: PlanItem, bank: QuestionBank, language: Language) -> dict[str, Any]:
    remedy, action = item.remedy, item.remedy.action
    role = bank.roles.get(item.owner.role)
    return {
        "id": item.id,
        "action": action.id,
        "title": action.title.pick(language),
        "why": action.why.pick(language),
        "risk": remedy.risk,
        "red_line": remedy.red_line,
        "force": action.force,
        "due": item.due.isoformat(),
        "found_on": item.found_on.isoformat(),
        "done_on": item.done_on.isoformat() if item.done_on else None,
        "owner": item.owner.name or (role.label.pick(language) if role else item.owner.role),
        "minutes": remedy.minutes,
        "cost": action.cost,
        "questions": [question.id for question in remedy.questions],
        "citations": [{"law": c.law, "article": c.article} for c in item.citations],
        "papers": list(action.papers),
        "steps": [step.text.pick(language) for step in item.steps],
        "proof": action.proof.pick(language),
        "recurrence": action.recurrence,
    }
