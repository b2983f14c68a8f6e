"""Other years from here: beside last year, the years before, and once more."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QVBoxLayout

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.screens import Screen
from merchant_guard.desktop.widgets.labels import frame, text_label
from merchant_guard.desktop.widgets.link_row import LinkRow


def years_card(desk: Desk) -> QFrame | None:
    """A quiet card of ways; None where there is no other year yet, and it is too early for one."""
    ways = _ways(desk)
    if not ways:
        return None
    card = frame("card")
    card.setObjectName("other_years")
    layout = QVBoxLayout(card)
    layout.setContentsMargins(20, 10, 20, 10)
    layout.setSpacing(2)
    layout.addWidget(text_label(desk.look, desk.look.words("Other years"), "section"))
    for name, picture, text, go in ways:
        row = LinkRow(desk.look, text, picture=picture, height=36)
        row.setObjectName(name)
        row.clicked.connect(lambda _checked=False, go=go: go())
        layout.addWidget(row)
    if desk.next_year.can_begin:
        said = desk.look.words("Last year’s answers stand beside; they count once you confirm them")
        layout.addWidget(text_label(desk.look, said, "caption", "text2"))
    return card


def _ways(desk: Desk) -> list[tuple[str, str, str, Callable[[], object]]]:
    words, ways = desk.look.words, []
    if desk.open_check.previous is not None:
        ways.append(("compare", "history", words("Compare with last year"), lambda: desk.go(Screen.COMPARE)))
    if desk.next_year.has_old_years:
        ways.append(("old_years", "book-open", words("Earlier years"), desk.next_year.show_years))
    if desk.next_year.can_begin:
        ways.append(("check_again", "clipboard-check", words("Check again"), desk.next_year.begin))
    return ways
