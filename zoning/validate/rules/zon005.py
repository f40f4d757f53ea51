"""A zone is far from compact.

Why
---
An enumerator walks a compact zone in one round. A long, winding or frayed one costs time and
makes doors near its border easy to miss.

Bad
---
A comb, or a strip thirty times as long as wide: Polsby-Popper compactness under 0.1.

Good
----
Compactness (4 pi times area, divided by the perimeter squared) nearer to that of a square,
0.79.

Remedy
------
Straighten the border, or exchange blocks with the neighbours. Where the district itself is
such a strip, waive the finding.
"""

import numpy as np
import shapely

from zoning.model.tolerances import tolerance
from zoning.validate.core.rule import Finding, Rule

LEAST = tolerance("thin_zone")


def check(context):
    """One finding a zone; measured is its Polsby-Popper compactness."""
    geometry, label = context.geometry("zones"), context.labels("zones")
    rows = np.flatnonzero(context.members)
    compactness = 4 * np.pi * shapely.area(geometry[rows]) / shapely.length(geometry[rows]) ** 2
    return [
        Finding(
            "zones",
            (label[i],),
            f"zone {label[i]} has a compactness of {value:.3f}",
            geometry[i],
            measured=float(value),
            limit=LEAST,
        )
        for i, value in zip(rows, compactness)
        if value < LEAST
    ]


RULE = Rule("ZON005", "zone not compact", "warning", check, needs=("zones",))
