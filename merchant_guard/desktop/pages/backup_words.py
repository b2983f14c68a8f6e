"""When the last backup was made, in words, and what one store lacks that another has."""

from collections.abc import Mapping

from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.theme.look import Look
from merchant_guard.localization import mark

_TABLES = {
    "answer": mark("answers: {count}"),
    "register_value": mark("lines in the registers: {count}"),
    "duty_record": mark("duties done: {count}"),
    "attachment": mark("photos and files: {count}"),
}


def last_backup(desk: Desk) -> str:
    """上次备份：3 天前，在 D 盘; the place only where it was to be remembered."""
    words, days = desk.look.words, desk.backups.days_ago
    if days is None:
        return words("No backup yet")
    if days == 0:
        said = words("Last backup: today")
    elif days == 1:
        said = words("Last backup: yesterday")
    else:
        said = words("Last backup: {count} days ago").format(count=days)
    folder = desk.backups.folder
    return words("{last}, in {folder}").format(last=said, folder=folder) if folder else said


def counted(look: Look, tables: Mapping[str, int]) -> str:
    """How much of what, as a list; empty for nothing."""
    parts = [
        look.words(said).format(count=tables[table]) for table, said in _TABLES.items() if tables.get(table)
    ]
    return ("、" if look.language == "zh" else ", ").join(parts)
