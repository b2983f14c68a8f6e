"""What stands at the right of a page: help and law."""
