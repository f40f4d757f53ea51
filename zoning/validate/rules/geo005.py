"""A vertex stands twice in a row.

Why
---
It does no harm to most programs. It makes edges of length zero, on which some tools stop,
and shows that a layer was snapped or rounded.

Bad
---
Two equal vertices one after the other.

Good
----
Every vertex differs from the one before it.

Remedy
------
QGIS: *Remove duplicate vertices*.
"""

import shapely

from zoning.geo.crs import spot
from zoning.validate.core.rule import Finding, Rule
from zoning.validate.facts.shapes import CHECKED, MANY, corners_of, named


def check(context):
    """One finding a feature; where more than 100 have some, one for the layer."""
    found = []
    for name in CHECKED:
        if not context.has(name):
            continue
        label = context.labels(name)
        repeated = corners_of(context, name).repeated
        rows = named(repeated[:, 0], repeated[:, 1:])
        if len(rows) > MANY:
            ids = tuple(str(label[i]) for i, _ in rows)
            text = f"{name}: {len(rows)} features have a repeated vertex"
            found.append(Finding(name, ids, text, measured=float(len(rows)), unit="features"))
            continue
        for i, places in rows:
            x, y = places[0]
            text = f"{name}: {label[i]} has a repeated vertex at {spot(x, y)}"
            where = shapely.multipoints(places)
            found.append(Finding(name, (label[i],), text, where, measured=float(len(places))))
    return found


RULE = Rule("GEO005", "repeated vertex", "info", check)
