"""Find everything that is wrong with a project, or with any team's zones.

  zoning validate DIR
  zoning validate ZONES... --within AREAS --buildings B

Ends with 1 where a finding at or above --fail-level is left without a waiver, with 2 where no
polygon layer can be read.
"""

from __future__ import annotations

from pathlib import Path

HELP = "findings in a project or in any team's zones"
_FILES = ("within", "buildings", "districts", "barriers", "disputes", "allowed_gaps")
_LAYERS = {"within": "areas"}


def add_arguments(parser):
    from zoning.cli.options import add_format, add_output, add_quiet

    parser.add_argument(
        "paths", nargs="*", metavar="DIR | ZONES", help="a project folder, or files F[:layer]"
    )
    files = parser.add_argument_group("files of other teams")
    files.add_argument("--within", action="append", metavar="F", help="areas that zones must fill")
    files.add_argument("--buildings", action="append", metavar="F")
    files.add_argument("--districts", action="append", metavar="F")
    files.add_argument("--barriers", action="append", metavar="F", help="roads, rivers, rails")
    files.add_argument("--disputes", action="append", metavar="F")
    files.add_argument("--codes", metavar="F", help="the official list, CSV or Excel")
    files.add_argument("--profile", metavar="P", help="census profile (default: by the codes)")
    files.add_argument("--crs", metavar="C", help="for files without a coordinate system")
    files.add_argument("--encoding", metavar="E", help="of text that does not say it: GBK, cp1252")
    files.add_argument(
        "--map", action="append", default=[], metavar="LAYER.COLUMN=NAME", help="name a column"
    )
    what = parser.add_argument_group("what counts")
    what.add_argument("--allowed-gaps", action="append", metavar="F", help="lakes, military land")
    what.add_argument("--select", metavar="IDS", help="only these rules: COV,ZON004")
    what.add_argument("--ignore", metavar="IDS", help="not these rules")
    what.add_argument(
        "--fail-level", choices=("blocker", "error", "warning", "info"), default="error"
    )
    what.add_argument("--baseline", metavar="F", help="only what is new since this JSON report")
    what.add_argument("--waivers", metavar="F", help="layer of waivers (default: the project's)")
    waive = parser.add_argument_group("explain a finding of a project")
    waive.add_argument(
        "--waive", action="append", metavar="ID", help="finding that is right as it is"
    )
    waive.add_argument("--by", default="", metavar="NAME", help="who says so")
    waive.add_argument("--reason", default="", metavar="TEXT", help="why")
    waive.add_argument("--until", metavar="DATE", help="last day, as 2026-12-31 (default: no end)")
    add_format(parser, "sarif", "html", "gpkg")
    parser.add_argument("--all", action="store_true", help="text: write out every finding")
    parser.add_argument(
        "--lang",
        choices=("en", "zh"),
        help="text, html, gpkg (default: the project's, en for files)",
    )
    add_output(parser)
    add_quiet(parser)


def run(args):
    from zoning.cli.options import check_target, progress_for

    if args.output:
        check_target(args.output, overwrite=args.overwrite)
    progress = progress_for(args)
    found, about = _checked(args, progress)
    if args.baseline:
        from zoning.validate.waivers import since_baseline

        found = since_baseline(found, args.baseline)
    _write(args, found, about)
    return 1 if found.fails(args.fail_level) else 0


def _checked(args, progress):
    from zoning.errors import UsageError
    from zoning.validate.waivers import read_waivers

    paths = args.paths or ["."]
    options = {"select": args.select, "ignore": args.ignore, "progress": progress}
    if args.waivers:
        options["waivers"] = read_waivers(*_split(args.waivers))
    if len(paths) == 1 and Path(paths[0]).is_dir() and not paths[0].lower().endswith(".gdb"):
        given = [
            f for f in (*_FILES, "codes", "profile", "crs", "encoding", "map") if getattr(args, f)
        ]
        if [f for f in given if f != "allowed_gaps"]:
            raise UsageError(
                f"--{given[0]} goes with files of zones; {paths[0]} is a folder, and zoning.toml "
                "names its inputs"
            )
        return _project(args, paths[0], options)
    return _files(args, paths, options), {"lang": args.lang or "en"}


def _project(args, path, options):
    from zoning.project.check_folder import check_project, waive
    from zoning.project.folder import ProjectFolder

    if args.allowed_gaps:
        from zoning.validate.files.check_files import FileLayer, read_files

        entries = [FileLayer(*_split(t)) for t in args.allowed_gaps]
        layers, _, _ = read_files({"allowed_gaps": entries}, maps={})
        options["allowed_gaps"] = layers.get("allowed_gaps")
    project = ProjectFolder.open(path)
    found = check_project(project, **options)
    about = {"title": project.name, "lang": args.lang or project.lang}
    if not args.waive:
        return found, about
    waive(project, found, args.waive, by=args.by, reason=args.reason, until=args.until)
    return check_project(project, **options), about


def _files(args, paths, options):
    from zoning.errors import UsageError
    from zoning.io.intake.columns import parse_maps
    from zoning.validate.files.check_files import FileLayer, check_files

    if args.waive:
        raise UsageError("--waive goes with a project folder, which keeps who waived what")
    files = {"zones": [FileLayer(*_split(p)) for p in paths]}
    for name in _FILES:
        given = getattr(args, name)
        if given:
            files[_LAYERS.get(name, name)] = [FileLayer(*_split(text)) for text in given]
    return check_files(
        files,
        profile=args.profile,
        crs=args.crs,
        encoding=args.encoding,
        maps=parse_maps(args.map),
        official=Path(args.codes) if args.codes else None,
        **options,
    )


def _split(text):
    from zoning.cli.options import split_layer

    return split_layer(text)


def _write(args, found, about):
    from zoning.cli.options import emit, note
    from zoning.errors import UsageError

    if args.format == "gpkg":
        if not args.output:
            raise UsageError("--format gpkg needs --output F.gpkg")
        from zoning.validate.report.gpkg_report import write_findings

        write_findings(args.output, found, lang=about["lang"])
        note(args, f"written: {args.output}")
        return
    if args.format == "json":
        emit(args, found.to_json().rstrip("\n"))
    elif args.format == "sarif":
        from zoning.validate.report.sarif_report import sarif_report

        emit(args, sarif_report(found))
    elif args.format == "html":
        from zoning.validate.report.html_report import html_report

        emit(args, html_report(found, **about))
    else:
        from zoning.validate.report.text_report import text_report

        emit(args, text_report(found, shown=0 if args.all else 10, lang=about["lang"]))
