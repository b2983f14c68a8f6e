"""One sentence for every problem code: what is wrong and how to mend it."""

from collections.abc import Mapping, Sequence

from merchant_guard.localization import Language, catalogue, mark

MOST_LINES = 4

SENTENCES: Mapping[str, str] = {
    # rhythm
    "rhythm.always_busy": mark("The busy times leave no quiet day in two years. Leave some days free."),
    # content files (for people who write them)
    "content.missing": mark("{file} is missing. Install the app again."),
    "content.not_json": mark("{file}, {place}: this is not valid JSON."),
    "content.wrong": mark("{file}, {place}: {expected}"),
    "content.repeated": mark("The {kind} “{id}” stands in the content more than once."),
    "content.unresolved": mark("{where}: there is no {kind} “{id}”."),
    "content.unreachable": mark("No question leads to the action “{id}”."),
    "content.not_in_force": mark("{where}: the law “{id}” is not in force."),
    "content.looks_ahead": mark("{where} depends on “{id}”, which is asked later."),
}


def sentence(language: Language, code: str, params: Mapping[str, object]) -> str:
    """Return the sentence for a problem. Raises KeyError for a code without one (a test finds these)."""
    return catalogue(language).gettext(SENTENCES[code]).format(**params)


def lines(language: Language, problems: Sequence[tuple[str, Mapping[str, object]]]) -> list[str]:
    """Return at most four lines for several problems; the last then says how many more there are."""
    if len(problems) <= MOST_LINES:
        return [sentence(language, code, params) for code, params in problems]
    shown = [sentence(language, code, params) for code, params in problems[: MOST_LINES - 1]]
    more = catalogue(language).gettext(mark("… and {count} more"))
    return [*shown, more.format(count=len(problems) - len(shown))]
