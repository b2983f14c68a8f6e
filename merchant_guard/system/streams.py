"""The streams of a command: UTF-8 whatever the console is set to, calm when nobody reads any more."""

import io
import os
import sys


class OutputLostError(Exception):
    """The result did not arrive; `reader_left` when whoever read it had seen enough."""

    def __init__(self, error: OSError) -> None:
        self.reader_left = isinstance(error, BrokenPipeError)
        super().__init__(type(error).__name__)


def speak_utf8() -> None:
    """Let everything said from now on go out as UTF-8; what UTF-8 cannot hold goes out escaped."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def say(text: str) -> None:
    """Add a line to the result. Raises OutputLostError. Without a stdout (pythonw) nobody listens."""
    if sys.stdout is None:
        return
    try:
        sys.stdout.write(text + "\n")
    except OSError as error:
        raise OutputLostError(error) from error


def warn(text: str) -> None:
    """Say a line beside the result, with control characters of what was typed made visible."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(printable(text) + "\n")
    except OSError:  # there is nowhere left to say it; the exit code still tells
        return


def printable(text: str) -> str:
    """Return text with control characters, except line ends, replaced: they would steer the terminal."""
    return "".join(char if char.isprintable() or char == "\n" else "\ufffd" for char in text)


def finish() -> None:
    """Send off what is still waiting to be written. Raises OutputLostError."""
    if sys.stdout is None:
        return
    try:
        sys.stdout.flush()
    except OSError as error:
        raise OutputLostError(error) from error


def forget_the_rest() -> None:
    """Throw away what cannot be written: Python would complain, and change the exit code, when it ends."""
    for stream in (sys.stdout, sys.stderr):
        if stream is None:
            continue
        try:
            stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
