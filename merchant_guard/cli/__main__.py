"""`python -m merchant_guard.cli`."""

import sys

from merchant_guard.cli.entry import main

sys.exit(main())
