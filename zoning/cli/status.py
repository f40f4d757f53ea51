"""Figures of the field: districts confirmed, zones, buildings plotted; the bulletin.

  zoning status DIR
  zoning status DIR --as-of 2020-07-27T17:00 --since 2020-07-17T17:00 --lang zh

[progress] in zoning.toml says what is expected: expected = "expected.csv" (township_code,
districts, buildings, group, authority), deadline, dispute_deadline.
"""

from __future__ import annotations

HELP = "figures per township, and the bulletin"


def add_arguments(parser):
    from zoning.cli.options import add_dir, add_format, add_output, add_quiet

    add_dir(parser)
    parser.add_argument("--as-of", metavar="T", help="a moment, as 2020-07-27T17:00 (default: now)")
    parser.add_argument("--since", metavar="T", help="an earlier moment: adds what has grown")
    parser.add_argument(
        "--group-by", choices=("township", "group", "authority"), default="township"
    )
    parser.add_argument("--lang", choices=("en", "zh"), help="(default: the project's)")
    parser.add_argument("--bulletin", action="store_true", help="text: only the paragraph")
    parser.add_argument("--chart", metavar="F.svg", help="write a chart there as well")
    add_format(parser, "csv")
    add_output(parser)
    add_quiet(parser)


def run(args):
    from zoning.cli.options import check_target, emit, note
    from zoning.fieldwork import bulletin, chart, unit_of
    from zoning.io.atomic import write_text
    from zoning.project.fieldwork import parse_moment, project_progress
    from zoning.project.folder import ProjectFolder

    for target in (args.output, args.chart):
        if target:
            check_target(target, overwrite=args.overwrite)
    project = ProjectFolder.open(args.dir)
    made = project_progress(
        project,
        as_of=parse_moment(args.as_of) if args.as_of else None,
        since=parse_moment(args.since, "--since") if args.since else None,
        by=args.group_by,
    )
    lang = args.lang or project.lang
    words = bulletin(made, lang=lang, unit=unit_of(project.name), name=project.name)
    if args.chart:
        write_text(args.chart, chart(made, lang=lang))
        note(args, f"written: {args.chart}")
    if args.format == "json":
        emit(args, {**made.to_dict(), "bulletin": words})
    elif args.format == "csv":
        emit(args, _csv(made))
    else:
        emit(args, words if args.bulletin else f"{_text(made, lang)}\n\n{words}")
    return 0


def _csv(made) -> str:
    from zoning.lang.text_tables import safe_cells

    return safe_cells(made.table).to_csv(index=False, lineterminator="\n").rstrip("\n")


#: Column to its heading; the zones counted are those of confirmed districts.
_HEADS = {
    "code": ("code", "代码"),
    "name": ("name", "名称"),
    "districts": ("districts", "普查区"),
    "districts_expected": ("expected", "应划普查区"),
    "districts_confirmed": ("confirmed", "已完成普查区"),
    "zones": ("zones confirmed", "已划普查小区"),
    "buildings": ("buildings", "建筑物"),
    "buildings_expected": ("buildings expected", "应绘建筑物"),
    "completion": ("completion", "完成率"),
    "plotted": ("plotted", "标绘率"),
}


def _text(made, lang: str) -> str:
    import pandas as pd

    from zoning.lang.text_tables import text_table

    table = made.table.astype(object)
    table.loc[len(table)] = {"code": "合计" if lang == "zh" else "total", "name": "", **made.total}
    known = [c for c in table.columns if c in ("code", "name") or table[c].notna().any()]
    counts = [c for c in known if c not in ("code", "name", "completion", "plotted")]
    for share in {"completion", "plotted"} & set(known):
        table[share] = ["" if pd.isna(v) else f"{100 * v:.0f} %" for v in table[share]]
    table = table[known].astype(dict.fromkeys(counts, "Int64"))
    column = 1 if lang == "zh" else 0
    return text_table(table.rename(columns={c: heads[column] for c, heads in _HEADS.items()}))
