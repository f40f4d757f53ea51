"""The command line: parse, call one function, print.

Each command is a module here with ``HELP``, ``add_arguments(parser)`` and ``run(args)``, which
returns the exit code. Modules import what is heavy inside ``run``, so that ``--help`` answers
at once.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import os
import signal
import sys
from collections.abc import Sequence

from zoning._version import __version__
from zoning.errors import ZoningError

__all__ = ["COMMANDS", "build_parser", "main"]

#: Commands in the order of the flow.
COMMANDS = (
    "demo",
    "init",
    "run",
    "status",
    "confirm",
    "adopt",
    "validate",
    "rules",
    "borders",
    "buildings",
    "map",
    "export",
    "signoff",
    "verify",
)


def build_parser(only: str | None = None) -> argparse.ArgumentParser:
    """The whole parser, or the parser with the arguments of one command filled in."""
    parser = argparse.ArgumentParser(
        prog="zoning",
        description="Census districts and enumeration zones: divided, checked, settled, mapped.",
        epilog="Exit codes: 0 clean, 1 findings, 2 wrong use or unusable input, 3 our fault.",
    )
    parser.add_argument("--version", action="version", version=f"zoning {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name in COMMANDS:
        if importlib.util.find_spec(f"zoning.cli.{name}") is None:
            continue
        module = importlib.import_module(f"zoning.cli.{name}")
        sub = commands.add_parser(name, help=module.HELP, description=module.__doc__)
        if only in (None, name):
            sub.formatter_class = argparse.RawDescriptionHelpFormatter
            module.add_arguments(sub)
        sub.set_defaults(run=module.run)
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; the exit code. Errors that a user can mend become one line."""
    argv = list(sys.argv[1:] if argv is None else argv)
    named = next((a for a in argv if not a.startswith("-")), None)
    parser = build_parser(named)
    try:
        args = parser.parse_args(argv)
    except SystemExit as stop:
        return int(stop.code or 0)
    try:
        return int(args.run(args) or 0)
    except ZoningError as error:
        return _complain(str(error), error.exit_code)
    except BrokenPipeError:
        # The reader (head, less) went away: that is no fault. Keep Python from complaining
        # again when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return _complain("stopped; nothing half-written was left behind", 128 + signal.SIGINT)
    except MemoryError:
        return _complain("out of memory; try fewer townships at once (run --township)", 2)
    except Exception as error:  # noqa: BLE001 - the last door: a fault of ours, said as such
        return _fault(error)


def _complain(message: str, code: int) -> int:
    print("zoning: " + " ".join(message.split()), file=sys.stderr)
    return code


def _fault(error: Exception) -> int:
    if os.environ.get("ZONING_DEBUG"):
        raise error
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else "?"
    text = f"{type(error).__name__}: {error}"[:300]
    return _complain(
        f"a fault of zoning itself, not of your data ({text}; {place}); "
        "please report it with ZONING_DEBUG=1 output",
        3,
    )
