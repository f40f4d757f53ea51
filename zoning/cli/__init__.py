"""The command line: parse, call one function, print.

Each command is a module here with ``HELP``, ``add_arguments(parser)`` and ``run(args)``, which
returns the exit code. Modules import what is heavy inside ``run``, so that ``--help`` answers
at once.
"""

from __future__ import annotations

import argparse
import difflib
import importlib
import importlib.util
import os
import signal
import sys
from collections.abc import Sequence

from zoning.errors import ZoningError
from zoning.io.libraries import fault_of, require_versions
from zoning.model.version import __version__

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


class _Parser(argparse.ArgumentParser):
    """Says of a misspelt option or command which one was meant; commands are such parsers too."""

    _words: Sequence[str] = ()

    def parse_args(self, args=None, namespace=None):
        found, rest = self.parse_known_args(args, namespace)
        if rest:
            # The command's parser knows its options; the outermost only those of all.
            parser = getattr(found, "parser", self)
            parser.error(f"unrecognized arguments: {' '.join(rest)}{parser.meant(rest)}")
        return found

    def parse_known_args(self, args=None, namespace=None):
        self._words = list(args or ())
        found, rest = super().parse_known_args(args, namespace)
        if not hasattr(found, "parser"):  # the innermost parser is done first
            found.parser = self
        return found, rest

    def _check_value(self, action, value):
        if action.choices is not None and value not in action.choices:
            near = difflib.get_close_matches(str(value), [str(c) for c in action.choices], 1)
            meant = f"; did you mean {near[0]}?" if near else ""
            known = ", ".join(str(c) for c in action.choices)
            raise argparse.ArgumentError(
                action, f"{value!r} is not known{meant} (choose from {known})"
            )

    def error(self, message):
        # What is missing may have been given under a misspelt name.
        hint = self.meant(self._words) if "required" in message else ""
        super().error(message + hint)

    def meant(self, words: Sequence[str]) -> str:
        """The options that misspelt ones are nearest to."""
        options = [o[2:] for o in self._option_string_actions if o.startswith("--")]
        given = [w[2:].partition("=")[0] for w in words if w.startswith("--")]
        near = [difflib.get_close_matches(w, options, 1) for w in given if w not in options]
        found = list(dict.fromkeys(f"--{n[0]}" for n in near if n))
        return f"; did you mean {' or '.join(found)}?" if found else ""


class _Version(argparse.Action):
    """The version, and in the same line that kernels run slowly where they do."""

    def __call__(self, parser, *_):
        from zoning.geo.kernels import slow_note

        note = slow_note()
        print(f"zoning {__version__}{note and f' ({note})'}")
        parser.exit()


def build_parser(only: str | None = None) -> argparse.ArgumentParser:
    """The whole parser, or the parser with the arguments of one command filled in."""
    parser = _Parser(
        prog="zoning",
        description="Census districts and enumeration zones: divided, checked, settled, mapped.",
        epilog="Exit codes: 0 clean, 1 findings, 2 wrong use or unusable input, 3 our fault.",
    )
    about = "show program's version number and exit"
    parser.add_argument("--version", action=_Version, nargs=0, help=about)
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
    try:
        args = build_parser(named).parse_args(argv)
        require_versions()
        return int(args.run(args) or 0)
    except SystemExit as stop:
        return int(stop.code or 0)
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
    if broken := fault_of(error):
        return _complain(str(broken), broken.exit_code)
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
