"""A geometry is not valid, or of a kind that its layer does not hold.

Why
---
The border crosses or retraces itself, so inside and outside are not defined there: its area
is wrong and every overlay with it may fail. Valid means: rings are closed, do not cross
themselves or each other, touch at most in single points, holes lie inside, and the inside is
in one piece (OGC Simple Features, as GEOS tests it).

Bad
---
A bow-tie: two corners in the wrong order. A line among zones.

Good
----
A border that closes without crossing itself.

Remedy
------
Move the corner named. QGIS: *Fix geometries*, then look at the place: a repair may give
land to the wrong side. The feature was left out of the coverage checks.
"""

import re

import numpy as np
import shapely

from zoning.geo.crs import spot
from zoning.model.schema import LAYERS
from zoning.validate.core.rule import Finding, Rule
from zoning.validate.facts.shapes import CHECKED

_PLACE = re.compile(r"^(.*?)\[(\S+) (\S+)\]$")


def check(context):
    """One finding a feature, at the place that GEOS names, or of the wrong kind."""
    found = _wrong_kinds(context)
    for name in CHECKED:
        if not context.has(name):
            continue
        geometry, label = context.geometry(name), context.labels(name)
        rows = np.flatnonzero(~context.usable(name))
        rows = rows[~shapely.is_missing(geometry[rows]) & ~shapely.is_empty(geometry[rows])]
        for i, reason in zip(rows, shapely.is_valid_reason(geometry[rows])):
            place = _PLACE.match(reason)
            if reason == "Valid Geometry" or "Invalid Coordinate" in reason or place is None:
                continue
            x, y = float(place[2]), float(place[3])
            text = f"{name}: {label[i]} is not valid: {place[1].lower()} at {spot(x, y)}"
            found.append(Finding(name, (label[i],), text, shapely.Point(x, y)))
    return found


def _wrong_kinds(context):
    found = []
    for name in CHECKED:
        if not context.has(name):
            continue
        wanted = sorted(LAYERS[name].geometry)
        label, geometry = context.labels(name), context.geometry(name)
        kinds = context[name].geometry.geom_type
        wrong = kinds.notna() & ~kinds.isin(wanted) & context.finite(name)
        for i in np.flatnonzero(wrong):
            text = f"{name}: {label[i]} is a {kinds[i]}, wanted {' or '.join(wanted)}"
            found.append(Finding(name, (label[i],), text, geometry[i]))
    return found


RULE = Rule("GEO003", "geometry invalid", "blocker", check)
