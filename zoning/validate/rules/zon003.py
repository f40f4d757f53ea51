"""A zone is so narrow that nobody lives in it.

Why
---
Slivers are left over from overlays. Each takes a code, a page of the map book and a row of
every table, and holds no door.

Bad
---
A zone 0.8 m wide between two others.

Good
----
The strip belongs to one of its neighbours.

Remedy
------
Join it with the neighbour along its longest edge.
"""

import numpy as np
import shapely

from zoning.model.tolerances import tolerance
from zoning.validate.core.rule import Finding, Rule

WIDTH = tolerance("sliver_zone")


def check(context):
    """One finding a zone; measured is the width of the largest circle inside."""
    limit = context.profile.widths.get("zone", WIDTH)
    geometry, label = context.geometry("zones"), context.labels("zones")
    rows = np.flatnonzero(context.members)
    area, length = shapely.area(geometry[rows]), shapely.length(geometry[rows])
    # A shape of area A and perimeter P holds a circle of radius A / P at least.
    rows = rows[2 * area < limit * length]
    lines = shapely.maximum_inscribed_circle(geometry[rows], tolerance=limit / 100)
    widths = 2 * shapely.length(lines)
    return [
        Finding(
            "zones",
            (label[i],),
            f"zone {label[i]} is only {width:.2f} m wide",
            geometry[i],
            measured=float(width),
            limit=float(limit),
            unit="m",
            width_m=float(width),
        )
        for i, width in zip(rows, widths)
        if width < limit
    ]


RULE = Rule("ZON003", "sliver zone", "warning", check, needs=("zones",))
