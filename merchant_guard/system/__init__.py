"""The operating system and the files the app ships with."""
