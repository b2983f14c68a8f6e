"""How a command ended, for whoever started it."""

DONE = 0
WRONG_INPUT = 1
"""What was given is wrong, and the person can mend it."""
USAGE = 2
SYSTEM_PROBLEM = 3
"""The disk, the system or a file of ours."""
INTERRUPTED = 130
"""As shells count an end by Ctrl+C."""
