"""The catalogue of rules, or one rule's page.

zoning rules
zoning rules ZON004
zoning rules --pages docs/rules
"""

from __future__ import annotations

HELP = "the catalogue of rules, or one rule's page"


def add_arguments(parser):
    from zoning.cli.options import add_format

    parser.add_argument("id", nargs="?", metavar="ID", help="rule to explain")
    parser.add_argument("--pages", metavar="DIR", help="write every page and its pictures into DIR")
    add_format(parser)


def run(args):
    from zoning.cli.options import emit
    from zoning.errors import UsageError
    from zoning.validate.rule import catalogue

    rules = catalogue()
    if args.pages:
        from zoning.validate.pages import write_pages

        count = write_pages(args.pages)
        emit(args, f"{count} files in {args.pages}")
        return 0
    if args.id is None:
        listed = [
            {"id": r.id, "name": r.name, "severity": r.severity, "summary": r.summary}
            for r in rules.values()
        ]
        lines = [f"{r['id']}  {r['severity']:<8} {r['name']}" for r in listed]
        emit(args, {"rules": listed} if args.format == "json" else "\n".join(lines))
        return 0
    rule = rules.get(args.id.upper())
    if rule is None:
        raise UsageError(f"{args.id}: no such rule; `zoning rules` lists all {len(rules)}")
    page = {
        "id": rule.id,
        "name": rule.name,
        "severity": rule.severity,
        "summary": rule.summary,
        "sections": dict(rule.sections),
    }
    text = f"{rule.id}  {rule.name}  ({rule.severity})\n\n{rule.text}"
    emit(args, page if args.format == "json" else text)
    return 0
