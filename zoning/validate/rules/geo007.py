"""A ring runs the wrong way round.

Why
---
GeoPackage, GeoJSON and Simple Features want the exterior counter-clockwise and holes
clockwise. Programs that trust it (web maps on the globe) fill the world outside the zone.
Shapefile wants the opposite, so layers read from one are not judged.

Bad
---
An exterior ring clockwise.

Good
----
An exterior ring counter-clockwise.

Remedy
------
QGIS: *Force right-hand rule* and then *Reverse line direction*, or write the layer with
``shapely.orient_polygons``.
"""

from zoning.validate.core.rule import Finding, Rule
from zoning.validate.facts.shapes import CHECKED, MANY, corners_of


def check(context):
    """One finding a feature; where more than 100 have some, one for the layer."""
    found = []
    shapefiles = {facts.layer for facts in context.files if facts.driver == "Shapefile"}
    for name in CHECKED:
        if not context.has(name) or name in shapefiles:
            continue
        geometry, label = context.geometry(name), context.labels(name)
        rows = corners_of(context, name).turned
        if len(rows) > MANY:
            text = f"{name}: {len(rows)} features have a ring that runs the wrong way round"
            found.append(Finding(name, tuple(label[rows]), text, measured=float(len(rows))))
            continue
        for i in rows:
            text = f"{name}: {label[i]} has a ring that runs the wrong way round"
            found.append(Finding(name, (label[i],), text, geometry[i]))
    return found


RULE = Rule("GEO007", "ring order", "info", check)
