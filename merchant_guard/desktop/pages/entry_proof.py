"""What shows that something was done: files of an entry, and the two ways to bring them."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QVBoxLayout, QWidget

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.evidence_intake import EvidenceIntake, Place
from merchant_guard.desktop.pages.evidence_part import EvidencePart
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.labels import set_text, text_label
from merchant_guard.desktop.widgets.spoken import named
from merchant_guard.desktop.widgets.wrap_row import WrapRow
from merchant_guard.domain.evidence import Subject


class EntryProof(QWidget):
    """Stands in a form, which files may be dropped on or pasted into. `look_at` gets a reference."""

    def __init__(self, desk: Desk, entry_id: str, label: str, look_at: Callable[[str], object]) -> None:
        super().__init__()
        self.setObjectName("entry_proof")
        self._desk, self._subject = desk, Subject("entry", entry_id)
        look, words = desk.look, desk.look.words
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(text_label(look, label, "caption", "text2"))
        self._buttons = QWidget()
        row = WrapRow(self._buttons)
        for name, said, picture in (
            ("add_photo", words("Add a photo"), "image-plus"),
            ("add_file", words("Choose files"), "paperclip"),
        ):
            made = button(
                look,
                said,
                name,
                self._choose,
                kind="quiet",
                picture=picture,
                accessible=named(look, said, label),
            )
            row.addWidget(made)
        layout.addWidget(self._buttons)
        self._state = text_label(look, "", "caption", "text2")
        self._state.setObjectName("proof_state")
        layout.addWidget(self._state)
        layout.addWidget(EvidencePart(desk, self._subject, look_at))
        self._intake: EvidenceIntake | None = None

    def take_from(self, form: QWidget, fields: list[QWidget]) -> None:
        """Take what is dropped on a form, or pasted into it outside its fields."""
        self._intake = EvidenceIntake(form, partial(self._place_at, form))
        self._intake.leave_files_to_page(*fields)
        said = self._desk.look.words("Saved, encrypted on this computer")
        self._intake.kept.connect(lambda: self._desk.said.emit(said))

    def show_state(self, words: str) -> None:
        """Say how it stands with the proof."""
        set_text(self._desk.look, self._state, words, "caption")
        self._state.setVisible(bool(words))

    def _place_at(self, form: QWidget, _point: QPoint | None) -> Place:
        return Place(self._subject, form.rect())

    def _choose(self) -> None:
        if self._intake is not None:
            self._intake.choose(self._subject)
