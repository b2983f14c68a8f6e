"""A small question bank that never changes: real-looking ids, every kind of profile field and red line."""

from merchant_guard.content.loader import check_bank
from merchant_guard.domain.question_bank import QuestionBank
from tests.support.banks import field, question, source, tick

FIELDS = (
    field("kinds", "many", "online_shop", "courier_outlet", "beauty"),
    field("team", "count"),
    field("computer"),
    field("members"),
    field("people_held", "one", "under_10k", "from_10k", "unknown", door="access"),
)


def _small_bank() -> QuestionBank:
    return check_bank(
        source(
            question(
                "access.own-accounts",
                tick("one-each", action="access.separate-accounts", red_line="today"),
                tick("main-account", action="access.guard-main-account"),
                tick("leavers", action="access.close-leavers", red_line="today"),
                applies_when={"computer": True, "named": "has_staff"},
                force="statutory",
                impact=3,
                quick_rank=2,
            ),
            question(
                "access.screen-lock",
                tick("locks", action="access.lock-screen"),
                tick("password", action="access.lock-screen", red_line="today"),
                applies_when={"computer": True},
            ),
            question(
                "waybill.masked",
                tick("phone", action="waybill.mask"),
                tick(
                    "not-traded",
                    action="waybill.stop-trading",
                    red_line="forbidden",
                    applies_when={"team": {"min": 2}},
                ),
                applies_when={"kinds": ["online_shop", "courier_outlet"]},
                force="standard",
            ),
            question(
                "marketing.never-sell",
                tick("never-sold", action="marketing.stop-selling"),
                tick("never-bought", action="marketing.stop-selling"),
                red_line="forbidden",
                crime=True,
                force="forbidden",
                impact=4,
                quick_rank=1,
            ),
            question(
                "marketing.opt-out",
                tick("offered", action="marketing.offer-opt-out"),
                tick("kept", action="marketing.offer-opt-out"),
                applies_when={"members": True, "answers": {"marketing.never-sell": ["yes", "partly"]}},
                modifiers=[{"when": {"team": {"min": 5}}, "likelihood": 1}],
            ),
            fields=FIELDS,
            conditions={"has_staff": {"team": {"min": 2}}},
        )
    )


SMALL_BANK = _small_bank()
