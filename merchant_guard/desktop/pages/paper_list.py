"""The papers there are, in folding groups, with a line to find one, and room for what goes with it."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from merchant_guard.desktop.pages.page import column, empty
from merchant_guard.desktop.pages.paper_group import ListedGroup, PaperGroupPart
from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.choice_rows import RadioRow
from merchant_guard.desktop.widgets.form_lines import FormLine
from merchant_guard.desktop.widgets.labels import set_text, text_label
from merchant_guard.desktop.widgets.tab_order import lead_through

MOST_ROWS = 25
"""As many papers are shown for what is typed; more are found by typing more."""


class _Found(NamedTuple):
    """The papers of a group that are shown for what was typed."""

    part: PaperGroupPart
    ids: tuple[str, ...]


class PaperList(QWidget):
    """`wanted` comes with the paper somebody chooses, `searched` when what is listed follows what was typed.

    Rows are built when their group is unfolded.
    """

    wanted = Signal(str)
    searched = Signal()

    def __init__(self, look: Look, groups: Sequence[ListedGroup], chosen: str) -> None:
        super().__init__()
        self._look, self._chosen = look, chosen
        self._under: QWidget | None = None
        self._open_before: set[str] | None = None
        layout = column(self, (0, 0, 0, 0), 6)
        self.find = FormLine(look, "find_paper", picture="search")
        self.find.setPlaceholderText(look.words("Find a paper"))
        self.find.setAccessibleName(look.words("Find a paper"))
        self.find.textChanged.connect(self._show_found)
        self.find.returnPressed.connect(self._choose_first)
        layout.addWidget(self.find)
        self._told = text_label(look, "", "caption", "text2")
        self._told.setObjectName("papers_told")
        self._told.hide()
        layout.addWidget(self._told)
        self._places = QVBoxLayout()
        self._places.setSpacing(2)
        layout.addLayout(self._places)
        self._parts: dict[str, PaperGroupPart] = {}
        self.show_groups(groups, chosen)

    def show_groups(self, groups: Sequence[ListedGroup], chosen: str) -> None:
        """Show other papers, unfolded as the old ones were; what stands under the chosen one goes."""
        unfolded = {name for name, part in self._parts.items() if part.is_open}
        empty(self._places)
        self._parts, self._chosen, self._under = {}, chosen, None
        for group in groups:
            part = PaperGroupPart(self._look, group)
            part.row_chosen.connect(self.wanted)
            part.unfolded.connect(self._settle)
            self._parts[group.id] = part
            self._places.addWidget(part)
            part.show()
        for name in unfolded & set(self._parts):
            self._parts[name].set_open(True)
        self._open_chosen()
        if self.find.text().strip():
            self._show_found()

    # --- the one that is chosen ---------------------------------------------------------------------

    @property
    def row(self) -> RadioRow | None:
        """The row of the paper that is chosen, if its group was ever unfolded."""
        return next(
            (part.rows[self._chosen] for part in self._parts.values() if self._chosen in part.rows), None
        )

    def show_chosen(self, chosen: str, under: QWidget) -> None:
        """Show which paper is chosen, with a widget right under its row."""
        self._chosen = chosen
        if self._under is not None:
            self._under.hide()
            self._under.setParent(None)
            self._under.deleteLater()
        self._under = under
        if not self.find.text().strip():
            self._open_chosen()
        for part in self._parts.values():
            part.show_chosen(chosen, under)
        if text := self.find.text().strip().casefold():
            found = [one for part in self._parts.values() for one in part.found(text)]
            self._tell(len(found), chosen in found)
        self._settle()

    def _open_chosen(self) -> None:
        """The group of the chosen paper is unfolded."""
        for part in self._parts.values():
            if self._chosen in part.ids:
                part.set_open(True)
            part.show_chosen(self._chosen, self._under)

    # --- finding ------------------------------------------------------------------------------------

    def _show_found(self) -> None:
        text = self.find.text().strip().casefold()
        if not text:
            self._show_all()
            return
        if self._open_before is None:
            self._open_before = {name for name, part in self._parts.items() if part.is_open}
        found = [_Found(part, part.found(text)) for part in self._parts.values()]
        room, count = MOST_ROWS, sum(len(one.ids) for one in found)
        for part, ids in found:
            part.show_only(ids[:room], len(ids))
            room -= len(ids[:room])
        self._tell(count, any(self._chosen in one.ids for one in found))
        self._settle()
        self.searched.emit()

    def _choose_first(self) -> None:
        """Enter takes the first that was found."""
        text = self.find.text().strip().casefold()
        found = (one for part in self._parts.values() for one in part.found(text))
        if text and (first := next(found, None)):
            self.wanted.emit(first)

    def _show_all(self) -> None:
        """Nothing is looked for any more: what was unfolded before is so again."""
        before, self._open_before = self._open_before, None
        for name, part in self._parts.items():
            part.show_all()
            if before is not None:
                part.set_open(name in before or self._chosen in part.ids)
        self._told.hide()
        self._settle()

    def _tell(self, count: int, is_chosen_among: bool) -> None:
        """Say what is left out, and that the page beside the list is not one of it."""
        words = self._look.words
        said = words("No paper is called that. Type fewer words.") if not count else ""
        if count > MOST_ROWS:
            said = words("Showing {shown} of {count}. Type more to find the right one.")
            said = said.format(shown=MOST_ROWS, count=count)
        if not is_chosen_among and (title := self._title(self._chosen)):
            said = "\n".join(filter(None, (said, words("Still shown beside: {paper}").format(paper=title))))
        set_text(self._look, self._told, said, "caption")
        self._told.setVisible(bool(said))

    def _title(self, paper_id: str) -> str:
        return next((title for part in self._parts.values() if (title := part.title(paper_id))), "")

    def _settle(self) -> None:
        lead_through(self)
