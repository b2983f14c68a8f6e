"""What is noted about an incident is on the disk at once; files bring its log whole, and only once."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from merchant_guard.domain.incident_case import IncidentCase, case_of
from merchant_guard.domain.registers.book import Book
from merchant_guard.domain.registers.entry import Entry
from merchant_guard.domain.registers.log_line import LogLine
from merchant_guard.domain.shop import Shop
from merchant_guard.services.export_shop import export_shop
from merchant_guard.services.import_shop import import_shop
from merchant_guard.services.keep_incident import IncidentKeeper
from merchant_guard.services.read_answers import read_answers
from merchant_guard.services.workspace import Workspace, open_workspace

TODAY = date(2026, 11, 30)
AT = datetime(2026, 11, 30, 14, 2, tzinfo=timezone(timedelta(hours=8)))
ENTRY_ID = "incidentincident"


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with open_workspace(tmp_path / "data") as opened:
        yield opened


def line(words: str, minutes: int, tick: str = "", *, done: bool = True) -> LogLine:
    moment = AT + timedelta(minutes=minutes)
    return LogLine(words, moment, moment, tick, done)


def happening(workspace: Workspace) -> IncidentCase:
    case = IncidentCase(Entry(ENTRY_ID, "incidents", AT)).noticed(line("发现", 0))
    case = case.with_line(line("关掉链接", 4))
    return case.with_tick(workspace.bank.incident, line("报了网信部门", 9, "tell-authority"))


def kept(workspace: Workspace) -> tuple[str, IncidentCase]:
    shop_id, case = workspace.shops.save(Shop("小店")), happening(workspace)
    IncidentKeeper(workspace, shop_id).add(case.entry, case.lines)
    return shop_id, case


def stored(workspace: Workspace, shop_id: str) -> IncidentCase:
    book = workspace.registers.load(shop_id)
    return case_of(book, book.entries[ENTRY_ID])


def test_entry_and_lines_come_back_as_they_were(workspace: Workspace) -> None:
    shop_id, case = kept(workspace)
    assert stored(workspace, shop_id) == case
    more = case.with_tick(workspace.bank.incident, line("收回", 20, "tell-authority", done=False))
    IncidentKeeper(workspace, shop_id).add(more.entry, more.lines[len(case.lines) :])
    assert stored(workspace, shop_id) == more


def test_neither_is_kept_without_the_other(workspace: Workspace) -> None:
    shop_id, case = workspace.shops.save(Shop("小店")), happening(workspace)
    with pytest.raises(UnicodeEncodeError):
        IncidentKeeper(workspace, shop_id).add(case.entry, [*case.lines, line("\ud800", 30)])
    assert workspace.registers.load(shop_id) == Book()


def test_a_file_brings_the_log_to_another_computer(workspace: Workspace, tmp_path: Path) -> None:
    shop_id, case = kept(workspace)
    export_shop(workspace, shop_id, tmp_path / "shop.json")
    with open_workspace(tmp_path / "other") as other:
        brought = import_shop(other, read_answers(tmp_path / "shop.json", other.bank, TODAY), TODAY)
        assert stored(other, brought.shop_id) == case
        export_shop(other, brought.shop_id, tmp_path / "again.json")
    again = read_answers(tmp_path / "again.json", workspace.bank, TODAY)
    assert again.book == workspace.registers.load(shop_id)


def test_the_same_file_adds_nothing_and_a_later_one_only_what_is_new(
    workspace: Workspace, tmp_path: Path
) -> None:
    shop_id, case = kept(workspace)
    export_shop(workspace, shop_id, tmp_path / "shop.json")
    file = read_answers(tmp_path / "shop.json", workspace.bank, TODAY)
    import_shop(workspace, file, TODAY)
    import_shop(workspace, file, TODAY)
    assert stored(workspace, shop_id) == case
    later = file.book.with_lines(ENTRY_ID, (line("报了警", 40),))
    import_shop(workspace, replace(file, book=later), TODAY)
    assert stored(workspace, shop_id) == case.with_line(line("报了警", 40))


def test_a_file_without_some_lines_takes_none_out(workspace: Workspace, tmp_path: Path) -> None:
    shop_id, case = kept(workspace)
    export_shop(workspace, shop_id, tmp_path / "shop.json")
    file = read_answers(tmp_path / "shop.json", workspace.bank, TODAY)
    import_shop(workspace, replace(file, book=replace(file.book, logs={})), TODAY)
    assert stored(workspace, shop_id) == case


def test_an_incident_of_another_shop_keeps_its_log_and_the_file_gets_its_own(
    workspace: Workspace, tmp_path: Path
) -> None:
    shop_id, case = kept(workspace)
    export_shop(workspace, shop_id, tmp_path / "shop.json")
    file = read_answers(tmp_path / "shop.json", workspace.bank, TODAY)
    brought = import_shop(workspace, replace(file, shop=replace(file.shop, name="别的店")), TODAY)
    assert stored(workspace, shop_id) == case
    [(other_id, lines)] = workspace.registers.load(brought.shop_id).logs.items()
    assert other_id != ENTRY_ID
    assert lines == case.lines
