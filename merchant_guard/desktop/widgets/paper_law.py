"""依据: the law behind a paper, folded; its chips are built when it is first unfolded."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from merchant_guard.desktop.theme.icons import icon
from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.focusing import reveal
from merchant_guard.desktop.widgets.tab_order import put_behind
from merchant_guard.desktop.widgets.wrap_row import WrapRow
from merchant_guard.domain.law import Law
from merchant_guard.domain.question import Citation

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute


class PaperLaw(QWidget):
    """A quiet button, and the chips under it; each has `room` pixels for the name of a law."""

    def __init__(
        self,
        look: Look,
        laws: Mapping[str, Law],
        citations: Sequence[Citation],
        on_open: Callable[[Citation], object],
        room: int,
    ) -> None:
        super().__init__()
        self._look, self._laws, self._citations, self._on_open = look, laws, citations, on_open
        self._room = room
        self._chips: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._said = look.words("Legal basis")
        self._fold = button(
            look, self._said, "paper_law", self._toggle, kind="plain", picture="chevron-down", after=True
        )
        self._column.addWidget(self._fold, 0, _LEFT)
        self._tell(shown=False)

    def _toggle(self) -> None:
        if self._chips is None:
            self._chips = self._build()
            self._column.addWidget(self._chips)
            put_behind(self._fold, self._chips)
            self._chips.show()
            shown = True
        else:
            shown = self._chips.isHidden()
            self._chips.setVisible(shown)
        self._tell(shown)
        if shown:
            QTimer.singleShot(0, self._chips, partial(reveal, self._chips))

    def _tell(self, shown: bool) -> None:
        words = self._look.words("Fold: {title}") if shown else self._look.words("Unfold: {title}")
        self._fold.setAccessibleName(words.format(title=self._said))
        picture = "chevron-up" if shown else "chevron-down"
        self._fold.setIcon(icon(picture, self._look.colour("text2")))

    def _build(self) -> QWidget:
        # The law is looked up rarely; its panel is imported when it is.
        from merchant_guard.desktop.panels.law_chip import law_chip  # noqa: PLC0415

        chips = QWidget()
        row = WrapRow(chips, gap=6, line_gap=6)
        for citation in self._citations:
            row.addWidget(law_chip(self._look, self._laws, citation, self._on_open, self._room))
        return chips
