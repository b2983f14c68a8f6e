"""The command line: the same engine as the window, without Qt.

Exit codes: 0 done, 1 what was given is wrong, 2 usage, 3 a disk or system problem.
"""

from merchant_guard.cli.entry import main

__all__ = ["main"]
