"""Check a sign-off package again, from its own content alone.

Every file is hashed, the archive is compared byte by byte with its canonical form, and the
layers inside are checked again. Ends with 1 where anything differs.
"""

from __future__ import annotations

from pathlib import Path

HELP = "check a sign-off package again, anywhere"


def add_arguments(parser):
    from zoning.cli.options import add_quiet

    parser.add_argument("package", metavar="PACKAGE")
    parser.add_argument("--signature", metavar="F", help="default: PACKAGE.sig where it exists")
    parser.add_argument("--key", metavar="F", help="public key that the signature must fit")
    parser.add_argument("--lang", choices=("en", "zh"), help="text (default: the project's)")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    add_quiet(parser)


def run(args):
    import json

    from zoning.cli.options import progress_for
    from zoning.lang.report_words import words_of
    from zoning.lang.translate import translated_note
    from zoning.project.signoff.verification import verify

    done = verify(
        args.package,
        signature=Path(args.signature) if args.signature else None,
        key=Path(args.key) if args.key else None,
        progress=progress_for(args),
    )
    if args.format == "json":
        told = {"ok": done.ok, "differences": done.differences, "notes": done.notes}
        print(json.dumps({**told, "manifest": done.manifest}, ensure_ascii=False, indent=1))
        return 0 if done.ok else 1
    name, by, at = (done.manifest.get(k) for k in ("name", "signed_by", "signed_at"))
    lang = args.lang or done.lang
    said = "as it was signed" if done.ok else f"{len(done.differences)} differences"
    print(translated_note(f"{name}: signed by {by} at {at}", lang))
    print(translated_note(said, lang))
    for line in done.differences:
        print(f"  {translated_note(line, lang)}")
    for line in done.notes:
        print(words_of(lang)["note"].format(text=translated_note(line, lang)))
    return 0 if done.ok else 1
