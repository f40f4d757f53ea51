"""Maps of a project: one interactive page, or a book with one page a zone.

  zoning map coverage DIR
  zoning map book DIR --township C --paper A3

Neither needs a network to be opened. Without -o they are written to DIR/maps.
"""

from __future__ import annotations

import argparse

from zoning.cli.options import add_dir, add_output, add_quiet

HELP = "interactive page, or book of field maps"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    kinds = parser.add_subparsers(dest="map", metavar="coverage|book", required=True)
    coverage = kinds.add_parser("coverage", help="one HTML page that opens without a network")
    _common(coverage)
    coverage.add_argument(
        "--pages", action="store_true",
        help="an index page and one page a township, for slow phones (-o names a folder)",
    )  # fmt: skip
    coverage.add_argument(
        "--basemap", metavar="F", help="raster PMTiles or georeferenced image to lie underneath"
    )
    book = kinds.add_parser("book", help="one PDF page a zone")
    _common(book)
    book.add_argument("--paper", choices=("A4", "A3"), default="A4", help="(default: A4)")
    book.add_argument("--drafter", default="", metavar="NAME", help="printed on every page")
    book.add_argument("--reviewer", default="", metavar="NAME", help="printed on every page")
    book.add_argument("--date", metavar="DAY", help="as 2026-11-21 (default: of the zones)")
    book.add_argument(
        "--base-map", action="store_true", help="a pale map without numbers, to draw on"
    )


def _common(parser: argparse.ArgumentParser) -> None:
    add_dir(parser)
    parser.add_argument("--zone", action="append", default=[], metavar="C", help="only this zone")
    parser.add_argument(
        "--township", action="append", default=[], metavar="C", help="only this township"
    )
    parser.add_argument("--lang", choices=("en", "zh"), help="(default: the project's)")
    parser.add_argument(
        "--public", action="store_true", help="no figure of a single building in it"
    )
    add_output(parser)
    add_quiet(parser)


def run(args: argparse.Namespace) -> int:
    from zoning.cli.options import check_target, progress_for
    from zoning.project.folder import ProjectFolder

    project = ProjectFolder.open(args.dir)
    pages = getattr(args, "pages", False)
    if args.output and not pages:
        check_target(args.output, overwrite=args.overwrite)
    common = {
        "zones": args.zone, "townships": args.township, "lang": args.lang,
        "public": args.public, "progress": progress_for(args),
    }  # fmt: skip
    for path in _write(args, project, pages, common):
        print(path)
    return 0


def _write(args, project, pages, common):
    from zoning.project import maps

    if args.map == "book":
        more = {
            "paper": args.paper, "drafter": args.drafter, "reviewer": args.reviewer,
            "base_map": args.base_map,
        }  # fmt: skip
        if args.date is not None:
            more["date"] = args.date
        return maps.write_book(project, args.output, **common, **more)
    if pages:
        folder = args.output or project.maps / "coverage"
        return [maps.write_map_pages(project, folder, basemap=args.basemap, **common)]
    return [maps.write_coverage(project, args.output, basemap=args.basemap, **common)]
