"""One file for each scheduler of an operating system."""
