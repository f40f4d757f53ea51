"""Check a project and write its sign-off package.

Refused, with exit code 1, while a blocker or an error is left without a waiver. The package
holds layers, decisions, findings, waivers, the maps that exist and a manifest with the SHA-256
of every file.
"""

from __future__ import annotations

from pathlib import Path

HELP = "a package with hashes, refused while an error stands"


def add_arguments(parser):
    from zoning.cli.options import add_dir, add_quiet

    add_dir(parser)
    parser.add_argument("--by", required=True, metavar="NAME", help="who signs")
    parser.add_argument("--key", metavar="F", help="Ed25519 private key, for a signature beside it")
    parser.add_argument(
        "-o", "--output", metavar="F.zip", help="default: DIR/signoff/NAME-DATE.zip"
    )
    parser.add_argument("--overwrite", action="store_true", help="replace F if it exists")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    add_quiet(parser)


def run(args):
    import sys

    from zoning.cli.options import progress_for
    from zoning.lang.translate import translated_note
    from zoning.project.folder import ProjectFolder
    from zoning.project.signoff.sign_off import sign_off
    from zoning.validate.report.text_report import text_report

    project = ProjectFolder.open(args.dir)
    done = sign_off(
        project,
        by=args.by,
        package=Path(args.output) if args.output else None,
        key=Path(args.key) if args.key else None,
        overwrite=args.overwrite,
        progress=progress_for(args),
    )
    if done.refused:
        text = args.format != "json"
        found = done.findings
        print(text_report(found, lang=project.lang) if text else found.to_json())
        counts = done.findings.counts
        text = (
            f"sign-off refused: {counts['blocker']} blockers and {counts['error']} errors stand; "
            "mend or waive them"
        )
        print(f"zoning: {translated_note(text, project.lang)}", file=sys.stderr)
        return 1
    _say(args, done, project.lang)
    _warn(args, project)
    return 0


def _warn(args, project):
    """What a signer should know that is no error: drafts, and paper that is no longer true."""
    from zoning.cli.options import note
    from zoning.project.issued_codes import stale_pages

    notes = []
    zones = project.read("zones")
    drafts = int((zones["status"].fillna("draft") == "draft").sum())
    if drafts:
        notes.append(f"{drafts} of {len(zones)} zones are drafts that nobody has confirmed")
    stale = stale_pages(zones, project.read("buildings"), project.decisions("issued"))
    if stale:
        notes.append(f"printed pages of {len(stale)} zones are no longer true; print them again")
    made = project.zoning_gpkg.stat().st_mtime
    maps = project.maps.rglob("*") if project.maps.is_dir() else ()
    old = sorted(p.name for p in maps if p.is_file() and p.stat().st_mtime < made)
    if old:
        notes.append(f"maps older than the zones: {', '.join(old[:5])}; make them again")
    for text in notes:
        note(args, _noted(text, project.lang))


def _noted(text, lang):
    from zoning.lang.report_words import words_of
    from zoning.lang.translate import translated_note

    return words_of(lang)["note"].format(text=translated_note(text, lang))


def _say(args, done, lang):
    import json

    from zoning.lang.translate import translated_note

    said = {
        "package": str(done.package),
        "sha256": done.sha256,
        "signature": str(done.signature) if done.signature else None,
        "counts": done.findings.counts,
        "waived": done.findings.waived,
    }
    if args.format == "json":
        print(json.dumps(said, ensure_ascii=False, indent=1))
        return
    print(f"{said['package']}\nsha256 {said['sha256']}")
    if done.signature:
        print(translated_note(f"signature {said['signature']}", lang))
    text = f"{said['counts']['warning']} warnings and {said['waived']} waived findings are in it"
    print(translated_note(text, lang))
