"""Units of length."""

MM = 72 / 25.4
"""One millimetre in points."""
