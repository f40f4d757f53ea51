"""A disputed border is still open.

Why
---
Land that two offices claim is counted twice, land that neither claims not at all. Zones
along an open border cannot be signed off.

Bad
---
A dispute with the status ``open``, ``proposed``, or agreed by one side only.

Good
----
The dispute is ``settled`` or ``withdrawn``, or it is ``noise`` that needs no decision.

Remedy
------
``zoning borders list`` names the disputes, ``zoning borders settle`` records who agreed to
what.
"""

import numpy as np
import shapely

from zoning.validate.core.rule import Finding, Rule

_CLOSED = ("noise", "settled", "withdrawn")


def check(context):
    """One finding a dispute that nobody has closed; the people in it are counted."""
    disputes, label = context["disputes"], context.labels("disputes")
    geometry = context.geometry("disputes")
    areas = shapely.area(geometry)
    found = []
    for i in np.flatnonzero(~disputes["status"].isin(_CLOSED).to_numpy()):
        row = disputes.iloc[i]
        claims = " and ".join(c for c in (row["claim_a"], row["claim_b"]) if c) or "two sides"
        status = row["status"] or "without a status"
        text = f"dispute {label[i]} ({row['kind'] or 'border'}) between {claims} is {status}"
        area = row["area_m2"] if row["area_m2"] == row["area_m2"] else areas[i]
        width = None if row["width_m"] != row["width_m"] else float(row["width_m"])
        ids = (str(label[i]),)
        found.append(
            Finding(
                "disputes",
                ids,
                text,
                geometry[i],
                area_m2=None if np.isnan(area) else float(area),
                width_m=width,
            )
        )
    return found


RULE = Rule("DSP001", "dispute open", "error", check, needs=("disputes",))
