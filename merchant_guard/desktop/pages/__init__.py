"""The screens: each shows what lies on the desk and tells the desk what was done."""

from merchant_guard.desktop.pages.page import Page

__all__ = ["Page"]
