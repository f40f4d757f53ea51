"""Rows of a delivered file that cannot be used, each named: the wrong kind, broken geometry.

Everything wrong is collected and named at once, and no row is dropped without being named. A
:class:`RejectedRows` that blocks makes ``run`` refuse; the others are rows set aside.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from zoning.errors import LayerError, name_some
from zoning.model.schema import FAR, LINES, POINTS, POLYGONS, as_text, remedy_for

__all__ = [
    "HELD",
    "RejectedRows",
    "quarantine",
    "row_names",
    "without_other_kinds",
    "without_streets",
]

#: Geometry that the rows of an input layer may have. Buildings may be anything: the register
#: makes outlines of closed lines and refuses the rest by name.
HELD: Mapping[str, frozenset[str]] = {
    "areas": POLYGONS,
    "barriers": LINES | POLYGONS,
    "blocks": POLYGONS,
    "compounds": POLYGONS,
    "previous": POLYGONS,
    "allowed_gaps": POLYGONS,
}


@dataclass(frozen=True)
class RejectedRows:
    """Something wrong in an input.

    Parameters
    ----------
    source, layer : str
        File and layer of the project.
    ids : tuple of str
        Rows concerned.
    what : str
        What is wrong and the remedy.
    blocks : bool
        ``run`` refuses while it stands; else the rows are set aside.
    """

    source: str
    layer: str
    ids: tuple[str, ...]
    what: str
    blocks: bool

    def __str__(self) -> str:
        return f"{self.source}: {self.layer} {name_some(self.ids)}: {self.what}"


def without_other_kinds(
    frame: gpd.GeoDataFrame,
    layer: str,
    *,
    source: str,
    key: str | None = None,
    level: str | None = None,
) -> tuple[gpd.GeoDataFrame, list[RejectedRows]]:
    """Rows of the kind that a layer holds, and those set aside because they are of another.

    Parameters
    ----------
    frame : GeoDataFrame
        As read; its index counts the rows of the file.
    layer, source : str
        Layer of the project, file.
    key : str, optional
        Column of the file that names its rows; without it they are named by their place.
    level : str, optional
        Of areas: villages may be points.

    Returns
    -------
    GeoDataFrame
        The rows that can be used; those without geometry are not judged here.
    list of RejectedRows
        Areas that no polygon stands for block a run, everything else is only set aside.

    Raises
    ------
    LayerError
        No row has geometry of a kind that the layer holds.
    """
    held = HELD.get(layer)
    if held is None or not len(frame):
        return frame, []
    held = held | POINTS if level == "village" else held
    kinds = frame.geometry.geom_type
    odd = (kinds.notna() & ~kinds.isin(held)).to_numpy()
    if not odd.any():
        return frame, []
    wanted = " or ".join(sorted(held & (LINES | {"Polygon", "Point"}) - {"MultiLineString"}))
    if not kinds.isin(held).any():
        found = ", ".join(sorted(set(kinds[odd])))
        remedy = remedy_for(str(kinds[odd].iloc[0])) if "Polygon" in wanted else "give its lines"
        raise LayerError(f"no {wanted} in it, only {found}; {remedy}")
    lost = odd & ~_stood_for(frame, odd, key) if layer == "areas" else np.zeros(len(odd), bool)
    problems = []
    for blocks in (False, True):
        for kind in sorted(set(kinds[odd & (lost == blocks)])):
            rows = odd & (lost == blocks) & (kinds == kind).to_numpy()
            what = f"{kind}, wanted {wanted}; " + ("draw it" if blocks else "set aside")
            problems.append(RejectedRows(source, layer, row_names(frame, key, rows), what, blocks))
    return frame[~odd], problems


def _stood_for(frame: gpd.GeoDataFrame, odd: np.ndarray, key: str | None) -> np.ndarray:
    """Rows whose code a row of the right kind has too, as label points have."""
    if key is None:
        return np.zeros(len(frame), bool)
    codes = frame[key].astype("str")
    return codes.isin(set(codes[~odd].dropna())).to_numpy()


def without_streets(
    frame: gpd.GeoDataFrame, *, source: str
) -> tuple[gpd.GeoDataFrame, list[RejectedRows]]:
    """Rows that can be buildings, and those set aside because they are streets or rivers.

    A closed line may be a building's outline or a roundabout: what has a class of its own
    (``highway``, ``waterway``, ``railway``) and no use as a building is no building. A layer
    of lines that are hardly ever closed holds none at all.

    Raises
    ------
    LayerError
        Nothing but streets, or lines most of which are open.
    """
    lines = frame.geom_type.isin(LINES).to_numpy()
    if not lines.any():
        return frame, []
    named = {str(c).casefold(): c for c in frame.columns}
    built, classed = (
        frame[[named[n] for n in names if n in named]].notna().any(axis=1).to_numpy()
        for names in (("building", "building_use", "用途"), ("highway", "waterway", "railway"))
    )
    streets = lines & classed & ~built
    closed = lines & ~streets & shapely.is_closed(np.asarray(frame.geometry.array))
    others = int((~lines & frame.geometry.notna().to_numpy()).sum())
    if not others and 2 * closed.sum() < lines.sum():
        raise LayerError(
            f"{int(lines.sum()):,} lines, {int(closed.sum()):,} of them closed outlines: no "
            "buildings; give footprints or points here, and streets with --barriers"
        )
    if not streets.any():
        return frame, []
    rows = tuple(f"row {i + 1}" for i in np.flatnonzero(streets))
    text = "a street, river or railway, no building; set aside (give it with --barriers)"
    return frame[~streets], [RejectedRows(source, "buildings", rows, text, blocks=False)]


def row_names(frame: pd.DataFrame, key: str | None, mask: np.ndarray) -> tuple[str, ...]:
    """How the file itself names some of its rows: by `key`, else by their place from 1.

    The index of the frame counts the rows of the file.
    """
    places = [f"row {i + 1}" for i in frame.index[mask]]
    if key is None:
        return tuple(places)
    ids = as_text(frame.loc[mask, key]).str.strip()
    named = ids.notna() & (ids != "")
    known = sorted(ids[named])
    return tuple(known + [p for p, n in zip(places, named, strict=True) if not n])


def quarantine(
    frame: gpd.GeoDataFrame, key: str | None, *, source: str, layer: str, blocks: bool
) -> tuple[gpd.GeoDataFrame, list[RejectedRows]]:
    """Rows with usable geometry, and the problems of the others.

    Null and empty geometry, NaN coordinates and self-crossing polygons cannot be used.
    `key` is the column that names the rows, if there is one.

    Returns
    -------
    GeoDataFrame
        The rows that can be used.
    list of RejectedRows
        One for each kind of defect, naming the rows; blocking where `blocks`.
    """
    geometry = frame.geometry.array
    missing = np.asarray(shapely.is_missing(geometry) | shapely.is_empty(geometry))
    bounds = shapely.bounds(geometry)
    points = shapely.get_coordinates(geometry, return_index=True)
    odd = np.zeros(len(frame), bool)
    odd[points[1][~(np.abs(points[0]) < FAR).all(axis=1)]] = True
    odd |= ~missing & ~np.isfinite(bounds).all(axis=1)
    fine = ~missing & ~odd
    crossing = np.zeros(len(frame), bool)
    crossing[fine] = ~shapely.is_valid(geometry[fine])
    problems = []
    for mask, what in (
        (missing, "no geometry; draw it or delete the row"),
        (odd, "coordinates that are no place on the Earth; export the layer again"),
        (crossing, None),
    ):
        if mask.any():
            text = what or f"{_reason(geometry[mask][0])}; repair it (QGIS: Fix geometries)"
            problems.append(RejectedRows(source, layer, row_names(frame, key, mask), text, blocks))
    return frame[fine & ~crossing].reset_index(drop=True), problems


def _reason(geometry: shapely.Geometry) -> str:
    text = shapely.is_valid_reason(geometry)
    return f"invalid geometry ({text[:1].lower()}{text[1:]})"
