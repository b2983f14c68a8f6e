"""What stood in an entry before: nothing that was corrected is lost."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from merchant_guard.desktop.pages.register_words import RegisterWords
from merchant_guard.desktop.widgets.fold import Fold
from merchant_guard.desktop.widgets.labels import text_label
from merchant_guard.domain.registers.entry import Correction, Entry


class EntryTrace(QWidget):
    """Folded; not there at all while nothing was corrected."""

    def __init__(self, say: RegisterWords, entry: Entry) -> None:
        super().__init__()
        self.setObjectName("entry_trace")
        self._say = say
        self._shown: tuple[Correction, ...] = ()
        self._fold: Fold | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.hide()
        self.refresh(entry)

    def refresh(self, entry: Entry) -> None:
        """Show the corrections there are by now."""
        if entry.corrections == self._shown:
            return
        self._shown = entry.corrections
        was_open = self._fold is not None and self._fold.head.is_open
        if self._fold is not None:
            self._layout.removeWidget(self._fold)
            self._fold.hide()
            self._fold.deleteLater()
        words = self._say.look.words("Changed {count} time(s)").format(count=len(self._shown))
        self._fold = Fold(self._say.look, "fold_trace", words, "", lambda: self._lines(entry))
        self._layout.addWidget(self._fold)
        if was_open:
            self._fold.head.set_open(True)
        if self.parentWidget() is not None:
            self.setVisible(bool(self._shown))

    def is_wanted(self) -> bool:
        """Whether anything was corrected."""
        return bool(self._shown)

    def _lines(self, entry: Entry) -> QWidget:
        box = QWidget()
        layout = QVBoxLayout(box)
        layout.setContentsMargins(14, 0, 0, 8)
        layout.setSpacing(6)
        for correction in reversed(entry.corrections):
            layout.addWidget(self._line(entry, correction))
        return box

    def _line(self, entry: Entry, correction: Correction) -> QLabel:
        say, words = self._say, self._say.look.words
        field = say.ledger.registers[entry.register].field(correction.field)
        told = words("{field}: {before} → {after}, {day}").format(
            field=field.label.pick(say.look.language),
            before=say.value(field, correction.before),
            after=say.value(field, correction.after, words("emptied")),
            day=correction.at.astimezone().date().isoformat(),
        )
        label = text_label(say.look, told, "note", "text2")
        label.setAlignment(Qt.AlignmentFlag.AlignLeft)
        return label
