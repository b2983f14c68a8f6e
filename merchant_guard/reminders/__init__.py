"""Reminders: the calendar file, the schedulers and the notifications of the systems."""
