"""`plan.xlsx`: a row for each task, to sort, to filter and to hand round."""

from merchant_guard.documents.citations import cite_all
from merchant_guard.documents.spreadsheet import Cell, Sheet, spreadsheet
from merchant_guard.domain.plan import PlanItem, RemediationPlan
from merchant_guard.domain.question import RedLine
from merchant_guard.domain.question_bank import QuestionBank
from merchant_guard.localization import Language, Translate, translator
from merchant_guard.localization.labels import label


def plan_xlsx(plan: RemediationPlan, bank: QuestionBank, language: Language) -> bytes:
    """Write the plan into a spreadsheet. The same plan makes the same bytes."""
    words = translator(language)
    title = words("Remediation plan")
    rows = [_row(number, item, plan, bank, language) for number, item in enumerate(plan.items, start=1)]
    sheet = Sheet(title, _titles(words), rows or [["", words("Nothing to do for now.")]])
    return spreadsheet(title, [sheet], language, plan.made_on)


def _titles(words: Translate) -> list[str]:
    return [
        words("No."),
        words("Task"),
        words("Risk"),
        words("Red line"),
        words("Who"),
        words("By"),
        words("Minutes"),
        words("Cost"),
        words("Status"),
        words("Done on"),
        words("Proof kept"),
        words("Questions behind it"),
        words("Legal basis"),
    ]


def _row(
    number: int, item: PlanItem, plan: RemediationPlan, bank: QuestionBank, language: Language
) -> list[Cell]:
    remedy, action = item.remedy, item.remedy.action
    role = bank.roles.get(item.owner.role)
    words = translator(language)
    # As on paper: no law beside what is only to be found out, and beside what touches a crime nothing that
    # reads like an admission.
    laws = [] if remedy.is_inquiry else cite_all(language, item.citations, bank.laws)
    questions = [] if any(one.crime for one in remedy.questions) else remedy.questions
    return [
        number,
        action.title.pick(language),
        label(language, "risk", remedy.risk),
        words("Red line") if remedy.red_line is not RedLine.NONE else "",
        item.owner.name or (role.label.pick(language) if role else item.owner.role),
        item.due,
        remedy.minutes,
        label(language, "cost", action.cost),
        _status(item, plan, words),
        item.done_on or "",
        len(item.proof),
        "\n".join(question.title.pick(language) for question in questions),
        "\n".join(laws),
    ]


def _status(item: PlanItem, plan: RemediationPlan, words: Translate) -> str:
    if item.is_done:
        return words("Mended")
    return words("Overdue") if item.due < plan.made_on else words("To do")
