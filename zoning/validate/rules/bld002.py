"""A building inside a zone is assigned to none.

Why
---
It stands on the map and in no listing: the enumerator walks past it.

Bad
---
A building in the middle of a zone whose ``zone_code`` is empty, while others have theirs.

Good
----
Every building inside a zone carries that zone's code.

Remedy
------
Run ``zoning run`` again, or give the building the code of the zone in which it stands.
"""

import numpy as np

from zoning.validate.core.context import zone_by_place
from zoning.validate.core.rule import Finding, Rule


def check(context):
    """One finding a building without ``zone_code`` inside a zone.

    A layer in which no building has a code was never assigned; people are then counted by
    place, and only a note says so.
    """
    codes = context["buildings"]["zone_code"]
    if codes.isna().all():
        context.note("BLD002: no building carries a zone code; buildings are counted by place")
        return []
    stands = context.shared(zone_by_place)
    missing = (codes.isna() & stands.notna()).to_numpy()
    label, geometry = context.labels("buildings"), context.geometry("buildings")
    return [
        Finding(
            "buildings",
            (label[i],),
            f"building {label[i]} stands in zone {stands[i]} and is assigned to none",
            geometry[i],
        )
        for i in np.flatnonzero(missing)
    ]


RULE = Rule("BLD002", "building unassigned", "error", check, needs=("zones", "buildings"))
