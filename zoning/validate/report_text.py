"""The text report: grouped by rule, worst first, counted in people."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from zoning.errors import UsageError
from zoning.validate.findings import Findings
from zoning.validate.rule import catalogue
from zoning.validate.words import RULE_NAMES, WORDS

__all__ = ["text_report"]

#: Findings of one rule that are written out; the rest is counted.
_SHOWN = 10
_NO_LAYER = "no layer "


def text_report(found: Findings, *, shown: int = _SHOWN, lang: str = "en") -> str:
    """Findings as text.

    Parameters
    ----------
    found : Findings
        Of a check.
    shown : int, default 10
        Findings written out per rule; 0 for all.
    lang : {"en", "zh"}, default "en"
        Language of headings and rule names; messages stay as the rules wrote them.
    """
    if lang not in WORDS:
        raise UsageError(f"language {lang}: wanted one of {', '.join(sorted(WORDS))}")
    words = WORDS[lang]
    lines = [_head(found, words, lang)]
    for row in found.by_rule().itertuples():
        lines += ["", *_group(found, row, shown, words, lang)]
    if found.waived:
        lines += ["", words["waived_findings"].format(n=found.waived)]
    if found.skipped:
        lines += ["", *_skipped(found, words)]
    if found.notes:
        lines += ["", *(words["note"].format(text=note) for note in found.notes)]
    return "\n".join([*lines, "", _total(found, words, lang)])


def _head(found: Findings, words: Mapping[str, str], lang: str) -> str:
    unit = (lambda k: k) if lang == "en" else (lambda k: words.get("of_" + k, k))
    figures = words["and"].join(f"{v:,} {unit(k)}" for k, v in found.figures.items())
    return words["checked"].format(
        figures=figures or words["nothing"], profile=found.profile, rules=len(found.ran)
    )


def _group(found: Findings, row, shown: int, words: Mapping[str, str], lang: str) -> list[str]:
    rule = catalogue()[row.rule_id]
    severity = row.severity.upper() if lang == "en" else words[row.severity]
    name = RULE_NAMES[lang].get(rule.id, rule.name)
    people = _people(row.n_buildings, row.persons, words, lang)
    head = {"severity": severity, "id": rule.id, "name": name, "n": row.findings}
    lines = [words["group"].format(people=people, **head)]
    here = found.open
    here = here[(here["rule_id"] == row.rule_id) & (here["severity"] == row.severity)]
    kept = here if not shown else here.head(shown)
    for finding in kept.itertuples():
        named = finding.layer == "buildings"
        counted = _people(0 if named else finding.n_buildings, finding.persons, words, lang)
        lines.append(f"  {finding.message}{counted}  [{finding.finding_id}]")
    if len(here) > len(kept):
        lines.append(words["more_findings"].format(n=len(here) - len(kept)))
    return lines


def _people(buildings, persons, words: Mapping[str, str], lang: str) -> str:
    parts = []
    for count, key, one in ((buildings, "buildings", "building"), (persons, "persons", "person")):
        if pd.isna(count) or not count:
            continue
        single = lang == "en" and count == 1
        parts.append(f"1 {one}" if single else words[key].format(n=f"{int(count):,}"))
    return words["people"].format(counts=words["and"].join(parts)) if parts else ""


def _skipped(found: Findings, words: Mapping[str, str]) -> list[str]:
    reasons: dict[str, list[str]] = {}
    for rule, reason in found.skipped.items():
        if reason.startswith(_NO_LAYER):
            reason = words["no_layer"].format(names=reason.removeprefix(_NO_LAYER))
        reasons.setdefault(reason, []).append(rule)
    return [words["not_run"].format(why=why, ids=", ".join(ids)) for why, ids in reasons.items()]


def _total(found: Findings, words: Mapping[str, str], lang: str) -> str:
    if lang == "en":
        counts = found.counts.items()
        return ", ".join(f"{n:,} {s}{'s' if n != 1 and s != 'info' else ''}" for s, n in counts)
    return words["and"].join(f"{words[s]} {n:,} 条" for s, n in found.counts.items())
