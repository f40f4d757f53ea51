"""A vertical or virtual zone contradicts itself.

Why
---
Zones in one building share a polygon and are told apart by floors or entrances; virtual
zones have no place at all. If their rows do not say so in full, a coverage check sees an
overlap, and an enumerator does not know which floors are theirs.

Bad
---
A vertical zone without ``part``; a stack whose zones have different polygons; a virtual zone
with a polygon.

Good
----
Zones of one ``stack`` have the same polygon and district and each its own ``part``; a
virtual zone has no geometry.

Remedy
------
Fill in ``stack`` and ``part``, copy the polygon of the first zone of the stack, or correct
``kind``.
"""

import numpy as np
import shapely

from zoning.validate.core.rule import Finding, Rule


def check(context):
    """One finding a zone and contradiction, or a stack and contradiction."""
    return [*_virtual(context), *_single(context), *_stacks(context)]


def _virtual(context):
    zones, geometry = context["zones"], context.geometry("zones")
    label = context.labels("zones")
    placed = ~(shapely.is_missing(geometry) | shapely.is_empty(geometry))
    return [
        Finding("zones", (label[i],), f"zone {label[i]} is virtual and has a polygon", geometry[i])
        for i in np.flatnonzero((zones["kind"] == "virtual").to_numpy() & placed)
    ]


def _single(context):
    zones, geometry = context["zones"], context.geometry("zones")
    label = context.labels("zones")
    found = []
    for i in np.flatnonzero((zones["kind"] == "vertical").to_numpy()):
        lacking = [c for c in ("stack", "part") if zones[c][i] is None]
        if lacking:
            text = f"zone {label[i]} is vertical and has no {' and no '.join(lacking)}"
            found.append(Finding("zones", (label[i],), text, geometry[i]))
    stacked = zones["stack"].notna() & ~zones["kind"].isin(("vertical",))
    for i in np.flatnonzero(stacked.to_numpy()):
        text = f"zone {label[i]} names stack {zones['stack'][i]} and is not vertical"
        found.append(Finding("zones", (label[i],), text, geometry[i]))
    return found


def _stacks(context):
    zones, geometry = context["zones"], context.geometry("zones")
    label = context.labels("zones")
    vertical = zones[(zones["kind"] == "vertical") & zones["stack"].notna()]
    found = []
    for stack, rows in sorted(vertical.groupby("stack").indices.items()):
        at = vertical.index.to_numpy()[rows]
        text = _contradiction(zones.iloc[at], geometry[at])
        if text:
            ids = tuple(sorted(str(label[i]) for i in at))
            found.append(Finding("zones", ids, f"stack {stack}: {text}", geometry[at[0]]))
    return found


def _contradiction(rows, geometry):
    if len(rows) == 1:
        return "holds one zone only"
    if not shapely.equals(shapely.normalize(geometry[1:]), shapely.normalize(geometry[0])).all():
        return "its zones have different polygons"
    districts = {d for d in rows["district_code"] if d is not None}
    if len(districts) > 1:
        return f"its zones belong to districts {', '.join(sorted(districts))}"
    parts = rows["part"].dropna()
    if parts.duplicated().any():
        return f"part {parts[parts.duplicated()].iloc[0]} stands more than once"
    return ""


RULE = Rule("ZON007", "vertical or virtual zone inconsistent", "warning", check, needs=("zones",))
