"""A project from real data that come with the package: divided, checked, mapped.

The sample is Liechtenstein: 11 municipalities, 3,723 buildings (OpenStreetMap contributors,
ODbL), official population.
"""

from __future__ import annotations

import argparse

from zoning.cli.options import add_quiet

HELP = "a project from shipped real data, run and mapped"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    from zoning.project.samples import DEMOS

    parser.add_argument(
        "name", nargs="?", default="liechtenstein", choices=sorted(DEMOS), metavar="NAME",
        help=f"one of {', '.join(sorted(DEMOS))} (default: liechtenstein)",
    )  # fmt: skip
    parser.add_argument("dir", nargs="?", metavar="DIR", help="folder (default: maps/demo)")
    parser.add_argument("--lang", choices=("en", "zh"), default="en", help="(default: en)")
    parser.add_argument(
        "--overwrite", action="store_true", help="replace an earlier demo in that folder"
    )
    add_quiet(parser)


def run(args: argparse.Namespace) -> int:
    from zoning.cli.options import progress_for
    from zoning.project.samples import make_demo

    text = make_demo(
        args.name,
        args.dir or "maps/demo",
        lang=args.lang,
        overwrite=args.overwrite,
        progress=progress_for(args, in_pipes=True),
    )
    print(text)
    return 0
