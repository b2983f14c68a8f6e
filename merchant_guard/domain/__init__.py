"""The words of the business: pure functions and frozen data, no Qt, no files, no clock, no language."""
