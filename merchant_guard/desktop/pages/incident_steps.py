"""The four steps of an incident: one is unfolded, all can be at any time; a tick is stamped."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.incident_words import stamp_words, telling_remark
from merchant_guard.desktop.pages.page import empty
from merchant_guard.desktop.panels.law_chip import law_chip
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.check_target import SIDE
from merchant_guard.desktop.widgets.corner_layout import CornerLayout
from merchant_guard.desktop.widgets.focusing import give_focus, is_by_keyboard
from merchant_guard.desktop.widgets.labels import boxed
from merchant_guard.desktop.widgets.step_card import StepCard, StepList, StepState, StepTick
from merchant_guard.desktop.widgets.unfold_arrow import UnfoldArrow
from merchant_guard.domain.incident import IncidentStep
from merchant_guard.domain.incident_case import IncidentCase
from merchant_guard.domain.question import Citation, Force
from merchant_guard.localization.labels import label

_ARROW_EDGE = 12


class IncidentSteps(QWidget):
    """Built anew with every change; which step is unfolded stays.

    `law_wanted` comes with an article and how binding the step is. `asked` opens the form for kinds and
    numbers, `tellings_wanted` whom to call and what to write.
    """

    asked = Signal()
    tellings_wanted = Signal()
    law_wanted = Signal(object, object)

    def __init__(self, desk: Desk, case: IncidentCase) -> None:
        super().__init__()
        self.setObjectName("incident_steps")
        self._desk, self._look, self._case = desk, desk.look, case
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._open = self._first_open()
        self._build()

    def show_case(self, case: IncidentCase) -> None:
        """Show the incident as it stands now, with the focus where it was."""
        self._case = case
        self._rebuild()

    def unfold(self, step_id: str) -> None:
        """Unfold a step in place of the one that is."""
        self._open = step_id
        self._rebuild()

    # --- which step -----------------------------------------------------------------------------------

    def _is_done(self, step: IncidentStep) -> bool:
        incidents, case = self._desk.incidents, self._case
        still = incidents.guide.open_in(step, incidents.facts, case.entry, case.ticked)
        return not still and case.is_begun

    def _first_open(self) -> str:
        """The step where the last tick was made, else the next that is not done."""
        steps = self._desk.incidents.guide.steps
        made = [self._desk.incidents.guide.step_of(line.tick) for line in self._case.lines if line.tick]
        last = next((step for step in reversed(made) if step is not None), steps[0])
        ahead = steps[steps.index(last) :]
        return next((step.id for step in ahead if not self._is_done(step)), steps[-1].id)

    def _toggle(self, step_id: str) -> None:
        self.unfold("" if self._open == step_id else step_id)

    # --- building -------------------------------------------------------------------------------------

    def _rebuild(self) -> None:
        focus = (
            self.focusWidget() if self.isAncestorOf(self.window().focusWidget() or self.window()) else None
        )
        name, by_keyboard = (focus.objectName() if focus else ""), is_by_keyboard(self.window())
        empty(self._column)
        made = self._build()
        made.show()
        if name and (again := self.findChild(QWidget, name)) is not None:
            give_focus(again, by_keyboard)

    def _build(self) -> QWidget:
        steps = self._desk.incidents.guide.steps
        made = StepList([self._row(number, step) for number, step in enumerate(steps, start=1)])
        self._column.addWidget(made)
        self._column.addStretch(1)
        return made

    def _row(self, number: int, step: IncidentStep) -> QWidget:
        is_open, is_done = step.id == self._open, self._is_done(step)
        state = StepState.DONE if is_done else StepState.NOW if is_open else StepState.OPEN
        title = step.title.pick(self._look.language)
        card = StepCard(
            self._look,
            number,
            title,
            () if is_done and not is_open else (self._about(step),),
            state=state,
            remark=self._remark(step, is_done),
            chips=self._chips(step) if step.tells and not (is_done and not is_open) else (),
            ticks=self._ticks(step) if is_open else (),
            act=self._act(step) if is_open else None,
            free_end=SIDE + 2,
        )
        card.ticked.connect(self._on_ticked)
        arrow = UnfoldArrow(self._look, f"unfold_{step.id}", self)
        arrow.say(title)
        arrow.set_open(is_open)
        arrow.clicked.connect(lambda _checked=False: self._toggle(step.id))
        return FoldingStep(card, arrow)

    def _on_ticked(self, tick_id: str, done: bool) -> None:
        self._desk.incidents.tick(tick_id, done)
        if (self._desk.incidents.case or self._case) is self._case:
            self._rebuild()  # it was refused: the box shows again what is so

    def _about(self, step: IncidentStep) -> str:
        guide = self._desk.incidents.guide
        is_silent = step.asks and guide.is_silent(self._case.entry)
        return (guide.silence if is_silent else step.about).pick(self._look.language)

    def _remark(self, step: IncidentStep, is_done: bool) -> str:
        count = len([tick for tick in self._ids(step) if tick in self._case.ticked])
        words = self._look.words
        if not count:
            return ""
        if is_done and count == len(self._ids(step)):
            return words("all {count} done").format(count=count)
        return words("{count} done").format(count=count)

    def _ids(self, step: IncidentStep) -> list[str]:
        incidents, case = self._desk.incidents, self._case
        if step.tells:
            return [one.telling.id for one in incidents.who_is_told(case)]
        return [tick.id for tick in incidents.guide.ticks(step, incidents.facts, case.entry, case.ticked)]

    def _ticks(self, step: IncidentStep) -> list[StepTick]:
        incidents, case, language = self._desk.incidents, self._case, self._look.language
        if step.tells:
            return [
                self._tick(one.telling.id, one.telling.who.pick(language), telling_remark(self._look, one))
                for one in incidents.who_is_told(case)
            ]
        ticks = incidents.guide.ticks(step, incidents.facts, case.entry, case.ticked)
        return [self._tick(tick.id, tick.title.pick(language)) for tick in ticks]

    def _tick(self, tick_id: str, words: str, remark: str = "") -> StepTick:
        at = self._case.ticked_at(tick_id)
        stamp = stamp_words(at, self._desk.today) if at else remark
        return StepTick(tick_id, words, at is not None, stamp)

    def _chips(self, step: IncidentStep) -> list[QWidget]:
        look, laws = self._look, self._desk.open_check.bank.laws

        def wanted(citation: Citation, force: Force = step.force) -> None:
            self.law_wanted.emit(citation, force)

        chips = [law_chip(look, laws, citation, wanted) for citation in step.citations]
        return [*chips, boxed(look, label(look.language, "force", step.force), "badge_force")]

    def _act(self, step: IncidentStep) -> QWidget | None:
        words, made = self._look.words, None
        if step.asks:
            said = words("Write down kinds and numbers")
            made = button(self._look, said, "ask_scope", self.asked.emit, picture="pencil")
        elif step.tells:
            said = words("Whom to call, what to send")
            made = button(self._look, said, "who_to_call", self.tellings_wanted.emit, picture="file-text")
        if made is not None:
            made.setProperty("k", "row")
        return made


class FoldingStep(QWidget):
    """A step with its arrow; where nothing else is hit, the row itself unfolds it."""

    def __init__(self, card: StepCard, arrow: UnfoldArrow) -> None:
        super().__init__()
        self._arrow = arrow
        layout = CornerLayout(self, _ARROW_EDGE)  # the card leaves the end of its first line free
        layout.addWidget(arrow)
        layout.addWidget(card)
        if not arrow.is_open:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Unfold; an unfolded step stays, so that a missed tick does not fold it."""
        if not self._arrow.is_open and self.rect().contains(event.position().toPoint()):
            self._arrow.click()
