"""The numbers of a district's zones have holes.

Why
---
Zones of a district are numbered from 001 without a hole, so that a supervisor who holds 001
to 017 knows that nothing is missing. A hole is a zone that was lost, or one that was merged
away without a note.

Bad
---
Zones 001, 002 and 004.

Good
----
Zones 001, 002 and 003. A number that was once printed and then retired is no hole: codes
once issued are never used again.

Remedy
------
Look for the missing zone. If it was merged on purpose, waive the finding with that reason.
"""

import numpy as np
import pandas as pd

from zoning.validate.core.rule import Finding, Rule
from zoning.validate.facts.code_parts import zone_codes


def check(context) -> list[Finding]:
    """One finding a hole, naming the zone after it; virtual zones are not counted."""
    rules = context.profile.codes
    codes = zone_codes(context)
    retired = set(context["issued"]["code"].dropna()) if context.has("issued") else set()
    last = rules.virtual_from or 10**rules.zone_digits
    rows = np.flatnonzero((codes.number > 0) & (codes.number < last))
    of, names = pd.factorize(codes.parent[rows], sort=True)
    order = np.lexsort((rows, codes.number[rows], of))
    rows, of, number = rows[order], of[order], codes.number[rows[order]]
    first = np.r_[True, of[1:] != of[:-1]][: len(of)]
    if not len(rows) or np.mean(number[first] == 1) < 0.5:
        # Not numbered from 001 at all: codes of another census.
        context.note("COD006: zones are not numbered from 001 in their districts; not checked")
        return []
    before = np.where(first, 0, np.r_[0, number[:-1]])
    found = []
    for k in np.flatnonzero(number > before + 1).tolist():
        district, missing = names[of[k]], range(int(before[k]) + 1, int(number[k]))
        found += _hole(context, district, missing, rows[k], retired)
    return found


def _hole(context, district, numbers, row, retired):
    """The finding about numbers that nobody has before the zone of a row."""
    rules, label = context.profile.codes, context.labels("zones")[row]
    missing = [f"{n:0{rules.zone_digits}d}" for n in numbers]
    missing = [n for n in missing if district + n not in retired]
    if not missing:
        return []
    some = ", ".join(missing[:5]) + (" ..." if len(missing) > 5 else "")
    text = f"district {district} has no zone {some} before {label}"
    place, count = context.geometry("zones")[row], float(len(missing))
    return [Finding("zones", (label,), text, place, measured=count, unit="zones")]


RULE = Rule("COD006", "numbering has holes", "warning", check, needs=("zones",))
