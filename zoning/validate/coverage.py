"""The coverage engine run on the layers of a check, once for all COV rules."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from zoning.errors import name_some
from zoning.validate.context import Context, polygonal
from zoning.validate.edges import find_patches
from zoning.validate.patches import Patch
from zoning.validate.rings import Edges, edges_of
from zoning.validate.rule import Finding

__all__ = [
    "Judged",
    "area_patches",
    "edges_by_name",
    "finding",
    "judged",
    "measures",
    "size",
    "strays",
    "zone_names",
]

#: A gap this many times longer than wide is a border that does not meet, not a missing zone.
_LONG = 3.0


@dataclass(frozen=True)
class Judged:
    """Patches of zones by the rule that reports them."""

    gaps: tuple[Patch, ...]
    overlaps: tuple[Patch, ...]
    outside: tuple[Patch, ...]
    duplicates: tuple[Patch, ...]
    nested: tuple[Patch, ...]
    mismatches: tuple[Patch, ...]
    between: tuple[Patch, ...]


def judged(context: Context) -> Judged:
    """Patches of the zones, each under one rule; shared by all COV rules."""
    return context.shared(_judge)


def _judge(context: Context) -> Judged:
    areas = _area_frame(context)
    zones = context["zones"]
    wanted = context.members | ~context.usable("zones")
    wanted &= (zones["kind"] != "virtual").to_numpy()
    patches = _in_order_of_names(context, areas, wanted)
    office = _offices(context) if areas is None else None
    bins: dict[str, list[Patch]] = {
        k: [] for k in ("gap", "overlap", "outside", "duplicate", "nested", "mismatch", "between")
    }
    known = _disputed(context)
    for patch in patches:
        if patch.kind in ("gap", "overlap") and known is not None and known.covers(patch.geometry):
            continue
        between = office is not None and _is_between(patch, office)
        bins["between" if between else patch.kind].append(patch)
    return Judged(*(tuple(bins[k]) for k in bins))


def edges_by_name(context: Context) -> tuple[np.ndarray, Edges]:
    """Rows of the zones by name, and the edges of the members; owners count in that order."""
    order = np.argsort(context.labels("zones").astype(str), kind="stable")
    members = np.flatnonzero(context.members[order])
    return order, edges_of(context.geometry("zones")[order], members)


def _in_order_of_names(context: Context, areas, wanted: np.ndarray) -> list[Patch]:
    """Patches of the zones taken by name, so that the order of rows decides nothing."""
    order, edges = context.shared(edges_by_name)
    patches = find_patches(
        context["zones"].geometry.iloc[order],
        within=areas,
        allowed=context["allowed_gaps"] if context.has("allowed_gaps") else None,
        members=wanted[order],
        usable=polygonal(context, "zones")[order],
        edges=edges,
        widths=_widths(context),
    )
    rows = order.tolist()
    frame = patches.frame
    frame["zones"] = [tuple([rows[z] for z in zones]) for zones in frame["zones"].tolist()]
    return list(patches)


def _widths(context: Context) -> dict[str, float]:
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


def _is_between(patch: Patch, office: np.ndarray) -> bool:
    """Whether a patch lies between two offices of which neither can mend it alone."""
    if patch.kind not in ("gap", "overlap"):
        return False
    if patch.kind == "gap" and patch.length_m < _LONG * patch.width_m:
        return False
    return len({office[z] for z in patch.zones} - {None}) > 1


def area_patches(context: Context) -> tuple[Patch, ...]:
    """Overlaps of areas, and gaps between two or more of them."""
    return context.shared(_area_patches)


def _area_patches(context: Context) -> tuple[Patch, ...]:
    areas = context.parents
    if areas is None or len(areas) < 2:
        return ()
    found = find_patches(areas, widths=_widths(context))
    return tuple(p for p in found if p.kind != "mismatch" and len(p.zones) > 1)


def _disputed(context: Context):
    """Land that the areas themselves claim twice or leave: no fault of the zones there."""
    patches = area_patches(context)
    if not patches:
        return None
    land = shapely.union_all([p.geometry for p in patches])
    shapely.prepare(land)
    return land


def strays(context: Context) -> tuple[tuple[Patch, np.ndarray], ...]:
    """Parts of zones outside their own area or, inside the areas, their own district.

    Each with the names of the parents that its ``parents`` number.
    """
    return context.shared(_strays)


def _strays(context: Context):
    out = []
    areas = _area_frame(context)
    if areas is None:
        return ()
    key = "area_code" if "area_code" in areas.columns else "district_code"
    names = areas[key].to_numpy(dtype=object)
    out += [(p, names) for p in judged(context).outside]
    if key == "area_code" and context.has("districts") and context.usable("districts").any():
        districts = context["districts"]
        codes = districts["district_code"].to_numpy(dtype=object)
        usable = polygonal(context, "zones")
        found = find_patches(
            context["zones"], within=districts, members=context.members, usable=usable
        )
        told = shapely.union_all([p.geometry for p, _ in out]) if out else None
        out += [
            (p, codes)
            for p in found
            if p.kind == "outside" and p.parents and not (told and told.covers(p.geometry))
        ]
    return tuple(out)


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
    if patch.area_m2 >= 10_000:
        area = f"{patch.area_m2 / 10_000:.2f} ha"
    elif patch.area_m2 >= 0.01:
        area = f"{patch.area_m2:.2f} m2"
    else:
        area = f"{patch.area_m2:.2g} m2"
    width = f"{patch.width_m:.2f} m" if patch.width_m >= 0.01 else f"{patch.width_m * 1000:.2g} mm"
    return f"{area}, {width} wide ({patch.size_class})"


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


def finding(context: Context, patch: Patch, text: str, severity: str | None = None) -> Finding:
    """A finding about zones; ``{zones}`` and ``{size}`` in the text are filled in."""
    ids = zone_names(context, patch.zones)
    message = text.replace("{size}", size(patch)).replace("{zones}", name_some(ids))
    return Finding("zones", ids, message, severity=severity, **measures(patch))
