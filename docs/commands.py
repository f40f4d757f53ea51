"""Writes docs/commands.md from the parsers: ``python -m docs.commands``."""

from __future__ import annotations

import argparse
from pathlib import Path

from zoning.cli import build_parser

TARGET = Path(__file__).with_name("commands.md")


def text() -> str:
    """The whole page."""
    parser = build_parser()
    lines = [
        "# Commands",
        "",
        "Made from the code by `python -m docs.commands`; a test holds both together.",
        "",
        parser.epilog or "",
        "",
    ]
    for name, sub in _subparsers(parser):
        lines += _page(f"zoning {name}", sub)
    return "\n".join(lines).rstrip() + "\n"


def _subparsers(parser: argparse.ArgumentParser):
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            yield from action.choices.items()


def _page(name: str, parser: argparse.ArgumentParser, level: int = 2) -> list[str]:
    lines = [f"{'#' * level} `{name}`", ""]
    if parser.description:
        lines += [parser.description.strip(), ""]
    rows = [_row(a) for a in parser._actions if not _hidden(a)]
    if rows:
        lines += ["| argument | meaning |", "|---|---|", *rows, ""]
    for inner, sub in _subparsers(parser):
        lines += _page(f"{name} {inner}", sub, level + 1)
    return lines


def _hidden(action: argparse.Action) -> bool:
    kinds = (argparse._HelpAction, argparse._SubParsersAction)
    return isinstance(action, kinds) or action.help == argparse.SUPPRESS


def _row(action: argparse.Action) -> str:
    name = ", ".join(action.option_strings) or str(action.metavar or action.dest)
    if action.option_strings and action.nargs != 0:
        values = "|".join(str(c) for c in action.choices) if action.choices else None
        name += f" {action.metavar or values or action.dest.upper()}"
    meaning = " ".join((action.help or "").split())
    return "| `{}` | {} |".format(name.replace("|", "\\|"), meaning.replace("|", "\\|"))


if __name__ == "__main__":
    TARGET.write_text(text(), "utf-8")
