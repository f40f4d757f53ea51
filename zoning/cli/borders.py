"""Disputed borders: from two maps of one border to one line that both have agreed.

  zoning borders compare A B [--buildings F] [--zones-a F] [--zones-b F] [--out F]
  zoning borders compare DIR                      a project: brings its register up to date
  zoning borders list|tally|history [DIR] [ID]...
  zoning borders propose [DIR] ID... [--method M --by NAME]
  zoning borders visit|agree|pass|withdraw|raise|undo [DIR] ID... --by NAME
  zoning borders settle [DIR] ID... --method M --by NAME --document D [--line F] [--basis B]
  zoning borders sheet|map [DIR] [ID]... -o F

`compare` ends with 1 where a dispute is open or a border is displaced as a whole, `settle`
where something stands against it and nothing was written.
"""

from __future__ import annotations

import json
from pathlib import Path

from zoning.lang.console import sentence, table

HELP = "disputed borders: compare, register, propose, settle, sheets"
_COLUMNS = ["dispute_id", "kind", "area_m2", "width_m", "length_m", "n_buildings", "persons"]


def add_arguments(parser):
    from zoning.cli import borders_options

    borders_options.add_verbs(parser)


def run(args):
    return _VERBS[args.verb](args)


def _open(args):
    """The project and the dispute ids: the first item is the folder where it is one."""
    from zoning.project.folder import ProjectFolder

    items = list(getattr(args, "items", []))
    folder = items.pop(0) if items and Path(items[0]).is_dir() else "."
    return ProjectFolder.open(folder), items


def _register(args):
    """The register, of the ids given or all."""
    from zoning.boundaries.dispute_register import require_known
    from zoning.project.borders.agreed import current_register

    project, ids = _open(args)
    register = current_register(project)
    if ids:
        register = require_known(register, ids)
    if getattr(args, "status", None):
        register = register[register["status"].isin(args.status)]
    return project, register.reset_index(drop=True)


def _required(args):
    from zoning.errors import UsageError

    project, ids = _open(args)
    if not ids:
        raise UsageError(f"borders {args.verb}: say which disputes, as 5001-5002-001")
    return project, ids


def _compare(args):
    from zoning.cli.options import check_target, split_layer
    from zoning.errors import UsageError
    from zoning.project.borders.compare_files import compare_files, compare_folder

    if args.output:
        check_target(args.output, overwrite=args.overwrite)
    options = {"noise_m": args.noise, "reach_m": args.reach}
    if len(args.items) > 2:
        raise UsageError("borders compare: give two files, or one folder or layer")
    if len(args.items) == 1 and (Path(args.items[0]) / "zoning.toml").is_file():
        found, lang = _compare_project(args, options)
    else:
        lang = "en"
        more = ("buildings", "zones-a", "zones-b", "barriers", "places")
        given = {n.replace("-", "_"): getattr(args, n.replace("-", "_")) for n in more}
        files = {n: split_layer(f) for n, f in given.items() if f}
        columns = {"area_code": args.code} if args.code else None
        options |= {"crs": args.crs, "columns": columns, "files": files}
        sides = [split_layer(text) for text in args.items]
        if len(sides) == 2:
            found = compare_files(*sides, gcj02=args.gcj02, **options)
        else:
            files.pop("zones_a", None), files.pop("zones_b", None)
            path, layer = sides[0]
            found = compare_folder(path, layer=layer, level=args.level, **options)
    return _show_disputes(args, found, lang)


def _compare_project(args, options):
    from zoning.project.borders.agreed import compare_project
    from zoning.project.borders.store import write_disputes
    from zoning.project.folder import ProjectFolder

    project = ProjectFolder.open(args.items[0])
    found = compare_project(project, by=args.by or "zoning", level=args.level, **options)
    if found.shift is None:
        write_disputes(project)
    return found, project.lang


def _show_disputes(args, found, lang):
    from zoning.cli.options import note, notes
    from zoning.project.borders.compare_files import write_comparison

    notes(args, found.notes, lang)
    if args.output:
        write_comparison(found, args.output)
        note(args, sentence(f"written: {args.output}", lang))
    if args.format == "json":
        print(json.dumps(found.to_dict(), ensure_ascii=False, indent=1))
    elif found.shift is not None:
        print(sentence(f"shift: {found.shift.message}", lang))
    else:
        rows = found.frame if args.all else found.frame[found.frame["status"] != "noise"]
        remark = ["note"] if (rows["note"] != "").any() else []
        shown = rows[[*_COLUMNS, "place", "status", *remark]].round(
            {"area_m2": 1, "width_m": 2, "length_m": 0}
        )
        noise = int((found.frame["status"] == "noise").sum())
        if len(shown):
            print(table(shown, lang))
        total = found.open["area_m2"].sum() / 1e4
        summary = f"{len(found.open)} open, {total:,.2f} ha; {noise} under the noise width"
        print(sentence(summary, lang))
    return 1 if found.shift is not None or len(found.open) else 0


def _list(args):
    from zoning.cli.options import emit_table

    project, register = _register(args)
    rows = register[["dispute_id", "status", "method", "kind", "area_m2", "width_m", "agreed",
                      "passed_to", "place", "updated"]]  # fmt: skip
    rows = rows.round({"area_m2": 1, "width_m": 2})
    return emit_table(args, rows, "register", "no dispute known", project.lang)


def _tally(args):
    from zoning.boundaries.compare.compare import tally
    from zoning.cli.options import emit_table

    project, register = _register(args)
    authority = None
    if args.authority:
        areas = project.inputs().layers["areas"]
        known = areas[areas["authority"].notna()]
        authority = dict(zip(known["area_code"], known["authority"], strict=True))
    return emit_table(
        args, tally(register, authority).round(1), "tally", "no dispute known", project.lang
    )


def _history(args):
    from zoning.cli.options import emit_table

    project, register = _register(args)
    events = project.decisions("events")
    mine = events[(events["layer"] == "disputes") & events["target_id"].isin(register.dispute_id)]
    rows = mine[["event_id", "at", "by", "action", "target_id", "document"]]
    return emit_table(args, rows, "history", "nothing has happened yet", project.lang)


def _line_of(project, text):
    from zoning.cli.options import split_layer
    from zoning.project.borders.compare_files import read_line

    if not text:
        return None
    if text.lstrip().upper().startswith(("LINESTRING", "MULTILINESTRING")):
        return read_line(text, project.crs)
    file, layer = split_layer(text)
    return read_line(file, project.crs, layer)


def _propose(args):
    from zoning.cli.options import emit_table, note, notes
    from zoning.errors import UsageError
    from zoning.lang.dispute_words import reason_in
    from zoning.project.borders.steps import propose_for, record_proposal

    project, ids = _required(args)
    if args.method and not args.by:
        raise UsageError("borders propose --method: say who proposes it, with --by")
    rows, remarks = propose_for(
        project,
        ids,
        line=_line_of(project, args.line),
        statutory=_line_of(project, args.statutory),
    )
    notes(args, remarks, project.lang)
    columns = ["dispute_id", "method", "gain_a_m2", "gain_b_m2", "buildings_a", "persons_a",
               "buildings_b", "persons_b", "length_m", "zones", "reason", "problems"]  # fmt: skip
    numbers = dict.fromkeys(("gain_a_m2", "gain_b_m2", "length_m"), 1)
    shown = rows[columns].round(numbers)
    if args.format == "text":
        shown["reason"] = [reason_in(text, project.lang) for text in shown["reason"]]
    emit_table(args, shown, "proposals", "nothing to propose", project.lang)
    if args.method:
        record_proposal(project, ids, method=args.method, by=args.by, document=args.document)
        text = f"recorded: {args.method} proposed for {', '.join(ids)}"
        note(args, sentence(text, project.lang))
    return 0


def _done(args, project, ids, text):
    from zoning.cli.options import emit
    from zoning.project.borders.store import write_disputes

    write_disputes(project)
    if args.format == "json":
        emit(args, {"schema": "zoning-record/1", "action": args.verb, "disputes": list(ids)})
    else:
        emit(args, sentence(text, project.lang))
    return 0


def _visit(args):
    from zoning.project.borders.steps import visit

    project, ids = _required(args)
    facts = {"on": args.on, "present": args.present, "seen": args.seen}
    visit(project, ids, **facts, by=args.by, document=args.document)
    return _done(args, project, ids, f"visit of {args.on} recorded for {', '.join(ids)}")


def _agree(args):
    from zoning.project.borders.steps import agree

    project, ids = _required(args)
    agree(project, ids, side=args.side, by=args.by, document=args.document)
    return _done(args, project, ids, f"side {args.side} agrees: {', '.join(ids)}")


def _pass(args):
    from zoning.project.borders.steps import pass_up

    project, ids = _required(args)
    above = pass_up(project, ids, by=args.by, document=args.document)
    lines = "\n".join(f"{d}: passed to {s}" for d, s in above.items())
    return _done(args, project, ids, lines)


def _withdraw(args):
    from zoning.project.borders.steps import withdraw

    project, ids = _required(args)
    withdraw(project, ids, by=args.by, reason=args.reason, document=args.document)
    return _done(args, project, ids, f"withdrawn: {', '.join(ids)}")


def _raise(args):
    from zoning.project.borders.steps import raise_again

    project, ids = _required(args)
    raise_again(project, ids, by=args.by, document=args.document)
    return _done(args, project, ids, f"open: {', '.join(ids)}")


def _undo(args):
    from zoning.cli.options import notes
    from zoning.project.borders.settling import undo_settlement

    project, ids = _required(args)
    notes(args, undo_settlement(project, ids, by=args.by, document=args.document), project.lang)
    return _done(args, project, ids, f"taken back: {', '.join(ids)}")


def _settle(args):
    from zoning.cli.options import emit, notes
    from zoning.errors import UsageError
    from zoning.project.borders.settling import settle_disputes

    project, ids = _required(args)
    if args.method == "line" and not (args.line or args.statutory):
        raise UsageError("borders settle --method line: give the line with --line F or WKT")
    done = settle_disputes(
        project,
        ids,
        method=args.method,
        by=args.by,
        basis=args.basis,
        document=args.document,
        authority_a=args.authority_a,
        authority_b=args.authority_b,
        signers=args.signers,
        decided_on=args.decided_on,
        visited_on=args.visited_on,
        line=_line_of(project, args.line),
        statutory=_line_of(project, args.statutory),
        accept=args.accept,
        dry_run=args.dry_run,
    )
    lang = project.lang
    notes(args, (*done.notes, *(p.message for p in done.problems)), lang)
    if args.format == "json":
        emit(args, done.to_dict())
    else:
        emit(args, done.text(lambda t: table(t, lang), lambda text: sentence(text, lang)))
    return 0 if done.recorded or args.dry_run else 1


def _sheet(args):
    from zoning.cli.options import check_target, note
    from zoning.project.borders.dispute_sheets import write_sheets

    project, ids = _open(args)
    target = args.output or str(project.maps / "disputes.pdf")
    check_target(target, overwrite=args.overwrite or not args.output)
    pages = write_sheets(
        project,
        target,
        ids=ids or None,
        lang=args.lang or project.lang,
        statutory=_line_of(project, args.statutory),
        proposals=not args.no_proposals,
    )
    note(args, sentence(f"written: {target}, {pages} pages", project.lang))
    return 0


def _map(args):
    from zoning.cli.options import check_target, note
    from zoning.project.borders.dispute_sheets import write_map

    project, ids = _open(args)
    target = args.output or str(project.maps / "disputes.html")
    check_target(target, overwrite=args.overwrite or not args.output)
    write_map(project, target, ids=ids or None, lang=args.lang or project.lang)
    note(args, sentence(f"written: {target}", project.lang))
    return 0


_VERBS = {
    "compare": _compare,
    "list": _list,
    "tally": _tally,
    "history": _history,
    "propose": _propose,
    "visit": _visit,
    "agree": _agree,
    "pass": _pass,
    "withdraw": _withdraw,
    "raise": _raise,
    "settle": _settle,
    "undo": _undo,
    "sheet": _sheet,
    "map": _map,
}
