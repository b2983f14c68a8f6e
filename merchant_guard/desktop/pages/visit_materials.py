"""手边的材料: what inspectors ask for, what of it is there, and one step to what is missing."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.known_papers import paper_for_task
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.labels import frame, icon_label, text_label
from merchant_guard.desktop.widgets.spoken import listed, named
from merchant_guard.domain.inspection_materials import MaterialStanding
from merchant_guard.domain.inspection_visit import Mend, VisitNote

_ROW, _SIGN, _GAP = 34, 16, 8


class MendWay(NamedTuple):
    """The step to what is missing: a word or two for the row, what it is in full, and where it leads."""

    words: str
    said: str
    go: Callable[[], object]


class VisitMaterials(QFrame):
    """A card; its rows are named `material_<id>`, the step of a missing one `mend_<id>`."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("k", "card")
        self.setObjectName("materials")
        self._desk, self._look = desk, desk.look
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 13, 18, 10)
        column.setSpacing(0)
        materials = desk.visit.materials
        if not materials:
            column.addWidget(text_label(self._look, self._look.words("Keep in mind"), "section"))
            column.addSpacing(8)
            self._add_notes(column, "body")
        else:
            column.addLayout(self._heading(materials))
            column.addSpacing(2)
            for standing in materials:
                column.addWidget(self._row(standing))
            column.addSpacing(4)
            column.addWidget(frame("rule"))
            column.addSpacing(8)
            self._add_notes(column, "caption", *desk.visit.guide.notes)
        column.addSpacing(8)
        column.addStretch(1)
        self._add_ways(column)

    def _heading(self, materials: tuple[MaterialStanding, ...]) -> QHBoxLayout:
        look, words, row = self._look, self._look.words, QHBoxLayout()
        row.addWidget(text_label(look, words("Papers at hand"), "section"), 1)
        ready = sum(one.is_ready for one in materials)
        count = words("{ready} / {total} ready").format(ready=ready, total=len(materials))
        said = text_label(look, count, "caption", "text2", wrap=False)
        said.setObjectName("materials_ready")
        row.addWidget(said)
        return row

    def _row(self, standing: MaterialStanding) -> QWidget:
        look, words, box = self._look, self._look.words, QWidget()
        box.setObjectName(f"material_{standing.material.id}")
        box.setMinimumHeight(_ROW)
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        picture, tone = ("circle-check", "ok") if standing.is_ready else ("clock", "warn")
        row.addWidget(icon_label(look, picture, _SIGN, tone), 0, Qt.AlignmentFlag.AlignVCenter)
        title = text_label(look, self._title(standing))
        state = words("there") if standing.is_ready else words("missing")
        title.setAccessibleName(listed(look, self._title(standing), state))
        row.addWidget(title, 1)
        if not standing.is_ready:
            row.addWidget(text_label(look, state, "caption", "warn", wrap=False))
            row.addWidget(self._step(standing))
        return box

    def _title(self, standing: MaterialStanding) -> str:
        title = standing.material.title.pick(self._look.language)
        if standing.total <= 1:
            return title
        told = self._look.words("{title}: {there} of {total}")
        return told.format(title=title, there=standing.there, total=standing.total)

    def _step(self, standing: MaterialStanding) -> QWidget:
        way = mend_way(self._desk, standing.material.mend)
        name, title = f"mend_{standing.material.id}", standing.material.title.pick(self._look.language)
        made = button(self._look, way.words, name, way.go, kind="link")
        made.setAccessibleName(named(self._look, way.said, title))
        made.setToolTip(way.said)
        made.setFont(self._look.font("caption"))
        return made

    def _add_notes(self, column: QVBoxLayout, style: str, *before: VisitNote) -> None:
        look = self._look
        for note in (*before, *self._desk.visit.visitor.notes):
            column.addWidget(text_label(look, note.text.pick(look.language), style, "text2"))
            column.addSpacing(6)

    def _add_ways(self, column: QVBoxLayout) -> None:
        visit, look, words = self._desk.visit, self._look, self._look.words
        tests = len(visit.rehearsal.tests)
        rehearse = words("Rehearse it, about {minutes} min").format(minutes=tests)
        ways = [("rehearse", rehearse, "clipboard-check", visit.begin_rehearsal)]
        if past := visit.past:
            told = words("1 earlier visit") if past == 1 else words("{count} earlier visits")
            to_register = partial(self._desk.go_to_register, "inspections")
            ways.append(("past_visits", told.format(count=past), "history", to_register))
        for name, text, picture, go in ways:
            made = button(look, text, name, go, kind="link", picture=picture)
            column.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)


def mend_way(desk: Desk, mend: Mend) -> MendWay:
    """The step to something missing that fits the shop."""
    words = desk.look.words
    if paper := paper_for_task(desk, mend.papers):
        return MendWay(words("Print it"), paper.words, paper.go)
    if mend.register is not None:
        said = words("Note it in the register")
        return MendWay(words("Note it"), said, partial(desk.go_to_register, mend.register))
    asked = next((step for one in mend.questions if (step := desk.step_of(one))), None)
    if asked is not None:
        return MendWay(words("See the question"), words("See the question"), partial(desk.go_to_step, asked))
    return MendWay(words("Finish the check"), words("Finish the check"), desk.walk.begin_full)
