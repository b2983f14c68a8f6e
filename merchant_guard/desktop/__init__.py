"""The window: pages that show and ask, over services that do."""
