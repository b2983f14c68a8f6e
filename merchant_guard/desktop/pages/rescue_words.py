"""What the screen says where the store does not open, by what is in the way."""

from merchant_guard.desktop.opening import Opening, Trouble
from merchant_guard.desktop.theme.look import Look
from merchant_guard.localization import mark

_TITLES = {
    Trouble.FORGOTTEN: mark("The password is forgotten"),
    Trouble.KEY_MISSING: mark("Your data is here, its key is not"),
    Trouble.KEYRING: mark("The keyring did not open"),
    Trouble.DAMAGED: mark("The data file is damaged"),
}
_TOLD = {
    Trouble.FORGOTTEN: mark(
        "Nobody can look a password up. The recovery card opens your data all the same, and so does a backup."
    ),
    Trouble.KEY_MISSING: mark(
        "That happens when Windows was installed anew, or under another user. No new data was begun beside "
        "it. Open it in one of these ways."
    ),
    Trouble.DAMAGED: mark("It was found before anything was opened, so nothing was made worse."),
}
_OTHER_TITLES = {
    "store.newer": mark("A newer version wrote this data"),
    "store.busy": mark("Another window is using the data"),
    "store.disk_full": mark("The disk is full"),
    "store.cannot_write": mark("The data folder cannot be used"),
    "store.copy_failed": mark("No copy could be made before updating"),
    "delete.unfinished": mark("Deleting is not finished"),
}


def rescue_title(look: Look, opening: Opening) -> str:
    """What is the matter."""
    if opening.trouble in _TITLES:
        return look.words(_TITLES[opening.trouble])
    known = _OTHER_TITLES.get(opening.code, mark("The data does not open now"))
    return look.words(known)


def rescue_told(look: Look, opening: Opening) -> str:
    """Why, and what to do; that nothing was changed is said beside where the data lies."""
    if opening.trouble in _TOLD:
        return look.words(_TOLD[opening.trouble])
    return opening.sentence
