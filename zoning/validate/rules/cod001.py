"""A feature has no code.

Why
---
Codes join maps, listings and questionnaires. What has no code cannot be handed to anyone,
counted or corrected.

Bad
---
A zone, district, area or building whose key is empty.

Good
----
Every row has its key.

Remedy
------
Fill in the code. Where the file has it under another name, say so with ``--map``, for
example ``--map zones.zone_code=XQDM``.
"""

import numpy as np

from zoning.errors import name_some
from zoning.model.schema import LAYERS
from zoning.validate.core.rule import Finding, Rule

_KEYED = ("areas", "districts", "zones", "buildings")


def check(context):
    """One finding a row without a key; one for a layer where every row lacks it."""
    found = []
    for name in _KEYED:
        if not context.has(name) or not len(context[name]):
            continue
        key = LAYERS[name].key
        blank = context[name][key].isna().to_numpy()
        if blank.all() and len(blank) > 1:
            text = f"{name}: no row has a {key}{_where(context, name, key)}"
            found.append(Finding(name, (), text, measured=float(len(blank)), unit="rows"))
            continue
        label, geometry = context.labels(name), context.geometry(name)
        found += [
            Finding(name, (label[i],), f"{name}: {label[i]} has no {key}", geometry[i])
            for i in np.flatnonzero(blank)
        ]
    return found


def _where(context, name, key):
    """What the file's columns are, one of which may be the key."""
    given = next((f.columns for f in context.files if f.layer == name and f.columns), ())
    if not given:
        return ""
    known = name_some(given, 12)
    return f"; name its column with --map {name}.{key}=NAME (columns are: {known})"


RULE = Rule("COD001", "code missing", "blocker", check)
