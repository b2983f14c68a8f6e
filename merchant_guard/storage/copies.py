"""Copies of the store in `backups/`, under the same key: before every upgrade, and daily.

store-version-6.db          before the upgrade from that version
store-2026-11-22.db         of a day, as it was when that day's first window opened or the last one closed
store-before-2026-11-22T10-15-30.db
                            what stood in place of something that was put back
"""

import os
import re
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from merchant_guard.domain.copies_kept import days_kept
from merchant_guard.domain.errors import SystemProblemError, problem
from merchant_guard.storage import data_folder
from merchant_guard.storage.connection import connect, database_problems
from merchant_guard.storage.keys import StoreKey
from merchant_guard.storage.upgrade import version_of

_OF_A_DAY = re.compile(r"store-(\d{4}-\d\d-\d\d)\.db")
_PUT_ASIDE = re.compile(r"store-before-(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d)\.db")
_MOMENT = "%Y-%m-%dT%H-%M-%S"
_ENDS = ("", "-wal", "-shm")
_PUT_ASIDE_KEPT = 3
"""How many of the stores that something was put in place of are kept."""


@dataclass(frozen=True, slots=True)
class StoreCopy:
    """A copy of the store and the day it is of."""

    path: Path
    day: date


@dataclass(frozen=True, slots=True)
class PutAside:
    """A store in whose place something was put, and when, by the clock of this computer."""

    path: Path
    moment: datetime


class Copies:
    """The copies of the store of a data folder. Methods may raise SystemProblemError (`store.…`)."""

    def __init__(self, folder: Path, key: StoreKey) -> None:
        self._folder, self._key = folder, key

    def list(self) -> tuple[StoreCopy, ...]:
        """Return the daily copies, the newest first."""
        return tuple(sorted(self._daily(), key=lambda copy: copy.day, reverse=True))

    def put_aside(self) -> tuple[PutAside, ...]:
        """Return the stores in whose place something was put, the latest first."""
        return tuple(sorted(self._aside(), key=lambda one: one.moment, reverse=True))

    def keep_day(self, today: date) -> Path | None:
        """Copy the store for a day where it has changed since the last copy, and thin the older ones.

        The copy is read back whole before it gets its name; one of the same day gives way to it. Returns its
        place, None where nothing has changed. A day before the last copy's (the clock was set back) is taken
        for that day, so that no newer copy is ever taken for an older one.
        """
        newest = next(iter(self.list()), None)
        store = self._folder / data_folder.STORE_NAME
        if newest is not None and not _changed_since(store, newest.path):
            return None
        day = today if newest is None else max(today, newest.day)
        path = keep_verified_copy(self._folder, self._key, f"store-{day.isoformat()}.db")
        self._thin()
        return path

    def newest_sound(self) -> StoreCopy | None:
        """Return the newest copy that reads back whole; None where there is none."""
        return next((copy for copy in self.list() if self.is_sound(copy.path)), None)

    def is_sound(self, path: Path) -> bool:
        """Whether a copy opens with the key and every page of it is as it was written."""
        try:
            with database_problems(self._folder):
                return _reads_back(path, self._key)
        except SystemProblemError:
            return False

    def put_back(self, path: Path, moment: datetime) -> Path:
        """Put a copy in the place of the store, which must not be open; return where that one lies now.

        At every instant either the one or the other is there whole. Raises SystemProblemError
        `store.copy_failed` when the copy is not sound.
        """
        with data_folder.file_problems(self._folder), database_problems(self._folder):
            fresh = self._folder / f"{data_folder.STORE_NAME}.{moment:%H%M%S%f}.new"
            try:
                data_folder.copy_file(path, fresh)
                if not self.is_sound(fresh):
                    raise _copy_failed(self._folder)
                aside = put_store_aside(self._folder, self._key, moment)
                fresh.replace(self._folder / data_folder.STORE_NAME)
            finally:
                fresh.unlink(missing_ok=True)
            data_folder.sync_folder(self._folder)
        self._thin_put_aside()
        return aside

    def take_back(self, aside: Path, moment: datetime) -> Path:
        """Put a store that was put aside in its place again, sound or not, with the journal it had.

        Nobody may have the store open. What stood there meanwhile is put aside too; returns where it lies.
        """
        with data_folder.file_problems(self._folder), database_problems(self._folder):
            store = self._folder / data_folder.STORE_NAME
            fresh = self._folder / f"{data_folder.STORE_NAME}.{moment:%H%M%S%f}.new"
            try:
                data_folder.copy_file(aside, fresh)
                meanwhile = put_store_aside(self._folder, self._key, moment)
                fresh.replace(store)
            finally:
                fresh.unlink(missing_ok=True)
            for end in _ENDS[1:]:
                if (part := aside.with_name(aside.name + end)).exists():
                    data_folder.copy_file(part, store.with_name(store.name + end))
            data_folder.sync_folder(self._folder)
        self._thin_put_aside()
        return meanwhile

    @contextmanager
    def fresh(self) -> Iterator[Path]:
        """Give a verified copy of the store as it is now, in the data folder; it is gone afterwards."""
        path = keep_verified_copy(self._folder, self._key, f"store-fresh-{os.urandom(4).hex()}.db")
        try:
            yield path
        finally:
            with data_folder.file_problems(self._folder):
                path.unlink(missing_ok=True)

    def _daily(self) -> Iterator[StoreCopy]:
        for path in (self._folder / data_folder.BACKUPS_NAME).glob("store-*.db"):
            if found := _OF_A_DAY.fullmatch(path.name):
                try:
                    yield StoreCopy(path, date.fromisoformat(found.group(1)))
                except ValueError:
                    continue  # somebody else's file: no such day

    def _aside(self) -> Iterator[PutAside]:
        for path in (self._folder / data_folder.BACKUPS_NAME).glob("store-before-*.db"):
            if found := _PUT_ASIDE.fullmatch(path.name):
                try:
                    yield PutAside(path, datetime.strptime(found.group(1), _MOMENT).astimezone())
                except ValueError:
                    continue  # somebody else's file: no such moment

    def _thin(self) -> None:
        copies = self.list()
        kept = days_kept(copy.day for copy in copies)
        with data_folder.file_problems(self._folder):
            for copy in copies:
                if copy.day not in kept:
                    copy.path.unlink(missing_ok=True)

    def _thin_put_aside(self) -> None:
        aside = sorted((self._folder / data_folder.BACKUPS_NAME).glob("store-before-*.db"), reverse=True)
        with data_folder.file_problems(self._folder):
            for path in aside[_PUT_ASIDE_KEPT:]:
                for end in _ENDS:
                    path.with_name(path.name + end).unlink(missing_ok=True)


def put_store_aside(folder: Path, key: StoreKey, moment: datetime) -> Path:
    """Copy the store, which must not be open, into `backups/`, and leave it without a journal.

    What is put in its place would else have that journal played into it. Raises OSError and what SQLCipher
    raises, but not about a store that is damaged: it is kept as it is.
    """
    backups = folder / data_folder.BACKUPS_NAME
    data_folder.prepare_folder(backups)
    aside = _free_place(backups, moment)
    store = folder / data_folder.STORE_NAME
    _end_journal(folder, key)
    for end in _ENDS:
        part = store.with_name(store.name + end)
        if part.exists():
            data_folder.copy_file(part, aside.with_name(aside.name + end))
    for end in _ENDS[1:]:
        store.with_name(store.name + end).unlink(missing_ok=True)
    return aside


def _free_place(backups: Path, moment: datetime) -> Path:
    """What was put aside a moment ago is not written over."""
    place = backups / f"store-before-{moment:{_MOMENT}}.db"
    return _free_place(backups, moment + timedelta(seconds=1)) if place.exists() else place


def _end_journal(folder: Path, key: StoreKey) -> None:
    """Have what the journal holds written into the store, as far as it can be read.

    Raises SystemProblemError `store.busy` while anybody else has the store open: what they write afterwards
    would be lost.
    """
    store = folder / data_folder.STORE_NAME
    try:
        with database_problems(folder), closing(connect(store, key, "rw")) as connection:
            connection.execute("PRAGMA journal_mode = DELETE")
    except SystemProblemError as error:
        if [one.code for one in error.problems] != ["store.unreadable"]:
            raise


def version_copy_name(version: int) -> str:
    """What the copy of a store of this version is called."""
    return f"store-version-{version}.db"


def keep_verified_copy(folder: Path, key: StoreKey, name: str) -> Path:
    """Copy the store with the same key into `backups/`, read the copy back whole, and return its place.

    It takes the place of an older copy of that name. Raises SystemProblemError `store.copy_failed` when the
    copy does not read back, and the others as opening does.
    """
    path = folder / data_folder.BACKUPS_NAME / name
    with data_folder.file_problems(folder), database_problems(folder):
        data_folder.prepare_folder(path.parent)
        aside = data_folder.new_file_aside(path)
        try:
            _copy(folder / data_folder.STORE_NAME, aside, key)
            if not _reads_back(aside, key):
                raise _copy_failed(path.parent)
            aside.replace(path)
        finally:
            aside.unlink(missing_ok=True)
        data_folder.sync_folder(path.parent)
    return path


def _copy(path: Path, aside: Path, key: StoreKey) -> None:
    with closing(connect(path, key, "ro")) as source, closing(connect(aside, key, "rw")) as copy:
        source.backup(copy)
        # One file that stands for itself, without a journal beside it.
        copy.execute("PRAGMA journal_mode = DELETE")


def _reads_back(path: Path, key: StoreKey) -> bool:
    """Whether every page in use carries its seal, and the tables hang together."""
    with closing(connect(path, key, "ro")) as copy:
        return version_of(copy) > 0 and copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def _changed_since(store: Path, copy: Path) -> bool:
    """Whether the store or its journal was written to since a copy was made, or in the same tick."""
    made = copy.stat().st_mtime_ns
    places = (store.with_name(store.name + end) for end in ("", "-wal"))
    return any(place.exists() and place.stat().st_mtime_ns >= made for place in places)


def _copy_failed(folder: Path) -> SystemProblemError:
    return SystemProblemError(problem("store.copy_failed", folder=str(folder)))
