"""The screens. A page shows what lies on the desk and tells the desk what was done; it is built anew each time."""

from merchant_guard.desktop.pages.page import Page

__all__ = ["Page"]
