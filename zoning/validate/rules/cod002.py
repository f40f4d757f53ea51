"""Two features carry the same code.

Why
---
Two zones under one code are counted as one: the second overwrites the first in every table,
and two enumerators go to the same doors.

Bad
---
Two zones with the code 7001001001.

Good
----
A code stands once in its layer.

Remedy
------
Give one of them the next free code. Where both rows are the same zone, delete one (COV005
says so). Codes once issued are never used again.
"""

import numpy as np

from zoning.model.schema import LAYERS
from zoning.validate.core.rule import Finding, Rule
from zoning.validate.facts.shapes import together

_KEYED = ("areas", "districts", "zones", "buildings")


def check(context):
    """One finding a code that stands more than once; measured in rows."""
    found = []
    for name in _KEYED:
        if not context.has(name):
            continue
        key = context[name][LAYERS[name].key]
        rows = np.flatnonzero(key.notna() & key.duplicated(keep=False))
        groups = key.iloc[rows].groupby(key.iloc[rows]).indices
        for code in sorted(groups):
            found.append(_finding(context, name, code, rows[groups[code]]))
    return found


def _finding(context, name, code, rows):
    where = " and ".join(str(r + 1) for r in rows[:5])
    more = "" if len(rows) <= 5 else f" and {len(rows) - 5} more"
    return Finding(
        name,
        (code,),
        f"{name}: code {code} stands in rows {where}{more}",
        together(context.geometry(name)[rows]),
        measured=float(len(rows)),
        limit=1.0,
        unit="rows",
    )


RULE = Rule("COD002", "code repeated", "blocker", check)
