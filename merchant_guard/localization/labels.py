"""The words for fixed values: risks, answers, forces, costs, the verdict. The values are the domain's."""

from collections.abc import Mapping

from merchant_guard.localization import Language, catalogue, mark

LABELS: Mapping[str, Mapping[str, str]] = {
    "risk": {
        "low": mark("Low"),
        "medium": mark("Medium"),
        "high": mark("High"),
        "severe": mark("Severe"),
    },
    "choice": {
        "yes": mark("Done"),
        "partly": mark("Partly done"),
        "no": mark("Not done"),
        "unsure": mark("Not sure"),
        "not_applicable": mark("Does not apply"),
    },
    "force": {
        "forbidden": mark("Forbidden by law"),
        "statutory": mark("Required by law"),
        "standard": mark("National standard"),
        "advice": mark("Advice"),
    },
    "cost": {
        "free": mark("no cost"),
        "under_100": mark("about ¥100 or less"),
        "under_500": mark("about ¥100–500"),
        "over_500": mark("about ¥500 or more"),
    },
    "recurrence": {
        "weekly": mark("every week"),
        "monthly": mark("every month"),
        "quarterly": mark("every three months"),
        "half_yearly": mark("every six months"),
        "yearly": mark("every year"),
    },
    "paper": {
        "plan-list": mark("Remediation plan"),
        "week-list": mark("This week’s list"),
        "tasks": mark("To do"),
        "first-three": mark("First {count} to mend"),
        "question-sheet": mark("Question sheet"),
        "plan": mark("Full report"),
        "comparison": mark("Compared with the last self-check"),
        "register-list": mark("{register} register"),
        "leaver-handover": mark("Leaver’s handover"),
        "unsigned-agreements": mark("Agreements to sign"),
        "to-sign": mark("Papers to sign"),
    },
    "suggestion": {
        "compliant": mark("In place"),
        "non_compliant": mark("Not yet in place"),
        "not_applicable": mark("Does not apply"),
        "unknown": mark("Not yet known"),
    },
    "left_out": {
        "identity_number": mark("ID numbers"),
        "phone": mark("phone numbers"),
        "bank_card": mark("bank cards"),
        "email": mark("e-mail addresses"),
        "address": mark("addresses"),
        "birthday": mark("birthdays"),
        "wage": mark("wages"),
        "chat_account": mark("WeChat and other accounts"),
        "other": mark("other details"),
    },
    "private_detail": {
        "identity_number": mark(
            "This looks like an ID number. The registers do not need it; better take it out."
        ),
        "bank_card": mark(
            "This looks like a bank card number. The registers do not need it; better take it out."
        ),
        "phone_list": mark(
            "These look like several phone numbers. A note is no place for them; better take them out."
        ),
        "phone": mark("This looks like a whole phone number. The last four digits are enough."),
    },
}

VERDICTS: Mapping[str, str] = {
    "stop_first": mark("Stop this first"),
    "red_lines_open": mark("Red lines still open: {red_lines}"),
    "red_lines_mended": mark("The red lines found are mended; go on with the plan"),
    "too_early": mark("Answers still needed for a score: {answers_missing}"),
    "nothing_applies": mark("No question here can be scored"),
    "red_lines_unclear": mark("Mostly done, but something on a red line is not clear yet"),
    "mostly_done": mark("Mostly done"),
    "half_done": mark("Well on the way, with some things left to do"),
    "much_to_do": mark("Quite a lot to do: begin with the first three"),
}


def label(language: Language, kind: str, value: str) -> str:
    """Return the word for a value. Raises KeyError for a value without one."""
    return catalogue(language).gettext(LABELS[kind][value])


def verdict_sentence(language: Language, verdict: str, red_lines: int, answers_missing: int) -> str:
    """Return the verdict as it is shown."""
    words = catalogue(language).gettext(VERDICTS[verdict])
    return words.format(red_lines=red_lines, answers_missing=answers_missing)
