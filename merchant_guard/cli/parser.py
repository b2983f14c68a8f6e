"""The words of the command line."""

from __future__ import annotations

import argparse
import os
import re
from collections.abc import Callable, Sequence
from datetime import date

from merchant_guard.cli.exit_codes import USAGE
from merchant_guard.localization import LANGUAGES, Language, Translate, mark, translator
from merchant_guard.system.streams import printable, say

TYPE_CHECKING = False  # see `system.language`
if TYPE_CHECKING:
    from typing import Any, NoReturn

PROGRAM = "merchant-guard-cli"
USUAL_COLUMNS = 80

COMMANDS = {
    "questions": mark("list the questions of the self-check"),
    "assess": mark("work out the result of an answer file"),
    "plan": mark("make the remediation plan of an answer file"),
    "papers": mark("list and make papers"),
    "law": mark("show the laws and articles the app refers to"),
    "due": mark("show what falls due"),
    "remind": mark("show today's reminder"),
    "export": mark("write one shop's self-check into an answer file"),
    "import": mark("take an answer file into this computer's store"),
    "backup": mark("write a backup"),
    "restore": mark("take back a backup"),
    "self-check": mark("check that this installation works"),
}

# The messages of the standard library's parser, so that they can be said in Chinese.
_STANDARD_MESSAGES = (
    mark("the following arguments are required: %s"),
    mark("unrecognized arguments: %s"),
    mark("expected one argument"),
    mark("expected at least one argument"),
    mark("invalid choice: %(value)r (choose from %(choices)s)"),
    mark("argument %(argument_name)s: %(message)s"),
    mark("%(prog)s: error: %(message)s\n"),
    mark("usage: "),
    mark("positional arguments"),
    mark("options"),
    mark("show this help message and exit"),
    mark("ambiguous option: %(option)s could match %(matches)s"),
)


class _Help(argparse.HelpFormatter):
    """As wide as the terminal; asks the system itself, as argparse would load half of `shutil` for it."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_columns() - 2)


def _columns() -> int:
    try:
        return os.get_terminal_size(1).columns or USUAL_COLUMNS
    except OSError:  # the output goes into a file or a pipe
        return USUAL_COLUMNS


class Parser(argparse.ArgumentParser):
    """Says in one sentence what is wrong with the words, and how they go."""

    def print_help(self, _file: object = None) -> None:
        """Print the help as any other result, so that it is told when it does not arrive."""
        say(self.format_help().rstrip("\n"))

    def error(self, message: str) -> NoReturn:
        """End with the usage exit code."""
        self.exit(USAGE, printable(f"{message}\n{self.format_usage()}"))


def make_parser(language: Language, given: Sequence[str]) -> Parser:
    """Make the parser for the words given, speaking one language."""
    words = translator(language)
    # argparse looks its messages up in this name; there is no public way to hand it a catalogue.
    setattr(argparse, "_", words)  # noqa: B010
    parser = Parser(
        prog=PROGRAM,
        description=words("A privacy self-check for small shops. It never uses the network."),
        allow_abbrev=False,
        formatter_class=_Help,
    )
    parser.add_argument("--lang", choices=LANGUAGES, help=words("language of the output"))
    parser.add_argument("--version", action="store_true", help=words("show the version"))
    subparsers = parser.add_subparsers(dest="command", metavar="COMMAND", prog=PROGRAM, parser_class=Parser)
    for name, help_text in COMMANDS.items():
        # Only a command that stands among the words can be meant; the others need no arguments.
        is_meant = name in given
        command = subparsers.add_parser(
            name, help=words(help_text), allow_abbrev=False, add_help=is_meant, formatter_class=_Help
        )
        if is_meant:
            command.add_argument(
                "--lang", choices=LANGUAGES, default=argparse.SUPPRESS, help=words("language of the output")
            )
            _ARGUMENTS.get(name, _nothing)(command, words)
    return parser


def _questions(parser: argparse.ArgumentParser, words: Translate) -> None:
    parser.add_argument("--shop", metavar="FILE", help=words("answer file: mark which questions apply to it"))
    _json(parser, words)


def _assess(parser: argparse.ArgumentParser, words: Translate) -> None:
    parser.add_argument("file", metavar="FILE", help=words("answer file"))
    _date(parser, words)
    _json(parser, words)


def _plan(parser: argparse.ArgumentParser, words: Translate) -> None:
    parser.add_argument("file", metavar="FILE", help=words("answer file"))
    parser.add_argument("--out", metavar="DIR", required=True, help=words("folder for the files"))
    parser.add_argument(
        "--formats",
        metavar="LIST",
        type=_formats(words),
        default=("pdf", "json"),
        help=words("formats, with commas between: pdf, docx, xlsx, ics, json"),
    )
    _date(parser, words)


def _law(parser: argparse.ArgumentParser, words: Translate) -> None:
    parser.add_argument("law", nargs="?", metavar="LAW[:ARTICLE]", help=words("id of a law, and an article"))
    _json(parser, words)


def _papers(parser: argparse.ArgumentParser, words: Translate) -> None:
    parts = parser.add_subparsers(dest="what", metavar="WHAT", required=True, parser_class=Parser)
    listing = parts.add_parser("list", help=words("list the papers there are"), allow_abbrev=False)
    _json(listing, words)
    making = parts.add_parser("make", help=words("make papers for a shop"), allow_abbrev=False)
    making.add_argument("ids", nargs="+", metavar="ID", help=words("id of a paper"))
    making.add_argument("--shop", metavar="FILE", required=True, help=words("answer file"))
    making.add_argument("--out", metavar="DIR", required=True, help=words("folder for the files"))
    sizes = ("a4", "label-100x180", "label-100x150", "label-76x130")
    making.add_argument("--paper", choices=sizes, help=words("page to set it on"))
    making.add_argument(
        "--formats",
        metavar="LIST",
        type=_formats(words, ("pdf", "docx", "png")),
        default=("pdf",),
        help=words("formats, with commas between: pdf, docx, png"),
    )
    _date(making, words)


def _due(parser: argparse.ArgumentParser, words: Translate) -> None:
    _date(parser, words)
    _json(parser, words)


def _remind(parser: argparse.ArgumentParser, words: Translate) -> None:
    _date(parser, words)


def _export(parser: argparse.ArgumentParser, words: Translate) -> None:
    about = words("file to write: .json, or .zip with the photos and PDFs")
    parser.add_argument("file", metavar="FILE", help=about)
    parser.add_argument("--shop", metavar="ID", help=words("which shop, when there are several"))


def _import(parser: argparse.ArgumentParser, words: Translate) -> None:
    parser.add_argument("file", metavar="FILE", help=words("answer file, or a zip that was exported"))
    _date(parser, words)


def _backup(parser: argparse.ArgumentParser, words: Translate) -> None:
    parser.add_argument("folder", metavar="DIR", help=words("folder for the backup, best on another disk"))


def _restore(parser: argparse.ArgumentParser, words: Translate) -> None:
    parser.add_argument("file", metavar="FILE", help=words("backup, ending in .mgbak"))


def _nothing(_parser: argparse.ArgumentParser, _words: Translate) -> None:
    """Take no words."""


def _json(parser: argparse.ArgumentParser, words: Translate) -> None:
    parser.add_argument("--json", action="store_true", help=words("for other programs"))


def _date(parser: argparse.ArgumentParser, words: Translate) -> None:
    parser.add_argument(
        "--date", metavar="YYYY-MM-DD", type=_day(words), help=words("day to reckon with, today if left out")
    )


def _day(words: Translate) -> Callable[[str], date]:
    def read(text: str) -> date:
        message = words("“{text}” is not a day. Write it as 2026-10-22.").format(text=text)
        # Years as in answer files; the standard library would also read 20261022 and 2026-W43-4.
        if not re.fullmatch("(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}", text):
            raise argparse.ArgumentTypeError(message)
        try:
            return date.fromisoformat(text)
        except ValueError as error:
            raise argparse.ArgumentTypeError(message) from error

    return read


FORMATS = ("pdf", "docx", "xlsx", "ics", "json")


def _formats(words: Translate, known_formats: tuple[str, ...] = FORMATS) -> Callable[[str], tuple[str, ...]]:
    def read(text: str) -> tuple[str, ...]:
        formats = tuple(part.strip() for part in text.split(",") if part.strip())
        unknown = [part for part in formats if part not in known_formats]
        if unknown or not formats:
            message = words("“{text}” is not a format. There are {known}.")
            known = ", ".join(known_formats)
            raise argparse.ArgumentTypeError(message.format(text=", ".join(unknown), known=known))
        return formats

    return read


_ARGUMENTS: dict[str, Callable[[Any, Translate], None]] = {
    "questions": _questions,
    "assess": _assess,
    "plan": _plan,
    "law": _law,
    "papers": _papers,
    "due": _due,
    "remind": _remind,
    "export": _export,
    "import": _import,
    "backup": _backup,
    "restore": _restore,
    "self-check": _nothing,
}
