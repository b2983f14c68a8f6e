"""What is kept as proof of one thing: a chip for each file, and above them what was wrong with the last."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.widgets.evidence_chip import THUMBNAIL, EvidenceChip
from merchant_guard.desktop.widgets.labels import icon_label, set_text, text_label
from merchant_guard.desktop.widgets.spoken import announce
from merchant_guard.desktop.widgets.wrap_row import WrapRow
from merchant_guard.domain.evidence import Evidence, Subject

LookAt = Callable[[str], object]


class EvidencePart(QWidget):
    """Follows the desk; nothing shows while there is nothing. `look_at` is called with a reference."""

    def __init__(self, desk: Desk, subject: Subject, look_at: LookAt) -> None:
        super().__init__()
        self.setObjectName("evidence")
        self._desk, self._subject, self._look_at = desk, subject, look_at
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._error_row())
        self._chips = QWidget()
        self._chip_row = WrapRow(self._chips)
        layout.addWidget(self._chips)
        self._reading = text_label(desk.look, desk.look.words("Reading …"), "note", "text2", wrap=False)
        layout.addWidget(self._reading)
        self._shown: tuple[str, ...] = ()
        self._made: dict[str, EvidenceChip] = {}
        desk.check_changed.connect(self._refresh)
        desk.proofs.changed.connect(self._on_changed)
        self._refresh()

    def _error_row(self) -> QWidget:
        look = self._desk.look
        self._error = QWidget()
        row = QHBoxLayout(self._error)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(8)
        row.addWidget(icon_label(look, "circle-alert", 18, "danger"), 0, Qt.AlignmentFlag.AlignTop)
        self._error_words = text_label(look, "", "note", "danger")
        self._error_words.setObjectName("evidence_problem")
        row.addWidget(self._error_words, 1)
        return self._error

    def _on_changed(self, subject: Subject) -> None:
        if subject == self._subject:
            self._refresh()
            QTimer.singleShot(0, self, self._scroll_here)

    def _scroll_here(self) -> None:
        """Let what was just given, or what was wrong with it, be seen in a low window."""
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None and self.isVisible():
            area.ensureWidgetVisible(self, 0, 12)

    def _refresh(self) -> None:
        check, proofs = self._desk.check, self._desk.proofs
        if check is None:
            return
        references, wrong = check.evidence_of(self._subject), proofs.problem(self._subject)
        if references != self._shown:
            self._show_chips(references)
        if wrong and wrong != self._error_words.accessibleName():
            announce(self, wrong, urgent=True)
        set_text(self._desk.look, self._error_words, wrong, "note")
        is_reading = proofs.is_reading(self._subject)
        self._error.setVisible(bool(wrong))
        self._chips.setVisible(bool(references))
        self._reading.setVisible(is_reading)
        shows = bool(references or wrong or is_reading)
        if self.parentWidget() is not None or not shows:  # shown without a parent it would be a window
            self.setVisible(shows)

    def _show_chips(self, references: tuple[str, ...]) -> None:
        """Keep the chips that stay, with their pictures and the focus."""
        for gone in set(self._made) - set(references):
            chip = self._made.pop(gone)
            chip.hide()
            chip.deleteLater()
        while self._chip_row.takeAt(0):
            pass
        for reference in references:
            if reference not in self._made:
                self._made[reference] = self._chip(reference)
            self._chip_row.addWidget(self._made[reference])
            self._made[reference].show()
        self._shown = references

    def _chip(self, reference: str) -> EvidenceChip:
        desk, evidence = self._desk, self._desk.open_check.kept.get(reference)
        name = desk.proofs.name_of(reference)
        picture = "image" if evidence and evidence.media_type.is_picture else "file-text"
        chip = EvidenceChip(desk.look, reference, name, picture)
        chip.pressed.connect(partial(self._look_at, reference))
        chip.removed.connect(partial(desk.proofs.take_out, self._subject, reference, name))
        if evidence is not None:
            self._ask_thumbnail(evidence, chip)
        return chip

    def _ask_thumbnail(self, evidence: Evidence, chip: EvidenceChip) -> None:
        from merchant_guard.desktop.evidence_pictures import evidence_picture  # noqa: PLC0415 (heavy)

        def show(image: QImage) -> None:
            if isValid(chip):
                chip.show_thumbnail(image)

        def tell(why: str) -> None:
            if isValid(chip):
                chip.show_problem(why)

        side = round(THUMBNAIL * self.devicePixelRatioF())
        self._desk.proofs.look_at(evidence.id, lambda file: evidence_picture(file, 0, side, side), show, tell)
