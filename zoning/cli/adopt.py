"""Zones edited in QGIS become overrides, so that they survive every run.

  zoning adopt DIR edited.gpkg:zones --by "Li Hua"

The file holds polygons with zone_code, all zones or only those that were edited. A line is
honoured where it runs between pieces; a piece that it cuts is divided between its houses.
"""

from __future__ import annotations

import argparse

from zoning.cli.options import add_quiet

HELP = "take in zones edited in QGIS, as overrides"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("dir", metavar="DIR", help="project folder")
    parser.add_argument("file", metavar="F[:LAYER]", help="edited zones, with zone_code")
    parser.add_argument("--by", default="", metavar="NAME", help="who edited, for the record")
    parser.add_argument("--reason", default="edited by hand", help="why, for the record")
    parser.add_argument("--dry-run", action="store_true", help="say what would change, no more")
    add_quiet(parser)


def run(args: argparse.Namespace) -> int:
    from zoning.cli.options import split_layer
    from zoning.lang.console import sentence
    from zoning.project.pipeline import Project, adopt

    file, layer = split_layer(args.file)
    project = Project.open(args.dir)
    done = adopt(
        project, file, layer=layer, by=args.by, reason=args.reason,
        dry_run=args.dry_run,
    )  # fmt: skip
    print(sentence(str(done), project.lang))
    if args.dry_run:
        print(sentence("dry run: nothing was recorded", project.lang))
    return 0
