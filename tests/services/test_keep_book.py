"""People brought by a list: what is not said changes nothing."""

from datetime import date

from merchant_guard.domain.registers.book import ROLE_UNSAID
from merchant_guard.domain.shop import StaffMember
from merchant_guard.services.keep_book import staff_entries
from tests.support.books import book, entry, moment

DAY = date(2026, 11, 30)


def test_who_is_here_keeps_the_role_that_a_list_does_not_say() -> None:
    courier = entry("staff", DAY, {"name": "员工A", "role": "courier"}, "a")
    unsaid = entry("staff", DAY, {"name": "员工B"}, "b")
    people = [StaffMember(name, ROLE_UNSAID, None) for name in ("员工A", "员工B")]
    assert staff_entries(book([courier, unsaid]), people, moment(DAY, 60)) == ()


def test_another_role_is_written_with_its_trace() -> None:
    courier = entry("staff", DAY, {"name": "员工A", "role": "courier"}, "a")
    (changed,) = staff_entries(book([courier]), [StaffMember("员工A", "packing", None)], moment(DAY, 60))
    assert changed.said("role") == "packing"
    assert [one.before for one in changed.corrections] == ["courier"]
