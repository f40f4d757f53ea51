"""Divide, number, check and write a project.

Reads the inputs, divides every township into districts and zones, numbers the buildings,
checks the result, and writes zoning.gpkg and reports/. Codes and printed numbers stay as
they were given out.
"""

from __future__ import annotations

import argparse
import os

from zoning.cli.options import add_dir, add_format, add_quiet

HELP = "divide, number, check and write: the whole flow"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_dir(parser)
    parser.add_argument("--township", metavar="C", help="replace only this township's rows")
    parser.add_argument("--provisional", action="store_true", help="go on although areas overlap")
    parser.add_argument(
        "--workers", type=int, metavar="N", help="threads (default: one a core); changes no result"
    )
    add_format(parser)
    add_quiet(parser)


def run(args: argparse.Namespace) -> int:
    from zoning.cli.options import emit, progress_for
    from zoning.errors import UsageError
    from zoning.project.pipeline import Project

    workers = os.cpu_count() or 1 if args.workers is None else args.workers
    if workers < 1:
        raise UsageError(f"--workers {workers}: wanted 1 or more")
    project = Project.open(args.dir)
    result = project.run(
        township=args.township,
        provisional=args.provisional,
        workers=workers,
        progress=progress_for(args),
    )
    emit(args, result.to_dict() if args.format == "json" else result.text(project.lang))
    return 1 if result.findings.fails("error") else 0
