"""Where a command begins and ends: its words, its module, its exit code.

This and what it imports is what `remind` pays for every day, so it stays with the cheap part of the standard
library; `tests/benchmarks/bench_cli_start.py` measures it.
"""

import sys
from collections.abc import Sequence
from importlib import import_module

from merchant_guard.cli.exit_codes import DONE, INTERRUPTED, SYSTEM_PROBLEM, USAGE
from merchant_guard.cli.session import Session
from merchant_guard.localization import Language
from merchant_guard.localization.sentences import sentence
from merchant_guard.system import streams
from merchant_guard.system.language import SettingsDamagedError, read_language
from merchant_guard.system.paths import data_place

_MODULES = {
    "questions": "questions",
    "assess": "assess",
    "plan": "plan",
    "law": "law",
    "due": "due",
    "remind": "remind",
    "papers": "papers",
    "import": "import_file",
    "export": "export_file",
    "backup": "backup",
    "restore": "restore",
    "self-check": "self_check",
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code. Never shows a traceback."""
    words = list(sys.argv[1:] if argv is None else argv)
    streams.speak_utf8()
    language, settings_damaged = _language(words)
    try:
        code = _carry_out(words, Session(language), settings_damaged)
        streams.finish()
    except streams.OutputLostError as lost:
        code = DONE
        if not lost.reader_left:
            streams.warn(sentence(language, "output.not_written", {}))
            code = SYSTEM_PROBLEM
    streams.forget_the_rest()
    return code


def _carry_out(words: list[str], session: Session, settings_damaged: bool) -> int:
    """Run the command; whatever ends it early becomes a sentence and an exit code."""
    try:
        if settings_damaged:
            session.warn(sentence(session.language, "settings.damaged", {}))
        return _run(words, session)
    except SystemExit as stop:  # argparse has said what it had to say
        return stop.code if isinstance(stop.code, int) else USAGE
    except streams.OutputLostError:
        raise
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 (the last door: one calm sentence)
        # What makes the sentences of errors is only loaded when there is one.
        from merchant_guard.cli.failure import tell  # noqa: PLC0415

        return tell(error, session)


def _run(words: list[str], session: Session) -> int:
    if words == ["remind"]:
        # What a scheduler runs every day needs no parser, which would be a quarter of its start.
        from merchant_guard.cli.remind import look  # noqa: PLC0415

        return look(None, session)
    from merchant_guard.cli.parser import make_parser  # noqa: PLC0415

    parser = make_parser(session.language, words)
    arguments, left_over = parser.parse_known_args(words)
    if arguments.version:
        from merchant_guard import version  # noqa: PLC0415

        session.say(version())
        return DONE
    if left_over:
        parser.error(session.translate("unrecognized arguments: %s") % " ".join(left_over))
    if arguments.command is None:
        parser.print_help()
        return USAGE
    command = import_module(f"merchant_guard.cli.{_MODULES[arguments.command]}")
    code: int = command.run(arguments, session)
    return code


def _language(words: Sequence[str]) -> tuple[Language, bool]:
    """Find the language before anything is said: the last `--lang`, else the setting, else Chinese."""
    pairs = list(zip(words, [*words, ""][1:], strict=True))
    for here, after in reversed(pairs):
        given = after if here == "--lang" else here.removeprefix("--lang=")
        if here.startswith("--lang") and given in ("zh", "en"):
            return ("en" if given == "en" else "zh"), False
    try:
        return read_language(data_place()), False
    except SettingsDamagedError:
        return "zh", True
