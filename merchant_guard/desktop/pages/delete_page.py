"""全部删除: first what must stay and what is not reached, then a word that is typed, then nothing is left."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.delete_lists import goes, kept_card, left_card, stays
from merchant_guard.desktop.pages.hold_banner import hold_banner
from merchant_guard.desktop.pages.page import empty
from merchant_guard.desktop.pages.register_words import RegisterWords
from merchant_guard.desktop.pages.settings_way import SettingsWay, titled_card
from merchant_guard.desktop.theme.icons import icon
from merchant_guard.desktop.widgets.ask_box import AskBox
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.focusing import give_focus
from merchant_guard.desktop.widgets.form_field import FormField
from merchant_guard.desktop.widgets.form_lines import FormLine
from merchant_guard.desktop.widgets.labels import text_label
from merchant_guard.desktop.widgets.problem_row import ProblemRow
from merchant_guard.desktop.widgets.prose import ProseCard
from merchant_guard.desktop.widgets.tab_order import lead_through
from merchant_guard.domain.errors import InputError, problem
from merchant_guard.domain.legal_hold import LegalHold


class DeletePage(SettingsWay):
    """Built anew once it is known what stands before it; the last thing shown when all is gone."""

    def __init__(self, desk: Desk, low: bool, wide: bool) -> None:
        super().__init__(desk, low, wide)
        self._body = QVBoxLayout()
        self._body.setSpacing(12)
        self.cards.addLayout(self._body)
        desk.deleting.changed.connect(self._show_state)
        self._fill()

    def go_back(self) -> None:
        """To the settings; where nothing is left, out."""
        if self.desk.deleting.left is None:
            super().go_back()
        else:
            self.window().close()

    def first_focus(self) -> QWidget | None:
        """The way back: nothing is deleted by Enter."""
        return self.back

    def _show_state(self) -> None:
        self._fill()
        lead_through(self)

    def _fill(self) -> None:
        empty(self._body)
        deleting = self.desk.deleting
        if deleting.left is not None:
            self._show_gone()
            return
        told = self.words("The shop, its answers, plan, registers and photos: gone for good.")
        self.head.show_words(self.words("Delete everything"), told)
        if deleting.before is None:
            self._add(text_label(self.look, self.words("Reading …"), "body", "text2"))
            return
        if deleting.before.holds:
            self._show_hold(deleting.before.holds)
            return
        if deleting.before.kept:
            self._add(kept_card(self.desk, deleting.before.kept))
        self._add(self._list(self.words("This goes"), goes(self.look), "goes"))
        self._add(self._list(self.words("This stays: it is not within reach"), stays(self.look), "stays"))
        self._add(self._deed())

    def _add(self, widget: QWidget) -> None:
        self._body.addWidget(widget)
        widget.show()

    def _list(self, title: str, points: tuple[str, ...], name: str) -> QWidget:
        card = ProseCard(self.look, title, name)
        card.list(points)
        return card

    # --- a hold forbids it --------------------------------------------------------------------------

    def _show_hold(self, holds: tuple[LegalHold, ...]) -> None:
        desk = self.desk

        def show(hold: LegalHold) -> None:
            desk.go_to_register(hold.entry.register, hold.entry.id)

        own = tuple(hold for hold in desk.ledger.holds if hold in holds) or holds
        self._add(hold_banner(RegisterWords(self.look, desk.ledger, desk.today), own, show))
        told = self.desk.sentences(InputError(problem("delete.on_hold")))
        label = text_label(self.look, told)
        label.setObjectName("on_hold")
        self._add(label)

    # --- the deed -----------------------------------------------------------------------------------

    def _deed(self) -> QWidget:
        words = self.words
        card, layout = titled_card(self.look, words("It cannot be taken back"))
        self._word = words("DELETE")
        line = FormLine(self.look, "delete_word")
        line.setMaximumWidth(round(260 * self.look.px("body") / 15))
        label = words("Type “{word}” to go on").format(word=self._word)
        self._field = FormField(self.look, "delete_word", label, line)
        layout.addWidget(self._field)
        layout.addWidget(ProblemRow(self.look, "delete_problem", self.desk.deleting.problem))
        row = QHBoxLayout()
        row.addWidget(
            button(self.look, words("Delete everything"), "delete_all", self._ask, picture="trash-2")
        )
        row.addStretch(1)
        layout.addLayout(row)
        return card

    def _ask(self) -> None:
        line = self._field.control
        if line.text().strip() != self._word:
            self._field.show_error(self.words("Type “{word}” to go on").format(word=self._word))
            give_focus(line)
            return
        words = self.words
        AskBox(
            self.look,
            self,
            words("Delete everything on this computer?"),
            words("It cannot be taken back. Backups elsewhere stay."),
            words("Delete everything"),
            words("Leave it as it is"),
            self.desk.deleting.delete,
        ).ask()

    # --- afterwards ---------------------------------------------------------------------------------

    def _show_gone(self) -> None:
        words, left = self.words, self.desk.deleting.left
        is_whole = left is not None and not left.files and not left.has_reminders
        title = words("Everything is deleted") if is_whole else words("Almost everything is deleted")
        self.head.show_words(title, words("Nothing of yours can be read here any more: its key is gone."))
        close = words("Close the window")
        self.back.setText(f" {close}")
        self.back.setAccessibleName(close)
        self.back.setIcon(icon("x", self.look.colour("text")))
        if left is not None and not is_whole:
            self._add(left_card(self.look, left))
        self._add(self._list(words("This stays: it is not within reach"), stays(self.look), "stays"))
