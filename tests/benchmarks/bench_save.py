"""What saving an answer costs beside the same insert into a plain sqlite3 file, both WAL and FULL."""

import sqlite3
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from merchant_guard.domain.answers import Answer, SelfCheck
from merchant_guard.domain.question import Choice
from merchant_guard.domain.shop import Shop
from merchant_guard.storage.database import open_database
from merchant_guard.storage.self_check_store import SelfCheckStore
from merchant_guard.storage.shop_store import ShopStore

GOAL = 2
ROUNDS = 600
WARM_UP = 60
NOTE = "收银台电脑还没改，下周一改"
PLAIN_SCHEMA = """
    CREATE TABLE answer (
        self_check_id INTEGER NOT NULL, question_id TEXT NOT NULL, choice TEXT NOT NULL, done TEXT NOT NULL,
        note TEXT NOT NULL, reason TEXT NOT NULL, answered_at TEXT, PRIMARY KEY (self_check_id, question_id)
    ) WITHOUT ROWID
"""
PLAIN_INSERT = "INSERT INTO answer VALUES (1, ?, 'partly', '[\"leavers\"]', ?, '', NULL)"


def plain_saver(folder: Path) -> Callable[[str], None]:
    """One insert, one commit, no encryption, nothing checked."""
    connection = sqlite3.connect(folder / "plain.db", isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute(PLAIN_SCHEMA)

    def save(question_id: str) -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(PLAIN_INSERT, (question_id, NOTE))
        connection.execute("COMMIT")

    return save


def our_saver(folder: Path) -> Callable[[str], None]:
    """What the app does when somebody answers."""
    database = open_database(folder)
    shop_id = ShopStore(database).save(Shop())
    store = SelfCheckStore(database)
    check_id = store.save(shop_id, SelfCheck(), bank_version="bench")
    answer = Answer(Choice.PARTLY, frozenset({"leavers"}), note=NOTE)
    return lambda question_id: store.save_answer(check_id, question_id, answer)


def timed(save: Callable[[str], None], question_id: str) -> float:
    """Milliseconds."""
    begin = perf_counter()
    save(question_id)
    return (perf_counter() - begin) * 1000


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        ours, plain = our_saver(Path(name) / "data"), plain_saver(Path(name))
        pairs = [(timed(ours, f"group.q{n}"), timed(plain, f"group.q{n}")) for n in range(ROUNDS)][WARM_UP:]
    ours_ms, plain_ms = (median(times) for times in zip(*pairs, strict=True))
    print(f"answer saved: {ours_ms:.2f} ms, {ours_ms / plain_ms:.1f} × plain sqlite3 (goal ≤ {GOAL} ×)")


if __name__ == "__main__":
    main()
