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

from zoning.codes import number_of, parent_of
from zoning.validate.rule import Finding, Rule


def check(context) -> list[Finding]:
    """One finding a hole, naming the zone after it; virtual zones are not counted."""
    rules = context.profile.codes
    codes = context["zones"]["zone_code"]
    retired = set(context["issued"]["code"].dropna()) if context.has("issued") else set()
    last = rules.virtual_from or 10**rules.zone_digits
    districts: dict[str, dict[int, int]] = {}
    for i, code in enumerate(codes):
        number = None if code is None else number_of(code, rules)
        if number and number < last:
            districts.setdefault(parent_of(code, rules), {}).setdefault(number, i)
    if not districts or np.mean([1 in numbers for numbers in districts.values()]) < 0.5:
        # Not numbered from 001 at all: codes of another census.
        context.note("COD006: zones are not numbered from 001 in their districts; not checked")
        return []
    found = []
    for district in sorted(districts):
        found += _holes(context, district, districts[district], retired)
    return found


def _holes(context, district, rows, retired):
    rules, label = context.profile.codes, context.labels("zones")
    found, expected = [], 1
    for number in sorted(rows):
        missing = [f"{n:0{rules.zone_digits}d}" for n in range(expected, number)]
        missing = [n for n in missing if district + n not in retired]
        expected = number + 1
        if missing:
            i = rows[number]
            some = ", ".join(missing[:5]) + (" ..." if len(missing) > 5 else "")
            text = f"district {district} has no zone {some} before {label[i]}"
            place = context.geometry("zones")[i]
            count = float(len(missing))
            found.append(Finding("zones", (label[i],), text, place, measured=count, unit="zones"))
    return found


RULE = Rule("COD006", "numbering has holes", "warning", check, needs=("zones",))
