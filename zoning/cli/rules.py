"""The catalogue of rules, or one rule's page.

zoning rules
zoning rules ZON004 --lang zh
zoning rules --pages docs/rules
"""

from __future__ import annotations

HELP = "the catalogue of rules, or one rule's page"


def add_arguments(parser):
    from zoning.cli.options import add_format

    parser.add_argument("id", nargs="?", metavar="ID", help="rule to explain")
    parser.add_argument("--pages", metavar="DIR", help="write every page and its pictures into DIR")
    parser.add_argument("--lang", choices=("en", "zh"), default="en", help="text (default: en)")
    add_format(parser)


def run(args):
    from zoning.cli.options import emit
    from zoning.errors import UsageError
    from zoning.lang.report_words import words_of
    from zoning.validate.catalogue import catalogue
    from zoning.validate.report.rule_words import rule_words

    rules = catalogue()
    words = words_of(args.lang)
    if args.pages:
        if args.lang != "en":
            raise UsageError("--lang goes with the list and with one rule; --pages are English")
        from zoning.validate.report.rule_pages import write_rule_pages

        count = write_rule_pages(args.pages)
        emit(args, f"{count} files in {args.pages}")
        return 0
    if args.id is None:
        listed = [
            {"id": r.id, "name": r.name, "severity": r.severity, "summary": r.summary}
            for r in rules.values()
        ]
        lines = [_line(rule, words, args.lang) for rule in rules.values()]
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
    name, severity = rule_words(rule.id, args.lang).name, words[rule.severity]
    body = rule.text if args.lang == "en" else _page(rule_words(rule.id, args.lang), words)
    text = words["rule"].format(id=rule.id, name=name, severity=severity) + f"\n\n{body}"
    emit(args, page if args.format == "json" else text)
    return 0


def _line(rule, words, lang):
    from zoning.lang.text_tables import padded
    from zoning.validate.report.rule_words import rule_words

    severity = padded(words[rule.severity], 8 if lang == "en" else 10)
    return f"{rule.id}  {severity} {rule_words(rule.id, lang).name}"


def _page(told, words):
    parts = [told.summary]
    for section in ("why", "bad", "good", "remedy"):
        parts.append(f"{words['page_' + section]}\n{getattr(told, section)}")
    return "\n\n".join(parts)
