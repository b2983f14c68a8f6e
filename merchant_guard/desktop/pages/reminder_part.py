"""提醒 on the settings page: on or off, from what time on, what stands in the system, and a trial."""

from PySide6.QtWidgets import QAbstractButton, QWidget
from shiboken6 import isValid

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.reminding import Reminding
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.labels import set_text, text_label
from merchant_guard.desktop.widgets.segmented import Segmented
from merchant_guard.localization import mark
from merchant_guard.services.set_reminders import Standing

TIMES = ("08:00", "09:30", "12:00", "15:00", "20:00")
_ON_WORDS = {
    "task_scheduler": mark(
        "Windows’ own Task Scheduler looks every day from {time} on; if the computer was off, after the next "
        "start. It goes when the app is removed."
    ),
    "systemd_timer": mark(
        "A timer of the system (systemd) looks every day from {time} on; if the computer was off, after the "
        "next start."
    ),
    "xdg_autostart": mark("This computer has no timer for it, so it looks each time you log in."),
}


class ReminderPart:
    """The rows of the card, `told` and `trial` below them; the page lays them out."""

    def __init__(self, desk: Desk) -> None:
        self._desk, self._reminding = desk, Reminding(desk)
        look, words = desk.look, desk.look.words
        chosen = {True: "on", False: "off", None: None}[self._reminding.is_chosen]
        answers = (("on", words("Remind me")), ("off", words("No reminders")))
        self._switch = Segmented(look, "reminders", words("On the day"), answers, chosen, self._on_switch)
        times = TIMES if self._reminding.at in TIMES else tuple(sorted({*TIMES, self._reminding.at}))
        self._times = Segmented(
            look,
            "remind_at",
            words("Time of day"),
            [(at, at) for at in times],
            self._reminding.at,
            self._on_time,
        )
        self.told = text_label(look, self._words(None), "note", "text2")
        self.told.setObjectName("reminders_told")
        self.trial = button(look, words("Try it now"), "try_reminder", self._on_trial)
        self._is_trying = False
        self._reminding.look_up(self._show)

    @property
    def rows(self) -> list[tuple[str, QWidget]]:
        """Labels and controls."""
        words = self._desk.look.words
        return [(words("On the day"), self._switch), (words("Time of day"), self._times)]

    # --- what was pressed ---------------------------------------------------------------------------

    def _on_switch(self, value: str) -> None:
        if value == "on":
            self._reminding.turn_on(self._show)
        else:
            self._reminding.turn_off(self._show)

    def _on_time(self, at: str) -> None:
        self._reminding.set_time(at, self._show)

    def _on_trial(self) -> None:
        # Not switched off meanwhile: the focus would go on to the next control, and the page with it.
        if not self._is_trying:
            self._is_trying = True
            self._reminding.try_now(self._tried)

    def _tried(self, is_shown: bool) -> None:
        words = self._desk.look.words
        said = words("A notification was sent. If you saw none, allow them in the settings of the system.")
        self._is_trying = False
        if is_shown and isValid(self.told):
            set_text(self._desk.look, self.told, said, "note")

    # --- what shows ---------------------------------------------------------------------------------

    def _show(self, standing: Standing | None) -> None:
        """Show how it stands; after a refusal the switches are as they were."""
        if not isValid(self.told):
            return
        if standing is not None:
            set_text(self._desk.look, self.told, self._words(standing), "note")
        chosen = {True: "reminders_on", False: "reminders_off", None: ""}[self._reminding.is_chosen]
        _check_only(self._switch, chosen)
        _check_only(self._times, f"remind_at_{self._reminding.at}")

    def _words(self, standing: Standing | None) -> str:
        words = self._desk.look.words
        if standing is None or standing.is_absent:
            return self._absent_words(standing)
        if standing.is_off:
            return words("It is in the system but switched off there. Press “Remind me” to bring it back.")
        on_words = _ON_WORDS[str(standing.scheduler)]
        return words(on_words).format(time=self._reminding.at)

    def _absent_words(self, standing: Standing | None) -> str:
        words = self._desk.look.words
        if standing is not None and standing.scheduler is None:
            return words("This system has no reminders of ours yet. Put the dates into a calendar instead.")
        if standing is not None and self._reminding.is_chosen:
            return words("It is gone from the system. Press “Remind me” to bring it back.")
        return words("Nothing is set. A reminder says how many things are due, once a day at most, no names.")


def _check_only(parts: Segmented, name: str) -> None:
    """Choose one part, or none."""
    for part in parts.findChildren(QAbstractButton):
        part.setAutoExclusive(False)
        part.setChecked(part.objectName() == name)
        part.setAutoExclusive(True)
