"""`python -m merchant_guard`: the window."""

import sys

from merchant_guard.app import main

sys.exit(main())
