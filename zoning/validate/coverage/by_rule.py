"""The coverage engine run on the layers of a check, once for all COV rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import shapely

from zoning.errors import name_some
from zoning.geo.edges import Edges, edges_of
from zoning.model.tolerances import tolerance
from zoning.validate.core.batch import Batch
from zoning.validate.core.context import Context, polygonal
from zoning.validate.coverage.engine import find_patches
from zoning.validate.coverage.patches import KINDS, Patch, Patches

__all__ = [
    "NOISE",
    "Judged",
    "area_patches",
    "edges_by_name",
    "findings",
    "judged",
    "measures",
    "size",
    "strays",
    "widths_of",
    "zone_names",
]

NOISE = tolerance("border_noise")
_LONG = tolerance("long_gap")
_TWO_DECIMALS = tolerance("two_decimals")


@dataclass(frozen=True)
class Judged:
    """Patches of zones by the rule that reports them."""

    gaps: Patches
    overlaps: Patches
    outside: Patches
    duplicates: Patches
    nested: Patches
    mismatches: Patches
    between: Patches


def judged(context: Context) -> Judged:
    """Patches of the zones, each under one rule; shared by all COV rules."""
    return context.shared(_judge)


def _judge(context: Context) -> Judged:
    areas = _area_frame(context)
    zones = context["zones"]
    wanted = context.members | ~context.usable("zones")
    wanted &= (zones["kind"] != "virtual").to_numpy()
    patches = _in_order_of_names(context, areas, wanted)
    known = _disputed(context)
    if known is not None:
        rows = np.flatnonzero(_is_land(patches))
        kept = np.ones(len(patches), dtype=bool)
        kept[rows[shapely.covers(known, patches.shape[rows])]] = False
        patches = patches.take(kept)
    patches = _noise_apart(patches)
    between = np.zeros(len(patches), dtype=bool)
    if areas is None:
        between = _between(patches, _offices(context))
    bins = [patches.take((patches.code == code) & ~between) for code in range(len(KINDS))]
    bins.append(patches.take(between))
    return Judged(*bins)


def _noise_apart(patches: Patches) -> Patches:
    """Patches too narrow to be land counted among the mismatches of edges."""
    land = np.isin(patches.code, [KINDS.index(k) for k in ("gap", "overlap", "outside")])
    noise = land & (patches.width_m < NOISE)
    return replace(patches, code=np.where(noise, KINDS.index("mismatch"), patches.code))


def _is_land(patches: Patches) -> np.ndarray:
    """Gaps and overlaps."""
    return np.isin(patches.code, (KINDS.index("gap"), KINDS.index("overlap")))


def edges_by_name(context: Context) -> tuple[np.ndarray, Edges]:
    """Rows of the zones by name, and the edges of the members; owners count in that order."""
    order = np.argsort(context.labels("zones").astype(str), kind="stable")
    members = np.flatnonzero(context.members[order])
    return order, edges_of(context.geometry("zones")[order], members)


def _in_order_of_names(context: Context, areas, wanted: np.ndarray) -> Patches:
    """Patches of the zones taken by name, so that the order of rows decides nothing."""
    order, edges = context.shared(edges_by_name)
    patches = find_patches(
        context["zones"].geometry.iloc[order],
        within=areas,
        allowed=context["allowed_gaps"] if context.has("allowed_gaps") else None,
        members=wanted[order],
        usable=polygonal(context, "zones")[order],
        edges=edges,
        widths=widths_of(context),
    )
    return patches.renamed(order)


def widths_of(context: Context) -> dict[str, float]:
    """Classes of patches by width, as the profile has them."""
    return {name: context.profile.widths[name] for name in ("numeric", "digitising", "sliver")}


def _area_frame(context: Context):
    """What zones must fill: the areas, else the districts."""
    if context.parents is not None and len(context.parents):
        return context.parents
    if context.has("districts") and context.usable("districts").any():
        return context["districts"]
    return None


def _offices(context: Context) -> np.ndarray:
    """Who answers for each zone: its own column, else its district's township."""
    zones = context["zones"]
    own = zones["authority"]
    if context.has("districts"):
        districts = context["districts"].drop_duplicates("district_code")
        township = districts.set_index("district_code")["township_code"]
        own = own.where(own.notna(), zones["district_code"].map(township))
    return own.to_numpy(dtype=object)


def _between(patches: Patches, office: np.ndarray) -> np.ndarray:
    """Mask of patches between two offices of which neither can mend it alone."""
    compact = patches.length_m < _LONG * patches.width_m
    out = _is_land(patches) & ~((patches.code == KINDS.index("gap")) & compact)
    for i in np.flatnonzero(out).tolist():
        out[i] = len({office[z] for z in patches.zones[i]} - {None}) > 1
    return out


def area_patches(context: Context) -> tuple[Patch, ...]:
    """Overlaps of areas, and gaps between two or more of them.

    A compact hole inside an upper area is none: an area is missing there, which COV001 tells.
    """
    return context.shared(_area_patches)


def _area_patches(context: Context) -> tuple[Patch, ...]:
    areas = context.parents
    if areas is None or len(areas) < 2:
        return ()
    found = find_patches(areas, widths=widths_of(context))
    missing = (found.code == KINDS.index("gap")) & (found.length_m < _LONG * found.width_m)
    missing[missing] = _in_upper(context, found.shape[missing])
    found = found.take(~missing & (found.width_m >= NOISE))
    return tuple(p for p in found if p.kind != "mismatch" and len(p.zones) > 1)


def _in_upper(context: Context, shapes: np.ndarray) -> np.ndarray:
    """Which shapes lie in an area that holds smaller ones."""
    rows = np.flatnonzero(polygonal(context, "areas"))
    filled = () if context.parents is None else context.parents["row"]
    upper = context.geometry("areas")[np.setdiff1d(rows, filled)]
    points = shapely.point_on_surface(shapes)
    out = np.zeros(len(shapes), dtype=bool)
    out[shapely.STRtree(upper).query(points, predicate="intersects")[0]] = True
    return out


def _disputed(context: Context):
    """Land that the areas themselves claim twice or leave: no fault of the zones there."""
    patches = area_patches(context)
    if not patches:
        return None
    land = shapely.union_all([p.geometry for p in patches])
    shapely.prepare(land)
    return land


def strays(context: Context) -> tuple[tuple[Patches, np.ndarray], ...]:
    """Parts of zones outside their own area or, inside the areas, their own district.

    Each set with the names of the parents that its ``parents`` number.
    """
    return context.shared(_strays)


def _strays(context: Context) -> tuple[tuple[Patches, np.ndarray], ...]:
    areas = _area_frame(context)
    if areas is None:
        return ()
    key = "area_code" if "area_code" in areas.columns else "district_code"
    out = judged(context).outside
    told = (out, areas[key].to_numpy(dtype=object))
    if key == "district_code" or not context.has("districts"):
        return (told,)
    if not context.usable("districts").any():
        return (told,)
    districts = context["districts"]
    usable = polygonal(context, "zones")
    found = find_patches(context["zones"], within=districts, members=context.members, usable=usable)
    outside = found.code == KINDS.index("outside")
    found = found.take(outside & found.parents.astype(bool) & (found.width_m >= NOISE))
    if len(out):
        land = shapely.union_all(out.shape)
        shapely.prepare(land)
        found = found.take(~shapely.covers(land, found.shape))
    return told, (found, districts["district_code"].to_numpy(dtype=object))


def zone_names(context: Context, rows) -> tuple[str, ...]:
    """Labels of zones by row."""
    labels = context.labels("zones")
    return tuple(str(labels[r]) for r in rows)


def size(patch: Patch) -> str:
    """Area and width in words.

    Examples
    --------
    >>> size(Patch("gap", None, (0,), area_m2=12345.6, width_m=0.25, size_class="sliver"))
    '1.23 ha, 0.25 m wide (sliver)'
    """
    return _size(patch.area_m2, patch.width_m, patch.size_class)


def _size(area_m2: float, width_m: float, size_class: str) -> str:
    if area_m2 >= 10_000:
        area = f"{area_m2 / 10_000:.2f} ha"
    elif area_m2 >= _TWO_DECIMALS:
        area = f"{area_m2:.2f} m2"
    else:
        area = f"{area_m2:.2g} m2"
    width = f"{width_m:.2f} m" if width_m >= _TWO_DECIMALS else f"{width_m * 1000:.2g} mm"
    return f"{area}, {width} wide ({size_class})"


def measures(patch: Patch) -> dict:
    """What a finding about a patch measures."""
    return {
        "geometry": patch.geometry,
        "measured": patch.area_m2,
        "limit": 0.0,
        "unit": "m2",
        "area_m2": patch.area_m2,
        "width_m": patch.width_m,
    }


def findings(context: Context, patches: Patches, text: str | Sequence[str], severity=None) -> Batch:
    """A finding about zones for every patch.

    Parameters
    ----------
    text : str or sequence of str
        One for all patches or one each; ``{zones}`` and ``{size}`` in it are filled in.
    severity : array of str or None, optional
        Of each, where it is not the rule's.
    """
    if not len(patches):
        return Batch.of(())
    labels = [str(label) for label in context.labels("zones").tolist()]
    ids = [tuple([labels[z] for z in zones]) for zones in patches.zones.tolist()]
    texts = [text] * len(ids) if isinstance(text, str) else text
    measured = zip(patches.area_m2.tolist(), patches.width_m.tolist(), patches.size_class.tolist())
    message = [
        one.replace("{size}", _size(*size)).replace("{zones}", name_some(mine))
        for one, size, mine in zip(texts, measured, ids)
    ]
    return Batch.about(
        "zones",
        ids,
        message,
        patches.shape,
        measured=patches.area_m2,
        limit=0.0,
        unit="m2",
        area_m2=patches.area_m2,
        width_m=patches.width_m,
        severity=severity,
    )
