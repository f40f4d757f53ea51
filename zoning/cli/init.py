"""A project folder from the files of an office.

Reads every file once, guesses which column is which, says what it guessed, and writes a
zoning.toml that people can read and change. Nothing is copied; inputs stay where they are.
"""

from __future__ import annotations

import argparse
from typing import Any

from zoning.cli.options import add_quiet

HELP = "make a project folder from area, building and barrier files"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("dir", metavar="DIR", help="project folder to make")
    many: dict[str, Any] = {"action": "extend", "nargs": "+", "metavar": "F[:LAYER]", "default": []}
    parser.add_argument(
        "--areas", required=True, **(many | {"default": None}),
        help="areas, once a level, top first (county, township, village)",
    )  # fmt: skip
    parser.add_argument("--buildings", **many, help="footprints or points")
    parser.add_argument("--barriers", **many, help="streets, rivers, railways")
    parser.add_argument("--blocks", **many, help="pieces already drawn that must not be cut")
    parser.add_argument("--compounds", **many, help="gated areas that stay whole where they fit")
    parser.add_argument("--previous", **many, help="the last census's zones, as a start")
    parser.add_argument("--allowed-gaps", **many, help="lakes, military land: rightly in no zone")
    parser.add_argument("--codes", metavar="F", help="official list of district codes (CSV, Excel)")
    parser.add_argument("--profile", default="cn-2020", help="census rules (default: cn-2020)")
    parser.add_argument("--crs", help="CRS of the project, and of data that have none")
    parser.add_argument("--encoding", metavar="E", help="of text that does not say it: GBK, cp1252")
    parser.add_argument("--name", help="name for titles (default: the folder's)")
    parser.add_argument("--lang", choices=("en", "zh"), help="language of maps and reports")
    parser.add_argument("--seed", type=int, default=0, help="where chance decides (default: 0)")
    parser.add_argument("--attribution", default="", help="text that every map must carry")
    parser.add_argument(
        "--map", action="append", default=[], metavar="LAYER.COLUMN=NAME", dest="maps",
        help="which column of the files is which; no guess is made for it",
    )  # fmt: skip
    add_quiet(parser)


def run(args: argparse.Namespace) -> int:
    from zoning.cli.options import split_layer
    from zoning.project.create import INPUT_OPTIONS, create

    files = {name: [split_layer(f) for f in getattr(args, name)] for name in INPUT_OPTIONS}
    report = create(
        args.dir, files, profile=args.profile, maps=args.maps, crs=args.crs, codes=args.codes,
        encoding=args.encoding, name=args.name, lang=args.lang, seed=args.seed,
        attribution=args.attribution,
    )  # fmt: skip
    if not args.quiet:
        print("\n".join(_said(line, report.lang) for line in report.lines))
    return 0


def _said(line: str, lang: str) -> str:
    """A line of the report in the project's language, set in and marked as it was."""
    from zoning.lang.translate import translated_note

    text = line.lstrip(" !")
    return line[: len(line) - len(text)] + translated_note(text, lang)
