"""A zone consists of several separate parts.

Why
---
One enumerator walks a zone. A zone in two parts means a walk through somebody else's zone,
and a part that is forgotten. Parts that touch in a single point are separate as well.

Bad
---
A zone with a detached part, here beyond its neighbour.

Good
----
Every zone is one polygon. A detached part of a district is a zone of its own.

Remedy
------
Give the detached part its own zone code, or move it to the zone around it.
"""

import numpy as np
import shapely

from zoning.validate.core.rule import Finding, Rule


def check(context):
    """One finding a zone with more than one part; measured in parts."""
    geometry = context.geometry("zones")
    parts = np.where(context.usable("zones"), shapely.get_num_geometries(geometry), 0)
    label = context.labels("zones")
    return [
        Finding(
            "zones",
            (label[i],),
            f"zone {label[i]} consists of {parts[i]} separate parts",
            geometry[i],
            measured=float(parts[i]),
            limit=1.0,
            unit="parts",
        )
        for i in np.flatnonzero(parts > 1)
    ]


RULE = Rule("ZON001", "multipart zone", "error", check, needs=("zones",))
