"""Papers about an incident tell what its log tells: every line with both of its times, and no judgement."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest

from merchant_guard.domain.incident_case import IncidentCase
from merchant_guard.domain.paper import PageSize, PaperSubject
from merchant_guard.domain.registers.entry import Entry
from merchant_guard.domain.registers.log_line import LogLine
from merchant_guard.exchange.answer_file import AnswerFile
from merchant_guard.services.make_papers import make_paper
from merchant_guard.services.read_answers import read_answers
from merchant_guard.services.shop_papers import PaperRun, papers_of_file
from merchant_guard.system import resources
from tests.support.pdfs import Pdf
from tests.support.real_content import bank

TODAY = date(2026, 11, 30)
AT = datetime(2026, 11, 30, 14, 2, tzinfo=timezone(timedelta(hours=8)))
GUIDE = bank().incident
ENTRY_ID = "incidentincident"


@pytest.fixture(scope="module")
def run() -> PaperRun:
    file: AnswerFile = read_answers(resources.path("samples/01-clothes-shop.json"), bank(), TODAY)
    return papers_of_file(file, bank(), TODAY)


def at(minutes: int) -> datetime:
    return AT + timedelta(minutes=minutes)


def ticked(case: IncidentCase, tick: str, minutes: int) -> IncidentCase:
    return case.with_tick(GUIDE, LogLine(GUIDE.title_of(tick).zh, at(minutes), at(minutes), tick))


def happening() -> IncidentCase:
    case = IncidentCase(Entry(ENTRY_ID, "incidents", AT)).noticed(LogLine("发现信息可能漏了", AT, AT))
    case = ticked(ticked(case, "take-back", 4), "stopped", 5)
    case = ticked(ticked(case, "pictures", 6), "tell-authority", 7)
    return case.with_line(LogLine("电话问平台客服，等回复", at(20), at(140)))


def printed(run: PaperRun, case: IncidentCase, paper: str) -> str:
    book = run.book.with_entry(case.entry).with_lines(case.entry.id, case.lines)
    made = make_paper(run.made, paper, PageSize.A4, "zh", PaperSubject(book, case.entry.id))
    return Pdf(made.pdf).text()


def test_the_record_has_every_line_with_when_it_was_and_when_it_was_written(run: PaperRun) -> None:
    words = printed(run, happening(), "incident-record")
    assert "发现时间2026-11-3014:02" in words
    assert "14:22电话问平台客服，等回复" in words
    assert "补记，写于2026-11-3016:22" in words
    assert "14:06发出去的名单、链接收回、撤下写于2026-11-3014:06" in words
    assert words.count("报了网信部门") == 1
    assert "通知了主管部门" not in words, "the line tells it already"


def test_a_line_taken_back_stays_on_the_record(run: PaperRun) -> None:
    case = happening().with_tick(
        GUIDE, LogLine("收回：报了网信部门", at(30), at(30), "tell-authority", done=False)
    )
    words = printed(run, case, "incident-record")
    assert words.count("报了网信部门") == 2 and "收回：报了网信部门" in words


def test_a_very_long_line_is_printed_whole(run: PaperRun) -> None:
    long = "".join(f"第{number}句。" for number in range(300))
    case = happening().with_line(LogLine(long, at(30), at(30)))
    words = printed(run, case, "incident-record")
    assert all(f"第{number}句" in words for number in (0, 99, 299))
    assert words.count("写于2026-11-3014:32") == 1


def test_the_report_tells_what_was_done_and_calls_it_preliminary(run: PaperRun) -> None:
    words = printed(run, happening(), "authority-report")
    assert "初步情况" in words
    assert "几点14:02" in words
    assert "发出去的名单、链接收回、撤下（11-3014:06）" in words
    assert "截图，存好原链接（11-3014:08）" in words
    assert "电话问平台客服" not in words, "what somebody typed stays in the shop"


def test_what_was_taken_back_is_not_told_as_done(run: PaperRun) -> None:
    case = happening().with_tick(GUIDE, LogLine("收回", at(30), at(30), "take-back", done=False))
    assert "发出去的名单" not in printed(run, case, "authority-report")


@pytest.mark.parametrize("paper", ["incident-record", "authority-report", "incident-letter", "incident-sms"])
@pytest.mark.parametrize("kind", ["staff_took", "malware", "fraud_calls"])
def test_no_paper_says_what_the_law_calls_it(run: PaperRun, paper: str, kind: str) -> None:
    case = happening()
    case = replace(case, entry=case.entry.with_value("kind", kind, at(1)))
    words = printed(run, case, paper)
    assert not [word for word in ("违法", "犯罪", "承认", "过错", "责任") if word in words]


def test_without_a_log_the_papers_are_as_ever(run: PaperRun) -> None:
    entry = Entry(ENTRY_ID, "incidents", AT).with_value("noticed_on", date(2026, 11, 28), AT)
    entry = entry.with_value("authority_on", date(2026, 11, 30), AT)
    words = printed(run, IncidentCase(entry), "incident-record")
    assert "2026-11-28（补记于2026-11-30）" in words
    assert "通知了主管部门" in words
