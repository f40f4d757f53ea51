"""A feature has no geometry.

Why
---
It stands in the table and not on the map: whoever lives there is counted by nobody.

Bad
---
A zone without a polygon.

Good
----
Every feature has a geometry. Only virtual zones have none.

Remedy
------
Draw it, delete the row, or set ``kind`` to ``virtual`` where the zone is for people who are
registered and have no place.
"""

import numpy as np
import shapely

from zoning.validate.core.rule import Finding, Rule
from zoning.validate.facts.shapes import CHECKED


def check(context):
    """One finding a feature with null or empty geometry."""
    found = []
    for name in CHECKED:
        if not context.has(name):
            continue
        geometry, label = context.geometry(name), context.labels(name)
        blank = shapely.is_missing(geometry) | shapely.is_empty(geometry)
        if name == "zones":
            blank &= (context["zones"]["kind"] != "virtual").to_numpy()
        cut = [f.path for f in context.files if f.layer == name and f.lost]
        if cut and "source" in context[name]:
            # IN003 tells once what a file that was cut off has lost.
            blank &= ~context[name]["source"].isin(cut).to_numpy()
        found += [
            Finding(name, (label[i],), f"{name}: {label[i]} has no geometry")
            for i in np.flatnonzero(blank)
        ]
    return found


RULE = Rule("GEO002", "geometry empty", "blocker", check)
