"""Land inside the parent lies in no zone.

Why
---
Whoever lives there is not counted, and nobody notices: no table has a row for land that is
missing. Gaps of a centimetre come from borders drawn twice, wide ones from a forgotten zone.

Bad
---
A strip two metres wide between two zones, a zone that was never drawn, or a township one of
whose villages is missing.

Good
----
Every place of the parent lies in a zone, and every place of a township that has villages in
one of them; so does every block that carries people. Lakes and military land may be left out
where a layer of allowed gaps says so; they are then told as info.

Remedy
------
Give the land to the zone that its people belong to, moving one border onto the other; where a
village is missing, add it to the areas. For land that is rightly in no zone, add it to the
layer of allowed gaps (``--allowed-gaps`` of init and validate). Where a township's border and
those of its villages were drawn twice, less than ten centimetres apart, it is a warning, one a
township: take the villages' border.
"""

from dataclasses import replace

import numpy as np
import shapely

from zoning.errors import name_some
from zoning.model.tolerances import tolerance
from zoning.validate.core.batch import Batch
from zoning.validate.core.rule import Finding, Rule
from zoning.validate.coverage.by_rule import findings, judged, measures, size
from zoning.validate.facts.uncovered import blocks_left_over, left_over

_WHOLE = tolerance("whole_area")


def check(context):
    """One finding a gap; measured its area. It names the zones along it, or the empty area.

    Land of an upper area that lies in none of the areas in it is a gap of the upper area.
    """
    gaps = _with_whole_areas(context, judged(context).gaps)
    named = gaps.zones.astype(bool)
    beside = gaps.take(named)
    texts = np.array(["gap beside {zones}: {size}", "allowed gap beside {zones}: {size}"], object)
    severity = np.array([None, "info"], dtype=object)[beside.allowed.astype(int)]
    told = findings(context, beside, texts[beside.allowed.astype(int)].tolist(), severity)
    empty = [_empty(context, patch) for patch in gaps.take(~named)]
    return Batch.joined([told, Batch.of(empty + _left_over(context) + _blocks(context))])


def _with_whole_areas(context, gaps):
    """Gaps, those that are a whole area named by it and not by the zones around."""
    parents = context.parents
    rows = np.flatnonzero(gaps.size_class == "territorial")
    if parents is None or not len(rows):
        return gaps
    land = np.asarray(parents.geometry.array)
    points = shapely.point_on_surface(gaps.shape[rows])
    gap, area = shapely.STRtree(land).query(points, predicate="intersects")
    whole = gaps.area_m2[rows[gap]] >= _WHOLE * shapely.area(land[area])
    zones, names = gaps.zones.copy(), gaps.parents.copy()
    for i, k in zip(rows[gap[whole]].tolist(), area[whole].tolist()):
        zones[i], names[i] = (), (k,)
    return replace(gaps, zones=zones, parents=names)


def _left_over(context):
    """One finding a place in no smaller area; one an area for all that are drawing noise."""
    patches = left_over(context)
    if not len(patches):
        return []
    areas, found = context["areas"], []
    noise = patches.width_m < context.profile.widths["digitising"]
    for patch in patches.take(~noise):
        name, ids = _named(areas, patch.parents)
        word = "land of {} allowed in no zone" if patch.allowed else "land of {} lies in no zone"
        text = f"{word.format(name)}: {size(patch)}"
        severity = "info" if patch.allowed else None
        found.append(Finding("areas", ids, text, severity=severity, **measures(patch)))
    strips = patches.take(noise & ~patches.allowed)
    for parents in sorted(set(strips.parents.tolist())):
        mine = [patch for patch in strips if patch.parents == parents]
        name, ids = _named(areas, parents)
        shape = shapely.multipolygons([p for m in mine for p in shapely.get_parts(m.geometry)])
        widest = max(patch.width_m for patch in mine)
        text = (
            f"{name} and the areas in it have borders up to {widest:.2g} m apart, in "
            f"{len(mine)} place{'s' if len(mine) > 1 else ''}"
        )
        area = float(shape.area)
        told: dict = {"area_m2": area, "width_m": widest, "limit": 0.0, "unit": "m2"}
        found.append(Finding("areas", ids, text, shape, area, severity="warning", **told))
    return found


def _named(areas, rows):
    """Level, code and name of areas, and their codes."""
    table = areas.iloc[list(rows)]
    words = [
        " ".join(str(v) for v in row if isinstance(v, str) and v)
        for row in zip(table["level"], table["area_code"], table["name"])
    ]
    return name_some(words), tuple(str(code) for code in table["area_code"])


def _blocks(context):
    """One finding a stretch of blocks with people that no zone holds."""
    found = []
    for land, rows in blocks_left_over(context):
        table = context["blocks"].iloc[rows]
        ids = tuple(sorted(str(name) for name in context.labels("blocks")[rows]))
        text = f"{len(ids):,} blocks lie in no zone ({name_some(ids, 3)})"
        if len(ids) == 1:
            text = f"block {ids[0]} lies in no zone"
        told = {"measured": float(land.area), "limit": 0.0, "unit": "m2", "area_m2": land.area}
        told |= {u: int(table[u].fillna(0).sum()) for u in ("persons", "households")}
        found.append(Finding("blocks", ids, text, land, n_buildings=0, **told))
    return found


def _empty(context, patch):
    parents, name, ids = context.parents, "", ()
    if parents is not None and "area_code" in parents:
        name, ids = _named(parents, patch.parents)
    severity = "info" if patch.allowed else None
    text = f"no zone at all in {name}: {size(patch)}"
    return Finding("areas", ids, text, severity=severity, **measures(patch))


RULE = Rule("COV001", "gap", "error", check, needs=("zones",))
