"""One file for each kind of notification."""
