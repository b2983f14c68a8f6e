"""店铺信息: what papers print of the shop and nobody asks elsewhere; written once, used by all of them."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.page import column
from merchant_guard.desktop.widgets.form_field import FormField
from merchant_guard.desktop.widgets.form_lines import FormLine
from merchant_guard.desktop.widgets.labels import icon_label, text_label
from merchant_guard.desktop.widgets.panel_head import panel_head
from merchant_guard.desktop.widgets.scroll_area import ScrollArea, keep_gutter
from merchant_guard.domain.paper_form import ShopDetail

WIDTH = 372


class ShopDetailsPanel(QWidget):
    """`changed` comes when something else is written, `closed` when the panel is put away by its cross."""

    changed = Signal()
    closed = Signal()

    def __init__(self, desk: Desk, details: Sequence[ShopDetail]) -> None:
        super().__init__()
        self.setObjectName("shop_details")
        self.setProperty("panel_width", WIDTH)
        self._desk, self._lines = desk, dict[str, FormLine]()
        look, words = desk.look, desk.look.words
        title = words("About the shop (written once, used by every paper)")
        self.setAccessibleName(title)
        outer = column(self, (0, 0, 0, 0))
        outer.addLayout(panel_head(look, title, "close_details", self.closed.emit))
        content = QWidget()
        fields = column(content, (24, 4, 24, 16), 12)
        for one in details:
            fields.addWidget(self._field(one))
        fields.addLayout(self._saved_row())
        fields.addStretch(1)
        area = ScrollArea(content)
        keep_gutter(area)
        outer.addWidget(area, 1)
        self.setFocusProxy(self._first())

    def _field(self, one: ShopDetail) -> FormField:
        look, name = self._desk.look, f"detail_{one.detail.id}"
        line = FormLine(look, name, self._written(one.detail.id))
        line.taken.connect(partial(self._take, one.detail.id))
        self._lines[one.detail.id] = line
        field = FormField(look, name, one.detail.label.pick(look.language), line)
        field.show_below(one.hint.pick(look.language))
        return field

    def _saved_row(self) -> QHBoxLayout:
        look, row = self._desk.look, QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(icon_label(look, "circle-check", 16, "ok"), 0, Qt.AlignmentFlag.AlignTop)
        said = look.words("Saved as you type. What is empty is printed as a line to write on.")
        row.addWidget(text_label(look, said, "caption", "text2"), 1)
        return row

    def _first(self) -> FormLine:
        """What is not filled in yet, else the first of all."""
        lines = list(self._lines.values())
        return next((line for line in lines if not line.text().strip()), lines[0])

    def _written(self, detail_id: str) -> str:
        return self._desk.open_check.shop.details.get(detail_id, "")

    def _take(self, detail_id: str, text: str) -> None:
        desk, said = self._desk, " ".join(text.split())
        if said == self._written(detail_id):
            return
        if desk.refuses_change():
            self._lines[detail_id].show_text(self._written(detail_id))
            return
        shop = desk.open_check.shop
        details = {key: value for key, value in {**shop.details, detail_id: said}.items() if value}
        desk.describe_shop(replace(shop, details=details))
        self.changed.emit()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Hand in what is typed before it goes."""
        super().hideEvent(event)
        if not event.spontaneous() and self._desk.check is not None:
            for line in self._lines.values():
                line.take()
