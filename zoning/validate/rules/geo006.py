"""A geometry has heights or measures.

Why
---
Zones are flat. A third coordinate is dropped here and kept elsewhere, so two copies of one
layer differ, and some tools treat vertices of other height as different.

Bad
---
A polygon with Z values.

Good
----
Coordinates of x and y only.

Remedy
------
QGIS: *Drop M/Z values*.
"""

import numpy as np
import shapely

from zoning.validate.core.rule import Finding, Rule
from zoning.validate.facts.shapes import CHECKED, MANY


def check(context):
    """One finding a feature; where more than 100 have some, one for the layer."""
    found = []
    for name in CHECKED:
        if not context.has(name):
            continue
        geometry, label = context.geometry(name), context.labels(name)
        rows = np.flatnonzero(shapely.has_z(geometry) | shapely.has_m(geometry))
        if len(rows) > MANY:
            text = f"{name}: {len(rows)} features have Z or M values"
            found.append(Finding(name, tuple(label[rows]), text, measured=float(len(rows))))
            continue
        for i in rows:
            text = f"{name}: {label[i]} has Z or M values"
            found.append(Finding(name, (label[i],), text, shapely.force_2d(geometry[i])))
    return found


RULE = Rule("GEO006", "Z or M values", "info", check)
