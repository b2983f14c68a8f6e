"""Where a command begins and ends: its words, its module, its exit code."""

import io
import os
import sys
import traceback
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from merchant_guard.cli.parser import LATER_COMMANDS, make_parser
from merchant_guard.cli.session import Session
from merchant_guard.domain.errors import InputError, MerchantGuardError
from merchant_guard.localization import Language
from merchant_guard.localization.sentences import lines, sentence
from merchant_guard.system.paths import data_folder
from merchant_guard.system.settings import SettingsDamagedError, read_language

DONE, WRONG_INPUT, USAGE, SYSTEM_PROBLEM = 0, 1, 2, 3

_MODULES = {
    "questions": "questions",
    "assess": "assess",
    "plan": "plan",
    "law": "law",
    "import": "import_file",
    "export": "export_file",
    "self-check": "self_check",
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code. Never shows a traceback."""
    words = list(sys.argv[1:] if argv is None else argv)
    _speak_utf8()
    language, settings_damaged = _language(words)
    session = Session(language)
    if settings_damaged:
        session.warn(sentence(language, "settings.damaged", {}))
    try:
        return _run(words, session)
    except SystemExit as stop:  # argparse has said what it had to say
        return stop.code if isinstance(stop.code, int) else USAGE
    except MerchantGuardError as error:
        for line in lines(language, [(problem.code, problem.params) for problem in error.problems]):
            session.warn(line)
        return WRONG_INPUT if isinstance(error, InputError) else SYSTEM_PROBLEM
    except BrokenPipeError:
        # Whoever read the output has seen enough; keep Python from complaining when it closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        return 130
    except Exception as error:  # noqa: BLE001 (the last door: one calm sentence)
        session.warn(sentence(language, "unexpected", {"place": _place(error)}))
        return SYSTEM_PROBLEM


def _run(words: list[str], session: Session) -> int:
    parser = make_parser(session.language)
    arguments = parser.parse_args(words)
    if arguments.version:
        from merchant_guard import version  # noqa: PLC0415

        session.say(version())
        return DONE
    if arguments.command is None:
        parser.print_help()
        return USAGE
    if arguments.command in LATER_COMMANDS:
        session.warn(sentence(session.language, "command.later", {"command": arguments.command}))
        return WRONG_INPUT
    command = import_module(f"merchant_guard.cli.{_MODULES[arguments.command]}")
    code: int = command.run(arguments, session)
    return code


def _language(words: Sequence[str]) -> tuple[Language, bool]:
    """Find the language before anything is said: `--lang`, else the setting, else Chinese."""
    for here, after in zip(words, [*words[1:], ""], strict=True):
        given = after if here == "--lang" else here.removeprefix("--lang=")
        if here.startswith("--lang") and given in ("zh", "en"):
            return ("en" if given == "en" else "zh"), False
    try:
        return read_language(data_folder()), False
    except SettingsDamagedError:
        return "zh", True


def _speak_utf8() -> None:
    """JSON and Chinese go out as UTF-8, whatever the console's old code page is."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _place(error: BaseException) -> str:
    """Name the kind of error and the line it came from; its message could hold what somebody typed."""
    frames = traceback.extract_tb(error.__traceback__)
    return f"{type(error).__name__}, {Path(frames[-1].filename).name}:{frames[-1].lineno}"
