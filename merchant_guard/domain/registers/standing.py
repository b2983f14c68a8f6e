"""How an entry stands when nothing is to be done about it."""

from merchant_guard.domain.registers.entry import Entry
from merchant_guard.domain.registers.register import Register
from merchant_guard.domain.text import Text


def standing(entry: Entry, register: Register) -> Text | None:
    """The word for an entry about which nothing falls due.

    None where that says nothing: who owes no agreement, as the owner, has not signed one for that.
    """
    if entry.day(register.over) is not None and register.ended is not None:
        return register.ended
    if register.proof_of is not None and entry.day(register.proof_of) is None:
        return None
    return register.settled


def name_of(entry: Entry, register: Register) -> Text | None:
    """What an entry is called: by its name, its option or its day; None where nothing is written there."""
    value = entry.values.get(register.name)
    if isinstance(value, str):
        option = register.field(register.name).option(value)
        return option.label if option else Text(value, value)
    return None if value is None else Text(str(value), str(value))
