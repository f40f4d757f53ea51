"""The last census's zones as a start: what still fits stays, the rest is split and merged."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import shapely

from zoning.boundaries.ground.atoms import locate
from zoning.boundaries.split.draw import Drawn, draw_zones
from zoning.boundaries.split.graph import components
from zoning.boundaries.split.pieces import Layout
from zoning.boundaries.split.request import Request
from zoning.boundaries.split.zone_codes import Names
from zoning.errors import CRSError, LayerError, name_some
from zoning.geo.dissolve import dissolve
from zoning.model import codes as coding
from zoning.model.tolerances import tolerance

__all__ = ["draw_from", "former_zones", "keep_names", "start_labels"]

_NOBODY = tolerance("former_nobody")


def former_zones(previous, crs):
    """The zones of the last census, checked: polygons with unique codes, sorted.

    Raises
    ------
    LayerError, CRSError
        No ``zone_code``, one twice, or another CRS.
    """
    if previous is None or not len(previous):
        return None
    if "zone_code" not in previous:
        raise LayerError("layer previous: no column zone_code")
    if previous.crs is None or not previous.crs.equals(crs):
        raise CRSError(f"layer previous: not in the areas' CRS {crs.name}; bring both to one CRS")
    ground = previous[previous.geometry.notna() & ~previous.geometry.is_empty]
    if "stack" in ground:
        ground = ground[ground["stack"].isna() | (ground["stack"] == ground["zone_code"])]
    twice = ground["zone_code"][ground["zone_code"].duplicated()]
    if len(twice):
        raise LayerError(f"layer previous: zone_code {name_some(twice.unique())} stands twice")
    if not len(ground):
        return None
    return ground.sort_values("zone_code").reset_index(drop=True)


def start_labels(layout: Layout, former) -> np.ndarray:
    """Former zone that each piece lies in, by row; -1 for ground that was in none."""
    polygons = dissolve(layout.pieces.planar, layout.label, layout.n)
    return locate(former.geometry.to_numpy(), shapely.point_on_surface(polygons))


def keep_fitting(layout: Layout, drawn: Drawn, label: np.ndarray, request: Request) -> np.ndarray:
    """Which pieces belong to a former zone that still fits and is still in one piece.

    Parameters
    ----------
    layout, drawn
        Pieces and their neighbourhood.
    label : array of int, shape (pieces,)
        Former zone of each piece.
    request : Request
        The limits.
    """
    pair = drawn.touch.pair
    part = components(layout.n, pair[label[pair[:, 0]] == label[pair[:, 1]]])
    n = int(label.max()) + 1
    fits = np.ones(n, dtype=bool)
    inside = label >= 0
    held = np.bincount(label[inside], minlength=n)
    parts = pd.Series(part[inside]).groupby(label[inside]).nunique().reindex(range(n)).fillna(0)
    fits &= (held > 0) & (parts.to_numpy() == 1)
    for rank, unit in enumerate(request.units):
        load = np.bincount(label[inside], weights=layout.load[unit].to_numpy()[inside], minlength=n)
        area = np.zeros(n, dtype=np.int64)
        area[label[inside]] = layout.area[inside]
        bounds = [
            (d.low, d.high) if rank == 0 else (d.second or (0, 0, np.inf))[1:]
            for d in request.demands
        ]
        low, high = np.array(bounds)[area].T
        fits &= (load >= low) & (load <= high)
    return inside & fits[label]


def draw_from(layout: Layout, request: Request, former, seed: int, workers: int) -> Drawn:
    """Zones that keep what fits of the former ones.

    Ground of zones that no longer fit is divided anew on its own; where too few people are
    left in such ground, the fitting neighbour with the fewest people is opened as well.
    """
    label = start_labels(layout, former)
    base = draw_zones(
        layout, request, seed, workers, kept=label, redo=np.zeros(len(request.demands), dtype=bool)
    )
    keep = keep_fitting(layout, base, label, request)
    pair = base.touch.pair
    load = layout.load[request.units[0]].to_numpy()
    low = np.array([d.low for d in request.demands])[layout.area]
    for _ in range(50):
        key = np.where(keep, label, -1)
        part = components(layout.n, pair[key[pair[:, 0]] == key[pair[:, 1]]])
        total = np.bincount(part, weights=load)
        poor = ~keep & (total[part] < low)
        opened = _open_neighbours(pair, poor, part, keep, label, load)
        if not len(opened):
            break
        keep &= ~np.isin(label, opened)
    # Kept zones and open ground are regions of their own: no line between them is crossed.
    return draw_zones(layout, request, seed, workers, apart=key)


def _open_neighbours(pair, poor, part, keep, label, load):
    """For each piece of poor ground, the neighbouring kept zone with the fewest people."""
    a = np.concatenate([pair[:, 0], pair[:, 1]])
    b = np.concatenate([pair[:, 1], pair[:, 0]])
    use = poor[a] & keep[b]
    if not use.any():
        return np.empty(0, dtype=np.int64)
    held = np.bincount(label[label >= 0], weights=load[label >= 0], minlength=label.max() + 1)
    near = pd.DataFrame({"part": part[a[use]], "zone": label[b[use]]}).drop_duplicates()
    near["held"] = held[near["zone"]]
    near = near.sort_values(["part", "held", "zone"])
    return near.drop_duplicates("part")["zone"].unique()


def keep_names(layout: Layout, drawn: Drawn, names: Names, former, request: Request) -> Names:
    """Names with the codes of former zones, for the zone that holds most of each.

    Districts are those of the former codes; a zone without a former one takes the next free
    number of the district that most of its ground was in.
    """
    rules = request.profile.codes
    label = start_labels(layout, former)
    weight = layout.load[request.units[0]].to_numpy() + _NOBODY
    table = pd.DataFrame({"zone": drawn.zone, "former": label, "weight": weight})
    table = table[table["former"] >= 0].groupby(["zone", "former"], as_index=False).sum()
    table = table.sort_values(["weight", "former", "zone"], ascending=[False, True, True])
    best = table.drop_duplicates("former").drop_duplicates("zone")
    code = np.full(len(names.zone), None, dtype=object)
    former_code = former["zone_code"].astype("object").to_numpy()
    code[best["zone"].to_numpy()] = former_code[best["former"].to_numpy()]
    home = table.drop_duplicates("zone").set_index("zone")["former"].reindex(range(len(code)))
    taken = [*former_code]
    districts = np.full(len(code), None, dtype=object)
    for zone in range(len(code)):
        if code[zone] is None:
            parent = (
                names.code[names.district[zone]]
                if pd.isna(home[zone])
                else coding.parent_of(former_code[int(home[zone])], rules)
            )
            code[zone] = coding.next_code(parent, taken, rules)
            taken.append(code[zone])
        districts[zone] = coding.parent_of(code[zone], rules)
    unique, district = np.unique(districts.astype(str), return_inverse=True)
    area = np.zeros(len(unique), dtype=np.int64)
    area[district] = drawn.area
    return replace(names, zone=code, district=district, code=unique.astype(object), area=area)
