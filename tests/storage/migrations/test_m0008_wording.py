"""Words of finished checks: an older store gets them when its shop is opened, and nonsense stays out."""

from pathlib import Path

import pytest

from merchant_guard.domain.question import Choice
from merchant_guard.services.begin_next_year import begin_next_check
from merchant_guard.services.keep_check import open_to_work
from merchant_guard.services.old_years import list_years
from merchant_guard.services.workspace import open_workspace
from merchant_guard.storage.database import open_database
from merchant_guard.storage.migrations import MIGRATIONS
from tests.support.real_content import bank

BEFORE, WITH_IT = MIGRATIONS[:6], MIGRATIONS[:8]
ROWS = (
    "INSERT INTO shop (id, name, profile, rhythm) VALUES ('s1', '小店', '{\"team\": 3, \"computer\": true}',"
    ' \'{"hours_per_week": 1, "quiet_day": 2, "busy": []}\')',
    "INSERT INTO self_check (id, shop_id, checked_on, bank_version, finished_on, profile)"
    " VALUES (1, 's1', '2025-11-20', '2025.1', '2025-11-20', '{\"team\": 1, \"computer\": true}')",
    "INSERT INTO self_check (id, shop_id, checked_on, bank_version, finished_on, profile)"
    " VALUES (2, 's1', '2026-11-21', '2026.1', '2026-11-22', '{\"team\": 3, \"computer\": true}')",
    "INSERT INTO self_check (id, shop_id, checked_on, bank_version) VALUES (3, 's1', '2026-12-01', '2026.1')",
    "INSERT INTO answer VALUES (1, 'access.computer-password', 'no', '[]', '记一下', '', NULL)",
    "INSERT INTO answer VALUES (2, 'access.computer-password', 'yes', '[]', '', '', NULL)",
    "INSERT INTO answer VALUES (2, 'gone.since-2024', 'yes', '[]', '', '', NULL)",
    "INSERT INTO plan_progress (self_check_id, item_id, done_on, reason, interim)"
    " VALUES (1, 'access.auto-lock', '2025-12-01', '', '')",
)


def make_old_store(folder: Path, rows: tuple[str, ...] = ROWS) -> None:
    """A store as the sixth schema left it."""
    with open_database(folder, BEFORE) as old, old.transaction() as connection:
        for row in rows:
            connection.execute(row)


def test_finished_checks_of_an_older_store_get_their_words_when_first_opened(tmp_path: Path) -> None:
    make_old_store(tmp_path)
    with open_workspace(tmp_path) as workspace:
        assert workspace.checks.load_wording(1) is None
        assert open_to_work(workspace) is not None
        newer, older = list_years(workspace, "s1")
        assert workspace.checks.load_wording(3) is None
    asked = bank().by_id["access.computer-password"]
    (question,) = older.questions
    assert (question.title, question.choice, question.note) == (asked.title, Choice.NO, "记一下")
    assert [task.title for task in older.done] == [bank().actions["access.auto-lock"].title]
    assert [one.id for one in newer.questions] == ["access.computer-password"]
    assert str(newer.finished_on) == "2026-11-22"


def test_the_next_check_begins_in_an_older_store(tmp_path: Path) -> None:
    make_old_store(tmp_path, ROWS[:2] + ROWS[4:5])
    with open_workspace(tmp_path) as workspace:
        check = open_to_work(workspace)
        assert check is not None
        begun = begin_next_check(workspace, check, workspace.bank.checked_on)
        assert begun.previous is not None
        assert begun.previous.wording is not None
        assert open_to_work(workspace) is not None


@pytest.mark.parametrize(
    "words", ["{not json", None, '"' + "长" * 4194304 + '"'], ids=["no JSON", "nothing", "too long"]
)
def test_nonsense_stays_out(tmp_path: Path, words: str | None) -> None:
    make_old_store(tmp_path)
    with (
        open_database(tmp_path, WITH_IT) as opened,
        pytest.raises(Exception, match="constraint failed"),
        opened.transaction() as connection,
    ):
        connection.execute("INSERT INTO wording VALUES (1, ?)", (words,))


def test_words_go_with_their_check(tmp_path: Path) -> None:
    make_old_store(tmp_path)
    with open_database(tmp_path, WITH_IT) as opened, opened.transaction() as connection:
        connection.execute("INSERT INTO wording VALUES (1, '{}')")
        connection.execute("DELETE FROM self_check WHERE id = 1")
        assert opened.rows("SELECT count(*) FROM wording") == [(0,)]
