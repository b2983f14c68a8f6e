"""Every screen of the window in every state it can be in, laid one after the other."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from merchant_guard.desktop.background import Background
from merchant_guard.desktop.desk import Desk
from merchant_guard.desktop.main_window import MainWindow
from merchant_guard.desktop.opening import Trouble
from merchant_guard.desktop.panels.law_chip import chip_name
from merchant_guard.desktop.screens import Screen
from merchant_guard.desktop.widgets.fold import FoldHead
from merchant_guard.desktop.widgets.link_row import LinkRow
from merchant_guard.domain.answers import Answer, Progress
from merchant_guard.domain.errors import SystemProblemError, problem
from merchant_guard.domain.interview import ProfileStep, QuestionStep
from merchant_guard.domain.question import Choice, Citation, Question, RedLine
from merchant_guard.domain.recovery_card import card_groups
from merchant_guard.services.keep_key import KeyPlace, KeyStanding
from merchant_guard.services.look_at_backup import SeenBackup
from merchant_guard.services.mend_store import FoundCopy
from merchant_guard.services.open_check import OpenCheck
from merchant_guard.storage.copies import StoreCopy
from tests.support.next_year import YEAR, answered, begun
from tests.support.pressing import find
from tests.support.registers import fill, note
from tests.support.safe_screens import SafeScreens
from tests.support.year_books import year_book

QUESTION = "access.own-accounts"
CRIME = "waybill.no-trading"
SUGGESTED = "staff.agreement-signed"
WIDE, NARROW = (1366, 696), (1092, 542)
Lay = Callable[[], object]


def settle(background: Background | None = None) -> None:
    """Let pages that were left go, the new ones show, and come what they asked for beside the window."""
    for _ in range(3):
        while background is not None and not background.is_idle:
            QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QApplication.processEvents()


class EveryScreen:
    """Lays the screens of a window; `check` is the finished self-check of the sample.

    With a `size` every screen has that one, else each the one at which there is most to see.
    """

    def __init__(
        self, window: MainWindow, desk: Desk, background: Background, size: tuple[int, int] | None = None
    ) -> None:
        self.window, self.desk, self.check = window, desk, desk.open_check
        self._background = background
        self._size = size
        self.today = desk.today
        self._safe = SafeScreens(desk, background, self.press)

    def __iter__(self) -> Iterator[str]:
        """Lay one after the other; the name of each comes when it shows."""
        for name, lay in self.ways().items():
            if self._size is not None and self._size[0] >= WIDE[0] and name == "question, help open":
                continue  # there it always stands beside the question
            self.back_to_the_start()
            lay()
            settle(self._background)
            yield name

    def ways(self) -> dict[str, Lay]:
        """Every screen by its name, and how it is laid."""
        return {
            "first run": lambda: self.without_check(Screen.FIRST_RUN),
            "bring": lambda: self.without_check(Screen.BRING),
            **{f"store, {name}": lay for name, lay in self.stores_not_open().items()},
            "new profile": lambda: self.without_check(Screen.PROFILE),
            "profile at a door": self.door,
            "question, wide": self.question,
            "question, narrow": lambda: self.question(size=NARROW),
            "question without an answer": lambda: self.question(answer=None),
            "question with ticks": lambda: self.question(answer=Answer(Choice.PARTLY)),
            "question not sure": lambda: self.question(answer=Answer(Choice.UNSURE), size=NARROW),
            "question put aside": lambda: self.question(answer=Answer(Choice.NOT_APPLICABLE, reason="——")),
            "question that takes no text": lambda: self.question(question=CRIME, size=NARROW),
            "question, help open": lambda: self.question("open_help", size=NARROW),
            "question, law open": lambda: self.question(self.law, size=NARROW),
            "question, law open, wide": lambda: self.question(self.law),
            "question, penalty open": self.penalty,
            "question, penalty open, narrow": lambda: self.penalty(NARROW),
            "question with a suggestion": lambda: self.suggested(WIDE),
            "question with a suggestion, narrow": lambda: self.suggested(NARROW),
            "question, note open": lambda: self.question("open_note", size=NARROW),
            "question, reason open": lambda: self.question("not_applicable"),
            "second year, about the shop": self.next_year_profile,
            "second year, a group": lambda: self.group_again("staff"),
            "second year, a group, narrow": lambda: self.group_again("access", NARROW),
            "second year, a question": lambda: self.next_year("access.order-rights"),
            "second year, a question, narrow": lambda: self.next_year("access.order-rights", NARROW),
            "second year, a question as last year": lambda: (
                self.next_year("access.order-rights"),
                self.press("as_last_year"),
            ),
            "second year, a new question": lambda: self.next_year("access.visitors", other=True),
            "second year, the registers say otherwise": self.next_year_suggested,
            "second year, nothing answered": self.next_year_home,
            "home, time to check again": self.home_again,
            "compare": self.compare,
            "compare, all unfolded": lambda: (self.compare(), self.press("fold_same")),
            "compare, narrow": lambda: self.compare(NARROW),
            "earlier years": self.years,
            "an earlier year": self.old_year,
            "no earlier year": self.no_years,
            "quick end": lambda: self.desk.go(Screen.QUICK_END),
            "review": lambda: self.desk.go(Screen.REVIEW),
            "review unfolded": lambda: self.go_and_press(Screen.REVIEW, "group_access_answers"),
            "result": lambda: self.desk.go(Screen.RESULT),
            "result with a law": self.result_with_law,
            "plan": lambda: self.desk.go(Screen.PLAN),
            "plan, a row open": lambda: self.desk.go_to_item(self.ordinary),
            "plan, done": self.plan_with_one_done,
            "plan, all unfolded": lambda: self.go_and_press(Screen.PLAN, "fold_later", "fold_done"),
            "plan, overdue and moving": self.plan_moving,
            "plan, rhythm": lambda: self.go_and_press(Screen.PLAN, "change_rhythm"),
            "home, unfinished": self.home_unfinished,
            "home, tasks": lambda: self.desk.go(Screen.HOME),
            "home, overdue": self.home_overdue,
            "home, nothing to do": self.home_done,
            "home, registers and a hold": self.home_year,
            "registers, staff": self.registers,
            "registers, an entry open": lambda: self.registers("staff", "员工B"),
            "registers, an entry open, narrow": lambda: self.registers("staff", "员工B", size=NARROW),
            "registers, a leaver": lambda: self.registers("staff", "员工E"),
            "registers, nothing noted": lambda: self.registers("inspections"),
            "registers, a new entry": lambda: (self.registers("requests"), self.press("add_entry")),
            "registers, a list of names": self.list_of_names,
            "registers, what falls due": lambda: self.registers("duties"),
            "registers, a duty being settled": lambda: self.settle_a_duty("done_disposals.labels"),
            "registers, a hold": self.hold,
            "registers, a hold being ended": lambda: (self.hold(), self.press("end_hold", "hold_sign")),
            "inspection, police": self.inspection,
            "inspection, by phone": lambda: (self.inspection(), self.press("visitor_phone")),
            "inspection with a law": lambda: (
                self.inspection(NARROW),
                self.press(chip_name(Citation("personal-information-protection-law", "63"))),
            ),
            "rehearsal": lambda: self.desk.go(Screen.REHEARSAL),
            "rehearsal, to mend": lambda: self.go_and_press(Screen.REHEARSAL, "result_mend"),
            "incident, just begun": self.incident,
            "incident, under way": self.incident_under_way,
            "incident, under way, narrow": lambda: self.incident_under_way(size=NARROW),
            "incident, a line wrong": lambda: self.incident_under_way("add_line", "note_write"),
            "incident, noticed at another time": lambda: self.incident_under_way("put_right"),
            "incident, whom to tell": lambda: self.incident_under_way("write_reports"),
            "incident, whom to tell, narrow": lambda: self.incident_under_way("write_reports", size=NARROW),
            "incident, kinds and numbers": lambda: self.incident_under_way("ask_scope"),
            "incident, where silence is wiser": self.incident_in_silence,
            "incident, closing": lambda: self.incident_under_way("close_incident"),
            "incident, closed": self.incident_closed,
            "incident, which of two": self.incident_choice,
            "print": lambda: self.desk.go_to_paper("plan-list"),
            "print, an agreement": lambda: self.print_for_staff("agreement-packing"),
            "print, an agreement, narrow": lambda: self.print_for_staff("agreement-packing", NARROW),
            "print, several at once": lambda: self.print_for_staff("unsigned-agreements"),
            "print, who has signed": self.who_has_signed,
            "print, a paper is looked for": self.look_for_paper,
            "print, the law unfolded": lambda: (
                self.desk.go_to_paper("contact-sign"),
                self.press("paper_law"),
            ),
            "print, about the shop": lambda: (
                self.desk.go_to_paper("processing-rules"),
                self.press("fill_details"),
            ),
            "settings": lambda: self.desk.go(Screen.SETTINGS),
            "settings, key in a file nobody chose": lambda: self.settings_key(KeyPlace.BARE_FILE),
            "settings, key in the keyring": lambda: self.settings_key(KeyPlace.KEYRING, "choose_file"),
            "settings, a password being set": lambda: self.settings_key(KeyPlace.FILE, "set_password"),
            "settings, a password being changed, wrong": lambda: self.settings_key(
                KeyPlace.PASSWORD, "set_password", "save_password"
            ),
            "settings, a password being dropped": lambda: self.settings_key(
                KeyPlace.PASSWORD, "remove_password"
            ),
            "recovery card": lambda: self.desk.go(Screen.CARD),
            "recovery card, shown": lambda: (self.desk.go(Screen.CARD), self.press("show_card")),
            "home, key in a file nobody chose": lambda: self.home_offering(KeyPlace.BARE_FILE),
            "home, no way back": lambda: self.home_offering(KeyPlace.KEYRING),
            **self._safe.ways(),
            "help": lambda: self.desk.go(Screen.HELP),
            "help, what is wrongly told": lambda: self.go_and_press(Screen.HELP, "fold_misconceptions"),
            "help with a law": self.help_with_law,
            "about": lambda: self.desk.go(Screen.ABOUT),
            "toast with undo": self.toast,
            "problem": lambda: (self.desk.go(Screen.HOME), self.desk.save_failed.emit("——")),
        }

    def back_to_the_start(self) -> None:
        self.window.resize(*(self._size or WIDE))
        self.desk.check, self.desk.today = self.check, self.today
        self.desk.open_item, self.desk.open_register = None, ("staff", None)
        self.desk.next_year.open_year = None
        self.desk.paper, self.desk.paper_subjects = None, {}
        self.desk.keeping.standing, self.desk.keeping.unfolded = None, ""
        self.desk.opening.forget_all()
        self._safe.put_away()
        settle()

    # --- ways ---------------------------------------------------------------------------------------

    @property
    def law(self) -> str:
        return self.laws[0]

    @property
    def asked(self) -> Question:
        """The question that is shown unless another is named."""
        return next(one for one in self.check.interview.sheet.questions if one.id == QUESTION)

    @property
    def laws(self) -> list[str]:
        """The chips of its laws."""
        return [chip_name(citation) for citation in self.asked.citations]

    @property
    def ordinary(self) -> str:
        """Something to do that is no red line, so that its day can be changed."""
        return next(i.id for i in self.desk.plan.open_items if i.remedy.red_line is RedLine.NONE)

    def press(self, *names: str) -> None:
        for name in names:
            settle()
            find(self.window, name).click()
        settle()

    def go_and_press(self, screen: Screen, *names: str) -> None:
        self.desk.go(screen)
        self.press(*names)

    def without_check(self, screen: Screen) -> None:
        self.desk.check = None
        self.desk.go(screen)

    def stores_not_open(self) -> dict[str, Lay]:
        """What shows where the store does not open, by what is in the way."""
        made = datetime(2026, 11, 28, 19, 40).astimezone()
        copy = FoundCopy(StoreCopy(Path("copy"), made.date()), made, made + timedelta(days=1, hours=14))
        seen = SeenBackup(("——",), 12, made, made)
        key_gone = partial(self.not_open, Trouble.KEY_MISSING)
        slip = ["123456", *card_groups(bytes(32))[1:9]]
        return {
            "locked": partial(self.not_open, Trouble.LOCKED),
            "wrong password": partial(self.not_open, Trouble.LOCKED, "store.password_wrong"),
            "password forgotten": partial(self.not_open, Trouble.FORGOTTEN),
            "key gone": key_gone,
            "key gone, a slip in the card": partial(key_gone, typed=slip),
            "key gone, a backup": partial(key_gone, way="backup"),
            "key gone, a backup with a password": partial(
                key_gone, way="backup", backup=Path("MerchantGuard-2026-11-28.mgbak"), needs_secret=True
            ),
            "key gone, a backup seen": partial(
                key_gone, way="backup", backup=Path("MerchantGuard-2026-11-28.mgbak"), seen=seen
            ),
            "keyring refuses": partial(self.not_open, Trouble.KEYRING, "store.keyring_refused"),
            "damaged": partial(self.not_open, Trouble.DAMAGED, "store.unreadable", copy=copy),
            "damaged, no copy": partial(self.not_open, Trouble.DAMAGED, "store.unreadable"),
            "newer": partial(self.not_open, Trouble.OTHER, "store.newer"),
            "disk full": partial(self.not_open, Trouble.OTHER, "store.disk_full"),
        }

    def not_open(self, trouble: Trouble, code: str = "", **known: object) -> None:
        """The store did not open; no data folder is behind it."""
        opening = self.desk.opening
        opening.folder, opening.trouble, opening.code = Path("/D/MerchantGuard/data"), trouble, code
        if code:
            error = SystemProblemError(problem(code, folder=str(opening.folder)))
            opening.sentence = self.desk.sentences(error)
        for name, value in known.items():
            setattr(opening.rescue, name, value)
        self.without_check(Screen.UNLOCK if trouble is Trouble.LOCKED else Screen.RESCUE)

    def settings_key(self, place: KeyPlace, *presses: str) -> None:
        """The settings where the key is kept in some way; what the store itself says comes later."""
        self.desk.go(Screen.SETTINGS)
        settle(self._background)
        self.desk.keeping.has_keyring = place is not KeyPlace.BARE_FILE
        self.desk.keeping.take(KeyStanding(place, "0" * 16))
        self.press(*presses)

    def home_offering(self, place: KeyPlace) -> None:
        self.desk.keeping.standing = KeyStanding(place, "0" * 16)
        self.desk.check = replace(self.check, finished_on=self.today)
        self.desk.go(Screen.HOME)

    def door(self) -> None:
        steps = self.check.interview.path
        self.desk.go_to_step(next(step for step in steps if isinstance(step, ProfileStep) and step.door))

    def question(
        self,
        *presses: str,
        question: str = QUESTION,
        answer: Answer | None = Answer(Choice.NO),  # noqa: B008 (frozen)
        size: tuple[int, int] = WIDE,
    ) -> None:
        self.window.resize(*(self._size or size))
        self.desk.check = self.check.with_answer(question, answer)
        self.desk.go_to_step(next(step for step in self.desk.check.interview.path if step.id == question))
        self.press(*presses)

    def result_with_law(self) -> None:
        self.desk.go(Screen.RESULT)
        first = next(item for item in self.desk.plan.open_items if item.citations)
        self.press(f"law_of_{first.id}")
        laws = find(self.window, f"laws_{first.id}")
        settle()
        next(one for one in laws.findChildren(object) if one.objectName().startswith("law_")).click()

    def penalty(self, size: tuple[int, int] = WIDE) -> None:
        """From an article to the one that says what a penalty comes to."""
        self.question(self.law, size=size)
        consequence = self.check.bank.consequence(self.asked)
        assert consequence is not None
        find(find(self.window, "law_panel"), chip_name(consequence.penalty)).click()

    def help_with_law(self) -> None:
        self.go_and_press(Screen.HELP, "fold_misconceptions")
        told = self.check.bank.misconceptions[0]
        first = find(self.window, f"misconception_{told.id}")
        find(first, chip_name(told.citations[0])).click()

    def plan_with_one_done(self) -> None:
        self.desk.go(Screen.PLAN)
        self.press(f"tick_{self.ordinary}")

    def plan_moving(self) -> None:
        item = self.ordinary
        self.desk.today = self.today + timedelta(days=60)
        self.desk.go(Screen.PLAN)
        self.press(f"move_{item}")

    def home_unfinished(self) -> None:
        left = [question.id for question in self.check.interview.sheet.questions[-3:]]
        answers = {key: value for key, value in self.check.interview.answers.items() if key not in left}
        interview = replace(self.check.interview, answers=answers)
        self.desk.check = replace(self.check, interview=interview, finished_on=None)
        self.desk.go(Screen.HOME)

    def home_overdue(self) -> None:
        self.desk.today = self.today + timedelta(days=60)
        self.desk.go(Screen.HOME)

    def home_done(self) -> None:
        check: OpenCheck = replace(self.check, finished_on=self.today)
        for item in self.desk.plan.items:
            check = check.with_progress(item.id, Progress(done_on=self.today))
        self.desk.check = check
        self.desk.go(Screen.HOME)

    def registers(
        self, register: str = "staff", entry: str | None = None, size: tuple[int, int] = WIDE
    ) -> None:
        """A register of a shop that has written something down."""
        self.window.resize(*(self._size or size))
        ids = fill(self.desk)
        self.desk.go_to_register(register, ids[entry] if entry else None)
        settle(self._background)

    def print_for_staff(self, paper: str, size: tuple[int, int] = WIDE) -> None:
        """A paper of a shop whose people have not all signed."""
        self.window.resize(*(self._size or size))
        fill(self.desk)
        note(self.desk, "staff", name="员工F", role="packing", employment="part_time", joined=self.today)
        self.desk.go_to_paper(paper)
        settle(self._background)

    def who_has_signed(self) -> None:
        """What is asked once the agreements are saved; one of them is ticked."""
        self.print_for_staff("unsigned-agreements")
        self.window.page.saved_in((Path("agreements.pdf"),))
        settle()
        people = [one.id for one in self.desk.ledger.book.of("staff") if not one.day("agreement_on")]
        find(self.window, f"signed_{people[0]}").click()

    def look_for_paper(self) -> None:
        self.desk.go_to_paper("plan-list")
        line = find(self.window, "find_paper")
        line.setFocus()
        line.setText("信息" if self.desk.look.language == "zh" else "information")

    def list_of_names(self) -> None:
        """A list was pasted, with somebody new and somebody known, and a number that is left out."""
        self.registers()
        self.press("paste_names")
        panel = find(self.window, "names_panel")
        text = "姓名\t岗位\t手机\n员工B\t打包\t13800138000\n员工F\t客服\t13900139000"
        find(panel, "names_text").setPlainText(text)
        panel.read_text()

    def settle_a_duty(self, name: str) -> None:
        self.registers("duties")
        self.press(name)

    def hold(self) -> None:
        """Something may have leaked: labels and stubs must stay."""
        self.registers()
        concerns = frozenset({"labels", "stubs"})
        entry = note(self.desk, "incidents", noticed_on=self.today, kind="labels_out", concerns=concerns)
        self.desk.go_to_register("incidents", entry)
        settle(self._background)

    def inspection(self, size: tuple[int, int] = WIDE) -> None:
        """Of a shop that was visited before, and lacks some papers."""
        self.window.resize(*(self._size or size))
        fill(self.desk)
        note(self.desk, "inspections", on=self.today, authority="police", kind="inspection")
        self.desk.visit.choose("police")
        self.desk.go(Screen.INSPECTION)

    def home_year(self) -> None:
        """Everything the home page may say of registers at once."""
        book = year_book(self.check.book, self.today, with_incident=True)
        self.desk.check = self.check.with_book(book)
        self.desk.go(Screen.HOME)

    def incident(self, size: tuple[int, int] = WIDE) -> None:
        """One click from home."""
        self.window.resize(*(self._size or size))
        self.desk.incidents.come()

    def incident_under_way(self, *presses: str, size: tuple[int, int] = WIDE) -> None:
        """The leak is stopped, half of the rest is done, a line was added later."""
        self.incident(size)
        incidents = self.desk.incidents
        case = incidents.case
        assert case is not None
        for tick in incidents.guide.ticks(incidents.guide.steps[0], incidents.facts, case.entry, frozenset()):
            incidents.tick(tick.id, done=True)
        for tick_id in ("pictures", "averted", "minors", "tell-authority"):
            incidents.tick(tick_id, done=True)
        incidents.write("——", incidents.clock() - timedelta(days=1))
        incidents.tick("pictures", done=True)
        self.desk.go(Screen.INCIDENT)
        if "ask_scope" in presses:
            self.press("unfold_keep")
        self.press(*presses)

    def incident_in_silence(self) -> None:
        self.incident_under_way()
        assert self.desk.incidents.case is not None
        self.desk.ledger.write(self.desk.incidents.case.entry.id, "kind", "staff_took")

    def incident_closed(self) -> None:
        self.incident_under_way()
        self.desk.incidents.close()

    def incident_choice(self) -> None:
        self.incident_under_way()
        self.desk.incidents.begin_another()
        self.desk.incidents.tick("scope", done=True)
        self.desk.incidents.come()

    def suggested(self, size: tuple[int, int]) -> None:
        """A question about which the registers say something."""
        before = self.check
        self.check = before.with_book(year_book(before.book, self.today))
        self.question(question=SUGGESTED, answer=Answer(Choice.PARTLY), size=size)
        self.check = before

    def toast(self) -> None:
        self.desk.go(Screen.HOME)
        self.desk.undo_offered.emit("——", lambda: None)

    # --- another year -------------------------------------------------------------------------------

    def begin_again(self, *, described: bool = True) -> OpenCheck:
        """The shop a year on, with a check begun in which nothing is answered."""
        self.desk.today = self.today + YEAR
        self.desk.check = begun(self.check, self.desk.today, described=described)
        return self.desk.open_check

    def next_year_profile(self) -> None:
        check = self.begin_again(described=False)
        self.desk.go_to_step(check.interview.path[0])

    def group_again(self, group: str, size: tuple[int, int] = WIDE) -> None:
        self.window.resize(*(self._size or size))
        path = self.begin_again().interview.path
        step = next(one for one in path if isinstance(one, QuestionStep) and one.question.group == group)
        self.desk.go_to_step(step, by_group=True)

    def next_year(self, question: str, size: tuple[int, int] = WIDE, *, other: bool = False) -> None:
        """A question of the second year; `other` makes it one that came since."""
        self.window.resize(*(self._size or size))
        check = self.begin_again()
        if other:
            bank = check.bank
            month = f"{self.desk.today:%Y-%m}"
            asked = tuple(replace(one, added=month) if one.id == question else one for one in bank.questions)
            answers = {key: value for key, value in check.previous.answers.items() if key != question}
            self.desk.check = replace(
                check,
                interview=replace(check.interview, bank=replace(bank, questions=asked)),
                previous=replace(check.previous, answers=answers),
            )
        path = self.desk.open_check.interview.path
        self.desk.go_to_step(next(step for step in path if step.id == question))

    def next_year_suggested(self) -> None:
        check = self.begin_again()
        before = replace(check.previous, answers={**check.previous.answers, SUGGESTED: Answer(Choice.NO)})
        self.desk.check = replace(check, previous=before).with_book(year_book(check.book, self.desk.today))
        path = self.desk.open_check.interview.path
        self.desk.go_to_step(next(step for step in path if step.id == SUGGESTED))

    def next_year_home(self) -> None:
        self.begin_again()
        self.desk.go(Screen.HOME)

    def home_again(self) -> None:
        self.desk.today = self.today + YEAR
        done = Progress(done_on=self.today)
        check: OpenCheck = replace(self.check, finished_on=self.today)
        for item in self.desk.plan.items:
            check = check.with_progress(item.id, done)
        self.desk.check = check
        self.desk.go(Screen.HOME)

    def compare(self, size: tuple[int, int] = WIDE) -> None:
        self.window.resize(*(self._size or size))
        self.desk.today = self.today + YEAR
        self.desk.check = answered(self.check, self.desk.today)
        self.desk.go(Screen.COMPARE)

    def years(self) -> None:
        self.desk.next_year.show_years()
        settle(self._background)

    def old_year(self) -> None:
        self.years()
        rows = self.window.page.findChildren(LinkRow)
        rows[0].click()
        settle()
        folds = self.window.page.findChildren(FoldHead)
        folds[0].click()

    def no_years(self) -> None:
        self.desk.check = replace(self.check, previous=None)
        self.years()
