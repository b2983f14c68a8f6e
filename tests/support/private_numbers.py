"""Numbers that pass every check and can be nobody's: people of the year 2099, cards and phones of noughts."""

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
"""As printed in GB 11643."""


def identity_number(number: int, born: str = "20991231", place: str = "110101") -> str:
    """The ID number of a person to come."""
    digits = f"{place}{born}{number:03d}"
    total = sum(weight * int(digit) for weight, digit in zip(WEIGHTS, digits, strict=True))
    return digits + "10X98765432"[total % 11]


def card(beginning: str, length: int) -> str:
    """A card number of noughts with its check digit."""
    digits = beginning.ljust(length - 1, "0")
    doubled = [int(digit) * 2 if place % 2 == 0 else int(digit) for place, digit in enumerate(digits[::-1])]
    total = sum(value // 10 + value % 10 for value in doubled)
    return f"{digits}{-total % 10}"


def phone(number: int) -> str:
    """A mobile number, mostly noughts."""
    return f"1300000{number:04d}"
