"""The text report: grouped by rule, worst first, counted in people."""

from __future__ import annotations

import pandas as pd

from zoning.validate.findings import Findings
from zoning.validate.rule import catalogue

__all__ = ["text_report"]

#: Findings of one rule that are written out; the rest is counted.
_SHOWN = 10


def text_report(found: Findings, *, shown: int = _SHOWN) -> str:
    """Findings as text.

    Parameters
    ----------
    found : Findings
        Of a check.
    shown : int, default 10
        Findings written out per rule; 0 for all.
    """
    lines = [_head(found)]
    for row in found.by_rule().itertuples():
        lines += ["", *_group(found, row, shown)]
    if found.waived:
        lines += ["", f"{found.waived} findings are waived"]
    if found.skipped:
        reasons: dict[str, list[str]] = {}
        for rule, reason in found.skipped.items():
            reasons.setdefault(reason, []).append(rule)
        lines += ["", *(f"not run, {why}: {', '.join(ids)}" for why, ids in reasons.items())]
    if found.notes:
        lines += ["", *(f"note: {note}" for note in found.notes)]
    return "\n".join([*lines, "", _total(found)])


def _head(found: Findings) -> str:
    figures = ", ".join(f"{v:,} {k}" for k, v in found.figures.items())
    return f"checked {figures or 'nothing'}; profile {found.profile}; {len(found.ran)} rules"


def _group(found: Findings, row, shown: int) -> list[str]:
    rule = catalogue()[row.rule_id]
    counted = _people(row.n_buildings, row.persons)
    lines = [f"{row.severity.upper()} {rule.id} {rule.name}: {row.findings}{counted}"]
    here = found.open
    here = here[(here["rule_id"] == row.rule_id) & (here["severity"] == row.severity)]
    kept = here if not shown else here.head(shown)
    for finding in kept.itertuples():
        named = finding.layer == "buildings"
        counted = _people(0 if named else finding.n_buildings, finding.persons)
        lines.append(f"  {finding.message}{counted}  [{finding.finding_id}]")
    if len(here) > len(kept):
        lines.append(f"  and {len(here) - len(kept)} more")
    return lines


def _people(buildings, persons) -> str:
    parts = []
    if not pd.isna(buildings) and buildings:
        parts.append(f"{int(buildings):,} building{'s' if buildings != 1 else ''}")
    if not pd.isna(persons) and persons:
        parts.append(f"{int(persons):,} {'people' if persons != 1 else 'person'}")
    return f" ({', '.join(parts)})" if parts else ""


def _total(found: Findings) -> str:
    counts = [f"{n:,} {s}{'s' if n != 1 and s != 'info' else ''}" for s, n in found.counts.items()]
    return ", ".join(counts)
