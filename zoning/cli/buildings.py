"""The register of buildings: taken in, brought up to date by the field, listed.

  zoning buildings import DIR FILE[:LAYER]... [--name NAME]
  zoning buildings update DIR FILE[:LAYER] --by TEAM
  zoning buildings conflicts DIR
  zoning buildings resolve DIR EVENT --take proposed|stands --by NAME
  zoning buildings history DIR BUILDING
  zoning buildings undo DIR EVENT --by NAME
  zoning buildings listing DIR [--zone C]... -o listing.pdf|.xlsx|.csv

`update`, `resolve` and `undo` write to the journal only; zoning run puts it in force.
"""

from __future__ import annotations

HELP = "the register of buildings: import, update, history, undo, listing"


def add_arguments(parser):
    from zoning.cli.options import add_format, add_output, add_quiet

    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)

    def verb(name, text, *arguments, output=False):
        sub = verbs.add_parser(name, help=text, description=text)
        sub.add_argument("dir", metavar="DIR", help="project folder")
        for names, options in arguments:
            sub.add_argument(*names, **options)
        add_format(sub)
        if output:
            add_output(sub)
        add_quiet(sub)

    by = (("--by",), {"required": True, "metavar": "NAME", "help": "who"})
    event = (("event",), {"metavar": "EVENT", "help": "number of the record, as e00000012"})
    verb(
        "import",
        "add files as sources of the register, the best ones first, and print the account",
        (("files",), {"nargs": "*", "metavar": "FILE[:LAYER]", "help": "without: the account"}),
        (("--name",), {"metavar": "NAME", "help": "name of the source (default: the file's)"}),
        (
            ("--map",),
            {"action": "append", "default": [], "metavar": "buildings.COLUMN=NAME"},
        ),
        (("--crs",), {"metavar": "C", "help": "for a file without a coordinate system"}),
        (("--encoding",), {"metavar": "E", "help": "of text that does not say it: GBK, cp1252"}),
    )
    verb(
        "update",
        "take in a survey: new, changed, split and demolished buildings",
        (("file",), {"metavar": "FILE[:LAYER]"}),
        by,
        (("--document",), {"metavar": "NAME", "help": "name of the return (default: the file's)"}),
    )
    verb("conflicts", "what two returns say differently")
    take = {"required": True, "choices": ("proposed", "stands"), "help": "which one holds"}
    verb("resolve", "decide a conflict", event, (("--take",), take), by)
    verb("history", "who changed a building, when, before and after",
         (("building",), {"metavar": "BUILDING"}))  # fmt: skip
    verb("undo", "take a record back", event, by)
    verb(
        "listing",
        "the listing of zones in visiting order: CSV, Excel or PDF by the ending of --output",
        (("--zone",), {"action": "append", "metavar": "C", "help": "again for more"}),
        (("--district",), {"action": "append", "metavar": "C", "help": "again for more"}),
        (("--lang",), {"choices": ("en", "zh"), "help": "(default: the project's)"}),
        (("--paper",), {"choices": ("A4", "A3"), "default": "A4"}),
        (("--public",), {"action": "store_true", "help": "no figure of any building"}),
        output=True,
    )


def run(args):
    from zoning.project.folder import ProjectFolder

    verbs = {
        "import": _import,
        "update": _update,
        "conflicts": _conflicts,
        "resolve": _resolve,
        "history": _history,
        "undo": _undo,
        "listing": _listing,
    }
    return verbs[args.verb](args, ProjectFolder.open(args.dir))


def _import(args, project):
    from zoning.cli.options import emit, split_layer
    from zoning.lang.console import sentence, table
    from zoning.project.register_steps import account, add_sources

    if args.files:
        files = [split_layer(f) for f in args.files]
        project = add_sources(
            project, files, name=args.name, maps=args.map, crs=args.crs, encoding=args.encoding
        )
    made = account(project)
    if args.format == "json":
        emit(args, made.to_dict())
    else:
        lang = project.lang
        emit(args, made.text(lambda t: table(t, lang), lambda line: sentence(line, lang)))
    _note(args, project, f"next: zoning run {args.dir}")
    return 0


def _note(args, project, text: str) -> None:
    from zoning.cli.options import note
    from zoning.lang.console import sentence

    note(args, sentence(text, project.lang))


def _update(args, project):
    from zoning.cli.options import emit, split_layer
    from zoning.lang.console import counts_line
    from zoning.project.register_steps import take_return

    file, layer = split_layer(args.file)
    made = take_return(project, file, layer, by=args.by, document=args.document)
    if args.format == "json":
        rows = made.refused.astype(object).where(made.refused.notna(), None)
        emit(
            args,
            {
                "schema": "zoning-return/1",
                "counts": made.counts,
                "refused": rows.to_dict("records"),
            },
        )
        return 0
    emit(args, counts_line(made.counts, project.lang, lambda: str(made)))
    said = []
    if made.columns:
        said.append("columns: " + ", ".join(f"{c} = {n}" for c, n in made.columns.items()))
    if made.left:
        said.append(f"nothing taken from: {', '.join(made.left)}")
    said += [f"refused: row {row.row}: {row.cause}" for row in made.refused.itertuples()]
    if made.counts["conflict"]:
        said.append(f"decide the conflicts: zoning buildings conflicts {args.dir}")
    for text in (*said, f"next: zoning run {args.dir}"):
        _note(args, project, text)
    return 0


def _conflicts(args, project):
    from zoning.buildings.return_records import conflicts
    from zoning.cli.options import emit_table

    table = conflicts(project.decisions("events"))
    return emit_table(args, table, "conflicts", "no conflict is open", project.lang)


def _resolve(args, project):
    from zoning.buildings.return_records import resolve

    return _record(args, project, resolve(
        project.decisions("events"), args.event, args.take, by=args.by
    ))  # fmt: skip


def _undo(args, project):
    from zoning.buildings.return_records import undo_record

    return _record(args, project, undo_record(project.decisions("events"), args.event, by=args.by))


def _record(args, project, rows) -> int:
    from zoning.cli.options import emit
    from zoning.lang.console import sentence

    project.record(events=rows)
    done = rows.iloc[0]
    if args.format == "json":
        emit(args, {"schema": "zoning-record/1", "action": done["action"],
                    "building_id": done["target_id"]})  # fmt: skip
    else:
        said = f"{done['action']}: building {done['target_id']}"
        emit(args, sentence(said, project.lang))
    _note(args, project, f"next: zoning run {args.dir}")
    return 0


def _history(args, project):
    from zoning.buildings.return_records import history
    from zoning.cli.options import emit_table
    from zoning.project.register_steps import require_building

    require_building(project, args.building)
    table = history(project.decisions("events"), args.building)
    return emit_table(
        args, table, "history", f"building {args.building}: as delivered", project.lang
    )


def _listing(args, project):
    from zoning.cli.options import check_target
    from zoning.errors import UsageError
    from zoning.project.listing_files import write_project_listing

    if not args.output:
        raise UsageError("listing: say where to write it, as --output listing.pdf (.xlsx, .csv)")
    target = check_target(args.output, overwrite=args.overwrite)
    lines = write_project_listing(
        project,
        target,
        zones=args.zone,
        districts=args.district,
        lang=args.lang or project.lang,
        paper=args.paper,
        public=args.public,
    )
    _note(args, project, f"written: {target} ({lines:,} lines)")
    return 0
