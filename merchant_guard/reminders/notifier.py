"""What is shown outside the window, and what every kind of notification offers."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

APP_ID = "MerchantGuard"
ICON = "merchant-guard"
OPEN, TOMORROW = "default", "tomorrow"
"""What a person may choose: a click on the notification, or the button beside it."""


class Notice(NamedTuple):
    """A notification: who speaks, a line, more in small; `open_words` and `later_words` name two choices.

    Without these nobody waits for a choice.
    """

    app: str
    title: str
    body: str
    open_words: str = ""
    later_words: str = ""


class NotificationRefusedError(Exception):
    """Nothing was shown; the message is what the system said, empty where nothing here can show any."""


class Notifier(Protocol):
    """One kind of notification."""

    def prepare(self, app: str, opening: Sequence[str], postponing: Sequence[str]) -> None:
        """Tell the system once what a click and the button run. Raises NotificationRefusedError."""

    def forget(self) -> None:
        """Take back what `prepare` told the system."""

    def show(self, notice: Notice) -> str:
        """Show it. Returns the choice where the system tells it here, else nothing.

        Raises NotificationRefusedError.
        """
