"""`plan.json`: the plan for other programs. Names in it are a contract; fields are only ever added."""

import json
from typing import Any

from merchant_guard.domain.paper_form import is_offered
from merchant_guard.domain.plan import PlanItem, RemediationPlan
from merchant_guard.domain.sheet import AnswerSheet
from merchant_guard.localization import Language


def plan_json(plan: RemediationPlan, sheet: AnswerSheet, language: Language) -> bytes:
    """Write the plan of an answer sheet as UTF-8 JSON; of the papers that help, those the shop is offered."""
    plain = {
        "made_on": plan.made_on.isoformat(),
        "items": [_item(item, sheet, language) for item in plan.items],
    }
    return (json.dumps(plain, ensure_ascii=False, indent=2) + "\n").encode()


def _item(item: PlanItem, sheet: AnswerSheet, language: Language) -> dict[str, Any]:
    remedy, action, bank = item.remedy, item.remedy.action, sheet.bank
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
        "papers": [one for one in action.papers if is_offered(one, bank.paper_forms, sheet.facts)],
        "steps": [step.text.pick(language) for step in item.steps],
        "proof": action.proof.pick(language),
        "recurrence": action.recurrence,
    }
