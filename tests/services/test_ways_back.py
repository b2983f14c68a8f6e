"""Which ways back into the data are known of."""

from datetime import date

import pytest

from merchant_guard.services.ways_back import WayBack, has_one, made_on, with_made
from merchant_guard.system.settings import Settings

HERE, OTHER = "0" * 16, "1" * 16
DAY = date(2026, 11, 30)


def test_a_card_made_for_this_key_is_a_way_back_and_only_for_it() -> None:
    settings = with_made(Settings(), WayBack.CARD, HERE, DAY)
    assert made_on(settings, WayBack.CARD, HERE) == DAY
    assert made_on(settings, WayBack.BACKUP, HERE) is None
    assert (has_one(settings, HERE), has_one(settings, OTHER)) == (True, False)


def test_another_key_makes_the_ways_of_the_one_before_worthless() -> None:
    settings = with_made(Settings(), WayBack.CARD, HERE, DAY)
    settings = with_made(settings, WayBack.BACKUP, OTHER, DAY)
    assert (has_one(settings, HERE), has_one(settings, OTHER)) == (False, True)
    assert made_on(settings, WayBack.CARD, OTHER) is None


@pytest.mark.parametrize("day", ["", "yesterday", "2026-13-01"])
def test_a_day_that_is_none_is_no_way_back(day: str) -> None:
    assert not has_one(Settings(ways_back={"of": HERE, "card": day}), HERE)
