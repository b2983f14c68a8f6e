"""The one door for what comes from outside: every file passes its size, depth and type limits here."""
