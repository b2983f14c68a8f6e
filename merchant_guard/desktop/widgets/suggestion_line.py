"""What the registers say about a question: a quiet line with the way there. It answers nothing by itself."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy

from merchant_guard.desktop.theme.look import Look
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.labels import icon_label, text_label
from merchant_guard.desktop.widgets.spoken import named
from merchant_guard.domain.suggestions import Suggestion
from merchant_guard.localization.labels import label


def suggested_words(look: Look, suggestion: Suggestion, not_as_last_year: bool = False) -> str:
    """The reason, and which answer it points to; before it, that last year said otherwise."""
    reason = suggestion.reason.pick(look.language)
    words = look.words("{reason}.").format(reason=reason)
    if suggestion.choice is not None:
        choice = label(look.language, "choice", suggestion.choice)
        words = look.words("{reason}. It looks like “{choice}”.").format(reason=reason, choice=choice)
    return look.words("Not as last year: {words}").format(words=words) if not_as_last_year else words


class SuggestionLine(QFrame):
    """In a low window the words stay on one line, cut short where they must be."""

    def __init__(
        self,
        look: Look,
        suggestion: Suggestion,
        on_open: Callable[[], object],
        low: bool,
        not_as_last_year: bool = False,
    ) -> None:
        super().__init__()
        self.setObjectName("suggestion")
        self.setProperty("k", "sunken")
        words = suggested_words(look, suggestion, not_as_last_year)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0 if low else 3, 10, 0 if low else 3)
        row.setSpacing(10)
        row.addWidget(icon_label(look, "info", 16, "text2"))
        said = CutLine(look, words) if low else text_label(look, words, "note", "text2")
        said.setObjectName("suggestion_words")
        row.addWidget(said, 1)
        see = look.words("See the register")
        row.addWidget(
            button(look, see, "see_register", on_open, kind="link", accessible=named(look, see, words)), 0
        )


class CutLine(QLabel):
    """One line; what has no room is cut short and stands in the tooltip."""

    def __init__(self, look: Look, words: str) -> None:
        super().__init__(words)
        self._look = look
        self.setFont(look.font("note"))
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Any width will do."""
        return QSize(60, self._look.line_height("note"))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw what there is room for."""
        painter, words = QPainter(self), self.text()
        shown = QFontMetrics(self.font()).elidedText(words, Qt.TextElideMode.ElideRight, self.width())
        self.setToolTip(words if shown != words else "")
        painter.setFont(self.font())
        painter.setPen(self._look.colour("text2"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, shown)
