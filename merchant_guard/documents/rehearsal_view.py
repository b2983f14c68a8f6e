"""The tests of the rehearsal in Chinese words, for the sheet they are made with."""

from typing import Any

from merchant_guard.documents.paper_source import PaperSource


def rehearsal_view(source: PaperSource) -> list[dict[str, Any]]:
    """The tests that fit the shop; how they came out, where the paper is about a rehearsal that was held."""
    entry = source.subject.book.entries.get(source.subject.id)
    badly = entry.chosen("to_mend") if entry is not None else frozenset()
    all_well = entry is not None and entry.said("found") == "all_well"
    return [
        {
            "title": test.title.zh,
            "how": [line.zh for line in test.how],
            "good": test.good.zh,
            "now": test.now.zh,
            "to_mend": test.id in badly,
            "is_good": all_well,
        }
        for test in source.bank.inspection.tests_for(source.assessment.sheet.facts)
    ]
