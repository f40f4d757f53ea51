"""Two buildings stand on the same ground.

Why
---
One house drawn twice is counted twice: two numbers, two visits, and people who exist once.

Bad
---
Two footprints that cover each other.

Good
----
Footprints that touch at most.

Remedy
------
Merge the two rows, keep the older id. Where a bridge or an overhang is meant, waive it.
"""

import numpy as np
import shapely

from zoning.validate.rule import Finding, Rule

#: Share of the smaller footprint that must be covered (default of zoning).
SHARE = 0.1


def check(context):
    """One finding a pair; measured is the share of the smaller one that is covered."""
    geometry, label = context.geometry("buildings"), context.labels("buildings")
    polygonal = np.isin(shapely.get_type_id(geometry), (3, 6))
    rows = np.flatnonzero(context.usable("buildings") & polygonal)
    shapes = geometry[rows]
    area = shapely.area(shapes)
    one, two = shapely.STRtree(shapes).query(shapes)
    one, two = one[one < two], two[one < two]
    box = shapely.bounds(shapes)
    low = np.maximum(box[one, :2], box[two, :2])
    high = np.minimum(box[one, 2:], box[two, 2:])
    smaller = np.minimum(area[one], area[two])
    may = (np.clip(high - low, 0, None).prod(axis=1) > SHARE * smaller) & (smaller > 0)
    one, two, smaller = one[may], two[may], smaller[may]
    common = shapely.intersection(shapes[one], shapes[two])
    shared = shapely.area(common)
    found = []
    for k in np.flatnonzero(shared > SHARE * smaller):
        a, b = sorted((str(label[rows[one[k]]]), str(label[rows[two[k]]])))
        share = min(1.0, float(shared[k] / smaller[k]))
        text = f"buildings {a} and {b} share {share:.0%} of the smaller footprint"
        found.append(
            Finding(
                "buildings", (a, b), text, common[k], float(share), SHARE, "share", float(shared[k])
            )
        )
    return found


RULE = Rule("BLD005", "footprints overlap", "warning", check, needs=("buildings",))
