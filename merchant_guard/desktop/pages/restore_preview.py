"""What a backup holds, which of both is newer, and what would be missing: said before anything is done."""

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.pages.backup_words import counted
from merchant_guard.desktop.widgets.ask_box import AskBox
from merchant_guard.desktop.widgets.buttons import button
from merchant_guard.desktop.widgets.labels import boxed
from merchant_guard.desktop.widgets.prose import ProseCard
from merchant_guard.desktop.widgets.wrap_row import WrapRow

if TYPE_CHECKING:
    from merchant_guard.services.swap_store import Compared


class RestorePreview(ProseCard):
    """The card with what was read, and the two ways on."""

    def __init__(self, desk: Desk, seen: "Compared") -> None:
        look = desk.look
        title = look.words("In the backup") if desk.restoring.file else look.words("In this copy")
        super().__init__(look, title, "restore_preview")
        self._desk, self._seen = desk, seen
        self.pairs(self._facts(), mark_width=look.px("body") * 6)
        newer, told = self._which()
        if newer:
            self.layout_.addWidget(boxed(look, newer, "badge_force"))
        for number, sentence in enumerate(told):
            self.say(sentence).setObjectName(f"restore_told_{number}")
        self.layout_.addWidget(self._ways())

    def _facts(self) -> Iterator[tuple[str, str]]:
        words, seen, file = self._desk.look.words, self._seen, self._desk.restoring.file
        if file is not None:
            yield words("File"), file.name
        yield words("Made on"), _moment(seen.made_at)
        if seen.shops:
            names = [name or words("A shop without a name") for name in seen.shops]
            yield words("Shops"), ("、" if self._desk.look.language == "zh" else ", ").join(names)
        changed = _moment(seen.last_change) if seen.last_change else words("nothing is written in it")
        yield words("Last change"), changed
        if self._desk.check is not None and seen.last_change_here is not None:
            yield words("Last change here"), _moment(seen.last_change_here)

    def _which(self) -> tuple[str, list[str]]:
        """Which is the newer, and what goes and what comes."""
        look, seen = self._desk.look, self._seen
        words = look.words
        if self._desk.check is None:
            return "", []
        newer = words("What is here is newer") if seen.is_older else ""
        newer = words("The backup is newer") if seen.is_newer else newer
        told = []
        if lacks := counted(look, seen.lacks):
            told.append(words("Only here, and gone from the screen after it: {what}").format(what=lacks))
        if brings := counted(look, seen.brings):
            told.append(words("Only in it, and back after it: {what}").format(what=brings))
        if not told:
            told.append(words("Answers and registers are the same in both."))
        return newer, told

    def _ways(self) -> QWidget:
        words, look = self._desk.look.words, self._desk.look
        box = QWidget()
        row = WrapRow(box, gap=10)
        put = words("Put it back")
        row.addWidget(button(look, put, "put_back", self._ask, kind="primary", picture="archive-restore"))
        other = words("Choose another one")
        row.addWidget(button(look, other, "other_backup", self._desk.restoring.begin, kind="link"))
        return box

    def _ask(self) -> None:
        """Over data of one's own this is one of the three things that are asked back."""
        if self._desk.check is None:
            self._desk.restoring.put_back()
            return
        words, (newer, told) = self._desk.look.words, self._which()
        kept = words("What is here now is kept aside, and you can take it back.")
        AskBox(
            self._desk.look,
            self,
            words("Put it in the place of what is here?"),
            "\n".join(filter(None, (newer, *told, kept))),
            words("Put it back"),
            words("Leave it as it is"),
            self._desk.restoring.put_back,
        ).ask()


def _moment(moment: datetime) -> str:
    return f"{moment.astimezone():%Y-%m-%d %H:%M}"
