"""Move districts or zones on: confirmed, submitted, accepted, or returned with a reason.

  zoning confirm DIR --district 700101 --by "A. Marxer"
  zoning confirm DIR --zone 700101003 --to submitted --by "A. Marxer"
  zoning confirm DIR --district 700101 --by "Supervisor" --return "house 12 is missing"

Every move is written to the journal of decisions.gpkg. A zone that changes afterwards is
draft again with the next run, which says so.
"""

from __future__ import annotations

HELP = "move districts or zones to a status, recorded"


def add_arguments(parser):
    from zoning.cli.options import add_dir, add_format, add_quiet

    add_dir(parser)
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("--district", action="append", metavar="C", help="again for more")
    which.add_argument("--zone", action="append", metavar="C", help="again for more")
    which.add_argument("--all", action="store_true", help="every district that can be moved")
    parser.add_argument("--by", required=True, metavar="NAME", help="who decided")
    to = parser.add_mutually_exclusive_group()
    to.add_argument(
        "--to", choices=("confirmed", "submitted", "accepted", "draft"), default="confirmed"
    )
    to.add_argument("--return", dest="reason", metavar="REASON", help="send back")
    add_format(parser)
    add_quiet(parser)


def run(args):
    from zoning.cli.options import emit
    from zoning.lang.console import sentence
    from zoning.project.fieldwork import move_in_project
    from zoning.project.folder import ProjectFolder

    to = "returned" if args.reason is not None else args.to
    project = ProjectFolder.open(args.dir)
    moved = move_in_project(
        project,
        districts=args.district,
        zones=args.zone,
        everything=args.all,
        to=to,
        by=args.by,
        reason=args.reason or "",
    )
    if args.format == "json":
        emit(args, {"schema": "zoning-moves/1", "status": to, "moved": moved})
    else:
        said = f"{to}: {', '.join(moved)}" if moved else f"nothing to move to {to}"
        emit(args, sentence(said, project.lang))
    return 0
