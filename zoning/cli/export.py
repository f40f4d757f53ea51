"""Layers of a project for phones and other programs.

  zoning export DIR --to qfield --zone C
  zoning export DIR --to geoparquet -o out/

qfield: a zip with a QGIS project for QField; kml, gpx: for any map program on a phone;
geoparquet: one file a layer. With --zone, only those zones and what lies in them.
"""

from __future__ import annotations

import argparse

from zoning.cli.options import add_dir, add_output, add_quiet

HELP = "layers for phones and other tools"
FORMATS = ("qfield", "kml", "gpx", "geoparquet")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_dir(parser)
    parser.add_argument("--to", choices=FORMATS, required=True, help="what to write")
    parser.add_argument("--zone", action="append", default=[], metavar="C", help="only this zone")
    parser.add_argument("--lang", choices=("en", "zh"), help="(default: the project's)")
    add_output(parser)
    add_quiet(parser)


def run(args: argparse.Namespace) -> int:
    from zoning.cartography.export.packs import export_project
    from zoning.cli.options import check_target
    from zoning.project.folder import ProjectFolder

    project = ProjectFolder.open(args.dir)
    if args.output and args.to != "geoparquet":
        check_target(args.output, overwrite=args.overwrite)
    for path in export_project(
        project, args.to, args.output, codes=args.zone, lang=args.lang, overwrite=args.overwrite
    ):
        print(path)
    return 0
