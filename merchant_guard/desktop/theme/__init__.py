"""Colours, type and the one stylesheet."""
