"""The screens about backups, moving and deleting, in every state; laid by `EveryScreen`."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

from PySide6.QtWidgets import QApplication

from merchant_guard.desktop.background import Background
from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.screens import Screen
from merchant_guard.services.back_up import Backup
from merchant_guard.services.delete_everything import Left
from merchant_guard.services.swap_store import Compared, Kept, PutAside, StoreCopy
from tests.support.registers import note

FILE = Path("/media/KINGSTON/MerchantGuard-2026-11-28.mgbak")
MADE = datetime(2026, 11, 28, 18, 30).astimezone()
Lay = Callable[[], object]
Press = Callable[..., None]


class SafeScreens:
    """`settings` are those of the desk before anything was laid."""

    def __init__(self, desk: Desk, background: Background | None, press: Press) -> None:
        self.desk, self._background, self._press = desk, background, press
        self._settings = desk.preferences.settings

    def ways(self) -> dict[str, Lay]:
        """Every state by its name, and how it is laid."""
        desk = self.desk
        return {
            "backup": lambda: desk.go(Screen.BACKUP),
            "backup, nothing chosen": lambda: (desk.go(Screen.BACKUP), self._press("back_up")),
            "backup, by card": lambda: (desk.go(Screen.BACKUP), self._press("by_card")),
            "backup, made": lambda: self.backed_up(Backup(FILE, 3, 1, has_password=False)),
            "backup, not made": lambda: self.backed_up(None),
            "restore": self.restore,
            "restore, a password": lambda: self.restore(file=FILE, asks="password"),
            "restore, the card, wrong": lambda: self.restore(file=FILE, asks="card", problem="——"),
            "restore, no backup": lambda: self.restore(problem="——"),
            "restore, here is newer": lambda: self.restore(file=FILE, seen=compared({"answer": 12})),
            "restore, it is newer": lambda: self.restore(
                file=FILE, seen=compared({}, {"answer": 3, "register_value": 14, "attachment": 2})
            ),
            "restore, asked back": lambda: (
                self.restore(file=FILE, seen=compared({"answer": 12})),
                self._press("put_back"),
            ),
            "restore, copies": self.copies,
            "restore, first start": self.first_restore,
            "move": lambda: desk.go(Screen.MOVE),
            "move, done": lambda: self.moved(Screen.MOVE),
            "moved, home": lambda: self.moved(Screen.HOME),
            "moved, settings": lambda: self.moved(Screen.SETTINGS),
            "delete": self.delete,
            "delete, without the word": lambda: (self.delete(), self._press("delete_all")),
            "delete, to be kept first": lambda: (self.note_audit(), self.delete()),
            "delete, on hold": lambda: (self.note_leak(), self.delete()),
            "deleted": lambda: self.deleted(Left((), has_reminders=False)),
            "deleted, not all": lambda: self.deleted(Left((Path("C:/data/store.db"),), has_reminders=True)),
            "home, a backup": lambda: self.home(3),
            "home, an old backup": lambda: self.home(45),
            "home, no copy of today": self.no_copy,
        }

    def put_away(self) -> None:
        """Nothing of it is left on the desk."""
        desk = self.desk
        if box := QApplication.activeModalWidget():
            window = box.parentWidget()
            box.close()
            QApplication.processEvents()
            if window is not None:
                window.activateWindow()
        desk.moved_on, desk.daily_copies.problem = None, ""
        desk.restoring.begin_anew()
        desk.restoring.kept = None
        desk.backups.forget_last()
        desk.deleting.before, desk.deleting.left, desk.deleting.problem = None, None, ""
        desk.preferences.keep_nowhere()
        desk.preferences.settings = self._settings

    def _settle(self) -> None:
        while self._background is not None and not self._background.is_idle:
            QApplication.processEvents()
        QApplication.processEvents()

    def backed_up(self, made: Backup | None) -> None:
        self.desk.go(Screen.BACKUP)
        self._settle()
        self.desk.backups.made = made
        self.desk.backups.problem = "" if made else "——"
        self.desk.backups.changed.emit()

    def restore(
        self, file: Path | None = None, asks: str = "", problem: str = "", seen: Compared | None = None
    ) -> None:
        restoring = self.desk.restoring
        restoring.begin()
        self._settle()
        restoring.file, restoring.asks, restoring.problem, restoring.seen = file, asks, problem, seen
        restoring.changed.emit()

    def copies(self) -> None:
        self.desk.restoring.begin()
        self._settle()
        days = [date(2026, 11, 30) - timedelta(days=n) for n in (0, 1, 4, 200, 400)]
        self.desk.restoring.kept = Kept(
            tuple(StoreCopy(Path(f"store-{day}.db"), day) for day in days),
            (PutAside(Path("store-before.db"), MADE),),
        )
        self.desk.restoring.changed.emit()

    def first_restore(self) -> None:
        self.desk.check = None
        self.restore(file=FILE, seen=compared({}))

    def moved(self, screen: Screen) -> None:
        self.desk.backups.made = Backup(FILE, 3, 0, has_password=True)
        self.desk.moved_on = self.desk.today
        self.desk.go(screen)

    def delete(self) -> None:
        self.desk.deleting.begin()
        self._settle()
        assert self.desk.deleting.before is not None
        book = self.desk.open_check
        self.desk.deleting.before = replace(
            self.desk.deleting.before, holds=book.holds, kept=book.kept_records(self.desk.today)
        )
        self.desk.deleting.changed.emit()

    def note_audit(self) -> None:
        note(self.desk, "audits", on=self.desk.today, kind="self_audit")

    def note_leak(self) -> None:
        note(
            self.desk,
            "incidents",
            noticed_on=self.desk.today,
            kind="labels_out",
            concerns=frozenset({"labels"}),
        )

    def deleted(self, left: Left) -> None:
        self.desk.check, self.desk.deleting.left = None, left
        self.desk.go(Screen.DELETE)

    def home(self, days: int) -> None:
        day = self.desk.today - timedelta(days=days)
        settings = replace(self._settings, backed_up_on=day.isoformat(), backup_folder="D:\\", remind=False)
        self.desk.preferences.keep_in(Path("nowhere"), settings)
        self.desk.go(Screen.HOME)

    def no_copy(self) -> None:
        self.desk.daily_copies.problem = "——"
        self.desk.go(Screen.HOME)


def compared(lacks: dict[str, int], brings: dict[str, int] | None = None) -> Compared:
    """A backup of one shop, as it is seen."""
    return Compared(MADE, ("示例女装店",), MADE, MADE + timedelta(days=2), lacks, brings or {})
